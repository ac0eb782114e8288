import type { loanRuleMessages as english } from '../en/loan-rules.ts';

export const loanRuleMessages: Record<keyof typeof english, string> = {
  'loanRule.membership': 'पर्याप्त समय से सदस्य',
  'loanRule.loanToValue': 'ऋण, बंधक के मूल्य का',
  'loanRule.loanToValueIs': '{value}, अधिकतम {limit}',
  'loanRule.valueUnknown': 'किसी बंधक का मूल्य नहीं आँका गया; अधिकतम {limit}',
  'loanRule.membershipIs': '{limit} से',
  'loanRule.shareMultiple': '{of} के अंशों का {multiple} गुना',
  'loanRule.depositMultiple': '{of} की जमा का {multiple} गुना',
  'loanRule.exposure': 'इस ऋण सहित कुल बाकी',
  'loanRule.thriftArrears': 'अनिवार्य बचत का बकाया',
  'loanRule.moneyIs': '{value}, अधिकतम {limit}',
  'loanRule.ownOverdue': 'अपने ऋण की किस्त कितने दिन से बकाया',
  'loanRule.daysIs': '{value}, अधिकतम {limit}',
  'loanRule.takeHome': 'सभी किस्तों के बाद बची आय',
  'loanRule.percentIs': '{value}, कम से कम {limit}',
  'loanRule.unknown': 'आय नहीं बताई गई',
  'loanRule.holds': 'पूरा',
  'loanRule.hard': 'पूरा नहीं',
  'loanRule.recommender': 'पूरा नहीं; कार्यालय फिर भी ऋण आगे बढ़ा सकता है',
  'loanRule.decider': 'पूरा नहीं; निर्णय लेने वाले फिर भी ऋण दे सकते हैं',
};
