import { expect, test } from 'vitest';
import { calendarDate } from '../calendar/calendar-date.ts';
import { type Money, money, parseMoney, ZERO } from '../money/money.ts';
import { loanProducts } from '../presets/loan-products.ts';
import { loanCost } from './loan-cost.ts';
import { type LoanRules, loanTermsOf, processingFee, shareShortfall } from './loan-rules.ts';
import { replayLoan } from './replay-loan.ts';

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
const rules = personal as LoanRules;
const lakh = parseMoney('100000.00');
const on = calendarDate('2026-04-01');

function duesOf(changed: Partial<LoanRules>, principal: Money, instalments: number): Money[] {
  const of = { ...rules, ...changed };
  const terms = loanTermsOf(of, principal, instalments, of.annualRate);
  return replayLoan(terms, on, [], on).instalments.map(({ totalDue }) => totalDue);
}

test('a personal loan of a lakh for a year is eleven times 8,885 and 8,883.46', () => {
  expect(duesOf({}, lakh, 12)).toEqual([...Array(11).fill(888_500), 888_346]);
});

test('a flat loan of 12 % costs 21.46 % a year, a declining one its own rate', () => {
  const exact = { instalmentMultiple: money(1) };
  expect(loanCost(lakh, duesOf({ ...exact, interestMethod: 'flat' }, lakh, 12), rules)).toBe('21.46');
  expect(loanCost(lakh, duesOf(exact, lakh, 12), rules)).toBe('12.00');
  // Half a per cent is taken when it goes out: 99,500 in hand for the same instalments.
  expect(Number(loanCost(parseMoney('99500.00'), duesOf(exact, lakh, 12), rules))).toBeCloseTo(12.95, 1);
});

test('interest only: 1,000 a month, and a lakh with the last; a bullet pays it all at the end', () => {
  expect(duesOf({ repayment: 'interestOnly' }, lakh, 3)).toEqual([100_000, 100_000, 10_100_000]);
  expect(duesOf({ repayment: 'bullet' }, parseMoney('50000.00'), 6)).toEqual([0, 0, 0, 0, 0, 5_300_000]);
});

test('the processing fee is a part of the loan, within its least and its most', () => {
  expect(processingFee(rules, lakh)).toBe(50_000);
  expect(processingFee({ ...rules, processingFeeMinimum: parseMoney('750.00') }, lakh)).toBe(75_000);
  expect(processingFee({ ...rules, processingFeeMaximum: parseMoney('300.00') }, lakh)).toBe(30_000);
});

test('shares that are short are whole ones: 5 % of 98,250 is 4,912.50, with 3,000 held 20 shares of 100 are bought', () => {
  const faceValue = parseMoney('100.00');
  expect(shareShortfall(rules, parseMoney('98250.00'), parseMoney('3000.00'), faceValue)).toBe(200_000);
  expect(shareShortfall(rules, lakh, parseMoney('5000.00'), faceValue)).toBe(ZERO);
});
