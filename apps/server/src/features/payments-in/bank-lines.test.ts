import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/http/test-app.ts';
import { type AdmittedMember, openTestCounter, type TestCounter } from '../counter/test-counter.ts';
import { matchWaitingLines, paymentsInMessages, paymentsInRoutes } from './index.ts';

let counter: TestCounter;
let accountant: SignedIn;
let sunita: AdmittedMember;
let bina: AdmittedMember;
beforeAll(async () => {
  counter = await openTestCounter({}, undefined, [
    { name: 'payments-in', routes: paymentsInRoutes, messages: paymentsInMessages },
  ]);
  await counter.openTill();
  sunita = await counter.admitActive('Sunita Devi Rawat', 1_000);
  bina = await counter.admitActive('Bina Mehta', 1_000);
  accountant = await counter.staff('accountant', 'Arun Negi');
  await counter.changeSetting('payments.upiAddress', 'society.demo@examplebank');
});
afterAll(() => counter.close());

let files = 0;
const send = (rows: string, by = accountant) => {
  files += 1;
  const csv = `Date,Description,Reference,Credit\n${rows}\n`;
  return counter.post('/api/bank-statements', { fileName: `file-${files}.csv`, csv }, by);
};
const line = async (number: string) => (await counter.get(`/api/bank-lines?q=${number}`, accountant)).json().items[0];
async function asked(member: AdmittedMember, amount: string) {
  const lines = [{ kind: 'savings', depositId: member.depositId, amount }];
  const { request } = (await counter.post('/api/payment-requests', { lines }, member.signedIn)).json();
  await member.signedIn.inject({ method: 'POST', url: `/api/payment-requests/${request.id}/showing` });
  return request as { id: string; reference: string };
}
const requestOf = async (member: AdmittedMember, id: string) =>
  (await member.signedIn.inject({ url: `/api/payment-requests/${id}` })).json();
const savings = (member: AdmittedMember) => counter.balance('deposit', member.depositId);
const picture = async () => (await counter.get('/api/bank-reconciliation', accountant)).json();

test('a credit with the reference and the very amount becomes a receipt by itself, told to its member', async () => {
  const request = await asked(sunita, '500.00');
  const sent = await send(`30/11/2026,UPI/CR/633400000001/SUNITA/${request.reference},633400000001,500.00`);
  expect(sent.json().statement).toMatchObject({
    credits: '500.00',
    byStatus: [{ status: 'received', lines: 1, amount: '500.00' }],
  });
  expect(await counter.lastPostings()).toEqual(['debit 1203 - 500.00', `credit 2101 ${sunita.depositNumber} 500.00`]);
  expect(await savings(sunita)).toBe('1500.00');
  const receipted = await requestOf(sunita, request.id);
  expect(receipted).toMatchObject({ status: 'receipted', receiptNumber: 'BR/2026-27/00001' });
  const receipt = (await sunita.signedIn.inject({ url: `/api/receipts/${receipted.receiptId}` })).json();
  expect(receipt).toMatchObject({ mode: 'upi', reference: '633400000001', issuedBy: 'Arun Negi', tillCode: null });
  const told = await counter.platform.database
    .selectFrom('outbox')
    .select('memberId')
    .where('name', '=', 'receipt.issued')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  expect(told?.memberId).toBe(Number(sunita.id));
  expect((await picture()).clearing).toMatchObject({ balance: '0.00', other: '0.00' });

  // The number is used up, at the counter too.
  const again = { memberId: bina.id, mode: 'upi', reference: '6334-0000-0001' };
  const lines = [{ kind: 'savings', depositId: bina.depositId, amount: '500.00' }];
  expect((await counter.post('/api/receipts', { ...again, lines })).json().code).toBe('REFERENCE_USED');
});

test("another member's claim of a number gets nothing where the payment has a reference of its own", async () => {
  const [request, claimed] = [await asked(sunita, '250.00'), await asked(bina, '250.00')];
  const url = `/api/payment-requests/${claimed.id}/claim`;
  const number = '633400000002';
  expect((await bina.signedIn.inject({ method: 'PUT', url, payload: { number } })).statusCode).toBe(200);
  await send(`30/11/2026,UPI/CR/${number}/${request.reference},${number},250.00`);
  expect(await line(number)).toMatchObject({ status: 'received', memberNumber: sunita.number });
  expect(await savings(bina)).toBe('1000.00');
  expect(await requestOf(bina, claimed.id)).toMatchObject({ status: 'claimed', receiptId: null });
});

