import { expect, test } from 'vitest';
import { calendarDate } from '../calendar/calendar-date.ts';
import { parseMoney, ZERO } from '../money/money.ts';
import { loanProducts } from '../presets/loan-products.ts';
import { interestEarned } from './interest-earned.ts';
import type { LoanEvent } from './loan-events.ts';
import { type LoanRules, loanTermsOf } from './loan-rules.ts';
import { replayLoan } from './replay-loan.ts';

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
const charge: LoanEvent = { type: 'charge', kind: 'penalty', dueOn: day('2027-01-30'), amount: rupees('21.91') };
const waiver = (interest: string, penalty: string, on = '2027-02-01'): LoanEvent => ({
  type: 'waiver',
  on: day(on),
  interest: rupees(interest),
  fee: ZERO,
  penalty: rupees(penalty),
});
const replay = (events: readonly LoanEvent[], on = '2027-02-01') => replayLoan(terms, start, events, day(on));

// A lakh at 12 % in 12 instalments of 8,885: interest of 1,000.00, 921.15, 841.51.
test('what is waived is not due any more, the oldest first, and no instalment changes otherwise', () => {
  const { instalments } = replay([payout, charge, waiver('1500.00', '20.00')]);
  const shown = instalments.slice(0, 3).map(({ interest, penalty, waivedOf, outstanding, balance }) => ({
    interest,
    penalty,
    waived: [waivedOf.interest, waivedOf.penalty],
    outstanding,
    balance,
  }));
  expect(shown).toEqual([
    { interest: 0, penalty: 0, waived: [100_000, 0], outstanding: 788_500, balance: 9_211_500 },
    // 921.15 − 500.00 = 421.15; 7,963.85 + 421.15 + 1.91.
    { interest: 42_115, penalty: 191, waived: [50_000, 2_000], outstanding: 838_691, balance: 8_415_115 },
    { interest: 84_151, penalty: 0, waived: [0, 0], outstanding: 888_500, balance: 7_610_766 },
  ]);
});

test('a receipt pays what the waiver has left, and taking the waiver back owes all of it again', () => {
  const receipt: LoanEvent = { type: 'repayment', on: day('2027-02-02'), amount: rupees('16291.91') };
  // 7,885.00 and 8,386.91 + 20.00: with 20.00 too much for two instalments, the third begins.
  const paid = replay([payout, charge, waiver('1500.00', '20.00'), receipt], '2027-02-02').instalments;
  expect(paid.map(({ outstanding }) => outstanding).slice(0, 3)).toEqual([0, 0, 886_500]);
  expect(paid[0]).toMatchObject({ paid: 788_500, paidOn: '2027-02-02' });
  const undone = replay([payout, charge, waiver('1500.00', '20.00'), { type: 'undo', place: 2 }]);
  expect(undone).toEqual(replay([payout, charge]));
});

test('interest that has not fallen due is not waived, and what was earned falls by what was', () => {
  expect(
    replay([payout, waiver('5000.00', '0.00')])
      .instalments.map(({ interest }) => interest)
      .slice(0, 3),
  ).toEqual([0, 0, 84_151]);
  // When 14 February is over: 1,000 + 921.15, and 15 of 29 days of 841.51 = 435.26 but for the 1,000 that were waived.
  const events = [payout, waiver('1000.00', '0.00')];
  expect(interestEarned(terms, start, [payout], day('2027-02-13'))).toBe(192_115 + 43_526);
  expect(interestEarned(terms, start, events, day('2027-02-13'))).toBe(92_115 + 43_526);
});
