// The steps that are one piece of work.

import { Refusal } from '../../platform/http/refusal.ts';
import { closeBusinessDay, openTills } from '../accounting/index.ts';
import { booksAgreementNow } from '../dashboard/index.ts';
import { endHolds } from '../deposits/index.ts';
import type { StepWork } from './schedule.ts';
import { finishStep } from './step-rows.ts';

/** What is still in a drawer would move after the interest of the day was counted. */
export async function checkTills(work: StepWork): Promise<void> {
  const { platform, day } = work;
  const tills = await openTills(platform, platform.database, day);
  if (tills.length > 0) {
    throw new Refusal('conflict', 'TILLS_STILL_OPEN', { tills: tills.map(({ code }) => code).join(', '), day });
  }
  await finish(work);
}

export function endHoldsOfDay({ platform, actor, day, step }: StepWork): Promise<void> {
  return platform.transact(async (trx) => {
    await endHolds(trx, platform, actor, day);
    await finishStep(trx, platform, day, step);
  });
}

/** A day whose books disagree stays open until somebody has looked. */
export async function checkBooks(work: StepWork): Promise<void> {
  const { platform, actor } = work;
  const { agrees } = await booksAgreementNow(platform, actor);
  if (!agrees) throw new Refusal('conflict', 'DAY_END_BOOKS_DISAGREE', { day: work.day });
  await finish(work);
}

/** A day on which nothing was posted has no row, and nothing to close. */
export async function closeDay(work: StepWork): Promise<void> {
  const { platform, actor, day } = work;
  try {
    if ((await statusOf(work)) === 'open') await closeBusinessDay(platform, actor, day);
  } catch (error) {
    // Another worker, or a person, closed it a moment ago.
    if ((await statusOf(work)) !== 'closed') throw error;
  }
  await finish(work);
}

async function statusOf({ platform, day }: StepWork): Promise<string | undefined> {
  const row = await platform.database
    .selectFrom('business_day')
    .select('status')
    .where('businessDate', '=', day)
    .executeTakeFirst();
  return row?.status;
}

function finish({ platform, day, step }: StepWork): Promise<void> {
  return platform.transact((trx) => finishStep(trx, platform, day, step));
}
