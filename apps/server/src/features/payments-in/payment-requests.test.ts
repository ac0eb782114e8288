import { calendarDate } from '@kafal/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AdmittedMember, openTestCounter, type TestCounter } from '../counter/test-counter.ts';
import { loansMessages, loansRoutes } from '../loans/index.ts';
import { paymentsInMessages, paymentsInRoutes } from './index.ts';

let counter: TestCounter;
let sunita: AdmittedMember;
let bina: AdmittedMember;
beforeAll(async () => {
  counter = await openTestCounter({}, undefined, [
    { name: 'loans', routes: loansRoutes, messages: loansMessages },
    { name: 'payments-in', routes: paymentsInRoutes, messages: paymentsInMessages },
  ]);
  await counter.openTill();
  sunita = await counter.admitActive('Sunita Devi Rawat', 2_000);
  bina = await counter.admitActive('Bina Mehta', 2_000);
});
afterAll(() => counter.close());

const savings = (member: AdmittedMember, amount: string) => ({
  lines: [{ kind: 'savings', depositId: member.depositId, amount }],
});
const ask = (member: AdmittedMember, amount: string) =>
  counter.post('/api/payment-requests', savings(member, amount), member.signedIn);
const show = (member: AdmittedMember, id: string) =>
  member.signedIn.inject({ method: 'POST', url: `/api/payment-requests/${id}/showing` });
const claim = (member: AdmittedMember, id: string, number: string) =>
  member.signedIn.inject({ method: 'PUT', url: `/api/payment-requests/${id}/claim`, payload: { number } });

/** Everything that money would leave behind. */
async function everyFigure() {
  const { database } = counter.platform;
  const entries = await database
    .selectFrom('journal_entry')
    .select(({ fn }) => fn.countAll().as('n'))
    .execute();
  const receipts = await database
    .selectFrom('receipt')
    .select(({ fn }) => fn.countAll().as('n'))
    .execute();
  const balances = await database
    .selectFrom('balance')
    .select(['subLedger', 'subLedgerId', 'amount', 'hold'])
    .orderBy('subLedger')
    .orderBy('subLedgerId')
    .execute();
  return { entries, receipts, balances };
}

test('nothing is asked for before two people have said where the money goes', async () => {
  const early = await ask(sunita, '500.00');
  expect(early.statusCode).toBe(422);
  expect(early.json().code).toBe('PHONE_PAYMENTS_NOT_OFFERED');
  expect((await counter.get('/api/society')).json().phonePayments).toBeNull();

  const administrator = await counter.staff('administrator', 'Hema Joshi');
  const address = { value: 'kafal.society@examplebank', effectiveFrom: '2026-11-30', reason: 'Opened with the bank' };
  const url = '/api/settings/payments.upiAddress';
  const asked = await administrator.inject({ method: 'PUT', url, payload: address });
  expect(asked.statusCode, asked.body).toBe(202);
  const wrong = await administrator.inject({ method: 'PUT', url, payload: { ...address, value: 'somebody' } });
  expect(wrong.statusCode).toBe(400);
  const committee = await counter.staff('committee', 'Hari Chandra');
  const agreed = await counter.post(`/api/approvals/${asked.json().approvalId}/approval`, {}, committee);
  expect(agreed.statusCode, agreed.body).toBe(200);
  expect((await counter.get('/api/society')).json().phonePayments).toBe('upi');
});

