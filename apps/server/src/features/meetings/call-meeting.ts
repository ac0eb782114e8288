// The notice goes out, in time or not at all; later the meeting may be put off, cancelled, or adjourned for want of a quorum.

import type { CancelMeetingBody, MoveMeetingBody } from '@kafal/contract';
import { type CalendarDate, earliestMeetingDay } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { calendarToday } from '../accounting/index.ts';
import { readSocietyOnPaper } from '../paper/index.ts';
import { fixVoters } from './fix-voters.ts';
import {
  adjournableTo,
  clearDaysOf,
  countMeeting,
  lockMeeting,
  type MeetingRow,
  recordMeetingStep,
  refuseUnlessChair,
  refuseUnlessOpen,
  refuseWhileVoting,
} from './meeting-queries.ts';
import { meetingView, type View } from './meeting-view.ts';
import { tellMeeting } from './tell-meeting.ts';

type Moved = z.output<typeof MoveMeetingBody>;

export async function callMeeting(platform: Platform, actor: Actor, id: number): Promise<View> {
  const society = await readSocietyOnPaper(platform);
  return platform.transact(async (trx) => {
    const meeting = await lockMeeting(trx, platform, actor, id);
    if (meeting.status !== 'draft') throw new Refusal('conflict', 'MEETING_NOT_DRAFT');
    const today = await calendarToday(platform, trx);
    await refuseTooLate(trx, meeting, meeting.heldOn, today);
    const voters = await fixVoters(trx, meeting, today);
    const noticeId = await tellMeeting(trx, platform, actor, meeting, {
      society,
      title: 'noticeTitle',
      sentence: 'notice',
    });
    await keep(trx, meeting, { status: 'called', calledOn: today, votersOn: today, noticeId });
    await recordMeetingStep(trx, platform, actor, id, { act: 'called', values: { heldOn: meeting.heldOn, voters } });
    return meetingView(platform, trx, actor, id);
  });
}

/** A new day needs the notice of a new day. */
export async function postponeMeeting(platform: Platform, actor: Actor, id: number, moved: Moved): Promise<View> {
  const society = await readSocietyOnPaper(platform);
  return platform.transact(async (trx) => {
    const meeting = await lockMeeting(trx, platform, actor, id);
    if (meeting.status !== 'called') throw new Refusal('conflict', 'MEETING_NOT_CALLED');
    const { heldOn, heldTime, reason } = moved;
    const today = await calendarToday(platform, trx);
    if (meeting.sitting === 1) await refuseTooLate(trx, meeting, heldOn, today);
    else if (heldOn < today) throw new Refusal('rule', 'MEETING_MOVED_BACK', undefined, 'heldOn');
    const before = meeting.heldOn;
    const noticeId = await tellMeeting(
      ...([trx, platform, actor] as const),
      { ...meeting, heldOn, heldTime },
      { society, title: 'movedTitle', sentence: 'moved', before, reason },
    );
    await keep(trx, meeting, { heldOn, heldTime, noticeId });
    await recordMeetingStep(trx, platform, actor, id, {
      act: 'postponed',
      note: reason,
      values: { before, heldOn, heldTime },
    });
    return meetingView(platform, trx, actor, id);
  });
}

export async function cancelMeeting(
  platform: Platform,
  actor: Actor,
  id: number,
  { reason }: z.output<typeof CancelMeetingBody>,
): Promise<View> {
  const society = await readSocietyOnPaper(platform);
  return platform.transact(async (trx) => {
    const meeting = await lockMeeting(trx, platform, actor, id);
    if (meeting.status !== 'draft' && meeting.status !== 'called') throw new Refusal('conflict', 'MEETING_NOT_CALLED');
    const told =
      meeting.status === 'draft'
        ? {}
        : {
            noticeId: await tellMeeting(trx, platform, actor, meeting, {
              ...{ society, title: 'cancelledTitle', sentence: 'cancelled', before: meeting.heldOn, reason },
            }),
          };
    await keep(trx, meeting, { status: 'cancelled', ...told });
    await recordMeetingStep(trx, platform, actor, id, { act: 'cancelled', note: reason });
    return meetingView(platform, trx, actor, id);
  });
}

