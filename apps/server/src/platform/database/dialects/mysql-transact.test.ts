import { MysqlAdapter, MysqlQueryCompiler } from 'kysely';
import type { PoolConnection } from 'mysql2/promise';
import { expect, test } from 'vitest';
import { DatabaseUnavailable } from '../database-errors.ts';
import { kyselyParts } from '../transaction.ts';
import { MysqlConnection } from './mysql-connection.ts';
import { mysqlTransact } from './mysql-transact.ts';

const serverError = (errno: number) => Object.assign(new Error(`server error ${errno}`), { errno });
const lostConnection = () => Object.assign(new Error('gone'), { code: 'PROTOCOL_CONNECTION_LOST', fatal: true });

/** A pool whose only connection writes down what it is told; `fails` may throw at a word. */
function recordingPool(fails: (words: string) => void = () => {}) {
  const said: string[] = [];
  // Nothing here reaches the driver: the words a transaction is made of are written down instead.
  const connection = new MysqlConnection({} as PoolConnection);
  connection.say = async (words) => {
    said.push(words);
    fails(words);
  };
  const pool = {
    acquire: async () => connection,
    release: (_: MysqlConnection, isBroken = false) => {
      said.push(isBroken ? 'thrown away' : 'given back');
    },
  };
  const parts = kyselyParts(
    { adapter: new MysqlAdapter(), compiler: new MysqlQueryCompiler() },
    { begin: async () => {}, end: async () => {} },
  );
  const gauges = { retries: 0 };
  const told: unknown[] = [];
  return { said, gauges, told, transact: mysqlTransact(pool, parts, gauges, (error) => told.push(error)) };
}

test.each([1213, 1205, 1047, 1180])('after error %i the whole body runs again, from a clean start', async (errno) => {
  const { said, gauges, transact } = recordingPool();
  let runs = 0;

  const answer = await transact(async () => {
    runs += 1;
    if (runs < 3) {
      throw serverError(errno);
    }
    return 'written';
  });

  expect(answer).toBe('written');
  expect(gauges.retries).toBe(2);
  expect(said).toEqual([
    ...['START TRANSACTION', 'ROLLBACK', 'given back'],
    ...['START TRANSACTION', 'ROLLBACK', 'given back'],
    ...['START TRANSACTION', 'COMMIT', 'given back'],
  ]);
});

test('a connection lost at the commit is thrown away and the body runs again on another', async () => {
  let commits = 0;
  const { said, transact } = recordingPool((words) => {
    if (words === 'COMMIT' && commits++ === 0) {
      throw lostConnection();
    }
  });
  const seen: string[] = [];

  await transact(async (trx) => {
    trx.afterCommit(() => seen.push('after commit'));
  });

  expect(said).toEqual(['START TRANSACTION', 'COMMIT', 'thrown away', 'START TRANSACTION', 'COMMIT', 'given back']);
  expect(seen).toEqual(['after commit']);
});

test('after five more tries the request is answered as unavailable, with the last reason', async () => {
  const { transact } = recordingPool();
  let runs = 0;
  const refused = await transact(async () => {
    runs += 1;
    throw serverError(1213);
  }).catch((error: unknown) => error);

  expect(runs).toBe(6);
  expect(refused).toBeInstanceOf(DatabaseUnavailable);
  expect(refused).toHaveProperty('cause.errno', 1213);
});

test('a refusal of the body is rolled back and not tried again', async () => {
  const { said, transact } = recordingPool();

  await expect(
    transact(async () => {
      throw new Error('the member is suspended');
    }),
  ).rejects.toThrow('the member is suspended');
  expect(said).toEqual(['START TRANSACTION', 'ROLLBACK', 'given back']);
});

test('a connection that cannot roll back is not given to anyone else', async () => {
  const { said, transact } = recordingPool((words) => {
    if (words === 'ROLLBACK') {
      throw lostConnection();
    }
  });

  await expect(
    transact(async () => {
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(said).toEqual(['START TRANSACTION', 'ROLLBACK', 'thrown away']);
});

test('what goes wrong after the commit is told, and the caller has the answer all the same', async () => {
  const { told, transact } = recordingPool();

  const answer = await transact(async (trx) => {
    trx.afterCommit(() => {
      throw new Error('the cache is broken');
    });
    return 'written';
  });

  expect(answer).toBe('written');
  expect(told).toEqual([new Error('the cache is broken')]);
});
