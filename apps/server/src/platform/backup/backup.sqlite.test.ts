import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { simulatedClock } from '../clock.ts';
import { lockDataFolder } from '../database/lock-data-folder.ts';
import { migrateDatabase } from '../database/migrate.ts';
import { type DatabaseOptions, openDatabase } from '../database/open-database.ts';
import { filesInService } from '../file-storage/files-in-service.ts';
import { filesOnDisk } from '../file-storage/files-on-disk.ts';
import { serviceWithDisk } from '../file-storage/open-stored-files.ts';
import { startTestS3 } from '../file-storage/test-s3-service.ts';
import { secretsFileOf } from '../keys/secrets-file.ts';
import { backupTo } from './back-up.ts';
import { readLastBackup } from './last-backup.ts';
import { inspectBackup, restoreFrom } from './restore.ts';

const PASSPHRASE = 'तीन छोटे शब्द';
const PAPER = join('files', 'ab', 'abcdefghijklmnopqrstuv');
const SECRETS = '{"field":"the key of sealed fields"}\n';

let folder: string;
let society: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kafal-backup-'));
  society = join(folder, 'society');
  mkdirSync(join(society, 'files', 'ab'), { recursive: true });
  writeFileSync(join(society, PAPER), Buffer.alloc(200_000, 7));
  writeFileSync(secretsFileOf(society), SECRETS);
  await migrateDatabase(databaseIn(society));
  await fill(databaseIn(society), 500);
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const databaseIn = (home: string): DatabaseOptions => ({
  kind: 'sqlite',
  path: join(home, 'kafal.db'),
  unsafeForTests: true,
});

async function fill(options: DatabaseOptions, rows: number): Promise<void> {
  const database = await openDatabase(options);
  await database.transact(async (trx) => {
    for (let number = 0; number < rows; number += 1) {
      await database.dialect.run(trx, 'INSERT INTO sequence (name, nextNumber) VALUES (?, ?)', [
        `series ${number}`,
        number,
      ]);
    }
    await database.dialect.run(
      trx,
      "INSERT INTO user (kind, name, passwordHash, mustChangePassword, status, language, createdAt, totpSealed) VALUES ('staff', 'Asha', 'hash', 0, 'active', 'en', 0, 'sealed')",
    );
  });
  await database.close();
}

async function sequences(home: string): Promise<number> {
  const database = await openDatabase(databaseIn(home));
  const rows = await database.dialect.one<{ rows: number }>(database.database, 'SELECT count(*) AS rows FROM sequence');
  await database.close();
  return rows?.rows ?? 0;
}

const sourceOf = (home: string) => ({
  database: databaseIn(home),
  dataFolder: home,
  files: filesOnDisk(join(home, 'files')),
  programVersion: '0.1.0',
  clock: simulatedClock(Date.UTC(2026, 10, 30)),
});
const targetOf = (home: string) => ({ database: databaseIn(home), dataFolder: home, filesFolder: join(home, 'files') });
/** For the tests in which keys play no part: sealing them is slow on purpose. */
const PLAIN = { passphrase: undefined, withoutKeys: true };
const backup = (settings: { passphrase: string | undefined } = { passphrase: PASSPHRASE }) =>
  backupTo(join(folder, 'books.kafal'), sourceOf(society), settings);

test('a backup brings back database, files and keys onto an empty folder', async () => {
  const report = await backup();
  const home = join(folder, 'new');
  const restored = await restoreFrom(report.path, targetOf(home), { passphrase: PASSPHRASE });

  expect(restored.losses).toEqual([]);
  expect(await sequences(home)).toBe(500);
  expect(readFileSync(secretsFileOf(home), 'utf8')).toBe(SECRETS);
  expect(readFileSync(join(home, PAPER))).toEqual(Buffer.alloc(200_000, 7));
  expect(await migrateDatabase(databaseIn(home))).toEqual({ applied: [], copy: undefined });
});

test('files in a service are in the backup, and are restored onto the disk', async () => {
  const s3 = await startTestS3();
  try {
    const service = filesInService(s3.settings, { answerMs: 1_000, tries: 2, waitMs: 1 });
    const source = { ...sourceOf(society), files: serviceWithDisk(service, filesOnDisk(join(society, 'files'))) };
    s3.objects.set('files/zz/zzzdefghijklmnopqrstuv', Buffer.alloc(90_000, 9));
    s3.fault('GET', 'fails');
    await expect(backupTo(join(folder, 'none.kafal'), source, PLAIN)).rejects.toThrow('no backup without the files');
    expect(existsSync(join(folder, 'none.kafal'))).toBe(false);
    s3.mend();
    const { path, manifest } = await backupTo(join(folder, 'books.kafal'), source, PLAIN);
    const home = join(folder, 'new');
    await restoreFrom(path, targetOf(home), PLAIN);

    expect(manifest.files).toBe(2);
    expect(readFileSync(join(home, PAPER))).toEqual(Buffer.alloc(200_000, 7));
    expect(readFileSync(join(home, 'files', 'zz', 'zzzdefghijklmnopqrstuv'))).toEqual(Buffer.alloc(90_000, 9));
  } finally {
    await s3.close();
  }
});

test('the file is readable by its owner alone, holds no key in the clear, and its time is known afterwards', async () => {
  const report = await backup();

  expect(statSync(report.path).mode & 0o777).toBe(0o600);
  expect(readFileSync(report.path).includes('the key of sealed fields')).toBe(false);
  expect(readLastBackup(society)).toEqual({
    takenAt: '2026-11-30T00:00:00.000Z',
    path: report.path,
    bytes: report.bytes,
  });
});

