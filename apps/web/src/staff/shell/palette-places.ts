import { searchWords, typedSound } from '@kafal/core';
import type { Permission } from '../answers.ts';
import type { WordKey } from '../words.ts';
import { type NavigationItem, navigation } from './navigation.ts';

// The pages and acts that the palette leads to. People search in the words of either language, whichever is shown, so
// each place carries the words of both; they are never shown.

export interface Place {
  label: WordKey;
  to: string;
  search?: Readonly<Record<string, string>>;
  permission: Permission | undefined;
  words: string;
}

export const acts: readonly Place[] = [
  {
    label: 'act.takeReceipt',
    to: '/counter',
    permission: 'receipt.take',
    words: 'take receipt receive cash deposit collect dues रसीद काटें नकद जमा लें प्राप्ति',
  },
  {
    label: 'act.payOut',
    to: '/counter',
    search: { desk: 'withdraw' },
    permission: 'savings.withdraw',
    words: 'pay out withdraw withdrawal payment savings भुगतान निकासी बचत निकालें',
  },
  {
    label: 'act.transfer',
    to: '/counter',
    search: { desk: 'transfer' },
    permission: 'savings.transfer',
    words: 'transfer move between accounts अंतरण खाते स्थानांतरण',
  },
  {
    label: 'act.openTermDeposit',
    to: '/counter',
    search: { desk: 'deposit' },
    permission: 'receipt.take',
    words: 'open new fixed recurring deposit fd rd term certificate सावधि आवर्ती जमा खोलें एफडी आरडी नई',
  },
  {
    label: 'act.reverse',
    to: '/counter',
    search: { desk: 'reverse' },
    permission: 'entry.reverse',
    words: 'reverse take back cancel wrong mistake receipt undo रसीद वापस लें उलटें रद्द गलती',
  },
  {
    label: 'act.openTill',
    to: '/counter/till',
    permission: 'till.operate',
    words: 'open close my till drawer count cash गल्ला काउंटर दराज खोलें बंद करें गिनें नकद',
  },
  {
    label: 'act.registerMember',
    to: '/applications/new',
    permission: 'member.register',
    words: 'register new member admit application join सदस्य पंजीकृत नया सदस्यता आवेदन',
  },
  {
    label: 'act.enterVoucher',
    to: '/books/vouchers',
    permission: 'voucher.enter',
    words: 'enter voucher journal expense entry वाउचर दर्ज प्रविष्टि खर्च',
  },
  {
    label: 'act.endDay',
    to: '/books/day-end',
    permission: 'day.close',
    words: 'end of day close interest credit eod दिवस समाप्ति दिन समाप्त ब्याज',
  },
  {
    label: 'act.closeDay',
    to: '/books/business-day',
    permission: 'day.close',
    words: 'close business day end दिन बंद कारोबारी समाप्त',
  },
  {
    label: 'act.createUser',
    to: '/settings/users',
    permission: 'user.manage',
    words: 'create new user staff login उपयोगकर्ता बनाएँ नया कर्मचारी',
  },
  {
    label: 'act.changePassword',
    to: '/account',
    permission: undefined,
    words: 'change my password पासवर्ड बदलें',
  },
];

