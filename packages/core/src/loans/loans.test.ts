import { expect, test } from 'vitest';
import { addDays, calendarDate } from '../calendar/calendar-date.ts';
import { type Money, money } from '../money/money.ts';
import { parseRate } from '../money/rate.ts';
import { periodsAfter } from './due-dates.ts';
import type { InstalmentState } from './instalment-state.ts';
import type { LoanEvent } from './loan-events.ts';
import type { Allocation, LoanTerms } from './loan-terms.ts';
import { replayLoan } from './replay-loan.ts';

const rupees = (amount: number): Money => money(Math.round(amount * 100));
const start = calendarDate('2026-04-01');
const instalmentFirst: Allocation = { by: 'instalments', components: ['penalty', 'fee', 'interest', 'principal'] };

/** A lakh for a year at 12 %, in rupees, as a society writes it down. */
const aLakh: LoanTerms = {
  principal: rupees(100_000),
  annualRate: parseRate('12'),
  interestMethod: 'declining',
  amortization: 'equalInstalments',
  dayCount: { year: 'actual', month: 'actual' },
  interestPeriod: { by: 'period', wholePeriods: false },
  instalmentBasis: 'firstPeriod',
  every: 1,
  unit: 'months',
  instalments: 12,
  monthEnd: 'clamp',
  gracePrincipal: 0,
  graceInterest: 0,
  interestFree: 0,
  instalmentMultiple: rupees(1),
  instalmentRounding: 'nearest',
  interestMultiple: money(1),
  rounding: 'half-up',
  recalculation: null,
  allocation: instalmentFirst,
  overdueCharge: null,
};
const toThePaisa = { instalmentMultiple: money(1) };

function instalmentsOf(terms: LoanTerms, events: readonly LoanEvent[] = [], asOf = start): readonly InstalmentState[] {
  return replayLoan(terms, start, events, asOf).instalments;
}
const totals = (instalments: readonly InstalmentState[]) => instalments.map(({ totalDue }) => totalDue / 100);
const sumOf = (instalments: readonly InstalmentState[], part: 'principal' | 'interest') =>
  instalments.reduce((sum, instalment) => sum + instalment[part], 0);

test('flat: 12,000 of interest on a lakh, a twelfth of both each month', () => {
  const instalments = instalmentsOf({ ...aLakh, ...toThePaisa, interestMethod: 'flat' });
  expect(totals(instalments).slice(0, 11)).toEqual(Array(11).fill(9333.33));
  expect(sumOf(instalments, 'interest')).toBe(rupees(12_000));
});

test('equal principal: 10,000 each month and the interest of what is owed', () => {
  const instalments = instalmentsOf({ ...aLakh, principal: rupees(120_000), amortization: 'equalPrincipal' });
  expect(totals(instalments)).toEqual([
    11_200, 11_100, 11_000, 10_900, 10_800, 10_700, 10_600, 10_500, 10_400, 10_300, 10_200, 10_100,
  ]);
  expect(sumOf(instalments, 'interest')).toBe(rupees(7800));
});

test('interest of a grace is collected with the first instalment after it', () => {
  const instalments = instalmentsOf({ ...aLakh, gracePrincipal: 3, graceInterest: 2 });
  expect(totals(instalments).slice(0, 3)).toEqual([0, 0, 3000]);
});

test('past-due principal bears interest to the day that is looked at, and no longer', () => {
  const terms: LoanTerms = {
    ...aLakh,
    ...toThePaisa,
    instalmentBasis: 'periodFactors',
    interestPeriod: { by: 'day' },
    dayCount: { year: 365, month: 'actual' },
    recalculation: { pastDueUntil: 'day', excess: 'keepInstalment' },
  };
  const due = periodsAfter(terms, start, 1);
  const [onTime, late] = [instalmentsOf(terms, [], due), instalmentsOf(terms, [], addDays(due, 10))];
  const principal = onTime[0]?.principal ?? 0;
  const more = (late[1]?.interest ?? 0) - (onTime[1]?.interest ?? 0);
  expect(Math.abs(more - (principal * 12 * 10) / 36_500)).toBeLessThanOrEqual(1);
  expect(late[2]?.interest).toBeGreaterThanOrEqual(onTime[2]?.interest ?? 0);
});

