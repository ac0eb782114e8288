import type { Messages } from '../../platform/http/sentences.ts';

export const pushMessages: Messages = {
  en: {
    PUSH_ENDPOINT_REFUSED: 'Messages are sent to the push service of a browser only, over https to a public address.',
    PUSH_KEYS_MALFORMED: 'These are not the keys of a browser. Turn the messages off and on again.',
  },
  hi: {
    PUSH_ENDPOINT_REFUSED: 'संदेश केवल ब्राउज़र की पुश सेवा को, सार्वजनिक https पते पर भेजे जाते हैं।',
    PUSH_KEYS_MALFORMED: 'ये किसी ब्राउज़र की कुंजियाँ नहीं हैं। संदेश बंद करके फिर चालू करें।',
  },
};
