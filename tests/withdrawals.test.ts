import { expect, test } from 'vitest';
import { withdrawAtOnce } from './society/withdraw-at-once.ts';

test('200 withdrawals at once of an account that allows 50: exactly 50 succeed', async () => {
  expect(await withdrawAtOnce()).toEqual({ paid: 50, refused: 150, left: 10_000 });
});
