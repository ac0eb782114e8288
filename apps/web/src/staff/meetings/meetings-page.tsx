import { Button } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { MeetingRow } from '../answers.ts';
import { useSession } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { SearchBox } from '../ui/filters.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { Page } from '../ui/page.tsx';
import { Sentence, SentenceChoice } from '../ui/sentence.tsx';
import { Empty } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { meetingKinds } from './meeting-words.ts';

const route = getRouteApi('/meetings');
const whens = ['coming', 'past', 'all'] as const;
const events = ['meeting.changed'] as const;

export function MeetingsPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const navigate = useNavigate({ from: '/meetings' });
  const search = route.useSearch();
  const session = useSession();
  const mayManage = 'user' in session && session.user.permissions.includes('meeting.manage');
  const when = whens.find((one) => one === search.when) ?? 'coming';
  const kind = meetingKinds.find((one) => one === search.kind);
  const list = useKeysetList('/api/meetings', { q: search.q, when, kind });
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const columns: Column<MeetingRow>[] = [
    {
      name: 'title',
      heading: t('meetings.name'),
      isLong: true,
      cell: ({ id, title }) => (
        <Link to="/meetings/$id" params={{ id }}>
          {title}
        </Link>
      ),
    },
    { name: 'kind', heading: t('meetings.pickKind'), cell: (row) => t(`meeting.kind.${row.kind}`) },
    {
      name: 'day',
      heading: t('meetings.day'),
      cell: ({ heldOn, heldTime }) => t('meeting.when', { day: format.day(heldOn), time: heldTime }),
    },
    { name: 'place', heading: t('meeting.place'), isLong: true, isMinor: true, cell: ({ place }) => place },
    {
      name: 'state',
      heading: t('meetings.state'),
      cell: ({ state, isVoting, isAdjourned }) =>
        [
          t(`meeting.state.${state}`),
          isAdjourned ? t('meetings.act.adjourned') : undefined,
          isVoting ? t('meeting.votesNow') : undefined,
        ]
          .filter((word) => word !== undefined)
          .join(', '),
    },
  ];
  const title = t(`meetings.title.${when}`);
  return (
    <Page
      title={title}
      actions={
        mayManage && (
          <Button variant="filled" renderRoot={(props) => <Link to="/meetings/new" {...props} />}>
            {t('meetings.new')}
          </Button>
        )
      }
    >
      <SearchBox label={t('meetings.search')} value={search.q ?? ''} onChange={(q) => set({ q })} />
      <Sentence
        words={(slots) => t('meetings.sentence', slots)}
        parts={{
          when: (
            <SentenceChoice
              label={t('meetings.pickWhen')}
              value={when}
              choices={whens.map((one) => ({ value: one, label: t(`meetings.title.${one}`) }))}
              onChange={(one) => set({ when: one })}
            />
          ),
          kind: (
            <SentenceChoice
              label={t('meetings.pickKind')}
              none={t('meetings.pickKind.all')}
              value={kind ?? ''}
              choices={meetingKinds.map((one) => ({ value: one, label: t(`meetings.pickKind.${one}`) }))}
              onChange={(one) => set({ kind: one })}
            />
          ),
        }}
      />
      <KeysetRows list={list} events={events} empty={<Empty title={t('meetings.none')}>{t('meetings.noneHow')}</Empty>}>
        {(rows: MeetingRow[]) => <DataTable caption={title} columns={columns} rows={rows} rowKey={({ id }) => id} />}
      </KeysetRows>
    </Page>
  );
}
