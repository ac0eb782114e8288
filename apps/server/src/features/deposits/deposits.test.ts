import { parseMoney } from '@kafal/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { postJournalEntry } from '../accounting/index.ts';
import { type AdmittedMember, openTestCounter, type TestCounter } from '../counter/test-counter.ts';

let counter: TestCounter;
let sunita: AdmittedMember;
beforeEach(async () => {
  counter = await openTestCounter();
  await counter.openTill();
  sunita = await counter.admitActive('Sunita Devi Rawat');
});
afterEach(() => counter.close());

test('a new member has the savings account they asked for, with its minimum balance', async () => {
  const view = await counter.get(`/api/deposits/${sunita.depositId}`, sunita.signedIn);
  expect(view.json()).toMatchObject({
    accountNumber: 'SB000001',
    memberName: 'Sunita Devi Rawat',
    productCode: 'SB',
    product: 'Savings account',
    kind: 'savings',
    status: 'active',
    balance: '0.00',
    minimumBalance: '100.00',
    available: '0.00',
    openedOn: '2026-11-30',
    currency: 'INR',
  });
  const inHindi = await sunita.signedIn.inject({
    method: 'GET',
    url: `/api/deposits/${sunita.depositId}`,
    headers: { 'accept-language': 'hi' },
  });
  expect(inHindi.json().product).toBe('बचत खाता');
});

test('staff open a current account; a member opens their own from the phone; each kind once', async () => {
  const current = await counter.post('/api/deposits', { memberId: sunita.id, productCode: 'CA' });
  expect(current.statusCode).toBe(201);
  expect(current.json()).toMatchObject({ accountNumber: 'CA000002', kind: 'current', memberId: sunita.id });

  const salary = await counter.post('/api/deposits', { productCode: 'SA' }, sunita.signedIn);
  expect(salary.json()).toMatchObject({ accountNumber: 'SA000003', memberId: sunita.id });

  const again = await counter.post('/api/deposits', { memberId: sunita.id, productCode: 'CA' });
  expect(again.json()).toMatchObject({
    status: 409,
    code: 'DEPOSIT_ALREADY_OPEN',
    detail: 'The member already has the account CA000002 of this kind.',
  });
});

test('of 20 openings at the same moment one account comes to exist', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => counter.post('/api/deposits', { memberId: sunita.id, productCode: 'CA' })),
  );
  expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1);
});

test('an account for nobody, for somebody else, of an unknown kind, or for a member who has left', async () => {
  const mohan = await counter.admit('Mohan Rawat');
  const open = async (payload: object, by = counter.cashier) =>
    (await counter.post('/api/deposits', payload, by)).json();
  expect(await open({ productCode: 'CA' })).toMatchObject({ status: 400, code: 'DEPOSIT_MEMBER_NAMED' });
  expect(await open({ memberId: '999', productCode: 'CA' })).toMatchObject({
    status: 404,
    code: 'DEPOSIT_MEMBER_UNKNOWN',
  });
  expect(await open({ memberId: sunita.id, productCode: 'XX' })).toMatchObject({
    status: 422,
    code: 'DEPOSIT_PRODUCT_UNKNOWN',
  });
  expect(await open({ memberId: sunita.id, productCode: 'CA' }, mohan.signedIn)).toMatchObject({
    status: 404,
    code: 'DEPOSIT_MEMBER_UNKNOWN',
  });
  await counter.setStatus(mohan.id, 'resigned');
  expect(await open({ memberId: mohan.id, productCode: 'CA' })).toMatchObject({
    status: 422,
    code: 'DEPOSIT_MEMBER_STATUS',
  });
});

