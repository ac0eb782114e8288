import { useQuery } from '@tanstack/react-query';
import type { Meeting } from '../../shared/answers.ts';
import { saveFile } from '../../shared/save-file.ts';
import { Button } from '../../shared/ui/button.tsx';
import { PlainText } from '../../shared/ui/plain-text.tsx';
import { ProblemNote, Skeleton } from '../../shared/ui/states.tsx';
import { client } from '../member-api.ts';
import { Page } from '../page.tsx';
import { useSocietyFormat } from '../society.tsx';
import { useAct } from '../use-act.ts';
import { PageProblem } from '../waiting-pages.tsx';
import { CastVote } from './cast-vote.tsx';
import { DoorCode } from './door-code.tsx';
import { useMeetingText } from './meeting-words.ts';

const lookEveryMs = 10_000;

/** One meeting: when and where, one’s own code for the door, the vote that is open, and what was decided. */
export function MeetingPage({ id }: { id: string }) {
  const t = useMeetingText();
  const format = useSocietyFormat();
  const { data, error, refetch } = useQuery({
    queryKey: ['meeting', id],
    queryFn: () => client.get('/api/meetings/{id}', { path: { id } }),
    // That one was seen at the door is not told to every phone in the hall.
    refetchInterval: ({ state }) => (state.data?.state === 'open' ? lookEveryMs : false),
  });
  if (data === undefined) {
    if (error !== null) {
      return <PageProblem title={t('meeting.title')} backTo="/meetings" error={error} onRetry={() => void refetch()} />;
    }
    return (
      <Page title={t('meeting.title')} backTo="/meetings">
        <Skeleton lines={6} />
      </Page>
    );
  }
  const { title, state, kind, heldOn, heldTime, place, link, chair, own, isAdjourned } = data;
  const isComing = state === 'called' || state === 'open';
  const open = data.resolutions.find((resolution) => resolution.state === 'voting');
  return (
    <Page title={title} backTo="/meetings">
      <p className="quiet">
        {[
          t(`meeting.kind.${kind}`),
          t('meeting.when', { day: format.day(heldOn), time: heldTime }),
          t(`meeting.state.${state}`),
        ].join(' · ')}
      </p>
      {isAdjourned && isComing && <p className="note">{t('meeting.adjourned')}</p>}
      {open !== undefined && own !== null && <CastVote own={own} resolution={open} />}
      {isComing && own !== null && own.noVoteBecause !== null && (
        <p className="note note-warning">{t(`meeting.noVote.${own.noVoteBecause}`)}</p>
      )}
      {isComing && own !== null && <DoorCode meetingId={id} isPresent={own.isPresent} isOpen={state === 'open'} />}
      <dl className="facts">
        <div>
          <dt>{t('meeting.place')}</dt>
          <dd>{place}</dd>
        </div>
        <div>
          <dt>{t('meeting.chair')}</dt>
          <dd>{chair}</dd>
        </div>
      </dl>
      {link !== null && isComing && (
        <a href={link} className="button" rel="noreferrer" target="_blank">
          {t('meeting.join')}
        </a>
      )}
      <Agenda meeting={data} />
      <Results meeting={data} />
      <Papers meeting={data} />
    </Page>
  );
}

function Agenda({ meeting: { items } }: { meeting: Meeting }) {
  const t = useMeetingText();
  return (
    <section className="stack">
      <h2>{t('meeting.agenda')}</h2>
      <ol className="list">
        {items.map(({ id, title, text }, place) => (
          <li key={id} className="list-row">
            <span className="list-title list-whole">
              {place + 1}. {title}
            </span>
            {text !== '' && (
              <div className="list-whole">
                <PlainText text={text} />
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What is decided, with its votes. */
function Results({ meeting: { resolutions } }: { meeting: Meeting }) {
  const t = useMeetingText();
  if (resolutions.length === 0) return null;
  return (
    <section className="stack">
      <h2>{t('meeting.resolutions')}</h2>
      <ol className="list">
        {resolutions.map(({ id, number, text, state, votes, manner, castingVote }) => (
          <li key={id} className="list-row">
            <span className="list-title">{number === null ? '' : t('meeting.resolution', { number })}</span>
            <span className="list-side strong">{t(`meeting.result.${state}`)}</span>
            <div className="list-whole">
              <PlainText text={text} />
            </div>
            {votes !== null && (
              <span className="list-note">
                {[
                  t('meeting.votes', votes),
                  manner === null ? undefined : t(`meeting.manner.${manner}`),
                  castingVote === null ? undefined : t(`meeting.casting.${castingVote}`),
                ]
                  .filter((word) => word !== undefined)
                  .join(' · ')}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Papers({ meeting: { id, minutesSigned } }: { meeting: Meeting }) {
  const t = useMeetingText();
  const notice = useAct(async () => saveFile(await client.download('/api/meetings/{id}/notice.pdf', { path: { id } })));
  const minutes = useAct(async () =>
    saveFile(await client.download('/api/meetings/{id}/minutes.pdf', { path: { id } })),
  );
  return (
    <>
      <ProblemNote error={notice.error ?? minutes.error} takesFocus />
      <div className="row">
        <Button isBusy={notice.isBusy} onClick={() => void notice.run(undefined)}>
          {t('ownMeeting.notice')}
        </Button>
        {minutesSigned && (
          <Button isBusy={minutes.isBusy} onClick={() => void minutes.run(undefined)}>
            {t('ownMeeting.minutesPdf')}
          </Button>
        )}
      </div>
    </>
  );
}
