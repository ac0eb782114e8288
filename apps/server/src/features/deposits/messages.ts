import type { Messages } from '../../platform/http/sentences.ts';

export const depositsMessages: Messages = {
  en: {
    DEPOSIT_UNKNOWN: 'There is no such account.',
    DEPOSIT_PRODUCT_UNKNOWN: 'There is no such kind of account.',
    DEPOSIT_MEMBER_UNKNOWN: 'There is no such member.',
    DEPOSIT_MEMBER_NAMED: 'Name the member whose account is to be opened.',
    DEPOSIT_MEMBER_STATUS: 'The status of this member does not allow an account to be opened.',
    DEPOSIT_ALREADY_OPEN: 'The member already has the account {number} of this kind.',
    DEPOSIT_CHANGED: 'Somebody else changed the account meanwhile. Please look again.',
    DEPOSIT_CLOSED: 'The account {number} is closed.',
    STATEMENT_PERIOD: 'The last day of a statement cannot be before its first.',
    STATEMENT_TOO_LONG: 'This period has more than {maximum} entries. Choose a shorter one, or take the CSV.',
  },
  hi: {
    DEPOSIT_UNKNOWN: 'ऐसा कोई खाता नहीं है।',
    DEPOSIT_PRODUCT_UNKNOWN: 'इस प्रकार का कोई खाता नहीं है।',
    DEPOSIT_MEMBER_UNKNOWN: 'ऐसा कोई सदस्य नहीं है।',
    DEPOSIT_MEMBER_NAMED: 'बताएँ कि खाता किस सदस्य का खोलना है।',
    DEPOSIT_MEMBER_STATUS: 'इस सदस्य की स्थिति खाता खोलने की अनुमति नहीं देती।',
    DEPOSIT_ALREADY_OPEN: 'सदस्य के पास इस प्रकार का खाता {number} पहले से है।',
    DEPOSIT_CHANGED: 'इस बीच किसी और ने खाते में परिवर्तन किया है। कृपया फिर देखें।',
    DEPOSIT_CLOSED: 'खाता {number} बंद है।',
    STATEMENT_PERIOD: 'विवरण का अंतिम दिन पहले दिन से पूर्व नहीं हो सकता।',
    STATEMENT_TOO_LONG: 'इस अवधि में {maximum} से अधिक प्रविष्टियाँ हैं। छोटी अवधि चुनें या CSV लें।',
  },
};
