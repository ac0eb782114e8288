import { calendarDate, type Money, negate } from '@kafal/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordEvent } from '../../platform/outbox/index.ts';
import { postJournalEntry } from '../accounting/index.ts';
import { applicantForm, openTestCounter, rupees, type TestCounter } from '../counter/test-counter.ts';
import { registerWalkIn } from '../members/index.ts';
import { changeSetting } from '../society/test-settings.ts';
import { dashboardApplicationAges } from './application-ages.ts';
import { booksAgreement, booksAgreementNow, controlAccountRows } from './books-agreement.ts';
import { dashboardCashFlow } from './cash-flow.ts';
import { dashboardText } from './dashboard-stats.ts';
import { dashboardExceptions, exceptionList } from './exceptions.ts';
import { expectedPeople } from './expected-people.ts';
import { firstSteps } from './first-steps.ts';
import { dashboardGrowth } from './growth.ts';
import { installationState } from './installation-state.ts';
import { dashboardMaturities } from './maturities.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let counter: TestCounter;
beforeEach(async () => {
  counter = await openTestCounter();
});
afterEach(() => counter.close());

const must = async (answer: Promise<{ statusCode: number; body: string; json(): { id: string } }>, status: number) => {
  const given = await answer;
  expect(given.statusCode, given.body).toBe(status);
  return given.json();
};
/** Counted as it should be, all of it left in the drawer. */
async function closeTill(sessionId: string, notes: Record<string, number>) {
  return must(counter.post(`/api/till-sessions/${sessionId}/closing`, { count: notes, toVault: '0.00' }), 201);
}
const auditor = () => counter.staff('auditor', 'Nirmala Pant');

test('a new society: nothing grew, nothing flowed, nobody waits, and the books agree', async () => {
  const { months } = await dashboardGrowth(counter.platform);
  expect(months).toHaveLength(12);
  expect(months.at(0)).toEqual({
    from: '2025-12-01',
    on: '2025-12-31',
    activeMembers: 0,
    joined: 0,
    savings: '0.00',
    shareCapital: '0.00',
  });
  expect(months.at(-1)).toMatchObject({ from: '2026-11-01', on: '2026-11-30' });
  const { days, totals } = await dashboardCashFlow(counter.platform);
  expect([days.length, days.at(0)?.on, days.at(-1)?.on]).toEqual([30, '2026-11-01', '2026-11-30']);
  expect(totals).toEqual({ receipts: '0.00', payments: '0.00' });
  expect(await dashboardApplicationAges(counter.platform)).toMatchObject({ total: 0 });
  expect(await booksAgreement(counter.platform, { language: 'en' })).toMatchObject({
    agrees: true,
    debit: '500000.00',
    credit: '500000.00',
    controls: [{ accountCode: '1101', inTheBooks: '500000.00', inTheSubLedger: '500000.00', difference: '0.00' }],
    unsettled: [],
  });
});

test('growth: one member with 1,250 in November, a second with 2,000 on 1 December, 400 of it paid out again', async () => {
  const session = await must(counter.openTill(), 201);
  const sunita = await counter.admitActive('Sunita Devi Rawat', 1_250);
  await must(
    counter.post(
      `/api/members/${sunita.id}/share-allotments`,
      { shares: 5, resolutionNumber: 'MC/41' },
      counter.manager,
    ),
    201,
  );
  // 50,000 + 850 + 1,250
  await closeTill(session.id, { '500.00': 104, '100.00': 1 });
  counter.clock.advance(DAY);
  const accountant = await counter.staff('accountant', 'Arun Negi');
  await must(accountant.inject({ method: 'POST', url: '/api/business-days/2026-11-30/closing' }), 200);
  await must(
    counter.post(`/api/tills/${counter.tillId}/sessions`, { count: { '500.00': 104, '100.00': 1 }, fromVault: '0.00' }),
    201,
  );
  const asha = await counter.admitActive('Asha Bisht', 2_000);
  await must(counter.post(`/api/deposits/${asha.depositId}/withdrawals`, { amount: '400.00', mode: 'cash' }), 201);
  await counter.admit('Kamla Negi');

  const { months } = await dashboardGrowth(counter.platform);

  expect(months.slice(-3)).toEqual([
    { from: '2026-10-01', on: '2026-10-31', activeMembers: 0, joined: 0, savings: '0.00', shareCapital: '0.00' },
    { from: '2026-11-01', on: '2026-11-30', activeMembers: 1, joined: 1, savings: '1250.00', shareCapital: '500.00' },
    { from: '2026-12-01', on: '2026-12-01', activeMembers: 2, joined: 2, savings: '2850.00', shareCapital: '500.00' },
  ]);
});

