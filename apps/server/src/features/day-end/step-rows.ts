// One row for each day and step: how far it is, and when it was finished.

import type { CalendarDate, DomainError, Money } from '@kafal/core';
import type { Platform, Trx } from '../../platform/platform.ts';

type RowsPlatform = Pick<Platform, 'dialect' | 'clock' | 'transact'>;

export interface StepRow {
  readonly afterId: number;
  readonly done: number;
  readonly amount: Money;
  readonly finishedAt: number | null;
}

/** Makes the row when it is not there, and answers how far the step is. */
export function startStep(platform: RowsPlatform, businessDate: CalendarDate, step: string): Promise<StepRow> {
  return platform.transact(async (trx) => {
    await platform.dialect.insertIgnore(
      trx.insertInto('day_end_step').values({ businessDate, step, startedAt: platform.clock.now(), finishedAt: null }),
    );
    return lockStep(trx, platform, businessDate, step);
  });
}

/** Whoever works on the step at the same time waits here, so pieces are done one after the other in the same order. */
export function lockStep(
  trx: Trx,
  platform: Pick<Platform, 'dialect'>,
  businessDate: CalendarDate,
  step: string,
): Promise<StepRow> {
  return platform.dialect
    .forUpdate(
      trx
        .selectFrom('day_end_step')
        .select(['afterId', 'done', 'amount', 'finishedAt'])
        .where('businessDate', '=', businessDate)
        .where('step', '=', step),
    )
    .executeTakeFirstOrThrow();
}

export async function advanceStep(
  trx: Trx,
  businessDate: CalendarDate,
  step: string,
  to: Pick<StepRow, 'afterId' | 'done' | 'amount'>,
): Promise<void> {
  await trx
    .updateTable('day_end_step')
    .set(to)
    .where('businessDate', '=', businessDate)
    .where('step', '=', step)
    .execute();
}

export async function finishStep(
  trx: Trx,
  platform: Pick<Platform, 'clock'>,
  businessDate: CalendarDate,
  step: string,
): Promise<void> {
  await trx
    .updateTable('day_end_step')
    .set({ finishedAt: platform.clock.now(), stopCode: null, stopParams: null })
    .where('businessDate', '=', businessDate)
    .where('step', '=', step)
    .where('finishedAt', 'is', null)
    .execute();
}

/** Why the step did not get on, until somebody has finished it. */
export function stopStep(
  platform: Pick<Platform, 'transact'>,
  businessDate: CalendarDate,
  step: string,
  { code, params }: DomainError,
): Promise<void> {
  return platform.transact(async (trx) => {
    await trx
      .updateTable('day_end_step')
      .set({ stopCode: code, stopParams: JSON.stringify(params ?? {}) })
      .where('businessDate', '=', businessDate)
      .where('step', '=', step)
      .where('finishedAt', 'is', null)
      .execute();
  });
}