test('a file with a mistake is refused whole, and the preview names each by its line', async () => {
  const rows = '30/11/2026,A,,10.00\n31/11/2026,B,,10.00\n30/11/2026,C,,ten';
  const before = await picture();
  const csv = `Date,Description,Reference,Credit\n${rows}\n`;
  const preview = await counter.post('/api/bank-statements?preview=true', { fileName: 'x.csv', csv }, accountant);
  expect(preview.json().mistakes).toEqual([
    { line: 3, code: 'STATEMENT_LINE_DATE', detail: 'Line 3: "31/11/2026" is no day.' },
    { line: 4, code: 'STATEMENT_LINE_AMOUNT', detail: 'Line 4: "ten  " is no amount.' },
  ]);
  expect((await send(rows)).json()).toMatchObject({ status: 422, code: 'STATEMENT_LINE_DATE' });
  for (const [text, code] of [
    ['<html><body>Not a statement</body></html>', 'STATEMENT_HEADINGS'],
    ['Date,Description,Credit\n', 'STATEMENT_EMPTY'],
    ['Date,"Description,Credit\n', 'STATEMENT_QUOTE'],
  ]) {
    const refused = await counter.post('/api/bank-statements', { fileName: 'x.csv', csv: text }, accountant);
    expect(refused.json().code).toBe(code);
  }
  expect((await send('30/11/2026,A,,10.00', counter.cashier)).statusCode).toBe(403);
  expect(await picture()).toEqual(before);
});

test('what is not certain is kept as unidentified with its reason, and suggested by what speaks for somebody', async () => {
  const request = await asked(bina, '400.00');
  await send(
    [
      `30/11/2026,UPI/CR/633400000003/${request.reference},633400000003,399.00`,
      '30/11/2026,UPI/CR/633400000004/BINA MEHTA/SBIN,633400000004,400.00',
    ].join('\n'),
  );
  expect(await counter.lastPostings()).toEqual(['debit 1203 - 400.00', 'credit 2221 - 400.00']);
  const part = await line('633400000003');
  expect(part).toMatchObject({
    status: 'unidentified',
    reason: 'other-amount',
    reasonText: 'Its amount is not that of its request.',
    requestReference: request.reference,
    receiptId: null,
  });
  const named = await line('633400000004');
  expect(named.reason).toBe('nothing-named');
  const { items } = (await counter.get(`/api/bank-lines/${named.id}/suggestions`, accountant)).json();
  expect(items[0]).toMatchObject({ memberId: bina.id, requestId: request.id, reasons: ['name', 'amount'] });
  expect(await savings(bina)).toBe('1000.00');
  expect((await picture()).unidentified).toMatchObject({ balance: '799.00', other: '0.00', open: { lines: 2 } });
});

