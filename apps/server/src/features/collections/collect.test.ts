import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AdmittedMember } from '../counter/test-counter.ts';
import { type DailyOpened, openTestCollections, type TestCollections } from './test-collections.ts';

let society: TestCollections;
let asha: AdmittedMember;
let daily: DailyOpened;
beforeEach(async () => {
  society = await openTestCollections();
  await society.openTill();
  asha = await society.admitActive('Asha Rawat', 1_000);
  daily = await society.openDaily(asha);
});
afterEach(() => society.close());

test('what an agent takes at a door is on the account at once: debit 1103 of the agent, credit 2131', async () => {
  const answer = await society.collect(daily.id, '100.00');

  expect(answer.statusCode).toBe(201);
  expect(answer.json()).toMatchObject({
    receipt: {
      number: 'AG-1/2026-27/00001',
      memberName: 'Asha Rawat',
      total: '100.00',
      issuedBy: 'Suresh Negi',
      tillCode: null,
      lines: [{ kind: 'daily', label: `Daily deposit ${daily.accountNumber}`, amount: '100.00' }],
    },
    balance: '100.00',
    collectedToday: '100.00',
    cash: '100.00',
    isOverLimit: false,
  });
  expect(await society.lastPostings()).toEqual(['debit 1103 - 100.00', `credit 2131 ${daily.accountNumber} 100.00`]);
  expect(await society.balance('agent', society.agentId)).toBe('100.00');
});

test('the member sees the receipt and the line of the passbook, and hears of it', async () => {
  await society.collect(daily.id, '50.00');

  const receipts = await society.get('/api/receipts', asha.signedIn);
  expect(receipts.json().items[0]).toMatchObject({ number: 'AG-1/2026-27/00001', total: '50.00' });
  const passbook = await society.get(`/api/deposits/${daily.id}/passbook`, asha.signedIn);
  expect(passbook.json().items[0]).toMatchObject({ deposit: '50.00', balance: '50.00' });
  expect(passbook.body).toContain('Collected by AG-1');
  const told = await society.platform.database
    .selectFrom('outbox')
    .select(['name', 'memberId'])
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  expect(told).toEqual({ name: 'receipt.issued', memberId: Number(asha.id) });
});

test('a month shows the days that were paid, without what was taken back, in the months of the society', async () => {
  const first = (await society.collect(daily.id, '50.00')).json();
  await society.collect(daily.id, '25.50');
  const wrong = (await society.collect(daily.id, '900.00')).json();
  await society.post(
    `/api/journal-entries/${wrong.receipt.entryId}/reversal`,
    { reason: 'wrong door' },
    society.manager,
  );
  const month = async (by = asha.signedIn, on = '') =>
    (await society.get(`/api/deposits/${daily.id}/paid-days${on}`, by)).json();

  expect(await month()).toMatchObject({
    month: '2026-11',
    from: '2026-11-01',
    to: '2026-11-30',
    before: null,
    after: null,
    total: '75.50',
    days: [{ day: '2026-11-30', amount: '75.50', receipts: [{ number: first.receipt.number }, {}] }],
    currency: 'INR',
  });
  expect(await month(society.cashier)).toMatchObject({ total: '75.50' });
  await society.platform.transact(async (trx) => {
    await trx
      .updateTable('deposit')
      .set({ openedOn: '2026-10-15' as never })
      .where('id', '=', Number(daily.id))
      .execute();
  });
  expect(await month()).toMatchObject({ before: '2026-10-31' });
  const october = { month: '2026-10', before: null, after: '2026-11-01', total: '0.00', days: [] };
  expect(await month(asha.signedIn, '?on=2026-10-31')).toMatchObject(october);
  // Mangsir 2083 is 17 November to 15 December 2026.
  await society.changeSetting('calendar.kind', 'BS');
  expect(await month()).toMatchObject({ month: '2083-08', from: '2026-11-17', to: '2026-12-15', total: '75.50' });

  const bina = await society.admitActive('Bina Devi');
  expect(await month(bina.signedIn)).toMatchObject({ status: 404, code: 'DEPOSIT_UNKNOWN' });
  expect(await month(asha.signedIn, '?on=2026-02-30')).toMatchObject({ status: 400 });
});

test('an answer that was lost and asked for again takes nothing twice', async () => {
  const send = () =>
    society.agent.inject({
      method: 'POST',
      url: '/api/collections',
      headers: { 'idempotency-key': 'door-key-0000000001' },
      payload: { depositId: daily.id, amount: '100.00' },
    });
  const first = await send();
  const again = await send();
  expect(again.statusCode).toBe(201);
  expect(again.headers['idempotency-replayed']).toBe('true');
  expect(again.json()).toEqual(first.json());
  expect(await society.balance('agent', society.agentId)).toBe('100.00');
});

