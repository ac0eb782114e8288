// Where a fixed deposit pays its interest on the way, each part goes to savings at the end of its day. A row claims each
// part of each deposit; what was paid is kept, so that a closure before the end recovers what was too much.

import {
  add,
  type CalendarDate,
  formatMoney,
  type Money,
  moneyInAllowed,
  subtract,
  sum,
  termAccounts,
  termValue,
  ZERO,
} from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { type PostingDraft, postJournalEntry } from '../accounting/index.ts';
import { accruedOf, accruedUpTo, interestPostings, keepTaken } from './accrued-interest.ts';
import { type AccountsAtOnce, type AccountsDone, DAY_END_SERIES } from './credit-interest.ts';
import type { DepositWithBalance } from './deposit-queries.ts';
import { carryOutDue, type DueDeposit, firstSavings, nextDueTerm } from './due-terms.ts';
import { keepTaxes, taxOnInterest, taxPostings, withheld } from './tax-on-interest.ts';
import { getTermDeposit, type TermDeposit } from './term-deposits.ts';

const STEP = { step: 'pay-interest', dueOn: 'nextPayoutOn' } as const;

export const nextPayoutId = nextDueTerm(STEP);

export function payInterest(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  accounts: AccountsAtOnce,
): Promise<AccountsDone> {
  return carryOutDue(trx, platform, STEP, accounts, (due) => payOut(trx, platform, actor, due));
}

interface Part {
  readonly dueOn: CalendarDate;
  readonly amount: Money;
}

async function payOut(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { deposit, member, on, lastDueOn }: DueDeposit,
): Promise<Money | undefined> {
  const term = await getTermDeposit(trx, deposit.id);
  const unpaid = await unpaidParts(trx, deposit, term);
  const due = unpaid.filter(({ dueOn }) => dueOn <= lastDueOn);
  const amount = sum(due.map((part) => part.amount));
  if (amount > ZERO) {
    const entryId = await post(trx, platform, actor, { deposit, member, on, lastDueOn }, term, amount);
    await trx
      .insertInto('term_payout')
      .values(due.map((part) => ({ depositId: deposit.id, ...part, entryId })))
      .execute();
  }
  await trx
    .updateTable('term_deposit')
    .set({
      interestPaid: add(term.interestPaid, amount),
      nextPayoutOn: unpaid.find(({ dueOn }) => dueOn > lastDueOn)?.dueOn ?? null,
    })
    .where('depositId', '=', deposit.id)
    .execute();
  return amount > ZERO ? amount : undefined;
}

/** By the function that the quote and the explanation ask, without those that are paid. */
async function unpaidParts(trx: Trx, { id, openedOn }: DepositWithBalance, term: TermDeposit): Promise<Part[]> {
  const { lines } = termValue({ ...term.product, ...term, openedOn });
  const rows = await trx.selectFrom('term_payout').select('dueOn').where('depositId', '=', id).execute();
  const paid = new Set(rows.map(({ dueOn }) => dueOn));
  return lines.flatMap((line) =>
    line.paid === null || paid.has(line.on) ? [] : { dueOn: line.on, amount: line.paid },
  );
}

async function post(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { deposit, member, on }: DueDeposit,
  { product }: TermDeposit,
  amount: Money,
): Promise<number> {
  const savings = moneyInAllowed(member.status) ? await firstSavings(trx, member.id) : undefined;
  if (savings === undefined) throw new Refusal('rule', 'TERM_PAYOUT_NOWHERE', { number: deposit.number });
  const [tax] = await taxOnInterest(platform, trx, [{ memberId: deposit.memberId, interest: amount }]);
  const net = subtract(amount, withheld(tax));
  const accrued = accruedUpTo((await accruedOf(platform, trx, [deposit.id])).get(deposit.id), amount);
  const toSavings: PostingDraft = {
    accountCode: savings.accountCode,
    side: 'credit',
    amount: net,
    subLedger: 'deposit',
    subLedgerId: savings.id,
    memo: deposit.number,
  };
  const { id } = await postJournalEntry(trx, platform, actor, {
    seriesCode: DAY_END_SERIES,
    kind: 'interest',
    narration: `Interest of ${deposit.number} on ${on}`,
    postings: [
      ...interestPostings({ accountCode: termAccounts(product).interest, interest: amount, accrued }),
      ...(net > ZERO ? [toSavings] : []),
      ...taxPostings(tax),
    ],
    memberId: deposit.memberId,
    valueOn: on,
    audit: {
      action: 'deposit.interest-paid',
      subjectKind: 'deposit',
      subjectId: deposit.id,
      newValues: { amount: formatMoney(amount), to: savings.number },
    },
    event: { name: 'interest.credited', memberId: deposit.memberId, payload: { depositId: savings.id } },
  });
  const given = { entryId: id, memberId: deposit.memberId, depositId: deposit.id, tax, accrued };
  await keepTaxes(trx, platform, [given]);
  await keepTaken(trx, platform, [given]);
  return id;
}
