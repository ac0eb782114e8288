// A loan that is paid out in place of an earlier one of the same borrower: more is lent (top-up), or the same on other terms
// (refinance). The payout closes the earlier loan for what it costs on the day.

import { type CalendarDate, formatMoney, type Money, ZERO } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { newStanding } from './age-loans.ts';
import { payoffOn } from './close-loan.ts';
import { findLoan, type LoanWithBalance } from './loan-queries.ts';
import { type DecidedRepayment, decideRepayment } from './repay-loan.ts';

export interface EarlierLoan extends DecidedRepayment {
  readonly loan: LoanWithBalance;
}

/** The loan that an application names: running, of the same borrower, and smaller than what is asked for. */
export async function replacedLoan(
  reader: Reader,
  memberId: number,
  id: number,
  amount: Money,
  on: CalendarDate,
): Promise<LoanWithBalance> {
  const field = 'replacesLoanId';
  const loan = await findLoan(reader, id);
  if (loan === undefined || loan.memberId !== memberId || loan.status !== 'active') {
    throw new Refusal('rule', 'LOAN_REPLACES_UNKNOWN', undefined, field);
  }
  const payoff = await payoffOn(reader, loan, on);
  if (amount <= payoff) {
    throw new Refusal('rule', 'LOAN_REPLACES_MORE', { number: loan.number, payoff: formatMoney(payoff) }, 'amount');
  }
  return loan;
}

/** What closes the earlier loan on the day; undefined where none is named, or it was closed in the meantime. */
export async function earlierLoanOn(
  reader: Reader,
  { replacesLoanId }: LoanWithBalance,
  on: CalendarDate,
): Promise<EarlierLoan | undefined> {
  const loan = replacesLoanId === null ? undefined : await findLoan(reader, replacesLoanId);
  if (loan === undefined || loan.status !== 'active') return undefined;
  const amount = await payoffOn(reader, loan, on);
  return { ...(await decideRepayment(reader, loan, { amount }, on)), loan };
}

/** Lending anew makes no bad loan good: the new one stands in the class of the one it closes, and is held there. */
export async function standAsReplaced(
  trx: Trx,
  { dialect }: Pick<Platform, 'dialect'>,
  loanId: number,
  replacedId: number,
  heldUntil: CalendarDate,
): Promise<void> {
  const before = await trx
    .selectFrom('loan_standing')
    .select(['classCode', 'nonPerformingSince'])
    .where('loanId', '=', replacedId)
    .where('nonPerformingSince', 'is not', null)
    .executeTakeFirst();
  if (before === undefined) return;
  await dialect.upsert(trx, 'loan_standing', { ...newStanding(loanId), ...before, heldUntil }, { key: ['loanId'] });
}

/** Both ways, for a page: what this loan closes or has closed, and what has closed it. */
export async function replacementsOf(reader: Reader, loan: LoanWithBalance, on: CalendarDate) {
  const earlier = loan.replacesLoanId === null ? undefined : await findLoan(reader, loan.replacesLoanId);
  const later = await reader
    .selectFrom('loan')
    .select(['id', 'number'])
    .where('replacesLoanId', '=', loan.id)
    .where('disbursedOn', 'is not', null)
    .executeTakeFirst();
  const closes = earlier?.status === 'active' ? await payoffOn(reader, earlier, on) : ZERO;
  return {
    replaces:
      earlier === undefined
        ? null
        : {
            id: String(earlier.id),
            number: earlier.number,
            amount: earlier.status === 'active' ? formatMoney(closes) : null,
          },
    replacedBy: later === undefined ? null : { id: String(later.id), number: later.number },
  };
}
