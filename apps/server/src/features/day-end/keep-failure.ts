import type { Platform, Trx } from '../../platform/platform.ts';
import type { FailedAccount } from '../deposits/index.ts';
import type { StepWork } from './schedule.ts';

/** An account that could not be done is named, with the reason, and tried again later. */
export async function keepFailure(
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
