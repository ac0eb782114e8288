import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { PlainText } from '../../shared/ui/plain-text.tsx';
import type { Meeting, MeetingResolution } from '../answers.ts';
import { client } from '../staff-api.ts';
import { Section } from '../ui/page.tsx';
import { ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { ProposeResolution } from './propose-resolution.tsx';
import { CastingVote, CountHands, DeclareInterest, OpenVote, OwnVote, VoteAtDesk } from './resolution-acts.tsx';
import { useMeetingAct } from './use-meeting.ts';

type Shown = 'hands' | 'vote' | 'desk' | 'own' | 'casting' | 'interest';

export function MeetingResolutions({ meeting }: { meeting: Meeting }) {
  const t = useWords();
  const [isProposing, setProposing] = useState(false);
  const isOpen = meeting.state === 'open';
  return (
    <Section
      title={t('meeting.resolutions')}
      actions={
        isOpen && meeting.may.chair && <Button onClick={() => setProposing(true)}>{t('meetings.propose')}</Button>
      }
    >
      {meeting.resolutions.length === 0 && <p className="quiet">{t('meeting.noResolutions')}</p>}
      <ol className="lines narrow-wide">
        {meeting.resolutions.map((resolution) => (
          <li key={resolution.id} className="notice">
            <Resolution meeting={meeting} resolution={resolution} />
          </li>
        ))}
      </ol>
      {isProposing && <ProposeResolution meeting={meeting} onClose={() => setProposing(false)} />}
    </Section>
  );
}

interface ResolutionProps {
  meeting: Meeting;
  resolution: MeetingResolution;
}

function Resolution({ meeting, resolution }: ResolutionProps) {
  const t = useWords();
  const { number, text, proposer, seconder, state, votes, manner, castingVote, cast, interested, openVotes, subject } =
    resolution;
  return (
    <>
      {number !== null && (
        <p>
          <strong>{t('meeting.resolution', { number })}</strong>
        </p>
      )}
      <PlainText text={text} />
      <p className="quiet small">
        {[
          t('meeting.movedBy', { proposer: proposer ?? '', seconder: seconder ?? '' }),
          `${t('meetings.majority')}: ${t(`meetings.majority.${resolution.majority}`)}`,
        ].join(' · ')}
      </p>
      <p>
        <strong>{t(`meeting.result.${state}`)}</strong>
        {votes !== null && ` · ${t('meeting.votes', votes)}`}
        {manner !== null && ` · ${t(`meeting.manner.${manner}`)}`}
        {castingVote !== null && ` · ${t(`meeting.casting.${castingVote}`)}`}
        {state === 'voting' && ` · ${t('meetings.castSoFar', { cast })}`}
      </p>
      {interested.length > 0 && (
        <p className="quiet small">
          {t('meetings.interested', { names: interested.map(({ name, reason }) => `${name} (${reason})`).join(', ') })}
        </p>
      )}
      {openVotes.length > 0 && (
        <details>
          <summary>{t('meetings.openVotes')}</summary>
          <ul>
            {openVotes.map(({ name, choice }) => (
              <li key={name}>
                {name}: {t(`meeting.choice.${choice}`)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {subject !== null && (
        <p className="no-print">
          <Link to="/loans/$id" params={{ id: subject.id }}>
            {t('meetings.toLoan')}
          </Link>
        </p>
      )}
      {meeting.state === 'open' && <ResolutionActs meeting={meeting} resolution={resolution} />}
    </>
  );
}

function ResolutionActs({ meeting, resolution }: ResolutionProps) {
  const t = useWords();
  const [shown, setShown] = useState<Shown>();
  const path = { id: resolution.id };
  const counting = useMeetingAct(() => client.post('/api/resolutions/{id}/count', { path }), t('meetings.decided'));
  const withdrawing = useMeetingAct(
    () => client.post('/api/resolutions/{id}/withdrawal', { path }),
    t('meetings.withdrawn'),
  );
  const { state } = resolution;
  const { chair, manage } = meeting.may;
  const close = () => setShown(undefined);
  return (
    <>
      <div className="row no-print">
        {state === 'proposed' && chair && (
          <>
            <Button onClick={() => setShown('vote')}>{t('meetings.openVote')}</Button>
            <Button onClick={() => setShown('hands')}>{t('meetings.hands')}</Button>
          </>
        )}
        {resolution.mayVote && (
          <Button variant="filled" onClick={() => setShown('own')}>
            {t('meetings.castOwn')}
          </Button>
        )}
        {state === 'voting' && manage && <Button onClick={() => setShown('desk')}>{t('meetings.castAtDesk')}</Button>}
        {state === 'voting' && chair && (
          <Button loading={counting.isPending} onClick={() => counting.mutate(undefined)}>
            {t('meetings.closeVote')}
          </Button>
        )}
        {state === 'tied' && chair && (
          <Button variant="filled" onClick={() => setShown('casting')}>
            {t('meetings.castingVote')}
          </Button>
        )}
        {(state === 'proposed' || state === 'voting') && chair && (
          <Button variant="subtle" onClick={() => setShown('interest')}>
            {t('meetings.interest')}
          </Button>
        )}
        {state === 'proposed' && chair && (
          <Button variant="subtle" loading={withdrawing.isPending} onClick={() => withdrawing.mutate(undefined)}>
            {t('meetings.withdraw')}
          </Button>
        )}
      </div>
      <ProblemNote error={counting.error ?? withdrawing.error} takesFocus />
      {shown === 'hands' && <CountHands resolution={resolution} onClose={close} />}
      {shown === 'vote' && <OpenVote resolution={resolution} onClose={close} />}
      {shown === 'desk' && <VoteAtDesk meeting={meeting} resolution={resolution} onClose={close} />}
      {shown === 'own' && <OwnVote resolution={resolution} onClose={close} />}
      {shown === 'casting' && <CastingVote resolution={resolution} onClose={close} />}
      {shown === 'interest' && <DeclareInterest meeting={meeting} resolution={resolution} onClose={close} />}
    </>
  );
}
