import { expect, test } from 'vitest';
import { withdrawInParallel } from './society/parallel-withdrawals.ts';

test('of 200 parallel withdrawals from an account that allows 50, exactly 50 are paid', async () => {
  expect(await withdrawInParallel(200, 50)).toEqual({ asked: 200, paid: 50, refused: 150 });
});
