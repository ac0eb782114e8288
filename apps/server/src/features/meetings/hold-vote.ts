// One member, one vote, from the phone or at the desk, while it is open. Of a secret vote two rows are kept: that somebody voted, in
// the order of the people and without a time; and what a ballot said, in the order of an id drawn at random. Nothing joins them, so
// a vote takes no key of idempotency, whose kept request would say what it was: a second one is refused.

import type { BallotBody, OpenVoteBody, VoteChoice } from '@kafal/contract';
import { invariant } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import {
  actOnResolution,
  countInterested,
  type Held,
  keepCount,
  lockResolution,
  refuseUnlessProposed,
  refuseWithoutQuorum,
} from './decide-resolution.ts';
import { markInterested } from './declare-interest.ts';
import {
  type InviteeRow,
  isPresent,
  type MeetingRow,
  mayManage,
  ownInvitee,
  refuseUnlessChair,
  refuseWhileVoting,
  tellMeetingChanged,
  tellMeetingProgressed,
} from './meeting-queries.ts';
import { meetingView, type View } from './meeting-view.ts';

/** One at a time, so that nobody votes on the wrong one. */
export function openVote(
  platform: Platform,
  actor: Actor,
  id: number,
  { manner }: z.output<typeof OpenVoteBody>,
): Promise<View> {
  return actOnResolution(platform, actor, id, async (trx, { meeting, resolution }) => {
    refuseUnlessProposed(resolution);
    await refuseWhileVoting(trx, meeting);
    await refuseWithoutQuorum(trx, meeting);
    await markInterested(trx, meeting, resolution);
    await trx.updateTable('resolution').set({ status: 'voting', manner }).where('id', '=', id).execute();
    await recordAudit(trx, platform, actor, {
      action: 'resolution.vote-opened',
      subjectKind: 'resolution',
      subjectId: id,
      newValues: { manner },
    });
  });
}

export async function vote(
  platform: Platform,
  actor: Actor,
  id: number,
  { choice, inviteeId }: z.output<typeof BallotBody>,
): Promise<View> {
  return platform.transact(async (trx) => {
    const held = await lockResolution(trx, platform, actor, id);
    refuseUnlessVoting(held);
    const voter = await voterOf(trx, actor, held.meeting, inviteeId);
    await refuseNoVote(trx, held.meeting, voter);
    await castBallot(trx, platform, held, voter, choice);
    if (inviteeId !== undefined) await recordAtDesk(trx, platform, actor, id, inviteeId);
    await tellMeetingProgressed(trx, platform, held.meeting.id);
    return meetingView(platform, trx, actor, held.meeting.id);
  });
}

function refuseUnlessVoting({ resolution: { status } }: Held): void {
  if (status === 'proposed') throw new Refusal('conflict', 'VOTE_NOT_OPEN');
  if (status !== 'voting') throw new Refusal('conflict', 'VOTE_CLOSED');
}

/** One’s own; at the desk, by whoever keeps the record, of somebody who is there. */
async function voterOf(
  trx: Trx,
  actor: Actor,
  meeting: MeetingRow,
  inviteeId: number | undefined,
): Promise<InviteeRow> {
  if (inviteeId === undefined) {
    const own = await ownInvitee(trx, actor, meeting.id);
    if (own === undefined) throw new Refusal('forbidden', 'VOTE_NOT_INVITED');
    return own;
  }
  if (actor.kind === 'member' || !mayManage(actor)) throw new Refusal('forbidden', 'VOTE_DESK');
  const chosen = await trx
    .selectFrom('meeting_invitee')
    .selectAll()
    .where('id', '=', inviteeId)
    .where('meetingId', '=', meeting.id)
    .executeTakeFirst();
  if (chosen === undefined) throw new Refusal('rule', 'VOTE_NOT_INVITED', undefined, 'inviteeId');
  return chosen;
}

const NO_RIGHT = {
  class: 'VOTE_NO_RIGHT_CLASS',
  status: 'VOTE_NO_RIGHT_STATUS',
  default: 'VOTE_NO_RIGHT_DEFAULT',
} as const;