test('an agent sees their own round only, in walking order', async () => {
  const other = await society.addAgent('Kamla Bhatt', 'R2');
  const bina = await society.admitActive('Bina Pant');
  const theirs = await society.openDaily(bina, { routeId: other.routeId, dailyAmount: '20.00' });
  const chandra = await society.admitActive('Chandra Lal');
  const second = await society.openDaily(chandra, { dailyAmount: '30.00' });
  const order = { depositIds: [second.id, daily.id] };
  const ordered = await society.manager.inject({
    method: 'PUT',
    url: `/api/collections/routes/${society.routeId}/order`,
    payload: order,
  });
  expect(ordered.statusCode).toBe(200);

  const round = (await society.get('/api/collections/own', society.agent)).json();
  expect(round.routes).toHaveLength(1);
  expect(round.routes[0].accounts).toMatchObject([
    { depositId: second.id, memberName: 'Chandra Lal', dailyAmount: '30.00', collectedToday: '0.00' },
    { depositId: daily.id, memberName: 'Asha Rawat', dailyAmount: '100.00' },
  ]);
  // Somebody else's account answers exactly like one that is not there.
  const stranger = await society.collect(theirs.id, '20.00');
  const nowhere = await society.collect('999999', '20.00');
  expect(stranger.statusCode).toBe(404);
  expect(stranger.json().detail).toBe(nowhere.json().detail);
  for (const url of ['/api/collections', '/api/collections/agents', '/api/members', `/api/deposits/${theirs.id}`]) {
    expect((await society.get(url, society.agent)).statusCode, url).toBe(403);
  }
});

test('moved to another agent, the account is on their round from the next collection on', async () => {
  const other = await society.addAgent('Kamla Bhatt', 'R2');
  const moved = await society.cashier.inject({
    method: 'PUT',
    url: `/api/collections/accounts/${daily.id}`,
    payload: { routeId: other.routeId, dailyAmount: '40.00' },
  });
  expect(moved.json()).toMatchObject({ agentName: 'Kamla Bhatt', dailyAmount: '40.00' });
  expect((await society.collect(daily.id, '40.00')).statusCode).toBe(404);
  expect((await society.collect(daily.id, '40.00', other.agent)).statusCode).toBe(201);
  expect(await society.balance('agent', other.agentId)).toBe('40.00');
});

test('a sheet stands whole or not at all, and says which row is wrong', async () => {
  const bina = await society.admitActive('Bina Pant');
  const second = await society.openDaily(bina);
  const rows = [
    { depositId: daily.id, amount: '100.00' },
    { depositId: second.id, amount: '60.00' },
  ];
  const sheet = (payload: object) => society.post('/api/collections/sheets', { agentId: society.agentId, ...payload });

  const wrongTotal = await sheet({ total: '150.00', rows });
  expect(wrongTotal.json()).toMatchObject({
    status: 422,
    code: 'SHEET_TOTAL_DIFFERS',
    detail: 'The rows come to ₹160.00, the total on the paper is ₹150.00.',
  });
  const stranger = await sheet({ total: '160.00', rows: [rows[0], { depositId: asha.depositId, amount: '60.00' }] });
  expect(stranger.json()).toMatchObject({ status: 404, code: 'DAILY_ACCOUNT_UNKNOWN', fields: [{ path: 'rows.1' }] });
  expect(await society.balance('agent', society.agentId)).toBe('0.00');

  const entered = await sheet({ total: '160.00', rows });
  expect(entered.statusCode).toBe(201);
  expect(entered.json()).toMatchObject({
    total: '160.00',
    cash: '160.00',
    receipts: [{ number: 'AG-1/2026-27/00001' }, { number: 'AG-1/2026-27/00002' }],
  });
  expect(await society.balance('deposit', second.id)).toBe('60.00');
});

test('handed over at the till: debit 1102, credit 1103', async () => {
  await society.collect(daily.id, '500.00');
  const handOver = (count: object, preview = '') =>
    society.post(`/api/collections/agents/${society.agentId}/handovers${preview}`, { count });

  const preview = await handOver({ '500.00': 1 }, '?preview=true');
  expect(preview.json()).toMatchObject({ preview: true, expected: '500.00', counted: '500.00', difference: '0.00' });
  const answer = await handOver({ '500.00': 1 });
  expect(answer.statusCode).toBe(201);
  expect(answer.json().handover).toMatchObject({ agentName: 'Suresh Negi', tillCode: 'T1', difference: '0.00' });
  expect(await society.lastPostings()).toEqual(['debit 1102 T1 500.00', 'credit 1103 - 500.00']);
  expect(await society.balance('agent', society.agentId)).toBe('0.00');
});

test('what is short stays with the agent, what is too much is kept as excess', async () => {
  await society.collect(daily.id, '500.00');
  const handOver = (count: object) => society.post(`/api/collections/agents/${society.agentId}/handovers`, { count });

  const short = await handOver({ '200.00': 2 });
  expect(short.json().handover).toMatchObject({ expected: '500.00', counted: '400.00', difference: '-100.00' });
  expect(await society.balance('agent', society.agentId)).toBe('100.00');

  const excess = await handOver({ '100.00': 1, '20.00': 1 });
  expect(excess.json().handover).toMatchObject({ expected: '100.00', counted: '120.00', difference: '20.00' });
  expect(await society.lastPostings()).toEqual(['debit 1102 T1 120.00', 'credit 1103 - 100.00', 'credit 2221 - 20.00']);
  expect(await society.balance('agent', society.agentId)).toBe('0.00');
});