test('a request says what for by the rules of the counter, shows its code for an hour, and is no money at all', async () => {
  const before = await everyFigure();
  const preview = await sunita.signedIn.inject({
    method: 'POST',
    url: '/api/payment-requests?preview=true',
    payload: savings(sunita, '500.00'),
  });
  expect(preview.json()).toMatchObject({
    preview: true,
    amount: '500.00',
    lines: [{ label: `Savings account ${sunita.depositNumber}`, amount: '500.00' }],
    payeeAddress: 'kafal.society@examplebank',
  });

  const { request } = (await ask(sunita, '500.00')).json();
  expect(request).toMatchObject({ status: 'created', code: null, amount: '500.00', claimedNumber: null });
  expect(request.reference).toMatch(/^KF[1-9A-Z]{11}$/);
  const shown = (await show(sunita, request.id)).json();
  expect(shown.status).toBe('shown');
  const society = (await counter.get('/api/society')).json().name;
  expect(shown.code.link).toBe(
    `upi://pay?pa=kafal.society@examplebank&pn=${encodeURIComponent(society)}&am=500.00&cu=INR&tr=${request.reference}` +
      `&tn=${encodeURIComponent(`Payment ${sunita.number}`)}`,
  );
  expect(shown.code.qrSvg).toMatch(/^<svg[^>]*>/);
  expect(Date.parse(shown.expiresAt) - Date.parse(shown.askedAt)).toBe(60 * 60_000);

  for (const [lines, code] of [
    [[{ kind: 'savings', depositId: bina.depositId, amount: '5.00' }], 'DEPOSIT_UNKNOWN'],
    [[{ kind: 'loan', loanId: '1', amount: '5.00' }], 'LOAN_UNKNOWN'],
    [[{ kind: 'due', dueId: '1', amount: '5.00' }], 'DUE_OVERPAID'],
    [[{ kind: 'instalment', depositId: sunita.depositId, amount: '5.00' }], 'DEPOSIT_NOT_RECURRING'],
  ] as const) {
    const refused = await counter.post('/api/payment-requests', { lines }, sunita.signedIn);
    expect(refused.json().code).toBe(code);
  }
  const forOther = { memberId: bina.id, ...savings(bina, '5.00') };
  expect((await counter.post('/api/payment-requests', forOther, sunita.signedIn)).statusCode).toBe(404);
  // At the counter for somebody, who sees it in their app.
  const atCounter = await counter.post('/api/payment-requests', forOther);
  expect(atCounter.statusCode).toBe(201);
  expect((await show(bina, atCounter.json().request.id)).statusCode).toBe(200);
  expect(await everyFigure()).toEqual(before);
});

