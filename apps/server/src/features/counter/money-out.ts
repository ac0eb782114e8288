// What every act that takes money out of an account decides alike.

import { type CalendarDate, formatMoney, freeBalance, type Money, moneyOutAllowed } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay, type PostedEntry } from '../accounting/index.ts';
import {
  type DepositWithBalance,
  getDepositFor,
  isLetGo,
  refuseTermKind,
  refuseUnlessMayOperate,
} from '../deposits/index.ts';

/** The account money is to leave, which lets it go. */
export async function getPayingDeposit(
  platform: Platform,
  reader: Reader,
  actor: Actor,
  id: number,
): Promise<DepositWithBalance> {
  const deposit = await getStillDeposit(platform, reader, actor, id);
  refuseUnlessMayOperate(actor, deposit);
  refuseTermKind(deposit);
  refuseUnlessMayPayOut(deposit);
  if (deposit.withdrawal !== 'free') refuseWhileKept(deposit, await currentBusinessDay(platform, reader));
  return deposit;
}

/** What the rule of the account keeps, with the sentence that says until when. */
export function refuseWhileKept(deposit: DepositWithBalance, on: CalendarDate): void {
  if (isLetGo(deposit, on)) return;
  const { number, goalTarget, goalOn } = deposit;
  if (deposit.withdrawal === 'closing') throw new Refusal('rule', 'DEPOSIT_UNTIL_CLOSED', { number });
  if (goalTarget === null || goalOn === null) throw new Refusal('rule', 'DEPOSIT_UNTIL_MEMBERSHIP_ENDS', { number });
  throw new Refusal('rule', 'GOAL_NOT_REACHED', { number, target: formatMoney(goalTarget), day: goalOn });
}

/**
 * The account as it stands. Inside a transaction its member is locked first, so that a suspension that is being written
 * at this moment is waited for and not overtaken.
 */
export async function getStillDeposit(
  platform: Platform,
  reader: Reader,
  actor: Actor,
  id: number,
): Promise<DepositWithBalance> {
  const found = await getDepositFor(platform, actor, id, reader);
  if (reader === platform.database) return found;
  await lockMember(reader, platform, found.memberId);
  return getDepositFor(platform, actor, id, reader);
}

async function lockMember(reader: Reader, { dialect }: Platform, id: number): Promise<void> {
  await dialect.one(reader, `SELECT id FROM member WHERE id = ?${dialect.forUpdateText}`, [id]);
}

export function refuseUnlessMayPayOut(deposit: DepositWithBalance): void {
  if (deposit.status === 'closed') throw new Refusal('conflict', 'DEPOSIT_CLOSED', { number: deposit.number });
  if (deposit.status === 'frozen') throw new Refusal('rule', 'DEPOSIT_FROZEN', { number: deposit.number });
  if (deposit.status === 'dormant') throw new Refusal('rule', 'DEPOSIT_DORMANT', { number: deposit.number });
  if (!moneyOutAllowed(deposit.memberStatus)) {
    throw new Refusal('rule', 'MEMBER_MONEY_OUT', { number: deposit.memberNumber });
  }
}

/** Nobody is asked about what could not be paid anyway. The door decides the same again when it is posted. */
export function refuseBeyondBalance(deposit: DepositWithBalance, amount: Money): void {
  const available = freeBalance(deposit);
  if (amount <= available) return;
  const params = {
    number: deposit.number,
    available: formatMoney(available),
    asked: formatMoney(amount),
    floor: formatMoney(deposit.floor),
    hold: formatMoney(deposit.hold),
  };
  throw new Refusal('rule', 'BALANCE_TOO_LOW', params, 'amount');
}

const LONGEST_MEMO = 120;

/** What the passbook shows beside the line. */
export function memoOf(text: string | null): { memo?: string } {
  return text === null ? {} : { memo: text.slice(0, LONGEST_MEMO).toWellFormed() };
}

/** The balance of the account as the entry left it. */
export function balanceAfter(entry: PostedEntry, deposit: DepositWithBalance): Money {
  const balance = entry.balances.find((row) => row.subLedger === 'deposit' && row.subLedgerId === deposit.id);
  return balance?.after ?? deposit.balance;
}
