import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AdmittedMember, openTestCounter, type TestCounter } from './test-counter.ts';

let counter: TestCounter;
let sunita: AdmittedMember;
let receiptId: string;
beforeEach(async () => {
  counter = await openTestCounter();
  await counter.openTill();
  sunita = await counter.admit('Sunita Devi Rawat');
  receiptId = (await counter.deposit(sunita, '1250.00')).json().receipt.id;
});
afterEach(() => counter.close());

const print = (query = '', by = counter.cashier) => counter.get(`/api/receipts/${receiptId}/pdf${query}`, by);

test('the receipt is a PDF, on A5 and on the 80 mm roll, in English and Hindi', async () => {
  for (const query of ['', '?size=80mm', '?language=hi', '?size=80mm&language=hi']) {
    const answer = await print(query);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(answer.headers['content-disposition']).toBe('inline; filename="T1-2026-27-00001.pdf"');
    expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(answer.rawPayload.toString('latin1')).toMatch(/\/Count 1\b/);
  }
});

test('every print is written down, and from the second on it is a duplicate, whoever prints it', async () => {
  expect((await counter.get(`/api/receipts/${receiptId}`)).json().prints).toBe(0);
  await print();
  await print('', sunita.signedIn);
  expect((await counter.get(`/api/receipts/${receiptId}`)).json().prints).toBe(2);

  const trail = await counter.platform.database
    .selectFrom('audit')
    .select(['action', 'userName', 'newValues'])
    .where('subjectKind', '=', 'receipt')
    .orderBy('id')
    .execute();
  expect(trail).toEqual([
    { action: 'receipt.printed', userName: 'Kavita Bisht', newValues: '{"print":1}' },
    { action: 'receipt.duplicate-printed', userName: 'Sunita Devi Rawat', newValues: '{"print":2}' },
  ]);
});

test('of ten prints at the same moment one is the original', async () => {
  await Promise.all(Array.from({ length: 10 }, () => print()));
  const trail = await counter.platform.database
    .selectFrom('audit')
    .select('newValues')
    .where('subjectKind', '=', 'receipt')
    .orderBy('id')
    .execute();
  expect(trail.map(({ newValues }) => newValues)).toEqual(
    Array.from({ length: 10 }, (_, index) => JSON.stringify({ print: index + 1 })),
  );
});

test("another member's receipt is not there, and its print is not counted", async () => {
  const mohan = await counter.admit('Mohan Rawat');
  expect((await print('', mohan.signedIn)).json()).toMatchObject({ status: 404, code: 'RECEIPT_UNKNOWN' });
  expect((await counter.get(`/api/receipts/${receiptId}`)).json().prints).toBe(0);
});

test('as a message it opens WhatsApp with the member’s number, in their language, and says no balance; reversed it is sent to nobody', async () => {
  const message = (by = counter.cashier) => counter.get(`/api/receipts/${receiptId}/message`, by);
  const { platform } = counter;
  await platform.transact((trx) =>
    trx.updateTable('member').set({ phone: '98123 45678' }).where('id', '=', Number(sunita.id)).execute(),
  );
  const { number, issuedOn } = (await counter.get(`/api/receipts/${receiptId}`)).json();
  expect(issuedOn).toBe('2026-11-30');
  const sent = (await message()).json();
  expect(sent.text).toMatch(
    new RegExp(`^Namaste Sunita Devi Rawat,\n.+ received ₹1,250\\.00 from you on 30 Nov 2026\\. Receipt ${number}\\.$`),
  );
  expect(sent.link).toBe(`https://wa.me/919812345678?text=${encodeURIComponent(sent.text)}`);

  const manner = { userId: sunita.signedIn.actor.userId, isQuiet: 1 as const, quietFrom: '', quietTo: '' };
  await platform.transact((trx) =>
    trx
      .insertInto('notification_manner')
      .values({ ...manner, language: 'ne', chosenAt: 0 })
      .execute(),
  );
  const own = (await message(sunita.signedIn)).json();
  expect(own.language).toBe('ne');
  expect(own.text).toContain(`रसिद नम्बर ${number}।`);
  // Whom they write to they choose themselves.
  expect(own.link).toMatch(/^https:\/\/wa\.me\/\?text=/);

  const mohan = await counter.admit('Mohan Rawat');
  expect((await message(mohan.signedIn)).statusCode).toBe(404);

  const { entryId } = (await counter.get(`/api/receipts/${receiptId}`)).json();
  await counter.post(`/api/journal-entries/${entryId}/reversal`, { reason: 'Typed for another' }, counter.manager);
  expect((await message()).json()).toMatchObject({ status: 409, code: 'RECEIPT_TAKEN_BACK' });
});
