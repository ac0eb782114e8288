// What goes out, for the office: one list with its reasons, the month in figures, and another try by hand.

import {
  DELIVERY_CHANNELS,
  type DeliveriesQuery,
  type DeliveryChannel,
  type DeliveryList,
  type DeliveryOverview,
  type DeliveryState,
  kindOfEvent,
} from '@kafal/contract';
import { addDays, type CalendarDate, calendarDate, formatMoney, money, ZERO } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { calendarToday } from '../accounting/index.ts';
import { recordAudit, startOfDay } from '../audit/index.ts';
import { readIdCursor } from '../deposits/index.ts';
import { describeEvents } from '../notifications/index.ts';
import { readSettings } from '../society/index.ts';
import { channelsInUse } from './channels-in-use.ts';
import { reasonIn } from './delivery-reasons.ts';
import { maskEmail, maskPhone } from './mask-address.ts';
import { wakeDeliverer } from './wake-deliverer.ts';

const USUAL_LIMIT = 50;
const DAY_MS = 86_400_000;
const STATES: Readonly<Record<'open' | 'trouble' | 'sent', readonly DeliveryState[]>> = {
  open: ['waiting', 'sending'],
  trouble: ['failed', 'unsure', 'dropped'],
  sent: ['sent'],
};
/** What nobody will try again by itself. */
const ENDED: readonly DeliveryState[] = STATES.trouble;

