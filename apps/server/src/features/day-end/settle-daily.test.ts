// 1,000 collected on 30 November at 12 per cent, added every month: November earns 10.00, December 10.10 on 1,010.00.

import { addDays, type CalendarDate, calendarDate } from '@kafal/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemActor } from '../../platform/http/actor.ts';
import { type DailyOpened, openTestCollections, type TestCollections } from '../collections/test-collections.ts';
import type { AdmittedMember } from '../counter/test-counter.ts';
import { runDayEnd } from './index.ts';

let society: TestCollections;
let asha: AdmittedMember;
let daily: DailyOpened;
const DAY_MS = 86_400_000;
/** The next day to end. */
let next: CalendarDate;
beforeEach(async () => {
  next = calendarDate('2026-11-30');
  society = await openTestCollections();
  await society.openTill();
  asha = await society.admitActive('Asha Rawat', 1_000);
  daily = await society.openDaily(asha);
  await agree({ keptMonths: 1, addEveryMonths: 1, nextInterestOn: calendarDate('2026-12-31') });
  await society.collect(daily.id, '1000.00');
});
afterEach(() => society.close());

function agree(rules: { keptMonths?: number; addEveryMonths?: number; nextInterestOn?: string; maturesOn?: string }) {
  return society.platform.transact(async (trx) => {
    await trx
      .updateTable('daily_deposit')
      .set({ annualRate: '12', ...rules } as object)
      .where('depositId', '=', Number(daily.id))
      .execute();
  });
}

async function endDays(until: string): Promise<void> {
  await society.platform.transact(async (trx) => {
    await trx
      .updateTable('till_session')
      .set({ status: 'closed', openTillId: null, openUserId: null, closedAt: society.clock.now() })
      .where('status', '=', 'open')
      .execute();
  });
  for (; next <= until; next = addDays(next, 1)) {
    await runDayEnd(society.platform, systemActor('Kafal'), { until: next });
    society.clock.advance(DAY_MS);
  }
}

async function figuresOf(entryId: number | null | undefined) {
  return (await society.get(`/api/journal-entries/${entryId}/figures`, society.manager)).json().items;
}

const credited = () =>
  society.platform.database.selectFrom('daily_interest').select('entryId').executeTakeFirstOrThrow();
const closed = () =>
  society.platform.database.selectFrom('daily_deposit').select('closingEntryId').executeTakeFirstOrThrow();

test('interest is credited at the end of its month once the deposit was kept long enough, and once only', async () => {
  await endDays('2026-12-31');
  expect(await society.balance('deposit', daily.id)).toBe('1020.10');
  const expense = await society.platform.database
    .selectFrom('posting')
    .select(['side', 'amount'])
    .where('accountCode', '=', '5103')
    .execute();
  expect(expense).toEqual([{ side: 'debit', amount: 2_010 }]);

  await runDayEnd(society.platform, systemActor('Kafal'), { until: calendarDate('2026-12-31') });
  expect(await society.balance('deposit', daily.id)).toBe('1020.10');
  const { nextInterestOn } = await society.platform.database
    .selectFrom('daily_deposit')
    .select('nextInterestOn')
    .executeTakeFirstOrThrow();
  expect(nextInterestOn).toBe('2027-01-31');
  expect(await figuresOf((await credited()).entryId)).toMatchObject([
    {
      figure: `Interest of ${daily.accountNumber}`,
      value: '20.10',
      lines: [
        { balance: '1000', value: '10', on: '2026-11-30' },
        { balance: '1010', value: '10.1', on: '2026-12-31' },
        { label: 'Before it was rounded', value: '20.1' },
      ],
    },
  ]);
});

test('interest that is taken back is due again, and comes again', async () => {
  await endDays('2026-12-31');
  const entry = await society.platform.database
    .selectFrom('daily_interest')
    .select('entryId')
    .executeTakeFirstOrThrow();
  const reversed = await society.post(
    `/api/journal-entries/${entry.entryId}/reversal`,
    { reason: 'Counted by a wrong rate' },
    society.manager,
  );
  expect(reversed.statusCode).toBe(202);
  const agreed = await (await society.staff('accountant', 'Amit Pant')).inject({
    method: 'POST',
    url: `/api/approvals/${reversed.json().approvalId}/approval`,
    payload: {},
    headers: { 'idempotency-key': 'approve-the-reversal-1' },
  });
  expect(agreed.statusCode, agreed.body).toBe(200);
  expect(await society.balance('deposit', daily.id)).toBe('1000.00');
  await endDays('2027-01-01');
  expect(await society.balance('deposit', daily.id)).toBe('1020.10');
});

