import { useCallback, useEffect, useState } from 'react';
import type { LiveMessage } from '../shared/live.ts';
import { api, queryClient } from './staff-api.ts';

// What colleagues do, told to whichever screen wants to know.

/** A message that comes this soon after an act from this page tells of that act. */
export const ownActMs = 3_000;

/** Whatever writes an entry into the books. */
export const bookEvents = [
  'receipt.issued',
  'savings.withdrawn',
  'interest.credited',
  'deposit.matured',
  'instruction.taken',
  'savings.transferred',
  'shares.allotted',
  'entry.reversed',
  'voucher.posted',
  'till.opened',
  'till.closed',
  'collection.handed-over',
] as const;

/** Whatever adds a row to the audit log and is told to colleagues. */
export const auditEvents = [
  ...bookEvents,
  'application.submitted',
  'application.returned',
  'application.rejected',
  'member.approved',
  'member.activated',
  'member.status-changed',
  'file.changed',
  'paper.verified',
  'paper.rejected',
  'member.logged-in',
  'staff.logged-in',
  'approval.requested',
  'approval.decided',
  'business-day.moved',
  'day-end.finished',
  'settings.changed',
] as const;

const listeners = new Set<(message: LiveMessage) => void>();

export function tellLiveMessage(message: LiveMessage): void {
  for (const listener of listeners) listener(message);
}

export function onLiveMessage(listener: (message: LiveMessage) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function eventOf(message: LiveMessage): string {
  const event = message.data['event'];
  return typeof event === 'string' ? event : '';
}

/** How many of these events came since the list was drawn; rows never jump under the pointer, a pill offers them. */
export function useNewSince(events: readonly string[]): { count: number; clear: () => void } {
  const [count, setCount] = useState(0);
  const wanted = events.join(' ');
  useEffect(
    () =>
      onLiveMessage((message) => {
        const event = eventOf(message);
        if (event === '' || !wanted.split(' ').includes(event)) return;
        if (Date.now() - api.lastActAt < ownActMs) void queryClient.invalidateQueries({ queryKey: ['list'] });
        else setCount((before) => before + 1);
      }),
    [wanted],
  );
  const clear = useCallback(() => setCount(0), []);
  return { count, clear };
}
