import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/http/test-app.ts';
import type { Platform } from '../../platform/platform.ts';
import { type AdmittedMember, openTestCounter, type TestCounter } from '../counter/test-counter.ts';
import { matchWaitingLines, paymentsInMessages, paymentsInRoutes } from './index.ts';
import { takeGatewayMessage } from './take-gateway-message.ts';

const SECRET = 'a-secret-of-both-sides-0001';
const URL_OF_MESSAGES = '/api/payment-gateway/messages';

let counter: TestCounter;
let accountant: SignedIn;
let administrator: SignedIn;
let sunita: AdmittedMember;
let bina: AdmittedMember;
beforeAll(async () => {
  const environment = { RATE_ANONYMOUS: '100000', RATE_USER: '100000' };
  counter = await openTestCounter({ environment }, undefined, [
    { name: 'payments-in', routes: paymentsInRoutes, messages: paymentsInMessages },
  ]);
  await counter.openTill();
  sunita = await counter.admitActive('Sunita Devi Rawat', 1_000);
  bina = await counter.admitActive('Bina Mehta', 1_000);
  accountant = await counter.staff('accountant', 'Arun Negi');
  administrator = await counter.staff('administrator', 'Indu Rana');
  await counter.changeSetting('payments.upiAddress', 'society.demo@examplebank');
});
afterAll(() => counter.close());

let events = 0;
interface Told {
  readonly id?: string;
  readonly amount?: string;
  readonly number: string;
  readonly reference?: string;
  readonly [key: string]: unknown;
}
function message(told: Told, how: { secret?: string; sentAt?: number } = {}) {
  events += 1;
  const now = how.sentAt ?? counter.clock.now();
  const body = {
    id: `evt_${events}`,
    type: 'payment.received',
    amount: '500.00',
    currency: 'INR',
    paidAt: new Date(counter.clock.now() - 1_000).toISOString(),
    ...told,
  };
  const payload = JSON.stringify(body);
  const timestamp = String(Math.floor(now / 1_000));
  const signature = createHmac('sha256', how.secret ?? SECRET)
    .update(`${timestamp}.${payload}`)
    .digest('hex');
  const headers = {
    'content-type': 'application/json',
    'kafal-timestamp': timestamp,
    'kafal-signature': signature,
  };
  return { method: 'POST' as const, url: URL_OF_MESSAGES, headers, payload };
}
const tell = (...args: Parameters<typeof message>) => counter.inject(message(...args));
async function asked(member: AdmittedMember, amount: string) {
  const lines = [{ kind: 'savings', depositId: member.depositId, amount }];
  const { request } = (await counter.post('/api/payment-requests', { lines }, member.signedIn)).json();
  await member.signedIn.inject({ method: 'POST', url: `/api/payment-requests/${request.id}/showing` });
  return request as { id: string; reference: string };
}
interface SeenLine {
  readonly id: string;
  readonly statementId: string | null;
  readonly receiptId: string | null;
}
let files = 0;
function send(rows: string) {
  files += 1;
  const csv = `Date,Description,Reference,Credit\n${rows}\n`;
  return counter.post('/api/bank-statements', { fileName: `file-${files}.csv`, csv }, accountant);
}
const linesOf = async (number: string) =>
  (await counter.get(`/api/bank-lines?q=${number}`, accountant)).json().items as SeenLine[];
const savings = (member: AdmittedMember) => counter.balance('deposit', member.depositId);
const picture = async () => (await counter.get('/api/bank-reconciliation', accountant)).json();
const countOf = async (table: 'bank_line' | 'gateway_message' | 'journal_entry') =>
  Number(
    (
      await counter.platform.database
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('rows'))
        .executeTakeFirstOrThrow()
    ).rows,
  );

test('a gateway is named by two, and its secret is told to nobody again', async () => {
  expect((await tell({ number: '733400000001' })).json()).toMatchObject({ status: 404, code: 'GATEWAY_NONE' });
  const body = { kind: 'kafal', name: 'Bridge of the bank', secret: SECRET };
  const put = (payload: object, by = administrator) =>
    by.inject({ method: 'PUT', url: '/api/payment-gateway', payload });
  expect((await put({ ...body, secret: 'short' })).statusCode).toBe(400);
  expect((await put({ ...body, kind: 'other' })).statusCode).toBe(400);
  expect((await put(body, counter.cashier)).statusCode).toBe(403);
  const answer = await put(body);
  expect(answer.statusCode, answer.body).toBe(202);
  expect((await tell({ number: '733400000001' })).json().code).toBe('GATEWAY_NONE');
  const { approvalId } = answer.json();
  expect((await counter.post(`/api/approvals/${approvalId}/approval`, {}, administrator)).statusCode).toBe(403);
  expect((await counter.post(`/api/approvals/${approvalId}/approval`, {}, counter.manager)).statusCode).toBe(200);
  const seen = await administrator.inject({ url: '/api/payment-gateway' });
  expect(seen.json()).toMatchObject({
    gateway: { kind: 'kafal', name: 'Bridge of the bank', setBy: 'Indu Rana', approvedBy: 'Meena Joshi' },
    path: URL_OF_MESSAGES,
  });
  const kept = await Promise.all([
    counter.platform.database.selectFrom('audit').selectAll().execute(),
    counter.platform.database.selectFrom('approval_request').selectAll().execute(),
    counter.platform.database.selectFrom('payment_gateway').selectAll().execute(),
  ]);
  expect(seen.body + JSON.stringify(kept)).not.toContain(SECRET);
});

