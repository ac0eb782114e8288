import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Meeting } from '../../shared/answers.ts';
import { Button } from '../../shared/ui/button.tsx';
import { PlainText } from '../../shared/ui/plain-text.tsx';
import { ProblemNote } from '../../shared/ui/states.tsx';
import { client } from '../member-api.ts';
import { mayHaveChanged } from '../member-queries.ts';
import { useAct } from '../use-act.ts';
import { useMeetingText } from './meeting-words.ts';

const choices = ['for', 'against', 'abstain'] as const;
type Choice = (typeof choices)[number];

interface CastVoteProps {
  own: NonNullable<Meeting['own']>;
  resolution: Meeting['resolutions'][number];
}

/** One vote, chosen, said once more, and sent. */
export function CastVote({ own, resolution: { id, text, manner, mayVote, hasVoted } }: CastVoteProps) {
  const t = useMeetingText();
  const queries = useQueryClient();
  const [choice, setChoice] = useState<Choice>();
  const send = useAct(async (chosen: Choice) => {
    await client.post('/api/resolutions/{id}/ballots', { path: { id }, body: { choice: chosen } });
    setChoice(undefined);
    await queries.invalidateQueries(mayHaveChanged);
  });
  if (hasVoted) return <p className="note note-good">{t('ownMeeting.voted')}</p>;
  return (
    <section className="stack" aria-labelledby="own-vote">
      <h2 id="own-vote">{t('ownMeeting.voteTitle')}</h2>
      <PlainText text={text} />
      {!mayVote && own.mayVote && !own.isPresent && <p className="note">{t('ownMeeting.notPresent')}</p>}
      {mayVote && (
        <>
          <p className="quiet">{t(manner === 'secret' ? 'ownMeeting.voteSecret' : 'ownMeeting.voteOpen')}</p>
          <ProblemNote error={send.error} takesFocus />
          {choice === undefined ? (
            <div className="stack">
              {choices.map((one) => (
                <Button key={one} onClick={() => setChoice(one)}>
                  {t(`meeting.choice.${one}`)}
                </Button>
              ))}
            </div>
          ) : (
            <div className="stack">
              <p className="strong">{t('ownMeeting.voteSure', { choice: t(`meeting.choice.${choice}`) })}</p>
              <Button look="filled" isBusy={send.isBusy} onClick={() => void send.run(choice)}>
                {t('ownMeeting.voteSend', { choice: t(`meeting.choice.${choice}`) })}
              </Button>
              <Button look="text" onClick={() => setChoice(undefined)}>
                {t('ownMeeting.voteBack')}
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}
