import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { MeetingList } from '../../shared/answers.ts';
import { Empty, Skeleton } from '../../shared/ui/states.tsx';
import { client } from '../member-api.ts';
import { Page } from '../page.tsx';
import { useSocietyFormat } from '../society.tsx';
import { PageProblem } from '../waiting-pages.tsx';
import { useMeetingText } from './meeting-words.ts';

const mostPast = 50;

/** The general meetings of the society: those to come, and those that were held. */
export function MeetingsPage() {
  const t = useMeetingText();
  const coming = useQuery({
    queryKey: ['meetings', 'coming'],
    queryFn: () => client.get('/api/meetings', { query: { when: 'coming' } }),
  });
  const past = useQuery({
    queryKey: ['meetings', 'past'],
    queryFn: () => client.get('/api/meetings', { query: { when: 'past', limit: mostPast } }),
  });
  if (coming.data === undefined && coming.error !== null) {
    return (
      <PageProblem title={t('meeting.title')} backTo="/" error={coming.error} onRetry={() => void coming.refetch()} />
    );
  }
  return (
    <Page title={t('meeting.title')} backTo="/">
      {coming.data === undefined && <Skeleton lines={4} />}
      {coming.data?.items.length === 0 && (
        <Empty title={t('ownMeeting.none')}>
          <p>{t('ownMeeting.noneHow')}</p>
        </Empty>
      )}
      {coming.data !== undefined && coming.data.items.length > 0 && (
        <section className="stack">
          <h2>{t('ownMeeting.coming')}</h2>
          <Rows meetings={coming.data.items} />
        </section>
      )}
      {past.data !== undefined && past.data.items.length > 0 && (
        <section className="stack">
          <h2>{t('ownMeeting.past')}</h2>
          <Rows meetings={past.data.items} />
        </section>
      )}
    </Page>
  );
}

function Rows({ meetings }: { meetings: MeetingList['items'] }) {
  const t = useMeetingText();
  const format = useSocietyFormat();
  return (
    <ul className="list">
      {meetings.map(({ id, title, state, heldOn, heldTime, place, isVoting }) => (
        <li key={id}>
          <Link href={`/meetings/${id}`} className="list-row">
            <span className="list-title">{title}</span>
            <span className={isVoting ? 'list-side strong' : 'list-side'}>
              {isVoting ? t('meeting.votesNow') : t(`meeting.state.${state}`)}
            </span>
            <span className="list-note">
              {t('meeting.when', { day: format.day(heldOn), time: heldTime })} · {place}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
