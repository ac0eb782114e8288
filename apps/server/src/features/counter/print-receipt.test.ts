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
