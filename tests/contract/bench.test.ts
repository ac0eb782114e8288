import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

// One round of two seconds: it fails on an error or a wrong total, and says nothing of speed.
test('the bench runs, every acknowledged deposit is in the books once, and the books agree', {
  timeout: 300_000,
}, () => {
  const folder = mkdtempSync(join(tmpdir(), 'kafal-bench-'));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bench/bench.ts', '--small', '--rounds', '1', '--seconds', '2', '--results', join(folder, 'results.json')],
    { cwd: fileURLToPath(new URL('../..', import.meta.url)), encoding: 'utf8' },
  );
  rmSync(folder, { recursive: true, force: true });
  expect(status, stdout + stderr).toBe(0);
  expect(stdout).toMatch(/deposits acknowledged, each in the books once;.*no error/);
});

test('the bench of the search finds the very members that the index holds, in every way to look for them', {
  timeout: 300_000,
}, () => {
  const folder = mkdtempSync(join(tmpdir(), 'kafal-search-'));
  const results = join(folder, 'results.json');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bench/search.ts', '--members', '2000', '--rounds', '1', '--times', '2', '--results', results],
    { cwd: fileURLToPath(new URL('../..', import.meta.url)), encoding: 'utf8' },
  );
  rmSync(folder, { recursive: true, force: true });
  expect(status, stdout + stderr).toBe(0);
  expect(stdout).toMatch(/18 searches, each with the members of the raw query; no error\./);
});
