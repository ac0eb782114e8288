// Two loans of 30 November 2026, whose first instalments fall due on 30 December: 30 days away on the day they are lent, 29 on
// the next. The rule says 30 and 29 days before for instalments, 3 for a general meeting, 30 and 7 for papers.

import { addDays, calendarDate } from '@kafal/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../../platform/http/actor.ts';
import type { AdmittedMember } from '../counter/test-counter.ts';
import { runDayEnd } from '../day-end/index.ts';
import { LENT_ON, openTestLoans, type TestLoan, type TestLoans } from '../day-end/test-loans.ts';
import { outboxRelay } from '../live/index.ts';
import { remindersRoutes, remindNext, sweepReminders } from './index.ts';

const DAY_MS = 86_400_000;

let loans: TestLoans;
let [first, second]: [TestLoan, TestLoan] = [
  { id: '', number: '' },
  { id: '', number: '' },
];
let asha: AdmittedMember;
let meetingId = 0;

beforeAll(async () => {
  loans = await openTestLoans(20_000, [{ name: 'reminders', routes: remindersRoutes }]);
  const { counter, borrower } = loans;
  first = await loans.lend();
  asha = await counter.admitActive('Asha Rawat', 5_000);
  await counter.platform.transact((trx) =>
    trx
      .updateTable('member')
      .set({ joinedOn: calendarDate('2026-04-01') })
      .execute(),
  );
  second = await loans.lend(asha, { amount: '20000.00' });
  await counter.changeSetting('reminders.loanInstalment', '29, 30');
  meetingId = await meeting('annual', '2026-12-03', 'called');
  await meeting('special', '2026-12-02', 'cancelled');
  await meeting('committee', '2026-12-02', 'called');
  await counter.platform.transact(async (trx) => {
    // Nothing is asked for but to be looked at again, a week from now.
    const lists = ['always', 'identity', 'address'].map((list) => `kyc.${list}`);
    await trx.updateTable('setting').set({ value: 'null' }).where('name', 'in', lists).execute();
    const reviewed = { reviewedOn: calendarDate('2023-12-07'), reviewDueOn: calendarDate('2026-12-07') };
    await trx
      .insertInto('member_kyc')
      .values({ memberId: Number(borrower.id), riskClass: 'low', ...reviewed })
      .execute();
  });
});
afterAll(() => loans.counter.close());

async function meeting(kind: 'annual' | 'special' | 'committee', heldOn: string, status: string) {
  const { counter } = loans;
  const { insertId } = await counter.platform.transact((trx) =>
    trx
      .insertInto('meeting')
      .values({
        ...{ kind, title: kind, heldOn: calendarDate(heldOn), heldTime: '11:00', place: 'Hall', link: null },
        ...{ chairUserId: 1, createdByUserId: 1, createdAt: 0, noticeId: null, calledOn: null, votersOn: null },
        status: status === 'called' ? 'called' : 'cancelled',
      })
      .executeTakeFirstOrThrow(),
  );
  return Number(insertId);
}

const REMINDERS = ['loan.due', 'kyc.ending', 'meeting.soon'] as const;
/** What was told so far, oldest first. */
async function told(): Promise<[string, Record<string, unknown>][]> {
  const rows = await loans.counter.platform.database
    .selectFrom('outbox')
    .select(['name', 'payload'])
    .where('name', 'in', [...REMINDERS])
    .orderBy('id')
    .execute();
  return rows.map(({ name, payload }) => [name, JSON.parse(payload)]);
}

const inTheEvening = () => [
  ['loan.due', { loanId: Number(first.id), dueOn: '2026-12-30' }],
  ['loan.due', { loanId: Number(second.id), dueOn: '2026-12-30' }],
  ['kyc.ending', { memberId: Number(loans.borrower.id), dueOn: '2026-12-07' }],
  ['meeting.soon', { meetingId, noticeId: null, time: '11:00', dueOn: '2026-12-03' }],
];

test('the page says what is told how many days before, and whom it reaches in the next week', async () => {
  const { counter } = loans;
  const answer = (await counter.get('/api/reminders', counter.manager)).json();
  const items: { kind: string; daysBefore: number[]; week: { day: string; members: number }[] }[] = answer.items;
  const reached = (kind: string) => items.find((one) => one.kind === kind)?.week.map(({ members }) => members);
  expect(items.map(({ kind, daysBefore }) => `${kind} ${daysBefore}`)).toEqual([
    'loan-instalment 30,29',
    'deposit-instalment 3',
    'thrift 3',
    'maturity 15,3',
    'kyc 30,7',
    'meeting 3',
  ]);
  expect(reached('loan-instalment')).toEqual([2, 2, 0, 0, 0, 0, 0]);
  expect(reached('kyc')).toEqual([1, 0, 0, 0, 0, 0, 0]);
  // Two borrowers and two sureties have a log-in, and one who is no member yet.
  expect(reached('meeting')).toEqual([5, 0, 0, 0, 0, 0, 0]);
  expect((await counter.get('/api/reminders', loans.borrower.signedIn)).statusCode).toBe(403);
});

