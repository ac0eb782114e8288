// Which meetings somebody may see, and what is counted in them.

import { type CalendarDate, quorumOf, todayIn } from '@kafal/core';
import { sql } from 'kysely';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { bookRules } from '../accounting/index.ts';
import { recordAudit, startOfDay } from '../audit/index.ts';
import { settingWithin } from '../society/index.ts';

export type MeetingRow = Row<'meeting'>;
export type InviteeRow = Row<'meeting_invitee'>;
export type ResolutionRow = Row<'resolution'>;

export const noSuchMeeting = () => new Refusal('missing', 'MEETING_NOT_FOUND');
export const mayManage = (actor: Actor): boolean => actor.permissions.has('meeting.manage');
export const sits = (actor: Actor): boolean => actor.permissions.has('meeting.sit');

/** What the committee speaks about is for itself, for the office that keeps its record, and for the auditor. */
const seesCommittee = (actor: Actor) => mayManage(actor) || sits(actor) || actor.permissions.has('audit.read');

/** A member sees general meetings once they are called; the staff all general ones. */
export function meetingsFor(reader: Reader, actor: Actor) {
  const all = reader.selectFrom('meeting');
  if (actor.kind === 'member') {
    return all.where('meeting.kind', '<>', 'committee').where('meeting.status', '<>', 'draft');
  }
  return seesCommittee(actor) ? all : all.where('meeting.kind', '<>', 'committee');
}

export async function getMeetingFor(reader: Reader, actor: Actor, id: number): Promise<MeetingRow> {
  const meeting = await meetingsFor(reader, actor).selectAll('meeting').where('meeting.id', '=', id).executeTakeFirst();
  if (meeting === undefined) throw noSuchMeeting();
  return meeting;
}

/** Its row, held until the end of the act. */
export async function lockMeeting(trx: Trx, platform: Platform, actor: Actor, id: number): Promise<MeetingRow> {
  const meeting = await platform.dialect
    .forUpdate(meetingsFor(trx, actor).selectAll('meeting').where('meeting.id', '=', id))
    .executeTakeFirst();
  if (meeting === undefined) throw noSuchMeeting();
  return meeting;
}

export const bodyOf = ({ kind }: Pick<MeetingRow, 'kind'>) => (kind === 'committee' ? 'committee' : 'general');

export async function clearDaysOf(reader: Reader, kind: MeetingRow['kind'], on: CalendarDate): Promise<number> {
  return settingWithin(reader, kind === 'committee' ? 'meetings.committeeNoticeDays' : 'meetings.noticeDays', on);
}

export interface Count {
  /** Who may vote, who of them is there in this sitting, and how many must be. */
  readonly entitled: number;
  readonly present: number;
  readonly quorum: number;
  readonly isQuorate: boolean;
}

/** The rule of the day of the meeting, so that a later rule does not change what was enough. */
export async function countMeeting(reader: Reader, meeting: MeetingRow): Promise<Count> {
  const row = await reader
    .selectFrom('meeting_invitee as i')
    .leftJoin('meeting_attendance as a', (join) =>
      join.onRef('a.inviteeId', '=', 'i.id').on('a.sitting', '=', meeting.sitting),
    )
    .select(({ fn }) => [fn.count<number>('i.id').as('entitled'), fn.count<number>('a.inviteeId').as('present')])
    .where('i.meetingId', '=', meeting.id)
    .where('i.mayVote', '=', 1)
    .executeTakeFirstOrThrow();
  const entitled = Number(row.entitled);
  const present = Number(row.present);
  const quorum = quorumOf(entitled, await quorumPart(reader, meeting));
  return { entitled, present, quorum, isQuorate: present >= quorum };
}