test('the kinds of account are shown as they stand today', async () => {
  const { items } = (await counter.get('/api/deposit-products', sunita.signedIn)).json();
  expect(items).toMatchObject([
    { code: 'CA', kind: 'current', annualRate: '0', interestRule: 'none' },
    { code: 'CD', kind: 'thrift', withdrawal: 'membership', interestRule: 'thrift' },
    { code: 'DD', kind: 'daily', minimumDeposit: '10.00', interestRule: 'daily' },
    { code: 'ES', kind: 'emergency', withdrawal: 'free', interestRule: 'savings' },
    { code: 'GS', kind: 'goal', withdrawal: 'goal', interestRule: 'savings' },
    { code: 'OS', kind: 'optional' },
    { code: 'SA', kind: 'salary' },
    { code: 'SB', kind: 'savings', name: 'Savings account', minimumBalance: '100.00', annualRate: '4' },
  ]);
});

test('a member lists their own accounts; staff find any by number or by the member, page by page', async () => {
  const mohan = await counter.admit('Mohan Rawat');
  await counter.post('/api/deposits', { memberId: sunita.id, productCode: 'CA' });
  const numbers = async (query: string, by = counter.cashier) =>
    (await counter.get(`/api/deposits?${query}`, by))
      .json()
      .items.map(({ accountNumber }: { accountNumber: string }) => accountNumber);

  expect(await numbers('', sunita.signedIn)).toEqual(['CA000003', 'SB000001']);
  expect(await numbers(`memberId=${sunita.id}`, mohan.signedIn)).toEqual([]);
  expect(await numbers('q=sb0')).toEqual(['SB000001', 'SB000002']);
  expect(await numbers('q=mohan')).toEqual(['SB000002']);
  expect(await numbers('sort=-accountNumber')).toEqual(['SB000002', 'SB000001', 'CA000003']);
  expect(await numbers('status=closed')).toEqual([]);

  const first = (await counter.get('/api/deposits?limit=2')).json();
  expect(first.items).toHaveLength(2);
  const second = (await counter.get(`/api/deposits?limit=2&cursor=${first.nextCursor}`)).json();
  expect(second).toMatchObject({ items: [{ accountNumber: 'SB000002' }], nextCursor: null });
  expect((await counter.get('/api/deposits?cursor=%21')).json()).toMatchObject({ code: 'CURSOR_MALFORMED' });
});

test('the list counts and sums its whole filter, whatever the page; a member only their own', async () => {
  const mohan = await counter.admit('Mohan Rawat');
  await counter.admit('Asha Bisht');
  await counter.deposit(sunita, '1250.00');
  await counter.deposit(mohan, '2000.50');
  await counter.restrict(sunita.depositId, '250.00');
  const sums = async (query: string, by = counter.cashier) => {
    const { total, totals } = (await counter.get(`/api/deposits?${query}`, by)).json();
    return { total, ...totals };
  };

  const all = { total: 3, balance: '3250.50', hold: '250.00' };
  expect(await sums('total=true')).toEqual(all);
  expect(await sums('total=true&limit=1')).toEqual(all);
  expect(await sums('total=true&q=rawat')).toEqual({ total: 2, balance: '3250.50', hold: '250.00' });
  expect(await sums('total=true&q=asha')).toEqual({ total: 1, balance: '0.00', hold: '0.00' });
  expect(await sums('total=true&status=closed')).toEqual({ total: 0, balance: '0.00', hold: '0.00' });
  expect(await sums('total=true', mohan.signedIn)).toEqual({ total: 1, balance: '2000.50', hold: '0.00' });
  expect((await counter.get('/api/deposits')).json()).not.toHaveProperty('totals');
});

test("somebody else's account answers like one that is not there, on every path", async () => {
  const mohan = await counter.admit('Mohan Rawat');
  const period = '?from=2026-11-01&to=2026-11-30';
  for (const path of ['', '/explanation', '/passbook', `/statement.pdf${period}`, `/statement.csv${period}`]) {
    const foreign = await counter.get(`/api/deposits/${sunita.depositId}${path}`, mohan.signedIn);
    const missing = await counter.get(`/api/deposits/99999${path}`, mohan.signedIn);
    expect(foreign.statusCode).toBe(404);
    expect({ ...foreign.json(), requestId: '' }).toEqual({ ...missing.json(), requestId: '' });
  }
});

