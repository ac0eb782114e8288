import type { DepositInterest, Explanation } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { useTaxLines } from '../tax/tax-lines.ts';
import { useWords } from '../words.ts';

type Credit = DepositInterest['credits'][number];
type Replaced = Credit['replaced'][number];
type Tax = DepositInterest['taxes'][number];
type Period = NonNullable<DepositInterest['earned']> & Partial<Pick<Credit, 'replaced'> & Replaced>;

/** Of the credit of a period, the figure that this entry wrote: the one that counts, or one that was replaced. */
export function creditOfEntry(credit: Credit | undefined, entryId: string): Period | null {
  if (credit === undefined) return null;
  return credit.replaced.find((replaced) => replaced.entryId === entryId) ?? credit;
}

const taxOf = (taxes: readonly Tax[], entryId: string) => taxes.find((tax) => tax.entryId === entryId);

/** Days × balance × rate, the rounding, the rates and the entry, in the form that every figure is explained in. */
export function useInterestExplanation(): (period: Period | null, taxes?: readonly Tax[]) => Explanation {
  const t = useWords();
  const format = useSocietyFormat();
  const taxLines = useTaxLines();
  // More decimals than the money has: it is not money yet. All of them have six, so that they stand under each other.
  const unrounded = (text: string) => {
    const [whole, decimals = ''] = text.split('.');
    return `${format.currencySign}${whole}.${decimals.padEnd(6, '0')}`;
  };
  return (period, taxes = []) => {
    const [first] = taxes;
    // Of an account whose interest comes into this one.
    if (period === null && first !== undefined) {
      const lines = taxLines(first, first.entryId);
      return { figure: t('interest.none'), value: first.interest, lines, rule: t('tax.line.otherAccount') };
    }
    if (period === null) return { figure: t('interest.none'), value: '0.00', lines: [], rule: t('interest.noneRule') };
    const { from, to, interest, entryId, creditedOn, lines, reversalEntryId = null } = period;
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
          label: [
            t('interest.line', { count: line.days, balance: format.money(line.balance), rate: line.annualRate }),
            ...(line.days === 1 ? [] : [`${format.day(line.from)} – ${format.day(line.to)}`]),
          ].join(' · '),
          value: unrounded(line.interest),
          entryId: null,
          // The days it counts; of one day the day itself.
          on: line.days === 1 ? line.to : null,
        })),
        { label: t('interest.unrounded'), value: unrounded(period.unrounded), entryId: null, on: null },
        ...credited,
        ...(entryId === null ? [] : taxLines(taxOf(taxes, entryId), entryId)),
        ...(period.becauseNumber === undefined || reversalEntryId === null
          ? []
          : [
              {
                label: t('interest.takenBack', { number: period.becauseNumber }),
                value: interest,
                entryId: reversalEntryId,
                on: null,
              },
            ]),
        ...(period.replaced ?? []).map((replaced) => ({
          label: t('interest.replaced', { number: replaced.becauseNumber }),
          value: replaced.interest,
          entryId: replaced.entryId,
          on: replaced.creditedOn,
        })),
      ],
      rule: t('interest.rule', { multiple: format.money(period.roundedTo), rates: rateWords.join('; ') }),
    };
  };
}
