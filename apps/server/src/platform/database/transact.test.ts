import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DatabaseUnavailable } from './database-errors.ts';
import type { Migration } from './migration.ts';
import type { OpenDatabase } from './open-database.ts';
import { createTestDatabase } from './test-database.ts';

// Tables of their own, so that these tests say everything they need: a series that gives numbers, and what took them.
const books: Migration = {
  name: 'books-of-the-transact-tests',
  steps: (d) => [
    d.table('series', [d.column('code', d.text(16)), d.column('nextNumber', d.integer())], [d.primaryKey('code')]),
    d.table(
      'entry',
      [
        d.column('id', d.id()),
        d.column('number', d.integer()),
        d.column('narration', d.text(40)),
        d.optional('amount', d.money()),
        d.optional('postedOn', d.day()),
        d.optional('isClosed', d.flag()),
        d.optional('details', d.json()),
      ],
      [d.unique('uq_entry_number', ['number'])],
    ),
    d.appendOnly('entry'),
  ],
};

let database: OpenDatabase;

beforeEach(async () => {
  database = await createTestDatabase({ migrations: [books], appendOnlyTables: ['entry'] });
  await database.transact((trx) => database.dialect.run(trx, "INSERT INTO `series` VALUES ('till', 1)"));
});

afterEach(async () => {
  await database.close();
});

const enter = (client: string, thenThrow = false) =>
  database.transact(async (trx) => {
    const { dialect } = database;
    const series = await dialect.one<{ nextNumber: number }>(
      trx,
      `SELECT \`nextNumber\` FROM \`series\` WHERE \`code\` = ?${dialect.forUpdateText}`,
      ['till'],
    );
    const number = series?.nextNumber ?? 0;
    await dialect.run(trx, 'INSERT INTO `entry` (`number`, `narration`) VALUES (?, ?)', [number, client]);
    if (thenThrow) {
      throw new Error('the till is short');
    }
    await dialect.run(trx, 'UPDATE `series` SET `nextNumber` = `nextNumber` + 1 WHERE `code` = ?', ['till']);
    return number;
  });

const numbersInTheBooks = async () =>
  (
    await database.dialect.all<{ number: number }>(database.database, 'SELECT `number` FROM `entry` ORDER BY `number`')
  ).map((row) => row.number);

test('of many acts at once, of which a fifth is refused, exactly the acknowledged ones are in the books, without a gap', async () => {
  // A pool of connections lets 200 wait; the queue of the embedded file many more.
  const clients = database.kind === 'sqlite' ? 300 : 200;
  const outcomes = await Promise.allSettled(
    Array.from({ length: clients }, (_, client) => enter(`client ${client}`, client % 5 === 3)),
  );

  const acknowledged = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(acknowledged).toHaveLength(clients * 0.8);
  expect(
    refused.every((outcome) => outcome.reason instanceof Error && outcome.reason.message === 'the till is short'),
  ).toBe(true);
  expect(await numbersInTheBooks()).toEqual(Array.from({ length: clients * 0.8 }, (_, index) => index + 1));
  expect(acknowledged.toSorted((a, b) => a - b)).toEqual(await numbersInTheBooks());
});

test('a transact inside a transact is refused, and nothing of the outer one stays', async () => {
  const nested = database.transact(async (trx) => {
    await database.dialect.run(trx, "INSERT INTO `entry` (`number`, `narration`) VALUES (9, 'outer')");
    await enter('inner');
  });

  await expect(nested).rejects.toThrow('transact was called inside the body of another transact');
  expect(await numbersInTheBooks()).toEqual([]);
});

test('a body that reads past its own transaction is refused', async () => {
  const reading = database.transact(() => database.dialect.all(database.database, 'SELECT 1'));

  await expect(reading).rejects.toThrow('reads through its trx');
});

test('what was put off until after the commit runs once, after it, and never when the body throws', async () => {
  const seen: string[] = [];
  await database.transact(async (trx) => {
    trx.afterCommit(() => seen.push('committed'));
    seen.push('body');
  });
  const refused = database.transact(async (trx) => {
    trx.afterCommit(() => seen.push('never'));
    throw new Error('no');
  });
  await expect(refused).rejects.toThrow('no');

  expect(seen).toEqual(['body', 'committed']);
});

