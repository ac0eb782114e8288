// Whether both sides of a bench wrote the same rows, and whether the books they wrote agree.

import { spawnSync } from 'node:child_process';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Row by row, by queries that say their order. */
export function assertSameRows(ourFile: string, theirFile: string, queries: readonly string[]): void {
  const [ours, theirs] = [ourFile, theirFile].map((file) => new DatabaseSync(file, { readOnly: true }));
  if (ours === undefined || theirs === undefined) return;
  for (const sql of queries) {
    const other = theirs.prepare(sql).iterate();
    let count = 0;
    for (const each of ours.prepare(sql).iterate()) {
      const [own, its] = [JSON.stringify(each), JSON.stringify(other.next().value)];
      if (own !== its) throw new Error(`The sides wrote other rows: ${own} and ${its}.`);
      count += 1;
    }
    if (count === 0) throw new Error(`Neither side wrote a row: ${sql}`);
    if (other.next().done !== true) throw new Error(`One side wrote more rows than the other: ${sql}`);
  }
  ours.close();
  theirs.close();
}

export function verifyBooks(file: string, without: readonly string[] = []): void {
  const args = ['scripts/verify-books.ts', '--database', file, '--json'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  const checks = JSON.parse(stdout) as { checks?: { name: string; ok: boolean; bad?: string }[] };
  const bad = checks.checks?.filter(({ name, ok }) => !ok && !without.includes(name));
  if (bad === undefined || bad.length > 0) throw new Error(`The books of ${file} do not agree: ${JSON.stringify(bad)}`);
}