function quorumPart(reader: Reader, { kind, sitting, heldOn }: MeetingRow): Promise<string | null> {
  if (kind === 'committee') return settingWithin(reader, 'meetings.committeeQuorum', heldOn);
  return settingWithin(reader, sitting > 1 ? 'meetings.adjournedQuorum' : 'meetings.generalQuorum', heldOn);
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** When it begins, on the society's clock. */
async function startOf(platform: Platform, reader: Reader, { heldOn, heldTime }: When): Promise<number> {
  const { timeZone } = await bookRules(platform, reader);
  const [hour = 0, minute = 0] = heldTime.split(':').map(Number);
  return startOfDay(heldOn, timeZone) + (hour * 60 + minute) * MINUTE_MS;
}

export interface When {
  readonly heldOn: CalendarDate;
  readonly heldTime: string;
}

/** The earliest moment at which a meeting without a quorum meets again. */
export async function adjournableTo(platform: Platform, reader: Reader, meeting: MeetingRow): Promise<When> {
  const { timeZone } = await bookRules(platform, reader);
  const minutes = await settingWithin(reader, 'meetings.adjournMinutes', meeting.heldOn);
  const at = (await startOf(platform, reader, meeting)) + minutes * MINUTE_MS;
  const heldOn = todayIn(timeZone, at);
  const into = Math.min(Math.trunc((at - startOfDay(heldOn, timeZone)) / MINUTE_MS), DAY_MS / MINUTE_MS - 1);
  const two = (part: number) => String(part).padStart(2, '0');
  return { heldOn, heldTime: `${two(Math.trunc(into / 60))}:${two(into % 60)}` };
}

/** The invitation of the reader: of a member as a member, of the staff as somebody of the committee. */
export function ownInvitee(reader: Reader, actor: Actor, meetingId: number): Promise<InviteeRow | undefined> {
  return reader
    .selectFrom('meeting_invitee')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .$if(actor.kind === 'member', (select) => select.where('memberId', '=', actor.memberId ?? 0))
    .$if(actor.kind !== 'member', (select) => select.where('userId', '=', actor.userId))
    .executeTakeFirst();
}

export async function isPresent(reader: Reader, meeting: MeetingRow, inviteeId: number): Promise<boolean> {
  const row = await reader
    .selectFrom('meeting_attendance')
    .select('inviteeId')
    .where('inviteeId', '=', inviteeId)
    .where('sitting', '=', meeting.sitting)
    .executeTakeFirst();
  return row !== undefined;
}

/** With the name that is read out. */
export function inviteesOf(reader: Reader, meeting: Pick<MeetingRow, 'id' | 'sitting'>) {
  return reader
    .selectFrom('meeting_invitee as i')
    .leftJoin('member as m', 'm.id', 'i.memberId')
    .leftJoin('user as u', 'u.id', 'i.userId')
    .leftJoin('meeting_attendance as a', (join) =>
      join.onRef('a.inviteeId', '=', 'i.id').on('a.sitting', '=', meeting.sitting),
    )
    .select([
      'i.id',
      'i.memberId',
      'i.userId',
      'i.mayVote',
      'i.noVoteBecause',
      'm.number',
      'a.seenAt',
      sql<string>`COALESCE(m.name, u.name)`.as('name'),
    ])
    .where('i.meetingId', '=', meeting.id);
}

/** Whoever sits in the committee now. */
export function committeeNow(reader: Reader) {
  return reader
    .selectFrom('user as u')
    .innerJoin('role_permission as p', 'p.roleCode', 'u.roleCode')
    .select(['u.id', 'u.name'])
    .where('p.permission', '=', 'meeting.sit')
    .where('u.kind', '=', 'staff')
    .where('u.status', '=', 'active')
    .orderBy('u.name')
    .orderBy('u.id')
    .execute();
}

export function refuseUnlessChair(actor: Actor, { chairUserId }: MeetingRow): void {
  if (!mayManage(actor) && chairUserId !== actor.userId) throw new Refusal('forbidden', 'MEETING_NOT_CHAIR');
}

export function refuseUnlessOpen({ status }: MeetingRow): void {
  if (status !== 'open') throw new Refusal('conflict', 'MEETING_NOT_OPEN');
}

export async function refuseWhileVoting(reader: Reader, { id }: MeetingRow): Promise<void> {
  const open = await reader
    .selectFrom('resolution')
    .select('id')
    .where('meetingId', '=', id)
    .where('status', 'in', ['voting', 'tied'])
    .executeTakeFirst();
  if (open !== undefined) throw new Refusal('conflict', 'MEETING_VOTE_OPEN');
}

export interface Step {
  readonly act: Row<'meeting_step'>['act'];
  readonly note?: string | null;
  readonly values?: Readonly<Record<string, unknown>>;
}

/** What was done stands under the meeting and in the trail, and whoever looks at it looks again. */
export async function recordMeetingStep(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  meetingId: number,
  { act, note = null, values = {} }: Step,
): Promise<void> {
  await trx
    .insertInto('meeting_step')
    .values({ meetingId, act, userId: actor.userId, note, recordedAt: platform.clock.now() })
    .execute();
  await recordAudit(trx, platform, actor, {
    action: `meeting.${act}`,
    subjectKind: 'meeting',
    subjectId: meetingId,
    newValues: { ...(note === null ? {} : { note }), ...values },
  });
  await tellMeetingChanged(trx, platform, meetingId);
}

/** One more is there, or has voted: the desk counts along. The phones of all members need not look each time. */
export function tellMeetingProgressed(trx: Trx, platform: Platform, meetingId: number): Promise<void> {
  return recordEvent(trx, platform, { name: 'meeting.progressed', payload: { meetingId } });
}

export function tellMeetingChanged(trx: Trx, platform: Platform, meetingId: number): Promise<void> {
  return recordEvent(trx, platform, { name: 'meeting.changed', payload: { meetingId } });
}