const wordsOfPage: Readonly<Record<string, string>> = {
  '/': 'today dashboard home आज मुखपृष्ठ',
  '/counter': 'counter desk काउंटर',
  '/counter/receipts': 'receipts payments रसीदें भुगतान',
  '/counter/sheets': 'sheet of repayments employer salary bulk file csv चुकौती सूची नियोक्ता वेतन',
  '/counter/till': 'till drawer cash गल्ला दराज नकद',
  '/payments/statements': 'bank statement csv import reconcile utr बैंक विवरण मिलान यूटीआर',
  '/meetings':
    'meetings general meeting committee agenda attendance quorum resolution vote minutes बैठक आम सभा प्रस्ताव मत कार्यवृत्त',
  '/papers-to-check': 'papers check kyc verify documents queue identity दस्तावेज़ जाँच सत्यापन केवाईसी',
  '/kyc': 'kyc papers missing expired expiring review re-kyc risk केवाईसी दस्तावेज़ समीक्षा जोखिम',
  '/lookalikes': 'duplicates lookalikes same phone name birth date twins समान मिलते दोहरे सदस्य',
  '/messages': 'messages inbox complaints questions office grievance letters संदेश शिकायत प्रश्न पत्र',
  '/settings/reminders': 'reminders due dates days before instalment maturity kyc meeting याद अनुस्मारक देय दिन पहले',
  '/settings/sms': 'sms provider dlt template text message gateway एसएमएस पाठ सेवा',
  '/deliveries': 'delivery email sms mail messages sent failed cost provider प्रेषण ईमेल एसएमएस संदेश लागत',
  '/notice-board': 'notice board notices announcements publish circular सूचना पट्ट सूचनाएँ घोषणा परिपत्र',
  '/payments/desk': 'unidentified suspense unmatched desk 2221 अज्ञात राशि उचंत',
  '/payments/gateway': 'payment gateway webhook razorpay upi bridge secret गेटवे भुगतान वेबहुक रेज़रपे सेतु',
  '/payments/requests': 'payment requests upi qr code phone भुगतान अनुरोध यूपीआई क्यूआर फ़ोन',
  '/members': 'members list सदस्य सूची',
  '/applications': 'applications membership requests आवेदन सदस्यता',
  '/approvals': 'approvals waiting second person स्वीकृति अनुमोदन प्रतीक्षा',
  '/savings': 'savings deposits accounts बचत जमा खाते',
  '/collections/agents': 'agents routes collections cash hand over pigmy अभिकर्ता मार्ग संग्रह नकदी सुपुर्दगी पिग्मी',
  '/collections/accounts': 'daily accounts deposits pigmy दैनिक खाते जमा पिग्मी',
  '/collections/sheet': 'enter paper sheet of an agent collections पर्ची दर्ज अभिकर्ता संग्रह',
  '/round': 'my round collect doors मेरा मार्ग संग्रह घर',
  '/thrift-dues': 'thrift dues arrears compulsory अनिवार्य बचत देय बकाया',
  '/tax-declarations': 'tax declarations form 121 register कर घोषणा फ़ॉर्म रजिस्टर',
  '/books/interest-tax': 'tax list tds interest certificates withheld कर सूची टीडीएस ब्याज प्रमाणपत्र',
  '/books/tax-payable': 'tax office payable tds paid over 2211 कर कार्यालय देय टीडीएस',
  '/loans': 'loans borrow credit emi ऋण कर्ज किस्त उधार',
  '/loans/collateral': 'security collateral gold packet pledge vault बंधक सोना पैकेट गिरवी तिजोरी',
  '/loans/agenda': 'committee agenda meeting sanction decide समिति कार्यसूची बैठक स्वीकृति',
  '/loans/classes': 'classes provisions npa doubtful loss bad debts report श्रेणी प्रावधान संदिग्ध हानि अवमानक',
  '/loans/demand': 'demand list employer salary wages village route माँग सूची नियोक्ता वेतन गाँव',
  '/loans/dues': 'dues overdue collections recovery arrears देय बकाया वसूली',
  '/shares': 'shares certificates अंश शेयर प्रमाणपत्र',
  '/transactions': 'transactions entries journal books लेनदेन प्रविष्टियाँ बही',
  '/books/day-book': 'day book रोकड़ दैनिक बही',
  '/books/trial-balance': 'trial balance तलपट',
  '/books/accounts': 'chart accounts ledger heads खाते लेखा शीर्ष',
  '/books/vouchers': 'vouchers वाउचर',
  '/books/day-end': 'end of day interest दिवस समाप्ति ब्याज',
  '/books/business-day': 'business day date कारोबारी दिन तिथि',
  '/audit': 'audit trail log लेखा परीक्षा अभिलेख',
  '/settings/society': 'settings society सेटिंग समिति संस्था',
  '/settings/loan-products': 'loan products kinds of loan rates rules ऋण के प्रकार दर नियम',
  '/settings/sanction-levels': 'levels limits sanction powers स्वीकृति स्तर सीमा',
  '/settings/fees': 'fees शुल्क',
  '/settings/products': 'products deposits savings interest rates उत्पाद जमा बचत ब्याज दरें',
  '/settings/tills': 'tills counters गल्ले काउंटर',
  '/settings/holidays': 'holidays calendar weekly off अवकाश छुट्टी कैलेंडर',
  '/settings/webhooks':
    'webhooks events other systems accounting program integration api वेबहुक घटनाएँ प्रणाली लेखा कार्यक्रम',
  '/settings/users': 'users staff उपयोगकर्ता कर्मचारी',
  '/settings/roles': 'roles permissions भूमिकाएँ अनुमतियाँ',
  '/account': 'my account language password sessions मेरा खाता भाषा पासवर्ड',
};

const placeOf = ({ label, to, permission }: NavigationItem): Place => ({
  label,
  to,
  permission,
  words: wordsOfPage[to] ?? '',
});

export const pages: readonly Place[] = [
  // A group is its first page under another name.
  ...navigation.flatMap((item) => (item.children ?? [item]).map(placeOf)),
  { label: 'nav.account', to: '/account', permission: undefined, words: wordsOfPage['/account'] ?? '' },
];

/** Whether each typed word begins one of the words of the place, as written or as heard. */
export function placeMatches(place: Place, shownLabel: string, typed: string): boolean {
  const known = searchWords(`${shownLabel} ${place.words}`);
  const wanted = searchWords(typed);
  return wanted.length > 0 && wanted.every((word) => known.some((own) => own.startsWith(word) || sounds(own, word)));
}

const fewestSoundLetters = 3;

function sounds(own: string, typed: string): boolean {
  const { key, isWhole } = typedSound(typed);
  return !isWhole && key.length >= fewestSoundLetters && typedSound(own).key.startsWith(key);
}
