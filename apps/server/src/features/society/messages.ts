import type { Messages } from '../../platform/http/sentences.ts';

export const societyMessages: Messages = {
  en: {
    SETTING_UNKNOWN: 'There is no such setting.',
    SETTING_VALUE: 'This setting cannot take that value.',
    SETTING_FIXED: '{label} was said at set-up and cannot change: the books rest on it.',
    SETTING_DATE_PAST: 'A rule can change from the business date {businessDate} on, not before it.',
    SETTING_ACCOUNT: 'Account {code} is not one that can be posted to.',
    SETTING_ACCOUNT_NO_ASSET: 'Account {code} holds no money; choose an asset account, such as a bank.',
    NUMBER_PATTERN_TOO_LONG: 'A number pattern has at most {maximum} characters.',
    NUMBER_PATTERN_CHARACTER: 'Between its parts a number pattern has only letters, digits and - / .',
    NUMBER_PATTERN_UNKNOWN_PART:
      '{part} is not a part of a number; use YYYY, YY, FY, PREFIX, N or N:4, each in curly brackets.',
    NUMBER_PATTERN_NEEDS_ONE_NUMBER: 'A number pattern counts with exactly one N or N:4 in curly brackets.',
  },
  hi: {
    SETTING_UNKNOWN: 'ऐसी कोई सेटिंग नहीं है।',
    SETTING_VALUE: 'इस सेटिंग में यह मान नहीं रखा जा सकता।',
    SETTING_FIXED: '{label} स्थापना के समय तय हुआ था और बदला नहीं जा सकता: बही उसी पर टिकी है।',
    SETTING_DATE_PAST: 'नियम कार्य दिवस {businessDate} से बदल सकता है, उससे पहले नहीं।',
    SETTING_ACCOUNT: 'खाता {code} में प्रविष्टि नहीं की जा सकती।',
    SETTING_ACCOUNT_NO_ASSET: 'खाता {code} में धन नहीं रहता; कोई परिसंपत्ति खाता चुनें, जैसे बैंक।',
    NUMBER_PATTERN_TOO_LONG: 'संख्या के ढाँचे में अधिकतम {maximum} अक्षर हो सकते हैं।',
    NUMBER_PATTERN_CHARACTER: 'संख्या के ढाँचे के भागों के बीच केवल अंग्रेज़ी अक्षर, अंक और - / . हो सकते हैं।',
    NUMBER_PATTERN_UNKNOWN_PART: '{part} संख्या का भाग नहीं है; YYYY, YY, FY, PREFIX, N या N:4 को मझोले कोष्ठक में लिखें।',
    NUMBER_PATTERN_NEEDS_ONE_NUMBER: 'संख्या के ढाँचे में मझोले कोष्ठक में ठीक एक N या N:4 होना चाहिए।',
  },
};
