// A step account after account, some at a time: a transaction holds the books for about 20 ms, so whoever stands at a
// counter does not notice. The row of the step says how far it is and is written with the work itself.

import { add, DomainError } from '@kafal/core';
import { accountStep } from './account-steps.ts';
import { keepFailure } from './keep-failure.ts';
import type { StepWork } from './schedule.ts';
import { advanceStep, finishStep, lockStep } from './step-rows.ts';

export async function workThroughAccounts(work: StepWork): Promise<void> {
  const { platform, day, step } = work;
  const { atOnce, isDue } = accountStep(step);
  if (isDue !== undefined && !(await isDue(platform.database, day))) {
    return platform.transact((trx) => finishStep(trx, platform, day, step));
  }
  const size = pieceSize(atOnce);
  for (;;) {
    const isFinished = await nextAccounts(work, size).catch(async (error: unknown) => {
      if (!isOfOneAccount(error)) throw error;
      return oneByOne(work, size.accounts);
    });
    if (isFinished) return;
  }
}

interface PieceSize {
  accounts: number;
  /** What the work on so many took, without waiting for its turn. */
  took(ms: number): void;
}

const PIECE_MS = 20;
const MOST_ACCOUNTS = 1_024;
/** A society that is done in a moment says nothing of the machine. */
const PIECES_BEFORE = 8;

function pieceSize(atFirst: number): PieceSize {
  let pieces = 0;
  return {
    accounts: atFirst,
    took(ms) {
      pieces += 1;
      if (pieces <= PIECES_BEFORE) return;
      const fitting = (this.accounts * PIECE_MS) / Math.max(1, ms);
      const near = Math.min(2 * this.accounts, Math.max(this.accounts / 2, fitting));
      // Each piece costs a commit, so on a machine that is busy with other things they do not get ever smaller.
      this.accounts = Math.min(MOST_ACCOUNTS, Math.max(atFirst, Math.round(near)));
    },
  };
}

/** The same accounts alone, each in its own transaction, so that the bad one is found and the others go on. */
async function oneByOne(work: StepWork, atOnce: number): Promise<boolean> {
  for (let count = 0; count < atOnce; count += 1) {
    const isFinished = await nextAccounts(work, ALONE).catch(async (error: unknown) => {
      if (!isOfOneAccount(error)) throw error;
      await passOver(work, error);
      return false;
    });
    if (isFinished) return true;
  }
  return false;
}

/** A day that was closed, or a database that is busy, is no matter of the account. */
function isOfOneAccount(error: unknown): error is DomainError {
  return error instanceof DomainError && error.kind !== 'conflict' && error.kind !== 'unavailable';
}

const ALONE: PieceSize = { accounts: 1, took: () => {} };

function nextAccounts({ platform, actor, day, step, told }: StepWork, size: PieceSize): Promise<boolean> {
  return platform.transact(async (trx) => {
    const startedAt = performance.now();
    const row = await lockStep(trx, platform, day, step);
    if (row.finishedAt !== null) return true;

    const { lastId, credited, amount, failures } = await accountStep(step).act(trx, platform, actor, {
      on: day,
      afterId: row.afterId,
      limit: size.accounts,
    });
    if (lastId === undefined) {
      await accountStep(step).finish?.(trx, platform, actor, day);
      await finishStep(trx, platform, day, step);
      return true;
    }
    for (const failure of failures) await keepFailure(trx, platform, { day, step }, failure);
    await advanceStep(trx, day, step, {
      afterId: lastId,
      done: row.done + credited,
      amount: add(row.amount, amount),
    });
    const ms = performance.now() - startedAt;
    trx.afterCommit(() => {
      size.took(ms);
      told(row.done + credited);
    });
    return false;
  });
}

function passOver({ platform, day, step }: StepWork, reason: DomainError): Promise<void> {
  return platform.transact(async (trx) => {
    const { afterId, ...so } = await lockStep(trx, platform, day, step);
    const depositId = await accountStep(step).nextId(trx, day, afterId);
    if (depositId === undefined) return;
    await keepFailure(trx, platform, { day, step }, { depositId, reason });
    await advanceStep(trx, day, step, { ...so, afterId: depositId });
  });
}