test('where the society keeps Bikram Sambat, a month is one of its own: Mangsir 2083 begins on 17 November 2026', async () => {
  await counter.close();
  counter = await openTestCounter({}, (body) => {
    body.preset = 'NP-SACCOS';
    body.currency = 'NPR';
    body.timeZone = 'Asia/Kathmandu';
    body.financialYearStart = '1 Shrawan';
  });
  const { months } = await dashboardGrowth(counter.platform);
  expect(months.at(-1)).toMatchObject({ from: '2026-11-17', on: '2026-11-30' });
  expect(months.at(-2)?.on).toBe('2026-11-16');
});

test('cash flow: 850 and 1,250 received, 400 paid; what was taken back is in neither', async () => {
  await counter.openTill();
  const sunita = await counter.admitActive('Sunita Devi Rawat', 1_250);
  await must(counter.post(`/api/deposits/${sunita.depositId}/withdrawals`, { amount: '400.00', mode: 'cash' }), 201);
  const mistaken = (await counter.deposit(sunita, '75.00')).json();
  expect((await dashboardCashFlow(counter.platform)).totals.receipts).toBe('2175.00');
  await must(
    counter.post(`/api/journal-entries/${mistaken.receipt.entryId}/reversal`, { reason: 'Counted twice' }),
    201,
  );

  const { days, totals } = await dashboardCashFlow(counter.platform);

  expect(totals).toEqual({ receipts: '2100.00', payments: '400.00' });
  expect(days.at(-1)).toEqual({
    on: '2026-11-30',
    receipts: '2100.00',
    receiptCount: 2,
    payments: '400.00',
    paymentCount: 1,
  });
  expect(days.at(-2)).toMatchObject({ receipts: '0.00', receiptCount: 0 });
});

test('an application of 23:59 in India on 30 November has waited one day at 00:01 on 1 December, and five on the 5th', async () => {
  const { platform, clock, cashier } = counter;
  clock.set(Date.UTC(2026, 10, 30, 18, 29));
  await registerWalkIn(platform, cashier.actor, applicantForm('Sunita Devi Rawat', 1));
  const counts = async () => (await dashboardApplicationAges(platform)).ages.map(({ count }) => count);
  expect(await counts()).toEqual([1, 0, 0, 0, 0]);
  clock.set(Date.UTC(2026, 10, 30, 18, 31));
  await registerWalkIn(platform, cashier.actor, applicantForm('Asha Bisht', 2));
  expect(await counts()).toEqual([1, 1, 0, 0, 0]);
  clock.set(Date.UTC(2026, 11, 5, 4, 30));
  await registerWalkIn(platform, cashier.actor, applicantForm('Kamla Negi', 3));
  expect(await dashboardApplicationAges(platform)).toEqual({
    total: 3,
    ages: [
      { age: 'today', submittedFrom: '2026-12-05', submittedTo: '2026-12-05', count: 1 },
      { age: 'days-1-3', submittedFrom: '2026-12-02', submittedTo: '2026-12-04', count: 0 },
      { age: 'days-4-7', submittedFrom: '2026-11-28', submittedTo: '2026-12-01', count: 2 },
      { age: 'days-8-30', submittedFrom: '2026-11-05', submittedTo: '2026-11-27', count: 0 },
      { age: 'older', submittedFrom: null, submittedTo: '2026-11-04', count: 0 },
    ],
  });
  // Each opens to its list.
  const listed = await counter.get('/api/admin/member-requests?submittedFrom=2026-11-28&submittedTo=2026-12-01');
  expect(listed.json().items.map(({ name }: { name: string }) => name)).toEqual(['Asha Bisht', 'Sunita Devi Rawat']);
  const first = await counter.get('/api/admin/member-requests?submittedFrom=2026-11-30&submittedTo=2026-11-30');
  expect(first.json().items.map(({ name }: { name: string }) => name)).toEqual(['Sunita Devi Rawat']);
});

