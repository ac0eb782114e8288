// What closing a deposit of a term on a day comes to, and that it was closed. The counter pays it out.

import {
  type CalendarDate,
  formatMoney,
  type Money,
  maxDate,
  movedDueDay,
  subtract,
  type TermClosure,
  termAccounts,
  termClosure,
  termRateFor,
  ZERO,
} from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import type { PostingDraft, ReversalRule } from '../accounting/index.ts';
import { getMember } from '../members/index.ts';
import { businessCalendar, settingWithin } from '../society/index.ts';
import { accruedOf, interestPostings, keepTaken } from './accrued-interest.ts';
import { categoriesOf } from './categories-of.ts';
import type { DepositWithBalance } from './deposit-queries.ts';
import { type CountedTax, keepTaxes, taxOnInterest, taxPostings, withheld } from './tax-on-interest.ts';
import { termConducts } from './term-conduct.ts';
import { getTermDeposit, instalmentsOf, type TermDeposit } from './term-deposits.ts';

export interface ClosingDeposit {
  readonly term: TermDeposit;
  readonly closure: TermClosure;
  readonly interestAccount: string;
  readonly tax: CountedTax | undefined;
  /** What was earned by the books up to now; what the closure does not give is no expense any more. */
  readonly accrued: Money;
  /** What the member gets: paid, less the tax. */
  readonly net: Money;
}

/** The figures of the day, from the function that the preview, the act and its explanation share. */
export async function closureOn(
  platform: Platform,
  reader: Reader,
  { id, openedOn, memberId }: DepositWithBalance,
  closesOn: CalendarDate,
): Promise<ClosingDeposit> {
  const term = await getTermDeposit(reader, id);
  const { product, amount, annualRate, maturesOn, months, interestPaid } = term;
  const calendar = await businessCalendar(reader);
  const maturedBy = movedDueDay(calendar, maturesOn);
  const earns = maturedBy > maturesOn && (await settingWithin(reader, 'deposits.holidayInterest', maturesOn));
  const categories = await categoriesOf(reader, await getMember(reader, memberId), openedOn);
  const run = termRateFor(product.rates, { amount, openedOn, maturesOn: closesOn, categories });
  const instalments = await instalmentsOf(reader, id);
  const closure = termClosure({
    ...product,
    ...(await termConducts(reader))(product, closesOn),
    amount,
    annualRate,
    openedOn,
    maturesOn,
    months,
    // Where a term that ends on a holiday is over before it, it is not cut short.
    closesOn: closesOn >= maturedBy ? maxDate(closesOn, maturesOn) : closesOn,
    earnsUntil: earns ? maturedBy : null,
    cardRate: run?.annualRate ?? null,
    instalments: instalments.flatMap((each) => (each.paidOn === null ? [] : { on: each.paidOn, amount: each.amount })),
    interestPaid,
  });
  const [tax] = await taxOnInterest(platform, reader, [{ memberId, interest: subtract(closure.paid, closure.paidIn) }]);
  const net = subtract(closure.paid, withheld(tax));
  const accrued = (await accruedOf(platform, reader, [id])).get(id) ?? ZERO;
  return { term, closure, interestAccount: termAccounts(product).interest, tax, accrued, net };
}

/** What is paid beside what was paid in, of which the tax is withheld; what is recovered lessens the expense. */
export function closureInterest({
  closure,
  interestAccount,
  accrued,
  tax,
}: Pick<ClosingDeposit, 'interestAccount' | 'accrued' | 'tax'> & {
  readonly closure: Pick<TermClosure, 'paid' | 'paidIn'>;
}): PostingDraft[] {
  const interest = subtract(closure.paid, closure.paidIn);
  return [...interestPostings({ accountCode: interestAccount, interest, accrued }), ...taxPostings(tax)];
}

/** Beside the entry: how the tax came about, and that nothing is accrued any more. */
export async function keepClosing(
  trx: Trx,
  platform: Platform,
  { id: depositId, memberId }: DepositWithBalance,
  { tax, accrued }: Pick<ClosingDeposit, 'tax' | 'accrued'>,
  entryId: number,
): Promise<void> {
  await keepTaxes(trx, platform, [{ entryId, memberId, depositId, tax }]);
  await keepTaken(trx, platform, [{ entryId, depositId, accrued }]);
}

/** Two closures of one deposit at the same moment: the second finds it closed. */
export async function markClosed(
  trx: Trx,
  { id, number }: DepositWithBalance,
  { entryId, on }: { readonly entryId: number | null; readonly on: CalendarDate },
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('deposit')
    .set(({ eb }) => ({ status: 'closed', closedOn: on, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('status', '=', 'active')
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new Refusal('conflict', 'DEPOSIT_CLOSED', { number });
  for (const table of ['term_deposit', 'daily_deposit'] as const) {
    await trx.updateTable(table).set({ closingEntryId: entryId }).where('depositId', '=', id).execute();
  }
}

/** A closure by mistake: the deposit stands again, with the rate and the day it had. */
export const termClosureReversal: ReversalRule = {
  undo: async (trx, _platform, _actor, entry) => {
    for (const table of ['term_deposit', 'daily_deposit'] as const) {
      const closed = await trx
        .selectFrom(table)
        .select('depositId')
        .where('closingEntryId', '=', entry.id)
        .executeTakeFirst();
      if (closed === undefined) continue;
      await trx
        .updateTable('deposit')
        .set(({ eb }) => ({ status: 'active', closedOn: null, version: eb('version', '+', 1) }))
        .where('id', '=', closed.depositId)
        .execute();
      await trx.updateTable(table).set({ closingEntryId: null }).where('depositId', '=', closed.depositId).execute();
    }
  },
};

/** What is security for somebody's loan is not paid out. */
export function refuseHeld({ number, hold }: Pick<DepositWithBalance, 'number' | 'hold'>): void {
  if (hold > ZERO) throw new Refusal('rule', 'TERM_HELD', { number, amount: formatMoney(hold) });
}
