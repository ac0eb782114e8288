import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, calendarDate } from '../calendar/calendar-date.ts';
import { type Money, money } from '../money/money.ts';
import { parseRate, rateOf } from '../money/rate.ts';
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

const someTerms = fc.record({
  principal: fc.integer({ min: 100_00, max: 50_00_000_00 }),
  rate: fc.integer({ min: 0, max: 3600 }),
  interestMethod: fc.constantFrom<LoanTerms['interestMethod']>('declining', 'flat'),
  amortization: fc.constantFrom<LoanTerms['amortization']>('equalInstalments', 'equalPrincipal'),
  basis: fc.constantFrom<LoanTerms['instalmentBasis']>('periodFactors', 'firstPeriod'),
  dayCount: fc.constantFrom<LoanTerms['dayCount']>(
    { year: 360, month: 30 },
    { year: 365, month: 'actual' },
    { year: 'actual', month: 'actual' },
    { year: 'leapPeriod', month: 'actual' },
  ),
  byDay: fc.boolean(),
  unit: fc.constantFrom<LoanTerms['unit']>('weeks', 'months'),
  instalments: fc.integer({ min: 1, max: 60 }),
  multiple: fc.constantFrom(1, 100),
  grace: fc.integer({ min: 0, max: 3 }),
  recalculates: fc.boolean(),
  payments: fc.array(
    fc.record({ day: fc.integer({ min: 0, max: 1500 }), thousandth: fc.integer({ min: 1, max: 400 }) }),
    { maxLength: 8 },
  ),
});

function termsOf(random: typeof someTerms extends fc.Arbitrary<infer T> ? T : never): LoanTerms {
  return {
    ...aLakh,
    principal: money(random.principal),
    annualRate: rateOf(random.rate, 2),
    interestMethod: random.interestMethod,
    amortization: random.amortization,
    instalmentBasis: random.basis,
    dayCount: random.dayCount,
    interestPeriod: random.byDay ? { by: 'day' } : { by: 'period', wholePeriods: false },
    unit: random.unit,
    instalments: random.instalments,
    instalmentMultiple: money(random.multiple),
    gracePrincipal: Math.min(random.grace, random.instalments - 1),
    recalculation: random.recalculates ? { pastDueUntil: 'day', excess: 'keepInstalment' } : null,
  };
}

test('of 2,000 random loans the principal of all instalments is the loan, and no balance is below nothing', () => {
  fc.assert(
    fc.property(someTerms, (random) => {
      const terms = termsOf(random);
      const instalments = instalmentsOf(terms);
      expect(sumOf(instalments, 'principal')).toBe(terms.principal);
      expect(instalments.at(-1)?.balance).toBe(0);
      for (const { balance, interest } of instalments) {
        expect(balance).toBeGreaterThanOrEqual(0);
        expect(interest).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 2000 },
  );
});

test('whatever is paid and when: principal stays whole, and every paisa received is on an instalment or beyond all dues', () => {
  fc.assert(
    fc.property(someTerms, (random) => {
      const terms = termsOf(random);
      const events: LoanEvent[] = [
        { type: 'payout', on: start, amount: terms.principal },
        ...random.payments.map(
          ({ day, thousandth }): LoanEvent => ({
            type: 'repayment',
            on: addDays(start, day),
            amount: money(Math.max(1, Math.floor((terms.principal * thousandth) / 1000))),
          }),
        ),
      ];
      const { instalments, overpaid } = replayLoan(terms, start, events, addDays(start, 1500));
      const received = events.slice(1).reduce((sum, event) => sum + ('amount' in event ? event.amount : 0), 0);
      expect(sumOf(instalments, 'principal')).toBe(terms.principal);
      expect(instalments.reduce((sum, { paid }) => sum + paid, 0) + overpaid).toBe(received);
      for (const { outstanding } of instalments) expect(outstanding).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 500 },
  );
});
