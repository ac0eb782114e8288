import { expect, test } from 'vitest';
import { formatMoney, parseMoney } from '../money/money.ts';
import { formatRate } from '../money/rate.ts';
import { savingsSlabs } from './savings-rates.ts';
import type { DepositorCategory } from './term-rates.ts';

const line = (category: DepositorCategory, amountFrom: string, annualRate: string) => ({
  category,
  amountFrom: parseMoney(amountFrom),
  annualRate,
});
const card = [
  line('general', '0.00', '3.75'),
  line('general', '100000.00', '4.75'),
  line('senior', '0.00', '4.25'),
  line('woman', '200000.00', '5'),
];
const slabs = (...categories: DepositorCategory[]) =>
  savingsSlabs(card, categories).map(({ from, annualRate }) => [formatMoney(from), formatRate(annualRate)]);

test('everybody has the slabs of everybody', () => {
  expect(slabs()).toEqual([
    ['0.00', '3.75'],
    ['100000.00', '4.75'],
  ]);
});

test('of the categories somebody belongs to the best rate counts, amount by amount', () => {
  expect(slabs('senior')).toEqual([
    ['0.00', '4.25'],
    ['100000.00', '4.75'],
  ]);
  expect(slabs('senior', 'woman')).toEqual([
    ['0.00', '4.25'],
    ['100000.00', '4.75'],
    ['200000.00', '5'],
  ]);
});
