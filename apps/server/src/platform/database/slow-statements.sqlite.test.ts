import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from './open-database.ts';
import type { SlowStatement } from './slow-statements.ts';

test('a statement that takes longer than a second is told, by its text and without its values', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kafal-slow-'));
  const told: SlowStatement[] = [];
  const opened = await openDatabase({
    kind: 'sqlite',
    path: join(folder, 'kafal.db'),
    unsafeForTests: true,
    onSlowStatement: (statement) => told.push(statement),
  });
  const counting = (most: number) =>
    opened.transact((trx) =>
      opened.dialect.all(
        trx,
        'WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < ?) SELECT count(*) AS n FROM c',
        [most],
      ),
    );
  await counting(10);
  expect(told).toEqual([]);
  for (let most = 4_000_000; told.length === 0; most *= 2) await counting(most);
  expect(told[0]?.sql).toContain('WITH RECURSIVE');
  expect(told[0]?.milliseconds).toBeGreaterThan(1_000);
  expect(JSON.stringify(told)).not.toContain('000000');
  await opened.close();
  rmSync(folder, { recursive: true });
});
