import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { UnansweredActs } from '../shared/unanswered-acts.ts';
import { mayHaveChanged } from './member-queries.ts';
import { useSession } from './session.ts';
import { useAct } from './use-act.ts';

/** An act that is done once, whatever becomes of the line; one that was not answered for is there to be asked for again. */
export function useSendOnce<Wish, Answer>(
  acts: UnansweredActs<Wish>,
  send: (wish: Wish, idempotencyKey: string) => Promise<Answer>,
) {
  const session = useSession();
  const userId = session.state === 'in' ? session.user.id : '';
  const queries = useQueryClient();
  const oldest = () => acts.of(userId)[0];
  const [unanswered, setUnanswered] = useState(oldest);
  const act = useAct(async (wish: Wish) => {
    try {
      return await acts.sendOnce(userId, wish, (key) => send(wish, key));
    } finally {
      setUnanswered(oldest());
      void queries.invalidateQueries(mayHaveChanged);
    }
  });
  const leave = () => {
    if (unanswered !== undefined) acts.forget(userId, unanswered.key);
    setUnanswered(oldest());
  };
  return { ...act, unanswered: unanswered?.act, leave };
}
