// Every word that stands on paper, in the language the paper is printed in.

const en = {
  receipt: 'Receipt',
  paymentVoucher: 'Payment voucher',
  receivedFrom: 'Received with thanks from',
  paidTo: 'Paid to',
  number: 'No.',
  date: 'Date',
  memberNumber: 'Member no. {number}',
  particulars: 'Particulars',
  amount: 'Amount ({currency})',
  total: 'Total',
  inWords: 'Amount in words',
  mode: 'Mode',
  modeCash: 'Cash',
  modeCheque: 'Cheque',
  modeBank: 'Bank transfer',
  modeUpi: 'UPI',
  reference: 'Reference',
  chequeNumber: 'Cheque no.',
  referenceOn: 'Dated',
  drawnOn: 'Drawn on',
  cashGiven: 'Cash given',
  change: 'Change returned',
  till: 'Till',
  duplicate: 'DUPLICATE – print {count}',
  reversed: 'REVERSED by {number}',
  memberSignature: "Member's signature",
  cashier: 'Cashier: {name}',
  printed: 'Printed {at} by {name}',
  registrationNumber: 'Reg. no. {number}',
  statementTitle: 'Statement of account {number}',
  period: 'From {from} to {to}',
  member: 'Member',
  memberNumberLabel: 'Member number',
  account: 'Account',
  openedOn: 'Opened on',
  address: 'Address',
  voucher: 'Voucher',
  withdrawal: 'Withdrawal ({currency})',
  deposit: 'Deposit ({currency})',
  balance: 'Balance ({currency})',
  openingBalance: 'Opening balance on {date}',
  closingBalance: 'Closing balance on {date}',
  closing: 'Closing balance',
  closingInWords: 'Closing balance in words',
  noEntries: 'No entries in this period.',
  preparedBy: 'Prepared by',
  checkedBy: 'Checked by',
  manager: 'Manager',
  pageOfPages: 'Page {page} of {pages}',
  certificateTitle: 'Share Certificate',
  certificateNumber: 'Certificate no.',
  folio: 'Folio',
  certificateSentence:
    'This is to certify that *{name}*, of {address}, member no. *{memberNumber}*, is the registered holder of ' +
    '*{shares}* fully paid-up shares of *{faceValue}* each in this society, subject to its Act, rules and by-laws.',
  certificateSentenceWithParent:
    'This is to certify that *{name}*, {relation} *{parent}*, of {address}, member no. *{memberNumber}*, is ' +
    'the registered holder of *{shares}* fully paid-up shares of *{faceValue}* each in this society, subject to its ' +
    'Act, rules and by-laws.',
  relation_female: 'daughter or wife of',
  relation_male: 'son or husband of',
  relation_other: 'child or spouse of',
  numberOfShares: 'Number of shares',
  faceValue: 'Face value',
  amountPaid: 'Amount paid',
  distinctiveNumbers: 'Distinctive numbers',
  resolution: 'Resolution',
  givenOn: 'Given under the seal of the society on {date}.',
  seal: 'Seal',
  secretary: 'Secretary',
  treasurer: 'Treasurer',
  chairperson: 'Chairperson',
  termCertificateTitle: 'Deposit Certificate',
  termCertificateOfSum:
    'This is to certify that *{name}*, of {address}, member no. *{memberNumber}*, has deposited *{amount}* with this ' +
    'society as *{product}* for *{term}* at *{rate} %* a year. On *{maturesOn}* the society pays *{value}* against ' +
    'this certificate.',
  termCertificateOfInstalments:
    'This is to certify that *{name}*, of {address}, member no. *{memberNumber}*, pays *{amount}* a month into this ' +
    'society as *{product}*, *{count}* instalments from *{openedOn}* on, at *{rate} %* a year. When every instalment ' +
    'is paid on its day, the society pays *{value}* on *{maturesOn}* against this certificate.',
  nominees: 'Nominee: {names}.',
  noNominee: 'none',
  heldAsSecurity: '*Held as security: {amount}.*',
  amountDeposited: 'Amount deposited',
  instalment: 'Monthly instalment',
  annualRate: 'Rate a year',
  term: 'Term',
  termMonths: '{count} months',
  termDays: '{count} days',
  maturesOn: 'Matures on',
  maturityValue: 'Maturity value',
  instalmentInWords: 'Instalment in words',
  maturityValueInWords: 'Maturity value in words',
  interestCertificateTitle: 'Interest Certificate',
  financialYear: 'Financial year',
  pan: 'PAN',
  panNotGiven: 'not given',
  interestCertificateSentence:
    'This is to certify that the society gave *{name}*, of {address}, member no. *{memberNumber}*, interest of ' +
    '*{interest}* on deposits from {from} to {until}, and withheld *{tax}* of it as tax.',
  interestByAccount: 'By account: {list}.',
  interestGiven: 'Interest credited or paid',
  taxWithheld: 'Tax withheld',
  interestOwed: 'Accrued and not given on {date}',
  interestInWords: 'Interest in words',
  taxCertificateTitle: 'Certificate of Tax Withheld',
  taxCertificateSentence:
    'This is to certify that of the interest of *{interest}* that the society gave *{name}*, of {address}, member no. ' +
    '*{memberNumber}*, on deposits from {from} to {until}, *{tax}* was withheld as tax.',
  taxOfAccount: '*{number}* {tax} of {interest}',
  taxInWords: 'Tax in words',
};

