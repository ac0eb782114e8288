import type { Due } from '../answers.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { useWords } from '../words.ts';

export function DueList({ dues }: { dues: readonly Due[] }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  const columns: Column<Due>[] = [
    { name: 'name', heading: t('due.name'), isLong: true, cell: (due) => due.name },
    { name: 'on', heading: t('due.on'), isMinor: true, cell: (due) => format.day(due.dueOn) },
    {
      name: 'amount',
      heading: t('due.amount', { currency }),
      isNumber: true,
      cell: (due) => format.amount(due.amount),
    },
    { name: 'paid', heading: t('due.paid', { currency }), isNumber: true, cell: (due) => format.amount(due.paid) },
    {
      name: 'left',
      heading: t('due.left', { currency }),
      isNumber: true,
      cell: (due) => format.amount(due.outstanding),
    },
  ];
  if (dues.length === 0) return <p className="quiet">{t('due.none')}</p>;
  return <DataTable caption={t('member.dues')} columns={columns} rows={dues} rowKey={(due) => due.id} />;
}