test('the evening tells each of its object and day once, and a page of one tells the same as a page of many', async () => {
  const { platform } = loans.counter;
  // As many pages as there are objects, all of it taken back in the end.
  const done = await platform
    .transact(async (trx) => {
      const pages: number[] = [];
      for (let place: number | undefined = 0; place !== undefined; ) {
        const page: Awaited<ReturnType<typeof remindNext>> = await remindNext(trx, platform, {
          ...{ on: LENT_ON, place, limit: 1 },
        });
        if (page.place !== undefined) pages.push(page.done);
        place = page.place;
      }
      throw Object.assign(new Error('back'), { pages });
    })
    .catch((error: { pages?: number[] }) => error.pages);
  expect(done).toEqual([1, 1, 1, 1]);
  expect(await told()).toEqual([]);

  await loans.endDays(LENT_ON);
  expect(await told()).toEqual(inTheEvening());
});

test('the same step once more tells nobody', async () => {
  const { platform, clock } = loans.counter;
  clock.advance(-DAY_MS);
  await platform.transact((trx) =>
    trx
      .updateTable('day_end_step')
      .set({ finishedAt: null, afterId: 0 })
      .where('businessDate', '=', LENT_ON)
      .where('step', 'in', ['remind', 'close-day'])
      .execute(),
  );
  await runDayEnd(platform, systemActor('Kafal'), { until: LENT_ON });
  expect(await told()).toEqual(inTheEvening());
});

test('of days that are ended late each object is told once, by the day it is: of what was paid, is over or moved, as it stands now', async () => {
  const { counter } = loans;
  const { platform } = counter;
  await platform.transact(async (trx) => {
    // Paid ahead meanwhile.
    await trx
      .updateTable('loan_instalment')
      .set((column) => ({ paidPrincipal: column.ref('principal'), paidInterest: column.ref('interest') }))
      .where('loanId', '=', Number(second.id))
      .where('number', '=', 1)
      .execute();
    await trx
      .updateTable('meeting')
      .set({ heldOn: calendarDate('2026-12-05') })
      .where('id', '=', meetingId)
      .execute();
  });
  await meeting('special', '2026-12-04', 'called');
  // The 1st to the 4th are ended on the 4th: the meeting of that very day is no news any more.
  counter.clock.advance(4 * DAY_MS);
  for (let days = 1; days <= 4; days += 1) {
    await runDayEnd(platform, systemActor('Kafal'), { until: addDays(LENT_ON, days) });
  }
  expect(await told()).toEqual([
    ...inTheEvening(),
    ['loan.due', { loanId: Number(first.id), dueOn: '2026-12-30' }],
    ['meeting.soon', { meetingId, noticeId: null, time: '11:00', dueOn: '2026-12-05' }],
  ]);
});

test('a general meeting comes to every member’s list, in their language', async () => {
  const { counter, borrower, sureties } = loans;
  const relay = outboxRelay(counter.platform, () => undefined);
  while ((await relay.relayOnce()) > 0);
  const rows = await counter.platform.database
    .selectFrom('notification as n')
    .innerJoin('user as u', 'u.id', 'n.userId')
    .select('u.memberId')
    .where('n.name', '=', 'meeting.soon')
    .where('u.memberId', 'is not', null)
    .execute();
  // Four members, each of the day it was called for and of the day it was put off to.
  const members = [borrower, asha, ...sureties].map(({ id }) => Number(id));
  expect(rows.map(({ memberId }) => memberId).toSorted()).toEqual([...members, ...members].toSorted());
});

test('the rule takes two people, and refuses what is no list of days', async () => {
  const { counter } = loans;
  const administrator = await counter.staff('administrator', 'Hema Joshi');
  const put = (value: unknown) =>
    administrator.inject({
      method: 'PUT',
      url: '/api/settings/reminders.kyc',
      payload: { value, effectiveFrom: '2027-01-01', reason: 'Resolution 12' },
    });
  for (const value of ['0', '3, 3', 'soon', 3]) {
    expect((await put(value)).json(), String(value)).toMatchObject({ fields: [{ path: 'value' }] });
  }
  expect((await put('60, 30, 7')).statusCode).toBe(202);
});

test('what was claimed for a day is forgotten after the term of the society', async () => {
  const { platform, clock } = loans.counter;
  expect(await sweepReminders(platform)).toBe(0);
  clock.advance(800 * DAY_MS);
  // Two instalments, one of them twice; papers; a meeting of two days.
  expect(await sweepReminders(platform)).toBe(6);
});