/** On three days: +1,000, +500 by UPI, -300, then +200 taken back. */
async function somethingHappens() {
  const day = 24 * 3_600_000;
  await counter.deposit(sunita, '1000.00');
  await nextDay(day);
  await counter.post('/api/receipts', {
    memberId: sunita.id,
    lines: [{ kind: 'savings', depositId: sunita.depositId, amount: '500.00' }],
    mode: 'upi',
    reference: 'UPI 1',
  });
  await counter.post(`/api/deposits/${sunita.depositId}/withdrawals`, { amount: '300.00', mode: 'cash', note: '=1+1' });
  await nextDay(day);
  const { receipt } = (await counter.deposit(sunita, '200.00')).json();
  await counter.post(`/api/journal-entries/${receipt.entryId}/reversal`, { reason: 'Typed twice' }, counter.manager);
}

async function nextDay(milliseconds: number) {
  const { session } = (await counter.get('/api/till-sessions/current')).json();
  const notes = Number(session.expectedCash.slice(0, -3)) / 50;
  const count = { '50.00': notes };
  await counter.post(`/api/till-sessions/${session.id}/closing`, { count, toVault: '0.00' });
  counter.clock.advance(milliseconds);
  await counter.post(`/api/tills/${counter.tillId}/sessions`, { count, fromVault: '0.00' });
}

test('the passbook shows each line with the balance that was written with it, newest first, page by page', async () => {
  await somethingHappens();
  const url = `/api/deposits/${sunita.depositId}/passbook`;
  const book = (await counter.get(url, sunita.signedIn)).json();
  expect(book).toMatchObject({ accountNumber: 'SB000001', currency: 'INR', nextCursor: null });
  expect(
    book.items.map(({ postedOn, narration, deposit, withdrawal, balance }: Record<string, string>) =>
      [postedOn, narration, deposit, withdrawal, balance].join(' | '),
    ),
  ).toEqual([
    '2026-12-02 | Reversal of T1/2026-27/00005 |  | 200.00 | 1200.00',
    '2026-12-02 | Cash deposit | 200.00 |  | 1400.00',
    '2026-12-01 | Cash withdrawal – =1+1 |  | 300.00 | 1200.00',
    '2026-12-01 | Deposit by UPI | 500.00 |  | 1500.00',
    '2026-11-30 | Cash deposit | 1000.00 |  | 1000.00',
  ]);
  expect(book.items[1].receiptId).toMatch(/^\d+$/);

  const first = (await counter.get(`${url}?limit=3`)).json();
  const second = (await counter.get(`${url}?limit=3&cursor=${first.nextCursor}`)).json();
  expect([...first.items, ...second.items]).toEqual(book.items);
  const found = async (q: string) =>
    (await counter.get(`${url}?q=${encodeURIComponent(q)}`))
      .json()
      .items.map((line: { entryNumber: string }) => line.entryNumber.slice(-5));
  expect(await found('1,000')).toEqual(['00002']);
  expect(await found('T1/2026-27/3')).toEqual(['00003']);
  expect(await found('upi')).toEqual(['00003']);
  expect(await found('%')).toEqual([]);
  const oneDay = (await counter.get(`${url}?from=2026-12-01&to=2026-12-01`)).json();
  expect(oneDay.items).toHaveLength(2);
});

test('a statement as CSV: opening, lines, closing; what a person typed never becomes a formula', async () => {
  await somethingHappens();
  const url = `/api/deposits/${sunita.depositId}/statement.csv?from=2026-12-01&to=2026-12-02`;
  const csv = await counter.get(url, sunita.signedIn);
  expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(csv.body.replace('\uFEFF', '').trim().split('\r\n')).toEqual([
    'Date,Particulars,Voucher,Withdrawal,Deposit,Balance',
    '2026-12-01,Opening balance,,,,1000.00',
    '2026-12-01,Deposit by UPI,T1/2026-27/00003,,500.00,1500.00',
    '2026-12-01,Cash withdrawal – =1+1,T1/2026-27/00004,300.00,,1200.00',
    '2026-12-02,Cash deposit,T1/2026-27/00005,,200.00,1400.00',
    '2026-12-02,Reversal of T1/2026-27/00005,T1/2026-27/00006,200.00,,1200.00',
    '2026-12-02,Closing balance,,,,1200.00',
  ]);
  const trail = await counter.platform.database
    .selectFrom('audit')
    .select('newValues')
    .where('action', '=', 'deposit.statement-taken')
    .execute();
  expect(trail).toHaveLength(1);
});

