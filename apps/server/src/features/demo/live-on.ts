// The demo lives on, day after day, under its simulated clock: instalments and savings come, and each day is ended, so that
// interest, maturities and fines can be looked at that would take a year to come.

import { addDays, type CalendarDate, daysBetween, formatMoney, money, parseMoney } from '@kafal/core';
import { type SimulatedClock, systemClock } from '../../platform/clock.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { runDayEnd } from '../day-end/index.ts';
import { actorOf } from './begin-demo.ts';
import { choicesFrom } from './demo-choices.ts';
import { type Desk, openDesk } from './demo-desk.ts';
import { isOpenOn } from './demo-holidays.ts';
import { bringRepayments } from './demo-loans.ts';
import { bringInstalments } from './demo-terms.ts';
import { HALF_PAST_NINE, pieces } from './seed-demo.ts';

const SAVERS_OF_A_DAY = 8;
const SAVINGS = [200, 300, 500, 500, 1_000] as const;

/** From the morning of one day to the morning of another. `lived` is called after each day: it can be gone on from there. */
export async function liveOn(
  platform: Platform,
  clock: SimulatedClock,
  { from, until }: { readonly from: CalendarDate; readonly until: CalendarDate },
  lived: (day: CalendarDate, done: number, days: number) => void,
): Promise<void> {
  const days = daysBetween(from, until);
  // A day that was broken off is lived again, under keys and references that were never used.
  const mark = systemClock.now().toString(36);
  const desk = await openDesk(platform, clock, `demo-${mark}`);
  const cashier = await actorOf(platform, 'cashier');
  const accountant = await actorOf(platform, 'accountant');
  try {
    for (let day = from; day < until; day = addDays(day, 1)) {
      clock.set(Date.parse(`${day}T00:00:00Z`) + HALF_PAST_NINE);
      await closeTills(desk);
      if (isOpenOn(day)) {
        await openTill(desk, cashier);
        await bringInstalments(desk, cashier, day);
        await bringRepayments(desk, cashier, day);
        await bringSavings(desk, cashier, day, mark);
        await closeTills(desk);
      }
      await runDayEnd(platform, accountant, { until: day });
      lived(addDays(day, 1), daysBetween(from, day) + 1, days);
    }
  } finally {
    await desk.close();
  }
}

/** Receipts take their number from a till, also those that come through the bank; its drawer stays empty. */
async function openTill(desk: Desk, cashier: Actor): Promise<void> {
  const { items } = await desk.ask<{ items: { id: string }[] }>(cashier, 'GET', '/api/tills');
  await desk.ask(cashier, 'POST', `/api/tills/${items[0]?.id}/sessions`, { count: {}, fromVault: '0.00' });
}

/** Whatever somebody left open is counted, as far as whole rupees go, and handed to the vault. */
async function closeTills(desk: Desk): Promise<void> {
  const open = await desk.platform.database
    .selectFrom('till_session')
    .innerJoin('user', 'user.id', 'till_session.userId')
    .innerJoin('login_name', 'login_name.userId', 'user.id')
    .select(['till_session.id', 'login_name.nameKey'])
    .where('till_session.status', '=', 'open')
    .execute();
  for (const { id, nameKey } of open) {
    const cashier = await actorOf(desk.platform, nameKey);
    const { session } = await desk.ask<{ session: { expectedCash: string } | null }>(
      cashier,
      'GET',
      '/api/till-sessions/current',
    );
    const whole = Math.floor(parseMoney(session?.expectedCash ?? '0.00') / 100);
    await desk.ask(cashier, 'POST', `/api/till-sessions/${id}/closing`, {
      count: pieces(whole),
      toVault: formatMoney(money(whole * 100)),
    });
  }
}

async function bringSavings(desk: Desk, cashier: Actor, day: CalendarDate, mark: string): Promise<void> {
  const choose = choicesFrom(daysBetween('2000-01-01' as CalendarDate, day));
  const savers = await desk.platform.database
    .selectFrom('deposit')
    .innerJoin('member', 'member.id', 'deposit.memberId')
    .select(['deposit.id', 'deposit.memberId'])
    .where('deposit.productCode', '=', 'SB')
    .where('deposit.status', '=', 'active')
    .where('member.status', '=', 'active')
    .orderBy('deposit.id')
    .execute();
  for (let nth = 1; nth <= SAVERS_OF_A_DAY; nth += 1) {
    const { id, memberId } = choose.oneOf(savers);
    await desk.ask(cashier, 'POST', '/api/receipts', {
      memberId: String(memberId),
      lines: [{ kind: 'savings', depositId: String(id), amount: formatMoney(money(choose.oneOf(SAVINGS) * 100)) }],
      mode: 'bank',
      reference: `SB${day}-${nth}-${mark}`,
    });
  }
}
