import { Link } from '@tanstack/react-router';
import type { Member, TimelineItem } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { StateMark } from '../ui/marks.tsx';
import { Section } from '../ui/page.tsx';
import { useKnownWord, useWords } from '../words.ts';

/** What was asked about this member or by them, and what became of it. */
export function MemberRequests({ member }: { member: Member }) {
  const t = useWords();
  const known = useKnownWord();
  const format = useSocietyFormat();
  const list = useKeysetList('/api/members/{id}/timeline', { limit: 20, kind: 'approvals' }, { id: member.id });
  const columns: Column<TimelineItem>[] = [
    {
      name: 'kind',
      heading: t('approval.kindHead'),
      isLong: true,
      cell: ({ code, link }) => {
        const [kind = ''] = code.split('.');
        const words = known(`approval.kind.${kind}`) ?? kind;
        return link === null ? (
          words
        ) : (
          <Link to="/approvals/$id" params={{ id: link.id }}>
            {words}
          </Link>
        );
      },
    },
    { name: 'state', heading: t('list.state'), cell: ({ code }) => <StateMark state={code.split('.')[1] ?? ''} /> },
    { name: 'by', heading: t('approval.requestedBy'), isMinor: true, cell: ({ by }) => by ?? '–' },
    { name: 'at', heading: t('approval.requestedAt'), cell: ({ at }) => format.instant(at) },
  ];
  return (
    <Section title={t('request.title')}>
      <KeysetRows
        list={list}
        events={['approval.requested', 'approval.decided']}
        empty={<p className="quiet">{t('request.none')}</p>}
      >
        {(rows: TimelineItem[]) => (
          <DataTable caption={t('request.title')} columns={columns} rows={rows} rowKey={(row) => row.id} />
        )}
      </KeysetRows>
    </Section>
  );
}
