// Interest that has fallen due, fees and penal charges that are not asked for any more. What of them stands in the books leaves
// income, or the reserve of a loan that does not perform; what was not booked yet never is.

import {
  type CalendarDate,
  formatMoney,
  type Money,
  minimum,
  negate,
  type ReplayedLoan,
  subtract,
  sum,
  WAIVABLE_PARTS,
  type WaivablePart,
  type WaivedParts,
  ZERO,
} from '@kafal/core';
import { Refusal } from '../../platform/http/refusal.ts';
import type { PostingDraft } from '../accounting/index.ts';
import { type BookedReceivables, RECEIVABLE_ACCOUNTS } from './accrue-loans.ts';
import type { LoanWithBalance } from './loan-queries.ts';
import type { DecidedAct } from './take-measure.ts';

export type AskedWaiver = { readonly [Part in WaivablePart]?: Money | undefined };

/** What may be waived on the day: interest of instalments that have fallen due, all fees, all penal charges. */
export function waivable({ instalments }: ReplayedLoan, on: CalendarDate): WaivedParts {
  const open = (part: WaivablePart, through?: CalendarDate) =>
    sum(
      instalments.flatMap((one) =>
        through !== undefined && one.due > through ? [] : subtract(one[part], one.paidOf[part]),
      ),
    );
  return { interest: open('interest', on), fee: open('fee'), penalty: open('penalty') };
}

export function decideWaiver(
  { number }: LoanWithBalance,
  before: ReplayedLoan,
  booked: BookedReceivables,
  asked: AskedWaiver,
  on: CalendarDate,
): DecidedAct {
  const waived = { interest: asked.interest ?? ZERO, fee: asked.fee ?? ZERO, penalty: asked.penalty ?? ZERO };
  const most = waivable(before, on);
  const total = sum(Object.values(waived));
  if (total === ZERO) throw new Refusal('rule', 'LOAN_WAIVES_NOTHING', { number });
  for (const part of WAIVABLE_PARTS) {
    if (waived[part] <= most[part]) continue;
    throw new Refusal('rule', 'LOAN_WAIVER_ABOVE', { number, most: formatMoney(most[part]) }, part);
  }
  const receivables = receivablesLess(booked, waived);
  return {
    event: { type: 'waiver', on, ...waived },
    amount: total,
    kept: { type: 'waiver', detail: JSON.stringify(waived) },
    postings: receivables.flatMap(({ part, amount, reserved }) => postingsOf(part, amount, reserved)),
    receivables,
  };
}

/** What of these parts stands in the books leaves them, first what is no income yet. */
export function receivablesLess(
  booked: BookedReceivables,
  parts: Pick<WaivedParts, 'interest' | 'penalty'>,
): DecidedAct['receivables'] {
  return (['interest', 'penalty'] as const).flatMap((part) => {
    const amount = minimum(parts[part], booked[part].amount);
    const reserved = minimum(amount, booked[part].reserved);
    return amount <= ZERO ? [] : { part, amount: negate(amount), reserved: negate(reserved) };
  });
}

/**
 * Out of income what was income, out of the reserve what waited there; both out of what is receivable. Without the number of the
 * loan beside them, which marks what its borrower has paid.
 */
function postingsOf(part: 'interest' | 'penalty', less: Money, lessReserved: Money): PostingDraft[] {
  const [amount, reserved] = [negate(less), negate(lessReserved)];
  const income = subtract(amount, reserved);
  const accounts = RECEIVABLE_ACCOUNTS;
  const drafts: readonly (readonly [accountCode: string, side: PostingDraft['side'], amount: Money])[] = [
    [part === 'interest' ? accounts.interestIncome : accounts.penaltyIncome, 'debit', income],
    [accounts.reserve, 'debit', reserved],
    [part === 'interest' ? accounts.interest : accounts.penalty, 'credit', part === 'interest' ? income : amount],
    [accounts.interestReserved, 'credit', part === 'interest' ? reserved : ZERO],
  ];
  return drafts.flatMap(([accountCode, side, value]) => (value > ZERO ? { accountCode, side, amount: value } : []));
}
