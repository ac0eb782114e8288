import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestCounter, type TestCounter } from './test-counter.ts';

let counter: TestCounter;
beforeEach(async () => {
  counter = await openTestCounter();
});
afterEach(() => counter.close());

const close = (sessionId: string, payload: object, by = counter.cashier) =>
  counter.post(`/api/till-sessions/${sessionId}/closing`, payload, by);

test('a till opens with counted cash from the vault: debit 1102, credit 1101', async () => {
  const answer = await counter.post(`/api/tills/${counter.tillId}/sessions`, {
    count: { '500.00': 9, '100.00': 5 },
    fromVault: '5000.00',
  });

  expect(answer.statusCode).toBe(201);
  expect(answer.json()).toMatchObject({
    tillCode: 'T1',
    cashier: 'Kavita Bisht',
    status: 'open',
    businessDate: '2026-11-30',
    openingCash: '5000.00',
    expectedCash: '5000.00',
    receipts: '0.00',
    payments: '0.00',
    otherMovements: '0.00',
    countedCash: null,
  });
  expect(await counter.lastPostings()).toEqual(['debit 1102 T1 5000.00', 'credit 1101 - 5000.00']);
  expect(await counter.balance('vault', 1)).toBe('495000.00');
});

test('there is no preview of opening a till, and asking for one opens nothing', async () => {
  const answer = await counter.post(`/api/tills/${counter.tillId}/sessions?preview=true`, {
    count: { '500.00': 10 },
    fromVault: '5000.00',
  });
  expect(answer.json()).toMatchObject({ status: 400, code: 'VALIDATION_FAILED' });
  expect(await counter.balance('vault', 1)).toBe('500000.00');
});

test('a count that differs from the book and what comes from the vault is refused, and nothing moves', async () => {
  const answer = await counter.post(`/api/tills/${counter.tillId}/sessions`, {
    count: { '500.00': 9 },
    fromVault: '5000.00',
  });
  expect(answer.json()).toMatchObject({
    status: 422,
    code: 'TILL_COUNT_DIFFERS',
    detail: 'You counted ₹4,500.00, but there should be ₹5,000.00: ₹0.00 in the drawer and ₹5,000.00 from the vault.',
  });
  expect(await counter.balance('vault', 1)).toBe('500000.00');
});

test('notes that do not exist, a count of half a note, and more than the vault holds are refused', async () => {
  const open = (count: object, fromVault: string) =>
    counter.post(`/api/tills/${counter.tillId}/sessions`, { count, fromVault });
  expect((await open({ '2000.00': 1 }, '2000.00')).json()).toMatchObject({ status: 400, code: 'DENOMINATION_UNKNOWN' });
  expect((await open({ '500.00': 1.5 }, '750.00')).statusCode).toBe(400);
  expect((await open({ '500.00': -1 }, '0.00')).statusCode).toBe(400);
  expect((await open({ five: 1 }, '0.00')).json()).toMatchObject({ code: 'MONEY_MALFORMED' });
  const tooMuch = await open({ '500.00': 2000 }, '1000000.00');
  expect(tooMuch.json()).toMatchObject({
    status: 422,
    code: 'VAULT_CASH_TOO_LOW',
    detail: 'The vault holds ₹5,00,000.00; ₹10,00,000.00 is too much.',
  });
});

test('one open session per till and per cashier', async () => {
  await counter.openTill();
  expect((await counter.openTill(counter.secondCashier)).json()).toMatchObject({
    status: 409,
    code: 'TILL_ALREADY_OPEN',
    detail: 'Till T1 is open already; Kavita Bisht answers for it.',
  });
  const second = await counter.post('/api/tills', { code: 'T2', name: 'Counter 2' }, counter.manager);
  expect(second.statusCode).toBe(201);
  expect((await counter.openTill(counter.cashier, second.json().id)).json()).toMatchObject({
    status: 409,
    code: 'CASHIER_HAS_TILL',
  });
  expect((await counter.openTill(counter.secondCashier, second.json().id)).statusCode).toBe(201);
  const tills = (await counter.get('/api/tills')).json().items;
  expect(tills).toMatchObject([
    { code: 'T1', cash: '50000.00', session: { cashier: 'Kavita Bisht' } },
    { code: 'T2', cash: '50000.00', session: { cashier: 'Ramesh Kumar' } },
  ]);
});

test('of ten openings at the same moment one succeeds', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => counter.openTill()));
  expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1);
  expect(await counter.balance('till', counter.tillId)).toBe('50000.00');
});

