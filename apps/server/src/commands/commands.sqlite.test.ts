import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { migrations } from '../../migrations/index.ts';
import { COMMANDS } from './index.ts';

const root = mkdtempSync(join(tmpdir(), 'kafal-commands-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** In a folder without a .env, on data of its own. */
function kafal(words: string[], dataFolder = join(root, 'data')) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [fileURLToPath(new URL('../main.ts', import.meta.url)), ...words],
    { encoding: 'utf8', cwd: root, env: { PATH: process.env.PATH, DATA_DIR: dataFolder } },
  );
  return { status, stdout, stderr };
}

test('without a command, and with --help, the commands are listed; an unknown one is told', () => {
  const list = kafal([]);
  expect(list.status).toBe(0);
  for (const { name } of COMMANDS) expect(list.stdout).toContain(`  ${name} `);
  const unknown = kafal(['open-sesame']);
  expect(unknown.status).toBe(2);
  expect(unknown.stderr).toContain('There is no command "open-sesame".');
});

test.each(COMMANDS.map(({ name }) => name))('%s explains itself', (name) => {
  const { status, stdout } = kafal([name, '--help']);
  expect(status).toBe(0);
  expect(stdout).toContain(`npm run kafal -- ${name}`);
  expect(stdout).toContain('--json');
});

test('what is not understood is exit code 2', () => {
  expect(kafal(['create-admin']).status).toBe(2);
  expect(kafal(['migrate', '--sideways']).status).toBe(2);
  expect(kafal(['migrate', 'everything']).status).toBe(2);
});

test('with no server running a command does the work itself: books, administrator, backup, restore', () => {
  const migrated = kafal(['migrate', '--json']);
  expect(migrated.status).toBe(0);
  expect(JSON.parse(migrated.stdout)).toMatchObject({ ok: true, applied: migrations.map(({ name }) => name) });
  expect(JSON.parse(kafal(['migrate', '--json']).stdout)).toEqual({ ok: true, applied: [] });

  const admin = ['create-admin', '--username', 'chief', '--name', 'Hema Joshi'];
  expect(kafal(admin).stdout).toMatch(/^Administrator: chief\nOne-time code: \S+\n/);
  const again = kafal([...admin, '--json']);
  expect(again.status).toBe(1);
  // A sentence, not a code.
  expect(JSON.parse(again.stdout).error).toMatch(/^[A-Z][a-z].* .*\.$/);

  const passphrase = join(root, 'passphrase');
  writeFileSync(passphrase, 'seven tall deodars\n');
  const file = join(root, 'society.backup');
  const made = kafal(['backup', '--to', file, '--passphrase-file', passphrase, '--json']);
  expect(JSON.parse(made.stdout)).toMatchObject({ ok: true, path: file, hasKeys: true });

  const empty = join(root, 'restored');
  const without = kafal(['restore', file], empty);
  expect(without.status).toBe(1);
  expect(without.stderr).toContain('--without-keys');
  const restored = kafal(['restore', file, '--passphrase-file', passphrase, '--json'], empty);
  expect(JSON.parse(restored.stdout)).toMatchObject({ ok: true, dataFolder: empty, losses: [] });
  expect(kafal(['verify-books'], empty).status).toBe(0);
});

test('books that cannot be read are told to a program in JSON, and to people in a sentence', () => {
  const nowhere = join(root, 'nowhere');
  const forProgram = kafal(['verify-books', '--json'], nowhere);
  const answer = { ok: false, error: expect.stringContaining('There is no database') };
  expect(forProgram).toMatchObject({ status: 1, stderr: '' });
  expect(JSON.parse(forProgram.stdout)).toEqual(answer);
  const forPeople = kafal(['verify-books'], nowhere);
  expect(forPeople).toMatchObject({ status: 1, stdout: '' });
  expect(forPeople.stderr).toContain('There is no database');
});