test('a good message becomes a receipt that nobody gave, which is listed and printed', async () => {
  const request = await asked(sunita, '500.00');
  const told = await tell({ number: '733400000001', reference: request.reference, payer: 'SUNITA' });
  expect(told.json(), told.body).toEqual({ outcome: 'taken' });
  expect(await counter.lastPostings()).toEqual(['debit 1203 - 500.00', `credit 2101 ${sunita.depositNumber} 500.00`]);
  expect(await savings(sunita)).toBe('1500.00');
  const [line] = await linesOf('733400000001');
  expect(line).toMatchObject({ status: 'received', statementId: null, memberNumber: sunita.number });
  const receipt = (await counter.get(`/api/receipts/${line?.receiptId}`)).json();
  expect(receipt).toMatchObject({ issuedBy: null, tillCode: null, mode: 'upi', reference: '733400000001' });
  const listed = (await counter.get(`/api/receipts?memberId=${sunita.id}`)).json().items;
  expect(listed[0]).toMatchObject({ id: receipt.id, issuedBy: null });
  const printed = await sunita.signedIn.inject({ url: `/api/receipts/${receipt.id}/pdf` });
  expect(printed.headers['content-type'], printed.body.slice(0, 200)).toBe('application/pdf');
  // It is on its way: told, and on no statement.
  expect((await picture()).clearing).toMatchObject({
    balance: '500.00',
    onTheWay: { lines: 1, amount: '500.00' },
    other: '0.00',
  });
});

test('the statement that shows it is the same money: it moves the bank and credits nobody', async () => {
  const entries = await countOf('journal_entry');
  await send('30/11/2026,UPI/CR/733400000001/SUNITA,733400000001,500.00');
  const lines = await linesOf('733400000001');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ status: 'received', description: 'UPI/CR/733400000001/SUNITA' });
  expect(lines[0]?.statementId).not.toBeNull();
  expect(await countOf('journal_entry')).toBe(entries + 1);
  expect(await counter.lastPostings()).toEqual(['debit 1201 - 500.00', 'credit 1203 - 500.00']);
  expect(await savings(sunita)).toBe('1500.00');
  expect((await picture()).clearing).toMatchObject({ balance: '0.00', onTheWay: { lines: 0 }, other: '0.00' });
  // The same line in another file, and the gateway once more under a new id.
  const again = await send('30/11/2026,UPI/CR/733400000001/SUNITA,733400000001,500.00\n30/11/2026,OTHER,,1.00');
  expect(again.json().statement).toMatchObject({ lines: 1, known: 1 });
  expect((await tell({ number: '733400000001' })).json()).toEqual({ outcome: 'known' });
  expect(await savings(sunita)).toBe('1500.00');
});