test('a term that is over goes to the savings with the interest that is left', async () => {
  await agree({ maturesOn: '2026-12-15' });
  const savings = Number(await society.balance('deposit', asha.depositId));
  await endDays('2026-12-15');
  const deposit = (await society.get(`/api/deposits/${daily.id}`, society.manager)).json();
  expect(deposit).toMatchObject({ status: 'closed', balance: '0.00' });
  // November's interest comes with it.
  expect(Number(await society.balance('deposit', asha.depositId)) - savings).toBe(1_010);
  expect(await figuresOf((await closed()).closingEntryId)).toMatchObject([
    { figure: `Interest of ${daily.accountNumber}`, value: '10.00', lines: [{ balance: '1000', value: '10' }] },
  ]);
});

test.each([
  // 13 December 2026 is a Sunday, on which this society is shut.
  ['next', '2026-12-13', '2026-12-14'],
  ['previous', '2026-12-11', '2026-12-12'],
])(
  'a term that ends on a holiday is over on the %s working day, with all that was promised',
  async (rule, before, on) => {
    await society.changeSetting('deposits.holidayRule', rule);
    await agree({ maturesOn: '2026-12-13' });
    const savings = Number(await society.balance('deposit', asha.depositId));
    await endDays(before);
    expect((await society.get(`/api/deposits/${daily.id}`, society.manager)).json()).toMatchObject({
      status: 'active',
    });
    await endDays(on);
    expect((await society.get(`/api/deposits/${daily.id}`, society.manager)).json()).toMatchObject({
      status: 'closed',
    });
    // Kept for less than a month of its own and yet to its end: November's interest, and no charge.
    expect(Number(await society.balance('deposit', asha.depositId)) - savings).toBe(1_010);
  },
);

test('closed too early it earns nothing and pays the charge, which stands there before a second person says yes', async () => {
  const close = (payment: object, query = '') =>
    society.post(`/api/deposits/${daily.id}/closure${query}`, { payment, reason: 'Moves to another town' });
  const preview = await close({ mode: 'cash' }, '?preview=true');
  expect(preview.json()).toMatchObject({
    preview: true,
    needsApproval: true,
    closure: {
      isPremature: true,
      annualRate: '0',
      paidIn: '1000.00',
      interest: '0.00',
      charge: '30.00',
      paid: '970.00',
    },
  });
  const asked = await close({ mode: 'cash' });
  expect(asked.statusCode).toBe(202);
  const { approvalId } = asked.json();
  const agreed = await society.manager.inject({
    method: 'POST',
    url: `/api/approvals/${approvalId}/approval`,
    payload: {},
    headers: { 'idempotency-key': 'approve-the-closure-1' },
  });
  expect(agreed.statusCode, agreed.body).toBe(200);
  expect(await society.lastPostings()).toEqual([
    `debit 2131 ${daily.accountNumber} 1000.00`,
    'credit 4202 - 30.00',
    'credit 1102 T1 970.00',
  ]);
  const again = await society.collect(daily.id, '10.00');
  expect(again.json()).toMatchObject({ status: 409, code: 'DEPOSIT_CLOSED' });

  // A closure by mistake is taken back, and the deposit stands again.
  const { closingEntryId } = await society.platform.database
    .selectFrom('daily_deposit')
    .select('closingEntryId')
    .executeTakeFirstOrThrow();
  const reversed = await society.post(
    `/api/journal-entries/${closingEntryId}/reversal`,
    { reason: 'The member stays in town' },
    society.manager,
  );
  expect(reversed.statusCode, reversed.body).toBe(201);
  expect((await society.collect(daily.id, '10.00')).statusCode).toBe(201);
});

test('nothing is paid out of it in parts', async () => {
  const answer = await society.post(`/api/deposits/${daily.id}/withdrawals`, { amount: '10.00', mode: 'cash' });
  expect(answer.json()).toMatchObject({ status: 422, code: 'DEPOSIT_UNTIL_CLOSED' });
});
