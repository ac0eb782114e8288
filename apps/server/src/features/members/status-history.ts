import type { StatusHistory } from '@kafal/contract';
import type { CalendarDate, MemberStatus } from '@kafal/core';
import type { z } from 'zod';
import type { Language } from '../../platform/http/actor.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import type { Member } from './find-member.ts';
import { membersMessages } from './messages.ts';

export interface RecordedStatusChange {
  /** As it was locked in this transaction. */
  readonly member: Member;
  readonly toStatus: MemberStatus;
  readonly reason: string;
  readonly effectiveOn: CalendarDate;
  readonly requestedByUserId: number | null;
  readonly decidedByUserId: number | null;
}

/** The one place where a member's status is written: the row, and the line of its history. */
export async function recordStatusChange(
  trx: Trx,
  platform: Pick<Platform, 'clock' | 'dialect'>,
  change: RecordedStatusChange,
): Promise<void> {
  const { member, toStatus, reason, effectiveOn, requestedByUserId, decidedByUserId } = change;
  await platform.dialect.run(trx, 'UPDATE member SET status = ?, statusSince = ?, version = version + 1 WHERE id = ?', [
    toStatus,
    effectiveOn,
    member.id,
  ]);
  await trx
    .insertInto('member_status_change')
    .values({
      memberId: member.id,
      fromStatus: member.status,
      toStatus,
      reason,
      effectiveOn,
      requestedByUserId,
      decidedByUserId,
      recordedAt: platform.clock.now(),
    })
    .execute();
}

/** Newest first. */
export async function statusHistory(
  platform: Pick<Platform, 'database'>,
  memberId: number,
  language: Language,
): Promise<z.infer<typeof StatusHistory>['items']> {
  const rows = await platform.database
    .selectFrom('member_status_change as change')
    .leftJoin('user as requester', 'requester.id', 'change.requestedByUserId')
    .leftJoin('user as decider', 'decider.id', 'change.decidedByUserId')
    .select([
      'change.id',
      'change.fromStatus',
      'change.toStatus',
      'change.reason',
      'change.effectiveOn',
      'change.recordedAt',
      'requester.name as requestedBy',
      'decider.name as decidedBy',
    ])
    .where('change.memberId', '=', memberId)
    .orderBy('change.id', 'desc')
    .execute();
  return rows.map((row) => ({
    ...row,
    id: String(row.id),
    // Only recordStatusChange writes the two, from values of this type.
    fromStatus: row.fromStatus as MemberStatus,
    toStatus: row.toStatus as MemberStatus,
    reason: membersMessages[language][row.reason] ?? row.reason,
    recordedAt: new Date(row.recordedAt).toISOString(),
  }));
}
