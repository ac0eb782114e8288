import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DatabaseUnavailable, TransactionLost } from '../database-errors.ts';
import { migrateDatabase } from '../migrate.ts';
import type { Migration } from '../migration.ts';
import { type OpenDatabase, openDatabase } from '../open-database.ts';

const notes: Migration = {
  name: '2026-01-01-notes',
  steps: (d) => [
    d.table('note', [d.column('id', d.id()), d.column('text', d.longText())]),
    d.table('parent', [d.column('id', d.integer())], [d.primaryKey('id')]),
    d.table(
      'child',
      [d.column('id', d.integer()), d.column('parentId', d.integer())],
      [d.primaryKey('id'), d.foreignKey('fk_child_parent', ['parentId'], 'parent', ['id'])],
    ),
  ],
};

let folder: string;
let path: string;
let database: OpenDatabase;
const told: unknown[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kafal-writer-'));
  path = join(folder, 'kafal.db');
  told.length = 0;
  await migrateDatabase({ kind: 'sqlite', path, unsafeForTests: true }, { migrations: [notes] });
  database = await openDatabase({
    kind: 'sqlite',
    path,
    unsafeForTests: true,
    tell: (error) => told.push(error),
    onSlowStatement: () => {},
    onInstanceLost: () => {},
  });
});

afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const write = (text: string) =>
  database.transact((trx) => database.dialect.run(trx, 'INSERT INTO note (text) VALUES (?)', [text]));

const texts = async () =>
  (await database.dialect.all<{ text: string }>(database.database, 'SELECT text FROM note ORDER BY id')).map(
    (row) => row.text,
  );

test('acts that arrive together share one commit', async () => {
  await Promise.all(Array.from({ length: 100 }, (_, number) => write(`note ${number}`)));

  expect(await texts()).toHaveLength(100);
  const { requests, commits, waiting } = database.gauges();
  expect({ requests, waiting }).toEqual({ requests: 100, waiting: 0 });
  // One commit on an idle machine; a busy one may reach the 20 ms after which those who wait are answered.
  expect(commits).toBeLessThan(50);
});

test('bodies run one after another, in the order of arrival, however long each takes', async () => {
  const seen: string[] = [];
  const slow = (name: string) =>
    database.transact(async () => {
      seen.push(`${name} begins`);
      await nextTurn();
      seen.push(`${name} ends`);
    });

  await Promise.all([slow('first'), slow('second')]);

  expect(seen).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

test('a body that throws after a neighbour has succeeded takes nothing of the neighbour with it', async () => {
  const before = write('before');
  const refused = database.transact(async (trx) => {
    await database.dialect.run(trx, "INSERT INTO note (text) VALUES ('refused')");
    throw new Error('refused');
  });
  const outcomes = await Promise.allSettled([before, refused, write('after')]);

  expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await texts()).toEqual(['before', 'after']);
});

test('a batch in which one throws is run again; whoever had succeeded before it gets the answer of that run', async () => {
  const runs: string[] = [];
  const enter = (name: string, thenThrow = false) =>
    database.transact(async (trx) => {
      runs.push(name);
      const { insertId } = await database.dialect.run(trx, 'INSERT INTO note (text) VALUES (?)', [name]);
      if (thenThrow) throw new Error(name);
      trx.afterCommit(() => runs.push(`${name} is kept`));
      return insertId;
    });
  const outcomes = await Promise.allSettled([enter('one'), enter('two'), enter('three', true), enter('four')]);

  expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  const ids = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  const rows = await database.dialect.all<{ id: number; text: string }>(
    database.database,
    'SELECT * FROM note ORDER BY id',
  );
  expect(rows.map(({ text }) => text)).toEqual(['one', 'two', 'four']);
  expect(rows.map(({ id }) => id)).toEqual(ids);
  expect(runs.filter((run) => run.endsWith('is kept'))).toEqual(['one is kept', 'two is kept', 'four is kept']);
  expect(runs.slice(0, 7)).toEqual(['one', 'two', 'three', 'one', 'two', 'three', 'four']);
});

test('an act is answered only when it is in the file', async () => {
  const answer = write('durable').then(() => {
    const other = new DatabaseSync(path, { readOnly: true });
    const rows = other.prepare('SELECT text FROM note').all();
    other.close();
    return rows;
  });

  expect(await answer).toEqual([{ text: 'durable' }]);
});

test('when the whole batch goes back, everyone in it is told to try again, the refused too', async () => {
  const before = write('before');
  const refused = database.transact(async () => {
    throw new Error('refused on rows that are gone');
  });
  const breaking = database.transact(async (trx) => {
    // What a full disk does by itself: SQLite ends the transaction under the writer's feet.
    await database.dialect.run(trx, 'ROLLBACK');
  });
  const outcomes = await Promise.allSettled([before, refused, breaking]);

  expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason instanceof TransactionLost)).toEqual(
    [true, true, true],
  );
  expect(await texts()).toEqual([]);
  await write('the next one works');
  expect(await texts()).toEqual(['the next one works']);
});