test('a statement as PDF for any period, in both languages; a period that ends before it begins is refused', async () => {
  await somethingHappens();
  for (const query of [
    'from=2026-11-01&to=2026-12-31',
    'from=2026-12-01&to=2026-12-02&language=hi',
    'from=2020-01-01&to=2020-12-31',
    'from=1900-01-01&to=2026-12-31',
  ]) {
    const answer = await counter.get(`/api/deposits/${sunita.depositId}/statement.pdf?${query}`, sunita.signedIn);
    expect(answer.statusCode).toBe(200);
    expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  }
  const backwards = await counter.get(`/api/deposits/${sunita.depositId}/statement.pdf?from=2026-12-02&to=2026-12-01`);
  expect(backwards.json()).toMatchObject({ status: 422, code: 'STATEMENT_PERIOD' });
  const noDay = await counter.get(`/api/deposits/${sunita.depositId}/statement.csv?from=2026-02-30&to=2026-12-01`);
  expect(noDay.json().fields).toMatchObject([{ path: 'from', code: 'DAY_MALFORMED' }]);
});

test('the balance explains itself: what was there, each entry, and what can be withdrawn', async () => {
  await somethingHappens();
  const explained = (await counter.get(`/api/deposits/${sunita.depositId}/explanation`, sunita.signedIn)).json();
  expect(explained).toMatchObject({ figure: 'Balance of SB000001', value: '1200.00' });
  expect(explained.lines.map(({ label, value }: { label: string; value: string }) => `${label} ${value}`)).toEqual([
    'Balance before these entries 0.00',
    'plus: Cash deposit 1000.00',
    'plus: Deposit by UPI 500.00',
    'less: Cash withdrawal – =1+1 300.00',
    'plus: Cash deposit 200.00',
    'less: Reversal of T1/2026-27/00005 200.00',
    'held back 0.00',
    'minimum balance 100.00',
    'available for withdrawal 1100.00',
  ]);
});

test('a statement with more entries than fit on paper asks for a shorter period; the CSV has them all', async () => {
  await counter.deposit(sunita, '1.00');
  const credit = {
    accountCode: '2101',
    side: 'credit',
    amount: parseMoney('0.01'),
    subLedger: 'deposit',
    subLedgerId: Number(sunita.depositId),
  } as const;
  for (let entry = 0; entry < 10; entry += 1) {
    await counter.platform.transact((trx) =>
      postJournalEntry(trx, counter.platform, counter.manager.actor, {
        seriesCode: 'JV',
        kind: 'transfer',
        narration: 'Very many small amounts',
        postings: [
          { accountCode: '1201', side: 'debit', amount: parseMoney('5.00') },
          ...Array.from({ length: 500 }, () => credit),
        ],
        audit: { action: 'savings.transferred', subjectKind: 'deposit', subjectId: Number(sunita.depositId) },
        event: null,
      }),
    );
  }
  const url = `/api/deposits/${sunita.depositId}`;
  const pdf = await counter.get(`${url}/statement.pdf?from=2026-11-01&to=2026-11-30`);
  expect(pdf.json()).toMatchObject({
    status: 422,
    code: 'STATEMENT_TOO_LONG',
    detail: 'This period has more than 5000 entries. Choose a shorter one, or take the CSV.',
  });
  const csv = await counter.get(`${url}/statement.csv?from=2026-11-01&to=2026-11-30`);
  expect(csv.body.trim().split('\r\n')).toHaveLength(5001 + 3);
});
