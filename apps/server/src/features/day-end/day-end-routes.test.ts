// The end of a day as a page begins it and reads of it. 36,500 × 4 % / 365 is 4 rupees for each day.

import { DAY_END_STEPS } from '@kafal/contract';
import { addDays, calendarDate, parseMoney } from '@kafal/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyTestBooks } from '../../../../../tests/society/verify-test-books.ts';
import { FIRST_DAY, type TestBooks } from '../accounting/test-books.ts';
import { dayEndMessages, dayEndRoutes } from './index.ts';
import { claimDayEnd, runAndTell } from './run-and-tell.ts';
import { dayEndStarts } from './start-day-end.ts';
import { moveToProduct, openSavings, payIn } from './test-savings.ts';

const DAY_MS = 86_400_000;
const RUPEES = parseMoney('36500.00');

let books: TestBooks;
beforeEach(async () => {
  books = await openSavings(3, [{ name: 'day-end', routes: dayEndRoutes, messages: dayEndMessages }]);
  for (const depositId of [1, 2, 3]) await payIn(books, depositId, RUPEES);
});
afterEach(async () => {
  await verifyTestBooks(books.platform);
  await books.close();
});

const read = async (path = '/api/day-end') => (await books.manager.inject({ method: 'GET', url: path })).json();
const start = (until?: string) =>
  books.manager.inject({ method: 'POST', url: '/api/day-ends', payload: until === undefined ? {} : { until } });
const retry = (day: string) => books.manager.inject({ method: 'POST', url: `/api/day-ends/${day}/retries` });

/** Nobody waits for the clock: the outbox says when the work behind a request is over. */
async function endAndWait(until?: string) {
  const told = () =>
    books.platform.database
      .selectFrom('outbox')
      .select('name')
      .where('name', 'in', ['day-end.finished', 'day-end.stopped'])
      .orderBy('id')
      .execute();
  const before = (await told()).length;
  const over = new Promise<string>((resolve) => {
    books.platform.outboxSignal.onWake(async () => {
      const last = (await told())[before];
      if (last !== undefined) resolve(last.name);
    });
  });
  const answer = await start(until);
  expect(answer.statusCode).toBe(202);
  return { answer: answer.json(), over: await over };
}

