// How what an account without a term would hold comes about, in the words of the society.

import { compoundEveryMonths, type OfferedSavings } from '@kafal/core';
import type { Language } from '../../platform/http/actor.ts';
import { ROUNDING } from './term-words.ts';

const SAVINGS_RULE = {
  en: {
    none: 'This kind of account bears no interest.',
    dailyProduct: 'Every day earns on the balance it ends with ({dayCount}).',
    minimumFromTenth: 'Every month earns a twelfth of the rate, on the lowest balance from the 10th to its last day.',
    thrift: 'Every month earns a twelfth of the rate, on what its last day ends with.',
    credited: 'Interest is credited at the end of the months {months}, rounded {rounding}, and earns from then on.',
    daily:
      'Every month earns a twelfth of the rate, on what it ends with; interest earns after every {count} months, and is rounded once, to the hundredth.',
    goal: 'Every instalment counts from the first day of its month; interest is added every {count} months. The instalment is the smallest whole sum that reaches the goal.',
  },
  hi: {
    none: 'इस प्रकार के खाते पर ब्याज नहीं मिलता।',
    dailyProduct: 'हर दिन के अंतिम शेष पर उस दिन का ब्याज मिलता है ({dayCount})।',
    minimumFromTenth: 'हर महीने 10 तारीख़ से अंतिम दिन तक के न्यूनतम शेष पर दर के बारहवें भाग का ब्याज मिलता है।',
    thrift: 'हर महीने के अंतिम दिन के शेष पर दर के बारहवें भाग का ब्याज मिलता है।',
    credited: 'ब्याज महीना {months} के अंत में जमा होता है, {rounding} पूर्णांकित होकर, और तब से उस पर भी ब्याज मिलता है।',
    daily:
      'हर महीने के अंतिम शेष पर दर के बारहवें भाग का ब्याज मिलता है; हर {count} महीने बाद ब्याज पर भी ब्याज मिलता है, और ब्याज एक बार पैसे तक पूर्णांकित होता है।',
    goal: 'हर किस्त अपने महीने के पहले दिन से गिनी जाती है; ब्याज हर {count} महीने में जुड़ता है। किस्त वह सबसे छोटी पूरी राशि है जिससे लक्ष्य पूरा होता है।',
  },
} as const;

/** The same of an account without a term; daily deposits have their interest added after so many months. */
export function savingsQuoteRule(offered: OfferedSavings, addEveryMonths: number, language: Language): string {
  const words = SAVINGS_RULE[language];
  const { kind, interestRule, interestMonths } = offered;
  const count = kind === 'goal' ? compoundEveryMonths(interestMonths) : addEveryMonths;
  return savingsRuleParts(offered)
    .map((part) => words[part])
    .join(' ')
    .replace('{dayCount}', offered.dayCount)
    .replace('{months}', interestMonths.join(', '))
    .replace('{count}', String(count))
    .replace('{rounding}', ROUNDING[interestRule === 'daily' ? 'paisa' : offered.rounding][language]);
}

function savingsRuleParts({
  kind,
  interestRule,
  interestBasis,
}: OfferedSavings): readonly (keyof (typeof SAVINGS_RULE)['en'])[] {
  if (interestRule === 'none') return ['none'];
  if (kind === 'goal') return ['goal'];
  if (interestRule === 'daily') return ['daily'];
  return [interestRule === 'thrift' ? 'thrift' : interestBasis, 'credited'];
}
