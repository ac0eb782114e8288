// Totals, accruals, penal charges, days past due and due days that a program of others publishes, row for row from the table.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { calendarDate } from '../calendar/calendar-date.ts';
import { formatMoney, money, parseMoney } from '../money/money.ts';
import { parseRate } from '../money/rate.ts';
import { accruedInterest } from './accrued-interest.ts';
import { arrearsBandOf, daysPastDue } from './days-past-due.ts';
import { periodsAfter } from './due-dates.ts';
import type { LoanTerms } from './loan-terms.ts';
import { penalCharge } from './penal-charge.ts';
import { replayLoan } from './replay-loan.ts';

interface Summary {
  readonly id: string;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly [figure: string]: unknown;
}

const table = new URL('../../conformance/loan-schedules.json', import.meta.url);
// The shape of the table is that of conformance/README.md.
const { summaryCases } = JSON.parse(readFileSync(table, 'utf8')) as { summaryCases: readonly Summary[] };
const unit = money(100);

function summary(id: string): Summary {
  const found = summaryCases.find((row) => row.id === id);
  if (found === undefined) throw new Error(`The table has no row ${id}.`);
  return found;
}

function figure(row: Summary, name: string): string {
  return String(row[name]);
}

function scheduleOf(row: Summary, months: number, interestMultiple: LoanTerms['interestMultiple']) {
  const terms: LoanTerms = {
    principal: parseMoney(`${figure(row, 'principal')}.00`),
    annualRate: parseRate(figure(row, 'annualRatePct')),
    interestMethod: 'declining',
    amortization: 'equalInstalments',
    dayCount: { year: 365, month: 'actual' },
    interestPeriod: { by: 'period', wholePeriods: false },
    instalmentBasis: 'firstPeriod',
    every: 1,
    unit: 'months',
    instalments: months,
    monthEnd: 'clamp',
    gracePrincipal: 0,
    graceInterest: 0,
    interestFree: 0,
    instalmentMultiple: unit,
    instalmentRounding: 'up',
    interestMultiple,
    rounding: 'half-up',
    recalculation: null,
    allocation: { by: 'instalments', components: ['interest', 'principal'] },
    overdueCharge: null,
  };
  const start = calendarDate('2026-04-01');
  return replayLoan(terms, start, [], start).instalments;
}

test('every row of the table is asked for here', () => {
  expect(summaryCases).toHaveLength(7);
});

test('an instalment rounded up to the rupee, with the interest of each month in whole rupees', () => {
  const row = summary('frappe-emi-250000-24');
  const instalments = scheduleOf(row, Number(row['months']), unit);
  const interest = money(instalments.reduce((sum, instalment) => sum + instalment.interest, 0));
  expect(formatMoney(instalments[0]?.totalDue ?? money(0))).toBe(`${row.expected['emi']}.00`);
  expect(formatMoney(interest)).toBe(`${row.expected['totalInterest']}.00`);
  expect(formatMoney(money(interest + parseMoney(`${figure(row, 'principal')}.00`)))).toBe(
    `${row.expected['totalPayable']}.00`,
  );
});

test('an instalment rounded up to the rupee, with interest to the paisa', () => {
  const row = summary('frappe-stock-1000000-12');
  const [first] = scheduleOf(row, Number(row['months']), money(1));
  expect(formatMoney(first?.interest ?? money(0))).toBe(row.expected['firstInterest']);
  expect(formatMoney(first?.principal ?? money(0))).toBe(row.expected['firstPrincipal']);
});

test.each(['frappe-demand-accrual', 'frappe-demand-closure'])('interest of days that count both ends: %s', (id) => {
  const row = summary(id);
  const accrual = accruedInterest(
    parseMoney(`${figure(row, 'principal')}.00`),
    { annualRate: parseRate(figure(row, 'annualRatePct')), yearDays: 365, countsBothEnds: true, rounding: 'half-up' },
    calendarDate(figure(row, 'from')),
    calendarDate(figure(row, 'to')),
  );
  expect({ days: accrual.days, interest: formatMoney(accrual.interest) }).toEqual(row.expected);
});

test('a penal charge after a grace, on interest that is overdue', () => {
  const row = summary('frappe-penalty');
  // The base of the table has half a paisa, which nobody can owe: 5,547.945 is 5,547.95.
  const { days, charge } = penalCharge(
    parseMoney('5547.95'),
    { annualRate: parseRate(figure(row, 'penaltyRatePct')), graceDays: Number(row['graceDays']), rounding: 'half-up' },
    Number(row['daysSinceAccrual']),
  );
  expect(days).toBe(row['chargedDays']);
  expect(formatMoney(charge)).toBe(row.expected['penalty']);
});

test('a penal charge without a grace, and none within it: 8,885 at 2 % for 45 days is 21.91', () => {
  const overdue = parseMoney('8885.00');
  const terms = { annualRate: parseRate('2'), rounding: 'half-up' } as const;
  expect(formatMoney(penalCharge(overdue, { ...terms, graceDays: 0 }, 45).charge)).toBe('21.91');
  expect(penalCharge(overdue, { ...terms, graceDays: 10 }, 9)).toEqual({ days: 0, charge: 0 });
  expect(penalCharge(overdue, { ...terms, graceDays: 10 }, 10).days).toBe(1);
});

test('days past due are counted from the oldest unpaid due day, that day with them', () => {
  const row = summary('frappe-dpd');
  const oldest = calendarDate(figure(row, 'oldestUnpaidDue').slice(0, 10));
  const bands = [
    { code: 'SMA-0', fromDays: 1 },
    { code: 'SMA-1', fromDays: 31 },
    { code: 'SMA-2', fromDays: 61 },
    { code: 'D1', fromDays: 91 },
  ];
  for (const [asOf, expected] of Object.entries(row.expected)) {
    const days = daysPastDue(oldest, calendarDate(asOf));
    const code = arrearsBandOf(days, bands)?.code;
    expect([String(days), code === 'D1' ? 'D1 (NPA)' : code]).toEqual(expected);
  }
  expect(daysPastDue(undefined, oldest)).toBe(0);
  expect(arrearsBandOf(0, bands)).toBeUndefined();
});

test('periods that end with the calendar month', () => {
  const row = summary('frappe-dates-3');
  const start = calendarDate(figure(row, 'repaymentStart'));
  const due = (count: number) => periodsAfter({ every: 1, unit: 'months', monthEnd: 'calendarMonths' }, start, count);
  expect({ first: due(1), second: due(2), last: due(Number(row['installments'])) }).toEqual(row.expected);
  const periods = { every: 3, unit: 'months', monthEnd: 'calendarMonths' } as const;
  expect(periodsAfter(periods, calendarDate('2027-01-31'), 1)).toBe('2027-04-30');
});