async function refuseNoVote(reader: Reader, meeting: MeetingRow, voter: InviteeRow): Promise<void> {
  if (voter.noVoteBecause !== null) throw new Refusal('forbidden', NO_RIGHT[voter.noVoteBecause]);
  if (!(await isActive(reader, voter))) throw new Refusal('forbidden', 'VOTE_NO_RIGHT_STATUS');
  if (!(await isPresent(reader, meeting, voter.id))) throw new Refusal('forbidden', 'VOTE_NOT_PRESENT');
}

/** Whoever was suspended since the list was fixed does not vote. */
async function isActive(reader: Reader, { memberId, userId }: InviteeRow): Promise<boolean> {
  const row =
    memberId === null
      ? await reader
          .selectFrom('user')
          .select('status')
          .where('id', '=', userId ?? 0)
          .executeTakeFirst()
      : await reader.selectFrom('member').select('status').where('id', '=', memberId).executeTakeFirst();
  return row?.status === 'active';
}

async function castBallot(
  trx: Trx,
  platform: Platform,
  { resolution }: Held,
  voter: InviteeRow,
  choice: VoteChoice,
): Promise<void> {
  const { id: resolutionId, manner } = resolution;
  const isFirst = await platform.dialect.insertIgnore(
    trx.insertInto('vote_mark').values({
      ...{ resolutionId, inviteeId: voter.id, kind: 'voted' },
      ...{ choice: manner === 'open' ? choice : null, reason: null },
    }),
  );
  if (!isFirst) throw new Refusal('conflict', await codeOfSecond(trx, resolutionId, voter.id));
  if (manner === 'secret') {
    await trx.insertInto('ballot').values({ id: platform.ids.randomToken(), resolutionId, choice }).execute();
  }
}

/** That somebody voted at the desk, never how. */
function recordAtDesk(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  resolutionId: number,
  inviteeId: number,
): Promise<void> {
  return recordAudit(trx, platform, actor, {
    action: 'resolution.voted-at-desk',
    subjectKind: 'resolution',
    subjectId: resolutionId,
    newValues: { inviteeId },
  });
}

async function codeOfSecond(trx: Trx, resolutionId: number, inviteeId: number): Promise<string> {
  const mark = await trx
    .selectFrom('vote_mark')
    .select('kind')
    .where('resolutionId', '=', resolutionId)
    .where('inviteeId', '=', inviteeId)
    .executeTakeFirst();
  return mark?.kind === 'interest' ? 'VOTE_INTERESTED' : 'VOTE_CAST_ALREADY';
}

/** Closed and counted. Counting again gives what was kept the first time. */
export async function closeVote(platform: Platform, actor: Actor, id: number): Promise<View> {
  return platform.transact(async (trx) => {
    const held = await lockResolution(trx, platform, actor, id);
    refuseUnlessChair(actor, held.meeting);
    const { status } = held.resolution;
    if (status === 'proposed' || status === 'withdrawn') throw new Refusal('conflict', 'VOTE_NOT_OPEN');
    if (status === 'voting') {
      await keepCount(trx, platform, actor, held, await countVotes(trx, held));
      await tellMeetingChanged(trx, platform, held.meeting.id);
    }
    return meetingView(platform, trx, actor, held.meeting.id);
  });
}

async function countVotes(trx: Trx, { resolution: { id, manner } }: Held) {
  const marks = await trx
    .selectFrom('vote_mark')
    .select(['choice'])
    .where('resolutionId', '=', id)
    .where('kind', '=', 'voted')
    .execute();
  const cast =
    manner === 'secret'
      ? await trx.selectFrom('ballot').select('choice').where('resolutionId', '=', id).execute()
      : marks;
  invariant(cast.length === marks.length, 'there are as many ballots as people who voted');
  const of = (choice: VoteChoice) => cast.filter((ballot) => ballot.choice === choice).length;
  return { for: of('for'), against: of('against'), abstained: of('abstain') + (await countInterested(trx, id)) };
}