test('one says whose it is, another agrees; then it is a receipt, and taken back it is unidentified again', async () => {
  const { id } = await line('633400000004');
  const body = {
    memberId: bina.id,
    lines: [{ kind: 'savings', depositId: bina.depositId, amount: '400.00' }],
    reason: 'She showed it in her app',
  };
  const allot = (query: string, by: SignedIn, more = {}) =>
    counter.post(`/api/bank-lines/${id}/allotment${query}`, { ...body, ...more }, by);
  const less = { lines: [{ kind: 'savings', depositId: bina.depositId, amount: '399.00' }] };
  expect((await allot('', accountant, less)).json()).toMatchObject({ status: 422, code: 'BANK_LINE_TOTAL' });
  expect((await allot('', counter.cashier)).statusCode).toBe(403);
  const preview = (await allot('?preview=true', accountant)).json();
  expect(preview).toMatchObject({ preview: true, needsApproval: true, total: '400.00' });
  const { approvalId } = (await allot('', accountant)).json();
  expect((await allot('', counter.manager)).json().code).toBe('BANK_LINE_WAITING');
  expect((await line('633400000004')).waitingApprovalId).toBe(approvalId);
  const agree = (by: SignedIn) => counter.post(`/api/approvals/${approvalId}/approval`, {}, by);
  expect((await agree(accountant)).statusCode).toBe(403);
  expect(await savings(bina)).toBe('1000.00');

  const agreed = await agree(counter.manager);
  expect(agreed.statusCode, agreed.body).toBe(200);
  expect(await counter.lastPostings()).toEqual(['debit 2221 - 400.00', `credit 2101 ${bina.depositNumber} 400.00`]);
  const allotted = await line('633400000004');
  expect(allotted).toMatchObject({ status: 'allotted', memberNumber: bina.number });
  expect((await allot('', accountant)).json().code).toBe('BANK_LINE_NOT_OPEN');
  expect((await picture()).unidentified).toMatchObject({ balance: '399.00', other: '0.00' });

  const receipt = (await counter.get(`/api/receipts/${allotted.receiptId}`)).json();
  const reversal = { reason: 'It was of somebody else' };
  const reversed = await counter.post(`/api/journal-entries/${receipt.entryId}/reversal`, reversal, counter.manager);
  expect(reversed.statusCode, reversed.body).toBe(201);
  expect(await line('633400000004')).toMatchObject({ status: 'unidentified', reason: 'receipt-reversed' });
  expect((await picture()).unidentified).toMatchObject({ balance: '799.00', other: '0.00' });
  // The entry that keeps it is not taken back by itself.
  const keeping = (await line('633400000003')).entryId;
  const refused = await counter.post(`/api/journal-entries/${keeping}/reversal`, reversal, counter.manager);
  expect(refused.json().code).toBe('BANK_ENTRY_STANDS');
});

test('what nobody owns goes back through the bank, by two', async () => {
  const { id } = await line('633400000003');
  const body = { reference: '633499990000', reason: 'Paid by mistake' };
  const { approvalId } = (await counter.post(`/api/bank-lines/${id}/return`, body, accountant)).json();
  expect((await counter.post(`/api/approvals/${approvalId}/approval`, {}, counter.manager)).statusCode).toBe(200);
  expect(await counter.lastPostings()).toEqual(['debit 2221 - 399.00', 'credit 1201 - 399.00']);
  expect((await line('633400000003')).status).toBe('returned');
  expect((await picture()).unidentified).toMatchObject({ balance: '400.00', other: '0.00' });
});

test('a receipt of the counter that the bank shows is settled, by UPI and by transfer; taken back, the bank still has it', async () => {
  const take = (mode: string, reference: string) =>
    counter.post('/api/receipts', {
      memberId: sunita.id,
      mode,
      reference,
      lines: [{ kind: 'savings', depositId: sunita.depositId, amount: '60.00' }],
    });
  const byUpi = (await take('upi', '633400000010')).json().receipt;
  await take('bank', '633400000011');
  expect((await picture()).clearing).toMatchObject({ balance: '60.00', onTheWay: { lines: 1, amount: '60.00' } });
  await send('30/11/2026,UPI/633400000010,633400000010,60.00\n30/11/2026,IMPS/633400000011,633400000011,60.00');
  expect((await line('633400000010')).status).toBe('settled');
  expect((await line('633400000011')).status).toBe('settled');
  expect((await picture()).clearing).toMatchObject({ balance: '0.00', other: '0.00' });

  const url = `/api/journal-entries/${byUpi.entryId}/reversal`;
  expect((await counter.post(url, { reason: 'Wrong member' }, counter.manager)).statusCode).toBe(201);
  expect(await line('633400000010')).toMatchObject({ status: 'unidentified', reason: 'receipt-reversed' });
  expect(await picture()).toMatchObject({
    clearing: { other: '0.00' },
    unidentified: { other: '0.00', balance: '460.00' },
  });
});

test('what cannot be received any more as it was asked is kept, with the sentence that says why', async () => {
  const request = await asked(bina, '70.00');
  await counter.setStatus(bina.id, 'expelled');
  await send(`30/11/2026,UPI/CR/633400000020/${request.reference},633400000020,70.00`);
  const kept = await line('633400000020');
  expect(kept).toMatchObject({ status: 'unidentified', reason: 'refused' });
  expect(kept.reasonText).toContain('does not allow money to be taken');
  await counter.setStatus(bina.id, 'active');
  expect((await requestOf(bina, request.id)).status).toBe('shown');
});