test('a balance that is one rupee off is seen in the light, and found down to the account it belongs to', async () => {
  await counter.openTill();
  const sunita = await counter.admitActive('Sunita Devi Rawat', 1_250);
  const { platform } = counter;
  const shift = (by: Money) =>
    platform.transact((trx) =>
      trx
        .updateTable('balance')
        .set((balance) => ({ amount: balance('amount', '+', by) }))
        .where('subLedger', '=', 'deposit')
        .where('subLedgerId', '=', Number(sunita.depositId))
        .execute(),
    );
  const look = () => booksAgreement(platform, { language: 'en' });
  expect(await look()).toMatchObject({ agrees: true });
  expect(await controlAccountRows(platform, '2101')).toEqual({ accountCode: '2101', rows: [], entryIds: [] });

  await shift(rupees(1));
  platform.cache.dropTag('any-write');

  const { agrees, controls } = await look();
  expect(agrees).toBe(false);
  expect(controls.filter(({ difference }) => difference !== '0.00')).toEqual([
    {
      accountCode: '2101',
      accountName: 'Savings deposits',
      inTheBooks: '1250.00',
      inTheSubLedger: '1251.00',
      difference: '-1.00',
    },
  ]);
  expect((await controlAccountRows(platform, '2101')).rows).toEqual([
    {
      subLedger: 'deposit',
      number: sunita.depositNumber,
      kept: '1251.00',
      posted: '1250.00',
      difference: '1.00',
      depositId: sunita.depositId,
      memberId: sunita.id,
    },
  ]);
  await shift(negate(rupees(1)));
});

test('books that are posted to while they are looked at agree', async () => {
  await counter.openTill();
  const sunita = await counter.admitActive('Sunita Devi Rawat', 1_250);
  const looks = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const [, look] = await Promise.all([
        must(counter.deposit(sunita, '10.00'), 201),
        booksAgreementNow(counter.platform, { language: 'en' }),
      ]);
      return look.agrees;
    }),
  );
  expect(looks).toEqual(Array(20).fill(true));
});

test('money that is on its way to the bank is named until it arrives', async () => {
  await counter.openTill();
  const sunita = await counter.admitActive('Sunita Devi Rawat');
  await must(
    counter.post('/api/receipts', {
      memberId: sunita.id,
      lines: [{ kind: 'savings', depositId: sunita.depositId, amount: '700.00' }],
      mode: 'upi',
      reference: '612345678901',
    }),
    201,
  );
  expect((await booksAgreement(counter.platform, { language: 'en' })).unsettled).toEqual([
    { accountCode: '1203', accountName: 'UPI/QR collection clearing', amount: '700.00' },
  ]);
});

test('exceptions: a reversal, a day back, a receipt after midnight, twenty short, cash above the limit', async () => {
  const { platform, clock, manager } = counter;
  const reader = (await auditor()).actor;
  const session = await must(counter.openTill(), 201);
  await counter.changeSetting('limit.cashReceipt', '2000.00');
  const sunita = await counter.admitActive('Sunita Devi Rawat', 1_250);
  const mistaken = (await counter.deposit(sunita, '75.00')).json();
  await must(
    counter.post(`/api/journal-entries/${mistaken.receipt.entryId}/reversal`, { reason: 'Counted twice' }),
    201,
  );
  await platform.transact((trx) =>
    postJournalEntry(trx, platform, manager.actor, {
      seriesCode: 'JV',
      kind: 'voucher',
      narration: 'Rent of November',
      valueOn: calendarDate('2026-11-28'),
      postings: [
        { accountCode: '5201', side: 'debit', amount: rupees(300) },
        { accountCode: '1201', side: 'credit', amount: rupees(300) },
      ],
      audit: { action: 'voucher.posted' },
      event: null,
    }),
  );
  // The till was open over midnight, so the day waited.
  clock.set(Date.UTC(2026, 10, 30, 18, 45));
  await must(counter.deposit(sunita, '10.00'), 201);
  // 50,000 + 850 + 1,250 + 10 in the book, and 20 less in the drawer.
  await closeTill(session.id, { '500.00': 104, '50.00': 1, '20.00': 2 });

  const { since, sinceLastVisit, kinds, acts } = await dashboardExceptions(platform, reader, undefined);

  expect([since, sinceLastVisit]).toEqual(['2026-11-01', false]);
  expect(kinds).toEqual([
    { kind: 'reversal', count: 1 },
    { kind: 'back-dated', count: 1 },
    { kind: 'after-day', count: 2 },
    { kind: 'cash-difference', count: 1 },
    { kind: 'cash-above-limit', count: 1 },
  ]);
  expect(acts).toContainEqual({ action: 'setting.changed', count: 1 });

  const rows = async (kind: Parameters<typeof exceptionList>[2]['kind']) =>
    (await exceptionList(platform, { language: 'en' }, { kind })).items;
  expect(await rows('reversal')).toMatchObject([{ on: '2026-11-30', by: 'Kavita Bisht', amount: '75.00' }]);
  expect(await rows('back-dated')).toMatchObject([
    { number: 'JV/2026-27/00003', words: 'Rent of November', by: 'Meena Joshi', amount: '300.00' },
  ]);
  expect(await rows('after-day')).toMatchObject([{ amount: '20.00' }, { amount: '10.00', memberId: sunita.id }]);
  expect(await rows('cash-difference')).toMatchObject([
    { number: 'T1', by: 'Kavita Bisht', amount: '-20.00', entryId: null },
  ]);
  expect(await rows('cash-above-limit')).toEqual([
    {
      id: `2026-11-30.${sunita.id}`,
      on: '2026-11-30',
      at: null,
      by: null,
      number: sunita.number,
      words: 'Sunita Devi Rawat',
      amount: '2110.00',
      entryId: null,
      memberId: sunita.id,
    },
  ]);
});

