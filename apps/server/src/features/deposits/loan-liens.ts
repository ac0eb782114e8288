// A deposit that secures a loan: the lien comes with the payout and goes when the loan is paid back. The two people who agreed
// to the payout agreed to it.

import { type CalendarDate, formatMoney, type Money, minimum, subtract } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { type DepositWithBalance, findDeposit, lockDeposit } from './deposit-queries.ts';
import { endRestriction, sumHolds } from './restrictions.ts';

/** What of an account no hold or lien keeps yet. An account that is closed, frozen or another's secures nothing. */
export async function freeToPledge(
  platform: Pick<Platform, 'dialect' | 'database'>,
  reader: Reader,
  depositId: number,
  memberId: number,
): Promise<{ readonly deposit: DepositWithBalance; readonly free: Money }> {
  const deposit = await findDeposit(platform, depositId, reader);
  if (deposit === undefined || deposit.memberId !== memberId) {
    throw new Refusal('missing', 'DEPOSIT_UNKNOWN', undefined, 'depositId');
  }
  const { number, status, balance, hold } = deposit;
  if (status === 'closed') throw new Refusal('conflict', 'DEPOSIT_CLOSED', { number }, 'depositId');
  if (status === 'frozen') throw new Refusal('conflict', 'DEPOSIT_FROZEN_ALREADY', { number }, 'depositId');
  return { deposit, free: subtract(balance, hold) };
}

interface LoanLien {
  readonly depositId: number;
  readonly amount: Money;
  readonly loanNumber: string;
  readonly on: CalendarDate;
  readonly setByUserId: number;
}

/** At most what is free of the account. The id of the lien; undefined where nothing is. */
export async function placeLoanLien(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { depositId, amount, loanNumber, on, setByUserId }: LoanLien,
): Promise<number | undefined> {
  const { memberId, balance, hold } = await lockDeposit(trx, platform, actor, depositId);
  const kept = minimum(amount, subtract(balance, hold));
  if (kept <= 0) return undefined;
  const { insertId } = await trx
    .insertInto('deposit_restriction')
    .values({
      depositId,
      kind: 'lien',
      amount: kept,
      allowsDeposits: null,
      reference: loanNumber,
      reason: `Security for loan ${loanNumber}`,
      untilOn: null,
      setOn: on,
      setByUserId,
      approvedByUserId: actor.userId,
      statusBefore: null,
      status: 'active',
    })
    .executeTakeFirstOrThrow();
  await sumHolds(trx, platform, depositId);
  await recordAudit(trx, platform, actor, {
    action: 'deposit.restricted',
    subjectKind: 'deposit',
    subjectId: depositId,
    newValues: { kind: 'lien', amount: formatMoney(kept), reference: loanNumber },
  });
  await recordEvent(trx, platform, { name: 'deposit.restricted', memberId, payload: { depositId, memberId } });
  return Number(insertId);
}

/** Wherever it is now: a deposit that matured has passed it on. One that somebody lifted before is over. */
export async function liftLoanLien(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  restrictionId: number,
  { loanNumber, on }: Pick<LoanLien, 'loanNumber' | 'on'>,
): Promise<void> {
  const { id, depositId } = await whereItIs(trx, restrictionId);
  const { memberId } = await lockDeposit(trx, platform, actor, depositId);
  const reason = `Loan ${loanNumber} is over`;
  if (!(await endRestriction(trx, id, { status: 'lifted', on, reason, byUserId: actor.userId }))) return;
  await sumHolds(trx, platform, depositId);
  await recordAudit(trx, platform, actor, {
    action: 'deposit.released',
    subjectKind: 'deposit',
    subjectId: depositId,
    oldValues: { kind: 'lien', reference: loanNumber },
    newValues: { reason },
  });
  await recordEvent(trx, platform, { name: 'deposit.released', memberId, payload: { depositId, memberId } });
}

async function whereItIs(reader: Reader, id: number): Promise<{ readonly id: number; readonly depositId: number }> {
  const row = await reader
    .selectFrom('deposit_restriction')
    .select(['id', 'depositId'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const next = await reader
    .selectFrom('deposit_restriction')
    .select('id')
    .where('movedFromId', '=', id)
    .executeTakeFirst();
  return next === undefined ? row : whereItIs(reader, next.id);
}
