// Accounts that a day's end could not do are tried again, each alone, for the day on which they failed.

import { add, type CalendarDate, DomainError } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { accountStep } from './account-steps.ts';
import { advanceStep, lockStep } from './step-rows.ts';

export interface FailuresOf {
  /** Only of days before this one: whoever is at work on a day keeps the order of its accounts. */
  readonly before: CalendarDate;
  /** Of this day alone. */
  readonly day?: CalendarDate;
  readonly limit?: number;
}

export interface RetriedFailures {
  readonly retried: number;
  readonly done: number;
}

/** Those that were tried longest ago come first, so that each has its turn. */
export async function retryFailures(platform: Platform, actor: Actor, of: FailuresOf): Promise<RetriedFailures> {
  const { before, day, limit } = of;
  let waiting = platform.database
    .selectFrom('day_end_failure')
    .select(['businessDate', 'step', 'depositId'])
    .where('resolvedAt', 'is', null)
    .where('businessDate', '<', before)
    .orderBy('failedAt')
    .orderBy('businessDate')
    .orderBy('depositId');
  if (day !== undefined) waiting = waiting.where('businessDate', '=', day);
  if (limit !== undefined) waiting = waiting.limit(limit);

  const failures = await waiting.execute();
  let done = 0;
  for (const failure of failures) if (await retry(platform, actor, failure)) done += 1;
  return { retried: failures.length, done };
}

interface FailureKey {
  readonly businessDate: CalendarDate;
  readonly step: string;
  readonly depositId: number;
}

async function retry(platform: Platform, actor: Actor, failure: FailureKey): Promise<boolean> {
  try {
    return await platform.transact((trx) => doAgain(trx, platform, actor, failure));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await keepReason(platform, failure, error);
    return false;
  }
}

async function doAgain(trx: Trx, platform: Platform, actor: Actor, failure: FailureKey): Promise<boolean> {
  const { businessDate, step, depositId } = failure;
  const row = await lockStep(trx, platform, businessDate, step);
  const { changes } = await platform.dialect.run(
    trx,
    'UPDATE day_end_failure SET resolvedAt = ? ' +
      'WHERE businessDate = ? AND step = ? AND depositId = ? AND resolvedAt IS NULL',
    [platform.clock.now(), businessDate, step, depositId],
  );
  // Another worker had it first.
  if (changes === 0) return false;
  const only = { on: businessDate, afterId: depositId - 1, upToId: depositId, limit: 1 };
  const { credited, amount, failures } = await accountStep(step).act(trx, platform, actor, only);
  const [stillBad] = failures;
  if (stillBad !== undefined) throw stillBad.reason;
  await advanceStep(trx, businessDate, step, {
    afterId: row.afterId,
    done: row.done + credited,
    amount: add(row.amount, amount),
  });
  return true;
}

/** It stays among the failures, with the reason that it has now. */
function keepReason(platform: Platform, failure: FailureKey, { code, params }: DomainError): Promise<void> {
  return platform.transact(async (trx) => {
    await trx
      .updateTable('day_end_failure')
      .set({ code, params: JSON.stringify(params ?? {}), failedAt: platform.clock.now() })
      .where('businessDate', '=', failure.businessDate)
      .where('step', '=', failure.step)
      .where('depositId', '=', failure.depositId)
      .where('resolvedAt', 'is', null)
      .execute();
  });
}
