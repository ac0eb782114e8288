// Where the money of a transfer goes, decided from the rows as they stand.

import type { TransferBody } from '@kafal/contract';
import { formatMoney, isTermKind, type Money, minimum, moneyInAllowed, subtract, sum } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import type { PostingDraft } from '../accounting/index.ts';
import { type DepositWithBalance, findDepositByNumber, refuseTermKind } from '../deposits/index.ts';
import { memberDues } from '../members/index.ts';
import { memoOf } from './money-out.ts';
import { lineOfDue, type ReceiptLine, refuseBelowSmallest, shareLines } from './receipt-lines.ts';

/** Plain JSON: it is also what waits while a second person is asked. */
export interface AskedTransfer {
  readonly depositId: number;
  readonly amount: Money;
  readonly to: z.output<typeof TransferBody>['to'];
  readonly note: string | null;
}

export interface Destination {
  /** In the narration: an account number, or what the money is for. */
  readonly name: string;
  readonly postings: readonly PostingDraft[];
  readonly lines: readonly ReceiptLine[];
  readonly deposit: DepositWithBalance | null;
}

export async function destinationOf(
  platform: Platform,
  reader: Reader,
  actor: Actor,
  from: DepositWithBalance,
  { amount, to, note }: AskedTransfer,
): Promise<Destination> {
  if (to.kind !== 'deposit' && actor.kind === 'member' && from.memberId !== actor.memberId) {
    throw new Refusal('forbidden', 'HOLDERS_OTHERS_DUES', undefined, 'to.kind');
  }
  switch (to.kind) {
    case 'deposit': {
      const deposit = await getRecipient(platform, reader, actor, from, { accountNumber: to.accountNumber, amount });
      const posting: PostingDraft = {
        accountCode: deposit.accountCode,
        side: 'credit',
        amount,
        subLedger: 'deposit',
        subLedgerId: deposit.id,
        ...memoOf(withNote(from.number, note)),
      };
      return { name: deposit.number, postings: [posting], lines: [], deposit };
    }
    case 'shares': {
      const lines = shareLines(await memberDues(reader, from.memberId), from.memberId, amount);
      return destinationOfLines(`share money of ${from.memberNumber}`, lines);
    }
    case 'dues':
      return destinationOfLines(`dues of ${from.memberNumber}`, await duesInOrder(reader, from.memberId, amount));
  }
}

function destinationOfLines(name: string, lines: readonly ReceiptLine[]): Destination {
  return { name, postings: lines.map(({ posting }) => posting), lines, deposit: null };
}

/** The oldest place in the list is paid first; money beyond the last due is refused. */
async function duesInOrder(reader: Reader, memberId: number, amount: Money): Promise<ReceiptLine[]> {
  const dues = (await memberDues(reader, memberId)).filter(({ outstanding }) => outstanding > 0);
  const outstanding = sum(dues.map((due) => due.outstanding));
  if (amount > outstanding) {
    throw new Refusal('rule', 'DUE_OVERPAID', { outstanding: formatMoney(outstanding) }, 'amount');
  }
  let left = amount;
  const lines: ReceiptLine[] = [];
  for (const due of dues) {
    const paid = minimum(left, due.outstanding);
    if (paid === 0) break;
    lines.push(lineOfDue(due, paid));
    left = subtract(left, paid);
  }
  return lines;
}

async function getRecipient(
  platform: Platform,
  reader: Reader,
  actor: Actor,
  from: DepositWithBalance,
  { accountNumber, amount }: { readonly accountNumber: string; readonly amount: Money },
): Promise<DepositWithBalance> {
  const field = 'to.accountNumber';
  const typed = accountNumber.trim();
  const deposit =
    (await findDepositByNumber(platform, typed, reader)) ??
    (await findDepositByNumber(platform, typed.toUpperCase(), reader));
  const takesMoney =
    deposit !== undefined &&
    deposit.status !== 'closed' &&
    deposit.takesMoney === 1 &&
    !isTermKind(deposit.kind) &&
    moneyInAllowed(deposit.memberStatus);
  // A member learns nothing of another's standing: an account that takes no money answers as one that is not there.
  if (deposit === undefined || (!takesMoney && actor.kind === 'member' && deposit.memberId !== actor.memberId)) {
    throw new Refusal('rule', 'TRANSFER_RECIPIENT_UNKNOWN', undefined, field);
  }
  if (deposit.id === from.id) throw new Refusal('rule', 'TRANSFER_SAME_ACCOUNT', undefined, field);
  refuseTermKind(deposit, field);
  if (deposit.takesMoney === 0) throw new Refusal('rule', 'DEPOSIT_TAKES_NOTHING', { number: deposit.number }, field);
  if (!takesMoney) throw new Refusal('rule', 'TRANSFER_RECIPIENT_CLOSED', { number: deposit.number }, field);
  refuseBelowSmallest(deposit, amount, 'amount');
  return deposit;
}

export function withNote(number: string, note: string | null): string {
  return note === null ? number : `${number} – ${note}`;
}
