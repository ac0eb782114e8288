import {
  compoundEveryMonths,
  type DailyRules,
  formatMoney,
  type Money,
  type OfferedSavings,
  type SavingsPlan,
  type WishedSavings,
} from '@kafal/core';
import { useBasisWords } from '../../shared/basis-words.ts';
import { percentText } from '../../shared/format.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { useCalculatorText } from './calculator-words.ts';
import { figureText, lineFormula } from './count-term.ts';
import { Outcome, type OutcomeFact } from './outcome.tsx';
import type { SavingsOffer } from './savings-offers.ts';

interface SavingsOutcomeProps {
  product: OfferedSavings;
  daily: DailyRules;
  wish: WishedSavings;
  plan: SavingsPlan;
  /** Of the society; absent for a rate from somewhere else. */
  offer: SavingsOffer | undefined;
}

/** The answer of an account without a term. */
export function SavingsOutcome({ product, daily, wish, plan, offer }: SavingsOutcomeProps) {
  const t = useCalculatorText();
  const basisWords = useBasisWords();
  const format = useSocietyFormat();
  const { decimals, grouping } = useThisSociety();
  const shown = (amount: Money) => format.money(formatMoney(amount, decimals));
  const { kind, interestRule, interestBasis } = product;
  const isGoal = kind === 'goal';
  const every = compoundEveryMonths(product.interestMonths);
  const rounding = t(`calc.how.rounding.${interestRule === 'daily' ? 'paisa' : product.rounding}`);
  const said = isGoal
    ? plan.monthly > 0
      ? 'goal'
      : 'goalReached'
    : interestRule === 'savings'
      ? wish.monthly > 0
        ? 'savingsMonthly'
        : 'savings'
      : interestRule === 'daily'
        ? 'daily'
        : 'recurring';
  const how = isGoal
    ? [t('calc.how.goal', { count: every })]
    : interestRule === 'daily'
      ? [t('calc.how.daily', { count: daily.addEveryMonths, rounding })]
      : [
          t(`calc.how.${interestRule === 'thrift' ? 'thrift' : interestBasis}`),
          t('calc.how.credited', { count: product.interestMonths.length, rounding }),
        ];
  const facts: OutcomeFact[] = [
    { label: 'calc.fact.paidIn', value: shown(plan.paidIn) },
    { label: 'calc.fact.interest', value: shown(plan.interest) },
    ...(isGoal ? [{ label: 'calc.fact.value' as const, value: shown(plan.value) }] : []),
    { label: 'calc.fact.until', value: format.day(plan.until) },
    { label: 'calc.fact.rate', value: percentText(product.annualRate) },
    ...(offer === undefined ? [] : [{ label: 'calc.fact.since' as const, value: format.day(offer.effectiveFrom) }]),
    ...(offer?.legalBasis == null
      ? []
      : [{ label: 'calc.fact.basis' as const, value: basisWords(offer.legalBasis), isWords: true }]),
  ];
  return (
    <Outcome
      sentence={t(`calc.answer.${said}`, {
        amount: shown(wish.amount),
        monthly: shown(isGoal ? plan.monthly : wish.monthly),
        value: shown(plan.value),
        day: format.day(plan.until),
      })}
      figure={isGoal && plan.monthly > 0 ? plan.monthly : plan.value}
      facts={facts}
      growthTitle="calc.growth"
      growth={plan.growth}
      lines={plan.lines.map((line) => ({
        label: t('calc.how.until', {
          length:
            'days' in line.length
              ? t('calc.how.days', { count: line.length.days })
              : t('calc.how.month', { number: 'month' in line.length ? line.length.month : 1 }),
          day: format.day(line.on),
        }),
        formula: [
          lineFormula(
            line,
            { dayCount: product.dayCount, rootOf: isGoal && every > 1 ? every : null },
            line.annualRate,
            grouping,
          ),
          ...(line.credited === null ? [] : [t('calc.how.creditedNow', { amount: shown(line.credited) })]),
        ].join(' · '),
        interest: figureText(line.interest, grouping),
      }))}
      how={how}
      note={t(`calc.note.${isGoal ? 'goal' : interestRule === 'daily' ? 'daily' : 'savings'}`)}
    />
  );
}
