// Beside every rule: what it does, by which right a society sets it, and an example.

import type { Language } from '../../platform/http/actor.ts';
import type { SettingName } from './setting-registry.ts';

export interface SettingHelp {
  readonly what: string;
  readonly basis: string;
  readonly example: string;
}

type Basis = 'certificate' | 'by-law' | 'committee' | 'law' | 'set-up';

const BASES: Readonly<Record<Basis, Readonly<Record<Language, string>>>> = {
  certificate: {
    en: 'The certificate of registration; a change is registered with the Registrar first.',
    hi: 'पंजीकरण प्रमाणपत्र; बदलाव पहले रजिस्ट्रार के यहाँ दर्ज होता है।',
  },
  'by-law': {
    en: 'The by-laws, as the general body last amended them.',
    hi: 'उपविधियाँ, जैसा आम सभा ने उन्हें पिछली बार संशोधित किया।',
  },
  committee: {
    en: 'A resolution of the managing committee.',
    hi: 'प्रबंध समिति का प्रस्ताव।',
  },
  law: {
    en: 'The law of the land; the by-laws may only be stricter.',
    hi: 'देश का क़ानून; उपविधियाँ केवल और कड़ी हो सकती हैं।',
  },
  'set-up': {
    en: 'Said once at set-up; every entry of the books rests on it.',
    hi: 'स्थापना के समय एक बार तय; बही की हर प्रविष्टि इसी पर टिकी है।',
  },
};

interface Written {
  readonly basis: Basis;
  readonly en: readonly [what: string, example: string];
  readonly hi: readonly [what: string, example: string];
}

