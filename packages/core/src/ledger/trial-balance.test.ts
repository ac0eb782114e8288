import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatMoney, money, parseMoney } from '../money/money.ts';
import type { Side } from './account.ts';
import { trialBalance } from './trial-balance.ts';

const row = (accountCode: string, side: Side, text: string) => ({ accountCode, side, amount: parseMoney(text) });

// A society of ten members after its first year, 31 March 2027.
const FIRST_YEAR = [
  row('1101', 'debit', '16000.00'),
  row('1201', 'debit', '999485.05'),
  row('1301', 'debit', '87966.66'),
  row('1401', 'debit', '462.73'),
  row('5101', 'debit', '8950.00'),
  row('5102', 'debit', '39907.74'),
  row('5201', 'debit', '12000.00'),
  row('5202', 'debit', '6000.00'),
  row('5301', 'debit', '219.92'),
  row('2101', 'credit', '303950.00'),
  row('2111', 'credit', '500000.00'),
  row('2201', 'credit', '39907.74'),
  row('2301', 'credit', '219.92'),
  row('3101', 'credit', '250000.00'),
  row('4101', 'credit', '65768.39'),
  row('4103', 'credit', '146.05'),
  row('4201', 'credit', '1000.00'),
  row('4202', 'credit', '10000.00'),
];

test('the first year of a society balances at 11,70,992.10', () => {
  const balance = trialBalance(FIRST_YEAR);

  expect(formatMoney(balance.closingDebit)).toBe('1170992.10');
  expect(formatMoney(balance.closingCredit)).toBe('1170992.10');
  expect(balance.lines.map((line) => line.accountCode)).toEqual(FIRST_YEAR.map((each) => each.accountCode).sort());
});

test('an account closes on the larger side, or on none', () => {
  const { lines } = trialBalance([
    row('1101', 'debit', '100.00'),
    row('1101', 'credit', '30.00'),
    row('2101', 'credit', '70.00'),
    row('1901', 'debit', '5.00'),
    row('1901', 'credit', '5.00'),
    row('1101', 'debit', '1.00'),
    row('2101', 'credit', '1.00'),
  ]);

  expect(lines).toEqual([
    { accountCode: '1101', debit: 10_100, credit: 3_000, closing: 7_100, closingSide: 'debit' },
    { accountCode: '1901', debit: 500, credit: 500, closing: 0, closingSide: undefined },
    { accountCode: '2101', debit: 0, credit: 7_100, closing: 7_100, closingSide: 'credit' },
  ]);
});

test('no rows are a trial balance of nothing', () => {
  expect(trialBalance([])).toEqual({ lines: [], debit: 0, credit: 0, closingDebit: 0, closingCredit: 0 });
});

test('whatever the order of the rows, sums that balance close in balance', () => {
  const someTransfer = fc.record({
    from: fc.constantFrom('1101', '1201', '2101', '3101'),
    to: fc.constantFrom('1101', '1301', '4201', '5201'),
    amount: fc.integer({ min: 1, max: 1e9 }).map(money),
  });
  fc.assert(
    fc.property(fc.array(someTransfer), (transfers) => {
      const rows = transfers.flatMap(({ from, to, amount }) => [
        { accountCode: to, side: 'debit' as const, amount },
        { accountCode: from, side: 'credit' as const, amount },
      ]);
      const balance = trialBalance(rows);

      expect(balance.debit).toBe(balance.credit);
      expect(balance.closingDebit).toBe(balance.closingCredit);
      expect(trialBalance([...rows].reverse())).toEqual(balance);
    }),
  );
});
