// An employer's sheet: one transfer, many loans. Each row is seen before, paid once, and what it cannot pay stays unassigned.

import { parseMoney } from '@kafal/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyTestBooks } from '../../../../../tests/society/verify-test-books.ts';
import { postSheetRows, postWaitingSheets } from './post-sheet-rows.ts';
import { type LendingCounter, openLendingCounter } from './test-loans.ts';

let counter: LendingCounter;
beforeEach(async () => {
  counter = await openLendingCounter();
});
afterEach(async () => {
  await verifyTestBooks(counter.platform);
  await counter.close();
});

const bank = { mode: 'bank', reference: 'HDFC N2026120500017' };
const enter = (csv: string, total: string, more: object = bank, query = '') =>
  counter.post(`/api/repayment-sheets${query}`, { csv, total, ...more }, counter.cashier);
const sheet = async (id: string) => (await counter.get(`/api/repayment-sheets/${id}`, counter.manager)).json();
const number = async (id: string): Promise<string> =>
  (await counter.get(`/api/loans/${id}`, counter.officer)).json().number;
const owed = async (accountCode: string): Promise<number> => {
  const rows = await counter.platform.database
    .selectFrom('posting')
    .select(['side', 'amount'])
    .where('accountCode', '=', accountCode)
    .execute();
  return rows.reduce((sum, { side, amount }) => sum + (side === 'credit' ? amount : -amount), 0);
};

test('is seen row by row, paid row by row under one transfer, and entered once', async () => {
  const { borrower } = counter;
  const id = await counter.paidOut();
  const loan = await number(id);
  // The first instalment is 8,885: 1,000 interest and 7,885 principal.
  const csv = [
    'Member number,Loan,Name,Amount,Reference',
    `${borrower.number},${loan},Sunita,"8,885.00",Salary of December`,
    `,PL-NONE,,100.00,`,
    `${borrower.number},${loan},Sunita,10.00,`,
    `M-2026-9999,${loan},Sunita,10.00,`,
    `,${loan},Sunita,a lot,`,
    `${counter.guarantors[0]?.number},,Bina,50.00,`,
    ',,Nobody,60.00,',
  ].join('\n');
  const preview = (await enter(csv, '9000.00', bank, '?preview=true')).json();
  expect(preview).toMatchObject({ rows: 7, paidRows: 1, paid: '8885.00', refusedRows: 6, left: '115.00' });
  expect(preview.items[0]).toMatchObject({
    line: 2,
    loanNumber: loan,
    memberName: 'Sunita Devi Rawat',
    note: 'Salary of December',
    status: 'ready',
    split: { principal: '7885.00', interest: '1000.00', fee: '0.00', penalty: '0.00' },
  });
  expect(preview.items.slice(1).map(({ line, problem }: { line: number; problem: string }) => [line, problem])).toEqual(
    [
      [3, 'No loan and no member has the number “PL-NONE”.'],
      [4, `Loan ${loan} stands on row 2 already. Put both amounts on one row.`],
      [5, `Loan ${loan} is not of member M-2026-9999 but of ${borrower.number}.`],
      [6, 'The amount cannot be read, or is not above zero.'],
      [7, `Member ${counter.guarantors[0]?.number} has no running loan.`],
      [8, 'No number of a loan or of a member stands in this row.'],
    ],
  );
  for (const [code, answer] of [
    ['SHEET_TOTAL_BELOW', await enter(csv, '8000.00')],
    ['REFERENCE_REQUIRED', await enter(csv, '9000.00', { mode: 'bank' })],
    ['SHEET_FILE_QUOTE', await enter('"PL-1,5', '9000.00')],
    ['SHEET_NOTHING_READY', await enter('PL-NONE,5', '9000.00')],
    ['SHEET_FILE_EMPTY', await enter('Loan,Amount', '9000.00')],
  ] as const) {
    expect([code, answer.json().code]).toEqual([code, code]);
  }

  const entered = await enter(csv, '9000.00');
  expect([entered.statusCode, entered.json()]).toEqual([201, { preview: false, sheetId: '1', number: 'RS-0001' }]);
  const done = await sheet('1');
  expect(done).toMatchObject({ status: 'done', paidRows: 1, paid: '8885.00', refusedRows: 6, left: '115.00' });
  expect(done.items[0]).toMatchObject({ status: 'paid', split: { principal: '7885.00', interest: '1000.00' } });
  expect(await counter.lastPostings()).toEqual([
    'debit 1413 - 8885.00',
    'credit 1301 - 7885.00',
    'credit 4101 - 1000.00',
  ]);
  expect([await owed('1413'), await owed('2221'), await owed('1201')]).toEqual([0, 11_500, -900_000]);
  const { receiptId } = done.items[0];
  const receipt = (await counter.get(`/api/receipts/${receiptId}`, counter.manager)).json();
  expect(receipt).toMatchObject({ memberName: 'Sunita Devi Rawat', mode: 'transfer', reference: 'RS-0001' });
  expect((await counter.get(`/api/receipts/${receiptId}/pdf`, counter.manager)).statusCode).toBe(200);
  expect(await counter.loan(id)).toMatchObject({ outstanding: '92115.00' });

  // Neither the file nor the number of its payment counts again, on a sheet or on a receipt.
  const other = { mode: 'bank', reference: 'Another' };
  expect((await enter(csv, '9000.00', other)).json()).toMatchObject({ code: 'SHEET_ENTERED_BEFORE' });
  expect((await enter(`${loan},10`, '10.00')).json()).toMatchObject({ code: 'REFERENCE_USED' });
  const line = { kind: 'loan', loanId: id, amount: '10.00' };
  const alone = await counter.post('/api/receipts', { memberId: borrower.id, lines: [line], ...bank });
  expect(alone.json()).toMatchObject({ code: 'REFERENCE_USED', fields: [{ path: 'reference' }] });

  // The money of the sheet goes last; then the file may be entered again.
  await counter.changeSetting('limit.reversalApproval', '900000.00');
  const takeBack = (entryId: string) =>
    counter.post(`/api/journal-entries/${entryId}/reversal`, { reason: 'The bank sent it back' }, counter.manager);
  expect((await takeBack(done.entryId)).json()).toMatchObject({ code: 'SHEET_ROWS_STAND' });
  expect((await takeBack(receipt.entryId)).statusCode).toBe(201);
  expect((await takeBack(done.entryId)).statusCode).toBe(201);
  expect(await sheet('1')).toMatchObject({ status: 'taken-back' });
  expect([await owed('1413'), await owed('2221'), await owed('1201')]).toEqual([0, 0, 0]);
  expect((await enter(csv, '9000.00')).statusCode).toBe(201);
});

