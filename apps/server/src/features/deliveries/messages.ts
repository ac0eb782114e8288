import type { Messages } from '../../platform/http/sentences.ts';

export const deliveriesMessages: Messages = {
  en: {
    CLOCK_TIME_MALFORMED: 'Write a time as 22:00.',
    CHOICE_NOT_YOURS: 'This kind of message or this way is not one of yours.',
    CHOICE_MUST_COME: 'The society is bound to send these; they cannot be turned off.',
    DELIVERY_NOT_FOUND: 'There is no such message.',
    DELIVERY_NOT_ENDED: 'This message went out, or waits for its turn; there is nothing to try again.',
  },
  hi: {
    CLOCK_TIME_MALFORMED: 'समय 22:00 के रूप में लिखें।',
    CHOICE_NOT_YOURS: 'इस तरह का संदेश या यह माध्यम आपके लिए नहीं है।',
    CHOICE_MUST_COME: 'ये संदेश भेजना समिति का दायित्व है; इन्हें बंद नहीं किया जा सकता।',
    DELIVERY_NOT_FOUND: 'ऐसा कोई संदेश नहीं है।',
    DELIVERY_NOT_ENDED: 'यह संदेश जा चुका है या अपनी बारी की प्रतीक्षा में है; दोबारा भेजने को कुछ नहीं है।',
  },
};
