import type { goalMessages as english } from '../en/goals.ts';

export const goalMessages: Record<keyof typeof english, string> = {
  'goal.of': 'बचत का लक्ष्य: {purpose}',
  'goal.share': '{percent}%',
  'goal.savedOf': '{day} तक {target} में से {saved} जमा',
  'goal.reached': 'लक्ष्य पूरा हुआ। राशि निकाली जा सकती है।',
  'goal.dayHasCome': 'लक्ष्य का दिन आ गया। राशि निकाली जा सकती है।',
  'goal.each_one': 'बचे हुए एक महीने में {amount} जमा करें, तो लक्ष्य पूरा होगा।',
  'goal.each_other': 'बचे हुए {count} महीनों में हर महीने {amount} जमा करें, तो लक्ष्य पूरा होगा।',
  'goal.atOnce': '{amount} कम हैं, और एक महीने से कम समय बचा है।',
  'goal.byItself': 'जमा राशि उस दिन तक बढ़कर {amount} होगी। और कुछ जमा करना ज़रूरी नहीं।',
  'goal.how': '{rate} वार्षिक दर से गणना: जमा राशि उस दिन तक बढ़कर {amount} होगी।',
  'goal.kept': '{day} को, या लक्ष्य पूरा होने पर निकाली जा सकती है।',
  'account.keptToEnd': 'यह राशि सदस्यता समाप्त होने पर दी जाती है।',
  'account.keptDaily': 'यह राशि दैनिक जमा पूरी होने पर दी जाती है।',
};
