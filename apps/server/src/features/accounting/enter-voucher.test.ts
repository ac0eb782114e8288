import { parseMoney } from '@kafal/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/http/test-app.ts';
import { balanceOf } from './balances.ts';
import { openTestBooks, type TestBooks } from './test-books.ts';

let books: TestBooks;
beforeEach(async () => {
  books = await openTestBooks();
});
afterEach(() => books.close());

const line = (accountCode: string, side: 'debit' | 'credit', amount: string) => ({ accountCode, side, amount });
const printing = {
  kind: 'expense',
  lines: [line('5203', 'debit', '250.00'), line('1201', 'credit', '250.00')],
  narration: 'Printing of receipt books',
};
const opening = {
  kind: 'opening',
  lines: [line('1101', 'debit', '50000.00'), line('1201', 'debit', '150000.00'), line('3201', 'credit', '200000.00')],
  narration: 'Cash and bank the books begin with',
};
const enter = (payload: object, by: SignedIn = books.accountant, query = '') =>
  by.inject({ method: 'POST', url: `/api/vouchers${query}`, headers: books.key(), payload });
const approve = (approvalId: string, by: SignedIn = books.manager) =>
  by.inject({ method: 'POST', url: `/api/approvals/${approvalId}/approval`, headers: books.key(), payload: {} });
const entries = () => books.platform.database.selectFrom('journal_entry').selectAll().orderBy('id').execute();
const vaultCash = async () => (await balanceOf(books.platform, { subLedger: 'vault', subLedgerId: 1 })).amount;

test('a voucher is entered by one person and posted when another approves it', async () => {
  const entered = await enter(printing);
  expect(entered.statusCode).toBe(202);
  const { approvalId } = entered.json();
  expect(await entries()).toEqual([]);

  const approved = await approve(approvalId);
  expect(approved.statusCode).toBe(200);
  const { approval } = approved.json();
  expect(approval).toMatchObject({
    kind: 'voucher',
    status: 'approved',
    summary: 'Expense voucher of ₹250.00: Printing of receipt books',
    requestedBy: 'Arun Negi',
    decidedBy: 'Meena Joshi',
    lines: [
      { label: 'Debit 5203 Printing and stationery', before: null, after: '250.00' },
      { label: 'Credit 1201 Bank – current account', before: null, after: '250.00' },
    ],
  });
  const view = await books.manager.inject({ method: 'GET', url: `/api/journal-entries/${approval.entryId}` });
  expect(view.json()).toMatchObject({
    number: 'JV/2026-27/00001',
    kind: 'voucher',
    narration: 'Printing of receipt books',
    maker: 'Arun Negi',
    checker: 'Meena Joshi',
    approvalId,
  });
});

test('who entered a voucher does not approve it', async () => {
  const { approvalId } = (await enter(printing, books.manager)).json();
  const own = await approve(approvalId, books.manager);
  expect(own.statusCode).toBe(403);
  expect(own.json()).toMatchObject({
    code: 'APPROVAL_OWN_REQUEST',
    detail: 'You asked for this yourself; a second person decides.',
  });
  expect(await entries()).toEqual([]);
});

test('opening cash and bank stand against the funds, and the vault holds the cash', async () => {
  const { approvalId } = (await enter(opening)).json();
  await approve(approvalId);
  expect(await entries()).toMatchObject([{ kind: 'opening', total: 20_000_000 }]);
  expect(await vaultCash()).toBe(5_000_000);
});

test('cash moves between vault, till and bank', async () => {
  await approve((await enter(opening)).json().approvalId);
  const tillId = await books.addTill('T1', books.cashier);
  const move = async (from: object, to: object, amount: string) => {
    const entered = await enter({ kind: 'cash', from, to, amount, narration: 'Cash for the day' });
    return approve(entered.json().approvalId);
  };
  await move({ place: 'vault' }, { place: 'till', tillId: String(tillId) }, '5000.00');
  await move({ place: 'till', tillId: String(tillId) }, { place: 'vault' }, '1000.00');
  await move({ place: 'vault' }, { place: 'bank', accountCode: '1201' }, '6000.00');

  expect(await vaultCash()).toBe(4_000_000);
  expect((await balanceOf(books.platform, { subLedger: 'till', subLedgerId: tillId })).amount).toBe(400_000);
  expect((await entries()).map(({ tillId: till }) => till)).toEqual([null, tillId, tillId, null]);
});

