// Interest, account after account, some at a time: a transaction holds the books for about 20 ms, so whoever stands at a
// counter does not notice. The row of the step says how far it is and is written with the work itself.

import { add, DomainError } from '@kafal/core';
import type { Platform, Trx } from '../../platform/platform.ts';
import { creditInterest, type FailedAccount, isInterestDay, nextDepositId } from '../deposits/index.ts';
import type { StepWork } from './schedule.ts';
import { advanceStep, finishStep, lockStep } from './step-rows.ts';

const ACCOUNTS_AT_ONCE = 50;

export async function workThroughAccounts(work: StepWork): Promise<void> {
  const { platform, day, step } = work;
  if (!(await isInterestDay(platform.database, day))) {
    return platform.transact((trx) => finishStep(trx, platform, day, step));
  }
  for (;;) {
    const isFinished = await nextAccounts(work, ACCOUNTS_AT_ONCE).catch(async (error: unknown) => {
      if (!isOfOneAccount(error)) throw error;
      return oneByOne(work);
    });
    if (isFinished) return;
  }
}

/** The same accounts alone, each in its own transaction, so that the bad one is found and the others go on. */
async function oneByOne(work: StepWork): Promise<boolean> {
  for (let count = 0; count < ACCOUNTS_AT_ONCE; count += 1) {
    const isFinished = await nextAccounts(work, 1).catch(async (error: unknown) => {
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

function nextAccounts({ platform, actor, day, step, told }: StepWork, limit: number): Promise<boolean> {
  return platform.transact(async (trx) => {
    const row = await lockStep(trx, platform, day, step);
    if (row.finishedAt !== null) return true;

    const { lastId, credited, amount, failures } = await creditInterest(trx, platform, actor, {
      on: day,
      afterId: row.afterId,
      limit,
    });
    if (lastId === undefined) {
      await finishStep(trx, platform, day, step);
      return true;
    }
    for (const failure of failures) await keepFailure(trx, platform, { day, step }, failure);
    await advanceStep(trx, day, step, {
      afterId: lastId,
      done: row.done + credited,
      amount: add(row.amount, amount),
    });
    trx.afterCommit(() => told(row.done + credited));
    return false;
  });
}

function passOver({ platform, day, step }: StepWork, reason: DomainError): Promise<void> {
  return platform.transact(async (trx) => {
    const { afterId, ...so } = await lockStep(trx, platform, day, step);
    const depositId = await nextDepositId(trx, day, afterId);
    if (depositId === undefined) return;
    await keepFailure(trx, platform, { day, step }, { depositId, reason });
    await advanceStep(trx, day, step, { ...so, afterId: depositId });
  });
}

async function keepFailure(
  trx: Trx,
  platform: Platform,
  { day, step }: Pick<StepWork, 'day' | 'step'>,
  { depositId, reason }: FailedAccount,
): Promise<void> {
  await trx
    .insertInto('day_end_failure')
    .values({
      businessDate: day,
      step,
      depositId,
      code: reason.code,
      params: JSON.stringify(reason.params ?? {}),
      failedAt: platform.clock.now(),
      resolvedAt: null,
    })
    .execute();
}
