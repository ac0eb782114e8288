import type { Messages } from '../../platform/http/sentences.ts';

export const noticesMessages: Messages = {
  en: {
    NOTICE_NOT_FOUND: 'There is no such notice.',
    NOTICE_ARCHIVED: 'This notice is archived; it stays as it was. Write a new one.',
    NOTICE_PUBLISHED: 'This notice is published already.',
    NOTICE_NOT_WAITING: 'This notice does not wait for its day.',
    NOTICE_IS_OUT: 'Whoever it is for has been told of this notice already; archive it and write another.',
    NOTICE_CHANGED_MEANWHILE: 'Somebody changed this notice meanwhile. Look at it again and repeat your change.',
    NOTICE_ENDS_BEFORE: 'The last day must not lie before the day the notice is published on.',
    NOTICE_OVER: 'The last day of this notice is over; give it a later one, or none.',
    NOTICE_TIME_ALONE: 'Say on which day, too.',
    NOTICE_FILE_PDF: 'What belongs to a notice is a PDF.',
  },
  hi: {
    NOTICE_NOT_FOUND: 'ऐसी कोई सूचना नहीं है।',
    NOTICE_ARCHIVED: 'यह सूचना अभिलेख में है और वैसी ही रहेगी। नई सूचना लिखें।',
    NOTICE_PUBLISHED: 'यह सूचना पहले ही जारी हो चुकी है।',
    NOTICE_NOT_WAITING: 'यह सूचना अपने दिन की प्रतीक्षा में नहीं है।',
    NOTICE_IS_OUT: 'यह सूचना जिनके लिए है उन्हें बताई जा चुकी है; इसे अभिलेख में रखें और दूसरी लिखें।',
    NOTICE_CHANGED_MEANWHILE: 'इस बीच किसी ने यह सूचना बदली। फिर से देखें और अपना बदलाव दोहराएँ।',
    NOTICE_ENDS_BEFORE: 'अंतिम दिन, जारी होने के दिन से पहले का नहीं हो सकता।',
    NOTICE_OVER: 'इस सूचना का अंतिम दिन बीत चुका है; आगे का दिन दें, या कोई नहीं।',
    NOTICE_TIME_ALONE: 'यह भी बताएँ कि किस दिन।',
    NOTICE_FILE_PDF: 'सूचना के साथ PDF ही लगती है।',
  },
};
