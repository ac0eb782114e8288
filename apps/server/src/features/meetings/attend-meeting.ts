// Who is there: marked at the desk by number, phone or code, or from the list. Once for each sitting, whoever marks it.

import type { AttendBody, Attended, Invitee, InviteeList, InviteesQuery } from '@kafal/contract';
import { type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { readIdCursor } from '../deposits/index.ts';
import { membersTyped } from '../search/index.ts';
import { looksLikeCode, readAttendanceCode } from './attendance-code.ts';
import {
  countMeeting,
  getMeetingFor,
  inviteesOf,
  isPresent,
  lockMeeting,
  type MeetingRow,
  refuseUnlessOpen,
  tellMeetingProgressed,
} from './meeting-queries.ts';

type Shown = z.input<typeof Invitee>;
const USUAL_LIMIT = 50;

export async function markPresent(
  platform: Platform,
  actor: Actor,
  meetingId: number,
  body: z.output<typeof AttendBody>,
): Promise<z.input<typeof Attended>> {
  const meeting = await getMeetingFor(platform.database, actor, meetingId);
  const { inviteeId, how } =
    'who' in body ? await whoIs(platform, meeting, body.who) : { inviteeId: body.inviteeId, how: 'list' as const };
  return platform.transact(async (trx) => {
    const held = await lockMeeting(trx, platform, actor, meetingId);
    refuseUnlessOpen(held);
    const invitee = await findInvitee(trx, held, inviteeId);
    if (invitee === undefined) throw new Refusal('rule', 'ATTENDANCE_NOT_INVITED');
    const isNew = await platform.dialect.insertIgnore(
      trx.insertInto('meeting_attendance').values({
        ...{ inviteeId, sitting: held.sitting, how },
        ...{ seenAt: platform.clock.now(), seenByUserId: actor.userId },
      }),
    );
    if (isNew) await record(trx, platform, actor, held, 'meeting.attended', { who: invitee.name, how });
    return attended(trx, held, inviteeId, !isNew);
  });
}

/** Marked by mistake; whoever took part was there. */
export async function unmarkPresent(
  platform: Platform,
  actor: Actor,
  meetingId: number,
  inviteeId: number,
): Promise<z.input<typeof Attended>> {
  return platform.transact(async (trx) => {
    const meeting = await lockMeeting(trx, platform, actor, meetingId);
    refuseUnlessOpen(meeting);
    const invitee = await findInvitee(trx, meeting, inviteeId);
    if (invitee === undefined || !(await isPresent(trx, meeting, inviteeId))) {
      throw new Refusal('conflict', 'ATTENDANCE_NOT_THERE');
    }
    await refuseTookPart(trx, meeting, inviteeId);
    await trx
      .deleteFrom('meeting_attendance')
      .where('inviteeId', '=', inviteeId)
      .where('sitting', '=', meeting.sitting)
      .execute();
    await record(trx, platform, actor, meeting, 'meeting.unattended', { who: invitee.name });
    return attended(trx, meeting, inviteeId, true);
  });
}

async function refuseTookPart(reader: Reader, { id }: MeetingRow, inviteeId: number): Promise<void> {
  const voted = await reader
    .selectFrom('vote_mark')
    .select('resolutionId')
    .where('inviteeId', '=', inviteeId)
    .executeTakeFirst();
  const moved = await reader
    .selectFrom('resolution')
    .select('id')
    .where('meetingId', '=', id)
    .where((is) => is.or([is('proposerId', '=', inviteeId), is('seconderId', '=', inviteeId)]))
    .executeTakeFirst();
  if (voted !== undefined || moved !== undefined) throw new Refusal('conflict', 'ATTENDANCE_TOOK_PART');
}

async function record(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { id }: MeetingRow,
  action: string,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  await recordAudit(trx, platform, actor, { action, subjectKind: 'meeting', subjectId: id, newValues: values });
  await tellMeetingProgressed(trx, platform, id);
}

async function attended(
  trx: Trx,
  meeting: MeetingRow,
  inviteeId: number,
  wasPresent: boolean,
): Promise<z.input<typeof Attended>> {
  const row = await inviteesOf(trx, meeting).where('i.id', '=', inviteeId).executeTakeFirstOrThrow();
  const { present, quorum, isQuorate } = await countMeeting(trx, meeting);
  return { invitee: shown(row), wasPresent, present, quorum, isQuorate };
}

const findInvitee = (reader: Reader, meeting: MeetingRow, inviteeId: number) =>
  inviteesOf(reader, meeting).where('i.id', '=', inviteeId).executeTakeFirst();

async function whoIs(
  platform: Platform,
  meeting: MeetingRow,
  typed: string,
): Promise<{ inviteeId: number; how: 'list' | 'code' }> {
  if (looksLikeCode(typed)) return { inviteeId: readAttendanceCode(platform, meeting.id, typed), how: 'code' };
  const exact = await inviteesOf(platform.database, meeting)
    .where(sql<SqlBool>`LOWER(m.number) = ${typed.toLowerCase()}`)
    .limit(1)
    .execute();
  const members = await membersTyped(platform, typed);
  const found =
    exact.length > 0 || members === undefined
      ? exact
      : await inviteesOf(platform.database, meeting).where('i.memberId', 'in', members).limit(2).execute();
  const [only, other] = found;
  if (only === undefined) throw new Refusal('rule', 'ATTENDANCE_WHO_NONE', undefined, 'who');
  if (other !== undefined) throw new Refusal('rule', 'ATTENDANCE_WHO_MANY', undefined, 'who');
  return { inviteeId: only.id, how: 'list' };
}

export async function listInvitees(
  platform: Platform,
  actor: Actor,
  meetingId: number,
  { q, which = 'all', cursor, limit = USUAL_LIMIT }: z.output<typeof InviteesQuery>,
): Promise<z.input<typeof InviteeList>> {
  const meeting = await getMeetingFor(platform.database, actor, meetingId);
  const after = readIdCursor(cursor);
  const members = meeting.kind === 'committee' ? undefined : await membersTyped(platform, q);
  const rows = await inviteesOf(platform.database, meeting)
    .$if(members !== undefined, (select) => select.where('i.memberId', 'in', members ?? []))
    .$if(which === 'voters', (select) => select.where('i.mayVote', '=', 1))
    .$if(which === 'present', (select) => select.where('a.seenAt', 'is not', null))
    .$if(which === 'absent', (select) => select.where('a.seenAt', 'is', null))
    .$if(after !== undefined, (select) => select.where('i.id', '>', after ?? 0))
    .orderBy('i.id')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  return { items: page.map(shown), nextCursor: rows.length > limit ? String(page.at(-1)?.id) : null };
}

interface InviteeRead {
  readonly id: number;
  readonly name: string;
  readonly number: string | null;
  readonly mayVote: 0 | 1;
  readonly noVoteBecause: Shown['noVoteBecause'];
  readonly seenAt: number | null;
}

const shown = ({ id, name, number, mayVote, noVoteBecause, seenAt }: InviteeRead): Shown => ({
  ...{ id: String(id), name, number, mayVote: mayVote === 1, noVoteBecause, isPresent: seenAt !== null },
  seenAt: seenAt === null ? null : new Date(seenAt).toISOString(),
});
