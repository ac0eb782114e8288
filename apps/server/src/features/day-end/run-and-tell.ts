// Whoever runs the end of the day holds a lease, so that a second start joins it and every page sees that somebody is
// at it. The lease says no more than that: what must happen once is claimed by the rows of the steps.

import type { EventName } from '@kafal/contract';
import { dropLease, takeLease } from '../../platform/lease.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { keepFault } from './keep-fault.ts';
import type { DayEndOutcome, DayEndProgress } from './run-day-end.ts';

const LEASE = 'day-end';
/** So long a run that was killed is still taken for one that goes on. */
const LEASE_MS = 15_000;
/** How often the pages are told to look again, and the lease is prolonged. */
const TELL_EVERY_MS = 1_000;

type Told = (progress: DayEndProgress) => void;

/** The right to run; undefined when somebody else is at it. */
export async function claimDayEnd(platform: Platform): Promise<string | undefined> {
  const claim = platform.ids.randomToken(16);
  return (await takeLease(platform, LEASE, claim, LEASE_MS)) ? claim : undefined;
}

export async function isDayEndRunning({ database, clock }: Platform): Promise<boolean> {
  const lease = await database
    .selectFrom('lease')
    .select('holder')
    .where('name', '=', LEASE)
    .where('expiresAt', '>', clock.now())
    .executeTakeFirst();
  return lease !== undefined;
}

/** Runs under the claim and gives it back, telling every page to look again. */
export async function runAndTell(
  platform: Platform,
  claim: string,
  run: (told: Told) => Promise<DayEndOutcome>,
  told: Told = () => {},
): Promise<DayEndOutcome> {
  let at: DayEndProgress | undefined;
  const where = () => (at === undefined ? {} : { day: at.day, step: at.step });
  const tellProgress = async () => {
    try {
      await takeLease(platform, LEASE, claim, LEASE_MS);
      await tell(platform, 'day-end.progressed', where());
    } catch (error) {
      platform.log.error({ err: error }, 'the progress of the end of the day was not told');
    }
  };
  let telling = tellProgress();
  const timer = setInterval(() => {
    telling = telling.then(tellProgress);
  }, TELL_EVERY_MS);
  timer.unref();
  const giveBack = async () => {
    clearInterval(timer);
    await telling;
    // Before the last message: whoever looks again then finds nobody at it.
    await dropLease(platform, LEASE, claim);
  };
  try {
    const outcome = await run((progress) => {
      at = progress;
      told(progress);
    });
    await giveBack();
    await tell(platform, 'day-end.finished', { until: outcome.until });
    return outcome;
  } catch (error) {
    // Before the claim is given back: whoever looks next finds the cause, and nobody begins in between.
    await keepFault(platform, error).catch((fault: unknown) =>
      platform.log.error({ err: fault }, 'why the end of the day broke off was not kept'),
    );
    await giveBack();
    await tell(platform, 'day-end.stopped', where());
    throw error;
  }
}

function tell(
  platform: Platform,
  name: Extract<EventName, `day-end.${string}`>,
  payload: Readonly<Record<string, string>>,
): Promise<void> {
  return platform.transact((trx) => recordEvent(trx, platform, { name, payload }));
}
