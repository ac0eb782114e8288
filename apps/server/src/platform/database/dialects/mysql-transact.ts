// `transact` on MySQL and MariaDB: READ COMMITTED, and the whole body again when the server asks for it.

import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseUnavailable } from '../database-errors.ts';
import {
  type KyselyParts,
  OpenTransaction,
  refuseNestedTransaction,
  runBody,
  type Transact,
  type Trx,
} from '../transaction.ts';
import { isLostConnection, isRetryable } from './mysql-errors.ts';
import type { MysqlPool } from './mysql-pool.ts';

const MOST_RETRIES = 5;
const FIRST_PAUSE_MS = 20;

export function mysqlTransact(
  pool: Pick<MysqlPool, 'acquire' | 'release'>,
  parts: KyselyParts,
  gauges: { retries: number },
  tell: (error: unknown) => void,
): Transact {
  return async <T>(body: (trx: Trx) => Promise<T>): Promise<T> => {
    refuseNestedTransaction();
    for (let retries = 0; ; retries += 1) {
      try {
        return await runOnce(pool, parts, body, tell);
      } catch (error) {
        if (!isRetryable(error)) {
          throw error;
        }
        if (retries === MOST_RETRIES) {
          throw new DatabaseUnavailable('The database could not finish this change.', { cause: error });
        }
        gauges.retries += 1;
        // Half of the pause is chance, so that two that met do not meet again.
        await wait(FIRST_PAUSE_MS * 2 ** retries * (0.5 + Math.random()));
      }
    }
  };
}

async function runOnce<T>(
  pool: Pick<MysqlPool, 'acquire' | 'release'>,
  parts: KyselyParts,
  body: (trx: Trx) => Promise<T>,
  tell: (error: unknown) => void,
): Promise<T> {
  const connection = await pool.acquire();
  const trx = new OpenTransaction(parts, connection);
  let answer: T;
  try {
    await connection.say('START TRANSACTION');
    answer = await runBody(trx, body);
    trx.end();
    await connection.say('COMMIT');
    pool.release(connection);
  } catch (error) {
    trx.end();
    // A lock wait that timed out leaves the transaction open: it is always rolled back, or its connection thrown away.
    const isClean =
      !isLostConnection(error) &&
      (await connection.say('ROLLBACK').then(
        () => true,
        () => false,
      ));
    pool.release(connection, !isClean);
    throw error;
  }
  trx.runAfterCommit(tell);
  return answer;
}
