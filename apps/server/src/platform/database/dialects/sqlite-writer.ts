// The one writer of the SQLite file: a queue in order of arrival and one durable commit for everyone who waits.
//
// Bodies run strictly one after another. As long as none throws, they share the transaction as it is, which spares a
// copy of every page they touch. When one throws, the batch goes back and is run again, now each body in a savepoint of
// its own, so that the one that throws takes nothing of its neighbours with it. Savepoints are a stack: a body that began
// before its neighbour had ended would lose its rows when the neighbour rolls back.

import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { DatabaseUnavailable, TransactionLost } from '../database-errors.ts';
import { type KyselyParts, OpenTransaction, refuseNestedTransaction, runBody, type Trx } from '../transaction.ts';
import type { SqliteConnection } from './sqlite-connection.ts';
import type { WriteTurns } from './write-turns.ts';

const COMMIT_AFTER_REQUESTS = 256;
/** Rows of neighbours share pages: the more acts in one commit, the fewer pages are written for each. */
const COMMIT_AFTER_MS = 50;
const MOST_WAITING = 10_000;
/** Refusals come in swarms: after one, so many batches take savepoints at once instead of running twice. */
const GUARDED_AFTER_A_THROW = 16;

interface Request {
  readonly body: (trx: Trx) => Promise<unknown>;
  /** Runs a function as if the caller had called it, so that the caller's async context reaches the body. */
  readonly asCaller: <R>(act: () => R) => R;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}

interface Finished {
  readonly request: Request;
  readonly trx: OpenTransaction;
  readonly outcome:
    | { readonly kept: true; readonly answer: unknown }
    | { readonly kept: false; readonly error: unknown };
}

export interface WriterGauges {
  waiting: number;
  commits: number;
  requests: number;
  largestBatch: number;
}

export class SqliteWriter {
  readonly gauges: WriterGauges = { waiting: 0, commits: 0, requests: 0, largestBatch: 0 };
  readonly #connection: SqliteConnection;
  readonly #parts: KyselyParts;
  readonly #turns: WriteTurns;
  readonly #tell: (error: unknown) => void;
  #queue: Request[] = [];
  #next = 0;
  #working: Promise<void> | undefined;
  #isClosed = false;
  #guardedBatches = 0;
  /** The batch could not be undone to be run again: nothing of it may be kept. */
  #isSpoilt = false;

