import { expect, test } from 'vitest';
import { parseMoney, ZERO } from '../money/money.ts';
import { rateCardSlip } from './term-rate-card.ts';
import type { TermRate } from './term-rates.ts';

const rules = { minimumAmount: parseMoney('1000.00'), maximumAmount: parseMoney('500000.00'), maximumMonths: 60 };
const line = (termFrom: number, termUnit: TermRate['termUnit'] = 'months', more: Partial<TermRate> = {}): TermRate => ({
  category: 'general',
  amountFrom: ZERO,
  termFrom,
  termUnit,
  annualRate: '7',
  ...more,
});

test('a card is whole when every amount and term from the smallest on has one rate', () => {
  const larger = { amountFrom: parseMoney('100000.00') };
  expect(rateCardSlip([line(46, 'days'), line(6), line(12), line(12, 'months', larger)], rules)).toBeUndefined();
  // A larger sum may have its first rate later: until then it has that of the smaller one.
  expect(rateCardSlip([line(6), line(12, 'months', larger)], rules)).toBeUndefined();
});

test.each<[what: string, card: readonly TermRate[], slip: object]>([
  ['no rate for everybody', [line(6, 'months', { category: 'senior' })], { code: 'TERM_PRODUCT_GENERAL_RATE' }],
  ['a line that stands twice', [line(6), line(12), line(6)], { code: 'TERM_RATE_TWICE', place: 2 }],
  [
    '365 days beside twelve months',
    [line(12), line(365, 'days')],
    { code: 'TERM_RATE_OVERLAP', place: 1, params: { months: 12, days: 365 } },
  ],
  [
    'the shortest term without a rate for the smallest amount',
    [line(6, 'months', { amountFrom: parseMoney('10000.00') }), line(12)],
    { code: 'TERM_RATE_GAP', params: { minimum: '1000.00', from: '10000.00' } },
  ],
  ['a line beyond the longest term', [line(6), line(61)], { code: 'TERM_RATE_UNREACHED', place: 1 }],
  [
    'a line above the largest amount',
    [line(6), line(6, 'months', { amountFrom: parseMoney('500000.01') })],
    { code: 'TERM_RATE_UNREACHED', place: 1 },
  ],
])('%s is no card', (_what, card, slip) => {
  expect(rateCardSlip(card, rules)).toMatchObject(slip);
});

test('180 days are shorter than any six months, and both may stand', () => {
  expect(rateCardSlip([line(180, 'days'), line(6)], rules)).toBeUndefined();
});
