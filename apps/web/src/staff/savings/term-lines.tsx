import { groupDigits } from '@kafal/core';
import type { TermPlan } from '../answers.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { useWords } from '../words.ts';

type Line = TermPlan['lines'][number];

/** How an interest of a term comes about: the time, what it counts on, what it earns. */
export function TermLines({ caption, lines, currency }: { caption: string; lines: readonly Line[]; currency: string }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { grouping } = useThisSociety();
  // Before rounding: to four decimals, of which the money of the books has two.
  const unrounded = (text: string) => {
    const [whole = '0', decimals = ''] = text.split('.');
    return `${groupDigits(whole, grouping)}.${decimals.padEnd(4, '0')}`;
  };
  const columns: Column<Line>[] = [
    { name: 'on', heading: t('passbook.on'), cell: (line) => format.day(line.on) },
    { name: 'label', heading: t('termDeposit.line'), isLong: true, cell: (line) => line.label },
    {
      name: 'balance',
      heading: t('termDeposit.lineBalance', { currency }),
      isNumber: true,
      cell: (line) => unrounded(line.balance),
    },
    {
      name: 'interest',
      heading: t('termDeposit.lineInterest', { currency }),
      isNumber: true,
      cell: (line) => unrounded(line.interest),
    },
    ...(lines.some((line) => line.paid !== null)
      ? [
          {
            name: 'paid',
            heading: t('termDeposit.linePaid', { currency }),
            isNumber: true,
            cell: (line: Line) => (line.paid === null ? '' : format.amount(line.paid)),
          },
        ]
      : []),
  ];
  return <DataTable caption={caption} columns={columns} rows={lines} rowKey={(line) => `${line.on} ${line.label}`} />;
}
