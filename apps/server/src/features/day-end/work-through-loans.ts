// The steps that go from loan to loan, or from borrower to borrower, some at a time. The row of the step says how far it is and
// is written with the work itself; whoever works on it at the same time waits for the row.

import type { DayEndStepName } from '@kafal/contract';
import { add, type CalendarDate, invariant } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import {
  accrueLoans,
  ageLoans,
  debitLoans,
  type LoansAtOnce,
  type LoansDone,
  lapseSanctions,
  postLoanAccruals,
} from '../loans/index.ts';
import type { StepWork } from './schedule.ts';
import { advanceStep, finishStep, lockStep } from './step-rows.ts';

interface LoanStep {
  readonly atOnce: number;
  act(trx: Trx, platform: Platform, actor: Actor, loans: LoansAtOnce): Promise<LoansDone>;
  /** When every loan is done, in one transaction with the end of the step. */
  readonly finish?: (trx: Trx, platform: Platform, actor: Actor, day: CalendarDate) => Promise<void>;
}

const steps: Partial<Record<DayEndStepName, LoanStep>> = {
  'lapse-sanctions': { atOnce: 50, act: lapseSanctions },
  'debit-loans': { atOnce: 30, act: debitLoans },
  'age-loans': { atOnce: 30, act: ageLoans },
  'accrue-loans': { atOnce: 200, act: accrueLoans, finish: postLoanAccruals },
};

export async function workThroughLoans(work: StepWork): Promise<void> {
  while (!(await nextLoans(work)));
}

/** Answers whether none was left. */
function nextLoans({ platform, actor, day, step, told }: StepWork): Promise<boolean> {
  const loanStep = steps[step];
  invariant(loanStep, `${step} goes from loan to loan`);
  return platform.transact(async (trx) => {
    const row = await lockStep(trx, platform, day, step);
    if (row.finishedAt !== null) return true;
    const loans = { on: day, afterId: row.afterId, limit: loanStep.atOnce };
    const { lastId, ...result } = await loanStep.act(trx, platform, actor, loans);
    if (lastId === undefined) {
      await loanStep.finish?.(trx, platform, actor, day);
      await finishStep(trx, platform, day, step);
      return true;
    }
    const done = row.done + result.done;
    await advanceStep(trx, day, step, { afterId: lastId, done, amount: add(row.amount, result.amount) });
    trx.afterCommit(() => told(done));
    return false;
  });
}
