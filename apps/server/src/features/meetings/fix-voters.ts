// Who is invited, and who of them may vote: fixed on one day, so that everybody can look at the list before the meeting.

import { addDays, type CalendarDate } from '@kafal/core';
import { sql } from 'kysely';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { calendarToday } from '../accounting/index.ts';
import { settingWithin } from '../society/index.ts';
import { committeeNow, lockMeeting, type MeetingRow, recordMeetingStep } from './meeting-queries.ts';
import { meetingView, type View } from './meeting-view.ts';

/** Anew, until the meeting begins: whoever has paid meanwhile is a voter again. */
export async function fixVotersAnew(platform: Platform, actor: Actor, id: number): Promise<View> {
  return platform.transact(async (trx) => {
    const meeting = await lockMeeting(trx, platform, actor, id);
    if (meeting.status !== 'called' || meeting.sitting > 1) throw new Refusal('conflict', 'MEETING_NOT_CALLED');
    const today = await calendarToday(platform, trx);
    await trx.deleteFrom('meeting_invitee').where('meetingId', '=', id).execute();
    const voters = await fixVoters(trx, meeting, today);
    await trx
      .updateTable('meeting')
      .set({ votersOn: today, version: meeting.version + 1 })
      .where('id', '=', id)
      .execute();
    await recordMeetingStep(trx, platform, actor, id, { act: 'voters-fixed', values: { voters, on: today } });
    return meetingView(platform, trx, actor, id);
  });
}

/** Writes down who is invited as of the day; answers how many may vote. */
export async function fixVoters(trx: Trx, meeting: MeetingRow, on: CalendarDate): Promise<number> {
  if (meeting.kind === 'committee') return inviteCommittee(trx, meeting.id);
  await inviteMembers(trx, meeting.id, addDays(on, -(await settingWithin(trx, 'meetings.defaultDays', on))));
  const { count } = await trx
    .selectFrom('meeting_invitee')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('meetingId', '=', meeting.id)
    .where('mayVote', '=', 1)
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function inviteCommittee(trx: Trx, meetingId: number): Promise<number> {
  const committee = await committeeNow(trx);
  if (committee.length === 0) return 0;
  await trx
    .insertInto('meeting_invitee')
    .values(
      committee.map(({ id }) => ({ meetingId, memberId: null, userId: id, mayVote: 1 as const, noVoteBecause: null })),
    )
    .execute();
  return committee.length;
}

/** The rule of `noVoteBecause` in the core, for all members in one statement: class, then status, then default. */
async function inviteMembers(trx: Trx, meetingId: number, inDefaultBefore: CalendarDate): Promise<void> {
  const isLate = sql<boolean>`EXISTS (SELECT 1 FROM loan WHERE loan.memberId = member.id AND loan.status = 'active' AND loan.nextDueOn < ${inDefaultBefore})`;
  const because = sql<'class'>`CASE WHEN member.memberClass <> 'regular' THEN 'class' WHEN member.status <> 'active' THEN 'status' WHEN ${isLate} THEN 'default' ELSE NULL END`;
  await trx
    .insertInto('meeting_invitee')
    .columns(['meetingId', 'memberId', 'userId', 'mayVote', 'noVoteBecause'])
    .expression((from) =>
      from
        .selectFrom('member')
        .select([
          sql<number>`${sql.lit(meetingId)}`.as('meetingId'),
          'member.id as memberId',
          sql<null>`NULL`.as('userId'),
          sql<0>`CASE WHEN ${because} IS NULL THEN 1 ELSE 0 END`.as('mayVote'),
          because.as('noVoteBecause'),
        ])
        .where('member.status', 'in', ['active', 'dormant', 'suspended'])
        .orderBy('member.id'),
    )
    .execute();
}
