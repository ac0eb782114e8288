// Whoever has a part in what is decided does not vote on it: by the rules of loans, or because they say so. They count as
// abstaining, and the minutes name them.

import type { InterestBody } from '@kafal/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { findLoan, refuseInterested } from '../loans/index.ts';
import { actOnResolution } from './decide-resolution.ts';
import { inviteesOf, isPresent, type MeetingRow, type ResolutionRow } from './meeting-queries.ts';

export function declareInterest(
  platform: Platform,
  actor: Actor,
  id: number,
  { inviteeId, reason }: z.output<typeof InterestBody>,
) {
  return actOnResolution(platform, actor, id, async (trx, { meeting, resolution }) => {
    if (resolution.status !== 'proposed' && resolution.status !== 'voting') {
      throw new Refusal('conflict', 'RESOLUTION_DECIDED');
    }
    const invitee = await inviteesOf(trx, meeting).where('i.id', '=', inviteeId).executeTakeFirst();
    if (invitee === undefined || !(await isPresent(trx, meeting, inviteeId))) {
      throw new Refusal('rule', 'ATTENDANCE_NOT_THERE', undefined, 'inviteeId');
    }
    const isNew = await platform.dialect.insertIgnore(
      trx
        .insertInto('vote_mark')
        .values({ ...{ resolutionId: id, inviteeId, kind: 'interest' }, ...{ choice: null, reason } }),
    );
    if (!isNew) throw new Refusal('conflict', 'VOTE_CAST_ALREADY', undefined, 'inviteeId');
    await recordAudit(trx, platform, actor, {
      action: 'resolution.interest',
      subjectKind: 'resolution',
      subjectId: id,
      newValues: { who: invitee.name, reason },
    });
  });
}

/** Of the committee, by what the house knows of the loan: one’s own, one that is stood surety for, one of the family. */
export async function markInterested(trx: Trx, meeting: MeetingRow, resolution: ResolutionRow): Promise<void> {
  if (meeting.kind !== 'committee' || resolution.itemId === null) return;
  const item = await trx
    .selectFrom('meeting_item')
    .select('subjectId')
    .where('id', '=', resolution.itemId)
    .executeTakeFirst();
  const loan = item?.subjectId ? await findLoan(trx, item.subjectId) : undefined;
  if (loan === undefined) return;
  const there = await inviteesOf(trx, meeting).where('a.seenAt', 'is not', null).execute();
  const marked = await trx
    .selectFrom('vote_mark')
    .select('inviteeId')
    .where('resolutionId', '=', resolution.id)
    .execute();
  for (const { id: inviteeId, userId } of there) {
    if (userId === null || marked.some((mark) => mark.inviteeId === inviteeId)) continue;
    const reason = await interestIn(trx, userId, loan);
    if (reason === undefined) continue;
    await trx
      .insertInto('vote_mark')
      .values({ ...{ resolutionId: resolution.id, inviteeId, kind: 'interest' }, ...{ choice: null, reason } })
      .execute();
  }
}

async function interestIn(
  trx: Trx,
  userId: number,
  loan: Parameters<typeof refuseInterested>[2],
): Promise<string | undefined> {
  try {
    await refuseInterested(trx, { userId }, loan);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
