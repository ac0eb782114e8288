import { useCallback, useSyncExternalStore } from 'react';
import type { AnswerOf, BodyOf } from '../../shared/client.ts';
import { type Unanswered, UnansweredActs } from '../../shared/unanswered-acts.ts';
import { useStaffUser } from '../session.ts';
import { useThisSociety } from '../society.tsx';
import { client } from '../staff-api.ts';

// An agent walks through places without a line. What was typed at a door stays on the phone with its key until the
// server has answered for it; sent again it is taken once.

export interface DoorCollection {
  name: string;
  request: BodyOf<'post', '/api/collections'>;
}
export type UnsentCollection = Unanswered<DoorCollection>;

const kept = new UnansweredActs<DoorCollection>('round');
const listeners = new Set<() => void>();

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useUnsentCollections(): {
  unsent: readonly UnsentCollection[];
  send: (act: DoorCollection) => Promise<AnswerOf<'post', '/api/collections'>>;
} {
  const { id } = useStaffUser();
  const { registrationNumber } = useThisSociety();
  const owner = `${registrationNumber ?? ''} ${id}`;
  // As text, which stays the same as long as it says the same.
  const text = useSyncExternalStore(listen, () => JSON.stringify(kept.of(owner)));
  const send = useCallback(
    (act: DoorCollection) =>
      kept
        .sendOnce(owner, act, (idempotencyKey) =>
          client.post('/api/collections', { body: act.request, idempotencyKey }),
        )
        .finally(() => {
          for (const listener of listeners) listener();
        }),
    [owner],
  );
  // Written a line above.
  return { unsent: JSON.parse(text) as UnsentCollection[], send };
}