export type PaperText = keyof typeof en;

const hi: Readonly<Record<PaperText, string>> = {
  receipt: 'रसीद',
  paymentVoucher: 'भुगतान वाउचर',
  receivedFrom: 'निम्न से सधन्यवाद प्राप्त',
  paidTo: 'निम्न को भुगतान',
  number: 'क्र॰',
  date: 'दिनांक',
  memberNumber: 'सदस्य संख्या {number}',
  particulars: 'विवरण',
  amount: 'राशि ({currency})',
  total: 'कुल',
  inWords: 'राशि शब्दों में',
  mode: 'माध्यम',
  modeCash: 'नकद',
  modeCheque: 'चेक',
  modeBank: 'बैंक अंतरण',
  modeUpi: 'यूपीआई',
  reference: 'संदर्भ',
  chequeNumber: 'चेक संख्या',
  referenceOn: 'दिनांकित',
  drawnOn: 'किस बैंक पर',
  cashGiven: 'दिया गया नकद',
  change: 'लौटाया गया शेष',
  till: 'गल्ला',
  duplicate: 'प्रतिलिपि – छपाई {count}',
  reversed: '{number} द्वारा उलटी गई',
  memberSignature: 'सदस्य के हस्ताक्षर',
  cashier: 'खजांची: {name}',
  printed: 'मुद्रित {at}, {name} द्वारा',
  registrationNumber: 'पंजीकरण संख्या {number}',
  statementTitle: 'खाता विवरण {number}',
  period: '{from} से {to} तक',
  member: 'सदस्य',
  memberNumberLabel: 'सदस्य संख्या',
  account: 'खाता',
  openedOn: 'खोलने की तिथि',
  address: 'पता',
  voucher: 'वाउचर',
  withdrawal: 'निकासी ({currency})',
  deposit: 'जमा ({currency})',
  balance: 'शेष ({currency})',
  openingBalance: '{date} को प्रारंभिक शेष',
  closingBalance: '{date} को अंतिम शेष',
  closing: 'अंतिम शेष',
  closingInWords: 'अंतिम शेष शब्दों में',
  noEntries: 'इस अवधि में कोई प्रविष्टि नहीं है।',
  preparedBy: 'तैयारकर्ता',
  checkedBy: 'जाँचकर्ता',
  manager: 'प्रबंधक',
  pageOfPages: 'पृष्ठ {page} / {pages}',
  certificateTitle: 'अंश प्रमाण-पत्र',
  certificateNumber: 'प्रमाण-पत्र संख्या',
  folio: 'फ़ोलियो',
  certificateSentence:
    'प्रमाणित किया जाता है कि *{name}*, निवासी {address}, सदस्य संख्या *{memberNumber}*, इस समिति के *{faceValue}* ' +
    'अंकित मूल्य के *{shares}* पूर्ण प्रदत्त अंशों के पंजीकृत धारक हैं, जो समिति के अधिनियम, नियमों एवं उपविधियों के अधीन हैं।',
  certificateSentenceWithParent:
    'प्रमाणित किया जाता है कि *{name}*, {relation} *{parent}*, निवासी {address}, सदस्य संख्या *{memberNumber}*, ' +
    'इस समिति के *{faceValue}* अंकित मूल्य के *{shares}* पूर्ण प्रदत्त अंशों के पंजीकृत धारक हैं, जो समिति के अधिनियम, ' +
    'नियमों एवं उपविधियों के अधीन हैं।',
  relation_female: 'पुत्री/पत्नी',
  relation_male: 'पुत्र/पति',
  relation_other: 'संतान/जीवनसाथी',
  numberOfShares: 'अंशों की संख्या',
  faceValue: 'अंकित मूल्य',
  amountPaid: 'प्रदत्त राशि',
  distinctiveNumbers: 'विशिष्ट संख्याएँ',
  resolution: 'प्रस्ताव',
  givenOn: 'समिति की मुहर के अधीन दिनांक {date} को दिया गया।',
  seal: 'मुहर',
  secretary: 'सचिव',
  treasurer: 'कोषाध्यक्ष',
  chairperson: 'अध्यक्ष',
  termCertificateTitle: 'जमा प्रमाण-पत्र',
  termCertificateOfSum:
    'प्रमाणित किया जाता है कि *{name}*, निवासी {address}, सदस्य संख्या *{memberNumber}*, ने इस समिति में *{product}* के रूप में ' +
    '*{amount}* की राशि *{term}* के लिए *{rate} %* वार्षिक दर पर जमा की है। *{maturesOn}* को समिति इस प्रमाण-पत्र पर *{value}* ' +
    'का भुगतान करेगी।',
  termCertificateOfInstalments:
    'प्रमाणित किया जाता है कि *{name}*, निवासी {address}, सदस्य संख्या *{memberNumber}*, इस समिति में *{product}* के रूप में ' +
    '*{openedOn}* से *{count}* किस्तों में हर महीने *{amount}*, *{rate} %* वार्षिक दर पर जमा करते हैं। हर किस्त समय पर जमा होने पर ' +
    '*{maturesOn}* को समिति इस प्रमाण-पत्र पर *{value}* का भुगतान करेगी।',
  nominees: 'नामित व्यक्ति: {names}।',
  noNominee: 'कोई नहीं',
  heldAsSecurity: '*ज़मानत के रूप में रोकी गई राशि: {amount}।*',
  amountDeposited: 'जमा राशि',
  instalment: 'मासिक किस्त',
  annualRate: 'वार्षिक दर',
  term: 'अवधि',
  termMonths: '{count} महीने',
  termDays: '{count} दिन',
  maturesOn: 'परिपक्वता तिथि',
  maturityValue: 'परिपक्वता राशि',
  instalmentInWords: 'किस्त शब्दों में',
  maturityValueInWords: 'परिपक्वता राशि शब्दों में',
  interestCertificateTitle: 'ब्याज प्रमाण-पत्र',
  financialYear: 'वित्तीय वर्ष',
  pan: 'पैन',
  panNotGiven: 'नहीं दिया गया',
  interestCertificateSentence:
    'प्रमाणित किया जाता है कि समिति ने *{name}*, निवासी {address}, सदस्य संख्या *{memberNumber}*, को {from} से {until} तक जमाओं पर ' +
    '*{interest}* ब्याज दिया, जिसमें से *{tax}* कर काटा गया।',
  interestByAccount: 'खातावार: {list}।',
  interestGiven: 'जमा किया या चुकाया गया ब्याज',
  taxWithheld: 'काटा गया कर',
  interestOwed: '{date} को उपार्जित, अब तक न दिया गया',
  interestInWords: 'ब्याज शब्दों में',
  taxCertificateTitle: 'कर कटौती प्रमाण-पत्र',
  taxCertificateSentence:
    'प्रमाणित किया जाता है कि समिति ने *{name}*, निवासी {address}, सदस्य संख्या *{memberNumber}*, को {from} से {until} तक जमाओं पर ' +
    'दिए गए *{interest}* ब्याज में से *{tax}* कर काटा।',
  taxOfAccount: '*{number}* {interest} में से {tax}',
  taxInWords: 'कर शब्दों में',
};

export const PAPER_TEXTS: Readonly<Record<'en' | 'hi', Readonly<Record<PaperText, string>>>> = { en, hi };

export type SayOnPaper = (text: PaperText, values?: Readonly<Record<string, string | number>>) => string;

export function wordsOfPaper(language: 'en' | 'hi'): SayOnPaper {
  const texts = PAPER_TEXTS[language];
  return (text, values = {}) => texts[text].replace(/\{(\w+)\}/g, (slot, name: string) => String(values[name] ?? slot));
}