test('a full disk: what was acknowledged is there, what was refused is not', async () => {
  const [pages] = await database.dialect.all<{ page_count: number }>(database.database, 'PRAGMA page_count');
  await database.transact((trx) =>
    database.dialect.all(trx, `PRAGMA max_page_count = ${(pages?.page_count ?? 0) + 4}`),
  );

  const names = Array.from({ length: 20 }, (_, number) => `note ${number} `);
  const outcomes = await Promise.allSettled(names.map((name) => write(name.padEnd(3_000, '.'))));

  const acknowledged = names.filter((_, index) => outcomes[index]?.status === 'fulfilled');
  expect(acknowledged.length).toBeLessThan(20);
  expect((await texts()).map((text) => text.replace(/\.+$/, ''))).toEqual(acknowledged);
});

const PATIENCE_MS = 15_000;
test(
  'a file that another program holds is told as unavailable, and served again afterwards',
  async () => {
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    await expect(write('meanwhile')).rejects.toBeInstanceOf(DatabaseUnavailable);
    other.exec('ROLLBACK');
    other.close();

    await write('afterwards');
    expect(await texts()).toEqual(['afterwards']);
  },
  PATIENCE_MS,
);

describe('a second writer, as a thread has one', () => {
  let second: OpenDatabase;
  beforeEach(async () => {
    // As it is handed to a thread: whatever listens stays behind.
    second = await openDatabase(structuredClone(database.ofThread));
  });
  afterEach(() => second.close());

  test('is waited for without standing still', async () => {
    const { promise: over, resolve: end } = Promise.withResolvers<void>();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const slow = second.transact(async (trx) => {
      await second.dialect.run(trx, "INSERT INTO note (text) VALUES ('of the thread')");
      begin();
      await over;
    });
    await begun;
    let isWritten = false;
    const waiting = write('of the server').then(() => {
      isWritten = true;
    });

    for (let turn = 0; turn < 5; turn += 1) await nextTurn();
    expect(isWritten).toBe(false);
    end();
    await Promise.all([slow, waiting]);
    expect(await texts()).toEqual(['of the thread', 'of the server']);
  });

  test('lets the first one in before it writes again', async () => {
    let pieces = 0;
    let isWritten = false;
    const work = async () => {
      while (!isWritten && pieces < 1_000) {
        await second.transact((trx) => second.dialect.run(trx, "INSERT INTO note (text) VALUES ('piece')"));
        pieces += 1;
      }
    };
    const working = work();
    await write('of the server');
    isWritten = true;
    await working;
    expect(pieces).toBeLessThan(1_000);
  });

  test('that ended while it waited is not waited for for ever', async () => {
    Atomics.store(new Int32Array(writeTurnsOf(database)), 0, 1);
    await write('first');
    await write('second');
    expect(Atomics.load(new Int32Array(writeTurnsOf(database)), 0)).toBe(0);
    expect(await texts()).toEqual(['first', 'second']);
  });

  test('of a batch that is run again, the neighbours keep what they wrote', async () => {
    const busy = Promise.all(
      Array.from({ length: 20 }, () =>
        second.transact((trx) => second.dialect.run(trx, "INSERT INTO note (text) VALUES ('piece')")),
      ),
    );
    const refused = database.transact(async (trx) => {
      await database.dialect.run(trx, "INSERT INTO note (text) VALUES ('refused')");
      throw new Error('refused');
    });
    await Promise.all([write('before'), expect(refused).rejects.toThrow('refused'), write('after'), busy]);
    expect((await texts()).filter((text) => text !== 'piece')).toEqual(['before', 'after']);
  });
});

function writeTurnsOf({ ofThread }: OpenDatabase): SharedArrayBuffer {
  if (ofThread.kind !== 'sqlite' || ofThread.writeTurns === undefined)
    throw new Error('The embedded database has them.');
  return ofThread.writeTurns;
}

test('a child without its parent is refused', async () => {
  const orphan = database.transact((trx) => database.dialect.run(trx, 'INSERT INTO child VALUES (1, 99)'));

  await expect(orphan).rejects.toThrow('FOREIGN KEY constraint failed');
});

test('the settings that protect the file cannot be changed from inside', async () => {
  const refused = [
    'PRAGMA recursive_triggers = OFF',
    'PRAGMA foreign_keys = OFF',
    'PRAGMA writable_schema = ON',
    "ATTACH 'x' AS x",
  ];
  for (const statement of refused) {
    await expect(database.transact((trx) => database.dialect.run(trx, statement))).rejects.toThrow('not authorized');
  }
});

test('the caller’s own context reaches the body', async () => {
  const request = new AsyncLocalStorage<string>();
  const who = (name: string) => request.run(name, () => database.transact(async () => request.getStore()));

  expect(await Promise.all([who('first'), who('second')])).toEqual(['first', 'second']);
});

test('what goes wrong after the commit is told, and the caller has the answer all the same', async () => {
  const answer = await database.transact(async (trx) => {
    trx.afterCommit(() => {
      throw new Error('the cache is broken');
    });
    return 'written';
  });

  expect(answer).toBe('written');
  expect(told).toEqual([new Error('the cache is broken')]);
});

test('closing waits for what was accepted', async () => {
  const accepted = Promise.all([write('one'), write('two')]);
  await database.close();
  await accepted;

  const file = new DatabaseSync(path, { readOnly: true });
  expect(file.prepare('SELECT count(*) AS notes FROM note').get()).toEqual({ notes: 2 });
  file.close();
});
