// Everything that is written or done adds a row under the message; the message itself holds only how it stands.

import type { WriteMessageBody } from '@kafal/contract';
import { addDays } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type KeptOutcome, underKeyIfSent } from '../../platform/http/with-idempotency.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { calendarToday } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { settingWithin, takeNumbers } from '../society/index.ts';
import {
  colleagues,
  type MessageRow,
  messageView,
  refuseOthers,
  reopenableUntil,
  type View,
} from './message-queries.ts';

const DAY_MS = 86_400_000;

export async function writeMessage(
  platform: Platform,
  actor: Actor,
  { kind, subject, text }: z.output<typeof WriteMessageBody>,
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<View>> {
  const write = async (trx: Trx): Promise<View> => {
    const memberId = actor.memberId ?? 0;
    // Two phones of one member wait for each other here, so that neither passes the day's limit.
    await platform.dialect.forUpdate(trx.selectFrom('member').select('id').where('id', '=', memberId)).execute();
    await refuseTooMany(trx, platform, actor);
    const today = await calendarToday(platform, trx);
    const isComplaint = kind === 'complaint';
    const now = platform.clock.now();
    const { insertId } = await trx
      .insertInto('office_message')
      .values({
        ...{ memberId, kind, subject, status: 'open', openedAt: now, lastAt: now },
        answerBy: isComplaint ? addDays(today, await settingWithin(trx, 'messages.answerDays', today)) : null,
        number: isComplaint ? `C-${String(await takeNumbers(trx, platform, 'complaint', 1)).padStart(5, '0')}` : null,
      })
      .executeTakeFirstOrThrow();
    const id = Number(insertId);
    await add(trx, platform, actor, { id, kind: 'written', text });
    await audit(trx, platform, actor, { id, action: 'message.written', values: { kind, subject } });
    await recordEvent(trx, platform, { name: 'message.received', memberId, payload: { messageId: id, memberId } });
    return messageView(platform, trx, actor, id);
  };
  return underKeyIfSent(platform, actor, idempotency, write);
}

/** The member writes again, or the office answers; each side hears of the other. */
export function addToMessage(platform: Platform, actor: Actor, id: number, text: string): Promise<View> {
  return act(platform, actor, id, async (trx, message) => {
    refuseClosed(message);
    if (actor.kind === 'member') {
      await refuseTooMany(trx, platform, actor);
      await add(trx, platform, actor, { id, kind: 'written', text });
      await stand(trx, platform, id, { status: 'open' });
      await audit(trx, platform, actor, { id, action: 'message.written', values: { again: true } });
      await tellOffice(trx, platform, message);
      return;
    }
    await add(trx, platform, actor, { id, kind: 'answered', text });
    // Whoever answers first has it from then on.
    await stand(trx, platform, id, { status: 'answered', assignedUserId: message.assignedUserId ?? actor.userId });
    await audit(trx, platform, actor, { id, action: 'message.answered', values: {} });
    await tellMember(trx, platform, message, 'message.answered');
  });
}

/** To a colleague who answers messages, or to nobody. */
export function assignMessage(platform: Platform, actor: Actor, id: number, userId: number | null): Promise<View> {
  return act(platform, actor, id, async (trx, message) => {
    refuseClosed(message);
    const to =
      userId === null ? undefined : (await colleagues(trx)).find((colleague) => colleague.id === String(userId));
    if (userId !== null && to === undefined) throw new Refusal('rule', 'MESSAGE_COLLEAGUE', undefined, 'userId');
    await add(trx, platform, actor, { id, kind: 'assigned', text: to?.name ?? '' });
    await stand(trx, platform, id, { assignedUserId: userId });
    await audit(trx, platform, actor, { id, action: 'message.assigned', values: { to: to?.name ?? null } });
    if (userId !== null && userId !== actor.userId) {
      await recordEvent(trx, platform, { name: 'message.for-you', userId, payload: { messageId: id } });
    }
  });
}

export function closeMessage(platform: Platform, actor: Actor, id: number, reason: string): Promise<View> {
  return act(platform, actor, id, async (trx, message) => {
    refuseClosed(message);
    await add(trx, platform, actor, { id, kind: 'closed', text: reason });
    await stand(trx, platform, id, { status: 'closed', closedOn: await calendarToday(platform, trx) });
    await audit(trx, platform, actor, { id, action: 'message.closed', values: { reason } });
    await tellMember(trx, platform, message, 'message.closed');
  });
}

/** By the member, within the days of the society's rule. A complaint gets another day by which it is answered. */
export function reopenMessage(platform: Platform, actor: Actor, id: number, text: string): Promise<View> {
  return act(platform, actor, id, async (trx, message) => {
    if (message.status !== 'closed') throw new Refusal('conflict', 'MESSAGE_NOT_CLOSED');
    const today = await calendarToday(platform, trx);
    const until = await reopenableUntil(trx, message, today);
    if (until === null || until < today) throw new Refusal('rule', 'MESSAGE_REOPEN_LATE');
    await refuseTooMany(trx, platform, actor);
    await add(trx, platform, actor, { id, kind: 'reopened', text });
    const days = await settingWithin(trx, 'messages.answerDays', today);
    await stand(trx, platform, id, {
      ...{ status: 'open', closedOn: null },
      ...(message.kind === 'complaint' ? { answerBy: addDays(today, days) } : {}),
    });
    await audit(trx, platform, actor, { id, action: 'message.reopened', values: {} });
    await tellOffice(trx, platform, message);
  });
}

/** One act on a message that the actor may see, with its row held. */
async function act(
  platform: Platform,
  actor: Actor,
  id: number,
  done: (trx: Trx, message: MessageRow) => Promise<void>,
): Promise<View> {
  return platform.transact(async (trx) => {
    await done(trx, await lockMessage(trx, platform, actor, id));
    return messageView(platform, trx, actor, id);
  });
}

export async function lockMessage(trx: Trx, platform: Platform, actor: Actor, id: number): Promise<MessageRow> {
  const row = await platform.dialect
    .forUpdate(trx.selectFrom('office_message').selectAll().where('id', '=', id))
    .executeTakeFirst();
  const message = refuseOthers(actor, row);
  if (actor.kind !== 'member') await refuseOwn(trx, actor, message);
  return message;
}

/** Somebody of the staff who is a member too does not answer themselves. */
async function refuseOwn(reader: Reader, { userId }: Actor, { memberId }: MessageRow): Promise<void> {
  const user = await reader.selectFrom('user').select('memberId').where('id', '=', userId).executeTakeFirst();
  if (user?.memberId === memberId) throw new Refusal('forbidden', 'MESSAGE_OWN');
}

export function refuseClosed({ status }: MessageRow): void {
  if (status === 'closed') throw new Refusal('conflict', 'MESSAGE_CLOSED');
}

/** Whatever one member wrote or sent in a day, all messages together. */
export async function refuseTooMany(trx: Trx, platform: Platform, { userId }: Actor): Promise<void> {
  const most = await settingWithin(trx, 'messages.perDay', await calendarToday(platform, trx));
  const { count } = await trx
    .selectFrom('office_message_entry')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('userId', '=', userId)
    .where('recordedAt', '>', platform.clock.now() - DAY_MS)
    .executeTakeFirstOrThrow();
  if (Number(count) >= most) throw new Refusal('too_many', 'MESSAGE_TOO_MANY', { most }).retryAfter(DAY_MS / 24_000);
}

interface Entry {
  readonly id: number;
  readonly kind: 'written' | 'answered' | 'file' | 'assigned' | 'closed' | 'reopened';
  readonly text: string;
  readonly fileId?: string;
}

export async function add(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { id, kind, text, fileId }: Entry,
): Promise<void> {
  await trx
    .insertInto('office_message_entry')
    .values({
      ...{ messageId: id, kind, byOffice: actor.kind === 'member' ? 0 : 1, userId: actor.userId, text },
      ...{ fileId: fileId ?? null, recordedAt: platform.clock.now() },
    })
    .execute();
}

type Standing = Partial<Pick<MessageRow, 'status' | 'assignedUserId' | 'answerBy' | 'closedOn'>>;

export async function stand(trx: Trx, platform: Platform, id: number, change: Standing): Promise<void> {
  await trx
    .updateTable('office_message')
    .set({ ...change, lastAt: platform.clock.now() })
    .where('id', '=', id)
    .execute();
}

export function audit(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  {
    id,
    action,
    values,
  }: { readonly id: number; readonly action: string; readonly values: Readonly<Record<string, unknown>> },
): Promise<void> {
  return recordAudit(trx, platform, actor, {
    action,
    subjectKind: 'office_message',
    subjectId: id,
    newValues: values,
  });
}

/** Everybody of the office looks at the list; whoever has it is told themselves. */
export async function tellOffice(
  trx: Trx,
  platform: Platform,
  { id, memberId, assignedUserId }: MessageRow,
): Promise<void> {
  await recordEvent(trx, platform, { name: 'message.received', memberId, payload: { messageId: id, memberId } });
  if (assignedUserId !== null) {
    await recordEvent(trx, platform, { name: 'message.for-you', userId: assignedUserId, payload: { messageId: id } });
  }
}

export function tellMember(
  trx: Trx,
  platform: Platform,
  { id, memberId }: MessageRow,
  name: 'message.answered' | 'message.closed',
): Promise<void> {
  return recordEvent(trx, platform, { name, memberId, payload: { messageId: id, memberId } });
}
