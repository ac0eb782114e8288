import type { TermProductRule } from '../answers.ts';
import { useWords } from '../words.ts';
import { percentWords } from './setting-value.ts';

/** From the lowest rate that everybody has to the highest: "6.5 % to 8 %". */
export function useRateSpan(): (rates: TermProductRule['rates']) => string {
  const t = useWords();
  return (rates) => {
    const general = rates
      .filter(({ category }) => category === 'general')
      .map(({ annualRate }) => annualRate)
      // Of the figures only the order is asked.
      .sort((one, other) => Number(one) - Number(other));
    const [lowest, highest] = [general[0], general.at(-1)];
    if (lowest === undefined || highest === undefined) return '–';
    if (lowest === highest) return percentWords(lowest);
    return t('termProduct.span', { lowest: percentWords(lowest), highest: percentWords(highest) });
  };
}
