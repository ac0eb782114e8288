import type { Messages } from '../../platform/http/sentences.ts';

export const viewsMessages: Messages = {
  en: {
    VIEW_UNKNOWN: 'There is no such view.',
    VIEWS_TOO_MANY: 'You keep {maximum} views already; remove one you no longer need.',
    VIEW_TOO_MANY_FILTERS: 'A view keeps at most 12 filters.',
    VIEW_WORD_FORM: 'This is not the name of a filter or a column.',
  },
  hi: {
    VIEW_UNKNOWN: 'ऐसा कोई सहेजा गया दृश्य नहीं है।',
    VIEWS_TOO_MANY: 'आपने {maximum} दृश्य सहेज रखे हैं; जो अब नहीं चाहिए उसे हटाएँ।',
    VIEW_TOO_MANY_FILTERS: 'एक दृश्य में अधिकतम 12 शर्तें रहती हैं।',
    VIEW_WORD_FORM: 'यह किसी शर्त या स्तंभ का नाम नहीं है।',
  },
};
