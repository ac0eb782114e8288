// What the meeting is asked to resolve, by two who are there.

import type { ProposeBody } from '@kafal/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import {
  inviteesOf,
  lockMeeting,
  type MeetingRow,
  refuseUnlessChair,
  refuseUnlessOpen,
  tellMeetingChanged,
} from './meeting-queries.ts';
import { meetingView, type View } from './meeting-view.ts';

export async function proposeResolution(
  platform: Platform,
  actor: Actor,
  meetingId: number,
  { itemId = null, text, proposerId, seconderId, majority = 'simple' }: z.output<typeof ProposeBody>,
): Promise<View> {
  return platform.transact(async (trx) => {
    const meeting = await lockMeeting(trx, platform, actor, meetingId);
    refuseUnlessChair(actor, meeting);
    refuseUnlessOpen(meeting);
    await refuseItem(trx, meeting, itemId);
    await refuseMovers(trx, meeting, proposerId, seconderId);
    const { insertId } = await trx
      .insertInto('resolution')
      .values({
        ...{ meetingId, itemId, text, proposerId, seconderId, majority, status: 'proposed' },
        ...{ number: null, manner: null, votesFor: null, votesAgainst: null, votesAbstained: null },
        ...{ castingVote: null, decidedOn: null, decidedAt: null, recordedByUserId: actor.userId },
      })
      .executeTakeFirstOrThrow();
    await recordAudit(trx, platform, actor, {
      action: 'resolution.proposed',
      subjectKind: 'resolution',
      subjectId: Number(insertId),
      newValues: { meetingId, text, majority },
    });
    await tellMeetingChanged(trx, platform, meetingId);
    return meetingView(platform, trx, actor, meetingId);
  });
}

async function refuseItem(trx: Trx, { id }: MeetingRow, itemId: number | null): Promise<void> {
  if (itemId === null) return;
  const item = await trx
    .selectFrom('meeting_item')
    .select('id')
    .where('id', '=', itemId)
    .where('meetingId', '=', id)
    .executeTakeFirst();
  if (item === undefined) throw new Refusal('rule', 'RESOLUTION_ITEM', undefined, 'itemId');
}

async function refuseMovers(trx: Trx, meeting: MeetingRow, proposerId: number, seconderId: number): Promise<void> {
  const there = await inviteesOf(trx, meeting)
    .where('i.id', 'in', [proposerId, seconderId])
    .where('i.mayVote', '=', 1)
    .where('a.seenAt', 'is not', null)
    .execute();
  const isThere = (wanted: number) => there.some(({ id }) => id === wanted);
  if (!isThere(proposerId)) throw new Refusal('rule', 'RESOLUTION_PROPOSER', undefined, 'proposerId');
  if (!isThere(seconderId) || seconderId === proposerId) {
    throw new Refusal('rule', 'RESOLUTION_PROPOSER', undefined, 'seconderId');
  }
}