test('exceptions come page by page, and since a later day there are none', async () => {
  const { platform } = counter;
  await counter.openTill();
  const sunita = await counter.admitActive('Sunita Devi Rawat');
  for (const amount of ['10.00', '20.00', '30.00']) {
    const { receipt } = (await counter.deposit(sunita, amount)).json();
    await must(counter.post(`/api/journal-entries/${receipt.entryId}/reversal`, { reason: 'Counted twice' }), 201);
  }
  const first = await exceptionList(platform, { language: 'en' }, { kind: 'reversal', limit: 2 });
  expect(first.items.map(({ amount }) => amount)).toEqual(['30.00', '20.00']);
  const second = await exceptionList(
    platform,
    { language: 'en' },
    { kind: 'reversal', limit: 2, cursor: first.nextCursor ?? '' },
  );
  expect(second.items.map(({ amount }) => amount)).toEqual(['10.00']);
  expect(second.nextCursor).toBeNull();
  const later = await dashboardExceptions(platform, (await auditor()).actor, calendarDate('2026-12-01'));
  expect(later.kinds.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0]);
});

test('the auditor sees what happened since the visit before this one', async () => {
  const { platform, clock } = counter;
  const { actor } = await auditor();
  const session = (id: string, lastSeenAt: number) =>
    platform.transact((trx) =>
      trx
        .insertInto('session')
        .values({
          id,
          userId: actor.userId,
          audience: 'staff',
          client: 'web',
          refreshHash: id,
          address: '127.0.0.1',
          agent: 'test',
          createdAt: lastSeenAt,
          lastSeenAt,
          expiresAt: lastSeenAt + DAY,
        })
        .execute(),
    );
  await session('visit-of-26-november', clock.now() - 4 * DAY);
  await session(actor.sessionId, clock.now());
  expect(await dashboardExceptions(platform, actor, undefined)).toMatchObject({
    since: '2026-11-26',
    sinceLastVisit: true,
  });
});

test('expected at the counter: whoever is admitted and has not paid, with what is left to pay', async () => {
  await counter.openTill();
  await counter.admitActive('Asha Bisht');
  const sunita = await counter.admit('Sunita Devi Rawat');
  const kamla = await counter.admit('Kamla Negi');
  expect(await expectedPeople(counter.platform)).toEqual({
    total: 2,
    items: [
      expect.objectContaining({
        memberId: kamla.id,
        name: 'Kamla Negi',
        outstanding: '850.00',
        joinedOn: '2026-11-30',
      }),
      expect.objectContaining({ memberId: sunita.id, memberNumber: sunita.number, outstanding: '850.00' }),
    ],
  });
});

test('the first day is ticked off by what has happened: a cashier, a member, a till, a receipt, a closing', async () => {
  const done = async () => {
    const { steps, isDone } = await firstSteps(counter.platform);
    return [...steps.filter((step) => step.isDone).map(({ step }) => step), isDone];
  };
  expect(await done()).toEqual(['staff', false]);
  const session = await must(counter.openTill(), 201);
  expect(await done()).toEqual(['staff', 'till', false]);
  await counter.admitActive('Sunita Devi Rawat');
  expect(await done()).toEqual(['staff', 'member', 'till', 'receipt', false]);
  await closeTill(session.id, { '500.00': 101, '200.00': 1, '100.00': 1, '50.00': 1 });
  expect(await done()).toEqual(['staff', 'member', 'till', 'receipt', 'closing', true]);
});

