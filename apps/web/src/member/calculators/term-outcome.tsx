import { formatMoney, type OfferedTerm, type WishedTerm } from '@kafal/core';
import { useBasisWords } from '../../shared/basis-words.ts';
import { percentText } from '../../shared/format.ts';
import { growthOf } from '../../shared/growth.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { type CalculatorKey, useCalculatorText } from './calculator-words.ts';
import { type CountedTerm, figureText, formulaOf, yieldOf } from './count-term.ts';
import type { TermOffer } from './offers.ts';
import { Outcome, type OutcomeFact } from './outcome.tsx';

interface TermOutcomeProps {
  product: OfferedTerm;
  wish: WishedTerm;
  counted: Extract<CountedTerm, { ok: true }>;
  /** Of the society; absent for a rate from somewhere else. */
  offer: TermOffer | undefined;
}

/** The answer of a fixed or a recurring deposit. */
export function TermOutcome({ product, wish, counted, offer }: TermOutcomeProps) {
  const t = useCalculatorText();
  const basisWords = useBasisWords();
  const format = useSocietyFormat();
  const { decimals, grouping } = useThisSociety();
  const { kind, payout, compounding, rounding } = product;
  const { rate, maturesOn, value } = counted;
  const shown = (amount: typeof value.interest) => format.money(formatMoney(amount, decimals));
  const earned = yieldOf(product, rate.annualRate);
  const said = payout === 'maturity' ? kind : 'payout';
  const [firstPayment] = value.lines;
  const words = { compounding: t(`calc.compounding.${compounding}`), rounding: t(`calc.how.rounding.${rounding}`) };
  const unrounded = value.unrounded === null ? '' : figureText(value.unrounded, grouping);
  const facts: OutcomeFact[] = [
    { label: 'calc.fact.paidIn', value: shown(value.paidIn) },
    ...(payout !== 'maturity' && firstPayment?.paid != null
      ? [{ label: `calc.fact.payment.${payout}` as const, value: shown(firstPayment.paid) }]
      : []),
    { label: 'calc.fact.interest', value: shown(value.interest) },
    { label: 'calc.fact.matures', value: format.day(maturesOn) },
    {
      label: 'calc.fact.rate',
      value:
        rate.category === 'general'
          ? percentText(rate.annualRate)
          : t('calc.fact.rateFor', {
              rate: percentText(rate.annualRate),
              category: t(`calc.category.${rate.category}`),
            }),
    },
    ...(earned === undefined ? [] : [{ label: 'calc.fact.yield' as const, value: percentText(earned) }]),
    ...(offer === undefined ? [] : [{ label: 'calc.fact.since' as const, value: format.day(offer.effectiveFrom) }]),
    ...(offer?.legalBasis == null
      ? []
      : [{ label: 'calc.fact.basis' as const, value: basisWords(offer.legalBasis), isWords: true }]),
  ];
  const how: CalculatorKey[] =
    payout !== 'maturity'
      ? ['calc.how.payout']
      : [
          compounding === 'simple' ? 'calc.how.simple' : kind === 'recurring' ? 'calc.how.recurring' : 'calc.how.added',
          'calc.how.rounded',
        ];
  return (
    <Outcome
      sentence={t(`calc.answer.${said}`, {
        amount: shown(wish.amount),
        value: shown(value.maturityValue),
        interest: shown(value.interest),
        day: format.day(maturesOn),
      })}
      figure={payout === 'maturity' ? value.maturityValue : value.interest}
      facts={facts}
      growthTitle={payout === 'maturity' ? 'calc.growth' : 'calc.growth.payout'}
      growth={growthOf(product, wish, value)}
      lines={value.lines.map((line) => ({
        label: t('calc.how.until', { length: lengthWords(line.length, t), day: format.day(line.on) }),
        formula: formulaOf(line, product, rate.annualRate, grouping),
        interest: figureText(line.interest, grouping),
      }))}
      how={how.map((key) => t(key, { ...words, unrounded }))}
      note={t(`calc.note.${kind}`)}
    />
  );
}

type LineLength = Parameters<typeof formulaOf>[0]['length'];

function lengthWords(length: LineLength, t: ReturnType<typeof useCalculatorText>): string {
  if ('month' in length) return t('calc.how.month', { number: length.month });
  if ('days' in length) return t('calc.how.days', { count: length.days });
  return t('calc.how.months', { count: length.months });
}
