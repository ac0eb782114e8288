// A resolution is decided once: by hands that were counted, or by ballots. Its number is given in the same breath.

import type { CastingVoteBody, HandsBody } from '@kafal/contract';
import { type CastingVote, outcomeOfVote, type VotesCounted } from '@kafal/core';
import type { z } from 'zod';
import type { Row } from '../../platform/database/schema.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { calendarToday } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { numberResolution } from '../resolutions/index.ts';
import { markInterested } from './declare-interest.ts';
import {
  bodyOf,
  countMeeting,
  getMeetingFor,
  inviteesOf,
  lockMeeting,
  type MeetingRow,
  type ResolutionRow,
  refuseUnlessChair,
  refuseUnlessOpen,
  tellMeetingChanged,
} from './meeting-queries.ts';
import { meetingView, type View } from './meeting-view.ts';

const noSuchResolution = () => new Refusal('missing', 'RESOLUTION_NOT_FOUND');

export interface Held {
  readonly meeting: MeetingRow;
  readonly resolution: ResolutionRow;
}

/** Of a meeting that the actor may see; the meeting is held first, so that two acts never wait for each other. */
export async function lockResolution(trx: Trx, platform: Platform, actor: Actor, id: number): Promise<Held> {
  const found = await trx.selectFrom('resolution').select('meetingId').where('id', '=', id).executeTakeFirst();
  if (found === undefined) throw noSuchResolution();
  await refuseUnseen(trx, actor, found.meetingId);
  const meeting = await lockMeeting(trx, platform, actor, found.meetingId);
  const resolution = await platform.dialect
    .forUpdate(trx.selectFrom('resolution').selectAll().where('id', '=', id))
    .executeTakeFirstOrThrow();
  return { meeting, resolution };
}

/** A resolution of a meeting that somebody may not see answers like none. */
async function refuseUnseen(trx: Trx, actor: Actor, meetingId: number): Promise<void> {
  try {
    await getMeetingFor(trx, actor, meetingId);
  } catch (error) {
    throw error instanceof Refusal ? noSuchResolution() : error;
  }
}

/** One act of the chair on a resolution of an open meeting. */
export async function actOnResolution(
  platform: Platform,
  actor: Actor,
  id: number,
  act: (trx: Trx, held: Held) => Promise<void>,
): Promise<View> {
  return platform.transact(async (trx) => {
    const held = await lockResolution(trx, platform, actor, id);
    refuseUnlessChair(actor, held.meeting);
    refuseUnlessOpen(held.meeting);
    await act(trx, held);
    await tellMeetingChanged(trx, platform, held.meeting.id);
    return meetingView(platform, trx, actor, held.meeting.id);
  });
}

export async function refuseWithoutQuorum(trx: Trx, meeting: MeetingRow): Promise<void> {
  const { present, quorum, isQuorate } = await countMeeting(trx, meeting);
  if (!isQuorate) throw new Refusal('rule', 'MEETING_NO_QUORUM', { present, quorum });
}

export function refuseUnlessProposed({ status }: ResolutionRow): void {
  if (status === 'proposed') return;
  const isOpen = status === 'voting' || status === 'tied';
  throw new Refusal('conflict', isOpen ? 'RESOLUTION_NOT_PROPOSED' : 'RESOLUTION_DECIDED');
}

/** By raised hands: no more than there are people with a vote, and none of those who have a part in it. */
export function decideByHands(
  platform: Platform,
  actor: Actor,
  id: number,
  hands: z.output<typeof HandsBody>,
): Promise<View> {
  return actOnResolution(platform, actor, id, async (trx, { meeting, resolution }) => {
    refuseUnlessProposed(resolution);
    await refuseWithoutQuorum(trx, meeting);
    await markInterested(trx, meeting, resolution);
    const present = await votersPresent(trx, meeting, id);
    const counted = hands.for + hands.against + hands.abstained;
    if (counted > present) throw new Refusal('rule', 'RESOLUTION_HANDS_MANY', { present, counted }, 'for');
    const interested = await countInterested(trx, id);
    const votes = { ...hands, abstained: hands.abstained + interested };
    await keepCount(trx, platform, actor, { meeting, resolution: { ...resolution, manner: 'hands' } }, votes);
  });
}