export async function listDeliveries(
  platform: Platform,
  actor: Actor,
  { channel, state = 'all', limit = USUAL_LIMIT, cursor }: z.output<typeof DeliveriesQuery>,
): Promise<z.input<typeof DeliveryList>> {
  const before = readIdCursor(cursor);
  const rows = await platform.database
    .selectFrom('message_delivery as d')
    .innerJoin('user as u', 'u.id', 'd.userId')
    .innerJoin('notification as n', (join) =>
      join.onRef('n.userId', '=', 'd.userId').onRef('n.deliverySeq', '=', 'd.deliverySeq'),
    )
    .leftJoin('member as m', 'm.id', 'u.memberId')
    .selectAll('d')
    .select(['u.name as person', 'u.memberId', 'm.number as memberNumber', 'n.payload'])
    .$if(channel !== undefined, (select) => select.where('d.channel', '=', channel ?? 'email'))
    .$if(state !== 'all', (select) => select.where('d.state', 'in', [...(state === 'all' ? [] : STATES[state])]))
    .$if(before !== undefined, (select) => select.where('d.id', '<', before ?? 0))
    .orderBy('d.id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const { 'money.currency': currency } = await readSettings(platform);
  const told = await describeEvents(
    platform,
    { language: actor.language, audience: 'member', currency, mayReadApprovals: false, isOutside: true },
    shown,
  );
  const mayRetry = actor.permissions.has('notice.write');
  return {
    items: shown.map((row, at) => ({
      id: String(row.id),
      ...{ channel: row.channel, state: row.state, kind: kindOfEvent(row.name), event: row.name },
      title: told[at]?.title ?? row.name,
      person: {
        name: row.person,
        memberId: row.memberId === null ? null : String(row.memberId),
        memberNumber: row.memberNumber,
      },
      sentTo: row.sentTo === null || row.sentTo === '' ? null : masked(row.channel, row.sentTo),
      ...{ template: row.template, attempts: row.attempts, createdAt: instant(row.createdAt) },
      nextAttemptAt: row.state === 'waiting' ? instant(row.nextAttemptAt) : null,
      settledAt: row.settledAt === null ? null : instant(row.settledAt),
      lastError: row.lastError === null ? null : reasonIn(actor.language, row.lastError),
      parts: row.parts,
      cost: row.cost === null ? null : formatMoney(row.cost),
      mayRetry: mayRetry && ENDED.includes(row.state),
    })),
    nextCursor: rows.length > limit ? String(shown.at(-1)?.id) : null,
  };
}

const masked = (channel: DeliveryChannel, address: string) =>
  channel === 'email' ? maskEmail(address) : maskPhone(address);
const instant = (at: number) => new Date(at).toISOString();

export async function deliveryOverview(
  platform: Platform,
  { language }: Actor,
): Promise<z.input<typeof DeliveryOverview>> {
  const { database } = platform;
  const inUse = await channelsInUse(database, platform);
  const known = await database.selectFrom('message_channel').selectAll().execute();
  const today = await calendarToday(platform);
  const from = calendarDate(`${today.slice(0, 7)}-01`);
  const { 'calendar.timeZone': timeZone } = await readSettings(platform);
  const begin = startOfDay(from, timeZone);
  const counts = await platform.dialect.all<{ channel: DeliveryChannel; state: DeliveryState; count: number }>(
    database,
    'SELECT channel, state, COUNT(*) AS count FROM message_delivery ' +
      "WHERE state <> 'sent' OR settledAt >= ? GROUP BY channel, state ORDER BY channel, state",
    [begin],
  );
  return {
    channels: DELIVERY_CHANNELS.map((channel) => {
      const row = known.find((one) => one.channel === channel);
      return {
        ...{ channel, isInUse: inUse.has(channel) },
        lastError: row?.lastError ? reasonIn(language, row.lastError) : null,
        downSince: row?.downSince ? instant(row.downSince) : null,
        lastSentAt: row?.lastSentAt ? instant(row.lastSentAt) : null,
      };
    }),
    counts,
    month: { from, ...(await monthOf(platform, from, today, begin)) },
  };
}

/** Days of 24 hours from the first of the month: where clocks are put forward a late message may count for its neighbour. */
async function monthOf(platform: Platform, from: CalendarDate, today: CalendarDate, begin: number) {
  const rows = await platform.dialect.all<{ since: number; channel: DeliveryChannel; count: number; cost: number }>(
    platform.database,
    `SELECT settledAt - ? - (settledAt - ?) % ${DAY_MS} AS since, channel, COUNT(*) AS count, ` +
      `${platform.dialect.sumText('cost')} AS cost FROM message_delivery ` +
      "WHERE state = 'sent' AND settledAt >= ? GROUP BY 1, channel",
    [begin, begin, begin],
  );
  const days: { day: CalendarDate; email: number; sms: number; cost: string }[] = [];
  let total = ZERO as number;
  for (let day = from; day <= today; day = addDays(day, 1)) {
    const ofDay = rows.filter(({ since }) => Number(since) === days.length * DAY_MS);
    const count = (channel: DeliveryChannel) => ofDay.find((row) => row.channel === channel)?.count ?? 0;
    const cost = ofDay.reduce((sum, row) => sum + Number(row.cost), 0);
    total += cost;
    days.push({ day, email: count('email'), sms: count('sms'), cost: formatMoney(money(cost)) });
  }
  return { cost: formatMoney(money(total)), days };
}

/** Another try of what has ended without a surely good end; whoever asks says that it is wanted even a second time. */
export async function retryDelivery(platform: Platform, actor: Actor, id: number): Promise<void> {
  const channel = await platform.transact(async (trx) => {
    const row = await platform.dialect
      .forUpdate(trx.selectFrom('message_delivery').selectAll().where('id', '=', id))
      .executeTakeFirst();
    if (row === undefined) throw new Refusal('missing', 'DELIVERY_NOT_FOUND');
    if (!ENDED.includes(row.state)) throw new Refusal('conflict', 'DELIVERY_NOT_ENDED');
    await trx
      .updateTable('message_delivery')
      .set({
        ...{ state: 'waiting', attempts: 0, nextAttemptAt: platform.clock.now(), takenBy: null },
        ...{ settledAt: null, lastError: null },
      })
      .where('id', '=', id)
      .execute();
    await recordAudit(trx, platform, actor, {
      action: 'delivery.retried',
      subjectKind: 'user',
      subjectId: row.userId,
      oldValues: { channel: row.channel, state: row.state, event: row.name },
    });
    return row.channel;
  });
  wakeDeliverer(platform, channel);
}