test('a query that was not awaited cannot write after its body has ended', async () => {
  let late: Promise<unknown> = Promise.resolve();
  await database.transact(async (trx) => {
    late = wait(20).then(() =>
      database.dialect.run(trx, "INSERT INTO `entry` (`number`, `narration`) VALUES (7, 'late')"),
    );
    late.catch(() => {});
  });

  await expect(late).rejects.toThrow('This transaction has ended');
  expect(await numbersInTheBooks()).toEqual([]);
});

test('after close no act is taken', async () => {
  const other = await createTestDatabase({ migrations: [books], appendOnlyTables: ['entry'] });
  await other.close();

  await expect(other.transact(async () => 1)).rejects.toBeInstanceOf(DatabaseUnavailable);
});

test.each([
  ['change', "UPDATE `entry` SET `narration` = 'other'"],
  ['remove', 'DELETE FROM `entry`'],
  ['replace', "REPLACE INTO `entry` (`id`, `number`, `narration`) VALUES (1, 1, 'other')"],
])('an append-only row refuses to be put otherwise: %s', async (_, statement) => {
  await enter('first');

  await expect(database.transact((trx) => database.dialect.run(trx, statement))).rejects.toThrow(
    /append-only|not authorized/,
  );
  const rows = await database.dialect.all(database.database, 'SELECT `narration` FROM `entry`');
  expect(rows).toEqual([{ narration: 'first' }]);
});

test('values come back as they were written: money, a day, a flag, JSON text in its own order', async () => {
  const row = { amount: 899_999_999_999_999, postedOn: '2026-11-22', isClosed: 1, details: '{"b":1,"a":[true, null]}' };
  await database.transact((trx) =>
    database.dialect.run(
      trx,
      "INSERT INTO `entry` (`number`, `narration`, `amount`, `postedOn`, `isClosed`, `details`) VALUES (1, 'नमस्ते', ?, ?, ?, ?)",
      [row.amount, row.postedOn, row.isClosed, row.details],
    ),
  );

  const columns = '`narration`, `amount`, `postedOn`, `isClosed`, `details`';
  expect(await database.dialect.one(database.database, `SELECT ${columns} FROM \`entry\``)).toEqual({
    narration: 'नमस्ते',
    ...row,
  });
});

test.each([
  ['an amount beyond the limit', 'amount', 900_000_000_000_001],
  ['a day that is not in the calendar', 'postedOn', '2026-02-30'],
  ['a flag that is neither 0 nor 1', 'isClosed', 2],
  ['text that is no JSON', 'details', '{'],
  ['text that is too long', 'narration', 'x'.repeat(41)],
])('the table itself refuses %s', async (_, column, value) => {
  const columns = { number: 1, narration: 'x', [column]: value };
  const names = Object.keys(columns).map((name) => `\`${name}\``);
  const insert = `INSERT INTO \`entry\` (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;

  await expect(database.transact((trx) => database.dialect.run(trx, insert, Object.values(columns)))).rejects.toThrow();
  expect(await numbersInTheBooks()).toEqual([]);
});

test.each([[true], [undefined], [1.5], [{ amount: 1 }], [new Date(0)], [2 ** 53]])(
  'a value that could mean two things never reaches SQL: %s',
  async (value) => {
    const act = database.transact((trx) =>
      // The type forbids these; input that slipped past it must be stopped here.
      database.dialect.run(trx, "INSERT INTO `entry` (`number`, `narration`) VALUES (?, 'x')", [value as number]),
    );
    await expect(act).rejects.toThrow(TypeError);
  },
);

test('a duplicate is told by the name of its key', async () => {
  await enter('first');
  const { dialect } = database;
  const again = await database
    .transact((trx) => dialect.run(trx, "INSERT INTO `entry` (`number`, `narration`) VALUES (1, 'again')"))
    .catch((error: unknown) => error);
  const samePrimary = await database
    .transact((trx) => dialect.run(trx, "INSERT INTO `series` VALUES ('till', 5)"))
    .catch((error: unknown) => error);

  expect(dialect.isDuplicateKey(again)).toBe('uq_entry_number');
  expect(dialect.isDuplicateKey(samePrimary)).toBe('PRIMARY');
  expect(dialect.isDuplicateKey(new Error('something else'))).toBeUndefined();
});

test('what is read outside transact cannot write', async () => {
  // The schema of these tests is not the program's, so the builder is asked by a name it does not know.
  const insert = database.database.insertInto('series' as 'sequence').values({ name: 'x', nextNumber: 1 });

  await expect(insert.execute()).rejects.toThrow('only reads');
});
