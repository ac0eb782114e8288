// What a member owes for joining: fees, contributions, and the money for the first shares. Part payments add up; a due
// can never be paid twice over, whoever pays at the same moment.

import { formatMoney, type Money, subtract, sum } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { findFeeNames } from '../society/index.ts';
import { getMemberForUpdate } from './find-member.ts';

/** The due for the fewest shares a member may hold. Its money waits in account 2204 until the shares are allotted. */
export const SHARE_DUE = {
  feeCode: 'share',
  kind: 'share',
  accountCode: '2204',
  nameEn: 'Share money',
  nameHi: 'अंश राशि',
} as const;

export interface MemberDue extends Row<'member_due'> {
  readonly outstanding: Money;
  readonly nameEn: string;
  readonly nameHi: string;
}

/** Every due of a member, paid or not, in the order they are collected. */
export async function memberDues(reader: Reader, memberId: number): Promise<MemberDue[]> {
  const dues = await reader
    .selectFrom('member_due')
    .selectAll()
    .where('memberId', '=', memberId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  if (dues.length === 0) return [];

  const names = await findFeeNames(reader);
  return dues.map((due) => ({
    ...due,
    outstanding: subtract(due.amount, due.paid),
    ...(names.get(due.feeCode) ?? { nameEn: SHARE_DUE.nameEn, nameHi: SHARE_DUE.nameHi }),
  }));
}

export interface DuePayment {
  readonly memberId: number;
  readonly dueId: number;
  readonly amount: Money;
}

/** Counts a payment towards a due. The money itself is posted by whoever takes it, in the same transaction. */
export async function payDue(trx: Trx, platform: Pick<Platform, 'dialect'>, payment: DuePayment): Promise<void> {
  const { memberId, dueId, amount } = payment;
  // Two receipts for one member wait for each other here, so that the one that completes the dues sees them complete.
  await getMemberForUpdate(trx, platform, memberId);
  const { changes } = await platform.dialect.run(
    trx,
    'UPDATE member_due SET paid = paid + ? WHERE id = ? AND memberId = ? AND paid + ? <= amount',
    [amount, dueId, memberId, amount],
  );
  if (changes === 1) return;

  const due = await getDue(trx, memberId, dueId);
  throw new Refusal('rule', 'DUE_OVERPAID', { outstanding: formatMoney(subtract(due.amount, due.paid)) }, 'amount');
}

/** Takes a payment back: its receipt was reversed. */
export async function unpayDue(trx: Trx, platform: Pick<Platform, 'dialect'>, payment: DuePayment): Promise<void> {
  const { memberId, dueId, amount } = payment;
  await getMemberForUpdate(trx, platform, memberId);
  const { changes } = await platform.dialect.run(
    trx,
    'UPDATE member_due SET paid = paid - ? WHERE id = ? AND memberId = ? AND paid >= ?',
    [amount, dueId, memberId, amount],
  );
  if (changes === 1) return;

  const due = await getDue(trx, memberId, dueId);
  throw new Refusal('conflict', 'DUE_NOT_PAID', { paid: formatMoney(due.paid) });
}

export async function hasUnpaidDues(reader: Reader, memberId: number): Promise<boolean> {
  const unpaid = await reader
    .selectFrom('member_due')
    .select('id')
    .where('memberId', '=', memberId)
    .whereRef('paid', '<', 'amount')
    .executeTakeFirst();
  return unpaid !== undefined;
}

export function outstandingOf(dues: readonly Pick<MemberDue, 'outstanding'>[]): Money {
  return sum(dues.map((due) => due.outstanding));
}

async function getDue(trx: Trx, memberId: number, dueId: number): Promise<Row<'member_due'>> {
  const due = await trx
    .selectFrom('member_due')
    .selectAll()
    .where('id', '=', dueId)
    .where('memberId', '=', memberId)
    .executeTakeFirst();
  if (due === undefined) throw new Refusal('missing', 'DUE_NOT_FOUND');
  return due;
}
