// What stands around an event in a letter. A change of any of these words is a new version, so that a row says what was sent.

import type { MessageLanguage, NotificationKind } from '@kafal/contract';

export const LETTER_VERSION = 1;

interface LetterWords {
  readonly greeting: string;
  readonly noLink: string;
  readonly chosen: string;
  readonly bound: string;
  /** By the kind of news: an inbox that others can see says no amount and no account. */
  readonly subjects: Readonly<Record<NotificationKind, string>>;
}

export const LETTER_WORDS: Readonly<Record<MessageLanguage, LetterWords>> = {
  en: {
    greeting: 'Namaste {person},',
    noLink:
      'Open the app the way you always do to see more. This mail has no link in it, and nobody of the society ever asks you for a password or a code.',
    chosen: 'Which mails you get, you choose in the app under “Messages and quiet hours”.',
    bound: 'The society is bound to send this mail; it cannot be turned off.',
    subjects: {
      money: 'Money in your accounts',
      reminders: 'A day to remember',
      overdue: 'Something is not paid yet',
      accounts: 'News about your membership and accounts',
      office: 'A message from the office',
      notices: 'A notice',
      decisions: 'Your request was decided',
      security: 'Your log-in',
      legal: 'A notice you have to read',
    },
  },
  hi: {
    greeting: 'नमस्ते {person},',
    noLink:
      'अधिक देखने के लिए ऐप वैसे ही खोलें जैसे हमेशा खोलते हैं। इस मेल में कोई लिंक नहीं है, और समिति का कोई व्यक्ति आपसे कभी पासवर्ड या कोड नहीं माँगता।',
    chosen: 'कौन-से मेल मिलें, यह ऐप में “संदेश और शांत समय” में चुनें।',
    bound: 'यह मेल भेजना समिति का दायित्व है; इसे बंद नहीं किया जा सकता।',
    subjects: {
      money: 'आपके खातों में राशि',
      reminders: 'याद रखने का दिन',
      overdue: 'कुछ भुगतान बाकी है',
      accounts: 'आपकी सदस्यता और खातों की सूचना',
      office: 'कार्यालय का संदेश',
      notices: 'एक सूचना',
      decisions: 'आपके अनुरोध पर निर्णय',
      security: 'आपका लॉग-इन',
      legal: 'एक सूचना जिसे पढ़ना ज़रूरी है',
    },
  },
  ne: {
    greeting: 'नमस्ते {person},',
    noLink: 'थप हेर्न एप सधैं खोले जसरी नै खोल्नुहोस्। यस मेलमा कुनै लिङ्क छैन, र संस्थाका कसैले पनि तपाईंसँग कहिल्यै पासवर्ड वा कोड माग्दैनन्।',
    chosen: 'कुन मेल पाउने भन्ने कुरा एपको “सन्देश र शान्त समय” मा छान्नुहोस्।',
    bound: 'यो मेल पठाउनु संस्थाको दायित्व हो; यसलाई बन्द गर्न सकिँदैन।',
    subjects: {
      money: 'तपाईंका खातामा रकम',
      reminders: 'सम्झनुपर्ने दिन',
      overdue: 'केही भुक्तानी बाँकी छ',
      accounts: 'तपाईंको सदस्यता र खाताको जानकारी',
      office: 'कार्यालयको सन्देश',
      notices: 'एउटा सूचना',
      decisions: 'तपाईंको अनुरोधमा निर्णय',
      security: 'तपाईंको लगइन',
      legal: 'पढ्नैपर्ने एउटा सूचना',
    },
  },
};
