// Who may see which message, and what its page shows.

import type { MessageList, MessagesQuery, MessageView } from '@kafal/contract';
import { addDays, type CalendarDate, invariant } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { calendarToday } from '../accounting/index.ts';
import { readIdCursor } from '../deposits/index.ts';
import { membersTyped } from '../search/index.ts';
import { settingWithin } from '../society/index.ts';

export type MessageRow = Row<'office_message'>;
export type View = z.input<typeof MessageView>;
type ListedMessage = z.input<typeof MessageList>['items'][number];

const USUAL_LIMIT = 50;

export const noSuchMessage = () => new Refusal('missing', 'MESSAGE_NOT_FOUND');
const isMember = ({ kind }: Actor) => kind === 'member';

/** A member’s own; of the office, those who answer. Anybody else’s answers like none. */
export async function getMessageFor(reader: Reader, actor: Actor, id: number): Promise<MessageRow> {
  const row = await reader.selectFrom('office_message').selectAll().where('id', '=', id).executeTakeFirst();
  return refuseOthers(actor, row);
}

export function refuseOthers(actor: Actor, row: MessageRow | undefined): MessageRow {
  const mayRead = row !== undefined && (isMember(actor) ? row.memberId === actor.memberId : mayAnswer(actor));
  if (!mayRead) throw noSuchMessage();
  return row;
}

export const mayAnswer = (actor: Actor): boolean => actor.permissions.has('message.answer');

/** The newest first. */
export async function listMessages(
  platform: Platform,
  actor: Actor,
  query: z.output<typeof MessagesQuery>,
): Promise<z.input<typeof MessageList>> {
  const { kind, mine = false, limit = USUAL_LIMIT, state = isMember(actor) ? 'all' : 'waiting' } = query;
  const before = readIdCursor(query.cursor);
  const members = isMember(actor) ? undefined : await membersTyped(platform, query.q);
  const rows = await platform.database
    .selectFrom('office_message as o')
    .innerJoin('member as m', 'm.id', 'o.memberId')
    .leftJoin('user as u', 'u.id', 'o.assignedUserId')
    .selectAll('o')
    .select(['m.name as memberName', 'm.number as memberNumber', 'u.name as assignedTo'])
    .$if(isMember(actor), (select) => select.where('o.memberId', '=', actor.memberId ?? 0))
    .$if(members !== undefined, (select) => select.where('o.memberId', 'in', members ?? []))
    .$if(kind !== undefined, (select) => select.where('o.kind', '=', kind ?? 'question'))
    .$if(mine, (select) => select.where('o.assignedUserId', '=', actor.userId))
    .$if(state === 'waiting', (select) => select.where('o.status', '<>', 'closed'))
    .$if(state !== 'waiting' && state !== 'all', (select) =>
      select.where('o.status', '=', state === 'answered' || state === 'closed' ? state : 'open'),
    )
    .$if(before !== undefined, (select) => select.where('o.id', '<', before ?? 0))
    .orderBy('o.id', 'desc')
    .limit(limit + 1)
    .execute();
  const today = await calendarToday(platform);
  const shown = rows.slice(0, limit);
  return {
    items: shown.map((row) => listed(actor, row, today)),
    nextCursor: rows.length > limit ? String(shown.at(-1)?.id) : null,
  };
}

/** Those that wait for the office. */
export async function countOpenMessages(platform: Platform): Promise<{ openMessages: number; lateMessages: number }> {
  const today = await calendarToday(platform);
  const count = async (late: boolean) => {
    const { messages } = await platform.database
      .selectFrom('office_message')
      .select(({ fn }) => fn.countAll().as('messages'))
      .where('status', '=', 'open')
      .$if(late, (select) => select.where('answerBy', '<', today))
      .executeTakeFirstOrThrow();
    return Number(messages);
  };
  return { openMessages: await count(false), lateMessages: await count(true) };
}

interface NamedRow extends MessageRow {
  readonly memberName: string;
  readonly memberNumber: string;
  readonly assignedTo: string | null;
}

const instant = (at: number) => new Date(at).toISOString();

function listed(actor: Actor, row: NamedRow, today: CalendarDate): ListedMessage {
  const answerBy = row.status === 'open' ? row.answerBy : null;
  return {
    ...{ id: String(row.id), kind: row.kind, number: row.number, subject: row.subject, state: row.status },
    ...{ openedAt: instant(row.openedAt), lastAt: instant(row.lastAt) },
    ...{ answerBy, isLate: answerBy !== null && answerBy < today },
    office: isMember(actor)
      ? null
      : {
          ...{ memberId: String(row.memberId), memberName: row.memberName, memberNumber: row.memberNumber },
          assignedTo: row.assignedTo,
        },
  };
}

export async function messageView(platform: Platform, reader: Reader, actor: Actor, id: number): Promise<View> {
  const row = await reader
    .selectFrom('office_message as o')
    .innerJoin('member as m', 'm.id', 'o.memberId')
    .leftJoin('user as u', 'u.id', 'o.assignedUserId')
    .selectAll('o')
    .select(['m.name as memberName', 'm.number as memberNumber', 'u.name as assignedTo'])
    .where('o.id', '=', id)
    .executeTakeFirst();
  invariant(row, 'whoever shows a message has found it');
  const entries = await reader
    .selectFrom('office_message_entry as e')
    .innerJoin('user as u', 'u.id', 'e.userId')
    .select(['e.id', 'e.kind', 'e.byOffice', 'e.text', 'e.fileId', 'e.recordedAt', 'u.name'])
    .where('e.messageId', '=', id)
    .$if(isMember(actor), (select) => select.where('e.kind', '<>', 'assigned'))
    .orderBy('e.id')
    .execute();
  const today = await calendarToday(platform, reader);
  const reopenUntil = await reopenableUntil(reader, row, today);
  const isOpen = row.status !== 'closed';
  return {
    ...listed(actor, row, today),
    entries: entries.map((entry) => ({
      ...{ id: String(entry.id), kind: entry.kind, byOffice: entry.byOffice === 1, text: entry.text },
      by: entry.byOffice === 1 ? entry.name : row.memberName,
      ...{ fileId: entry.fileId, at: instant(entry.recordedAt) },
    })),
    mayWrite: isOpen,
    mayReopen: isMember(actor) && reopenUntil !== null && reopenUntil >= today,
    reopenUntil,
    colleagues: isMember(actor) || !isOpen ? [] : await colleagues(reader),
  };
}

/** The last day on which the member may open it again; null while it is open. */
export async function reopenableUntil(
  reader: Reader,
  { closedOn }: Pick<MessageRow, 'closedOn'>,
  today: CalendarDate,
): Promise<CalendarDate | null> {
  return closedOn === null ? null : addDays(closedOn, await settingWithin(reader, 'messages.reopenDays', today));
}

/** Everybody who answers messages. */
export async function colleagues(reader: Reader): Promise<{ id: string; name: string }[]> {
  const users = await reader
    .selectFrom('user as u')
    .innerJoin('role_permission as p', 'p.roleCode', 'u.roleCode')
    .select(['u.id', 'u.name'])
    .where('p.permission', '=', 'message.answer')
    .where('u.kind', '=', 'staff')
    .where('u.status', '=', 'active')
    .orderBy('u.name')
    .orderBy('u.id')
    .execute();
  return users.map(({ id, name }) => ({ id: String(id), name }));
}
