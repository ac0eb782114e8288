// A line of a journal voucher may credit a member's account: money at the bank that is known later, from its own day on.

import type { VoucherLineInput } from '@kafal/contract';
import { type CalendarDate, type DemandKind, type MemberStatus, moneyInAllowed } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import type { PostingDraft } from './entry-draft.ts';

/** Thrift has its dues and daily deposits their rounds: those are paid where they are counted. */
const CREDITED_KINDS: readonly string[] = [
  'savings',
  'current',
  'salary',
  'goal',
  'optional',
  'emergency',
] satisfies DemandKind[];

type Line = z.output<typeof VoucherLineInput>;

export async function depositPosting(
  { database }: Pick<Platform, 'database'>,
  { accountNumber = '', accountCode, side, amount, memo }: Line,
  { field, valueOn }: { readonly field: string; readonly valueOn: CalendarDate | undefined },
): Promise<PostingDraft> {
  const account = await find(database, (query) => query.where('d.number', '=', accountNumber.trim()));
  const at = `${field}.accountNumber`;
  if (account === undefined) throw new Refusal('rule', 'VOUCHER_DEPOSIT_UNKNOWN', { number: accountNumber }, at);
  const { number } = account;
  if (!CREDITED_KINDS.includes(account.kind)) throw new Refusal('rule', 'VOUCHER_DEPOSIT_KIND', { number }, at);
  if (side !== 'credit') throw new Refusal('rule', 'VOUCHER_DEPOSIT_CREDIT', { number }, `${field}.side`);
  if (account.accountCode !== accountCode) {
    throw new Refusal('rule', 'VOUCHER_DEPOSIT_OTHER', { number, code: account.accountCode }, `${field}.accountCode`);
  }
  if (valueOn !== undefined && valueOn < account.openedOn) {
    throw new Refusal('rule', 'VOUCHER_DEPOSIT_BEFORE', { number, day: account.openedOn }, 'valueOn');
  }
  refuseUnlessTaking(account, at);
  return {
    accountCode,
    side,
    amount,
    subLedger: 'deposit',
    subLedgerId: account.id,
    ...(memo === undefined ? {} : { memo }),
  };
}

/** Whose they are, locked and looked at again: an account may have been closed or frozen since the voucher was entered. */
export async function lockCreditedMembers(
  trx: Trx,
  { dialect }: Pick<Platform, 'dialect'>,
  postings: readonly PostingDraft[],
): Promise<readonly { readonly memberId: number; readonly depositId: number }[]> {
  const ids = postings.flatMap(({ subLedger, subLedgerId }) => (subLedger === 'deposit' ? (subLedgerId ?? []) : []));
  const accounts: { memberId: number; depositId: number }[] = [];
  for (const depositId of [...new Set(ids)].sort((left, right) => left - right)) {
    const before = await find(trx, (query) => query.where('d.id', '=', depositId));
    if (before === undefined) continue;
    await dialect.one(trx, `SELECT id FROM member WHERE id = ?${dialect.forUpdateText}`, [before.memberId]);
    const account = await find(trx, (query) => query.where('d.id', '=', depositId));
    if (account !== undefined) refuseUnlessTaking(account);
    accounts.push({ memberId: before.memberId, depositId });
  }
  return accounts;
}

type Account = NonNullable<Awaited<ReturnType<typeof find>>>;

function refuseUnlessTaking({ status, takesMoney, number, memberStatus }: Account, field?: string): void {
  if (status === 'closed') throw new Refusal('conflict', 'DEPOSIT_CLOSED', { number }, field);
  // The tables' checks keep it to the list.
  if (takesMoney === 0 || !moneyInAllowed(memberStatus as MemberStatus)) {
    throw new Refusal('rule', 'VOUCHER_DEPOSIT_TAKES_NOTHING', { number }, field);
  }
}

const accounts = (reader: Reader) =>
  reader
    .selectFrom('deposit as d')
    .innerJoin('member as m', 'm.id', 'd.memberId')
    .innerJoin('balance as b', (join) => join.on('b.subLedger', '=', 'deposit').onRef('b.subLedgerId', '=', 'd.id'))
    .select(['d.id', 'd.number', 'd.kind', 'd.status', 'd.takesMoney', 'd.openedOn', 'd.memberId', 'b.accountCode'])
    .select('m.status as memberStatus');

const find = (reader: Reader, which: (query: ReturnType<typeof accounts>) => ReturnType<typeof accounts>) =>
  which(accounts(reader)).executeTakeFirst();
