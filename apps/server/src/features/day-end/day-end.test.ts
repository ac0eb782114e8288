// Two months of savings, ended a week at a time, against a second calculation: day by day, in whole numbers, from the list
// of what was paid in and out and from nothing that the server wrote.

import { addDays, type CalendarDate, endOfMonth, type Money, money, parseMoney } from '@kafal/core';
import { afterEach, describe, expect, test } from 'vitest';
import { verifyTestBooks } from '../../../../../tests/society/verify-test-books.ts';
import { systemActor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { exportJournal } from '../accounting/index.ts';
import { FIRST_DAY, type TestBooks } from '../accounting/test-books.ts';
import { runDayEnd } from './index.ts';
import { moveToProduct, openSavings, payIn, RATE_CHANGES } from './test-savings.ts';

const DAY_MS = 86_400_000;
const ACCOUNTS = 200;
const DAYS = 63;
const system = systemActor('Kafal');

const opened: TestBooks[] = [];
afterEach(async () => {
  for (const books of opened.splice(0)) {
    await verifyTestBooks(books.platform);
    await books.close();
  }
});

async function open(accounts: number): Promise<TestBooks> {
  const books = await openSavings(accounts);
  opened.push(books);
  return books;
}

interface Act {
  readonly on: CalendarDate;
  readonly depositId: number;
  readonly amount: Money;
}

/** Some accounts move on each day; every third act takes out a third of what the account had. */
function someBusiness(accounts: number): Act[] {
  const acts: Act[] = [];
  const held = new Map<number, number>();
  let seed = 20_261_130;
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  for (let day = 0; day < DAYS; day += 1) {
    for (let act = 0; act < 8; act += 1) {
      const depositId = 1 + next(accounts);
      const before = held.get(depositId) ?? 0;
      const amount = act % 3 === 2 && before >= 3 ? -Math.floor(before / 3) : 100 + next(9_000_000);
      held.set(depositId, before + amount);
      acts.push({ on: addDays(FIRST_DAY, day), depositId, amount: money(amount) });
    }
  }
  return acts;
}

type EndDays = (platform: Platform, until: CalendarDate) => Promise<void>;
const atOnce: EndDays = async (platform, until) => {
  await runDayEnd(platform, system, { until });
};

/** A day is worked and, once a week, ended with those before it. */
async function live(books: TestBooks, acts: readonly Act[], endDays: EndDays): Promise<string> {
  for (let day = 0; day < DAYS; day += 1) {
    const on = addDays(FIRST_DAY, day);
    for (const { depositId, amount } of acts.filter((act) => act.on === on)) {
      const whole = money(Math.abs(amount));
      await books.post({
        postings: [
          { accountCode: '1201', side: amount > 0 ? 'debit' : 'credit', amount: whole },
          {
            accountCode: '2101',
            side: amount > 0 ? 'credit' : 'debit',
            amount: whole,
            subLedger: 'deposit',
            subLedgerId: depositId,
          },
        ],
      });
    }
    if (day % 7 === 6) await endDays(books.platform, on);
    books.clock.advance(DAY_MS);
  }
  let journal = '';
  for await (const line of exportJournal(books.platform.database)) journal += line;
  return journal;
}

/** Balance × rate for each day by itself; what is credited counts from the next day on. */
function secondCalculation(acts: readonly Act[], accounts: number) {
  const credits: { depositId: number; periodTo: CalendarDate; interest: number }[] = [];
  for (let depositId = 1; depositId <= accounts; depositId += 1) {
    let [balance, products] = [0n, 0n];
    for (let on = FIRST_DAY; on < addDays(FIRST_DAY, DAYS); on = addDays(on, 1)) {
      for (const act of acts) if (act.depositId === depositId && act.on === on) balance += BigInt(act.amount);
      products += balance * (on >= RATE_CHANGES ? 375n : 400n);
      if (on !== endOfMonth(on)) continue;
      const interest = (2n * products + 3_650_000n) / 7_300_000n;
      credits.push({ depositId, periodTo: on, interest: Number(interest) });
      balance += interest;
      products = 0n;
    }
  }
  return credits;
}

function credits(books: TestBooks) {
  return books.platform.database
    .selectFrom('interest_credit')
    .select(['depositId', 'periodTo', 'interest'])
    .orderBy('depositId')
    .orderBy('periodTo')
    .execute();
}

/** The process dies at a transaction: what it did in it is gone, and so is all that would have come after. */
function dyingAt(platform: Platform, transaction: number): Platform {
  let count = 0;
  return {
    ...platform,
    transact: (body) =>
      platform.transact(async (trx) => {
        const answer = await body(trx);
        count += 1;
        if (count >= transaction) throw new Error('killed');
        return answer;
      }),
  };
}

describe('the end of the day', () => {
  test('60 days of 200 accounts give the interest of a second calculation, and the same books after kills and a race', async () => {
    const acts = someBusiness(ACCOUNTS);
    const calm = await open(ACCOUNTS);
    const journal = await live(calm, acts, atOnce);
    expect(await credits(calm)).toEqual(secondCalculation(acts, ACCOUNTS));

    // In the midst of the accounts of 30 November, again in the next piece, at a close, in December's and January's.
    const kills = new Map([
      ['2026-12-06', [5, 2, 40]],
      ['2027-01-03', [32]],
      ['2027-01-31', [59]],
    ]);
    const killed = await open(ACCOUNTS);
    const killedJournal = await live(killed, acts, async (platform, until) => {
      for (const transaction of kills.get(until) ?? []) {
        const dying = dyingAt(platform, transaction);
        await expect(runDayEnd(dying, system, { until })).rejects.toThrow('killed');
      }
      await runDayEnd(platform, system, { until });
    });
    expect(killedJournal).toBe(journal);

    const raced = await open(ACCOUNTS);
    const racedJournal = await live(raced, acts, async (platform, until) => {
      await Promise.all([runDayEnd(platform, system, { until }), runDayEnd(platform, system, { until })]);
    });
    expect(racedJournal).toBe(journal);
  });

  test('one bad account never stops the rest; it is named, and done once it is put right', async () => {
    const books = await open(3);
    const { platform } = books;
    const rupees = parseMoney('36500.00');
    for (const depositId of [1, 2, 3]) await payIn(books, depositId, rupees);
    await moveToProduct(books, 2, 'XX');
    // 36,500 × 4 % / 365 is 4 for the one day.
    expect(await runDayEnd(platform, system, {})).toMatchObject({ days: 1, credited: 2, businessDate: '2026-12-01' });
    expect(
      await platform.database.selectFrom('day_end_failure').select(['depositId', 'code', 'resolvedAt']).execute(),
    ).toEqual([{ depositId: 2, code: 'DEPOSIT_PRODUCT_UNKNOWN', resolvedAt: null }]);

    await moveToProduct(books, 2, 'SB');
    books.clock.advance(DAY_MS);
    expect(await runDayEnd(platform, system, {})).toMatchObject({ days: 1, credited: 0 });
    expect((await credits(books)).map(({ depositId, interest }) => [depositId, interest])).toEqual([
      [1, 400],
      [2, 400],
      [3, 400],
    ]);
    const left = platform.database.selectFrom('day_end_failure').select('depositId').where('resolvedAt', 'is', null);
    expect(await left.execute()).toEqual([]);
  });

  test('a day that has not begun is refused, and a till that is open stops the end of its day before any interest', async () => {
    const books = await open(1);
    await expect(runDayEnd(books.platform, system, { until: addDays(FIRST_DAY, 1) })).rejects.toMatchObject({
      code: 'DAY_END_AHEAD',
    });
    const tillId = await books.addTill('T1', books.cashier);
    await expect(runDayEnd(books.platform, system, {})).rejects.toMatchObject({
      code: 'TILLS_STILL_OPEN',
      params: { tills: 'T1', day: '2026-11-30' },
    });
    expect(await credits(books)).toEqual([]);
    await books.closeSession(tillId);
    expect(await runDayEnd(books.platform, system, {})).toMatchObject({ days: 1, businessDate: '2026-12-01' });
  });

  test('a day that the calendar has not reached is not ended, though the books have moved on to it', async () => {
    const books = await open(1);
    expect(await runDayEnd(books.platform, system, {})).toMatchObject({ days: 1, businessDate: '2026-12-01' });
    expect(await runDayEnd(books.platform, system, {})).toMatchObject({ days: 0, businessDate: '2026-12-01' });
    await expect(runDayEnd(books.platform, system, { until: addDays(FIRST_DAY, 1) })).rejects.toMatchObject({
      code: 'DAY_END_AHEAD',
    });
    const begun = books.platform.database.selectFrom('day_end_step').select('businessDate').distinct();
    expect(await begun.execute()).toEqual([{ businessDate: '2026-11-30' }]);
  });
});
