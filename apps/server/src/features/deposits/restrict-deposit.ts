// A part of an account is kept back, for an order or as security for a loan, or all of it is frozen. One person asks and
// another says yes; no money moves.

import type { RestrictDepositBody } from '@kafal/contract';
import { formatMoney, subtract } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { businessDayFor } from '../accounting/index.ts';
import { type ApprovalLine, type ApprovalRequest, requestApproval } from '../approvals/index.ts';
import { recordAudit } from '../audit/index.ts';
import { type DepositWithBalance, lockDeposit } from './deposit-queries.ts';
import { restrictionWords } from './restriction-words.ts';
import { sumHolds } from './restrictions.ts';

export type RestrictDeposit = z.output<typeof RestrictDepositBody>;

interface AskedRestriction {
  readonly depositId: number;
  readonly restriction: RestrictDeposit;
}

/** The id of the request that waits for a second person. */
export function askRestriction(
  platform: Platform,
  actor: Actor,
  depositId: number,
  restriction: RestrictDeposit,
): Promise<number> {
  return platform.transact(async (trx) => {
    const deposit = await lockDeposit(trx, platform, actor, depositId);
    await refuseUnlessMayBeSet(platform, trx, deposit, restriction);
    const amount = restriction.kind === 'freeze' ? null : restriction.amount;
    const command: AskedRestriction = { depositId, restriction };
    return requestApproval(trx, platform, actor, {
      kind: 'deposit-restriction',
      subjectKind: 'deposit',
      subjectId: deposit.id,
      memberId: deposit.memberId,
      amount,
      summary: {
        code: `ASKS_${restrictionWords(restriction)}`,
        params: {
          account: deposit.number,
          name: deposit.memberName,
          number: deposit.memberNumber,
          ...(amount === null ? {} : { amount: formatMoney(amount) }),
        },
      },
      lines: linesOf(restriction),
      command,
    });
  });
}

/** A second person has said yes; the account may have changed since. */
export async function setApprovedRestriction(
  platform: Platform,
  trx: Trx,
  checker: Actor,
  request: ApprovalRequest,
): Promise<undefined> {
  // askRestriction above wrote it.
  const { depositId, restriction } = request.command as AskedRestriction;
  const deposit = await lockDeposit(trx, platform, checker, depositId);
  await refuseUnlessMayBeSet(platform, trx, deposit, restriction);
  const isFreeze = restriction.kind === 'freeze';
  await trx
    .insertInto('deposit_restriction')
    .values({
      depositId,
      kind: restriction.kind,
      amount: isFreeze ? null : restriction.amount,
      allowsDeposits: isFreeze ? (restriction.allowsDeposits ? 1 : 0) : null,
      reference: restriction.reference ?? null,
      reason: restriction.reason,
      untilOn: restriction.kind === 'hold' ? (restriction.untilOn ?? null) : null,
      setOn: await businessDayFor(trx, platform),
      setByUserId: request.requestedByUserId,
      approvedByUserId: checker.userId,
      statusBefore: isFreeze ? deposit.status : null,
      status: 'active',
    })
    .execute();
  if (isFreeze) await freeze(trx, depositId, restriction.allowsDeposits);
  else await sumHolds(trx, platform, depositId);

  await recordAudit(trx, platform, checker, {
    action: 'deposit.restricted',
    subjectKind: 'deposit',
    subjectId: depositId,
    newValues: { ...restriction, ...(isFreeze ? {} : { amount: formatMoney(restriction.amount) }) },
  });
  await recordEvent(trx, platform, {
    name: 'deposit.restricted',
    memberId: deposit.memberId,
    payload: { depositId, memberId: deposit.memberId },
  });
}

async function freeze(trx: Trx, depositId: number, allowsDeposits: boolean): Promise<void> {
  await trx
    .updateTable('deposit')
    .set(({ eb }) => ({ status: 'frozen', takesMoney: allowsDeposits ? 1 : 0, version: eb('version', '+', 1) }))
    .where('id', '=', depositId)
    .execute();
}

async function refuseUnlessMayBeSet(
  platform: Platform,
  trx: Trx,
  { number, status, balance, hold }: DepositWithBalance,
  restriction: RestrictDeposit,
): Promise<void> {
  if (status === 'closed') throw new Refusal('conflict', 'DEPOSIT_CLOSED', { number });
  if (restriction.kind === 'freeze') {
    if (status === 'frozen') throw new Refusal('conflict', 'DEPOSIT_FROZEN_ALREADY', { number });
    return;
  }
  const free = subtract(balance, hold);
  if (restriction.amount > free) {
    throw new Refusal('rule', 'RESTRICTION_BEYOND', { number, free: formatMoney(free) }, 'amount');
  }
  if (restriction.kind !== 'hold' || restriction.untilOn === undefined) return;
  const today = await businessDayFor(trx, platform);
  if (restriction.untilOn < today) throw new Refusal('rule', 'RESTRICTION_PAST', { today }, 'untilOn');
}

function linesOf(restriction: RestrictDeposit): ApprovalLine[] {
  const line = (code: string, after: string): ApprovalLine => ({ label: { code }, before: null, after });
  return [
    ...(restriction.kind === 'freeze' ? [] : [line('LINE_HELD_AMOUNT', formatMoney(restriction.amount))]),
    ...(restriction.reference === undefined ? [] : [line('LINE_REFERENCE', restriction.reference)]),
    ...(restriction.kind === 'hold' && restriction.untilOn !== undefined
      ? [line('LINE_UNTIL', restriction.untilOn)]
      : []),
    line('LINE_REASON', restriction.reason),
  ];
}
