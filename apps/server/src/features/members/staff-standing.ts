// Whether a member is of the society's staff. Two people say so, from a day on; the best rate of the card then counts.

import type { AskStaffStandingBody, StaffStandingList } from '@kafal/contract';
import { type CalendarDate, calendarDate } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { businessDayFor, currentBusinessDay } from '../accounting/index.ts';
import { type ApprovalRequest, requestApproval } from '../approvals/index.ts';
import { recordAudit } from '../audit/index.ts';
import { getMember, getMemberForUpdate } from './find-member.ts';
import { refuseWhileWaiting, waitingApproval } from './waiting-approvals.ts';

type AskedStanding = z.output<typeof AskStaffStandingBody> & { readonly memberId: number };

/** Who of the members is staff on a day; read once for many. */
export async function staffStandings(
  reader: Reader,
  memberIds: readonly number[],
): Promise<(memberId: number, on: CalendarDate) => boolean> {
  if (memberIds.length === 0) return () => false;
  const rows = await reader
    .selectFrom('staff_standing')
    .select(['memberId', 'isStaff', 'effectiveFrom'])
    .where('memberId', 'in', [...memberIds])
    .orderBy('effectiveFrom')
    .orderBy('id')
    .execute();
  const standings = Map.groupBy(rows, ({ memberId }) => memberId);
  return (memberId, on) => standings.get(memberId)?.findLast(({ effectiveFrom }) => effectiveFrom <= on)?.isStaff === 1;
}

export async function staffStandingsOf(
  platform: Platform,
  memberId: number,
): Promise<z.input<typeof StaffStandingList>> {
  const { database } = platform;
  await getMember(database, memberId);
  const rows = await database
    .selectFrom('staff_standing as s')
    .innerJoin('user as maker', 'maker.id', 's.setByUserId')
    .innerJoin('user as checker', 'checker.id', 's.approvedByUserId')
    .select(['s.id', 's.isStaff', 's.effectiveFrom', 's.reason', 's.recordedAt'])
    .select(['maker.name as setBy', 'checker.name as approvedBy'])
    .where('s.memberId', '=', memberId)
    .orderBy('s.effectiveFrom', 'desc')
    .orderBy('s.id', 'desc')
    .execute();
  const waiting = await waitingApproval(database, 'member-staff', memberId);
  return {
    isStaff: (await staffStandings(database, [memberId]))(memberId, await currentBusinessDay(platform)),
    waitingApprovalId: waiting === undefined ? null : String(waiting),
    items: rows.map(({ id, isStaff, recordedAt, ...row }) => ({
      ...row,
      id: String(id),
      isStaff: isStaff === 1,
      recordedAt: new Date(recordedAt).toISOString(),
    })),
  };
}

/** The id of the request that waits for a second person. */
export function askStaffStanding(platform: Platform, actor: Actor, asked: AskedStanding): Promise<number> {
  return platform.transact(async (trx) => {
    const member = await getMemberForUpdate(trx, platform, asked.memberId);
    const today = await businessDayFor(trx, platform);
    if (asked.effectiveFrom < today) throw new Refusal('rule', 'STAFF_DAY_PAST', { today }, 'effectiveFrom');
    if (member.memberClass === 'institution') throw new Refusal('rule', 'STAFF_IS_PERSON', {}, 'isStaff');
    await refuseUnchanged(trx, asked);
    await refuseWhileWaiting(trx, 'member-staff', member.id);
    return requestApproval(trx, platform, actor, {
      kind: 'member-staff',
      subjectKind: 'member',
      subjectId: member.id,
      memberId: member.id,
      summary: {
        code: asked.isStaff ? 'MEMBER_ASKS_STAFF' : 'MEMBER_ASKS_STAFF_END',
        params: { number: member.number, name: member.name },
      },
      lines: [
        { label: { code: 'LINE_STAFF_FROM' }, before: null, after: asked.effectiveFrom },
        { label: { code: 'LINE_STAFF_REASON' }, before: null, after: asked.reason },
      ],
      command: asked,
    });
  });
}

/** What a yes of the second person does; a day that went by while it waited is not made good. */
export async function applyApprovedStanding(
  platform: Platform,
  trx: Trx,
  checker: Actor,
  request: ApprovalRequest,
): Promise<undefined> {
  // askStaffStanding above wrote it.
  const asked = request.command as AskedStanding;
  const { memberId, isStaff, reason } = asked;
  await getMemberForUpdate(trx, platform, memberId);
  const today = await businessDayFor(trx, platform);
  const wanted = calendarDate(asked.effectiveFrom);
  const effectiveFrom = wanted < today ? today : wanted;
  await refuseUnchanged(trx, { memberId, isStaff, effectiveFrom });
  await trx
    .insertInto('staff_standing')
    .values({
      memberId,
      isStaff: isStaff ? 1 : 0,
      effectiveFrom,
      reason,
      setByUserId: request.requestedByUserId,
      approvedByUserId: checker.userId,
      recordedAt: platform.clock.now(),
    })
    .execute();
  await recordAudit(trx, platform, checker, {
    action: isStaff ? 'member.became_staff' : 'member.left_staff',
    subjectKind: 'member',
    subjectId: memberId,
    newValues: { effectiveFrom, reason, requestedByUserId: request.requestedByUserId },
  });
}

async function refuseUnchanged(
  reader: Reader,
  { memberId, isStaff, effectiveFrom }: Pick<AskedStanding, 'memberId' | 'isStaff' | 'effectiveFrom'>,
): Promise<void> {
  const wasStaff = (await staffStandings(reader, [memberId]))(memberId, effectiveFrom);
  if (wasStaff === isStaff) throw new Refusal('conflict', isStaff ? 'STAFF_IS_ALREADY' : 'STAFF_IS_NOT', {}, 'isStaff');
}
