// How an outbox row becomes the brief's socket message: `{type, data, timestamp, seq}`, ids only.

import { EVENTS, type EventName, type SocketMessage } from '@kafal/contract';

export interface DeliveredRow {
  name: string;
  memberId: number | null;
  userId: number | null;
  payload: string;
  recordedAt: number;
  deliverySeq: number;
}

export type SocketEventName = (typeof EVENTS)[EventName]['socketEvent'];

export function liveMessage(row: DeliveredRow & { name: EventName }): SocketMessage {
  // The payload was written by recordEvent, whose type allows nothing else.
  const payload = JSON.parse(row.payload) as Record<string, string | number | null>;
  return {
    type: EVENTS[row.name].type,
    data: { ...textIds(payload), event: row.name },
    timestamp: new Date(row.recordedAt).toISOString(),
    seq: row.deliverySeq,
  };
}

/** Staff hear of a member's event by the admin event of the brief; the member by the member's. */
export function socketEventFor(name: EventName, receiver: 'member' | 'staff' | 'all'): SocketEventName {
  const { socketEvent } = EVENTS[name];
  return socketEvent === 'member-notification' && receiver === 'staff' ? 'admin-notification' : socketEvent;
}

/** Ids are opaque text to everybody outside. */
export function textIds(payload: Record<string, string | number | null>): Record<string, string | number | null> {
  return Object.fromEntries(
    Object.entries(payload).map(([key, value]) => [key, /Id$/.test(key) && value !== null ? String(value) : value]),
  );
}
