import { expect, test } from 'vitest';
import { checkAccess } from '../access/check-access.ts';

test('every route × every role × somebody else’s object answers as the matrix says', async () => {
  const { failures, counts } = await checkAccess();
  expect(failures).toEqual([]);
  expect(counts.cells).toBe(counts.routes * counts.roles);
});
