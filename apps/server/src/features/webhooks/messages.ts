import type { Messages } from '../../platform/http/sentences.ts';

export const webhooksMessages: Messages = {
  en: {
    WEBHOOK_UNKNOWN: 'There is no such receiver.',
    WEBHOOK_ADDRESS:
      'Messages go over https to a machine of the internet alone, on the usual port and without a name or password in the address.',
    WEBHOOK_INSIDE: 'This name leads to a machine of an inner network. Messages go to machines of the internet alone.',
    WEBHOOK_MANY: 'The society tells at most {maximum} receivers. End one first.',
    WEBHOOK_DELIVERY_UNKNOWN: 'There is no such message.',
    WEBHOOK_NOT_ON: 'This receiver is not on. Turn it on first.',
  },
  hi: {
    WEBHOOK_UNKNOWN: 'ऐसा कोई प्राप्तकर्ता नहीं है।',
    WEBHOOK_ADDRESS: 'संदेश केवल https से इंटरनेट की मशीन पर, सामान्य पोर्ट पर और पते में नाम या पासवर्ड के बिना जाते हैं।',
    WEBHOOK_INSIDE: 'यह नाम भीतरी नेटवर्क की मशीन पर ले जाता है। संदेश केवल इंटरनेट की मशीनों पर जाते हैं।',
    WEBHOOK_MANY: 'समिति अधिकतम {maximum} प्राप्तकर्ताओं को बताती है। पहले एक को हटाएँ।',
    WEBHOOK_DELIVERY_UNKNOWN: 'ऐसा कोई संदेश नहीं है।',
    WEBHOOK_NOT_ON: 'यह प्राप्तकर्ता चालू नहीं है। पहले चालू करें।',
  },
};
