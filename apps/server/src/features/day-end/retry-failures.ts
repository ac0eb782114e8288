// Accounts that a day's end could not do are tried again, each alone, for the day on which they failed.

import { type CalendarDate, DomainError } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { creditInterest } from '../deposits/index.ts';

/** Only of days before this one: whoever is at work on a day keeps the order of its accounts. */
export async function retryFailures(platform: Platform, actor: Actor, before: CalendarDate): Promise<void> {
  const failures = await platform.database
    .selectFrom('day_end_failure')
    .select(['businessDate', 'step', 'depositId'])
    .where('resolvedAt', 'is', null)
    .where('businessDate', '<', before)
    .orderBy('businessDate')
    .orderBy('depositId')
    .execute();
  for (const { businessDate, step, depositId } of failures) {
    await platform
      .transact(async (trx) => {
        const { changes } = await platform.dialect.run(
          trx,
          'UPDATE day_end_failure SET resolvedAt = ? ' +
            'WHERE businessDate = ? AND step = ? AND depositId = ? AND resolvedAt IS NULL',
          [platform.clock.now(), businessDate, step, depositId],
        );
        // Another worker had it first.
        if (changes === 0) return;
        const only = { on: businessDate, afterId: depositId - 1, upToId: depositId, limit: 1 };
        const [stillBad] = (await creditInterest(trx, platform, actor, only)).failures;
        if (stillBad !== undefined) throw stillBad.reason;
      })
      .catch((error: unknown) => {
        // It stays among the failures with the reason it had.
        if (!(error instanceof DomainError)) throw error;
      });
  }
}
