import type { Messages } from '../../platform/http/sentences.ts';
import { reversalMessages } from './reversal-messages.ts';
import { voucherMessages } from './voucher-messages.ts';

const sentences: Messages = {
  en: {
    BALANCE_TOO_LOW:
      'Account {number} has {available:money} to spare (minimum balance {floor:money}, held back {hold:money}); {asked:money} is too much.',
    SHARES_TOO_FEW: 'Folio {number} holds shares of {available:money}; {asked:money} is too much.',
    SHARE_MONEY_TOO_LOW:
      'Of the share money of member {number} only {available:money} is not allotted yet; {asked:money} is too much.',
    TILL_CASH_TOO_LOW: 'Till {number} holds {available:money}; {asked:money} is too much.',
    AGENT_CASH_TOO_LOW:
      'Agent {number} has {available:money} of what was collected; {asked:money} is too much. If it was handed over, take that back first.',
    VAULT_CASH_TOO_LOW: 'The vault holds {available:money}; {asked:money} is too much.',
    BUSINESS_DAY_AHEAD: 'The day {day} has not come yet; only today or an earlier day can be closed.',
    BUSINESS_DAY_CLOSED: 'The business day {day} is closed; it takes no more entries.',
    BUSINESS_DAY_NOT_FOUND: 'There is no business day {day}.',
    TILLS_STILL_OPEN: 'The business day {day} cannot be closed while a till is open: {tills}.',
    VALUE_DATE_IN_FUTURE: 'The value date {day} lies after the business day {businessDate}.',
    VALUE_DATE_TOO_EARLY: 'The value date {day} is too far back; {earliest} is the earliest.',
    ENTRY_NOT_FOUND: 'There is no such journal entry.',
    REVERSAL_MONEY_SPENT:
      'Account {number} holds only {available:money} now; {asked:money} cannot be taken back out of it.',
    REVERSAL_OF_REVERSAL: 'This entry is a reversal itself; it is not taken back again.',
    ENTRY_REVERSED_ALREADY: 'This entry has been taken back already, by {number}.',
    REVERSAL_NEEDS_MANAGER:
      'A cashier takes back only what they posted themselves at their own till in its open session; ask the manager.',
    REVERSAL_TILL_CLOSED: 'Till {till} is closed; its cash moves only while somebody stands behind it.',
    REVERSAL_WAITING: 'Somebody has already asked to reverse this entry; it waits for a second person.',
    ACCOUNT_NOT_FOUND: 'There is no account {code}.',
    VOUCHER_ACCOUNT_UNKNOWN: 'There is no account {code} that takes postings.',
    VOUCHER_DEPOSIT_JOURNAL: "A member's account stands in a journal voucher.",
    VOUCHER_DEPOSIT_UNKNOWN: 'There is no account {number}.',
    VOUCHER_DEPOSIT_KIND: 'Account {number} takes no money by voucher; a receipt at the counter pays what it is due.',
    VOUCHER_DEPOSIT_CREDIT: 'A voucher credits account {number}; money goes out of it at the counter.',
    VOUCHER_DEPOSIT_OTHER: 'Account {number} stands under {code}.',
    VOUCHER_DEPOSIT_BEFORE: 'Account {number} was opened on {day}; nothing counts from a day before.',
    VOUCHER_DEPOSIT_TAKES_NOTHING: 'Account {number} takes no money now.',
    VOUCHER_CONTROL_ACCOUNT: 'Account {code} is a control account; it moves only with its own sub-ledger.',
    VOUCHER_UNBALANCED: 'Debits are {debit:money} and credits {credit:money}; they must be equal.',
    VOUCHER_SAME_PLACE: 'The money would stay where it is.',
    VOUCHER_TILL_UNKNOWN: 'There is no such till in use.',
    VOUCHER_BANK_UNKNOWN: 'Account {code} is not a bank account of the society.',
  },
  hi: {
    BALANCE_TOO_LOW:
      'खाता {number} में {available:money} उपलब्ध हैं (न्यूनतम शेष {floor:money}, रोकी गई राशि {hold:money}); {asked:money} अधिक है।',
    SHARES_TOO_FEW: 'फ़ोलियो {number} में {available:money} के अंश हैं; {asked:money} अधिक है।',
    SHARE_MONEY_TOO_LOW: 'सदस्य {number} की केवल {available:money} अंश राशि का आवंटन शेष है; {asked:money} अधिक है।',
    TILL_CASH_TOO_LOW: 'गल्ले {number} में {available:money} हैं; {asked:money} अधिक है।',
    AGENT_CASH_TOO_LOW:
      'अभिकर्ता {number} के पास संग्रह के {available:money} हैं; {asked:money} अधिक है। यदि नकदी सौंपी जा चुकी है, तो पहले उसे उलटें।',
    VAULT_CASH_TOO_LOW: 'तिजोरी में {available:money} हैं; {asked:money} अधिक है।',
    BUSINESS_DAY_AHEAD: 'दिन {day} अभी आया नहीं है; केवल आज का या पिछला दिन बंद किया जा सकता है।',
    BUSINESS_DAY_CLOSED: 'कार्य दिवस {day} बंद हो चुका है; उसमें और प्रविष्टि नहीं होती।',
    BUSINESS_DAY_NOT_FOUND: '{day} का कोई कार्य दिवस नहीं है।',
    TILLS_STILL_OPEN: 'कार्य दिवस {day} तब तक बंद नहीं हो सकता जब तक कोई गल्ला खुला है: {tills}।',
    VALUE_DATE_IN_FUTURE: 'मूल्य तिथि {day} कार्य दिवस {businessDate} के बाद की है।',
    VALUE_DATE_TOO_EARLY: 'मूल्य तिथि {day} बहुत पीछे की है; {earliest} सबसे पहले की हो सकती है।',
    ENTRY_NOT_FOUND: 'ऐसी कोई प्रविष्टि नहीं है।',
    REVERSAL_MONEY_SPENT: 'खाता {number} में अब केवल {available:money} हैं; उससे {asked:money} वापस नहीं लिए जा सकते।',
    REVERSAL_OF_REVERSAL: 'यह स्वयं एक उलट प्रविष्टि है; इसे फिर उलटा नहीं जाता।',
    ENTRY_REVERSED_ALREADY: 'यह प्रविष्टि पहले ही {number} से उलटी जा चुकी है।',
    REVERSAL_NEEDS_MANAGER: 'खजांची केवल वही प्रविष्टि उलट सकता है जो उसने अपने गल्ले के खुले सत्र में स्वयं की हो; प्रबंधक से कहें।',
    REVERSAL_TILL_CLOSED: 'गल्ला {till} बंद है; उसकी नकदी तभी चलती है जब कोई उस पर बैठा हो।',
    REVERSAL_WAITING: 'इस प्रविष्टि को उलटने का अनुरोध पहले ही हो चुका है; वह दूसरे व्यक्ति की प्रतीक्षा में है।',
    ACCOUNT_NOT_FOUND: 'खाता {code} नहीं है।',
    VOUCHER_ACCOUNT_UNKNOWN: 'ऐसा कोई खाता {code} नहीं है जिसमें प्रविष्टि हो सके।',
    VOUCHER_DEPOSIT_JOURNAL: 'सदस्य का खाता केवल जर्नल वाउचर में आता है।',
    VOUCHER_DEPOSIT_UNKNOWN: 'खाता {number} नहीं है।',
    VOUCHER_DEPOSIT_KIND: 'खाता {number} में वाउचर से राशि नहीं आती; उसका देय काउंटर की रसीद से चुकता है।',
    VOUCHER_DEPOSIT_CREDIT: 'वाउचर खाता {number} में राशि जमा करता है; निकासी काउंटर से होती है।',
    VOUCHER_DEPOSIT_OTHER: 'खाता {number} {code} के अंतर्गत है।',
    VOUCHER_DEPOSIT_BEFORE: 'खाता {number} {day} को खुला; उससे पहले के दिन से कुछ नहीं गिना जाता।',
    VOUCHER_DEPOSIT_TAKES_NOTHING: 'खाता {number} में अभी राशि जमा नहीं हो सकती।',
    VOUCHER_CONTROL_ACCOUNT: 'खाता {code} एक नियंत्रण खाता है; वह केवल अपने उप-खाते के साथ चलता है।',
    VOUCHER_UNBALANCED: 'नामे {debit:money} है और जमा {credit:money}; दोनों बराबर होने चाहिए।',
    VOUCHER_SAME_PLACE: 'पैसा वहीं का वहीं रह जाएगा।',
    VOUCHER_TILL_UNKNOWN: 'ऐसा कोई चालू गल्ला नहीं है।',
    VOUCHER_BANK_UNKNOWN: 'खाता {code} समिति का बैंक खाता नहीं है।',
  },
};

export const accountingMessages: Messages = {
  en: { ...sentences.en, ...voucherMessages.en, ...reversalMessages.en },
  hi: { ...sentences.hi, ...voucherMessages.hi, ...reversalMessages.hi },
};
