import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answerQuoteLine } from './index.ts';

interface Case {
  readonly id: string;
  readonly kind: string;
  readonly input: object;
  readonly asks: string;
  readonly expected: string;
  readonly decimals: number;
  readonly recomputed: string;
}

const TABLE = new URL('../../../../../packages/core/conformance/deposits.json', import.meta.url);
// The table's shape is told in the README beside it.
const { cases } = JSON.parse(readFileSync(TABLE, 'utf8')) as { cases: Case[] };

/** Rounds the text of a decimal half up, by its digits. */
function rounded(text: string, decimals: number): bigint {
  const [whole = '', rest = ''] = text.split('.');
  const digits = BigInt(whole + rest.padEnd(decimals + 1, '0').slice(0, decimals + 1));
  return (digits + 5n) / 10n;
}

test('the table holds the cases that must be met', () => {
  expect(cases).toHaveLength(29);
});

test.each(cases)('$id is met', ({ kind, input, asks, expected, decimals }) => {
  const { value } = answerQuoteLine({ kind, input, asks, decimals });
  expect(rounded(String(value), decimals)).toBe(rounded(expected, decimals));
});

test.each(cases.filter(({ input }) => !('posting' in input)))(
  '$id is told unrounded',
  ({ kind, input, asks, recomputed }) => {
    expect(rounded(String(answerQuoteLine({ kind, input, asks }).value), 6)).toBe(rounded(recomputed, 6));
  },
);

const FD = { principal: '100000', annualRatePct: '8', months: 12, compounding: 'quarterly' };
const RD = { monthly: '1000', months: 12, annualRatePct: '8', compounding: 'quarterly' };
const SAVINGS = {
  openingDeposit: '1000',
  from: '2026-01-01',
  to: '2026-01-11',
  annualRatePct: '3.65',
  daysInYear: 365,
};
const asked = (kind: string, input: object, asks: string | string[]) => answerQuoteLine({ kind, input, asks });

test.each([
  // 1.02⁴, by its months, its years and its days.
  ['fixedDeposit', FD, 'maturityValue', '108243.216'],
  ['fixedDeposit', { ...FD, months: undefined, years: '1' }, 'interest', '8243.216'],
  ['fixedDeposit', { ...FD, months: undefined, from: '2026-04-01', to: '2027-04-01' }, 'maturityValue', '108243.216'],
  ['fixedDeposit', { ...FD, compounding: 'simple' }, 'interest', '8000'],
  // 1,00,000 × (8 − 1) % × 2, and 16,000 had been paid already.
  [
    'fixedDepositPremature',
    { principal: '100000', cardRatePct: '8', penaltyPct: '1', elapsedMonths: 24 },
    'interest',
    '14000',
  ],
  [
    'fixedDepositPremature',
    { principal: '100000', cardRatePct: '8', penaltyPct: '1', elapsedYears: 2, interestPaid: '16000' },
    'amountPaid',
    '98000',
  ],
  [
    'fixedDepositPremature',
    { principal: '36500', cardRatePct: '7', penaltyPct: '1', elapsedDays: 100 },
    'interest',
    '600',
  ],
  // Agreed for five years at 9 %, it ran for two.
  [
    'fixedDepositPremature',
    { principal: '100000', annualRatePct: '9', years: 5, elapsedMonths: 24, cardRatePct: '8', penaltyPct: '1' },
    'interest',
    '14000',
  ],
  ['overdraft', { withdrawal: '36500', overdraftRatePct: '10', from: '2026-01-01' }, 'interest', '10'],
  // 1,000 × 3.65 % / 365 is 0.10 a day.
  ['savings', SAVINGS, 'interest', '1'],
  ['savings', { ...SAVINGS, inclusiveEnd: true }, 'interest', '1.1'],
  ['savings', { ...SAVINGS, withdrawal: ['2026-01-06', '500'] }, 'balance', '500.75'],
  ['savings', { balance: '73000', annualRatePct: '4', days: 10 }, 'interest', '80'],
  [
    'savings',
    {
      balances: [
        ['2026-01-01', '36500'],
        ['2026-01-11', '0'],
      ],
      annualRatePct: '4',
      basis: 'daily balance',
    },
    'interest',
    '40',
  ],
  // 100 in, then 200 out: a day of interest and a day of cost, each to four decimals.
  [
    'savings',
    {
      deposit: ['2000-01-01', '100'],
      withdrawal: ['2000-01-02', '200'],
      annualRatePct: '10',
      overdraftAllowed: true,
      posting: 'daily',
      asOfDays: 2,
    },
    'balance',
    '-100',
  ],
  ['overdraft', { overdrawn: '-36500', annualRatePct: '10', days: 1 }, 'interest', '10'],
  [
    'overdraft',
    { withdrawal: ['2026-01-01', '36500'], annualRatePct: '10', from: '2026-01-01', to: '2026-01-04' },
    'interest',
    '30',
  ],
])('%s %j has %s of %s', (kind, input, asks, value) => {
  expect(asked(kind, input, asks)).toEqual({ value });
});