/** Those who are there, have a vote, and no part in it. */
async function votersPresent(trx: Trx, meeting: MeetingRow, resolutionId: number): Promise<number> {
  const there = await inviteesOf(trx, meeting)
    .where('i.mayVote', '=', 1)
    .where('a.seenAt', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('vote_mark')
            .select('vote_mark.resolutionId')
            .whereRef('vote_mark.inviteeId', '=', 'i.id')
            .where('vote_mark.resolutionId', '=', resolutionId)
            .where('vote_mark.kind', '=', 'interest'),
        ),
      ),
    )
    .execute();
  return there.length;
}

export async function countInterested(trx: Trx, resolutionId: number): Promise<number> {
  const { count } = await trx
    .selectFrom('vote_mark')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('resolutionId', '=', resolutionId)
    .where('kind', '=', 'interest')
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** What was counted stands; a tie waits for the chair. */
export async function keepCount(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { meeting, resolution }: Held,
  votes: VotesCounted,
  casting: CastingVote | null = null,
): Promise<void> {
  const outcome = outcomeOfVote(votes, resolution.majority, casting);
  const decided = outcome === 'tied' ? {} : await decisionOf(trx, platform, meeting);
  const change: Partial<Row<'resolution'>> = {
    ...{ status: outcome, manner: resolution.manner, castingVote: casting },
    ...{ votesFor: votes.for, votesAgainst: votes.against, votesAbstained: votes.abstained },
    ...decided,
  };
  await trx.updateTable('resolution').set(change).where('id', '=', resolution.id).execute();
  await recordAudit(trx, platform, actor, {
    action: outcome === 'tied' ? 'resolution.tied' : `resolution.${outcome}`,
    subjectKind: 'resolution',
    subjectId: resolution.id,
    newValues: { ...votes, manner: resolution.manner, castingVote: casting, number: change.number ?? null },
  });
}

/** The series is locked last. */
async function decisionOf(trx: Trx, platform: Platform, meeting: MeetingRow) {
  const on = await calendarToday(platform, trx);
  const number = await numberResolution(trx, platform, { body: bodyOf(meeting), on });
  return { number, decidedOn: on, decidedAt: platform.clock.now() };
}

/** The chair decides a tie; nobody else’s act does. */
export function giveCastingVote(
  platform: Platform,
  actor: Actor,
  id: number,
  { choice }: z.output<typeof CastingVoteBody>,
): Promise<View> {
  return actOnResolution(platform, actor, id, async (trx, { meeting, resolution }) => {
    if (meeting.chairUserId !== actor.userId) throw new Refusal('forbidden', 'MEETING_NOT_CHAIR');
    if (resolution.status !== 'tied') throw new Refusal('conflict', 'RESOLUTION_NOT_TIED');
    const votes = {
      for: resolution.votesFor ?? 0,
      against: resolution.votesAgainst ?? 0,
      abstained: resolution.votesAbstained ?? 0,
    };
    await keepCount(trx, platform, actor, { meeting, resolution }, votes, choice);
  });
}

export function withdrawResolution(platform: Platform, actor: Actor, id: number): Promise<View> {
  return actOnResolution(platform, actor, id, async (trx, { resolution }) => {
    refuseUnlessProposed(resolution);
    await trx.updateTable('resolution').set({ status: 'withdrawn' }).where('id', '=', id).execute();
    await recordAudit(trx, platform, actor, {
      action: 'resolution.withdrawn',
      subjectKind: 'resolution',
      subjectId: id,
      newValues: {},
    });
  });
}