test('31 January is due on the last of February and the 31st of March; on 1 March where the terms say so', () => {
  const january = calendarDate('2027-01-31');
  const dues = (monthEnd: LoanTerms['monthEnd']) =>
    [1, 2, 3].map((count) => periodsAfter({ ...aLakh, monthEnd }, january, count));
  expect(dues('clamp')).toEqual(['2027-02-28', '2027-03-31', '2027-04-30']);
  expect(dues('firstOfNext')).toEqual(['2027-03-01', '2027-03-31', '2027-05-01']);
  expect(periodsAfter({ ...aLakh, monthEnd: 'lastDay' }, calendarDate('2027-02-28'), 1)).toBe('2027-03-31');
});

test('an event that was taken back leaves no trace', () => {
  const payout: LoanEvent = { type: 'payout', on: start, amount: aLakh.principal };
  const repayment: LoanEvent = { type: 'repayment', on: periodsAfter(aLakh, start, 1), amount: rupees(500) };
  expect(instalmentsOf(aLakh, [payout, repayment, { type: 'undo', place: 1 }])).toEqual(instalmentsOf(aLakh, [payout]));
  expect(() => instalmentsOf(aLakh, [payout, { type: 'undo', place: 1 }])).toThrow('Only an earlier event');
});

test('a charge after the last due day stands alone on its own day, whichever was entered first', () => {
  const payout: LoanEvent = { type: 'payout', on: start, amount: aLakh.principal };
  const charges = ['2027-06-10', '2027-05-20'].map(
    (dueOn): LoanEvent => ({ type: 'charge', kind: 'fee', dueOn: calendarDate(dueOn), amount: rupees(100) }),
  );
  for (const entered of [charges, charges.toReversed()]) {
    const alone = instalmentsOf(aLakh, [payout, ...entered]).slice(12);
    expect(alone.map(({ number, start: from, due }) => [number, from, due])).toEqual([
      [13, '2027-04-01', '2027-05-20'],
      [14, '2027-05-20', '2027-06-10'],
    ]);
    // A rate of after the end changes nothing, and does not take them for instalments.
    const late: LoanEvent = { type: 'rateChange', from: calendarDate('2027-07-01'), annualRate: parseRate('18') };
    expect(instalmentsOf(aLakh, [payout, ...entered, late])).toEqual(instalmentsOf(aLakh, [payout, ...entered]));
  }
});

test('money in advance reaches a charge that stands alone', () => {
  const components = ['fee', 'penalty', 'interest', 'principal'] as const;
  const terms: LoanTerms = {
    ...aLakh,
    recalculation: { pastDueUntil: 'day', excess: 'keepInstalment' },
    allocation: { by: 'buckets', buckets: [{ bucket: 'inAdvance', components }], future: 'last' },
  };
  const events: LoanEvent[] = [
    { type: 'payout', on: start, amount: aLakh.principal },
    { type: 'charge', kind: 'fee', dueOn: calendarDate('2027-05-20'), amount: rupees(100) },
    { type: 'repayment', on: addDays(start, 1), amount: rupees(1100) },
  ];
  const instalments = instalmentsOf(terms, events, addDays(start, 1));
  expect(instalments.slice(-2).map(({ paid }) => paid)).toEqual([rupees(1000), rupees(100)]);
  expect(sumOf(instalments, 'principal')).toBe(aLakh.principal);
});

test('a day that was moved moves those added after it', () => {
  const events: LoanEvent[] = [
    { type: 'payout', on: start, amount: aLakh.principal },
    { type: 'moveDue', due: periodsAfter(aLakh, start, 11), newDue: calendarDate('2027-03-11'), enteredOn: start },
    { type: 'extraInstalments', from: periodsAfter(aLakh, start, 11), count: 1 },
  ];
  expect(
    instalmentsOf(aLakh, events)
      .map(({ due }) => due)
      .slice(10),
  ).toEqual(['2027-03-11', '2027-04-11', '2027-05-11']);
});

test('principal that was paid from the end is not owed twice', () => {
  const terms: LoanTerms = {
    ...aLakh,
    recalculation: { pastDueUntil: 'never', excess: 'reduceTerm' },
    allocation: { by: 'buckets', buckets: [{ bucket: 'inAdvance', components: ['principal'] }], future: 'last' },
  };
  const events: LoanEvent[] = [
    { type: 'payout', on: start, amount: aLakh.principal },
    { type: 'repayment', on: addDays(start, 1), amount: rupees(8000) },
    { type: 'repayment', on: periodsAfter(aLakh, start, 1), amount: rupees(90_000) },
  ];
  const instalments = instalmentsOf(terms, events, periodsAfter(aLakh, start, 1));
  expect(instalments.every(({ principal, balance }) => principal >= 0 && balance >= 0)).toBe(true);
  expect(sumOf(instalments, 'principal')).toBe(aLakh.principal);
});