test('the installation: users, refused log-ins of a day, settings that wait for their day', async () => {
  const { platform, clock } = counter;
  const administrator = await counter.staff('administrator', 'Hema Joshi');
  await changeSetting(platform, administrator.actor, {
    name: 'limit.valueDateDays',
    value: 3,
    effectiveFrom: calendarDate('2026-12-15'),
  });
  await counter.inject({
    method: 'POST',
    url: '/api/auth/admin/login',
    payload: { identifier: 'admin', password: 'not this one' },
  });
  expect(await installationState(platform, { language: 'en' })).toMatchObject({
    database: { isWell: true },
    files: { isWell: true },
    lastBackupAt: null,
    failedLogins: { tries: 1, since: '2026-11-29' },
    settingsWaiting: [{ name: 'limit.valueDateDays', effectiveFrom: '2026-12-15' }],
  });
  clock.advance(DAY + HOUR);
  expect((await installationState(platform, { language: 'en' })).failedLogins.tries).toBe(0);
});

test('the stream of the day is kept apart for who may and who may not read the approvals', async () => {
  await must(counter.openTill(), 201);
  const rich = await counter.admitActive('Rich Member', 40_000);
  const body = { amount: '25000.00', mode: 'cash' };
  await must(counter.post(`/api/deposits/${rich.depositId}/withdrawals`, body), 202);
  const newest = async (mayReadApprovals: boolean): Promise<string> =>
    JSON.parse(await dashboardText(counter.platform, { language: 'en', mayReadApprovals })).activity[0].text;

  expect(await newest(true)).toBe(
    `Kavita Bisht asked for approval: Pay ₹25,000.00 from account ${rich.depositNumber} to Rich Member (${rich.number})`,
  );
  expect(await newest(false)).toBe('Kavita Bisht asked for approval of a withdrawal.');
});

test('what is told to a member alone is no line of the stream', async () => {
  await counter.openTill();
  const { id } = await counter.admitActive('Sunita Devi Rawat');
  const { platform } = counter;
  const memberId = Number(id);
  await platform.transact((trx) =>
    recordEvent(trx, platform, { name: 'instalment.due', memberId, payload: { memberId } }),
  );
  const { activity } = JSON.parse(await dashboardText(platform, { language: 'en', mayReadApprovals: true }));
  expect(activity.map(({ text }: { text: string }) => text)).not.toContain('');
});

test('what matures within 7 and 30 days is counted by kind, what is closed is not', async () => {
  await counter.openTill();
  const sunita = await counter.admitActive('Sunita Devi Rawat', 5_000);
  const open = async (productCode: string, maturesOn: string) => {
    const asked = { memberId: sunita.id, productCode, amount: '1000.00', months: 12, payment: { mode: 'cash' } };
    const { id } = await must(counter.post('/api/deposits', asked), 201);
    await counter.platform.transact(async (trx) => {
      await trx
        .updateTable('term_deposit')
        .set({ maturesOn: calendarDate(maturesOn), maturityValue: rupees(1_075) })
        .where('depositId', '=', Number(id))
        .execute();
    });
    return id;
  };
  await open('FD', '2026-12-07');
  await open('FD', '2026-12-30');
  await open('RD', '2026-12-31');
  const closed = await open('FD', '2026-12-01');
  await counter.platform.transact(async (trx) => {
    await trx.updateTable('deposit').set({ status: 'closed' }).where('id', '=', Number(closed)).execute();
  });
  expect(await dashboardMaturities(counter.platform)).toEqual({
    currency: 'INR',
    maturing: [
      { kind: 'fixed', days: 7, until: '2026-12-07', count: 1, value: '1075.00' },
      { kind: 'recurring', days: 7, until: '2026-12-07', count: 0, value: '0.00' },
      { kind: 'fixed', days: 30, until: '2026-12-30', count: 2, value: '2150.00' },
      { kind: 'recurring', days: 30, until: '2026-12-30', count: 0, value: '0.00' },
    ],
    interest: null,
  });
});
