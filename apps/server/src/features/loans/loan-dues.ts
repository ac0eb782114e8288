// What is due and overdue of loans, read from their instalments. Every list, sum and page asks here, so they cannot differ.

import {
  type CalendarDate,
  daysPastDueOn,
  type LoanDueDays,
  loanDueDays,
  type Money,
  money,
  sum,
  ZERO,
} from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';
import type { Platform } from '../../platform/platform.ts';
import { businessCalendar } from '../society/index.ts';

/** What a day is to loans: which dues are overdue on it, and for how long a loan is. */
export interface LoanDay extends LoanDueDays {
  readonly today: CalendarDate;
  daysPastDue(oldestUnpaidDue: CalendarDate | null): number;
}

export async function loanDayOf(reader: Reader, today: CalendarDate): Promise<LoanDay> {
  const calendar = await businessCalendar(reader);
  return {
    today,
    ...loanDueDays(calendar, today),
    daysPastDue: (oldest) => daysPastDueOn(calendar, oldest, today),
  };
}

export interface LoanDues {
  readonly overdue: Money;
  readonly dueToday: Money;
  /** Unpaid of the oldest instalment that is not paid. */
  readonly next: Money;
}

const NO_DUES: LoanDues = { overdue: ZERO, dueToday: ZERO, next: ZERO };

/** Of each of the loans, what is unpaid by the day. */
export async function duesOfLoans(
  reader: Reader,
  loans: readonly { readonly id: number; readonly nextDueOn: CalendarDate | null }[],
  { overdueThrough, dueThrough }: LoanDueDays,
): Promise<(loanId: number) => LoanDues> {
  const ids = loans.flatMap(({ id, nextDueOn }) => (nextDueOn === null ? [] : id));
  if (ids.length === 0) return () => NO_DUES;
  const rows = await reader
    .selectFrom('loan_instalment as i')
    .innerJoin('loan as l', 'l.id', 'i.loanId')
    .selectAll('i')
    .select('l.nextDueOn')
    .where('i.loanId', 'in', ids)
    .where((is) => is.or([is('i.dueOn', '<=', dueThrough), is('i.dueOn', '=', is.ref('l.nextDueOn'))]))
    .orderBy('i.loanId')
    .orderBy('i.number')
    .execute();
  const ofLoan = Map.groupBy(rows, ({ loanId }) => loanId);
  return (loanId) => {
    const own = ofLoan.get(loanId) ?? [];
    const unpaid = (counts: (row: (typeof own)[number]) => boolean) => sum(own.filter(counts).map(unpaidOf));
    return {
      overdue: unpaid(({ dueOn }) => dueOn <= overdueThrough),
      dueToday: unpaid(({ dueOn }) => dueOn > overdueThrough && dueOn <= dueThrough),
      next: unpaid(({ dueOn, nextDueOn }) => dueOn === nextDueOn),
    };
  };
}

type InstalmentRow = Row<'loan_instalment'>;

export function unpaidOf(row: InstalmentRow): Money {
  return sum(Object.values(unpaidParts(row)));
}

export function unpaidParts(row: InstalmentRow) {
  return {
    principal: money(row.principal - row.paidPrincipal),
    interest: money(row.interest - row.paidInterest),
    fee: money(row.fee - row.paidFee),
    penalty: money(row.penalty - row.paidPenalty),
  };
}

/** Of a row `i` of instalments. */
export const UNPAID =
  'i.principal + i.interest + i.fee + i.penalty - i.paidPrincipal - i.paidInterest - i.paidFee - i.paidPenalty';

/** Loans whose oldest unpaid due lies after one day and not after another, and what is unpaid of them by the last. */
export async function sumOfDues(
  { dialect }: Pick<Platform, 'dialect'>,
  reader: Reader,
  of: { readonly after: CalendarDate | null; readonly through: CalendarDate; readonly unpaidThrough: CalendarDate },
): Promise<{ readonly count: number; readonly amount: Money }> {
  const after = of.after === null ? '' : 'AND l.nextDueOn > ? ';
  const row = await dialect.one<{ loans: number; amount: number | null }>(
    reader,
    `SELECT COUNT(DISTINCT i.loanId) AS loans, SUM(${UNPAID}) AS amount ` +
      'FROM loan l JOIN loan_instalment i ON i.loanId = l.id AND i.dueOn <= ? ' +
      `WHERE l.status = 'active' AND l.nextDueOn <= ? ${after}`,
    [of.unpaidThrough, of.through, ...(of.after === null ? [] : [of.after])],
  );
  return { count: Number(row?.loans ?? 0), amount: money(Number(row?.amount ?? 0)) };
}

export interface OverdueLoans {
  readonly running: number;
  readonly overdue: number;
  readonly overdueAmount: Money;
}

/** The society's figures on a day: loans that run, those overdue, and what is overdue of them. */
export async function overdueLoans(platform: Platform, today: CalendarDate): Promise<OverdueLoans> {
  const { database } = platform;
  const { overdueThrough } = await loanDayOf(database, today);
  const running = await database
    .selectFrom('loan')
    .select(({ fn }) => fn.countAll<number>().as('loans'))
    .where('status', '=', 'active')
    .executeTakeFirstOrThrow();
  const { count, amount } = await sumOfDues(platform, database, {
    after: null,
    through: overdueThrough,
    unpaidThrough: overdueThrough,
  });
  return { running: Number(running.loans), overdue: count, overdueAmount: amount };
}