test('a line that fails for a reason nobody foresaw is set aside and the next has its turn; it is tried again, and is one receipt', async () => {
  const [broken, whole] = [await asked(bina, '41.00'), await asked(bina, '42.00')];
  const change = (asked: string) =>
    counter.platform.transact((trx) =>
      trx.updateTable('payment_request').set({ asked }).where('id', '=', Number(broken.id)).execute(),
    );
  const { asked: asItWas } = await counter.platform.database
    .selectFrom('payment_request')
    .select('asked')
    .where('id', '=', Number(broken.id))
    .executeTakeFirstOrThrow();
  // Nobody reads this: the matcher breaks on it as on any mistake of the program.
  await change('{"lines":"gone"}');
  const before = await picture();
  const sent = await send(
    [
      `30/11/2026,UPI/CR/633400000041/${broken.reference},633400000041,41.00`,
      `30/11/2026,UPI/CR/633400000042/${whole.reference},633400000042,42.00`,
    ].join('\n'),
  );
  expect(sent.statusCode, sent.body).toBe(201);
  expect((await line('633400000042')).status).toBe('received');
  const aside = await line('633400000041');
  expect(aside).toMatchObject({ status: 'unidentified', reason: 'failed', receiptId: null });
  expect(aside.reasonText).toBe('Something went wrong while it was matched. It can be tried again.');
  const owed = (more: number) => (Number(before.unidentified.balance) + more).toFixed(2);
  expect((await picture()).unidentified).toMatchObject({ balance: owed(41), other: '0.00' });

  const url = `/api/bank-lines/${aside.id}/retry`;
  expect((await counter.post(url, {}, counter.cashier)).statusCode).toBe(403);
  const other = (await line('633400000020')).id;
  expect((await counter.post(`/api/bank-lines/${other}/retry`, {}, accountant)).json().code).toBe(
    'BANK_LINE_NOT_FAILED',
  );
  // It is broken still, and stands where it stood.
  const again = await counter.post(url, {}, accountant);
  expect([again.statusCode, again.json().reason]).toEqual([200, 'failed']);
  expect(await picture()).toMatchObject({
    clearing: { other: '0.00' },
    unidentified: { balance: owed(41), other: '0.00' },
  });
  // Nobody takes back what keeps it, nor what was taken back already.
  for (const { id } of await counter.platform.database
    .selectFrom('journal_entry')
    .select('id')
    .where('narration', 'like', '%633400000041%')
    .execute()) {
    const reversal = { reason: 'Not wanted' };
    const refused = await counter.post(`/api/journal-entries/${id}/reversal`, reversal, counter.manager);
    expect(refused.statusCode, refused.body).toBe(409);
  }

  await change(asItWas);
  const mended = await counter.post(url, {}, accountant);
  expect(mended.json()).toMatchObject({ status: 'received', reason: null, memberNumber: bina.number });
  expect(await counter.lastPostings()).toEqual(['debit 1203 - 41.00', `credit 2101 ${bina.depositNumber} 41.00`]);
  expect((await requestOf(bina, broken.id)).status).toBe('receipted');
  expect(await picture()).toMatchObject({
    clearing: { other: '0.00' },
    unidentified: { balance: owed(0), other: '0.00' },
  });
  expect((await counter.post(url, {}, accountant)).json().code).toBe('BANK_LINE_NOT_OPEN');
});

test('whoever brings the statement in never receives their own payment by it', async () => {
  const request = await asked(bina, '80.00');
  const own = await counter.staff('accountant', 'Bina Mehta');
  const hers = await asked(sunita, '80.00');
  // Her log-in is that of the staff from now on.
  await counter.platform.transact(async (trx) => {
    const memberId = Number(sunita.id);
    await trx.updateTable('user').set({ memberId: null }).where('memberId', '=', memberId).execute();
    await trx.updateTable('user').set({ memberId }).where('id', '=', own.actor.userId).execute();
  });
  await send(`30/11/2026,UPI/CR/633400000030/${hers.reference},633400000030,80.00`, own);
  expect(await line('633400000030')).toMatchObject({ status: 'unidentified', reason: 'own-payment' });
  await send(`30/11/2026,UPI/CR/633400000031/${request.reference},633400000031,80.00`, own);
  expect((await line('633400000031')).status).toBe('received');
  await matchWaitingLines(counter.platform);
});