describe('the end of the day from a page', () => {
  test('says beforehand what it will do, does it behind the answer, and counts what was done', async () => {
    expect(await read()).toEqual({
      state: 'due',
      businessDate: '2026-11-30',
      calendarToday: '2026-11-30',
      from: '2026-11-30',
      until: '2026-11-30',
      days: 1,
      interestDays: ['2026-11-30'],
      openTills: [],
      current: null,
      accountsPercent: 0,
      failuresLeft: 0,
    });
    expect(await endAndWait()).toEqual({
      answer: { from: '2026-11-30', until: '2026-11-30', days: 1, joined: false },
      over: 'day-end.finished',
    });

    expect(await read()).toMatchObject({ state: 'ended', businessDate: '2026-12-01', days: 0, current: null });
    const day = await read('/api/day-ends/2026-11-30');
    expect(day).toMatchObject({
      state: 'ended',
      credited: 3,
      amount: '12.00',
      currency: 'INR',
      durationMs: expect.any(Number),
      failuresLeft: 0,
      stopped: null,
      failures: [],
    });
    expect(day.steps.map(({ step, state }: { step: string; state: string }) => [step, state])).toEqual(
      DAY_END_STEPS.map((step) => [step, 'done']),
    );
    const begun = books.platform.database
      .selectFrom('audit')
      .select(['userName', 'subjectId'])
      .where('action', '=', 'day_end.started');
    expect(await begun.execute()).toEqual([{ userName: 'Meena Joshi', subjectId: '2026-11-30' }]);

    // Asked for once more there is nothing to do, and nobody is told of anything.
    expect((await start()).json()).toMatchObject({ days: 0, joined: false });
    expect((await begun.execute()).length).toBe(1);
  });

  test('is joined by a second start while the first is at work', async () => {
    await claimDayEnd(books.platform);
    expect((await start()).json()).toEqual({ from: '2026-11-30', until: '2026-11-30', days: 1, joined: true });
    expect(await read()).toMatchObject({ state: 'running', days: 1 });
    // Whoever claimed it was killed: after a quarter of a minute it is free again, and goes on.
    books.clock.advance(15_000);
    expect(await read()).toMatchObject({ state: 'due' });
    expect((await endAndWait()).over).toBe('day-end.finished');
    expect(await read('/api/day-ends/2026-11-30')).toMatchObject({ credited: 3, amount: '12.00' });
  });

  test('catches a missed week up day by day, and lists the days newest first, some at a time', async () => {
    books.clock.advance(7 * DAY_MS);
    await payIn(books, 1, RUPEES);
    expect(await read()).toMatchObject({
      from: '2026-11-30',
      until: '2026-12-07',
      days: 8,
      interestDays: ['2026-11-30'],
    });
    expect((await endAndWait('2026-12-06')).answer).toMatchObject({ days: 7 });
    expect(await read()).toMatchObject({ state: 'due', from: '2026-12-07', until: '2026-12-07', days: 1 });

    const shown: string[] = [];
    let cursor = '';
    do {
      const page = await read(`/api/day-ends?limit=3${cursor}`);
      shown.push(...page.items.map(({ day }: { day: string }) => day));
      cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
    } while (cursor !== '');
    const { items, totals } = await read('/api/day-ends?from=2026-12-05&limit=1');
    expect([items.length, totals]).toEqual([1, { days: 2, credited: 0, amount: '0.00', failuresLeft: 0 }]);
    const whole = await read('/api/day-ends?from=2026-11-30');
    // What the first account got on 7 December is not in its November.
    expect(whole.totals).toEqual({ days: 7, credited: 3, amount: '12.00', failuresLeft: 0 });
    expect(shown).toEqual([6, 5, 4, 3, 2, 1, 0].map((days) => addDays(FIRST_DAY, days)));
  });

  test('names the account that could not be done, and tries it again when asked to', async () => {
    await moveToProduct(books, 2, 'XX');
    await endAndWait();
    expect(await read()).toMatchObject({ state: 'ended', failuresLeft: 1 });
    expect(await read('/api/day-ends/2026-11-30')).toMatchObject({
      credited: 2,
      amount: '8.00',
      failuresLeft: 1,
      failures: [{ depositId: '2', accountNumber: 'SB-M2', memberName: 'Member M2', resolvedAt: null }],
    });
    expect((await retry('2026-11-30')).json()).toEqual({ retried: 1, done: 0, failuresLeft: 1 });

    await moveToProduct(books, 2, 'SB');
    expect((await retry('2026-11-30')).json()).toEqual({ retried: 1, done: 1, failuresLeft: 0 });
    expect(await read('/api/day-ends/2026-11-30')).toMatchObject({ credited: 3, amount: '12.00', failuresLeft: 0 });
    const again = await retry('2026-11-30');
    expect(again.statusCode).toBe(409);
    expect(again.json()).toMatchObject({ code: 'DAY_END_NOTHING_TO_RETRY' });
  });

  test('stops where the books do not agree, says why, and goes on when they do', async () => {
    const { depositId } = await books.addMember('M4');
    const shift = (by: number) =>
      books.platform.transact((trx) =>
        books.platform.dialect.run(
          trx,
          "UPDATE balance SET amount = amount + ? WHERE subLedger = 'deposit' AND subLedgerId = ?",
          [by, depositId],
        ),
      );
    await shift(1);
    expect((await endAndWait()).over).toBe('day-end.stopped');
    const stopped = await read();
    expect(stopped).toMatchObject({ state: 'stopped', days: 1, accountsPercent: 100 });
    expect(stopped.current).toMatchObject({
      state: 'stopped',
      endedAt: null,
      stopped: {
        step: 'check-books',
        code: 'DAY_END_BOOKS_DISAGREE',
        reason: 'The books do not agree at the end of 2026-11-30. Look at them before the day is closed.',
      },
    });
    expect((await retry('2026-11-30')).json()).toMatchObject({ code: 'DAY_END_NOT_OVER' });

    await shift(-1);
    expect((await endAndWait()).over).toBe('day-end.finished');
    expect(await read('/api/day-ends/2026-11-30')).toMatchObject({ state: 'ended', credited: 3, stopped: null });
  });

  test('that breaks off before its first step stands in the history with its cause, and is run again', async () => {
    const claim = (await claimDayEnd(books.platform)) ?? '';
    const broken = runAndTell(books.platform, claim, () => Promise.reject(new Error('no room for a thread')));
    await expect(broken).rejects.toThrow('no room for a thread');

    expect(await read()).toMatchObject({ state: 'stopped', days: 1, current: { day: '2026-11-30' } });
    expect((await read('/api/day-ends')).items).toMatchObject([{ day: '2026-11-30', state: 'stopped' }]);
    const { stopped } = await read('/api/day-ends/2026-11-30');
    expect(stopped).toMatchObject({ step: 'check-tills', code: 'DAY_END_FAULT' });
    expect(stopped.reason).toContain('Run it again');

    expect((await endAndWait()).over).toBe('day-end.finished');
    expect(await read('/api/day-ends/2026-11-30')).toMatchObject({ state: 'ended', credited: 3, stopped: null });
    // Every day is ended: a fault after that is no fault of a day.
    const late = (await claimDayEnd(books.platform)) ?? '';
    await runAndTell(books.platform, late, () => Promise.reject(new Error('late'))).catch(() => {});
    expect(await read()).toMatchObject({ state: 'ended', current: null });
  });

  test('stops between two pieces when the server does, and is gone on with', async () => {
    const starts = dayEndStarts(books.platform);
    await starts.start(books.manager.actor, {});
    await starts.stop();
    expect(await read()).toMatchObject({ state: 'due', days: 1 });
    await endAndWait();
    expect(await read('/api/day-ends/2026-11-30')).toMatchObject({ state: 'ended', credited: 3, amount: '12.00' });
  });
});