test('without the passphrase it says exactly what would be lost, and does nothing', async () => {
  const { path } = await backup();
  const home = join(folder, 'new');
  const refused = restoreFrom(path, targetOf(home), { passphrase: undefined });

  await expect(refused).rejects.toThrow(
    [
      'The keys of this backup need its passphrase. Restored without them:',
      '- 1 passwords no longer open their log-in; each has to be set anew.',
      '- 1 sealed values in user (totpSealed) can never be read again.',
      '- Everyone is signed out.',
      '- Signatures made so far can be checked only with a public key that was exported before.',
    ].join('\n'),
  );
  expect((await inspectBackup(path)).lossesWithoutKeys).toHaveLength(4);

  const restored = await restoreFrom(path, targetOf(home), { passphrase: undefined, withoutKeys: true });
  expect(restored.losses).toHaveLength(4);
  expect(await sequences(home)).toBe(500);
});

test('a wrong passphrase restores nothing, and the right one works afterwards', async () => {
  const { path } = await backup();
  const home = join(folder, 'new');

  await expect(restoreFrom(path, targetOf(home), { passphrase: 'guess' })).rejects.toThrow('does not open the keys');
  await restoreFrom(path, targetOf(home), { passphrase: PASSPHRASE });
  expect(await sequences(home)).toBe(500);
});

test('a folder that holds anything, or whose server runs, is left alone', async () => {
  const { path } = await backup(PLAIN);
  const running = join(folder, 'running');
  mkdirSync(running);
  const lock = lockDataFolder(running);

  await expect(restoreFrom(path, targetOf(society), PLAIN)).rejects.toThrow('is not empty');
  await expect(restoreFrom(path, targetOf(running), PLAIN)).rejects.toThrow('Another server');
  lock.release();
  expect(await sequences(society)).toBe(500);
});

test('a society whose server was killed is backed up with everything it had acknowledged', async () => {
  const module = (path: string) => new URL(path, import.meta.url).href;
  const script = `
    const { openDatabase } = await import('${module('../database/open-database.ts')}');
    const database = await openDatabase({ kind: 'sqlite', path: '${join(society, 'kafal.db')}' });
    for (let number = 0; number < 50; number += 1) {
      await database.transact((trx) => database.dialect.run(trx, 'INSERT INTO sequence VALUES (?, 1)', ['late ' + number]));
    }
    console.log('acknowledged');
    setInterval(() => {}, 1_000);`;
  const server = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(server.stdout, 'data');
  server.kill('SIGKILL');
  await once(server, 'exit');

  const { path } = await backup(PLAIN);
  const home = join(folder, 'new');
  await restoreFrom(path, targetOf(home), PLAIN);

  expect(await sequences(home)).toBe(550);
});

test('a restore that was cut off is simply run again', async () => {
  const { path } = await backup(PLAIN);
  const home = join(folder, 'new');
  mkdirSync(join(home, 'restore-unfinished'), { recursive: true });
  cpSync(join(society, 'files'), join(home, 'files'), { recursive: true });

  await restoreFrom(path, targetOf(home), PLAIN);

  expect(await sequences(home)).toBe(500);
});

test.each([
  ['cut off', (whole: Buffer) => whole.subarray(0, whole.length - 40)],
  ['changed', (whole: Buffer) => Buffer.concat([whole.subarray(0, 400), Buffer.from('x'), whole.subarray(401)])],
  ['of something else', () => Buffer.from('a photograph')],
])('a file that is %s is refused, and nothing is put in its place', async (_, damage) => {
  const { path } = await backup(PLAIN);
  const home = join(folder, 'new');
  writeFileSync(path, damage(readFileSync(path)));

  await expect(restoreFrom(path, targetOf(home), PLAIN)).rejects.toThrow(/damaged|not a backup/);
  expect(() => statSync(join(home, 'kafal.db'))).toThrow('ENOENT');
});

test('a backup that is not there is told so', async () => {
  const missing = restoreFrom(join(folder, 'none.kafal'), targetOf(join(folder, 'new')), PLAIN);

  await expect(missing).rejects.toThrow('There is no backup at');
});

test('a backup never overwrites another', async () => {
  await backup(PLAIN);

  await expect(backup(PLAIN)).rejects.toThrow('is there already');
});

test('a backup taken while the society works is whole, and of one moment', async () => {
  const database = await openDatabase(databaseIn(society));
  let isTaken = false;
  let written = 0;
  const clerks = (async () => {
    while (!isTaken) {
      await Promise.all(
        Array.from({ length: 20 }, (_, clerk) =>
          database.transact(async (trx) => {
            const name = `pair ${written + clerk}`;
            await database.dialect.run(trx, 'INSERT INTO sequence VALUES (?, 1)', [`${name} a`]);
            await database.dialect.run(trx, 'INSERT INTO sequence VALUES (?, 1)', [`${name} b`]);
          }),
        ),
      );
      written += 20;
    }
  })();
  const report = await backup(PLAIN).finally(() => {
    isTaken = true;
  });
  await clerks;
  await database.close();

  const home = join(folder, 'new');
  await restoreFrom(report.path, targetOf(home), PLAIN);
  const restored = await sequences(home);
  expect((restored - 500) % 2).toBe(0);
  expect(written).toBeGreaterThan(0);
});
