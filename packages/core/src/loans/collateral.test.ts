import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate } from '../calendar/calendar-date.ts';
import { money, parseMoney, ZERO } from '../money/money.ts';
import {
  areTiersInOrder,
  type CollateralRules,
  formatGrams,
  goldValue,
  lienValue,
  loanToValue,
  readGrams,
} from './collateral.ts';
import { checkEligibility, type LendingRules, largestLoan } from './eligibility.ts';

// 85 % up to 2.5 lakh, 80 % up to 5 lakh, 75 % above: the tiers of the handbook.
const rules: CollateralRules = {
  kinds: ['gold'],
  tiers: [
    { upTo: parseMoney('250000.00'), percent: '85' },
    { upTo: parseMoney('500000.00'), percent: '80' },
    { upTo: null, percent: '75' },
  ],
  overrideBy: null,
};

test('a lien brings its amount, or its share of an account that has less than is kept of it', () => {
  const lien = parseMoney('15000.00');
  expect(lienValue(lien, { balance: parseMoney('20000.00'), kept: parseMoney('20000.00') })).toBe(1_500_000);
  // 15,000 × 10,000 ÷ 20,000; a third of 100.00 is 33.33.
  expect(lienValue(lien, { balance: parseMoney('10000.00'), kept: parseMoney('20000.00') })).toBe(750_000);
  expect(lienValue(parseMoney('1.00'), { balance: parseMoney('100.00'), kept: parseMoney('300.00') })).toBe(33);
  expect(lienValue(lien, { balance: money(-100), kept: parseMoney('20000.00') })).toBe(0);
});

test('gold is worth its net weight times its fineness times the rate of the day, rounded down', () => {
  // 25.507 g gross less 1.250 g of stones: 24.257 g net. 24.257 × 0.916 = 22.219412 g of pure gold.
  // 22.219412 × 6,850.00 = 1,52,202.9722.
  const bangles = { grossMilligrams: 25_507, deductionMilligrams: 1_250, purity: 916 };
  expect(goldValue(bangles, parseMoney('6850.00'))).toBe(parseMoney('152202.97'));
  expect(goldValue({ ...bangles, purity: 1_000 }, parseMoney('6850.00'))).toBe(parseMoney('166160.45'));
});

test('weights are exact to the milligram, and nothing else is a weight', () => {
  expect([readGrams('24.257'), readGrams('24.2'), readGrams('24'), readGrams('0.001')]).toEqual([
    24_257, 24_200, 24_000, 1,
  ]);
  expect(['24.2571', '-1', '1e3', '', '1,5', '1000000'].map(readGrams)).toEqual(Array(6).fill(undefined));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), (milligrams) => {
      expect(readGrams(formatGrams(milligrams))).toBe(milligrams);
    }),
  );
});

describe('loan to value', () => {
  const value = parseMoney('152202.97');
  test('is compared exactly and shown to two decimals', () => {
    // 85 % of 1,52,202.97 is 1,29,372.5245.
    expect(loanToValue(rules, parseMoney('120000.00'), value)).toEqual({ percent: '78.84', limit: '85', holds: true });
    expect(loanToValue(rules, parseMoney('129372.52'), value)).toEqual({ percent: '85', limit: '85', holds: true });
    expect(loanToValue(rules, parseMoney('129372.53'), value)).toEqual({ percent: '85', limit: '85', holds: false });
  });
  test('has the limit of the tier that the amount is in, and holds against no value', () => {
    const much = parseMoney('1000000.00');
    expect(loanToValue(rules, parseMoney('250000.01'), much)).toMatchObject({ limit: '80', holds: true });
    expect(loanToValue(rules, parseMoney('760000.00'), much)).toMatchObject({ limit: '75', holds: false });
    expect(loanToValue(rules, parseMoney('1000.00'), ZERO)).toEqual({ percent: null, limit: '85', holds: false });
    expect(loanToValue(rules, parseMoney('1000.00'), null).holds).toBe(false);
  });
  test('tiers go up in amount and never up in per cent, and the last is for all that is larger', () => {
    expect(areTiersInOrder(rules.tiers)).toBe(true);
    expect(areTiersInOrder([])).toBe(false);
    expect(areTiersInOrder(rules.tiers.slice(0, 2))).toBe(false);
    expect(
      areTiersInOrder([
        { upTo: money(100), percent: '70' },
        { upTo: null, percent: '75' },
      ]),
    ).toBe(false);
    expect(
      areTiersInOrder([
        { upTo: null, percent: '75' },
        { upTo: null, percent: '70' },
      ]),
    ).toBe(false);
  });
  test('bounds what can be borrowed', () => {
    const product = lends(rules);
    const borrower = {
      joinedOn: calendarDate('2025-04-01'),
      sharesHeld: ZERO,
      deposits: ZERO,
      thriftArrears: ZERO,
      daysPastDue: 0,
      owed: ZERO,
      monthlyInstalments: ZERO,
      monthlyIncome: null,
    };
    const wish = { instalments: 6, on: calendarDate('2026-11-30') };
    // Loans are asked for in whole rupees.
    const most = parseMoney('129372.00');
    expect(largestLoan(product, borrower, { ...wish, collateralValue: value })).toEqual({
      amount: most,
      withOverride: most,
    });
    expect(largestLoan(product, borrower, wish).amount).toBe(ZERO);
    expect(
      checkEligibility(product, borrower, { ...wish, amount: parseMoney('130000.00'), collateralValue: value })[1],
    ).toEqual({
      kind: 'loanToValue',
      unit: 'percent',
      value: '85.41',
      limit: '85',
      holds: false,
      overrideBy: null,
      times: null,
    });
  });
});

function lends(collateral: CollateralRules): LendingRules {
  return {
    interestMethod: 'declining',
    repayment: 'bullet',
    interestBasis: 'scheduled',
    every: 1,
    unit: 'months',
    minimumInstalments: 1,
    maximumInstalments: 12,
    minimumAmount: parseMoney('1000.00'),
    maximumAmount: parseMoney('1000000.00'),
    annualRate: '12',
    instalmentMultiple: parseMoney('1.00'),
    allocation: 'instalmentFirst',
    excess: 'advance',
    processingFeePercent: '0',
    processingFeeMinimum: ZERO,
    processingFeeMaximum: null,
    shareLinkPercent: '0',
    guarantorsNeeded: 0,
    guarantorShareMultiple: null,
    guarantorDepositMultiple: null,
    guarantorMostLoans: null,
    membershipMonths: 0,
    sanctionDays: 90,
    closingFeePercent: '0',
    flatRebate: 'unbegun',
    eligibility: [],
    collateral,
  };
}
