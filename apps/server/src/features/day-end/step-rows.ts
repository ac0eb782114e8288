// One row for each day and step: how far it is, and when it was finished.

import { DAY_END_STEPS, type DayEndStepName } from '@kafal/contract';
import type { CalendarDate, DomainError, Money } from '@kafal/core';
import type { Platform, Trx } from '../../platform/platform.ts';

type RowMaker = Pick<Platform, 'dialect' | 'clock'>;
type RowsPlatform = RowMaker & Pick<Platform, 'transact'>;

export interface StepRow {
  readonly afterId: number;
  readonly done: number;
  readonly amount: Money;
  readonly finishedAt: number | null;
}

/** Makes the row when it is not there. */
export function startStep(platform: RowsPlatform, businessDate: CalendarDate, step: DayEndStepName): Promise<void> {
  return platform.transact((trx) => makeRow(trx, platform, businessDate, step));
}

async function makeRow(
  trx: Trx,
  { dialect, clock }: RowMaker,
  businessDate: CalendarDate,
  step: DayEndStepName,
): Promise<void> {
  await dialect.insertIgnore(
    trx.insertInto('day_end_step').values({ businessDate, step, startedAt: clock.now(), finishedAt: null }),
  );
}

/** Whether each step of the day that has a row is finished. */
export async function stepsBegun(
  { database }: Pick<Platform, 'database'>,
  businessDate: CalendarDate,
): Promise<ReadonlyMap<string, { readonly isFinished: boolean }>> {
  const rows = await database
    .selectFrom('day_end_step')
    .select(['step', 'finishedAt'])
    .where('businessDate', '=', businessDate)
    .execute();
  return new Map(rows.map(({ step, finishedAt }) => [step, { isFinished: finishedAt !== null }]));
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

/** With it the next step begins: most days have little to do in most steps, and a transaction for each beginning is half of it. */
export async function finishStep(
  trx: Trx,
  platform: RowMaker,
  businessDate: CalendarDate,
  step: DayEndStepName,
): Promise<void> {
  await trx
    .updateTable('day_end_step')
    .set({ finishedAt: platform.clock.now(), stopCode: null, stopParams: null })
    .where('businessDate', '=', businessDate)
    .where('step', '=', step)
    .where('finishedAt', 'is', null)
    .execute();
  const next = DAY_END_STEPS[DAY_END_STEPS.indexOf(step) + 1];
  if (next !== undefined) await makeRow(trx, platform, businessDate, next);
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
