// The step that goes from member to member: who has no account for what is due has no account that could fail.

import { add } from '@kafal/core';
import { raiseThriftDues, thriftDueOf } from '../deposits/index.ts';
import type { StepWork } from './schedule.ts';
import { advanceStep, finishStep, lockStep } from './step-rows.ts';

const MEMBERS_AT_ONCE = 20;

export async function raiseDues(work: StepWork): Promise<void> {
  const { platform, day, step } = work;
  if ((await thriftDueOf(platform.database, day)) === undefined) {
    return platform.transact((trx) => finishStep(trx, platform, day, step));
  }
  while (!(await raiseNext(work)));
}

/** Answers whether there was nobody left. */
function raiseNext({ platform, actor, day, step, told }: StepWork): Promise<boolean> {
  return platform.transact(async (trx) => {
    const row = await lockStep(trx, platform, day, step);
    if (row.finishedAt !== null) return true;
    const accounts = { on: day, afterId: row.afterId, limit: MEMBERS_AT_ONCE };
    const { lastId, raised, amount } = await raiseThriftDues(trx, platform, actor, accounts);
    if (lastId === undefined) {
      await finishStep(trx, platform, day, step);
      return true;
    }
    const done = row.done + raised;
    await advanceStep(trx, day, step, { afterId: lastId, done, amount: add(row.amount, amount) });
    trx.afterCommit(() => told(done));
    return false;
  });
}
