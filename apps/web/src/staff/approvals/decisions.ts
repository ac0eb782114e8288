import { useSyncExternalStore } from 'react';
import { client, queryClient } from '../staff-api.ts';
import { DecisionQueue, type Decisions, type KeyedDecision, type Outcome } from './decision-queue.ts';

/** The one queue of this page: decisions made on Today and in the lists wait in it together. */
export const decisions = new DecisionQueue(send, () => queryClient.invalidateQueries());

export function useDecisions(): Decisions {
  return useSyncExternalStore(decisions.listen, decisions.state);
}

// The browser tells of a page that is closed, reloaded or put away; the app's own pages end their stay by themselves.
addEventListener('pagehide', () => void decisions.sendNow(true));

async function send({ subject, act, reason = '', key }: KeyedDecision, isLeaving: boolean): Promise<Outcome> {
  const path = { id: subject.id };
  const keepalive = isLeaving;
  if (subject.kind === 'approval') {
    const { receiptId } =
      act === 'approve'
        ? await client.post('/api/approvals/{id}/approval', { path, body: {}, keepalive, idempotencyKey: key })
        : await client.post('/api/approvals/{id}/rejection', { path, body: { reason }, keepalive });
    return { receiptId };
  }
  if (act === 'reject') {
    await client.put('/api/admin/member-requests/{id}/reject', { path, body: { reason }, keepalive });
    return {};
  }
  const { memberId, memberNumber, oneTimeCode } = await client.put('/api/admin/member-requests/{id}/approve', {
    path,
    body: {},
    keepalive,
  });
  return { member: { id: memberId, number: memberNumber, oneTimeCode } };
}
