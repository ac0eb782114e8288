import type { TaxYearPart } from '@kafal/contract';
import type { Format } from '../../shared/format.ts';
import type { useWords } from '../words.ts';

const monthsOfAQuarter = 3;

/** The year, its quarters and its months, named by the months of the society's own calendar. */
export function partChoices(
  t: ReturnType<typeof useWords>,
  format: Pick<Format, 'ownMonth' | 'ownMonthShort'>,
  months: readonly string[],
): { value: TaxYearPart; label: string }[] {
  const quarters = months.filter((_, place) => place % monthsOfAQuarter === 0);
  return [
    { value: 'year', label: t('tax.wholeYear') },
    ...quarters.map((first, place) => {
      const last = months[place * monthsOfAQuarter + monthsOfAQuarter - 1] ?? first;
      const label = `${format.ownMonthShort(first)} – ${format.ownMonth(last)}`;
      return { value: `q${place + 1}` as TaxYearPart, label };
    }),
    ...months.map((first, place) => ({ value: `m${place + 1}` as TaxYearPart, label: format.ownMonth(first) })),
  ];
}
