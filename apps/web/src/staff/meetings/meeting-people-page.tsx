import { Button } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { Invitee } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { client } from '../staff-api.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { FileButton } from '../ui/files.tsx';
import { SearchBox } from '../ui/filters.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { Page } from '../ui/page.tsx';
import { Sentence, SentenceChoice } from '../ui/sentence.tsx';
import { Empty, ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { useMeeting, useMeetingAct } from './use-meeting.ts';

const route = getRouteApi('/meetings/$id/people');
const whiches = ['all', 'voters', 'present', 'absent'] as const;

/** The list of who is invited, who of them may vote, and who has come. */
export function MeetingPeoplePage() {
  const t = useWords();
  const format = useSocietyFormat();
  const navigate = useNavigate({ from: '/meetings/$id/people' });
  const { id } = route.useParams();
  const search = route.useSearch();
  const which = whiches.find((one) => one === search.which) ?? 'all';
  const meeting = useMeeting(id).data;
  const list = useKeysetList('/api/meetings/{id}/people', { q: search.q, which }, { id });
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const mark = useMeetingAct(
    ({ id: inviteeId }: Invitee) => client.post('/api/meetings/{id}/attendance', { path: { id }, body: { inviteeId } }),
    t('meetings.there'),
  );
  const unmark = useMeetingAct(
    ({ id: inviteeId }: Invitee) =>
      client.delete('/api/meetings/{id}/attendance/{inviteeId}', { path: { id, inviteeId } }),
    t('meetings.unmark'),
  );
  const mayMark = meeting?.state === 'open' && meeting.may.manage;
  const columns: Column<Invitee>[] = [
    { name: 'name', heading: t('meetings.nameOf'), isLong: true, cell: ({ name }) => name },
    { name: 'number', heading: t('meetings.number'), cell: ({ number }) => number ?? '–' },
    {
      name: 'vote',
      heading: t('meetings.vote'),
      cell: ({ noVoteBecause }) => (noVoteBecause === null ? t('meetings.yes') : t(`meetings.no.${noVoteBecause}`)),
    },
    {
      name: 'there',
      heading: t('meetings.there'),
      cell: ({ seenAt }) => (seenAt === null ? '–' : t('meetings.here', { time: format.instant(seenAt) })),
    },
    ...(mayMark
      ? [
          {
            name: 'mark',
            heading: t('meetings.mark'),
            cell: (invitee: Invitee) =>
              invitee.isPresent ? (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={t('meetings.unmarkName', { name: invitee.name })}
                  onClick={() => unmark.mutate(invitee)}
                >
                  {t('meetings.unmark')}
                </Button>
              ) : (
                <Button
                  size="compact-sm"
                  aria-label={t('meetings.markName', { name: invitee.name })}
                  onClick={() => mark.mutate(invitee)}
                >
                  {t('meetings.mark')}
                </Button>
              ),
          },
        ]
      : []),
  ];
  const title = t('meetings.peopleTitle', { title: meeting?.title ?? '' });
  return (
    <Page
      title={title}
      lead={
        meeting === undefined
          ? undefined
          : t('meetings.presentOf', { present: meeting.present, entitled: meeting.entitled })
      }
      above={
        <Link to="/meetings/$id" params={{ id }}>
          {meeting?.title ?? t('nav.meetings')}
        </Link>
      }
      actions={
        <FileButton use="print" path="/api/meetings/{id}/voters.pdf" options={{ path: { id } }}>
          {t('meetings.printVoters')}
        </FileButton>
      }
    >
      {meeting?.kind !== 'committee' && (
        <SearchBox label={t('meetings.who')} value={search.q ?? ''} onChange={(q) => set({ q })} />
      )}
      <Sentence
        words={(slots) => t('meetings.peopleSentence', slots)}
        parts={{
          which: (
            <SentenceChoice
              label={t('meetings.which')}
              value={which}
              choices={whiches.map((one) => ({ value: one, label: t(`meetings.which.${one}`) }))}
              onChange={(one) => set({ which: one })}
            />
          ),
        }}
      />
      <ProblemNote error={mark.error ?? unmark.error} takesFocus />
      <KeysetRows list={list} empty={<Empty title={t('meetings.noPeople')} />}>
        {(rows: Invitee[]) => (
          <DataTable caption={title} columns={columns} rows={rows} rowKey={({ id: inviteeId }) => inviteeId} />
        )}
      </KeysetRows>
    </Page>
  );
}