test('"I have paid" credits nothing, whoever says it; a number stands with one request only, and tells nothing of the other', async () => {
  const before = await everyFigure();
  const own = (await ask(sunita, '700.00')).json().request.id;
  expect((await claim(sunita, own, '633412345678')).json().code).toBe('PAYMENT_REQUEST_NOT_SHOWN');
  await show(sunita, own);
  for (const wrong of ['63341234567', '6334123456789', 'UTR633412345', '111111111111']) {
    const refused = await claim(sunita, own, wrong);
    expect(refused.json(), wrong).toMatchObject({
      status: 422,
      code: 'PAYMENT_UTR_FORM',
      fields: [{ path: 'number' }],
    });
  }
  const claimed = await claim(sunita, own, '६३३४ 1234-5678');
  expect(claimed.json()).toMatchObject({
    status: 'claimed',
    claimedNumber: '633412345678',
    receiptId: null,
    code: null,
  });

  const others = (await ask(bina, '700.00')).json().request.id;
  await show(bina, others);
  const taken = await claim(bina, others, '633412345678');
  expect(taken.json()).toMatchObject({ status: 409, code: 'PAYMENT_NUMBER_TAKEN' });
  expect(taken.body).not.toMatch(/Sunita|700|KF|T1\//);
  expect((await bina.signedIn.inject({ url: `/api/payment-requests/${others}` })).json().status).toBe('shown');

  // The same sentence where the counter has received it.
  const received = { memberId: sunita.id, mode: 'upi', reference: '6334 9999 0001', ...savings(sunita, '10.00') };
  expect((await counter.post('/api/receipts', received)).statusCode).toBe(201);
  const again = await claim(bina, others, '633499990001');
  expect({ ...again.json(), requestId: '' }).toEqual({ ...taken.json(), requestId: '' });

  // A slip of the pen is corrected; each number is in the trail.
  await claim(sunita, own, '633412345679');
  const trail = await counter.platform.database
    .selectFrom('audit')
    .select('newValues')
    .where('action', '=', 'payment.claimed')
    .orderBy('id')
    .execute();
  expect(trail.map(({ newValues }) => JSON.parse(newValues ?? '{}').number)).toEqual(['633412345678', '633412345679']);

  const after = await everyFigure();
  expect(Number(after.receipts[0]?.n)).toBe(Number(before.receipts[0]?.n) + 1);
  const [balance] = after.balances.filter(({ amount }, place) => amount !== before.balances[place]?.amount);
  expect(balance === undefined ? [] : [balance.amount]).toHaveLength(1);
});

test("one's own requests and nobody else's; only whoever enters vouchers ends one, with a reason the member reads", async () => {
  const { id } = (await ask(sunita, '50.00')).json().request;
  for (const answer of [
    await bina.signedIn.inject({ url: `/api/payment-requests/${id}` }),
    await show(bina, id),
    await claim(bina, id, '633411112222'),
  ]) {
    expect(answer.json().code).toBe('PAYMENT_REQUEST_UNKNOWN');
  }
  const items = (await bina.signedIn.inject({ url: '/api/payment-requests' })).json().items;
  expect(new Set(items.map(({ memberId }: { memberId: string }) => memberId))).toEqual(new Set([bina.id]));

  const rejection = { reason: 'No such payment in the statement' };
  const end = (by: typeof counter.cashier) => counter.post(`/api/payment-requests/${id}/rejection`, rejection, by);
  expect((await end(sunita.signedIn)).statusCode).toBe(403);
  expect((await end(counter.cashier)).statusCode).toBe(403);
  const accountant = await counter.staff('accountant', 'Arun Negi');
  expect((await end(accountant)).json()).toMatchObject({ status: 'rejected', reason: rejection.reason });
  expect((await end(accountant)).json().code).toBe('PAYMENT_REQUEST_OVER');
  expect((await claim(sunita, id, '633411112222')).json().code).toBe('PAYMENT_REQUEST_OVER');
});

test('after its time a code is shown no more; who paid in time can still say so', async () => {
  const { id } = (await ask(sunita, '90.00')).json().request;
  await show(sunita, id);
  const late = (await ask(sunita, '91.00')).json().request.id;
  await counter.platform.transact((trx) =>
    trx
      .updateTable('payment_request')
      .set({ expiresAt: counter.platform.clock.now(), expiresOn: calendarDate('2026-11-30') })
      .where('id', 'in', [Number(id), Number(late)])
      .execute(),
  );
  expect((await sunita.signedIn.inject({ url: `/api/payment-requests/${id}` })).json()).toMatchObject({
    status: 'expired',
    code: null,
  });
  expect((await show(sunita, late)).json().code).toBe('PAYMENT_REQUEST_EXPIRED');
  const expired = (await counter.get('/api/payment-requests?status=expired')).json().items;
  expect(expired.map((one: { id: string }) => one.id)).toEqual([late, id]);
  expect((await claim(sunita, id, '633455556666')).json().status).toBe('claimed');
});

test('a retry under its key makes one request', async () => {
  const send = () =>
    sunita.signedIn.inject({
      method: 'POST',
      url: '/api/payment-requests',
      headers: { 'idempotency-key': 'payment-of-sunita-0001' },
      payload: savings(sunita, '123.00'),
    });
  const [one, other] = [await send(), await send()];
  expect(other.headers['idempotency-replayed']).toBe('true');
  expect(other.json()).toEqual(one.json());
});

test('so many requests of a member are open at once, also when they come together; what is over its time counts no more', async () => {
  await counter.changeSetting('payments.openRequests', 3);
  const hari = await counter.admitActive('Hari Prasad', 2_000);
  const together = await Promise.all(Array.from({ length: 6 }, () => ask(hari, '20.00')));
  const made = together.filter(({ statusCode }) => statusCode === 201);
  expect(made).toHaveLength(3);
  const refused = together.find(({ statusCode }) => statusCode !== 201);
  expect(refused?.json()).toMatchObject({ status: 422, code: 'PAYMENT_REQUESTS_OPEN' });
  expect(refused?.json().detail).toContain('3');
  const preview = {
    method: 'POST' as const,
    url: '/api/payment-requests?preview=true',
    payload: savings(hari, '20.00'),
  };
  expect((await hari.signedIn.inject(preview)).json().code).toBe('PAYMENT_REQUESTS_OPEN');
  // The counter makes no more for them either, and another member is not touched.
  const atCounter = { memberId: hari.id, ...savings(hari, '20.00') };
  expect((await counter.post('/api/payment-requests', atCounter)).json().code).toBe('PAYMENT_REQUESTS_OPEN');
  // To say that one was paid makes no room.
  const first = made[0]?.json().request.id;
  await show(hari, first);
  expect((await claim(hari, first, '633455550001')).statusCode).toBe(200);
  expect((await ask(hari, '20.00')).json().code).toBe('PAYMENT_REQUESTS_OPEN');
  // The office ends one.
  expect(
    (await counter.post(`/api/payment-requests/${first}/rejection`, { reason: 'Nothing came' }, counter.manager))
      .statusCode,
  ).toBeLessThan(300);
  expect((await ask(hari, '20.00')).statusCode).toBe(201);
  expect((await ask(hari, '20.00')).json().code).toBe('PAYMENT_REQUESTS_OPEN');
  counter.clock.advance(61 * 60_000);
  expect((await ask(hari, '20.00')).statusCode).toBe(201);
});
