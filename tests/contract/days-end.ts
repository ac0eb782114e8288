// Days of a society that are ended one after the other, by the same work that a page and the command begin.

import { type CalendarDate, daysBetween } from '@kafal/core';
import { moveBusinessDayIfDue } from '../../apps/server/src/features/accounting/index.ts';
import { runDayEnd } from '../../apps/server/src/features/day-end/index.ts';
import { systemActor } from '../../apps/server/src/platform/http/actor.ts';
import { must, type SocietyInBusiness } from './society-in-business.ts';

export const DAY_MS = 86_400_000;

/** The till is counted and closed, and every day up to this one is lived through and ended. */
export async function endDays(society: SocietyInBusiness, until: CalendarDate): Promise<void> {
  const { send, cashier, platform, clock } = society;
  const { session } = must(await send(cashier, 'GET', '/api/till-sessions/current'), 200).json();
  if (session !== null) {
    const closing = { count: countOf(session.expectedCash), toVault: '0.00' };
    must(await send(cashier, 'POST', `/api/till-sessions/${session.id}/closing`, closing), 201);
  }
  const { businessDate } = must(await send(cashier, 'GET', '/api/business-day'), 200).json();
  for (let left = daysBetween(businessDate, until); left > 0; left -= 1) clock.advance(DAY_MS);
  await moveBusinessDayIfDue(platform);
  await runDayEnd(platform, systemActor('Kafal'), { until });
}

/** Opened anew on another day, with what was left in the drawer and no more. */
export async function openTill({ send, cashier, tillId }: SocietyInBusiness): Promise<void> {
  const tills = must(await send(cashier, 'GET', '/api/tills'), 200).json();
  const cash = tills.items.find(({ id }: { id: string }) => id === tillId).cash;
  const opening = { count: countOf(cash), fromVault: '0.00' };
  must(await send(cashier, 'POST', `/api/tills/${tillId}/sessions`, opening), 201);
}

const countOf = (wholeRupees: string) => ({
  '500.00': Math.floor(Number(wholeRupees) / 500),
  '1.00': Number(wholeRupees) % 500,
});