test('what is stale, forged, replayed, malformed or of a used number changes nothing', async () => {
  const request = await asked(bina, '300.00');
  const good = { amount: '300.00', number: '733400000010', reference: request.reference };
  const before = await Promise.all([countOf('bank_line'), countOf('gateway_message'), countOf('journal_entry')]);
  const minutes = (count: number) => counter.clock.now() + count * 60_000;
  const cases: [ReturnType<typeof message>, number, string][] = [
    [message(good, { secret: 'another-secret-altogether' }), 401, 'GATEWAY_SIGNATURE'],
    [message(good, { sentAt: minutes(-6) }), 401, 'GATEWAY_STALE'],
    [message(good, { sentAt: minutes(6) }), 401, 'GATEWAY_STALE'],
    [{ ...message(good), payload: message({ ...good, amount: '301.00' }).payload }, 401, 'GATEWAY_SIGNATURE'],
    [{ ...message(good), headers: { 'content-type': 'application/json' } as never }, 401, 'GATEWAY_SIGNATURE'],
    [message({ ...good, currency: 'NPR' }), 422, 'GATEWAY_CURRENCY'],
    [message({ ...good, number: '12345' }), 422, 'GATEWAY_NUMBER'],
    [message({ ...good, amount: '300' }), 400, 'GATEWAY_BODY'],
    [message({ ...good, amount: '-300.00' }), 400, 'GATEWAY_BODY'],
    [message({ ...good, reference: 'KF1111111111Z' }), 400, 'GATEWAY_BODY'],
    [message({ ...good, creditNow: true }), 400, 'GATEWAY_BODY'],
    [message({ ...good, paidAt: '2026-09-01T00:00:00Z' }), 422, 'GATEWAY_PAID_AT'],
    [message({ ...good, number: '733400000001' }), 409, 'GATEWAY_NUMBER_USED'],
  ];
  for (const [sent, status, code] of cases) {
    const answer = await counter.inject(sent);
    expect([answer.statusCode, answer.json().code], `${code}: ${answer.body}`).toEqual([status, code]);
  }
  const ignored = await tell({ ...good, type: 'settlement.done' });
  expect(ignored.json()).toEqual({ outcome: 'ignored' });
  expect(await Promise.all([countOf('bank_line'), countOf('gateway_message'), countOf('journal_entry')])).toEqual(
    before,
  );

  // The very message again is the same message; other words under its id are refused.
  const first = message({ ...good, id: 'evt_again' });
  expect((await counter.inject(first)).json()).toEqual({ outcome: 'taken' });
  expect((await counter.inject(first)).json()).toEqual({ outcome: 'known' });
  const other = await tell({ ...good, id: 'evt_again', payer: 'SOMEBODY' });
  expect(other.json()).toMatchObject({ status: 409, code: 'GATEWAY_EVENT_REUSED' });
  expect(await savings(bina)).toBe('1300.00');
});

test('another amount and a reference that nobody has wait at the desk; shown by a statement they are one line still', async () => {
  const request = await asked(bina, '400.00');
  await tell({ amount: '399.00', number: '733400000020', reference: request.reference });
  await tell({ amount: '120.00', number: '733400000021' });
  expect((await linesOf('733400000020'))[0]).toMatchObject({ status: 'unidentified', reason: 'other-amount' });
  expect((await linesOf('733400000021'))[0]).toMatchObject({ status: 'unidentified', reason: 'nothing-named' });
  expect(await picture()).toMatchObject({
    clearing: { other: '0.00' },
    unidentified: { open: { lines: 3, amount: '520.00' }, other: '0.00' },
  });
  await send('30/11/2026,UPI/CR/733400000020,733400000020,399.00\n30/11/2026,UPI/733400000021,733400000021,120.00');
  expect(await linesOf('733400000020')).toHaveLength(1);
  expect(await picture()).toMatchObject({
    clearing: { onTheWay: { lines: 1, amount: '300.00' }, other: '0.00' },
    unidentified: { open: { lines: 3, amount: '520.00' }, other: '0.00' },
  });
  // What is given to somebody is given once, whoever told of it first.
  const [line] = await linesOf('733400000021');
  const body = {
    memberId: bina.id,
    lines: [{ kind: 'savings', depositId: bina.depositId, amount: '120.00' }],
    reason: 'She showed it in her app',
  };
  const { approvalId } = (await counter.post(`/api/bank-lines/${line?.id}/allotment`, body, accountant)).json();
  expect((await counter.post(`/api/approvals/${approvalId}/approval`, {}, counter.manager)).statusCode).toBe(200);
  expect(await savings(bina)).toBe('1420.00');
});

test('a receipt of the counter with the number is confirmed by the gateway, and settled by the statement alone', async () => {
  const take = (mode: string, reference: string) =>
    counter.post('/api/receipts', {
      memberId: sunita.id,
      mode,
      reference,
      lines: [{ kind: 'savings', depositId: sunita.depositId, amount: '60.00' }],
    });
  await take('upi', '733400000030');
  await take('bank', '733400000031');
  const before = await savings(sunita);
  for (const number of ['733400000030', '733400000031']) {
    expect((await tell({ amount: '60.00', number })).json()).toEqual({ outcome: 'taken' });
    expect((await linesOf(number))[0]).toMatchObject({ status: 'settled', statementId: null });
  }
  expect((await picture()).clearing).toMatchObject({ onTheWay: { amount: '360.00' }, other: '0.00' });
  expect((await tell({ amount: '61.00', number: '733400000030' })).json().code).toBe('GATEWAY_NUMBER_USED');
  await send('30/11/2026,UPI/733400000030,733400000030,60.00\n30/11/2026,IMPS/733400000031,733400000031,60.00');
  expect((await picture()).clearing).toMatchObject({ onTheWay: { amount: '300.00' }, other: '0.00' });
  expect(await savings(sunita)).toBe(before);
});

