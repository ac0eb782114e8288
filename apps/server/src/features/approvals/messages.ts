import type { Messages } from '../../platform/http/sentences.ts';

export const approvalsMessages: Messages = {
  en: {
    APPROVAL_NOT_FOUND: 'There is no such request.',
    APPROVAL_DECIDED: '{who} has already decided this request.',
    APPROVAL_OWN_REQUEST: 'You asked for this yourself; a second person decides.',
    APPROVAL_OWN_ACCOUNT: 'This concerns your own membership; somebody else decides.',
    APPROVAL_NOT_YOURS: 'Only whoever asked can take a request back.',
    RULE_CHANGE_WAITING: 'A change of this waits for a second person already. It is decided or taken back first.',
  },
  hi: {
    APPROVAL_NOT_FOUND: 'ऐसा कोई अनुरोध नहीं है।',
    APPROVAL_DECIDED: 'इस अनुरोध पर {who} निर्णय कर चुके हैं।',
    APPROVAL_OWN_REQUEST: 'यह अनुरोध आपने ही किया है; निर्णय दूसरा व्यक्ति करेगा।',
    APPROVAL_OWN_ACCOUNT: 'यह आपकी अपनी सदस्यता से जुड़ा है; निर्णय कोई और करेगा।',
    APPROVAL_NOT_YOURS: 'अनुरोध केवल वही वापस ले सकता है जिसने किया था।',
    RULE_CHANGE_WAITING: 'इसका एक बदलाव पहले से दूसरे व्यक्ति की प्रतीक्षा में है। पहले उस पर निर्णय हो या वह वापस लिया जाए।',
  },
};
