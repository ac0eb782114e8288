import type { Member, StatusHistory } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { MemberStatusMark } from '../ui/marks.tsx';
import { Section } from '../ui/page.tsx';
import { Answered } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { useStatusHistory } from './member-queries.ts';

type Change = StatusHistory['items'][number];

export function StatusHistoryList({ member }: { member: Member }) {
  const t = useWords();
  const format = useSocietyFormat();
  const history = useStatusHistory(member.id);
  const columns: Column<Change>[] = [
    { name: 'on', heading: t('status.effectiveOn'), cell: (change) => format.day(change.effectiveOn) },
    {
      name: 'from',
      heading: t('status.from'),
      isMinor: true,
      cell: (change) => <MemberStatusMark status={change.fromStatus} />,
    },
    { name: 'to', heading: t('status.to'), cell: (change) => <MemberStatusMark status={change.toStatus} /> },
    { name: 'reason', heading: t('act.reason'), isLong: true, cell: (change) => change.reason },
    {
      name: 'by',
      heading: t('status.requestedBy'),
      isMinor: true,
      cell: (change) => change.requestedBy ?? t('status.byItself'),
    },
    { name: 'decided', heading: t('status.decidedBy'), isMinor: true, cell: (change) => change.decidedBy ?? '–' },
    { name: 'at', heading: t('status.recordedAt'), isMinor: true, cell: (change) => format.instant(change.recordedAt) },
  ];
  return (
    <Section title={t('status.history')}>
      <Answered query={history}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{t('status.noHistory')}</p>
          ) : (
            <DataTable caption={t('status.history')} columns={columns} rows={items} rowKey={(change) => change.id} />
          )
        }
      </Answered>
    </Section>
  );
}
