// A hold, lien or freeze is lifted as it was set: one person asks, another says yes. A hold that was set until a day ends
// by itself with that day.

import { type CalendarDate, formatMoney } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { businessDayFor } from '../accounting/index.ts';
import { type ApprovalRequest, requestApproval } from '../approvals/index.ts';
import { recordAudit } from '../audit/index.ts';
import { type DepositWithBalance, getDepositFor, lockDeposit } from './deposit-queries.ts';
import { endRestriction, getRestriction, type Restriction, sumHolds } from './restrictions.ts';

interface AskedLift {
  readonly depositId: number;
  readonly restrictionId: number;
  readonly reason: string;
}

/** The id of the request that waits for a second person. */
export function askLift(platform: Platform, actor: Actor, asked: AskedLift): Promise<number> {
  return platform.transact(async (trx) => {
    const deposit = await getDepositFor(platform, actor, asked.depositId, trx);
    const { kind, amount, reference } = await getRestriction(trx, deposit.id, asked.restrictionId);
    return requestApproval(trx, platform, actor, {
      kind: 'restriction-lift',
      subjectKind: 'deposit',
      subjectId: deposit.id,
      memberId: deposit.memberId,
      amount,
      summary: {
        code: `ASKS_LIFT_${kind.toUpperCase()}`,
        params: {
          account: deposit.number,
          name: deposit.memberName,
          number: deposit.memberNumber,
          ...(amount === null ? {} : { amount: formatMoney(amount) }),
        },
      },
      lines: [
        ...(reference === null ? [] : [{ label: { code: 'LINE_REFERENCE' }, before: null, after: reference }]),
        { label: { code: 'LINE_REASON' }, before: null, after: asked.reason },
      ],
      command: asked,
    });
  });
}

export async function liftApproved(
  platform: Platform,
  trx: Trx,
  checker: Actor,
  request: ApprovalRequest,
): Promise<undefined> {
  // askLift above wrote it.
  const { depositId, restrictionId, reason } = request.command as AskedLift;
  const deposit = await lockDeposit(trx, platform, checker, depositId);
  const restriction = await getRestriction(trx, depositId, restrictionId);
  const on = await businessDayFor(trx, platform);
  const isLifted = await endRestriction(trx, restrictionId, {
    status: 'lifted',
    on,
    reason,
    byUserId: request.requestedByUserId,
    approvedByUserId: checker.userId,
  });
  if (!isLifted) throw new Refusal('conflict', 'RESTRICTION_OVER');
  await letGo(trx, platform, checker, deposit, restriction, reason);
}

/** Those whose last day this is, in the order of their accounts; answers how many. */
export async function endHolds(trx: Trx, platform: Platform, actor: Actor, on: CalendarDate): Promise<number> {
  const over = await trx
    .selectFrom('deposit_restriction')
    .select(['id', 'depositId'])
    .where('status', '=', 'active')
    .where('untilOn', '<=', on)
    .orderBy('depositId')
    .orderBy('id')
    .execute();
  let ended = 0;
  for (const { id, depositId } of over) {
    const deposit = await lockDeposit(trx, platform, actor, depositId);
    const restriction = await getRestriction(trx, depositId, id);
    await endRestriction(trx, id, { status: 'ended', on });
    await letGo(trx, platform, actor, deposit, restriction, null);
    ended += 1;
  }
  return ended;
}

async function letGo(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  deposit: DepositWithBalance,
  { kind, amount, reference, statusBefore }: Restriction,
  reason: string | null,
): Promise<void> {
  const { id, memberId } = deposit;
  if (kind === 'freeze') await thaw(trx, id, statusBefore ?? 'active');
  else await sumHolds(trx, platform, id);
  await recordAudit(trx, platform, actor, {
    action: 'deposit.released',
    subjectKind: 'deposit',
    subjectId: id,
    oldValues: { kind, amount: amount === null ? null : formatMoney(amount), reference },
    newValues: { reason },
  });
  await recordEvent(trx, platform, { name: 'deposit.released', memberId, payload: { depositId: id, memberId } });
}

async function thaw(trx: Trx, depositId: number, status: string): Promise<void> {
  await trx
    .updateTable('deposit')
    .set(({ eb }) => ({ status, takesMoney: 1, version: eb('version', '+', 1) }))
    .where('id', '=', depositId)
    .where('status', '=', 'frozen')
    .execute();
}
