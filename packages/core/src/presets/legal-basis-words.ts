// The presets name what each value rests on in English, and so it is kept. Here is how it reads in Hindi.

const HINDI: Readonly<Record<string, string>> = {
  "Starting value; the society's by-laws decide.": 'आरंभिक मान; समिति के उपनियम तय करते हैं।',
  'Starting value; the committee decides by resolution.': 'आरंभिक मान; प्रबंध समिति प्रस्ताव से तय करती है।',
  'Fourteen clear days in most state Acts; check the Act and the by-laws of the society.':
    'अधिकतर राज्य अधिनियमों में पूरे चौदह दिन; अधिनियम और समिति के उपनियम देखें।',
  'One fifth of the members in most state Acts; check the Act and the by-laws of the society.':
    'अधिकतर राज्य अधिनियमों में सदस्यों का पाँचवाँ भाग; अधिनियम और समिति के उपनियम देखें।',
  'Cooperatives Act 2074 and its rules: fifteen days; confirm them.': 'सहकारी ऐन 2074 और उसके नियम: पंद्रह दिन; पुष्टि करें।',
  'Cooperatives Act 2074: 51 per cent of the members; confirm it.': 'सहकारी ऐन 2074: सदस्यों का 51 प्रतिशत; पुष्टि करें।',
  'Cooperatives Act 2074: one third when it meets again; confirm it.':
    'सहकारी ऐन 2074: दोबारा मिलने पर एक तिहाई; पुष्टि करें।',
  'Officially valid documents of the Prevention of Money-laundering (Maintenance of Records) Rules 2005; check the by-laws of the society.':
    'धन-शोधन निवारण (अभिलेख अनुरक्षण) नियम 2005 के आधिकारिक रूप से वैध दस्तावेज़; समिति के उपनियम देखें।',
  'Know-your-member rules of savings co-operatives under the Assets (Money) Laundering Prevention Act 2064.':
    'सम्पत्ति शुद्धीकरण निवारण ऐन 2064 के अंतर्गत बचत सहकारी समितियों के सदस्य-पहचान नियम।',
  'Usual periods of know-your-customer rules: three, two and one year by risk.':
    'ग्राहक पहचान नियमों की सामान्य अवधि: जोखिम के अनुसार तीन, दो और एक वर्ष।',
  'Coinage Act 2011; Reserve Bank of India Act 1934.': 'सिक्का निर्माण अधिनियम 2011; भारतीय रिज़र्व बैंक अधिनियम 1934।',
  'Coinage Act 2011: a rupee is a hundred paise.': 'सिक्का निर्माण अधिनियम 2011: एक रुपये में सौ पैसे।',
  'Common practice of the state Acts.': 'राज्य अधिनियमों का सामान्य चलन।',
  'Co-operative year of the state Acts: 1 April to 31 March.': 'राज्य अधिनियमों का सहकारी वर्ष: 1 अप्रैल से 31 मार्च।',
  'Indian Standard Time.': 'भारतीय मानक समय।',
  'National numbering plan: ten digits after +91.': 'राष्ट्रीय नंबर योजना: +91 के बाद दस अंक।',
  'Notes and coins in circulation; the 2,000-rupee note was withdrawn in 2023.':
    'चलन के नोट और सिक्के; 2,000 रुपये का नोट 2023 में वापस लिया गया।',
  'One fifth of the share capital in most state Acts; check the Act and the by-laws of the society.':
    'अधिकतर राज्य अधिनियमों में अंश पूँजी का पाँचवाँ भाग; अधिनियम और समिति के उपनियम देखें।',
  'Income-tax Act 1961 ss. 269SS and 269T: no deposit or its repayment of 20,000 rupees or more in cash. Confirm the section under the Income-tax Act 2025.':
    'आयकर अधिनियम 1961, धारा 269SS और 269T: 20,000 रुपये या अधिक की जमा या उसकी वापसी नक़द में नहीं। आयकर अधिनियम 2025 की धारा की पुष्टि करें।',
  'Common accounting practice of credit co-operatives: accrual. A small society may book interest when it is given.':
    'साख सहकारी समितियों का सामान्य लेखा व्यवहार: उपार्जन। छोटी समिति ब्याज देने के दिन लिख सकती है।',
  'Income-tax Act 1961 s. 194A: a co-operative society withholds only when its turnover of the year before was above 50 crore rupees. Confirm the section under the Income-tax Act 2025.':
    'आयकर अधिनियम 1961, धारा 194A: सहकारी समिति ब्याज पर कर तभी काटती है जब पिछले वर्ष का उसका कारोबार 50 करोड़ रुपये से अधिक हो। आयकर अधिनियम 2025 की धारा की पुष्टि करें।',
  'Income-tax Act 1961 s. 194A: 10 per cent.': 'आयकर अधिनियम 1961, धारा 194A: 10 प्रतिशत।',
  'Income-tax Act 1961 s. 206AA: 20 per cent where no PAN is given.':
    'आयकर अधिनियम 1961, धारा 206AA: पैन न देने पर 20 प्रतिशत।',
  'Income-tax Act 1961 s. 194A as of 1 April 2025: 50,000 rupees in a year, 100,000 of a senior citizen. Confirm the section under the Income-tax Act 2025.':
    'आयकर अधिनियम 1961, धारा 194A, 1 अप्रैल 2025 से: वर्ष में 50,000 रुपये, वरिष्ठ नागरिक के 1,00,000 रुपये। आयकर अधिनियम 2025 की धारा की पुष्टि करें।',
  'Income-tax Act: a senior citizen is 60 at any time of the year.':
    'आयकर अधिनियम: जो वर्ष में किसी भी समय 60 वर्ष का हो, वह वरिष्ठ नागरिक है।',
  'Income Tax Act 2058: tax is withheld from every credit; nobody has a threshold.':
    'आयकर ऐन 2058: हर ब्याज जमा पर कर कटता है; किसी के लिए कोई सीमा नहीं।',
  'Income Tax Act 2058 s. 88: tax is withheld from every payment of interest.':
    'आयकर ऐन 2058, धारा 88: ब्याज के हर भुगतान पर कर कटता है।',
  'Income Tax Act 2058 as amended by the Finance Act 2080: 6 per cent, 5 before.':
    'आयकर ऐन 2058, आर्थिक ऐन 2080 से संशोधित: 6 प्रतिशत, पहले 5।',
  'Income Tax Act 2058: the same rate with and without a PAN.': 'आयकर ऐन 2058: पैन हो या न हो, दर वही।',
  'No duty of its own under the state Acts.': 'राज्य अधिनियमों में अलग से कोई बाध्यता नहीं।',
  'Majority Act 1875 s. 3.': 'वयस्कता अधिनियम 1875, धारा 3।',
  'Multi-State Co-operative Societies Act 2002.': 'बहु-राज्य सहकारी समिति अधिनियम 2002।',
  'Multi-State Co-operative Societies Act 2002: the year ends on 31 March.':
    'बहु-राज्य सहकारी समिति अधिनियम 2002: वर्ष 31 मार्च को समाप्त होता है।',
  'Multi-State Co-operative Societies Act 2002: no member above one fifth of the share capital.':
    'बहु-राज्य सहकारी समिति अधिनियम 2002: किसी सदस्य के पास अंश पूँजी के पाँचवें भाग से अधिक नहीं।',
  'The state Acts leave the rate to the by-laws.': 'राज्य अधिनियम दर उपविधियों पर छोड़ते हैं।',
  'Highest reference rate for savings co-operatives (2020); confirm the one in force.':
    'बचत सहकारी संस्थाओं की उच्चतम संदर्भ दर (2020); वर्तमान दर की पुष्टि करें।',
  'No duty of its own under the Act.': 'अधिनियम में अलग से कोई बाध्यता नहीं।',
  'Nepal Rastra Bank Act 2058.': 'नेपाल राष्ट्र बैंक ऐन 2058।',
  'Nepal Rastra Bank Act 2058: a rupee is a hundred paisa.': 'नेपाल राष्ट्र बैंक ऐन 2058: एक रुपये में सौ पैसे।',
  'Bikram Sambat is the calendar of the law of Nepal.': 'नेपाल के क़ानून का पंचांग विक्रम संवत है।',
  'Cooperatives Act 2074: 1 Shrawan to the end of Ashadh.': 'सहकारी ऐन 2074: 1 श्रावण से आषाढ़ के अंत तक।',
  'Nepal Standard Time.': 'नेपाल मानक समय।',
  'National numbering plan: ten digits after +977.': 'राष्ट्रीय नंबर योजना: +977 के बाद दस अंक।',
  'Notes and coins in circulation.': 'चलन के नोट और सिक्के।',
  'Cooperatives Act 2074: a share is of 100 rupees.': 'सहकारी ऐन 2074: एक अंश 100 रुपये का।',
  'Cooperatives Act 2074: no member above 20 per cent of the share capital.':
    'सहकारी ऐन 2074: किसी सदस्य के पास अंश पूँजी के 20 प्रतिशत से अधिक नहीं।',
  'No ban on cash; large sums are declared and reported.': 'नक़द पर रोक नहीं; बड़ी राशियाँ घोषित और सूचित होती हैं।',
  'Anti-money-laundering rules: 10 lakh rupees or more in a day is reported to the FIU within 15 days.':
    'धन-शोधन निवारण नियम: एक दिन में 10 लाख रुपये या अधिक की सूचना 15 दिन में FIU को।',
  'National Civil Code 2074.': 'राष्ट्रीय नागरिक संहिता 2074।',
  'A draft of January 2025 would have barred savings co-operatives from fixed deposits; the final text is not confirmed. Ask the auditor, and switch them off where it holds.':
    'जनवरी 2025 का एक मसौदा बचत सहकारी संस्थाओं को सावधि जमा से रोकता; अंतिम पाठ की पुष्टि नहीं है। लेखा परीक्षक से पूछें, और जहाँ लागू हो वहाँ बंद करें।',
  "Starting value; choose the country's currency.": 'आरंभिक मान; देश की मुद्रा चुनें।',
  'ISO 4217 for the chosen currency.': 'चुनी गई मुद्रा के लिए ISO 4217।',
  'Common practice.': 'सामान्य चलन।',
  "Starting value; the country's co-operative law decides.": 'आरंभिक मान; देश का सहकारी क़ानून तय करता है।',
  "Starting value; choose the society's own zone.": 'आरंभिक मान; समिति का अपना समय क्षेत्र चुनें।',
  'Recommendation E.164: numbers are written with their country code.': 'सिफ़ारिश E.164: नंबर देश के कोड के साथ लिखे जाते हैं।',
  'Starting value for Kenyan shillings; list the notes and coins of the chosen currency.':
    'केन्याई शिलिंग के लिए आरंभिक मान; चुनी गई मुद्रा के नोट और सिक्के लिखें।',
  "Starting value; the country's law decides.": 'आरंभिक मान; देश का क़ानून तय करता है।',
};

/** What a value rests on, for a reader of Hindi; what the society has written itself stays as it is. */
export function hindiLegalBasis(basis: string): string {
  return HINDI[basis] ?? basis;
}
