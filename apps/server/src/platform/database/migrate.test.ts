import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrations } from '../../../migrations/index.ts';
import { DatabaseRefused } from './database-errors.ts';
import { migrateDatabase } from './migrate.ts';
import type { Migration } from './migration.ts';
import { openDatabase } from './open-database.ts';

const first: Migration = {
  name: '2026-01-01-first',
  steps: (d) => [d.table('book', [d.column('id', d.id()), d.column('title', d.text(40))])],
};
const second: Migration = {
  name: '2026-02-02-second',
  steps: (d) => [d.index('ix_book_title', 'book', ['title']), d.appendOnly('book')],
};

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kafal-migrate-'));
  path = join(folder, 'kafal.db');
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const migrate = (list: readonly Migration[]) => migrateDatabase({ kind: 'sqlite', path }, { migrations: list });
const open = () => new DatabaseSync(path);

test('a new file is made with rights for its owner alone, safe settings, and no copy', async () => {
  const report = await migrate([first]);
  const database = await openDatabase({ kind: 'sqlite', path });

  expect(report).toEqual({ applied: ['2026-01-01-first'], copy: undefined });
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(await database.dialect.all(database.database, 'PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
  expect(await database.transact((trx) => database.dialect.all(trx, 'PRAGMA synchronous'))).toEqual([
    { synchronous: 2 },
  ]);
  await database.close();
});

test('an upgrade runs what is new, once, and leaves a copy of the file as it was', async () => {
  await migrate([first]);
  const before = open();
  before.exec("INSERT INTO book (title) VALUES ('kept')");
  before.close();

  const report = await migrate([first, second]);
  const again = await migrate([first, second]);

  expect(report.applied).toEqual(['2026-02-02-second']);
  expect(again).toEqual({ applied: [], copy: undefined });
  const copy = new DatabaseSync(report.copy ?? '');
  expect(copy.prepare('SELECT title FROM book').all()).toEqual([{ title: 'kept' }]);
  expect(copy.prepare("SELECT name FROM sqlite_schema WHERE name = 'ix_book_title'").all()).toEqual([]);
  copy.close();
});

test('an upgrade that fails changes nothing, and the next start does it whole', async () => {
  await migrate([first]);
  const broken: Migration = { ...second, steps: (d) => [...second.steps(d), 'NOT SQL'] };

  await expect(migrate([first, broken])).rejects.toThrow('syntax error');
  const database = open();
  expect(database.prepare("SELECT name FROM sqlite_schema WHERE name = 'ix_book_title'").all()).toEqual([]);
  database.close();

  expect((await migrate([first, second])).applied).toEqual(['2026-02-02-second']);
});

test('a database of a newer program is refused with a sentence, untouched', async () => {
  await migrate([first, second]);

  await expect(migrate([first])).rejects.toThrow(
    new DatabaseRefused(
      'This database was written by a newer version of the program (it holds 2026-02-02-second); start that version.',
    ),
  );
});

test('a file that belongs to another program is refused', async () => {
  const other = open();
  other.exec('CREATE TABLE invoice (id INTEGER)');
  other.close();

  await expect(migrate([first])).rejects.toThrow('holds tables of another program');
});

test('the whole of the program’s own schema is made, and every table is strict', async () => {
  await migrate(migrations);
  const database = open();
  const tables = database
    .prepare("SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND schema = 'main'")
    .all();
  database.close();

  expect(tables.filter((table) => table.strict === 0 && !String(table.name).startsWith('sqlite_'))).toEqual([]);
  expect(tables.length).toBeGreaterThan(10);
  expect(existsSync(`${path}-wal`)).toBe(false);
});