test('the preview shows every posting, says that a second person is needed, and asks nobody', async () => {
  const answer = await enter(opening, books.accountant, '?preview=true');
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toMatchObject({
    preview: true,
    total: '200000.00',
    needsApproval: true,
    postings: [
      { accountCode: '1101', side: 'debit', amount: '50000.00', subLedger: 'vault', subLedgerNumber: '1' },
      { accountCode: '1201', side: 'debit', amount: '150000.00', subLedger: null },
      { accountCode: '3201', side: 'credit', amount: '200000.00' },
    ],
    balances: [{ label: 'Vault', before: '0.00', after: '50000.00' }],
  });
  expect(await books.platform.database.selectFrom('approval_request').selectAll().execute()).toEqual([]);
});

test.each([
  [
    'a control account',
    { ...printing, lines: [line('5203', 'debit', '1.00'), line('2101', 'credit', '1.00')] },
    'VOUCHER_CONTROL_ACCOUNT',
    'Account 2101 is a control account; it moves only with its own sub-ledger.',
  ],
  [
    'the account of the tills',
    { ...printing, lines: [line('5203', 'debit', '1.00'), line('1102', 'credit', '1.00')] },
    'VOUCHER_CONTROL_ACCOUNT',
    'Account 1102 is a control account; it moves only with its own sub-ledger.',
  ],
  [
    'an account that does not exist',
    { ...printing, lines: [line('5203', 'debit', '1.00'), line('9999', 'credit', '1.00')] },
    'VOUCHER_ACCOUNT_UNKNOWN',
    'There is no account 9999 that takes postings.',
  ],
  [
    'unequal sides',
    { ...printing, lines: [line('5203', 'debit', '10.00'), line('1201', 'credit', '9.00')] },
    'VOUCHER_UNBALANCED',
    'Debits are 10.00 and credits 9.00; they must be equal.',
  ],
  [
    'cash that stays where it is',
    { kind: 'cash', from: { place: 'vault' }, to: { place: 'vault' }, amount: '1.00', narration: 'Nowhere' },
    'VOUCHER_SAME_PLACE',
    'The money would stay where it is.',
  ],
  [
    'a till that is not there',
    { kind: 'cash', from: { place: 'vault' }, to: { place: 'till', tillId: '99' }, amount: '1.00', narration: 'Lost' },
    'VOUCHER_TILL_UNKNOWN',
    'There is no such till in use.',
  ],
  [
    'a bank that is none',
    {
      kind: 'cash',
      from: { place: 'vault' },
      to: { place: 'bank', accountCode: '5203' },
      amount: '1.00',
      narration: 'Not a bank',
    },
    'VOUCHER_BANK_UNKNOWN',
    'Account 5203 is not a bank account of the society.',
  ],
  [
    'a value date in the future',
    { ...printing, valueOn: '2026-12-01' },
    'VALUE_DATE_IN_FUTURE',
    'The value date 2026-12-01 lies after the business day 2026-11-30.',
  ],
  [
    'a value date too far back',
    { ...printing, valueOn: '2026-11-01' },
    'VALUE_DATE_TOO_EARLY',
    'The value date 2026-11-01 is too far back; 2026-11-30 is the earliest.',
  ],
])('%s is refused, and nobody is asked', async (_what, payload, code, detail) => {
  const answer = await enter(payload);
  expect(answer.statusCode).toBe(422);
  expect(answer.json()).toMatchObject({ code, detail });
  expect(await books.platform.database.selectFrom('approval_request').selectAll().execute()).toEqual([]);
});

test('the vault may be empty by the time somebody approves: the request keeps waiting', async () => {
  const { approvalId } = (
    await enter({
      ...printing,
      lines: [line('5203', 'debit', '250.00'), line('1101', 'credit', '250.00')],
    })
  ).json();
  const refused = await approve(approvalId);
  expect(refused.statusCode).toBe(422);
  expect(refused.json()).toMatchObject({
    code: 'VAULT_CASH_TOO_LOW',
    detail: 'The vault holds 0.00; 250.00 is too much.',
  });
  const request = await books.manager.inject({ method: 'GET', url: `/api/approvals/${approvalId}` });
  expect(request.json()).toMatchObject({ status: 'pending', decidedBy: null });

  await approve((await enter(opening)).json().approvalId);
  expect((await approve(approvalId)).statusCode).toBe(200);
  expect(await vaultCash()).toBe(5_000_000 - parseMoney('250.00'));
});

test('a cashier enters no vouchers', async () => {
  expect((await enter(printing, books.cashier)).statusCode).toBe(403);
});
