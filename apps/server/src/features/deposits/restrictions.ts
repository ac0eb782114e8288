// What keeps money on an account: holds, liens and freezes, those in force and those that are over.

import type { DepositRestriction } from '@kafal/contract';
import { type CalendarDate, formatMoney, type Money, money } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { changeHold } from '../accounting/index.ts';

export type RestrictionKind = z.infer<typeof DepositRestriction>['kind'];

export interface Restriction {
  readonly id: number;
  readonly depositId: number;
  readonly kind: RestrictionKind;
  readonly amount: Money | null;
  readonly reference: string | null;
  readonly reason: string;
  readonly statusBefore: string | null;
}

/** Newest first. A member reads what it comes to; what staff wrote to each other, and who, is the office's. */
export async function restrictionsOf(platform: Platform, actor: Pick<Actor, 'kind'>, depositId: number) {
  const isStaff = actor.kind !== 'member';
  const rows = await platform.database
    .selectFrom('deposit_restriction as r')
    .leftJoin('user as setter', 'setter.id', 'r.setByUserId')
    .leftJoin('user as approver', 'approver.id', 'r.approvedByUserId')
    .leftJoin('user as lifter', 'lifter.id', 'r.endedByUserId')
    .leftJoin('user as liftApprover', 'liftApprover.id', 'r.endApprovedByUserId')
    .select(['r.id', 'r.kind', 'r.amount', 'r.allowsDeposits', 'r.reference', 'r.reason', 'r.untilOn', 'r.setOn'])
    .select(['r.status', 'r.endedOn', 'r.endReason'])
    .select(['setter.name as setBy', 'approver.name as approvedBy'])
    .select(['lifter.name as endedBy', 'liftApprover.name as endApprovedBy'])
    .where('r.depositId', '=', depositId)
    .$if(!isStaff, (select) => select.where('r.status', '=', 'active'))
    .orderBy('r.id', 'desc')
    .execute();
  return {
    items: rows.map(
      ({ id, kind, amount, allowsDeposits, status, reason, endReason, setBy, approvedBy, ...row }) =>
        ({
          id: String(id),
          // The checks of the table keep both to their lists.
          kind: kind as RestrictionKind,
          status: status as z.infer<typeof DepositRestriction>['status'],
          amount: amount === null ? null : formatMoney(amount),
          allowsDeposits: allowsDeposits === null ? null : allowsDeposits === 1,
          reference: row.reference,
          reason: isStaff ? reason : null,
          untilOn: row.untilOn,
          setOn: row.setOn,
          setBy: isStaff ? setBy : null,
          approvedBy: isStaff ? approvedBy : null,
          endedOn: row.endedOn,
          endReason: isStaff ? endReason : null,
          endedBy: isStaff ? row.endedBy : null,
          endApprovedBy: isStaff ? row.endApprovedBy : null,
        }) satisfies z.input<typeof DepositRestriction>,
    ),
    waiting: isStaff ? await waitingRestrictions(platform.database, depositId) : [],
  };
}

/** What is asked about the account and not decided yet. */
async function waitingRestrictions(reader: Reader, depositId: number) {
  const rows = await reader
    .selectFrom('approval_request')
    .select(['id', 'kind'])
    .where('subjectKind', '=', 'deposit')
    .where('subjectId', '=', depositId)
    .where('kind', 'in', ['deposit-restriction', 'restriction-lift'])
    .where('status', '=', 'pending')
    .orderBy('id')
    .execute();
  return rows.map(({ id, kind }) => ({ approvalId: String(id), isLift: kind === 'restriction-lift' }));
}

/** One that is in force; what is over is nobody's to lift. */
export async function getRestriction(reader: Reader, depositId: number, id: number): Promise<Restriction> {
  const row = await reader
    .selectFrom('deposit_restriction')
    .select(['id', 'depositId', 'kind', 'amount', 'reference', 'reason', 'statusBefore', 'status'])
    .where('id', '=', id)
    .where('depositId', '=', depositId)
    .executeTakeFirst();
  if (row === undefined) throw new Refusal('missing', 'RESTRICTION_UNKNOWN');
  const { status, kind, ...restriction } = row;
  if (status !== 'active') throw new Refusal('conflict', 'RESTRICTION_OVER');
  return { ...restriction, kind: kind as RestrictionKind };
}

/** The sum of what is in force, as the balance keeps it; every change of a row ends here. */
export async function sumHolds(trx: Trx, platform: Platform, depositId: number): Promise<void> {
  const { held } = await trx
    .selectFrom('deposit_restriction')
    .select(platform.dialect.sum('amount').as('held'))
    .where('depositId', '=', depositId)
    .where('status', '=', 'active')
    .executeTakeFirstOrThrow();
  await changeHold(trx, platform, { subLedger: 'deposit', subLedgerId: depositId, hold: money(held ?? 0) });
}

export interface EndOfRestriction {
  readonly status: 'lifted' | 'ended' | 'moved';
  readonly on: CalendarDate;
  readonly reason?: string;
  readonly byUserId?: number | null;
  readonly approvedByUserId?: number | null;
}

/** False where somebody was a moment before. */
export async function endRestriction(trx: Trx, id: number, end: EndOfRestriction): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('deposit_restriction')
    .set({
      status: end.status,
      endedOn: end.on,
      endReason: end.reason ?? null,
      endedByUserId: end.byUserId ?? null,
      endApprovedByUserId: end.approvedByUserId ?? null,
    })
    .where('id', '=', id)
    .where('status', '=', 'active')
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
