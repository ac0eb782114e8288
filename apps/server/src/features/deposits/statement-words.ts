export const statementWords = {
  en: {
    date: 'Date',
    particulars: 'Particulars',
    voucher: 'Voucher',
    withdrawal: 'Withdrawal',
    deposit: 'Deposit',
    balance: 'Balance',
    opening: 'Opening balance',
    closing: 'Closing balance',
  },
  hi: {
    date: 'दिनांक',
    particulars: 'विवरण',
    voucher: 'वाउचर',
    withdrawal: 'निकासी',
    deposit: 'जमा',
    balance: 'शेष',
    opening: 'प्रारंभिक शेष',
    closing: 'अंतिम शेष',
  },
} as const;

export const explanationWords = {
  en: {
    figure: 'Balance of {number}',
    opening: 'Balance before these entries',
    deposited: 'plus: {text}',
    withdrawn: 'less: {text}',
    hold: 'held back',
    floor: 'minimum balance',
    available: 'available for withdrawal',
    rule:
      'The balance is the sum of everything paid in less everything paid out; each line is one journal entry. ' +
      'Available is the balance less what is held back and less the minimum balance, never below zero.',
    stopped: 'While the account is frozen or sleeps, nothing can be taken out.',
  },
  hi: {
    figure: '{number} का शेष',
    opening: 'इन प्रविष्टियों से पहले का शेष',
    deposited: 'जोड़: {text}',
    withdrawn: 'घटाव: {text}',
    hold: 'रोकी गई राशि',
    floor: 'न्यूनतम शेष',
    available: 'निकासी के लिए उपलब्ध',
    rule:
      'शेष, जमा की गई कुल राशि में से निकाली गई कुल राशि घटाकर बनता है; हर पंक्ति एक रोज़नामचा प्रविष्टि है। ' +
      'उपलब्ध राशि शेष में से रोकी गई राशि और न्यूनतम शेष घटाकर बनती है, शून्य से कम कभी नहीं।',
    stopped: 'खाता रोका हुआ या निष्क्रिय हो तो कुछ नहीं निकाला जा सकता।',
  },
} as const;
