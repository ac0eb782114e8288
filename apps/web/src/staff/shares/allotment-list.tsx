import type { ShareHolding } from '../answers.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { EntryLink } from '../ui/entry-link.tsx';
import { FileButton } from '../ui/files.tsx';
import { useWords } from '../words.ts';

type Allotment = ShareHolding['allotments'][number];

export function AllotmentList({ allotments }: { allotments: readonly Allotment[] }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  const columns: Column<Allotment>[] = [
    {
      name: 'certificate',
      heading: t('share.certificate'),
      cell: (allotment) => <EntryLink id={allotment.entryId}>{allotment.certificateNumber}</EntryLink>,
    },
    { name: 'on', heading: t('share.allottedOn'), cell: (allotment) => format.day(allotment.allottedOn) },
    {
      name: 'resolution',
      heading: t('share.resolution'),
      isMinor: true,
      cell: (allotment) => allotment.resolutionNumber ?? '–',
    },
    {
      name: 'distinctive',
      heading: t('share.distinctive'),
      isMinor: true,
      cell: (allotment) => `${format.count(allotment.distinctiveFrom)}–${format.count(allotment.distinctiveTo)}`,
    },
    { name: 'shares', heading: t('share.count'), isNumber: true, cell: (allotment) => format.count(allotment.shares) },
    {
      name: 'amount',
      heading: t('share.amountIn', { currency }),
      isNumber: true,
      cell: (allotment) => format.amount(allotment.amount),
    },
    {
      name: 'paper',
      isAct: true,
      heading: t('share.paper'),
      cell: (allotment) => (
        <FileButton
          size="compact-sm"
          use="print"
          path="/api/share-certificates/{id}/pdf"
          options={{ path: { id: allotment.id } }}
        >
          {t('share.print')}
        </FileButton>
      ),
    },
  ];
  if (allotments.length === 0) return <p className="quiet">{t('share.none')}</p>;
  return (
    <DataTable
      caption={t('share.allotments')}
      columns={columns}
      rows={allotments}
      rowKey={(allotment) => allotment.id}
    />
  );
}