test('goes on where it stopped, pays no row twice in a race, and leaves unassigned what cannot be paid any more', async () => {
  const id = await counter.paidOut();
  const { platform, borrower } = counter;
  // In cash it comes into the till of whoever enters it.
  const entered = (await enter(`${borrower.number},"₹ 1,500.00"`, '1500.00', { mode: 'cash' })).json();
  const sheetId = Number(entered.sheetId);
  expect(await sheet(entered.sheetId)).toMatchObject({ status: 'done', paid: '1500.00' });
  // 1,000 of interest first.
  expect(await counter.balance('loan', id)).toBe('99500.00');

  // As if the server had stopped before two of its rows, one of which is more than closes the loan by now.
  const row = (line: number, amount: string) => ({
    ...{ sheetId, line, typed: borrower.number, memberId: Number(borrower.id), loanId: Number(id), note: null },
    ...{
      amount: parseMoney(amount),
      status: 'waiting' as const,
      code: null,
      params: null,
      receiptId: null,
      entryId: null,
    },
  });
  await platform.transact(async (trx) => {
    await trx.updateTable('repayment_sheet').set({ status: 'posting' }).where('id', '=', sheetId).execute();
    await trx
      .insertInto('repayment_sheet_row')
      .values([row(9, '600.00'), row(10, '990000.00')])
      .execute();
  });
  await Promise.all([postSheetRows(platform, sheetId), postSheetRows(platform, sheetId), postWaitingSheets(platform)]);
  expect(await counter.balance('loan', id)).toBe('98900.00');
  const done = await sheet(entered.sheetId);
  expect(done).toMatchObject({ status: 'done', paidRows: 2, paid: '2100.00', refusedRows: 1 });
  expect(done.items[2]).toMatchObject({ status: 'refused', problem: expect.stringContaining('closes loan') });
  expect(await counter.lastPostings()).toEqual(['debit 1413 - 990000.00', 'credit 2221 - 990000.00']);
});