test('one payment told many times at the same moment, by message and by statement, is credited once', async () => {
  const before = Number(await savings(sunita));
  for (let round = 0; round < 4; round += 1) {
    const number = `7334100000${String(round).padStart(2, '0')}`;
    const request = await asked(sunita, '100.00');
    const told = { amount: '100.00', number, reference: request.reference };
    const same = message({ ...told, id: `evt_same_${round}` });
    const answers = await Promise.all([
      counter.inject(same),
      counter.inject(same),
      tell(told),
      send(`30/11/2026,UPI/CR/${number}/${request.reference},${number},100.00`),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted(), answers.map(({ body }) => body).join('\n')).toEqual([
      200, 200, 200, 201,
    ]);
    await matchWaitingLines(counter.platform);
    expect(await linesOf(number)).toHaveLength(1);
    expect((await linesOf(number))[0]).toMatchObject({ status: 'received', memberNumber: sunita.number });
  }
  expect(Number(await savings(sunita))).toBe(before + 400);
  expect((await picture()).clearing).toMatchObject({ onTheWay: { amount: '300.00' }, other: '0.00' });
});

test('a server that dies between the message and the receipt goes on with it, once', async () => {
  const request = await asked(bina, '90.00');
  const sent = message({ amount: '90.00', number: '733400000050', reference: request.reference });
  let acts = 0;
  const dying: Platform = {
    ...counter.platform,
    transact: (act) => {
      acts += 1;
      if (acts > 1) throw new Error('The machine has no power.');
      return counter.platform.transact(act);
    },
  };
  const raw = Buffer.from(sent.payload);
  const { headers } = sent;
  expect(await takeGatewayMessage(dying, { headers, raw, body: JSON.parse(sent.payload) })).toBe('taken');
  expect((await linesOf('733400000050'))[0]).toMatchObject({ status: 'waiting' });
  const before = Number(await savings(bina));
  // The gateway did not hear the answer, and the job looks at the same moment.
  await Promise.all([matchWaitingLines(counter.platform), counter.inject(sent), matchWaitingLines(counter.platform)]);
  expect((await linesOf('733400000050'))[0]).toMatchObject({ status: 'received' });
  expect(Number(await savings(bina))).toBe(before + 90);
});

test('the other kind is read as its gateway writes it; a gateway that is ended is heard no longer', async () => {
  const body = { kind: 'razorpay', name: 'Razorpay', secret: SECRET };
  const put = await administrator.inject({ method: 'PUT', url: '/api/payment-gateway', payload: body });
  const { approvalId } = put.json();
  expect((await counter.post(`/api/approvals/${approvalId}/approval`, {}, counter.manager)).statusCode).toBe(200);
  const request = await asked(bina, '75.50');
  const seconds = Math.floor(counter.clock.now() / 1_000);
  const entity = {
    id: 'pay_29QQoUBi66xm2f',
    amount: 7_550,
    currency: 'INR',
    status: 'captured',
    method: 'upi',
    description: `Savings ${request.reference}`,
    notes: [],
    vpa: 'bina@examplebank',
    acquirer_data: { rrn: '733400000060' },
    created_at: seconds - 5,
  };
  const payload = (changed: object, event = 'payment.captured', at = seconds) =>
    JSON.stringify({ event, created_at: at, payload: { payment: { entity: { ...entity, ...changed } } } });
  const post = (text: string, secret = SECRET) =>
    counter.inject({
      method: 'POST',
      url: URL_OF_MESSAGES,
      headers: {
        'content-type': 'application/json',
        'x-razorpay-event-id': 'evt_rzp_1',
        'x-razorpay-signature': createHmac('sha256', secret).update(text).digest('hex'),
      },
      payload: text,
    });
  expect((await post(payload({}), 'wrong-secret-altogether')).json().code).toBe('GATEWAY_SIGNATURE');
  expect((await post(payload({}, 'payment.captured', seconds - 90_000))).json().code).toBe('GATEWAY_STALE');
  expect((await post(payload({ amount: 75.5 }))).json().code).toBe('GATEWAY_BODY');
  expect((await post(payload({}, 'payment.failed'))).json()).toEqual({ outcome: 'ignored' });
  expect((await post(payload({ method: 'card' }))).json()).toEqual({ outcome: 'ignored' });
  const before = Number(await savings(bina));
  const good = await post(payload({}));
  expect(good.json(), good.body).toEqual({ outcome: 'taken' });
  expect(Number(await savings(bina))).toBe(before + 75.5);

  const listed = (await counter.get(URL_OF_MESSAGES, accountant)).json().items;
  expect(listed[0]).toMatchObject({ eventId: 'evt_rzp_1', amount: '75.50', status: 'received', isOnStatement: false });
  expect((await counter.get(URL_OF_MESSAGES, counter.cashier)).statusCode).toBe(403);
  expect((await administrator.inject({ method: 'DELETE', url: '/api/payment-gateway' })).statusCode).toBe(200);
  expect((await post(payload({}))).json().code).toBe('GATEWAY_NONE');
});