  constructor(connection: SqliteConnection, parts: KyselyParts, turns: WriteTurns, tell: (error: unknown) => void) {
    this.#connection = connection;
    this.#parts = parts;
    this.#turns = turns;
    this.#tell = (error) => {
      try {
        tell(error);
      } catch {
        // Whoever listens is broken; the queue must go on for everyone else.
      }
    };
  }

  readonly transact = <T>(body: (trx: Trx) => Promise<T>): Promise<T> => {
    try {
      refuseNestedTransaction();
      this.#refuseWhenFull();
    } catch (error) {
      return Promise.reject(error);
    }
    return new Promise<T>((resolve, reject) => {
      // The answer of this body is handed back to this resolve and to no other, so its type is kept.
      const settle = resolve as (answer: unknown) => void;
      this.#queue.push({ body, asCaller: AsyncLocalStorage.snapshot(), resolve: settle, reject });
      this.gauges.waiting += 1;
      this.#working ??= this.#work();
    });
  };

  /** Waits until all that was accepted is durable, and takes no more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#working;
  }

  async #work(): Promise<void> {
    // Even the first body waits for a turn of its own: `transact` never runs anything before it returns.
    await undefined;
    while (this.gauges.waiting > 0) {
      try {
        await this.#begin();
      } catch (error) {
        this.#rejectAllWaiting(error);
        break;
      }
      const finished = await this.#runBatch();
      this.#settle(finished, this.#commit());
    }
    this.#working = undefined;
  }

  #begin(): Promise<void> {
    return this.#turns.take(() => void this.#connection.runNow('BEGIN IMMEDIATE'));
  }

  async #runBatch(): Promise<Finished[]> {
    const finished: Finished[] = [];
    const startedAt = performance.now();
    let isGuarded = this.#guardedBatches > 0;
    if (isGuarded) this.#guardedBatches -= 1;

    while (finished.length < COMMIT_AFTER_REQUESTS && performance.now() - startedAt < COMMIT_AFTER_MS) {
      let request = this.#take();
      if (request === undefined) {
        // One turn of the event loop lets the requests that are already here reach the queue.
        await nextTurn();
        request = this.#take();
      }
      if (request === undefined) {
        break;
      }
      const one = await this.#runOne(request, isGuarded);
      if (one.outcome.kept || isGuarded) {
        finished.push(one);
      } else {
        isGuarded = true;
        this.#guardedBatches = GUARDED_AFTER_A_THROW;
        await this.#runAgain(finished, one);
      }
      if (this.#isLost()) {
        break;
      }
    }
    return finished;
  }

  /** After a full disk or an I/O error SQLite has rolled everything back by itself; `isTransaction` tells. */
  #isLost(): boolean {
    return this.#isSpoilt || !this.#connection.raw.isTransaction;
  }

  async #runOne(request: Request, isGuarded: boolean): Promise<Finished> {
    const trx = new OpenTransaction(this.#parts, this.#connection);
    try {
      if (isGuarded) this.#connection.runNow('SAVEPOINT r');
      const answer = await request.asCaller(() => runBody(trx, request.body));
      trx.end();
      if (isGuarded) this.#connection.runNow('RELEASE r');
      return { request, trx, outcome: { kept: true, answer } };
    } catch (error) {
      trx.end();
      if (isGuarded) this.#undoOne();
      return { request, trx, outcome: { kept: false, error } };
    }
  }

  /** One of a batch without savepoints has thrown: everything so far is undone, and done again but for what throws. */
  async #runAgain(finished: Finished[], thrown: Finished): Promise<void> {
    const isAlone = finished.length === 0;
    finished.push(thrown);
    await this.#beginAgain();
    if (isAlone) return;
    for (const [place, { request }] of finished.entries()) {
      if (this.#isLost()) return;
      finished[place] = await this.#runOne(request, true);
    }
  }

  async #beginAgain(): Promise<void> {
    if (this.#isLost()) return;
    this.#rollBack();
    try {
      await this.#begin();
    } catch (error) {
      this.#tell(error);
      this.#isSpoilt = true;
    }
  }

  #undoOne(): void {
    if (this.#isLost()) {
      return;
    }
    try {
      this.#connection.runNow('ROLLBACK TO r');
      this.#connection.runNow('RELEASE r');
    } catch (error) {
      this.#tell(error);
      this.#rollBack();
    }
  }

  /** Nothing when the batch is durable, otherwise the reason why all of it is gone. */
  #commit(): unknown {
    if (this.#isLost()) {
      this.#isSpoilt = false;
      this.#rollBack();
      return new Error('SQLite rolled the whole batch back.');
    }
    try {
      this.#connection.runNow('COMMIT');
      return undefined;
    } catch (error) {
      this.#rollBack();
      return error;
    }
  }

  #rollBack(): void {
    try {
      if (this.#connection.raw.isTransaction) {
        this.#connection.runNow('ROLLBACK');
      }
    } catch (error) {
      this.#tell(error);
    }
  }

  #settle(finished: readonly Finished[], lostBecause: unknown): void {
    this.gauges.commits += 1;
    this.gauges.requests += finished.length;
    this.gauges.largestBatch = Math.max(this.gauges.largestBatch, finished.length);

    for (const { request, trx, outcome } of finished) {
      if (lostBecause !== undefined) {
        // A refusal too: it may have been decided on rows of a neighbour that are gone.
        const cause = outcome.kept ? lostBecause : outcome.error;
        request.reject(
          new TransactionLost('The database could not keep this change; nothing of it was written.', { cause }),
        );
      } else if (outcome.kept) {
        request.asCaller(() => trx.runAfterCommit(this.#tell));
        request.resolve(outcome.answer);
      } else {
        request.reject(outcome.error);
      }
    }
  }

  #take(): Request | undefined {
    const request = this.#queue[this.#next];
    if (request === undefined) {
      this.#queue = [];
      this.#next = 0;
      return undefined;
    }
    this.#next += 1;
    this.gauges.waiting -= 1;
    return request;
  }

  #rejectAllWaiting(cause: unknown): void {
    for (let request = this.#take(); request !== undefined; request = this.#take()) {
      request.reject(new DatabaseUnavailable('The database file is busy or cannot be written.', { cause }));
    }
  }

  #refuseWhenFull(): void {
    if (this.#isClosed) {
      throw new DatabaseUnavailable('The database is closed.');
    }
    if (this.gauges.waiting >= MOST_WAITING) {
      throw new DatabaseUnavailable(`${MOST_WAITING} changes are already waiting to be written.`);
    }
  }
}
