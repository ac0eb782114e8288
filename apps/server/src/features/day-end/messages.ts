import type { Messages } from '../../platform/http/sentences.ts';

export const dayEndMessages: Messages = {
  en: {
    DAY_END_AHEAD: 'The day {day} has not begun; the open business day is {businessDate}.',
    DAY_END_BOOKS_DISAGREE: 'The books do not agree at the end of {day}. Look at them before the day is closed.',
  },
  hi: {
    DAY_END_AHEAD: '{day} का कार्य दिवस अभी शुरू नहीं हुआ; खुला कार्य दिवस {businessDate} है।',
    DAY_END_BOOKS_DISAGREE: '{day} के अंत में बहियाँ मेल नहीं खातीं। दिवस बंद करने से पहले इन्हें देख लें।',
  },
};
