import type { Messages } from '../../platform/http/sentences.ts';

export const dayEndMessages: Messages = {
  en: {
    DAY_END_AHEAD: 'The day {day} has not begun; the open business day is {businessDate}.',
    DAY_ENDED_ALREADY: '{day} is ended: interest that was due is credited, and is not credited a second time.',
    DAY_END_BOOKS_DISAGREE: 'The books do not agree at the end of {day}. Look at them before the day is closed.',
    DAY_END_FAULT:
      'It broke off by a fault of the program or the machine; its log says which. What is done stays done. Run it ' +
      'again, and call whoever looks after the server if it breaks off once more.',
    DAY_END_NOT_FOUND: 'The end of {day} has not been begun.',
    DAY_END_NOT_OVER: 'The end of {day} is not over yet. The accounts are tried again after it.',
    DAY_END_NOTHING_TO_RETRY: 'Every account of {day} is done; there is nothing to try again.',
  },
  hi: {
    DAY_END_AHEAD: '{day} का कार्य दिवस अभी शुरू नहीं हुआ; खुला कार्य दिवस {businessDate} है।',
    DAY_ENDED_ALREADY: '{day} समाप्त हो चुका है: जो ब्याज बनता था वह जमा हो चुका है, और दूसरी बार जमा नहीं होगा।',
    DAY_END_BOOKS_DISAGREE: '{day} के अंत में बहियाँ मेल नहीं खातीं। दिवस बंद करने से पहले इन्हें देख लें।',
    DAY_END_FAULT:
      'प्रोग्राम या मशीन की गड़बड़ी से काम बीच में रुक गया; कारण लॉग में लिखा है। जो हो चुका है वह बना रहेगा। इसे फिर ' +
      'चलाएँ, और दोबारा रुके तो सर्वर सँभालने वाले को बताएँ।',
    DAY_END_NOT_FOUND: '{day} की दिवस समाप्ति शुरू नहीं हुई है।',
    DAY_END_NOT_OVER: '{day} की दिवस समाप्ति अभी पूरी नहीं हुई। उसके बाद ही खातों को फिर आज़माया जाएगा।',
    DAY_END_NOTHING_TO_RETRY: '{day} के सभी खाते हो चुके हैं; फिर आज़माने को कुछ नहीं है।',
  },
};
