import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { OfficeMessageRow } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { SearchBox } from '../ui/filters.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { Page } from '../ui/page.tsx';
import { Sentence, SentenceChoice } from '../ui/sentence.tsx';
import { Empty } from '../ui/states.tsx';
import { useWords } from '../words.ts';

const route = getRouteApi('/messages');
const states = ['waiting', 'open', 'answered', 'closed', 'all'] as const;
const kinds = ['question', 'complaint', 'correction'] as const;
const events = ['message.received', 'message.answered', 'message.closed'] as const;

/** What members write to the office. */
export function InboxPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const navigate = useNavigate({ from: '/messages' });
  const search = route.useSearch();
  const state = states.find((one) => one === search.state) ?? 'waiting';
  const kind = kinds.find((one) => one === search.kind);
  const mine = search.whose === 'mine';
  const list = useKeysetList('/api/messages', { q: search.q, state, kind, mine: mine ? true : undefined });
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const columns: Column<OfficeMessageRow>[] = [
    {
      name: 'subject',
      heading: t('inbox.subject'),
      isLong: true,
      cell: ({ id, subject, number }) => (
        <>
          <Link to="/messages/$id" params={{ id }}>
            {subject}
          </Link>
          {number !== null && <span className="quiet small"> · {number}</span>}
        </>
      ),
    },
    {
      name: 'member',
      heading: t('inbox.member'),
      isLong: true,
      cell: ({ office }) => (office === null ? '' : `${office.memberName} · ${office.memberNumber}`),
    },
    { name: 'kind', heading: t('inbox.kind'), cell: (message) => t(`inbox.kind.${message.kind}`) },
    {
      name: 'state',
      heading: t('inbox.state'),
      cell: ({ state: now, answerBy, isLate }) =>
        [
          t(`inbox.state.${now}`),
          answerBy === null ? undefined : t('inbox.answerBy', { day: format.day(answerBy) }),
          isLate ? t('inbox.late') : undefined,
        ]
          .filter((word) => word !== undefined)
          .join(', '),
    },
    { name: 'assigned', heading: t('inbox.assigned'), cell: ({ office }) => office?.assignedTo ?? '–' },
    { name: 'lastAt', heading: t('inbox.lastAt'), isMinor: true, cell: ({ lastAt }) => format.instant(lastAt) },
  ];
  const title = t(`inbox.title.${state}`);
  return (
    <Page title={title}>
      <SearchBox label={t('inbox.search')} value={search.q ?? ''} onChange={(q) => set({ q })} />
      <Sentence
        words={(slots) => t('inbox.sentence', slots)}
        parts={{
          state: (
            <SentenceChoice
              label={t('inbox.pickState')}
              value={state}
              choices={states.map((one) => ({ value: one, label: t(`inbox.pickState.${one}`) }))}
              onChange={(one) => set({ state: one })}
            />
          ),
          kind: (
            <SentenceChoice
              label={t('inbox.kind')}
              none={t('inbox.pickKind.all')}
              value={kind ?? ''}
              choices={kinds.map((one) => ({ value: one, label: t(`inbox.pickKind.${one}`) }))}
              onChange={(one) => set({ kind: one })}
            />
          ),
          whose: (
            <SentenceChoice
              label={t('inbox.whose')}
              value={mine ? 'mine' : 'all'}
              choices={(['all', 'mine'] as const).map((one) => ({ value: one, label: t(`inbox.whose.${one}`) }))}
              onChange={(one) => set({ whose: one })}
            />
          ),
        }}
      />
      <KeysetRows
        list={list}
        events={events}
        empty={<Empty title={t('inbox.noneHere')}>{t('inbox.noneHereHow')}</Empty>}
      >
        {(rows: OfficeMessageRow[]) => (
          <DataTable caption={title} columns={columns} rows={rows} rowKey={({ id }) => id} />
        )}
      </KeysetRows>
    </Page>
  );
}
