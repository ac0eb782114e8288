import type { Messages } from '../../platform/http/sentences.ts';

export const setupMessages: Messages = {
  en: {
    SETUP_DONE: 'This society is set up already.',
    SETUP_CODE_WRONG: 'This is not the code that the terminal printed.',
    SETUP_DATE_LATER: 'The books cannot begin on a day still to come.',
    LOGO_NOT_FOUND: 'The society has no logo.',
  },
  hi: {
    SETUP_DONE: 'यह समिति पहले ही स्थापित हो चुकी है।',
    SETUP_CODE_WRONG: 'यह वह कोड नहीं है जो टर्मिनल में छपा था।',
    SETUP_DATE_LATER: 'बही आने वाले दिन से शुरू नहीं हो सकती।',
    LOGO_NOT_FOUND: 'समिति का कोई प्रतीक चिह्न नहीं है।',
  },
};
