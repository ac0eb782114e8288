import { expect, test } from 'vitest';
import { parseMoney } from '../money/money.ts';
import { maySanction, rolesThatSanction, sanctionLevelSlip } from './sanction-levels.ts';

const rupees = (whole: number) => parseMoney(`${whole}.00`);
const LEVELS = [
  { roleCode: 'manager', upTo: rupees(50_000) },
  { roleCode: 'committee', upTo: null },
];

test('the manager sanctions 50,000 and not a rupee more; the committee sanctions both', () => {
  expect(maySanction(LEVELS, 'manager', rupees(50_000))).toBe(true);
  expect(maySanction(LEVELS, 'manager', rupees(50_001))).toBe(false);
  expect(maySanction(LEVELS, 'committee', rupees(1))).toBe(true);
  expect(maySanction(LEVELS, 'cashier', rupees(1))).toBe(false);
  expect(rolesThatSanction(LEVELS, rupees(60_000))).toEqual(['committee']);
  expect(rolesThatSanction(LEVELS, rupees(50_000))).toEqual(['manager', 'committee']);
});

test('without levels whoever may decide at all decides', () => {
  expect(maySanction([], 'committee', rupees(900_000))).toBe(true);
});

test('a ladder rises, names each role once and ends without a limit', () => {
  const level = (roleCode: string, amount: number) => ({ roleCode, upTo: rupees(amount) });
  expect(sanctionLevelSlip(LEVELS)).toBeUndefined();
  expect(sanctionLevelSlip([])).toBeUndefined();
  expect(sanctionLevelSlip([level('manager', 1), level('manager', 2)])).toEqual({ slip: 'twice', place: 1 });
  expect(sanctionLevelSlip([level('manager', 2), level('board', 2)])).toEqual({ slip: 'order', place: 1 });
  expect(sanctionLevelSlip([...LEVELS].reverse())).toEqual({ slip: 'order', place: 1 });
  expect(sanctionLevelSlip([level('manager', 1)])).toEqual({ slip: 'last', place: 0 });
});
