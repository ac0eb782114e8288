// Accounts whose members do nothing fall asleep, and wake when somebody has seen who the member is.

import { calendarDate } from '@kafal/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AdmittedMember } from '../counter/test-counter.ts';
import { openTestTerms, type TestTerms } from './test-terms.ts';

const DAY_MS = 86_400_000;

let terms: TestTerms;

/** Sunita paid in on 30 November 2026; the rule of the tests is one month. */
beforeEach(async () => {
  terms = await openTestTerms();
  await terms.counter.platform.transact((trx) =>
    trx.updateTable('deposit_product').set({ dormantMonths: 1 }).execute(),
  );
});
afterEach(() => terms.counter.close());

const accountOf = async (depositId: string) => (await terms.counter.get(`/api/deposits/${depositId}`)).json();
const send = (from: AdmittedMember, to: object) =>
  terms.counter.post(`/api/deposits/${from.depositId}/transfers`, { amount: '10.00', to }, from.signedIn);
const reactivate = (by = terms.counter.cashier) =>
  terms.counter.post(`/api/deposits/${terms.sunita.depositId}/reactivation`, { note: 'PAN card seen' }, by);

/** Every day up to this one is ended; it is the next morning. */
async function goOn(until: string): Promise<void> {
  const now = new Date(terms.counter.clock.now()).toISOString().slice(0, 10);
  const days = Math.round((Date.parse(until) - Date.parse(now)) / DAY_MS);
  terms.counter.clock.advance(days * DAY_MS);
  await terms.endDays(until);
  terms.counter.clock.advance(DAY_MS);
}

test('an account is dormant a month after its last transaction to the day, and its member is told', async () => {
  await goOn('2026-12-29');
  expect(await accountOf(terms.sunita.depositId)).toMatchObject({ status: 'active', dormancy: null });
  await goOn('2026-12-30');
  expect(await accountOf(terms.sunita.depositId)).toMatchObject({
    status: 'dormant',
    dormancy: { dormantOn: '2026-12-30', lastActiveOn: '2026-11-30' },
  });
  expect((await terms.counter.get('/api/deposits?status=dormant')).json().items).toMatchObject([
    { accountNumber: terms.sunita.depositNumber },
  ]);
  const told = await terms.counter.platform.database
    .selectFrom('outbox')
    .select(['name', 'memberId'])
    .where('name', '=', 'deposit.dormant')
    .execute();
  expect(told).toEqual([{ name: 'deposit.dormant', memberId: Number(terms.sunita.id) }]);
});

test('whoever moved money meanwhile is awake; interest is no activity and goes on', async () => {
  const mohan = await terms.counter.admitActive('Mohan Rawat', 5_000);
  await goOn('2026-12-14');
  expect((await send(mohan, { kind: 'shares' })).statusCode).toBe(201);
  await goOn('2027-01-02');
  expect(await accountOf(mohan.depositId)).toMatchObject({ status: 'active' });
  expect(await accountOf(terms.sunita.depositId)).toMatchObject({ status: 'dormant' });
  const before = (await terms.postingsOf('interest')).length;
  expect(before).toBeGreaterThan(0);
  await goOn('2027-03-31');
  const credits = (await terms.postingsOf('interest'))
    .flat()
    .filter((line) => line.includes(terms.sunita.depositNumber));
  expect(credits).toHaveLength(2);
});

test('nothing goes out of it and money comes in, until two people have seen who the member is', async () => {
  const mohan = await terms.counter.admitActive('Mohan Rawat', 5_000);
  await goOn('2026-12-29');
  const toSunita = { kind: 'deposit', accountNumber: terms.sunita.depositNumber };
  expect((await send(mohan, { kind: 'shares' })).statusCode).toBe(201);
  await goOn('2026-12-30');
  expect((await send(terms.sunita, { kind: 'shares' })).json()).toMatchObject({
    status: 422,
    code: 'DEPOSIT_DORMANT',
    detail: `Account ${terms.sunita.depositNumber} is dormant. Have it re-activated first; then money can be paid out of it.`,
  });
  expect((await send(mohan, toSunita)).statusCode).toBe(201);
  expect(await accountOf(terms.sunita.depositId)).toMatchObject({ status: 'dormant' });

  const { approvalId } = (await reactivate()).json();
  expect(await accountOf(terms.sunita.depositId)).toMatchObject({ status: 'dormant' });
  const yes = await terms.counter.post(`/api/approvals/${approvalId}/approval`, {}, terms.counter.manager);
  expect(yes.statusCode, yes.body).toBe(200);
  expect(await accountOf(terms.sunita.depositId)).toMatchObject({ status: 'active', dormancy: null });
  expect((await send(terms.sunita, { kind: 'shares' })).statusCode).toBe(201);
  expect((await reactivate()).json()).toMatchObject({ status: 409, code: 'DEPOSIT_NOT_DORMANT' });

  const [row] = await terms.counter.platform.database.selectFrom('deposit_dormancy').selectAll().execute();
  expect(row).toMatchObject({ dormantOn: '2026-12-30', reactivatedOn: '2026-12-31', note: 'PAN card seen' });
});

test('without a rule no account falls asleep; another number of months holds from its day on', async () => {
  const setMonths = (dormantMonths: number | null) =>
    terms.counter.platform.transact((trx) => trx.updateTable('deposit_product').set({ dormantMonths }).execute());
  await setMonths(null);
  await goOn('2027-01-10');
  expect(await accountOf(terms.sunita.depositId)).toMatchObject({ status: 'active' });
  await setMonths(1);
  await goOn('2027-01-11');
  expect(await accountOf(terms.sunita.depositId)).toMatchObject({
    dormancy: { dormantOn: calendarDate('2027-01-11') },
  });
});