test('where several are asked for, each has its name', () => {
  expect(asked('fixedDeposit', FD, ['interest', 'maturityValue'])).toEqual({
    interest: '8243.216',
    maturityValue: '108243.216',
  });
});

test('a root is told to more digits than a double holds', () => {
  const { value } = asked('recurringDeposit', RD, 'maturityValue');
  // 1,000 × (1.02⁴ − 1) / (1 − 1.02^(−1/3)).
  expect(value).toMatch(/^12529\.325573\d{15,}$/);
});

test.each([
  ['an unknown kind', 'chitFund', FD, 'interest', 'There is no kind "chitFund".'],
  ['a kind of every object', 'constructor', FD, 'interest', 'There is no kind'],
  ['a figure that it has not', 'fixedDeposit', FD, 'balance', 'ask for maturityValue or amountPaid or interest'],
  ['nothing to deposit', 'fixedDeposit', { ...FD, principal: '0' }, 'interest', 'principal: an amount above zero'],
  ['less than nothing', 'fixedDeposit', { ...FD, principal: '-5' }, 'interest', 'principal: an amount above zero'],
  ['an amount that is none', 'fixedDeposit', { ...FD, principal: true }, 'interest', 'principal:'],
  ['a third decimal', 'fixedDeposit', { ...FD, principal: '1.001' }, 'interest', 'principal:'],
  [
    'more than the books hold',
    'fixedDeposit',
    { ...FD, principal: '9'.repeat(30) },
    'interest',
    'larger than the books',
  ],
  ['a rate below nothing', 'fixedDeposit', { ...FD, annualRatePct: '-1' }, 'interest', 'is not a rate'],
  ['no rate', 'fixedDeposit', { ...FD, annualRatePct: undefined }, 'interest', 'annualRatePct:'],
  ['no term', 'fixedDeposit', { ...FD, months: undefined }, 'interest', 'Say the term'],
  ['two terms', 'fixedDeposit', { ...FD, years: 1 }, 'interest', 'Say the term once'],
  ['a million months', 'fixedDeposit', { ...FD, months: 1_000_000 }, 'interest', 'at most 1200'],
  ['half a month', 'fixedDeposit', { ...FD, months: 1.5 }, 'interest', 'months:'],
  ['no compounding', 'fixedDeposit', { ...FD, compounding: undefined }, 'interest', 'Say how it compounds'],
  ['an unknown compounding', 'fixedDeposit', { ...FD, compounding: 'hourly' }, 'interest', 'compounding: one of'],
  [
    'a compounding of a million months',
    'fixedDeposit',
    { ...FD, compoundEveryMonths: 1_000_000 },
    'interest',
    'after 1 to 12 months',
  ],
  [
    'a day that is none',
    'fixedDeposit',
    { ...FD, months: undefined, from: '2026-02-30', to: '2027-01-01' },
    'interest',
    '2026-02-30',
  ],
  ['an end before the beginning', 'savings', { ...SAVINGS, to: '2025-01-01' }, 'interest', 'Interest is told for'],
  [
    'a million days',
    'savings',
    { openingDeposit: '1', annualRatePct: '1', days: 1_000_000 },
    'interest',
    'Interest is told for',
  ],
  ['a million instalments', 'recurringDeposit', { ...RD, months: 1_000_000 }, 'interest', 'at most 1200'],
  ['two rules of interest', 'recurringDeposit', { ...RD, interest: 'simple' }, 'interest', 'once'],
  [
    'an unknown rule of interest',
    'recurringDeposit',
    { ...RD, compounding: undefined, interest: 'fair' },
    'interest',
    'interest: simple',
  ],
  [
    'more out than in',
    'savings',
    { ...SAVINGS, withdrawal: ['2026-01-02', '5000'] },
    'interest',
    'no overdraft is allowed',
  ],
  ['a movement after the end', 'savings', { ...SAVINGS, deposit: ['2027-01-02', '5'] }, 'interest', 'lies outside'],
  [
    'growth without end',
    'fixedDeposit',
    { ...FD, annualRatePct: '999999', months: 1200 },
    'interest',
    'larger than the books',
  ],
  ['no input', 'savings', [], 'interest', 'input:'],
])('%s is told', (_, kind, input, asks, sentence) => {
  expect(() => asked(kind, input, asks)).toThrow(sentence);
});