test('a till that is no longer used is not opened', async () => {
  await counter.platform.transact(async (trx) => {
    await trx.updateTable('till').set({ isActive: 0 }).where('id', '=', Number(counter.tillId)).execute();
  });
  expect((await counter.openTill()).json()).toMatchObject({
    status: 409,
    code: 'TILL_INACTIVE',
    detail: 'Till T1 is no longer used.',
  });
});

test('a till that is not there, or whose code is taken or reserved', async () => {
  const open = await counter.post('/api/tills/999/sessions', { count: {}, fromVault: '0.00' });
  expect(open.json()).toMatchObject({ status: 404, code: 'TILL_UNKNOWN' });
  const create = (code: string) => counter.post('/api/tills', { code, name: 'Counter' }, counter.manager);
  expect((await create('T1')).json()).toMatchObject({ status: 409, code: 'TILL_CODE_TAKEN' });
  expect((await create('JV')).json()).toMatchObject({ status: 422, code: 'TILL_CODE_RESERVED' });
  expect((await create('till one')).statusCode).toBe(400);
});

test('closing: opening 50,000 + 1,500 received - 400 paid = 51,100; counted 51,080 is 20 short', async () => {
  const session = (await counter.openTill()).json();
  const member = await counter.admitActive('Sunita Devi Rawat', 650);
  await counter.post(`/api/deposits/${member.depositId}/withdrawals`, { amount: '400.00', mode: 'cash' });
  const open = (await counter.get('/api/till-sessions/current')).json().session;
  expect(open).toMatchObject({
    openingCash: '50000.00',
    receipts: '1500.00',
    payments: '400.00',
    otherMovements: '0.00',
    expectedCash: '51100.00',
  });

  const count = { '500.00': 102, '50.00': 1, '20.00': 1, '10.00': 1 };
  const preview = await counter.cashier.inject({
    method: 'POST',
    url: `/api/till-sessions/${session.id}/closing?preview=true`,
    payload: { count, toVault: '51000.00' },
  });
  expect(preview.json()).toMatchObject({
    preview: true,
    expected: '51100.00',
    counted: '51080.00',
    difference: '-20.00',
    postings: [
      { accountCode: '5901', side: 'debit', amount: '20.00' },
      { accountCode: '1102', side: 'credit', amount: '20.00' },
      { accountCode: '1101', side: 'debit', amount: '51000.00' },
      { accountCode: '1102', side: 'credit', amount: '51000.00' },
    ],
    balances: [
      { label: 'Till T1', before: '51100.00', after: '80.00' },
      { label: 'Vault', before: '450000.00', after: '501000.00' },
    ],
  });
  expect(await counter.balance('till', counter.tillId)).toBe('51100.00');

  const closed = await close(session.id, { count, toVault: '51000.00', note: 'A torn note' });
  expect(closed.statusCode).toBe(201);
  expect(closed.json()).toMatchObject({
    preview: false,
    session: { status: 'closed', expectedCash: '51100.00', countedCash: '51080.00', difference: '-20.00' },
  });
  expect(await counter.balance('till', counter.tillId)).toBe('80.00');
  expect(await counter.balance('vault', 1)).toBe('501000.00');
  const short = await counter.platform.database
    .selectFrom('posting as p')
    .innerJoin('journal_entry as e', 'e.id', 'p.entryId')
    .select(['p.side', 'p.amount', 'e.narration'])
    .where('p.accountCode', '=', '5901')
    .execute();
  expect(short).toEqual([
    { side: 'debit', amount: 2000, narration: 'Cash short at the closing of till T1: A torn note' },
  ]);
  expect((await counter.get('/api/till-sessions/current')).json()).toEqual({ session: null });
});

test('cash in excess waits in suspense: debit 1102, credit 2221; what is not handed over stays for the next opening', async () => {
  const session = (await counter.openTill()).json();
  const closed = await close(session.id, { count: { '500.00': 100, '5.00': 1 }, toVault: '0.00' });
  expect(closed.json().session).toMatchObject({ difference: '5.00', countedCash: '50005.00' });
  expect(await counter.lastPostings()).toEqual(['debit 1102 T1 5.00', 'credit 2221 - 5.00']);

  const next = await counter.post(
    `/api/tills/${counter.tillId}/sessions`,
    { count: { '500.00': 100, '5.00': 1 }, fromVault: '0.00' },
    counter.secondCashier,
  );
  expect(next.statusCode).toBe(201);
  expect(next.json()).toMatchObject({ openingCash: '50005.00', cashier: 'Ramesh Kumar' });
});

