// A lakh at 12 % in 12 instalments of 8,885, lent on 30 November 2026 and written off on 1 February: 1,000.00 and 921.15 of
// interest fell due, and two days of 84,151.15 × 12 % / 365 are 55.33. Nothing of it was accrued here, nothing put aside.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyTestBooks } from '../../../../../tests/society/verify-test-books.ts';
import { type LendingCounter, openLendingCounter } from './test-loans.ts';

let counter: LendingCounter;
beforeEach(async () => {
  counter = await openLendingCounter();
});
afterEach(() => counter.close());

const WISH = {
  kind: 'write-off',
  reason: 'The borrower left for an unknown place',
  resolutionNumber: 'GB/2027/3',
  resolutionOn: '2027-01-31',
};
const member = async () => (await counter.get(`/api/counter/members/${counter.borrower.id}`, counter.cashier)).json();
const list = async (status: string) =>
  (await counter.get(`/api/loans?status=${status}`, counter.officer)).json().items as {
    readonly writtenOff: unknown;
  }[];

test('what is written off is remembered, comes in at the counter beside other lines, and is taken back', async () => {
  const id = await counter.paidOut();
  await counter.onDay('2027-02-01');
  const path = `/api/loans/${id}/measures`;
  const ask = (wish: object = WISH, by = counter.officer) => counter.post(path, wish, by);
  expect((await ask({ ...WISH, resolutionNumber: undefined })).statusCode).toBe(400);
  expect((await ask({ ...WISH, resolutionOn: '2027-02-02' })).json()).toMatchObject({
    code: 'LOAN_RESOLUTION_AHEAD',
    fields: [{ path: 'resolutionOn' }],
  });
  const asked = await ask();
  expect(asked.statusCode).toBe(202);
  expect((await counter.agree(asked.json(), counter.officer)).statusCode).toBe(403);
  expect((await counter.agree(asked.json())).statusCode).toBe(200);
  expect(await counter.lastPostings()).toEqual(['debit 5303 - 100000.00', 'credit 1301 - 100000.00']);

  const writtenOff = { on: '2027-02-01', amount: '101976.48', recovered: '0.00', left: '101976.48' };
  expect(await counter.loan(id)).toMatchObject({
    status: 'written-off',
    writtenOff,
    outstanding: '0.00',
    overdue: '0.00',
    daysPastDue: 0,
    closedOn: null,
    instalmentsPlan: [],
    // Each of the two answers for half of it still.
    guarantors: [{ status: 'consented', part: '50988.24' }, { status: 'consented' }],
    measures: [
      { kind: 'write-off', resolutionNumber: 'GB/2027/3', resolutionOn: '2027-01-31', after: { owed: '0.00' } },
    ],
  });
  expect(await list('written-off')).toMatchObject([{ writtenOff }]);
  expect([(await list('active')).length, (await list('closed')).length]).toEqual([0, 0]);
  expect((await counter.get(`/api/loans/${id}/no-dues.pdf`, counter.officer)).json()).toMatchObject({
    code: 'LOAN_NOT_CLOSED',
  });
  expect((await ask()).json()).toMatchObject({ code: 'LOAN_MEASURE_NOT_ACTIVE' });
  // Whoever left a loan behind stands surety for nobody and is lent nothing by the rules.
  const facts = (await counter.get('/api/loans/eligibility', counter.borrower.signedIn)).json();
  expect(facts.items[0].rules.find(({ kind }: { kind: string }) => kind === 'ownOverdue')).toMatchObject({
    holds: false,
    value: '1',
  });

  expect((await member()).loans).toMatchObject([{ loanId: id, due: '0.00', payoff: '101976.48', isWrittenOff: true }]);
  const receipt = (amount: string, more: object = {}) =>
    counter.post('/api/receipts', {
      memberId: counter.borrower.id,
      lines: [
        { kind: 'loan', loanId: id, amount },
        { kind: 'savings', depositId: counter.borrower.depositId, amount: '10.00' },
      ],
      mode: 'cash',
      ...more,
    });
  expect((await receipt('101976.49')).json()).toMatchObject({
    code: 'LOAN_RECOVERY_ABOVE',
    fields: [{ path: 'lines.0.amount' }],
  });
  expect((await counter.repay(id, '1.00', {})).statusCode).toBe(201);
  const dated = { memberId: counter.borrower.id, lines: [{ kind: 'loan', loanId: id, amount: '1.00' }], mode: 'cash' };
  expect((await counter.post('/api/receipts', { ...dated, valueOn: '2027-01-31' })).json()).toMatchObject({
    code: 'LOAN_RECOVERY_DATED_BACK',
  });
  const taken = (await receipt('5000.00')).json();
  expect(await counter.lastPostings()).toEqual([
    'debit 1102 T1 5010.00',
    'credit 4205 - 5000.00',
    `credit 2101 ${counter.borrower.depositNumber} 10.00`,
  ]);
  expect(await counter.loan(id)).toMatchObject({ writtenOff: { recovered: '5001.00', left: '96975.48' } });

  const { measures } = (await counter.get(`/api/loans/${id}`, counter.officer)).json();
  const back = () => counter.post(`${path}/${measures[0].id}/reversal`, { reason: 'He came home' }, counter.officer);
  expect((await back()).json()).toMatchObject({ code: 'LOAN_ENTRY_STANDS' });
  const reverse = (entryId: string) =>
    counter.post(`/api/journal-entries/${entryId}/reversal`, { reason: 'A mistake' }, counter.manager);
  expect((await reverse(taken.receipt.entryId)).statusCode).toBe(201);
  expect(await counter.loan(id)).toMatchObject({ writtenOff: { recovered: '1.00', left: '101975.48' } });

  // The last of it closes the loan; its guarantors are free, and the paper is given. Taken back, it is owed again.
  const last = (await receipt('101975.48')).json();
  expect(await counter.loan(id)).toMatchObject({
    status: 'closed',
    closedOn: '2027-02-01',
    writtenOff: { recovered: '101976.48', left: '0.00' },
  });
  expect((await counter.get(`/api/loans/${id}/no-dues.pdf`, counter.officer)).statusCode).toBe(200);
  expect((await counter.get(`/api/loans/${id}/statement.pdf`, counter.officer)).statusCode).toBe(200);
  expect(await list('written-off')).toHaveLength(1);
  // So much waits for a second person.
  await counter.agree((await reverse(last.receipt.entryId)).json(), counter.committee);
  expect(await counter.loan(id)).toMatchObject({ status: 'written-off', closedOn: null });

  const first = await counter.platform.database
    .selectFrom('loan_event')
    .select('entryId')
    .where('type', '=', 'recovery')
    .orderBy('place')
    .executeTakeFirstOrThrow();
  await reverse(String(first.entryId));
  expect((await counter.agree((await back()).json())).statusCode).toBe(200);
  expect(await counter.lastPostings()).toEqual(['credit 5303 - 100000.00', 'debit 1301 - 100000.00']);
  expect(await counter.loan(id)).toMatchObject({
    status: 'active',
    writtenOff: null,
    outstanding: '100000.00',
    nextDueOn: '2026-12-30',
  });
  await verifyTestBooks(counter.platform);
});
