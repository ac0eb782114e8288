import { expect, test } from 'vitest';
import { calendarDate } from '../calendar/calendar-date.ts';
import { parseMoney } from '../money/money.ts';
import { type DepositorCategory, type TermRate, termRateFor } from './term-rates.ts';

const line = (
  termFrom: number,
  termUnit: TermRate['termUnit'],
  annualRate: string,
  category: DepositorCategory = 'general',
  amountFrom = '0.00',
): TermRate => ({ termFrom, termUnit, annualRate, category, amountFrom: parseMoney(amountFrom) });

const CARD = [
  line(46, 'days', '5.5'),
  line(6, 'months', '6.5'),
  line(12, 'months', '7.25'),
  line(12, 'months', '7.75', 'senior'),
  line(12, 'months', '7.5', 'woman'),
  line(12, 'months', '7.35', 'general', '500000.00'),
  line(36, 'months', '8'),
];

const rate = (maturesOn: string, amount = '10000.00', categories: DepositorCategory[] = []) =>
  termRateFor(CARD, {
    amount: parseMoney(amount),
    openedOn: calendarDate('2026-08-31'),
    maturesOn: calendarDate(maturesOn),
    categories,
  })?.annualRate;

test('a term earns what the longest term it reaches earns, on the very day it reaches it', () => {
  expect(rate('2026-10-16')).toBe('5.5');
  // Six months from 31 August end on the last day of February.
  expect(rate('2027-02-27')).toBe('5.5');
  expect(rate('2027-02-28')).toBe('6.5');
  expect(rate('2027-08-31')).toBe('7.25');
  expect(rate('2029-08-31')).toBe('8');
});

test('a term shorter than the first of the card has no rate', () => {
  expect(rate('2026-10-15')).toBeUndefined();
});

test('a large amount earns its own rate from the amount on', () => {
  expect(rate('2027-08-31', '499999.99')).toBe('7.25');
  expect(rate('2027-08-31', '500000.00')).toBe('7.35');
});

test('who belongs to two categories earns the better rate, and never less than everybody', () => {
  expect(rate('2027-08-31', '10000.00', ['woman'])).toBe('7.5');
  expect(rate('2027-08-31', '10000.00', ['woman', 'senior'])).toBe('7.75');
  expect(rate('2029-08-31', '10000.00', ['senior'])).toBe('8');
  expect(rate('2027-03-31', '10000.00', ['senior'])).toBe('6.5');
});
