import type { DepositInterest, Explanation } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { useWords } from '../words.ts';

type Period = DepositInterest['credits'][number];

/** Days × balance × rate, the rounding, the rates and the entry, in the form that every figure is explained in. */
export function useInterestExplanation(): (period: Period | null) => Explanation {
  const t = useWords();
  const format = useSocietyFormat();
  // More decimals than the money has: it is not money yet. All of them have six, so that they stand under each other.
  const unrounded = (text: string) => {
    const [whole, decimals = ''] = text.split('.');
    return `${format.currencySign}${whole}.${decimals.padEnd(6, '0')}`;
  };
  return (period) => {
    if (period === null) return { figure: t('interest.none'), value: '0.00', lines: [], rule: t('interest.noneRule') };
    const { from, to, interest, entryId, creditedOn, lines } = period;
    const rates = new Map(
      lines.map(({ annualRate, rateFrom }) => [`${annualRate}/${rateFrom}`, { annualRate, rateFrom }]),
    );
    const rateWords = [...rates.values()].map(({ annualRate, rateFrom }) =>
      t('interest.rate', { rate: annualRate, day: format.day(rateFrom) }),
    );
    const credited =
      entryId === null ? [] : [{ label: t('interest.credited'), value: interest, entryId, on: creditedOn }];
    return {
      figure: t('interest.figure', { from: format.day(from), to: format.day(to) }),
      value: interest,
      lines: [
        ...lines.map((line) => ({
          label: t('interest.line', {
            count: line.days,
            balance: format.money(line.balance),
            rate: line.annualRate,
          }),
          value: unrounded(line.interest),
          entryId: null,
          on: line.to,
        })),
        { label: t('interest.unrounded'), value: unrounded(period.unrounded), entryId: null, on: null },
        ...credited,
      ],
      rule: t('interest.rule', { multiple: format.money(period.roundedTo), rates: rateWords.join('; ') }),
    };
  };
}
