import { expect, test } from 'vitest';
import { calendarDate } from '../calendar/calendar-date.ts';
import { parseMoney } from '../money/money.ts';
import { loanProducts } from '../presets/loan-products.ts';
import { interestEarned } from './interest-earned.ts';
import type { LoanEvent } from './loan-events.ts';
import { type LoanRules, loanTermsOf } from './loan-rules.ts';
import { replayLoan, writtenOffLeft } from './replay-loan.ts';

const rupees = (text: string) => parseMoney(text);
const day = calendarDate;
const [personal] = loanProducts({
  personal: '12',
  employee: '10',
  emergency: '11',
  most: '500000.00',
  guarantors: 2,
  membershipMonths: 1,
  emergencyMonths: 0,
  feePercent: '0.5',
  legalBasis: 'Resolution',
});
const start = day('2026-11-30');
const terms = loanTermsOf(personal as LoanRules, rupees('100000.00'), 12, '12');
const payout: LoanEvent = { type: 'payout', on: start, amount: terms.principal };
const first: LoanEvent = { type: 'repayment', on: day('2026-12-30'), amount: rupees('8885.00') };
const charge: LoanEvent = { type: 'charge', kind: 'penalty', dueOn: day('2027-01-30'), amount: rupees('21.91') };
const writeOff: LoanEvent = { type: 'writeOff', on: day('2027-02-01'), rebate: 'unbegun' };
const recovery = (amount: string, on = '2027-06-01'): LoanEvent => ({
  type: 'recovery',
  on: day(on),
  amount: rupees(amount),
});
const replay = (events: readonly LoanEvent[], on = '2028-02-01') => replayLoan(terms, start, events, day(on));

// A lakh at 12 % in 12 instalments of 8,885: interest of 1,000.00, 921.15, 841.51; the first is paid. On 1 February 92,115.00
// of principal are owed, 921.15 of interest, and that of two days: 84,151.15 × 12 % × 2 / 365 = 55.33.
test('what is owed when a loan is written off is remembered, and nothing is due, earned or charged after it', () => {
  const state = replay([payout, first, charge, writeOff]);
  expect(state.writtenOff).toEqual({
    on: '2027-02-01',
    principal: 9_211_500,
    interest: 92_115 + 5_533,
    fee: 0,
    penalty: 2_191,
    recovered: 0,
  });
  expect(
    state.instalments.map(({ due, principal, interest, paid, outstanding, balance }) => [
      due,
      principal,
      interest,
      paid,
      outstanding,
      balance,
    ]),
  ).toEqual([['2026-12-30', 788_500, 100_000, 888_500, 0, 9_211_500]]);
  expect(interestEarned(terms, start, [payout, first, charge, writeOff], day('2027-05-31'))).toBe(100_000);
});

test('what comes in lowers what is left and no more than that comes in; the loan takes nothing else', () => {
  const events = [payout, first, charge, writeOff];
  // 92,115.00 + 976.48 + 21.91.
  const before = replay(events).writtenOff;
  expect(before && writtenOffLeft(before)).toBe(9_311_339);
  const after = replay([...events, recovery('5000.00')]).writtenOff;
  expect(after && [after.recovered, writtenOffLeft(after)]).toEqual([500_000, 8_811_339]);
  const all = replay([...events, recovery('5000.00'), recovery('88113.39', '2027-07-01')]).writtenOff;
  expect(all && writtenOffLeft(all)).toBe(0);
  expect(() => replay([...events, recovery('93113.40')])).toThrow('Only what was written off');
  expect(() => replay([payout, recovery('1.00')])).toThrow('Only what was written off');
  expect(() => replay([...events, { ...first, on: day('2027-03-01') }])).toThrow('nothing comes after');
});

test('a write-off that is taken back never was', () => {
  const events = [payout, first, charge];
  expect(
    replay([...events, writeOff, recovery('10.00'), { type: 'undo', place: 4 }, { type: 'undo', place: 3 }]),
  ).toEqual(replay(events));
});
