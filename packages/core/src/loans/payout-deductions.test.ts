import { expect, test } from 'vitest';
import { parseMoney, ZERO } from '../money/money.ts';
import { type DeductionRules, inHandAfter, insurancePremium, payoutDeductions } from './payout-deductions.ts';

const rules: DeductionRules = {
  every: 1,
  unit: 'months',
  processingFeePercent: '0.5',
  processingFeeMinimum: ZERO,
  processingFeeMaximum: null,
  feeTaxPercent: '18',
  insurance: { basis: 'perThousandYear', rate: '4.50' },
};
const lakh = parseMoney('100000.00');

test('of a lakh over 24 months: fee 500, tax on it 90, and 100 thousands × 4.50 × 2 years = 900 for the insurer', () => {
  const taken = payoutDeductions(rules, lakh, 24);
  expect(taken).toEqual({ fee: 50_000, feeTax: 9_000, insurance: 90_000 });
  expect(inHandAfter(lakh, taken)).toBe(9_851_000);
});

test('a part of a year counts as that part: 18 months of 4.50 are 675; 26 weeks of a year of 52 are half of it', () => {
  expect(insurancePremium(rules, lakh, 18)).toBe(67_500);
  expect(insurancePremium({ ...rules, unit: 'weeks' }, lakh, 26)).toBe(22_500);
});

test('the premium can be a per cent of the loan, one amount, or none; the tax is of the fee that is really taken', () => {
  expect(insurancePremium({ ...rules, insurance: { basis: 'percent', rate: '0.85' } }, lakh, 12)).toBe(85_000);
  expect(insurancePremium({ ...rules, insurance: { basis: 'fixed', amount: parseMoney('333.00') } }, lakh, 12)).toBe(
    33_300,
  );
  expect(insurancePremium({ ...rules, insurance: null }, lakh, 12)).toBe(ZERO);
  // The fee stops at 300.05, 18 % of which is 54.009.
  const capped = { ...rules, processingFeeMaximum: parseMoney('300.05') };
  expect(payoutDeductions(capped, lakh, 12)).toMatchObject({ fee: 30_005, feeTax: 5_401 });
  expect(payoutDeductions({ ...rules, feeTaxPercent: '0' }, lakh, 12).feeTax).toBe(ZERO);
});
