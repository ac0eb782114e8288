import { expect, test } from 'vitest';
import { calendarDate } from '../calendar/calendar-date.ts';
import { money, parseMoney, ZERO } from '../money/money.ts';
import { loanOffer } from './loan-offer.ts';

const flat = {
  interestMethod: 'flat',
  repayment: 'equalInstalments',
  interestBasis: 'scheduled',
  every: 1,
  unit: 'months',
  instalmentMultiple: money(1),
  excess: 'advance',
  allocation: 'instalmentFirst',
  processingFeePercent: '0',
  processingFeeMinimum: ZERO,
  processingFeeMaximum: null,
  feeTaxPercent: '0',
  insurance: null,
} as const;
const on = calendarDate('2026-04-01');
const amount = parseMoney('12000.00');

test('a flat loan of 12,000 at 12 % for a year: twelve times 1,120, interest 1,440, a yearly cost of 21.46 %', () => {
  const offer = loanOffer(flat, amount, 12, '12', on);
  expect(offer.instalments.map(({ totalDue }) => totalDue)).toEqual(Array(12).fill(112_000));
  expect(offer).toMatchObject({ interest: 144_000, total: 1_344_000, fee: 0, inHand: 1_200_000, annualCost: '21.46' });
});

test('the fee is not in hand and makes the loan dearer: 2 % of 12,000 leave 11,760', () => {
  const declining = { ...flat, interestMethod: 'declining', processingFeePercent: '2' } as const;
  const offer = loanOffer(declining, amount, 12, '12', on);
  // 12,000 × 1 % ÷ (1 − 1.01^−12) = 1,066.19; what is in hand is worth that at 1.3195 % a month.
  expect(offer).toMatchObject({ fee: 24_000, inHand: 1_176_000 });
  expect(offer.instalments[0]?.totalDue).toBe(106_619);
  expect(Number(offer.annualCost)).toBeGreaterThan(15.5);
  expect(Number(offer.annualCost)).toBeLessThan(16);
});

test('what the tax and the insurer get is not in hand either, and counts in the yearly cost', () => {
  const insured = {
    ...flat,
    processingFeePercent: '2',
    feeTaxPercent: '18',
    insurance: { basis: 'percent', rate: '1' },
  } as const;
  const offer = loanOffer(insured, amount, 12, '12', on);
  // 240 of fee, 43.20 of tax and 120 of premium leave 11,596.80 for twelve times 1,120.
  expect(offer).toMatchObject({ fee: 24_000, feeTax: 4_320, insurance: 12_000, inHand: 1_159_680 });
  expect(Number(offer.annualCost)).toBeGreaterThan(Number(loanOffer(flat, amount, 12, '12', on).annualCost));
});
