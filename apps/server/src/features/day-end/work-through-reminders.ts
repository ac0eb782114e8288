// The list of reminders, some at a time. The row of the step says how far the list is and is written with the work itself.

import { remindNext } from '../reminders/index.ts';
import type { StepWork } from './schedule.ts';
import { advanceStep, finishStep, lockStep } from './step-rows.ts';

const AT_ONCE = 500;

export async function workThroughReminders(work: StepWork): Promise<void> {
  while (!(await nextReminders(work)));
}

/** Answers whether none was left. */
function nextReminders({ platform, day, step, told }: StepWork): Promise<boolean> {
  return platform.transact(async (trx) => {
    const row = await lockStep(trx, platform, day, step);
    if (row.finishedAt !== null) return true;
    const { place, ...some } = await remindNext(trx, platform, { on: day, place: row.afterId, limit: AT_ONCE });
    if (place === undefined) {
      await finishStep(trx, platform, day, step);
      return true;
    }
    const done = row.done + some.done;
    await advanceStep(trx, day, step, { afterId: place, done, amount: row.amount });
    trx.afterCommit(() => told(done));
    return false;
  });
}
