import { isZeroMoney, percentText } from '../../shared/format.ts';
import type { Explanation, InterestTax } from '../answers.ts';
import { useWords } from '../words.ts';

type Line = Explanation['lines'][number];

/** How the tax on a credit came about: what the year has, what it leaves untaxed, what is due, and what was withheld. */
export function useTaxLines(): (tax: InterestTax | undefined, entryId?: string) => Line[] {
  const t = useWords();
  return (tax, entryId) => {
    if (tax === undefined || tax.reason === 'none') return [];
    const line = (label: string, value: string, ofEntry: string | null = null): Line => ({
      label,
      value,
      entryId: ofEntry,
      on: null,
    });
    const withheld = line(t('tax.line.withheld'), tax.tax, entryId ?? null);
    const rate = percentText(tax.rate);
    switch (tax.reason) {
      case 'declared':
        return [line(t('tax.line.soFar'), tax.interestSoFar), line(t('tax.line.declared'), tax.tax)];
      case 'every-credit':
        return [line(t('tax.line.ofCredit', { rate }), tax.due), withheld];
      case 'below-threshold':
        return [
          line(t('tax.line.soFar'), tax.interestSoFar),
          line(t('tax.line.untaxed'), tax.threshold ?? '0.00'),
          withheld,
        ];
      case 'above-threshold':
        return [
          line(t('tax.line.soFar'), tax.interestSoFar),
          line(t('tax.line.untaxed'), tax.threshold ?? '0.00'),
          line(t('tax.line.due', { rate }), tax.due),
          line(t('tax.line.before'), tax.taxBefore),
          withheld,
          ...(isZeroMoney(tax.left) ? [] : [line(t('tax.line.left'), tax.left)]),
        ];
    }
  };
}
