import type { Messages } from '../../platform/http/sentences.ts';

export const counterMessages: Messages = {
  en: {
    // tills
    TILL_UNKNOWN: 'There is no such till.',
    TILL_INACTIVE: 'Till {code} is no longer used.',
    TILL_CODE_TAKEN: 'There is a till {code} already.',
    TILL_CODE_RESERVED: '{code} is the series of vouchers of no till; choose another code.',
    TILL_ALREADY_OPEN: 'Till {code} is open already; {cashier} answers for it.',
    TILL_OPENED_MEANWHILE: 'Till {code} was opened at the same moment. Please look again.',
    CASHIER_HAS_TILL: 'You have till {code} open. Close it before you open another.',
    TILL_COUNT_DIFFERS:
      'You counted {counted}, but there should be {expected}: {inBook} in the drawer and {fromVault} from the vault.',
    TILL_NOT_OPEN: 'Open your till first: receipts and payments take their number from it.',
    TILL_CLOSED_MEANWHILE: 'The till that was to pay this has been closed. Ask for it again from an open till.',
    TILL_SESSION_UNKNOWN: 'There is no such till session.',
    TILL_SESSION_NOT_YOURS: 'Somebody else answers for this till; they close it, or whoever looks after the tills.',
    TILL_SESSION_CLOSED: 'This till has been closed already.',
    TILL_TO_VAULT_TOO_MUCH: 'You counted {counted}; {toVault} cannot go to the vault.',
    TILL_ENTRY_STANDS: 'An entry of opening or closing a till is put right by a cash voucher, not taken back.',
    DENOMINATION_UNKNOWN: 'There is no note or coin of {denomination} here.',
    DENOMINATION_REPEATED: 'The count names {denomination} twice.',
    DENOMINATION_COUNT_INVALID: 'The pieces of {denomination} are a whole number, not below zero.',

    // receipts
    RECEIPT_UNKNOWN: 'There is no such receipt.',
    RECEIPT_LINE_REPEATED: 'This stands on the receipt already; put both amounts on one line.',
    MEMBER_MONEY_IN: 'The status of member {number} does not allow money to be taken.',
    MEMBER_MONEY_OUT: 'The status of member {number} does not allow money to be paid out.',
    REFERENCE_REQUIRED: 'Give the number of the cheque or of the payment.',
    DRAWN_ON_REQUIRED: 'Give the bank that the cheque is drawn on; two banks use the same numbers.',
    REFERENCE_NOT_FOR_CASH: 'Cash has no reference number.',
    REFERENCE_USED: 'The reference {reference} was already received with {number}; it counts once.',
    CASH_GIVEN_TOO_LITTLE: '{given} was given; {total} is needed.',
    CASH_GIVEN_ONLY_CASH: 'Change is given for cash only.',
    CASH_LIMIT_IN:
      'With this, the member has paid {today} in cash today. The limit for cash is {limit}: ask for a cheque, a transfer or UPI.',
    CASH_LIMIT_OUT:
      'With this, the member has been paid {today} in cash today. The limit for cash is {limit}: pay by cheque or transfer.',

    // savings
    DEPOSIT_STOPPED: 'Nothing can be paid out of account {number}: it is dormant or frozen.',
    TRANSFER_RECIPIENT_UNKNOWN: 'There is no account with this number that money could go to.',
    TRANSFER_RECIPIENT_CLOSED: 'Account {number} takes no money now.',
    TRANSFER_SAME_ACCOUNT: 'The money would stay where it is; name another account.',

    // what waits for a second person
    ASKS_WITHDRAWAL: 'Pay {amount} from account {account} to {name} ({number})',
    ASKS_TRANSFER: 'Transfer {amount} from account {account} of {name} ({number}) to {to}',
    LINE_BALANCE: 'Balance of {account}',
    LINE_RECIPIENT: 'To',
    LINE_NOTE: 'Note',

    // beside the member at the counter
    WARN_NO_MONEY_IN: 'No money is taken from or paid to this member now.',
    WARN_NO_MONEY_OUT: 'No money is paid out to this member now.',
    WARN_DUES: '{amount} of dues is still to be paid.',
    WARN_ACCOUNT_STOPPED: 'Account {number} is dormant or frozen.',
    WARN_HOLD: '{amount} is held back on account {number}.',
    WARN_WAITING: 'Requests about this member that wait for a second person: {count}.',
  },
  hi: {
    TILL_UNKNOWN: 'ऐसा कोई गल्ला नहीं है।',
    TILL_INACTIVE: 'गल्ला {code} अब उपयोग में नहीं है।',
    TILL_CODE_TAKEN: 'गल्ला {code} पहले से है।',
    TILL_CODE_RESERVED: '{code} किसी गल्ले की नहीं, अन्य वाउचरों की शृंखला है; दूसरा कोड चुनें।',
    TILL_ALREADY_OPEN: 'गल्ला {code} पहले से खुला है; उसका उत्तरदायित्व {cashier} का है।',
    TILL_OPENED_MEANWHILE: 'गल्ला {code} इसी क्षण किसी और ने खोल लिया। कृपया फिर देखें।',
    CASHIER_HAS_TILL: 'आपका गल्ला {code} खुला है। दूसरा खोलने से पहले उसे बंद करें।',
    TILL_COUNT_DIFFERS: 'आपने {counted} गिने, पर {expected} होने चाहिए: दराज़ में {inBook} और तिजोरी से {fromVault}।',
    TILL_NOT_OPEN: 'पहले अपना गल्ला खोलें: रसीदों और भुगतानों की संख्या उसी से बनती है।',
    TILL_CLOSED_MEANWHILE: 'जिस गल्ले से यह भुगतान होना था वह बंद हो चुका है। खुले गल्ले से फिर अनुरोध करें।',
    TILL_SESSION_UNKNOWN: 'गल्ले का ऐसा कोई सत्र नहीं है।',
    TILL_SESSION_NOT_YOURS: 'इस गल्ले का उत्तरदायित्व किसी और का है; इसे वही बंद करते हैं, या जो गल्लों की देखरेख करते हैं।',
    TILL_SESSION_CLOSED: 'यह गल्ला पहले ही बंद हो चुका है।',
    TILL_TO_VAULT_TOO_MUCH: 'आपने {counted} गिने; {toVault} तिजोरी में नहीं जा सकते।',
    TILL_ENTRY_STANDS: 'गल्ला खोलने या बंद करने की प्रविष्टि नकद वाउचर से सुधारी जाती है, उलटी नहीं जाती।',
    DENOMINATION_UNKNOWN: 'यहाँ {denomination} का कोई नोट या सिक्का नहीं है।',
    DENOMINATION_REPEATED: 'गिनती में {denomination} दो बार है।',
    DENOMINATION_COUNT_INVALID: '{denomination} की संख्या शून्य या उससे अधिक पूर्ण संख्या होनी चाहिए।',

    RECEIPT_UNKNOWN: 'ऐसी कोई रसीद नहीं है।',
    RECEIPT_LINE_REPEATED: 'यह रसीद में पहले से है; दोनों राशियाँ एक ही पंक्ति में लिखें।',
    MEMBER_MONEY_IN: 'सदस्य {number} की स्थिति में राशि नहीं ली जा सकती।',
    MEMBER_MONEY_OUT: 'सदस्य {number} की स्थिति में राशि का भुगतान नहीं किया जा सकता।',
    REFERENCE_REQUIRED: 'चेक या भुगतान की संख्या लिखें।',
    DRAWN_ON_REQUIRED: 'लिखें कि चेक किस बैंक का है; दो बैंकों के चेक की संख्या एक हो सकती है।',
    REFERENCE_NOT_FOR_CASH: 'नकद की कोई संदर्भ संख्या नहीं होती।',
    REFERENCE_USED: 'संदर्भ {reference} पहले ही {number} में प्राप्त हो चुका है; वह एक ही बार गिना जाता है।',
    CASH_GIVEN_TOO_LITTLE: '{given} दिए गए; {total} चाहिए।',
    CASH_GIVEN_ONLY_CASH: 'शेष केवल नकद में लौटाया जाता है।',
    CASH_LIMIT_IN: 'इसके साथ सदस्य ने आज {today} नकद दिए हैं। नकद की सीमा {limit} है: चेक, अंतरण या यूपीआई से लें।',
    CASH_LIMIT_OUT: 'इसके साथ सदस्य को आज {today} नकद दिए गए हैं। नकद की सीमा {limit} है: चेक या अंतरण से दें।',

    DEPOSIT_STOPPED: 'खाता {number} से भुगतान नहीं हो सकता: वह निष्क्रिय है या रोका गया है।',
    TRANSFER_RECIPIENT_UNKNOWN: 'इस संख्या का ऐसा कोई खाता नहीं है जिसमें राशि जा सके।',
    TRANSFER_RECIPIENT_CLOSED: 'खाता {number} में इस समय राशि नहीं ली जाती।',
    TRANSFER_SAME_ACCOUNT: 'राशि वहीं की वहीं रह जाएगी; दूसरा खाता बताएँ।',

    ASKS_WITHDRAWAL: '{name} ({number}) को खाता {account} से {amount} का भुगतान',
    ASKS_TRANSFER: '{name} ({number}) के खाता {account} से {to} में {amount} का अंतरण',
    LINE_BALANCE: '{account} का शेष',
    LINE_RECIPIENT: 'किसे',
    LINE_NOTE: 'टिप्पणी',

    WARN_NO_MONEY_IN: 'इस सदस्य से इस समय न राशि ली जाती है, न दी जाती है।',
    WARN_NO_MONEY_OUT: 'इस सदस्य को इस समय भुगतान नहीं किया जाता।',
    WARN_DUES: '{amount} की देय राशि बाकी है।',
    WARN_ACCOUNT_STOPPED: 'खाता {number} निष्क्रिय है या रोका गया है।',
    WARN_HOLD: 'खाता {number} पर {amount} रोके गए हैं।',
    WARN_WAITING: 'इस सदस्य से जुड़े अनुरोध जो दूसरे व्यक्ति की प्रतीक्षा में हैं: {count}।',
  },
};