describe('is refused whole', () => {
  test('for a day that has not come, an open till, and what is no day', async () => {
    for (const day of ['2026-12-01', '2027-01-01']) {
      const ahead = await start(day);
      expect(ahead.statusCode).toBe(422);
      expect(ahead.json()).toMatchObject({ code: 'DAY_END_AHEAD', fields: [{ path: 'until' }] });
    }
    expect((await start('2026-02-30')).statusCode).toBe(400);

    const tillId = await books.addTill('T1', books.cashier);
    expect((await read()).openTills).toEqual([
      { id: String(tillId), code: 'T1', cashier: 'Kavita Bisht', businessDate: '2026-11-30' },
    ]);
    const open = await start();
    expect(open.statusCode).toBe(409);
    expect(open.json()).toMatchObject({ code: 'TILLS_STILL_OPEN' });
    const begun = books.platform.database.selectFrom('day_end_step').selectAll();
    expect(await begun.execute()).toEqual([]);
  });

  test('where nothing was begun, and for whoever may not close a day', async () => {
    const unknown = calendarDate('2026-11-29');
    expect((await retry(unknown)).json()).toMatchObject({ status: 404, code: 'DAY_END_NOT_FOUND' });
    expect(await read(`/api/day-ends/${unknown}`)).toMatchObject({ status: 404, code: 'DAY_END_NOT_FOUND' });
    expect(await read('/api/day-ends?cursor=x')).toMatchObject({ status: 400, code: 'CURSOR_MALFORMED' });
    const byCashier = await books.cashier.inject({ method: 'POST', url: '/api/day-ends', payload: {} });
    expect(byCashier.statusCode).toBe(403);
  });
});
