// For each notification the relay has just kept, a row for every way out by which its reader wants to hear of it: in the
// relay's own transaction, so what was told on the screen goes out, and what was not never does.

import { DELIVERY_CHANNELS, type DeliveryChannel, kindOfEvent, mustCome, type NotificationKind } from '@kafal/contract';
import type { Platform, Trx } from '../../platform/platform.ts';
import { channelsInUse } from './channels-in-use.ts';
import { wakeDeliverer } from './wake-deliverer.ts';

export interface JustNotified {
  /** The newest notification there was before. */
  readonly afterId: number;
  /** Of which events; what only stands in the list is not among them. */
  readonly events: readonly { readonly deliverySeq: number; readonly name: string }[];
}

/** Who can be reached by a channel at all; staff are written to and never texted. */
const REACHED: Record<DeliveryChannel, string> = {
  email: "u.email IS NOT NULL AND u.email <> ''",
  sms:
    "u.kind = 'member' AND u.phone IS NOT NULL AND u.phone <> '' AND " +
    'EXISTS (SELECT 1 FROM sms_template t WHERE t.event = n.name AND t.endedAt IS NULL)',
};

/** Two statements a kind, however many are told. */
export async function queueDeliveries(trx: Trx, platform: Platform, { afterId, events }: JustNotified): Promise<void> {
  const inUse = await channelsInUse(trx, platform);
  if (inUse.size === 0 || events.length === 0) return;
  for (const channel of DELIVERY_CHANNELS) {
    if (!inUse.has(channel)) continue;
    let added = 0;
    for (const [kind, ofKind] of byKind(events))
      added += await queue(trx, platform, { channel, kind, ofKind, afterId });
    if (added > 0) trx.afterCommit(() => wakeDeliverer(platform, channel));
  }
}

function byKind(events: JustNotified['events']): Map<NotificationKind, JustNotified['events'][number][]> {
  const groups = new Map<NotificationKind, JustNotified['events'][number][]>();
  for (const event of events) {
    const kind = kindOfEvent(event.name);
    const group = groups.get(kind);
    if (group === undefined) groups.set(kind, [event]);
    else group.push(event);
  }
  return groups;
}

interface Queued {
  readonly channel: DeliveryChannel;
  readonly kind: NotificationKind;
  readonly ofKind: JustNotified['events'];
  readonly afterId: number;
}

async function queue(trx: Trx, platform: Platform, { channel, kind, ofKind, afterId }: Queued): Promise<number> {
  const now = platform.clock.now();
  const wanted = mustCome(kind) ? '' : ' AND (c.isOn IS NULL OR c.isOn = 1)';
  const { changes } = await platform.dialect.run(
    trx,
    'INSERT INTO message_delivery (userId, deliverySeq, channel, name, state, nextAttemptAt, createdAt) ' +
      "SELECT n.userId, n.deliverySeq, ?, n.name, 'waiting', ?, ? FROM notification n JOIN `user` u ON u.id = n.userId " +
      'LEFT JOIN notification_choice c ON c.userId = n.userId AND c.kind = ? AND c.channel = ? ' +
      `WHERE n.id > ? AND n.deliverySeq IN (${ofKind.map(() => '?').join(', ')}) AND u.status = 'active' ` +
      `AND ${REACHED[channel]}${wanted} ORDER BY n.id`,
    [channel, now, now, kind, channel, afterId, ...ofKind.map(({ deliverySeq }) => deliverySeq)],
  );
  return changes;
}

/** Only the relay adds notifications, and one relay at a time. */
export async function newestNotification(trx: Trx, platform: Platform): Promise<number> {
  const row = await platform.dialect.one<{ id: number | null }>(trx, 'SELECT MAX(id) AS id FROM notification');
  return row?.id ?? 0;
}