test('a till that agrees is closed without an entry, and its preview says so', async () => {
  const session = (await counter.openTill()).json();
  const body = { count: { '500.00': 100 }, toVault: '0.00' };
  const preview = await counter.cashier.inject({
    method: 'POST',
    url: `/api/till-sessions/${session.id}/closing?preview=true`,
    payload: body,
  });
  expect(preview.json()).toMatchObject({ preview: true, difference: '0.00', postings: [], total: '0.00' });
  expect((await close(session.id, body)).json().session).toMatchObject({ difference: '0.00', status: 'closed' });
});

test('a till is closed by its own cashier, once, with no more to the vault than was counted', async () => {
  const session = (await counter.openTill()).json();
  const count = { '500.00': 100 };
  const refused = async (answer: ReturnType<typeof close>) => (await answer).json();
  expect(await refused(close(session.id, { count, toVault: '50000.01' }))).toMatchObject({
    status: 422,
    code: 'TILL_TO_VAULT_TOO_MUCH',
  });
  expect(await refused(close(session.id, { count, toVault: '0.00' }, counter.secondCashier))).toMatchObject({
    status: 403,
    code: 'TILL_SESSION_NOT_YOURS',
  });
  expect(await refused(close('999', { count, toVault: '0.00' }))).toMatchObject({
    status: 404,
    code: 'TILL_SESSION_UNKNOWN',
  });
  await close(session.id, { count, toVault: '50000.00' });
  expect(await refused(close(session.id, { count, toVault: '0.00' }))).toMatchObject({
    status: 409,
    code: 'TILL_SESSION_CLOSED',
  });
});

test('opening and closing entries are not taken back; a session and its receipts are listed newest first', async () => {
  const first = (await counter.openTill()).json();
  const entry = await counter.platform.database
    .selectFrom('journal_entry')
    .select('id')
    .where('kind', '=', 'till')
    .executeTakeFirstOrThrow();
  const reversal = await counter.post(
    `/api/journal-entries/${entry.id}/reversal`,
    { reason: 'Counted wrongly' },
    counter.manager,
  );
  expect(reversal.json()).toMatchObject({ status: 409, code: 'TILL_ENTRY_STANDS' });

  await close(first.id, { count: { '500.00': 100 }, toVault: '50000.00' });
  const second = (await counter.openTill()).json();
  const list = (await counter.get(`/api/till-sessions?limit=1`)).json();
  expect(list.items).toMatchObject([{ id: second.id }]);
  expect((await counter.get(`/api/till-sessions?limit=1&cursor=${list.nextCursor}`)).json().items).toMatchObject([
    { id: first.id },
  ]);
  expect((await counter.get(`/api/till-sessions/${first.id}`)).json()).toMatchObject({ status: 'closed' });
});

test('a reversal of an earlier session is cash that moved otherwise, so the figures always add up', async () => {
  const first = (await counter.openTill()).json();
  const member = await counter.admitActive('Sunita Devi Rawat');
  const { receipt } = (await counter.deposit(member, '600.00')).json();
  await close(first.id, { count: { '500.00': 102, '200.00': 2, '50.00': 1 }, toVault: '0.00' });
  counter.clock.advance(60_000);
  const opened = await counter.post(`/api/tills/${counter.tillId}/sessions`, {
    count: { '500.00': 102, '200.00': 2, '50.00': 1 },
    fromVault: '0.00',
  });
  const reversal = await counter.post(
    `/api/journal-entries/${receipt.entryId}/reversal`,
    { reason: 'Typed twice yesterday' },
    counter.manager,
  );
  expect(reversal.statusCode).toBe(201);

  expect((await counter.get(`/api/till-sessions/${opened.json().id}`)).json()).toMatchObject({
    openingCash: '51450.00',
    receipts: '0.00',
    payments: '0.00',
    otherMovements: '-600.00',
    expectedCash: '50850.00',
  });
  expect((await counter.get(`/api/till-sessions/${first.id}`)).json()).toMatchObject({
    receipts: '1450.00',
    otherMovements: '0.00',
    expectedCash: '51450.00',
  });
});

test('a day does not move on while a till is open, and moves when it is closed', async () => {
  const session = (await counter.openTill()).json();
  counter.clock.advance(24 * 3_600_000);
  const member = await counter.admit('Sunita Devi Rawat');
  expect((await counter.deposit(member, '10.00')).json().receipt.issuedOn).toBe('2026-11-30');
  await close(session.id, { count: { '500.00': 100, '10.00': 1 }, toVault: '50000.00' });
  expect((await counter.openTill(counter.cashier, counter.tillId, 0)).json()).toMatchObject({
    code: 'TILL_COUNT_DIFFERS',
  });
  const next = await counter.post(`/api/tills/${counter.tillId}/sessions`, {
    count: { '10.00': 1 },
    fromVault: '0.00',
  });
  expect(next.json()).toMatchObject({ businessDate: '2026-12-01', openingCash: '10.00' });
});
