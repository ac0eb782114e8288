import { expect, test } from 'vitest';
import { formatMoney, parseMoney } from '../money/money.ts';
import type { MaturityAct } from '../presets/term-products.ts';
import { type MaturedTerm, maturityShares, renewedAmount } from './maturity.ts';

/** 1,00,000 at 8 per cent for 36 months. */
const matured = (atMaturity: MaturityAct, more: Partial<MaturedTerm> = {}): MaturedTerm => ({
  kind: 'fixed',
  atMaturity,
  paidIn: parseMoney('100000.00'),
  paid: parseMoney('126824.18'),
  ...more,
});

function shares(term: MaturedTerm, { mayRenew = true, hasSavings = true, held = '0.00' } = {}): string[] {
  const renewed = mayRenew ? renewedAmount(term) : parseMoney('0.00');
  const { toSavings, unclaimed } = maturityShares(term, { renewed, hasSavings, held: parseMoney(held) });
  return [renewed, toSavings, unclaimed].map((amount) => formatMoney(amount));
}

test('at the end of its term the money goes where it was agreed: renewed, to savings, or waiting', () => {
  expect(shares(matured('renew-principal'))).toEqual(['100000.00', '26824.18', '0.00']);
  expect(shares(matured('renew-with-interest'))).toEqual(['126824.18', '0.00', '0.00']);
  expect(shares(matured('to-savings'))).toEqual(['0.00', '126824.18', '0.00']);
  expect(shares(matured('pay-out'))).toEqual(['0.00', '0.00', '126824.18']);
  expect(shares(matured('wait'))).toEqual(['0.00', '0.00', '126824.18']);
});

test('what cannot be renewed goes to savings, and waits where there are none', () => {
  const term = matured('renew-with-interest');
  expect(shares(term, { mayRenew: false })).toEqual(['0.00', '126824.18', '0.00']);
  expect(shares(term, { mayRenew: false, hasSavings: false })).toEqual(['0.00', '0.00', '126824.18']);
  expect(shares(matured('renew-principal'), { hasSavings: false })).toEqual(['100000.00', '0.00', '26824.18']);
});

test('instalments are not renewed: what was saved goes to savings', () => {
  const term = matured('renew-with-interest', { kind: 'recurring', paidIn: parseMoney('12000.00') });
  expect(shares(term)).toEqual(['0.00', '126824.18', '0.00']);
});

test('what is held is not paid out: it stays in what is renewed, or waits, and the rest goes where it was agreed', () => {
  expect(shares(matured('renew-principal'), { held: '80000.00' })).toEqual(['100000.00', '26824.18', '0.00']);
  expect(shares(matured('to-savings'), { held: '80000.00' })).toEqual(['0.00', '46824.18', '80000.00']);
  expect(shares(matured('renew-principal'), { held: '80000.00', mayRenew: false })).toEqual([
    '0.00',
    '46824.18',
    '80000.00',
  ]);
  expect(shares(matured('pay-out'), { held: '80000.00' })).toEqual(['0.00', '0.00', '126824.18']);
});
