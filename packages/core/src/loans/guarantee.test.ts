import { expect, test } from 'vitest';
import { parseMoney } from '../money/money.ts';
import { guaranteeCircle, guaranteedPart, guaranteeLeft, guarantorCapacity } from './guarantee.ts';

const rules = { guarantorShareMultiple: null, guarantorDepositMultiple: '1', guarantorMostLoans: 2 };
const bina = {
  sharesHeld: parseMoney('4000.00'),
  deposits: parseMoney('100000.00'),
  owed: parseMoney('60000.00'),
  guaranteed: [parseMoney('20000.00'), parseMoney('5000.00')],
};

test('of deposits of a lakh, 60,000 owed and 25,000 guaranteed leave 15,000', () => {
  expect(guarantorCapacity(rules, bina)).toEqual({
    exposure: 2_500_000,
    limit: 10_000_000,
    free: 1_500_000,
    loans: 2,
    mostLoans: 2,
  });
});

test('the smaller of two limits holds, nothing is left below zero, and without a rule there is no limit', () => {
  const both = { ...rules, guarantorShareMultiple: '20' };
  expect(guarantorCapacity(both, bina)).toMatchObject({ limit: 8_000_000, free: 0 });
  expect(guarantorCapacity({ ...rules, guarantorDepositMultiple: null }, bina)).toMatchObject({
    limit: null,
    free: null,
  });
});

test('a part falls with the loan: of 10,000 owed three stand for 3,333.34 each, of 1,000 for 333.34', () => {
  expect(guaranteedPart(parseMoney('10000.00'), 3)).toBe(333_334);
  expect(guaranteedPart(parseMoney('1000.00'), 3)).toBe(33_334);
  expect([guaranteedPart(parseMoney('1000.00'), 2), guaranteedPart(parseMoney('1000.00'), 0)]).toEqual([50_000, 0]);
});

test('a guarantee that comes back is found on its shortest way', () => {
  const [asha, ravi, om, lata] = [1, 2, 3, 4] as const;
  const stands = (guarantor: number, borrower: number) => ({ guarantor, borrower });
  // Asha stands for Ravi; now Ravi would stand for Asha.
  expect(guaranteeCircle([stands(asha, ravi)], stands(ravi, asha))).toEqual([asha, ravi]);
  // Asha for Ravi and for Om, Ravi for Om, Om for Lata: Lata for Asha closes it by Om.
  const known = [stands(asha, ravi), stands(asha, om), stands(ravi, om), stands(om, lata), stands(om, asha)];
  expect(guaranteeCircle(known, stands(lata, asha))).toEqual([asha, om, lata]);
  expect(guaranteeCircle(known, stands(asha, lata))).toBeUndefined();
  expect(guaranteeCircle([], stands(ravi, asha))).toBeUndefined();
});

test('what a guarantor paid lowers their own part by all of it, and that of the other by nothing', () => {
  // Of 60,000 each of two stands for 30,000; one pays 10,000, of which 8,000 are principal.
  const owed = parseMoney('52000.00');
  const principal = parseMoney('8000.00');
  expect(guaranteeLeft(owed, 2, { own: parseMoney('10000.00'), principal })).toBe(parseMoney('20000.00'));
  expect(guaranteeLeft(owed, 2, { own: parseMoney('0.00'), principal })).toBe(parseMoney('30000.00'));
  // Never more than is owed, never less than nothing.
  expect(guaranteeLeft(parseMoney('500.00'), 2, { own: parseMoney('0.00'), principal })).toBe(parseMoney('500.00'));
  expect(guaranteeLeft(owed, 2, { own: parseMoney('40000.00'), principal })).toBe(parseMoney('0.00'));
});
