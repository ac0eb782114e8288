import { expect, test } from 'vitest';
import { normalSideOf, oppositeSide } from './account.ts';

test('assets and expenses grow on the debit side, everything else on the credit side', () => {
  expect(['asset', 'expense', 'liability', 'equity', 'income'].map((type) => normalSideOf(type as 'asset'))).toEqual([
    'debit',
    'debit',
    'credit',
    'credit',
    'credit',
  ]);
  expect(oppositeSide('debit')).toBe('credit');
  expect(oppositeSide('credit')).toBe('debit');
});
