import { expect, test } from 'vitest';
import { MoneyAct, newIdempotencyKey } from './idempotency.ts';

test('a key is long enough for the server and never the same twice', () => {
  const keys = new Set(Array.from({ length: 1000 }, newIdempotencyKey));
  expect(keys.size).toBe(1000);
  expect([...keys].every((key) => /^[0-9a-f]{32}$/.test(key))).toBe(true);
});

test('sending the same act again keeps its key; a changed amount and the next act get new ones', () => {
  const act = new MoneyAct();
  const first = act.keyFor({ amount: '10.00' });
  expect(act.keyFor({ amount: '10.00' })).toBe(first);
  const changed = act.keyFor({ amount: '11.00' });
  expect(changed).not.toBe(first);
  act.done();
  expect(act.keyFor({ amount: '11.00' })).not.toBe(changed);
});