const HELP: Readonly<Record<SettingName, Written>> = {
  'society.name': {
    basis: 'certificate',
    en: ['Stands on every screen, receipt and statement.', 'Nehru Colony Thrift and Credit Society'],
    hi: ['हर स्क्रीन, रसीद और विवरण पर छपता है।', 'Nehru Colony Thrift and Credit Society'],
  },
  'society.nameLocal': {
    basis: 'certificate',
    en: ['The name as members write it; shown to those who read Hindi.', 'नेहरू कॉलोनी बचत एवं साख समिति'],
    hi: ['नाम जैसा सदस्य लिखते हैं; हिंदी पढ़ने वालों को दिखता है।', 'नेहरू कॉलोनी बचत एवं साख समिति'],
  },
  'society.registrationNumber': {
    basis: 'certificate',
    en: ['Printed under the name on receipts and statements.', 'UK/DDN/1987/221'],
    hi: ['रसीदों और विवरणों पर नाम के नीचे छपती है।', 'UK/DDN/1987/221'],
  },
  'society.registeredOn': {
    basis: 'certificate',
    en: ['The day on the certificate of registration, as year-month-day.', '1987-06-15'],
    hi: ['पंजीकरण प्रमाणपत्र का दिन, वर्ष-माह-दिन के रूप में।', '1987-06-15'],
  },
  'society.address': {
    basis: 'certificate',
    en: ['Printed on receipts and shown to members who look for the office.', 'Nehru Colony, Dehradun 248001'],
    hi: ['रसीदों पर छपता है और कार्यालय ढूँढ़ने वाले सदस्यों को दिखता है।', 'नेहरू कॉलोनी, देहरादून 248001'],
  },
  'society.phone': {
    basis: 'committee',
    en: ['Shown to members wherever they are told to speak to the office.', '+91 135 2700000'],
    hi: ['जहाँ सदस्यों से कार्यालय से बात करने को कहा जाता है, वहाँ दिखता है।', '+91 135 2700000'],
  },
  'society.email': {
    basis: 'committee',
    en: ['Shown to members beside the phone.', 'office@society.example'],
    hi: ['सदस्यों को फ़ोन के साथ दिखता है।', 'office@society.example'],
  },
  'society.website': {
    basis: 'committee',
    en: ['Shown to members; nothing else uses it.', 'society.example'],
    hi: ['सदस्यों को दिखती है; और कहीं काम नहीं आती।', 'society.example'],
  },
  'society.logo': {
    basis: 'committee',
    en: ['Stands beside the name.', 'a square picture'],
    hi: ['नाम के साथ दिखता है।', 'एक चौकोर चित्र'],
  },
  'society.preset': {
    basis: 'set-up',
    en: ['The law the society stands under; it gave the starting values of all other rules.', 'India, state law'],
    hi: ['जिस क़ानून के अधीन समिति है; बाक़ी सब नियमों के आरंभिक मान उसी से आए।', 'भारत, राज्य का क़ानून'],
  },
  'money.currency': {
    basis: 'set-up',
    en: ['All amounts of the books are in this currency.', 'INR'],
    hi: ['बही की सब राशियाँ इसी मुद्रा में हैं।', 'INR'],
  },
  'money.denominations': {
    basis: 'law',
    en: ['The notes and coins a cashier counts when a till is opened and closed.', '500.00, 200.00, 100.00'],
    hi: ['नोट और सिक्के जो खजांची गल्ला खोलते और बंद करते समय गिनता है।', '500.00, 200.00, 100.00'],
  },
  'society.languages': {
    basis: 'committee',
    en: [
      'The languages a member can choose. Only those whose words are whole are offered; staff always have both.',
      'English, हिन्दी',
    ],
    hi: ['सदस्य जिन भाषाओं में से चुन सकता है। केवल वही भाषाएँ जिनके शब्द पूरे हैं; कर्मचारियों के पास सदा दोनों हैं।', 'English, हिन्दी'],
  },
  'calendar.timeZone': {
    basis: 'set-up',
    en: ['Decides when a new day begins, and how times are printed.', 'Asia/Kolkata'],
    hi: ['तय करता है कि नया दिन कब शुरू होता है और समय कैसे छपता है।', 'Asia/Kolkata'],
  },
  'calendar.kind': {
    basis: 'set-up',
    en: ['The calendar whose days stand beside the common one.', 'Bikram Sambat in Nepal'],
    hi: ['वह पंचांग जिसकी तिथियाँ साथ में दिखती हैं।', 'नेपाल में विक्रम संवत'],
  },
  'calendar.financialYearStart': {
    basis: 'set-up',
    en: ['Vouchers are numbered and books are closed by this year.', '04-01 is 1 April'],
    hi: ['वाउचर की संख्या और बही की समाप्ति इसी वर्ष से चलती है।', '04-01 यानी 1 अप्रैल'],
  },
  'calendar.weeklyOffs': {
    basis: 'committee',
    en: ['The days of the week on which the office is closed. Posting does not look at them.', 'Sunday'],
    hi: ['सप्ताह के वे दिन जब कार्यालय बंद रहता है। प्रविष्टियाँ इन्हें नहीं देखतीं।', 'रविवार'],
  },
  'phone.country': {
    basis: 'committee',
    en: ['A phone number typed without a country is read as one of this country.', 'India: ten digits'],
    hi: ['बिना देश के लिखा फ़ोन नंबर इसी देश का माना जाता है।', 'भारत: दस अंक'],
  },
  'member.ageOfMajority': {
    basis: 'law',
    en: ['Applicants younger than this are not admitted; a younger nominee needs a guardian.', '18'],
    hi: ['इससे कम आयु के आवेदक सदस्य नहीं बनते; कम आयु के नामित को अभिभावक चाहिए।', '18'],
  },
  'member.maximumNominees': {
    basis: 'by-law',
    en: ['Nobody may name more nominees than this.', '4'],
    hi: ['कोई इससे अधिक नामित व्यक्ति नहीं रख सकता।', '4'],
  },
  'application.wantedPapers': {
    basis: 'by-law',
    en: [
      'The papers an applicant is asked for; a missing one is shown to whoever decides.',
      'Photo, proof of identity',
    ],
    hi: ['आवेदक से माँगे जाने वाले दस्तावेज़; जो नहीं है, वह निर्णय लेने वाले को दिखता है।', 'फ़ोटो, पहचान प्रमाण'],
  },
  'kyc.always': {
    basis: 'law',
    en: [
      'Until each of these is verified, the papers of a member are not in order. Choices within one paper stand in the two rules below.',
      'Photo, signature, PAN',
    ],
    hi: [
      'इनमें से हर एक सत्यापित होने तक सदस्य के दस्तावेज़ पूरे नहीं माने जाते। जहाँ विकल्प हैं, वे नीचे के दो नियमों में हैं।',
      'फ़ोटो, हस्ताक्षर, पैन',
    ],
  },
  'kyc.identity': {
    basis: 'law',
    en: ['Any one of these, verified by a second person, will do.', 'Aadhaar, passport'],
    hi: ['इनमें से कोई एक, दूसरे व्यक्ति द्वारा सत्यापित, पर्याप्त है।', 'आधार, पासपोर्ट'],
  },
  'kyc.address': {
    basis: 'law',
    en: [
      'Any one of these will do; a paper may prove both who somebody is and where they live.',
      'Electricity bill, voter id',
    ],
    hi: ['इनमें से कोई एक पर्याप्त है; एक दस्तावेज़ पहचान और पता दोनों सिद्ध कर सकता है।', 'बिजली बिल, मतदाता पहचान पत्र'],
  },
  'kyc.minorsAlways': {
    basis: 'law',
    en: ['What a member under age must have.', 'Photo'],
    hi: ['अवयस्क सदस्य के लिए क्या आवश्यक है।', 'फ़ोटो'],
  },
  'kyc.minors': {
    basis: 'law',
    en: ['Any one of these will do for a member under age.', 'Birth certificate'],
    hi: ['अवयस्क सदस्य के लिए इनमें से कोई एक पर्याप्त है।', 'जन्म प्रमाण पत्र'],
  },
  'kyc.institutions': {
    basis: 'law',
    en: ['What a member that is an institution must have.', 'PAN, resolution'],
    hi: ['संस्था सदस्य के लिए क्या आवश्यक है।', 'पैन, प्रस्ताव'],
  },
  'kyc.reviewMonthsLow': {
    basis: 'law',
    en: ['So long after they were found in order the papers are looked at again.', '36 is three years'],
    hi: ['दस्तावेज़ पूरे पाए जाने के इतने समय बाद उन्हें फिर देखा जाता है।', '36 यानी तीन वर्ष'],
  },
  'kyc.reviewMonthsMedium': {
    basis: 'law',
    en: ['So long after they were found in order the papers are looked at again.', '24 is two years'],
    hi: ['दस्तावेज़ पूरे पाए जाने के इतने समय बाद उन्हें फिर देखा जाता है।', '24 यानी दो वर्ष'],
  },
  'kyc.reviewMonthsHigh': {
    basis: 'law',
    en: ['So long after they were found in order the papers are looked at again.', '12 is one year'],
    hi: ['दस्तावेज़ पूरे पाए जाने के इतने समय बाद उन्हें फिर देखा जाता है।', '12 यानी एक वर्ष'],
  },
  'kyc.expiringDays': {
    basis: 'committee',
    en: ['From then on a member stands in the list of those whose papers expire.', '60'],
    hi: ['तब से सदस्य उन लोगों की सूची में आता है जिनके दस्तावेज़ समाप्त होने वाले हैं।', '60'],
  },
  'files.photoKilobytes': {
    basis: 'committee',
    en: ['A larger photo or signature is refused; phones make it smaller before it is sent.', '1024'],
    hi: ['इससे बड़ी फ़ोटो या हस्ताक्षर नहीं लिया जाता; फ़ोन भेजने से पहले उसे छोटा कर देता है।', '1024'],
  },
  'files.paperKilobytes': {
    basis: 'committee',
    en: ['A larger paper is refused.', '5120 is 5 megabytes'],
    hi: ['इससे बड़ा दस्तावेज़ नहीं लिया जाता।', '5120 यानी 5 मेगाबाइट'],
  },
  'files.megapixels': {
    basis: 'committee',
    en: ['A picture with more points is refused before it is opened.', '25'],
    hi: ['इससे अधिक बिंदुओं वाला चित्र खोलने से पहले ही लौटा दिया जाता है।', '25'],
  },
  'files.personMegabytes': {
    basis: 'committee',
    en: ['So much one person may keep with the society in all.', '40'],
    hi: ['एक व्यक्ति कुल इतनी फ़ाइलें समिति के पास रख सकता है।', '40'],
  },
  'share.faceValue': {
    basis: 'by-law',
    en: ['The price of one share allotted from this day on; shares already allotted keep theirs.', '100.00'],
    hi: ['इस दिन से आवंटित एक अंश का मूल्य; पहले के अंशों का मूल्य वही रहता है।', '100.00'],
  },
  'share.minimumShares': {
    basis: 'by-law',
    en: ['So many shares a person takes on admission.', '5'],
    hi: ['सदस्य बनते समय इतने अंश लेने होते हैं।', '5'],
  },
  'share.capPercent': {
    basis: 'law',
    en: ['An allotment that would give one member more than this is refused.', '20'],
    hi: ['जिस आवंटन से एक सदस्य का भाग इससे अधिक हो, वह नहीं होता।', '20'],
  },
  'numbers.member': {
    basis: 'committee',
    en: ['How the numbers of new members look. {N} counts; {YYYY}, {YY} and {FY} are the year.', 'M-{YYYY}-{N:4}'],
    hi: ['नए सदस्यों की संख्या का रूप। {N} गिनती है; {YYYY}, {YY} और {FY} वर्ष हैं।', 'M-{YYYY}-{N:4}'],
  },
  'numbers.account': {
    basis: 'committee',
    en: ['How new account numbers look; {PREFIX} is the code of the product.', '{PREFIX}{N:6}'],
    hi: ['नई खाता संख्याओं का रूप; {PREFIX} उत्पाद का कोड है।', '{PREFIX}{N:6}'],
  },
  'numbers.folio': {
    basis: 'committee',
    en: ['How new folios in the share register look.', 'F-{N:4}'],
    hi: ['अंश रजिस्टर के नए फ़ोलियो का रूप।', 'F-{N:4}'],
  },
  'numbers.certificate': {
    basis: 'committee',
    en: ['How the numbers of new share certificates look.', 'SC-{YYYY}-{N:4}'],
    hi: ['नए अंश प्रमाणपत्रों की संख्या का रूप।', 'SC-{YYYY}-{N:4}'],
  },
  'policy.applicationSecondPerson': {
    basis: 'committee',
    en: ['With “yes”, somebody else decides on an application than whoever registered it.', 'yes'],
    hi: ['“हाँ” होने पर आवेदन पर वह निर्णय नहीं लेता जिसने उसे दर्ज किया।', 'हाँ'],
  },
  'policy.statusSecondPerson': {
    basis: 'committee',
    en: ['With “yes”, suspending, expelling and reinstating a member waits for a second person.', 'yes'],
    hi: ['“हाँ” होने पर सदस्य का निलंबन, निष्कासन और बहाली दूसरे व्यक्ति की प्रतीक्षा करते हैं।', 'हाँ'],
  },
  'deposits.fixedAllowed': {
    basis: 'law',
    en: ['With “no”, no fixed deposit is opened or renewed; those that stand run to their end.', 'yes'],
    hi: ['“नहीं” होने पर कोई सावधि जमा न खुलती है, न नवीनीकृत होती है; जो चल रही हैं, वे अवधि पूरी करती हैं।', 'हाँ'],
  },
  'deposits.seniorAge': {
    basis: 'by-law',
    en: [
      'Whoever is of this age on the day a deposit is opened or renewed gets the rates for seniors; deposits that stand keep theirs.',
      '60',
    ],
    hi: [
      'जमा खुलने या नवीनीकृत होने के दिन जिसकी आयु इतनी हो, उसे वरिष्ठ नागरिक की दरें मिलती हैं; चल रही जमा की दर वही रहती है।',
      '60',
    ],
  },
  'deposits.interestFrom': {
    basis: 'committee',
    en: [
      'The end of a day credits no interest on savings for the days before this one, as year-month-day. A society that has already paid interest by vouchers names the day after the last one it paid for.',
      '2026-10-01, where interest is paid up to 30 September',
    ],
    hi: [
      'इस दिन से पहले के दिनों का बचत ब्याज दिनांत में जमा नहीं होता; वर्ष-माह-दिन के रूप में। जिस समिति ने ब्याज वाउचर से दे दिया है, वह जिस दिन तक दिया उसके अगले दिन की तारीख लिखे।',
      '2026-10-01, जब ब्याज 30 सितंबर तक दिया जा चुका हो',
    ],
  },
  'deposits.accrueInterest': {
    basis: 'committee',
    en: [
      'With “yes”, the end of a month brings what deposits have earned and not got yet into the books, as an expense and as a debt to the members. With “no”, interest is an expense on the day it is given.',
      'yes',
    ],
    hi: [
      '“हाँ” होने पर जमा पर बना और अब तक न दिया गया ब्याज महीने के अंत में खर्च और सदस्यों की देनदारी के रूप में बही में आता है। “नहीं” होने पर ब्याज देने के दिन ही खर्च होता है।',
      'हाँ',
    ],
  },
  'limit.withdrawalApproval': {
    basis: 'committee',
    en: ['A larger withdrawal waits until a second person approves it. Empty: none waits.', '20000.00'],
    hi: ['इससे बड़ी निकासी दूसरे व्यक्ति के अनुमोदन तक रुकती है। ख़ाली: कोई नहीं रुकती।', '20000.00'],
  },
  'limit.transferApproval': {
    basis: 'committee',
    en: ['A larger transfer waits until a second person approves it. Empty: none waits.', '20000.00'],
    hi: ['इससे बड़ा अंतरण दूसरे व्यक्ति के अनुमोदन तक रुकता है। ख़ाली: कोई नहीं रुकता।', '20000.00'],
  },
  'limit.reversalApproval': {
    basis: 'committee',
    en: [
      'A larger entry is reversed only when a second person approves it. Empty: none waits for its size.',
      '20000.00',
    ],
    hi: ['इससे बड़ी प्रविष्टि दूसरे व्यक्ति के अनुमोदन पर ही उलटती है। ख़ाली: राशि के कारण कोई नहीं रुकती।', '20000.00'],
  },
  'limit.reversalDays': {
    basis: 'committee',
    en: [
      'An entry older than this many days is reversed only when a second person approves it.',
      '0: the same day only',
    ],
    hi: ['इतने दिन से पुरानी प्रविष्टि दूसरे व्यक्ति के अनुमोदन पर ही उलटती है।', '0: केवल उसी दिन'],
  },
  'limit.cashReceipt': {
    basis: 'law',
    en: [
      'When one member’s cash of a day reaches this, the cashier is warned. Empty: nobody is.',
      '20000.00, Income-tax Act',
    ],
    hi: [
      'जब एक सदस्य का दिन का नक़द इतना हो जाए तो खजांची को चेतावनी मिलती है। ख़ाली: किसी को नहीं।',
      '20000.00, आयकर अधिनियम',
    ],
  },
  'limit.valueDateDays': {
    basis: 'committee',
    en: ['So many days before the business day a voucher may count from, and no more.', '7'],
    hi: ['वाउचर की मूल्य तिथि कार्य दिवस से अधिक से अधिक इतने दिन पहले हो सकती है।', '7'],
  },
  'tax.onInterest': {
    basis: 'law',
    en: [
      'Whether tax is withheld when interest is credited: from nobody; from the whole interest of a year once it is above the threshold; or from every credit. An Indian society begins when its turnover of the year before was above the limit of the law.',
      'none',
    ],
    hi: [
      'ब्याज जमा होते समय कर कटे या नहीं: किसी का नहीं; सीमा पार होने पर पूरे वर्ष के ब्याज पर; या हर बार। भारत की समिति तब शुरू करती है जब पिछले वर्ष का कारोबार क़ानून की सीमा से ऊपर रहा हो।',
      'नहीं',
    ],
  },
  'tax.interestThreshold': {
    basis: 'law',
    en: ['Above it the whole interest of the year is taxed, not only what is beyond.', '50000.00'],
    hi: ['इससे ऊपर होने पर वर्ष के पूरे ब्याज पर कर कटता है, केवल अधिक भाग पर नहीं।', '50000.00'],
  },
  'tax.interestThresholdSenior': {
    basis: 'law',
    en: ['The threshold of members who are seniors in the tax year.', '100000.00'],
    hi: ['उन सदस्यों की सीमा जो कर वर्ष में वरिष्ठ नागरिक हैं।', '100000.00'],
  },
  'tax.interestRate': {
    basis: 'law',
    en: ['Withheld from members whose PAN is in the register.', '10'],
    hi: ['जिन सदस्यों का पैन दर्ज है, उनके ब्याज से इतना कटता है।', '10'],
  },
  'tax.interestRateWithoutPan': {
    basis: 'law',
    en: ['Withheld from members whose PAN is not in the register.', '20'],
    hi: ['जिन सदस्यों का पैन दर्ज नहीं, उनके ब्याज से इतना कटता है।', '20'],
  },
  'tax.seniorAge': {
    basis: 'law',
    en: ['Whoever reaches this age within the tax year has the threshold of seniors in it.', '60'],
    hi: ['जो कर वर्ष के भीतर इस आयु का हो जाए, उसकी सीमा वरिष्ठ नागरिक की होती है।', '60'],
  },
  'loans.highestRate': {
    basis: 'law',
    en: ['No kind of loan is set above it; empty where the law names no highest rate.', '14.75'],
    hi: ['कोई भी ऋण इससे ऊँची दर पर नहीं रखा जाता; क़ानून कोई सीमा न दे तो खाली।', '14.75'],
  },
  'loans.goldRate': {
    basis: 'committee',
    en: ['From its day on, net weight × fineness × this rate is what gold is worth.', '6850.00'],
    hi: ['अपने दिन से: शुद्ध वज़न × शुद्धता × यह भाव सोने का मूल्य है।', '6850.00'],
  },
  'loans.feeTax': {
    basis: 'law',
    en: [
      'Taken with the fee when a loan is paid out, and owed to the state. Only a society that is registered for the tax charges it; empty: none.',
      '18, GST on services',
    ],
    hi: [
      'ऋण देते समय शुल्क के साथ लिया जाता है और सरकार को देय है। केवल कर में पंजीकृत समिति लेती है; ख़ाली: कोई कर नहीं।',
      '18, सेवाओं पर जीएसटी',
    ],
  },
  'loans.penalRate': {
    basis: 'by-law',
    en: [
      'Counted for each day on overdue principal and interest, by the rate of the due day; never on a penal charge.',
      '2',
    ],
    hi: ['बकाया मूलधन और ब्याज पर हर दिन, किस्त के दिन की दर से; दंड शुल्क पर कभी नहीं।', '2'],
  },
  'loans.penalGraceDays': {
    basis: 'by-law',
    en: [
      'An instalment paid within these days bears nothing; a later one bears the charge from the last of them on.',
      '0',
    ],
    hi: ['इतने दिनों में चुकाई किस्त पर कुछ नहीं लगता; उसके बाद अंतिम छूट दिन से लगता है।', '0'],
  },
  'notices.maturingDays': {
    basis: 'committee',
    en: ['A notice to depositors whose deposits mature soon goes to those whose day comes within these days.', '30'],
    hi: ['जिनकी जमा इतने दिनों के भीतर परिपक्व होती है, “जल्द परिपक्व” सूचना उन्हें जाती है।', '30'],
  },
  'messages.smsPrice': {
    basis: 'committee',
    en: [
      'What the provider asks for a part (160 Latin letters, or 70 others); it counts in the list of deliveries.',
      '0.20',
    ],
    hi: ['सेवा एक भाग (160 लैटिन या 70 अन्य अक्षर) का जो लेती है; प्रेषण की सूची में गिना जाता है।', '0.20'],
  },
  'messages.quietFrom': {
    basis: 'committee',
    en: [
      'From then on no push message, e-mail or SMS goes out, but what must come. Members may choose hours of their own.',
      '22:00',
    ],
    hi: ['तब से ज़रूरी संदेशों को छोड़ कोई पुश, ई-मेल या SMS नहीं जाता। सदस्य अपना समय चुन सकते हैं।', '22:00'],
  },
  'messages.quietTo': {
    basis: 'committee',
    en: ['What waited goes out then. The same time as the beginning means no quiet hours.', '06:00'],
    hi: ['रुके हुए संदेश तब जाते हैं। शुरुआत के बराबर समय हो तो शांत समय नहीं रहता।', '06:00'],
  },
  'numbers.resolution': {
    basis: 'committee',
    en: [
      'What is decided in a meeting is numbered by it, from one in each year: {PREFIX} is GB of the general body, MC of the committee.',
      'MC/2026-27/014',
    ],
    hi: ['बैठक में जो तय हो उसकी संख्या, हर वर्ष एक से: {PREFIX} आम सभा के लिए GB, समिति के लिए MC।', 'MC/2026-27/014'],
  },
  'meetings.noticeDays': {
    basis: 'by-law',
    en: [
      'Neither the day of the notice nor that of the meeting counts. A general meeting that is called too late is refused.',
      '14',
    ],
    hi: ['सूचना और बैठक के दिन नहीं गिने जाते। देर से बुलाई गई आम सभा अस्वीकार होती है।', '14'],
  },
  'meetings.committeeNoticeDays': {
    basis: 'by-law',
    en: ['As of a general meeting; with 0 the committee can be called for the same day.', '3'],
    hi: ['आम सभा की तरह; 0 हो तो समिति उसी दिन बुलाई जा सकती है।', '3'],
  },
  'meetings.generalQuorum': {
    basis: 'by-law',
    en: ['Nothing can be resolved while fewer are there, up to whole people.', '20'],
    hi: ['इतने लोग न हों तो कुछ पारित नहीं होता; पूरे व्यक्तियों में गिना जाता है।', '20'],
  },
  'meetings.adjournedQuorum': {
    basis: 'by-law',
    en: ['When it meets again after it was adjourned. With nothing here, whoever comes is enough.', '33.33'],
    hi: ['स्थगन के बाद फिर मिलने पर। खाली हो तो जो आएँ वही पर्याप्त हैं।', '33.33'],
  },
  'meetings.committeeQuorum': {
    basis: 'by-law',
    en: ['51 is a majority of any committee of fewer than fifty.', '51'],
    hi: ['51 का अर्थ पचास से छोटी किसी भी समिति का बहुमत है।', '51'],
  },
  'meetings.adjournMinutes': {
    basis: 'by-law',
    en: ['Counted from when it should have begun: half an hour, or 10080 for a week.', '30'],
    hi: ['बैठक के तय समय से गिना जाता है: आधा घंटा, या एक सप्ताह के लिए 10080।', '30'],
  },
  'meetings.defaultDays': {
    basis: 'by-law',
    en: ['Counted on the day on which the list of voters is fixed.', '90'],
    hi: ['मतदाता सूची तय होने के दिन गिना जाता है।', '90'],
  },
  'messages.keptMonths': {
    basis: 'committee',
    en: [
      'The rows name a person and an address; after this time they are forgotten, with the reminders of their days.',
      '24',
    ],
    hi: ['इनमें व्यक्ति और पता होता है; इस समय के बाद ये मिटा दिए जाते हैं, और पुराने दिनों के अनुस्मारक भी।', '24'],
  },
  'messages.answerDays': {
    basis: 'committee',
    en: ['The member reads this day beside a complaint; after it the office sees the complaint as late.', '15'],
    hi: ['सदस्य को शिकायत के साथ यह दिन दिखता है; उसके बाद कार्यालय को वह विलंबित दिखती है।', '15'],
  },
  'messages.reopenDays': {
    basis: 'committee',
    en: ['After these days a closed message stays closed; the member writes a new one.', '15'],
    hi: ['इतने दिनों के बाद बंद संदेश बंद ही रहता है; सदस्य नया लिखता है।', '15'],
  },
  'messages.perDay': {
    basis: 'committee',
    en: ['What one member may write in a day, all messages together, so that nobody fills the inbox.', '10'],
    hi: ['एक सदस्य एक दिन में कुल कितना लिख सकता है, ताकि कोई इनबॉक्स न भर दे।', '10'],
  },
  'loans.noticeDays': {
    basis: 'by-law',
    en: ['The next letter may go out when these days are over and what was asked for is not paid.', '15'],
    hi: ['ये दिन बीतने पर और माँगी गई राशि न चुकने पर अगली सूचना भेजी जा सकती है।', '15'],
  },
  'loans.debitPartly': {
    basis: 'committee',
    en: [
      'Holds for borrowers who agreed that instalments are taken from their savings. Off: all that is due, or nothing.',
      'on',
    ],
    hi: ['उन ऋणियों के लिए जिन्होंने बचत से किस्त काटने की सहमति दी। बंद: पूरी देय राशि, या कुछ नहीं।', 'on'],
  },
  'loans.accrueInterest': {
    basis: 'committee',
    en: [
      'Shows what borrowers owe as a receivable; of loans that do not perform it stands in the reserve for overdue interest.',
      'on',
    ],
    hi: ['ऋणियों का देय ब्याज प्राप्य में दिखता है; अनर्जक ऋणों का ब्याज अतिदेय ब्याज आरक्षित में रहता है।', 'on'],
  },
  'loans.classRule': {
    basis: 'law',
    en: ['From days past due to a class, and from a class to what is put aside for the loan.', 'IN-UCB-IRAC'],
    hi: ['बकाया दिनों से वर्ग, और वर्ग से प्रावधान।', 'IN-UCB-IRAC'],
  },
  'loans.rescheduledDays': {
    basis: 'law',
    en: ['A new plan makes no bad loan good; whoever is late within this time begins it again.', '365'],
    hi: ['नई योजना से कोई बुरा ऋण अच्छा नहीं होता; इस बीच चूक हो तो यह समय फिर से शुरू होता है।', '365'],
  },
  'loans.rescheduledLowers': {
    basis: 'law',
    en: ['Holds for new plans of loans that perform; a moratorium lowers no class.', 'on'],
    hi: ['जो ऋण अच्छे चल रहे हैं उनकी नई योजना पर लागू; ऋण-स्थगन से वर्ग नहीं गिरता।', 'on'],
  },
  'reminders.loanInstalment': {
    basis: 'committee',
    en: [
      'The end of a day tells the borrower of an instalment that is not paid, so many days before it falls due; several numbers tell it several times, nothing never.',
      '3',
    ],
    hi: [
      'दिवस समाप्ति ऋणी को बाकी किस्त की याद देय दिन से इतने दिन पहले दिलाती है; कई संख्याएँ हों तो कई बार, खाली हो तो कभी नहीं।',
      '3',
    ],
  },
  'reminders.depositInstalment': {
    basis: 'committee',
    en: ['The same for an instalment of a recurring deposit that is not paid yet.', '3'],
    hi: ['आवर्ती जमा की जो किस्त अभी बाकी है, उसके लिए भी यही।', '3'],
  },
  'reminders.thrift': {
    basis: 'committee',
    en: ['The same for the thrift of the month, for whoever has not paid it ahead.', '3'],
    hi: ['महीने की अनिवार्य बचत के लिए यही, यदि वह पहले जमा न हुई हो।', '3'],
  },
  'reminders.maturity': {
    basis: 'committee',
    en: ['Members hear that a deposit ends while there is time to say what becomes of it.', '15, 3'],
    hi: ['जमा पूरी होने की सूचना समय रहते मिलती है, ताकि सदस्य बता सके कि आगे क्या करना है।', '15, 3'],
  },
  'reminders.kyc': {
    basis: 'committee',
    en: [
      'Before a paper runs out, or the papers are to be looked at again, the member is asked for new ones.',
      '30, 7',
    ],
    hi: ['किसी दस्तावेज़ की अवधि पूरी होने या दस्तावेज़ फिर देखे जाने से पहले सदस्य से नए माँगे जाते हैं।', '30, 7'],
  },
  'reminders.meeting': {
    basis: 'committee',
    en: [
      'All members hear once more of a general meeting they were called to; a meeting of the committee has no reminder.',
      '3',
    ],
    hi: [
      'जिस आम सभा की सूचना दी जा चुकी है, उसकी याद सभी सदस्यों को दिलाई जाती है; समिति की बैठक की याद नहीं दिलाई जाती।',
      '3',
    ],
  },
  'deposits.holidayRule': {
    basis: 'by-law',
    en: [
      'Holds for instalments, thrift, standing instructions, interest that is paid out, and maturities. What is paid on the day it moves to is paid in time.',
      'next',
    ],
    hi: [
      'किस्त, अनिवार्य बचत, स्थायी निर्देश, ब्याज भुगतान और परिपक्वता, सब पर लागू। जिस दिन पर बात टली, उस दिन दिया हुआ समय पर माना जाता है।',
      'next',
    ],
  },
  'deposits.holidayInterest': {
    basis: 'by-law',
    en: [
      'Simple interest at the agreed rate, for the days of the holiday, on all that was due on the last day.',
      'yes',
    ],
    hi: ['अवकाश के दिनों का साधारण ब्याज, तय दर से, अंतिम दिन की पूरी देय राशि पर।', 'हाँ'],
  },
  'thrift.monthlyDue': {
    basis: 'by-law',
    en: [
      'From its day on it is due from every active member each month; who has no account for it gets one. Nothing said, none is raised.',
      '500.00',
    ],
    hi: [
      'इस दिन से हर सक्रिय सदस्य से हर महीने इतना देय होता है; जिसका खाता न हो उसका खाता खुल जाता है। कुछ न कहने पर कोई देय नहीं बनता।',
      '500.00',
    ],
  },
  'thrift.dueDay': {
    basis: 'by-law',
    en: ['The end of this day raises the due of the month.', '1'],
    hi: ['इस दिन की दिवस समाप्ति महीने का देय दर्ज करती है।', '1'],
  },
  'thrift.graceDay': {
    basis: 'by-law',
    en: ['What is paid up to this day is paid in time.', '10'],
    hi: ['जो इस दिन तक जमा हो वह समय पर जमा मानी जाती है।', '10'],
  },
  'daily.termMonths': {
    basis: 'committee',
    en: ['The term of a new daily deposit unless another is said when it is opened.', '12'],
    hi: ['नई दैनिक जमा की अवधि, यदि खोलते समय दूसरी न कही जाए।', '12'],
  },
  'daily.keptMonths': {
    basis: 'by-law',
    en: ['Closed before so many months, a new daily deposit earns nothing and pays the service charge.', '6'],
    hi: ['इतने महीने से पहले बंद हो तो नई दैनिक जमा पर ब्याज नहीं मिलता और सेवा शुल्क लगता है।', '6'],
  },
  'daily.addEveryMonths': {
    basis: 'committee',
    en: ['What a new daily deposit earns is credited to it at the end of so many months, counted from its first.', '3'],
    hi: ['नई दैनिक जमा का ब्याज पहले महीने से गिनकर इतने महीनों के अंत में उसी में जमा होता है।', '3'],
  },
  'daily.serviceCharge': {
    basis: 'by-law',
    en: ['Taken from what is paid out when a daily deposit is closed too early. Empty: nothing is.', '3'],
    hi: ['समय से पहले बंद होने पर भुगतान से काटा जाता है। ख़ाली: कुछ नहीं कटता।', '3'],
  },
  'collections.commissionRate': {
    basis: 'committee',
    en: ['What an agent earns on the collections of a month, unless something else was agreed with the agent.', '3'],
    hi: ['महीने के संग्रह पर अभिकर्ता को मिलता है, यदि उनसे कुछ और तय न हुआ हो।', '3'],
  },
  'collections.commissionTax': {
    basis: 'law',
    en: ['Withheld when commission is paid. Empty: nothing is.', '2, Income-tax Act'],
    hi: ['कमीशन देते समय काटा जाता है। ख़ाली: कुछ नहीं कटता।', '2, आयकर अधिनियम'],
  },
  'collections.commissionTaxFrom': {
    basis: 'law',
    en: [
      'Up to this commission in a financial year nothing is withheld. Empty: tax is taken from the first rupee.',
      '20000.00',
    ],
    hi: ['वित्तीय वर्ष में इतने कमीशन तक कुछ नहीं कटता। ख़ाली: पहले रुपये से कटता है।', '20000.00'],
  },
  'limit.agentCash': {
    basis: 'committee',
    en: ['Cash with an agent above this is shown as a warning until it is handed over. Empty: none is.', '25000.00'],
    hi: ['अभिकर्ता के पास इससे अधिक नकदी सौंपे जाने तक चेतावनी के रूप में दिखती है। ख़ाली: कोई नहीं।', '25000.00'],
  },
  'limit.agentDays': {
    basis: 'committee',
    en: ['Cash that is with an agent for more days than these is shown as a warning.', '1'],
    hi: ['इससे अधिक दिन अभिकर्ता के पास रही नकदी चेतावनी के रूप में दिखती है।', '1'],
  },
  'accounts.shortCash': {
    basis: 'committee',
    en: ['Cash that a till is short of at its closing is booked here.', '5901'],
    hi: ['गल्ला बंद करते समय कम पाया गया नक़द यहाँ लिखा जाता है।', '5901'],
  },
  'accounts.excessCash': {
    basis: 'committee',
    en: ['Cash that a till has too much of is booked here until its owner is found.', '2221'],
    hi: ['गल्ले में अधिक पाया गया नक़द स्वामी मिलने तक यहाँ लिखा जाता है।', '2221'],
  },
  'accounts.cheque': {
    basis: 'committee',
    en: ['Cheques taken at the counter lie here until the bank has paid them.', '1204'],
    hi: ['काउंटर पर मिले चेक बैंक से भुगतान होने तक यहाँ रहते हैं।', '1204'],
  },
  'accounts.bank': {
    basis: 'committee',
    en: ['Bank transfers of members arrive here.', '1201'],
    hi: ['सदस्यों के बैंक अंतरण यहाँ आते हैं।', '1201'],
  },
  'accounts.upi': {
    basis: 'committee',
    en: ['What members pay by UPI arrives here.', '1203'],
    hi: ['सदस्य यूपीआई से जो देते हैं, वह यहाँ आता है।', '1203'],
  },
  'payments.scheme': {
    basis: 'committee',
    en: ['UPI in India; in Nepal the code that the bank of the society gave out.', 'UPI'],
    hi: ['भारत में यूपीआई; नेपाल में वह कोड जो समिति के बैंक ने दिया।', 'यूपीआई'],
  },
  'payments.upiAddress': {
    basis: 'committee',
    en: [
      "Every payment request goes to this address and no other. It is the society's own, never a person's.",
      'society.demo@examplebank',
    ],
    hi: ['हर भुगतान अनुरोध इसी पते पर जाता है। यह समिति का अपना पता है, किसी व्यक्ति का नहीं।', 'society.demo@examplebank'],
  },
  'payments.nepalCode': {
    basis: 'committee',
    en: [
      'What the standing code of the bank says when it is read; requests add the amount and their reference.',
      '000201010211…6304A1B2',
    ],
    hi: ['बैंक के स्थायी कोड को पढ़ने पर जो लिखा आता है; अनुरोध उसमें राशि और संदर्भ जोड़ते हैं।', '000201010211…6304A1B2'],
  },
  'payments.payeeName': {
    basis: 'committee',
    en: [
      'Stands beside the address in the app of the payer. Without it the name of the society does.',
      'Demo Cooperative',
    ],
    hi: ['भुगतान ऐप में पते के साथ दिखता है। न हो तो समिति का नाम दिखता है।', 'Demo Cooperative'],
  },
  'payments.requestMinutes': {
    basis: 'committee',
    en: ['Afterwards its code is shown no more. What was paid in time still counts.', '60'],
    hi: ['इसके बाद कोड नहीं दिखता। समय रहते जो दिया गया, वह गिना जाता है।', '60'],
  },
  'payments.openRequests': {
    basis: 'committee',
    en: ['So that one phone cannot fill the list. What is paid, ended or over its time counts no more.', '10'],
    hi: ['ताकि एक फ़ोन सूची न भर दे। जिसका भुगतान हो गया, जो बंद हुआ या जिसका समय समाप्त हुआ, वह नहीं गिना जाता।', '10'],
  },
  'accounts.unidentified': {
    basis: 'committee',
    en: ['What a statement shows and nothing tells whose it is waits here until two people have found out.', '2221'],
    hi: ['विवरण की जिस राशि का स्वामी ज्ञात न हो, वह यहाँ रहती है जब तक दो लोग पता न लगा लें।', '2221'],
  },
  'payments.bankAccount': {
    basis: 'committee',
    en: ['What a statement shows moves here from the account that UPI is received into.', '1201'],
    hi: ['विवरण में दिखी राशि यूपीआई प्राप्ति के खाते से यहाँ आती है।', '1201'],
  },
};

export function settingHelp(name: SettingName, language: Language): SettingHelp {
  const { basis, [language]: words } = HELP[name];
  const [what, example] = words;
  return { what, basis: BASES[basis][language], example };
}
