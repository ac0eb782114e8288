import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DatabaseRefused } from './database-errors.ts';
import { lockDataFolder } from './lock-data-folder.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kafal-lock-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a second server on the same folder is refused and told which process holds it', () => {
  const lock = lockDataFolder(folder);

  expect(() => lockDataFolder(folder)).toThrow(
    `Another server already runs on the data folder ${folder} (process ${process.pid}); stop it first, or give this one a folder of its own with DATA_DIR.`,
  );
  // The refusal must not have loosened it for other processes either.
  const module = new URL('./lock-data-folder.ts', import.meta.url).href;
  const script = `const { lockDataFolder } = await import('${module}'); lockDataFolder('${folder}');`;
  const other = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(other.stderr).toContain('Another server already runs on the data folder');
  lock.release();
  lockDataFolder(folder).release();
});

test('a server that was killed leaves no lock behind', async () => {
  const module = new URL('./lock-data-folder.ts', import.meta.url).href;
  const script = `const { lockDataFolder } = await import('${module}'); lockDataFolder('${folder}'); console.log('held'); setInterval(() => {}, 1000);`;
  const server = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await once(server.stdout, 'data');
    expect(() => lockDataFolder(folder)).toThrow(DatabaseRefused);
  } finally {
    server.kill('SIGKILL');
    await once(server, 'exit');
  }

  lockDataFolder(folder).release();
});

test('a lock holds for as long as its process lives, whatever is collected meanwhile', async () => {
  const module = new URL('./lock-data-folder.ts', import.meta.url).href;
  const script = `const { lockDataFolder } = await import('${module}'); lockDataFolder('${folder}'); for (let n = 0; n < 5; n += 1) { gc(); await new Promise(setImmediate); } console.log('held'); setInterval(() => {}, 1000);`;
  const server = spawn(process.execPath, ['--expose-gc', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await once(server.stdout, 'data');
    expect(() => lockDataFolder(folder)).toThrow(DatabaseRefused);
  } finally {
    server.kill('SIGKILL');
    await once(server, 'exit');
  }
});
