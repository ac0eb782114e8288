import type { Nominee } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { useWords } from '../words.ts';

export function NomineeList({ nominees }: { nominees: readonly Nominee[] }) {
  const t = useWords();
  const format = useSocietyFormat();
  const columns: Column<Nominee>[] = [
    { name: 'name', heading: t('nominee.name'), isLong: true, cell: (nominee) => nominee.name },
    { name: 'relation', heading: t('nominee.relation'), cell: (nominee) => nominee.relation },
    {
      name: 'born',
      heading: t('member.dateOfBirth'),
      isMinor: true,
      cell: (nominee) => format.day(nominee.dateOfBirth),
    },
    {
      name: 'guardian',
      heading: t('nominee.guardian'),
      isMinor: true,
      cell: (nominee) =>
        [nominee.guardianName, nominee.guardianRelation].filter((part) => part !== null).join(' · ') || '–',
    },
    { name: 'share', heading: t('nominee.share'), isNumber: true, cell: (nominee) => nominee.sharePercent },
  ];
  if (nominees.length === 0) return <p className="quiet">{t('nominee.none')}</p>;
  return (
    <DataTable
      caption={t('nominee.title')}
      columns={columns}
      rows={nominees}
      rowKey={(nominee) => `${nominee.name} ${nominee.dateOfBirth} ${nominee.sharePercent}`}
    />
  );
}