export async function openMeeting(platform: Platform, actor: Actor, id: number): Promise<View> {
  return platform.transact(async (trx) => {
    const meeting = await lockMeeting(trx, platform, actor, id);
    refuseUnlessChair(actor, meeting);
    if (meeting.status !== 'called') throw new Refusal('conflict', 'MEETING_NOT_CALLED');
    const today = await calendarToday(platform, trx);
    if (today < meeting.heldOn) throw new Refusal('rule', 'MEETING_TOO_EARLY', { day: meeting.heldOn });
    await keep(trx, meeting, { status: 'open' });
    await recordMeetingStep(trx, platform, actor, id, { act: 'opened' });
    return meetingView(platform, trx, actor, id);
  });
}

/** For want of a quorum, once, and no sooner than by the rule; who was there is counted anew when it meets again. */
export async function adjournMeeting(platform: Platform, actor: Actor, id: number, moved: Moved): Promise<View> {
  const society = await readSocietyOnPaper(platform);
  return platform.transact(async (trx) => {
    const meeting = await lockMeeting(trx, platform, actor, id);
    refuseUnlessChair(actor, meeting);
    refuseUnlessOpen(meeting);
    if (meeting.sitting > 1) throw new Refusal('conflict', 'MEETING_ADJOURNED_ONCE');
    const count = await countMeeting(trx, meeting);
    if (count.isQuorate) throw new Refusal('conflict', 'MEETING_HAS_QUORUM');
    await refuseDecided(trx, meeting);
    const { heldOn, heldTime, reason } = moved;
    const earliest = await adjournableTo(platform, trx, meeting);
    if (`${heldOn} ${heldTime}` < `${earliest.heldOn} ${earliest.heldTime}`) {
      throw new Refusal('rule', 'MEETING_ADJOURN_EARLY', { day: earliest.heldOn, time: earliest.heldTime }, 'heldOn');
    }
    const before = meeting.heldOn;
    const noticeId = await tellMeeting(
      ...([trx, platform, actor] as const),
      { ...meeting, heldOn, heldTime },
      { society, title: 'adjournedTitle', sentence: 'adjourned', before, reason },
    );
    await keep(trx, meeting, { status: 'called', heldOn, heldTime, noticeId, sitting: 2 });
    await recordMeetingStep(trx, platform, actor, id, {
      act: 'adjourned',
      note: reason,
      values: { before, heldOn, heldTime, present: count.present, quorum: count.quorum },
    });
    return meetingView(platform, trx, actor, id);
  });
}

export async function closeMeeting(platform: Platform, actor: Actor, id: number): Promise<View> {
  return platform.transact(async (trx) => {
    const meeting = await lockMeeting(trx, platform, actor, id);
    refuseUnlessChair(actor, meeting);
    refuseUnlessOpen(meeting);
    await refuseWhileVoting(trx, meeting);
    // What was proposed and not put to the vote was not decided.
    await trx
      .updateTable('resolution')
      .set({ status: 'withdrawn' })
      .where('meetingId', '=', id)
      .where('status', '=', 'proposed')
      .execute();
    await keep(trx, meeting, { status: 'held' });
    const { present, quorum } = await countMeeting(trx, meeting);
    await recordMeetingStep(trx, platform, actor, id, { act: 'closed', values: { present, quorum } });
    return meetingView(platform, trx, actor, id);
  });
}

async function refuseTooLate(trx: Trx, { kind }: MeetingRow, heldOn: CalendarDate, today: CalendarDate): Promise<void> {
  const days = await clearDaysOf(trx, kind, today);
  const earliest = earliestMeetingDay(today, days);
  if (heldOn < earliest) throw new Refusal('rule', 'MEETING_TOO_LATE', { days, earliest }, 'heldOn');
}

async function refuseDecided(trx: Trx, { id }: MeetingRow): Promise<void> {
  const decided = await trx
    .selectFrom('resolution')
    .select('id')
    .where('meetingId', '=', id)
    .where('status', '<>', 'withdrawn')
    .executeTakeFirst();
  if (decided !== undefined) throw new Refusal('conflict', 'MEETING_DECIDED');
}

async function keep(trx: Trx, { id, version }: MeetingRow, change: Partial<MeetingRow>): Promise<void> {
  await trx
    .updateTable('meeting')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .execute();
}