test('nothing is handed over without a till, and nothing counted is nothing handed over', async () => {
  await society.collect(daily.id, '100.00');
  const url = `/api/collections/agents/${society.agentId}/handovers`;
  expect((await society.post(url, { count: {} })).json()).toMatchObject({ status: 422, code: 'HANDOVER_NOTHING' });
  const without = await society.post(url, { count: { '100.00': 1 } }, society.secondCashier);
  expect(without.json()).toMatchObject({ status: 409, code: 'TILL_NOT_OPEN' });
});

test('a collection is taken back as entries are; one whose cash was handed over only after the hand-over', async () => {
  const taken = (await society.collect(daily.id, '100.00')).json();
  const reverse = (entryId: string, by = society.manager) =>
    society.post(`/api/journal-entries/${entryId}/reversal`, { reason: 'The amount was typed twice' }, by);
  const handed = await society.post(`/api/collections/agents/${society.agentId}/handovers`, {
    count: { '100.00': 1 },
  });
  const tooEarly = await reverse(taken.receipt.entryId);
  expect(tooEarly.json()).toMatchObject({ status: 422, code: 'AGENT_CASH_TOO_LOW' });

  expect((await reverse(handed.json().handover.entryId)).statusCode).toBe(201);
  expect((await reverse(taken.receipt.entryId)).statusCode).toBe(201);
  expect(await society.balance('agent', society.agentId)).toBe('0.00');
  expect(await society.balance('deposit', daily.id)).toBe('0.00');
  const list = (await society.get('/api/collections', society.manager)).json();
  expect(list.items[0]).toMatchObject({ amount: '100.00', isReversed: true });
});

test('an agent cannot take back what they collected', async () => {
  const taken = (await society.collect(daily.id, '100.00')).json();
  const answer = await society.post(
    `/api/journal-entries/${taken.receipt.entryId}/reversal`,
    { reason: 'I changed my mind' },
    society.agent,
  );
  expect(answer.statusCode).toBe(403);
});

test('cash with an agent above the limit, or for too long, is said', async () => {
  await society.changeSetting('limit.agentCash', '150.00');
  await society.collect(daily.id, '100.00');
  expect((await society.collect(daily.id, '100.00')).json()).toMatchObject({ cash: '200.00', isOverLimit: true });
  const told = await society.platform.database
    .selectFrom('outbox')
    .select('payload')
    .where('name', '=', 'collection.cash-waiting')
    .execute();
  expect(told).toEqual([{ payload: JSON.stringify({ agentId: Number(society.agentId) }) }]);
  const agent = async () => (await society.get(`/api/collections/agents/${society.agentId}`)).json();
  expect(await agent()).toMatchObject({
    cash: '200.00',
    cashSince: '2026-11-30',
    cashLimit: '150.00',
    isOverLimit: true,
    isOverdue: false,
  });
});

test('an agent goes only without cash and without a route', async () => {
  await society.collect(daily.id, '100.00');
  const retire = () =>
    society.post(`/api/collections/agents/${society.agentId}/retirement`, { version: 1 }, society.manager);
  expect((await retire()).json()).toMatchObject({ status: 409, code: 'AGENT_RETIRE_CASH' });
  await society.post(`/api/collections/agents/${society.agentId}/handovers`, { count: { '100.00': 1 } });
  expect((await retire()).json()).toMatchObject({ status: 409, code: 'AGENT_RETIRE_ROUTE' });

  const other = await society.addAgent('Kamla Bhatt', 'R2');
  await society.manager.inject({
    method: 'PUT',
    url: `/api/collections/routes/${society.routeId}`,
    payload: { name: 'Market', agentId: other.agentId, version: 1 },
  });
  expect((await retire()).json()).toMatchObject({ status: 'retired' });
  expect((await society.collect(daily.id, '100.00')).json()).toMatchObject({ status: 403, code: 'AGENT_NOT_YOU' });
  expect((await society.collect(daily.id, '100.00', other.agent)).statusCode).toBe(201);
});

test('bad input: below nothing, before the opening, after the day, for a closed-out stranger', async () => {
  expect((await society.collect(daily.id, '0.00')).statusCode).toBe(400);
  expect((await society.collect(daily.id, '-5.00')).statusCode).toBe(400);
  const dated = (collectedOn: string) =>
    society.post('/api/collections', { depositId: daily.id, amount: '10.00', collectedOn }, society.agent);
  expect((await dated('2026-11-29')).json()).toMatchObject({ status: 422, code: 'COLLECTION_BEFORE_OPENING' });
  expect((await dated('2026-12-01')).json()).toMatchObject({ status: 422, code: 'VALUE_DATE_IN_FUTURE' });
  expect((await society.collect(daily.id, '10.00', society.cashier)).statusCode).toBe(403);
  expect(await society.balance('agent', society.agentId)).toBe('0.00');
});
