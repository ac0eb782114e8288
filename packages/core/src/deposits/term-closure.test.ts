import { expect, test } from 'vitest';
import { addMonths, calendarDate } from '../calendar/calendar-date.ts';
import { formatMoney, parseMoney, ZERO } from '../money/money.ts';
import { type ClosingTerm, termClosure } from './term-closure.ts';

const openedOn = calendarDate('2025-09-30');
const fixed: ClosingTerm = {
  kind: 'fixed',
  amount: parseMoney('100000.00'),
  annualRate: '8',
  openedOn,
  maturesOn: calendarDate('2028-09-30'),
  months: 36,
  compounding: 'quarterly',
  dayCount: 'actual/365',
  payout: 'maturity',
  isPayoutDiscounted: false,
  rounding: 'paisa',
  lockInDays: 30,
  prematurePenalty: '1',
  closesOn: calendarDate('2026-11-30'),
  cardRate: '7.25',
  instalments: [],
  interestPaid: ZERO,
};
const recurring: ClosingTerm = {
  ...fixed,
  kind: 'recurring',
  amount: parseMoney('1000.00'),
  months: 12,
  maturesOn: calendarDate('2026-09-30'),
  closesOn: calendarDate('2026-09-30'),
  instalments: Array.from({ length: 12 }, (_, month) => ({
    on: addMonths(openedOn, month),
    amount: parseMoney('1000.00'),
  })),
};
const figures = (term: ClosingTerm) => {
  const { isPremature, annualRate, interest, recovered, paid } = termClosure(term);
  return [isPremature, annualRate, ...[interest, recovered, paid].map((amount) => formatMoney(amount))];
};

test('1,00,000 at 8 per cent, closed after 12 months and 61 days, earns 7.25 less 1: 7,509.37', () => {
  expect(figures(fixed)).toEqual([true, '6.25', '7509.37', '0.00', '107509.37']);
  // Four whole quarters and the days after them.
  expect(termClosure(fixed).lines.map(({ length }) => length)).toEqual([
    { months: 3 },
    { months: 3 },
    { months: 3 },
    { months: 3 },
    { days: 61 },
  ]);
});

test('8,000 that were paid out before are recovered as far as they were not earned: 490.63', () => {
  expect(figures({ ...fixed, interestPaid: parseMoney('8000.00') })).toEqual([
    true,
    '6.25',
    '7509.37',
    '490.63',
    '99509.37',
  ]);
});

test('within the days of the lock-in nothing is earned, and neither where the card has no rate', () => {
  expect(figures({ ...fixed, closesOn: calendarDate('2025-10-29') })).toEqual([true, '0', '0.00', '0.00', '100000.00']);
  expect(figures({ ...fixed, cardRate: null })).toEqual([true, '0', '0.00', '0.00', '100000.00']);
});

test('from the day of maturity on it is what was promised, however late it is fetched', () => {
  const promised = [false, '8', '26824.18', '0.00', '126824.18'];
  expect(figures({ ...fixed, closesOn: fixed.maturesOn })).toEqual(promised);
  expect(figures({ ...fixed, closesOn: calendarDate('2029-01-15') })).toEqual(promised);
  expect(figures({ ...fixed, closesOn: calendarDate('2028-09-29') })[0]).toBe(true);
});

test('of interest that is paid quarterly, 2,000 each time, only what was not paid yet is left at the end', () => {
  const paidOut = {
    ...fixed,
    payout: 'quarterly',
    closesOn: fixed.maturesOn,
    interestPaid: parseMoney('22000.00'),
  } as const;
  expect(figures(paidOut)).toEqual([false, '8', '24000.00', '0.00', '102000.00']);
});

test('twelve instalments of 1,000 at 8 per cent come to 12,529.33; with one missing each earns from its day on', () => {
  expect(figures(recurring)).toEqual([false, '8', '529.33', '0.00', '12529.33']);
  const [, , interest, , paid] = figures({ ...recurring, instalments: recurring.instalments.slice(0, 1) });
  // One instalment of a year: 1,000 × 1.02⁴.
  expect([interest, paid]).toEqual(['82.43', '1082.43']);
});

test('instalments that are stopped after two quarters earn the rate of that time less the penalty, from their days on', () => {
  const stopped = {
    ...recurring,
    closesOn: calendarDate('2026-03-30'),
    instalments: recurring.instalments.slice(0, 1),
    cardRate: '7',
  };
  // 1,000 × 1.015², at 7 less 1 per cent.
  expect(figures(stopped)).toEqual([true, '6', '30.23', '0.00', '1030.23']);
});

test('a term that ends on a holiday earns its rate on what was due, up to the working day and not beyond', () => {
  // 30 September 2028 is a Saturday, and the office opens on the Tuesday: 1,26,824.18 × 8 % × 3 ÷ 365 = 83.39.
  const waited = { ...fixed, earnsUntil: calendarDate('2028-10-03') };
  const onTuesday = [false, '8', '26907.57', '0.00', '126907.57'];
  expect(figures({ ...waited, closesOn: calendarDate('2028-10-03') })).toEqual(onTuesday);
  expect(figures({ ...waited, closesOn: calendarDate('2028-11-15') })).toEqual(onTuesday);
  // Fetched on the holiday itself, one day: 27.80 of it.
  expect(figures({ ...waited, closesOn: calendarDate('2028-10-01') })[4]).toBe('126851.98');
  expect(termClosure({ ...waited, closesOn: calendarDate('2028-10-03') }).lines.at(-1)?.length).toEqual({ days: 3 });
});
