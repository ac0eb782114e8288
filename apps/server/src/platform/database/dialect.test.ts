import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OpenDatabase } from './open-database.ts';
import { createTestDatabase } from './test-database.ts';

let database: OpenDatabase;

beforeEach(async () => {
  database = await createTestDatabase();
});

afterEach(async () => {
  await database.close();
});

const nextNumberOf = (name: string) =>
  database.database.selectFrom('sequence').select('nextNumber').where('name', '=', name).executeTakeFirst();

test('a row that is locked for change is read like any other', async () => {
  const { transact, dialect } = database;
  await transact((trx) => trx.insertInto('sequence').values({ name: 'member', nextNumber: 7 }).execute());

  const locked = await transact((trx) =>
    dialect.forUpdate(trx.selectFrom('sequence').select('nextNumber').where('name', '=', 'member')).executeTakeFirst(),
  );

  expect(locked).toEqual({ nextNumber: 7 });
});

test('a row that is there already is left as it is, and the caller is told', async () => {
  const { transact, dialect } = database;
  const claim = (holder: string) =>
    transact((trx) =>
      dialect.insertIgnore(trx.insertInto('lease').values({ name: 'relay', holder, expiresAt: 1_000 })),
    );

  expect(await claim('first')).toBe(true);
  expect(await claim('second')).toBe(false);
  expect(await database.database.selectFrom('lease').select('holder').execute()).toEqual([{ holder: 'first' }]);
});

test('an insert that fails for another reason is not taken for a row that is there already', async () => {
  const { transact, dialect } = database;
  const tooLong = transact((trx) =>
    dialect.insertIgnore(trx.insertInto('lease').values({ name: 'x'.repeat(65), holder: 'a', expiresAt: 1 })),
  );

  await expect(tooLong).rejects.toThrow();
});

test('an upsert makes the row, then changes it', async () => {
  const { transact, dialect } = database;
  const put = (nextNumber: number) =>
    transact((trx) => dialect.upsert(trx, 'sequence', { name: 'share', nextNumber }, { key: ['name'] }));

  await put(1);
  await put(2);

  expect(await nextNumberOf('share')).toEqual({ nextNumber: 2 });
});

test('an upsert can add to what is there', async () => {
  const { transact, dialect } = database;
  const add = (nextNumber: number) =>
    transact((trx) =>
      dialect.upsert(trx, 'sequence', { name: 'total', nextNumber }, { key: ['name'], add: ['nextNumber'] }),
    );

  await add(40);
  await add(2);

  expect(await nextNumberOf('total')).toEqual({ nextNumber: 42 });
});

test('sums and counts are numbers, and a page has its size', async () => {
  const { transact, dialect } = database;
  await transact(async (trx) => {
    for (const [name, nextNumber] of [
      ['a', 600_000_000_000_000],
      ['b', 300_000_000_000_000],
      ['c', 5],
    ] as const) {
      await trx.insertInto('sequence').values({ name, nextNumber }).execute();
    }
  });
  const reading = database.database;

  const byBuilder = await reading
    .selectFrom('sequence')
    .select(({ fn }) => [
      dialect.sum('nextNumber').as('cast'),
      fn.sum('nextNumber').as('plain'),
      fn.countAll().as('rows'),
    ])
    .executeTakeFirst();
  const byText = await dialect.one(
    reading,
    `SELECT ${dialect.sumText('nextNumber')} AS total FROM sequence WHERE name = ?`,
    ['nobody'],
  );
  const page = await reading.selectFrom('sequence').select('name').orderBy('name').limit(2).execute();

  expect(byBuilder).toEqual({ cast: 900_000_000_000_005, plain: 900_000_000_000_005, rows: 3 });
  expect(byText).toEqual({ total: 0 });
  expect(page).toEqual([{ name: 'a' }, { name: 'b' }]);
});

test('a number beyond what is safe is an error, never a wrong number', async () => {
  const tooMuch = database.dialect.all(database.database, 'SELECT 9007199254740993 AS amount');

  await expect(tooMuch).rejects.toThrow(RangeError);
});

test('text is found by how it begins, sign for sign and letter for letter', async () => {
  const { transact, dialect } = database;
  const names = ['50%', '50% off', '500', 'A_b', 'AXb', 'a_b'];
  await transact(async (trx) => {
    for (const name of names) {
      await trx.insertInto('sequence').values({ name, nextNumber: 1 }).execute();
    }
  });
  const beginningWith = async (text: string) => {
    const rows = await dialect.all<{ name: string }>(
      database.database,
      "SELECT name FROM sequence WHERE name LIKE ? ESCAPE '!' ORDER BY name",
      [dialect.likePrefix(text)],
    );
    return rows.map((row) => row.name);
  };

  expect(await beginningWith('50%')).toEqual(['50%', '50% off']);
  expect(await beginningWith('A_')).toEqual(['A_b']);
});

test('an update that changes nothing counts the row it found', async () => {
  const { transact, dialect } = database;
  await transact((trx) => trx.insertInto('sequence').values({ name: 'same', nextNumber: 1 }).execute());

  const { changes } = await transact((trx) =>
    dialect.run(trx, 'UPDATE sequence SET nextNumber = ? WHERE name = ?', [1, 'same']),
  );

  expect(changes).toBe(1);
});

test('the id of a new row is known without reading it back', async () => {
  const { transact, dialect } = database;
  const setting = { name: 'x', value: '1', effectiveFrom: '2026-11-22', recordedAt: 0 };
  const [first, second] = await transact(async (trx) => {
    const one = await dialect.run(
      trx,
      'INSERT INTO setting (name, value, effectiveFrom, recordedAt) VALUES (?, ?, ?, ?)',
      [setting.name, setting.value, setting.effectiveFrom, setting.recordedAt],
    );
    const two = await dialect.run(
      trx,
      'INSERT INTO setting (name, value, effectiveFrom, recordedAt) VALUES (?, ?, ?, ?)',
      [setting.name, '2', setting.effectiveFrom, setting.recordedAt],
    );
    return [one.insertId, two.insertId];
  });

  const rows = await dialect.all(database.database, 'SELECT id, value FROM setting ORDER BY id');
  expect(rows).toEqual([
    { id: first, value: '1' },
    { id: second, value: '2' },
  ]);
});

test('several reads in one snapshot do not see what is written between them', async () => {
  const write = (nextNumber: number) =>
    database.transact((trx) =>
      database.dialect.upsert(trx, 'sequence', { name: 'seen', nextNumber }, { key: ['name'] }),
    );
  await write(1);

  const seen = await database.database.transaction().execute(async (snapshot) => {
    const read = () =>
      snapshot.selectFrom('sequence').select('nextNumber').where('name', '=', 'seen').executeTakeFirst();
    const before = await read();
    await write(2);
    return [before, await read()];
  });

  expect(seen).toEqual([{ nextNumber: 1 }, { nextNumber: 1 }]);
  expect(await nextNumberOf('seen')).toEqual({ nextNumber: 2 });
});
