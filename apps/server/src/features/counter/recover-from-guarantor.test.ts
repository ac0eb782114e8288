// Of a loan that is overdue a part comes from a guarantor: from their savings by two people, or at the counter.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyTestBooks } from '../../../../../tests/society/verify-test-books.ts';
import type { AdmittedMember } from './test-counter.ts';
import { type LendingCounter, openLendingCounter } from './test-loans.ts';

let counter: LendingCounter;
let bina: AdmittedMember;
beforeEach(async () => {
  counter = await openLendingCounter();
  bina = counter.guarantors[0] as AdmittedMember;
});
afterEach(async () => {
  await verifyTestBooks(counter.platform);
  await counter.close();
});

const guarantor = async (id: string, by = counter.officer) => {
  const { guarantors } = (await counter.get(`/api/loans/${id}`, by)).json();
  return guarantors.find(({ memberId }: { memberId: string }) => memberId === bina.id);
};
const take = (id: string, amount: string, more: object = {}, query = '') =>
  counter.post(
    `/api/loans/${id}/guarantors/${bina.id}/recovery${query}`,
    { fromDepositId: bina.depositId, amount, reason: 'Three letters were not answered', ...more },
    counter.officer,
  );
const pay = (id: string, amount: string, more: object = {}) =>
  counter.post('/api/receipts', {
    memberId: bina.id,
    lines: [{ kind: 'loan', loanId: id, amount, ...more }],
    mode: 'cash',
  });

test('what is overdue is taken up to the part of a guarantor, by two, named and reversible', async () => {
  const { borrower, manager } = counter;
  const id = await counter.paidOut();
  await counter.deposit(bina, '9000.00');
  expect((await take(id, '885.00')).json()).toMatchObject({ code: 'GUARANTOR_NOTHING_OVERDUE' });
  await counter.onDay('2027-01-02');
  expect(await guarantor(id)).toMatchObject({ part: '50000.00', paid: '0.00' });
  expect((await take(id, '50000.01')).json()).toMatchObject({
    code: 'GUARANTOR_ABOVE_PART',
    fields: [{ path: 'amount' }],
  });
  expect((await take(id, '100.00', { fromDepositId: borrower.depositId })).json()).toMatchObject({
    code: 'DEPOSIT_UNKNOWN',
  });
  // Due since 30 December: 7,885 principal and 1,000 interest, interest first.
  expect((await take(id, '5000.00', {}, '?preview=true')).json()).toMatchObject({
    total: '5000.00',
    split: { principal: '4000.00', interest: '1000.00' },
  });
  const asked = (await take(id, '5000.00')).json();
  expect((await take(id, '100.00')).json()).toMatchObject({ code: 'GUARANTOR_RECOVERY_WAITING' });
  expect((await counter.agree(asked, counter.officer)).statusCode).toBe(403);
  expect((await counter.agree(asked)).statusCode).toBe(200);
  expect(await counter.lastPostings()).toEqual([
    `debit 2101 ${bina.depositNumber} 5000.00`,
    'credit 1301 - 4000.00',
    'credit 4101 - 1000.00',
  ]);
  // 96,000 are owed; half of a lakh less what they paid. The other still stands for 50,000.
  expect(await guarantor(id, bina.signedIn)).toMatchObject({ part: '45000.00', paid: '5000.00' });
  expect(await counter.loan(id)).toMatchObject({
    outstanding: '96000.00',
    overdue: '3885.00',
    guarantors: [{ part: '45000.00' }, { part: '50000.00', paid: '0.00' }],
  });
  const told = await counter.platform.database
    .selectFrom('outbox')
    .select(['name', 'memberId'])
    .where('name', 'in', ['surety.paid', 'loan.repaid'])
    .orderBy('id')
    .execute();
  expect(told).toEqual([
    { name: 'loan.repaid', memberId: Number(borrower.id) },
    { name: 'surety.paid', memberId: Number(bina.id) },
  ]);

  // At the counter the guarantor pays the rest; the receipt is theirs.
  const atCounter = async (who: AdmittedMember) =>
    (await counter.get(`/api/counter/members/${who.id}`, counter.cashier)).json();
  const [, other] = counter.guarantors;
  expect((await atCounter(borrower)).loans).toMatchObject([
    { loanId: id, guarantors: [{ memberId: bina.id, name: 'Bina Mehta' }, { memberId: other?.id }] },
  ]);
  expect((await atCounter(bina)).sureties).toMatchObject([
    { loanId: id, borrowerNumber: borrower.number, overdue: '3885.00', left: '45000.00', isWrittenOff: false },
  ]);
  expect((await atCounter(borrower)).sureties).toEqual([]);
  expect((await pay(id, '100.00', { prepayment: 'reduceTerm' })).json()).toMatchObject({
    code: 'GUARANTOR_PAYS_WHAT_IS_DUE',
  });
  const receipt = (await pay(id, '3885.00')).json().receipt;
  expect(receipt).toMatchObject({
    memberName: 'Bina Mehta',
    lines: [
      { amount: '3885.00', label: expect.stringMatching(`^Loan \\S+ of ${borrower.number}, as guarantor, principal$`) },
    ],
  });
  // Nothing is overdue any more, so nobody is offered to pay for another.
  expect((await atCounter(bina)).sureties).toEqual([]);
  expect((await atCounter(borrower)).loans).toMatchObject([{ guarantors: [] }]);
  expect(await guarantor(id)).toMatchObject({ part: '41115.00', paid: '8885.00' });
  expect((await pay(id, '10.00')).json()).toMatchObject({ code: 'GUARANTOR_NOTHING_OVERDUE' });
  const stranger = await counter.admitActive('Om Prakash');
  const theirs = { memberId: stranger.id, lines: [{ kind: 'loan', loanId: id, amount: '10.00' }], mode: 'cash' };
  expect((await counter.post('/api/receipts', theirs)).json()).toMatchObject({ code: 'LOAN_UNKNOWN' });

  // A receipt that is taken back was not paid.
  const reason = 'Typed for another member';
  const undone = await counter.post(`/api/journal-entries/${receipt.entryId}/reversal`, { reason }, manager);
  expect(undone.statusCode).toBe(201);
  expect(await guarantor(id)).toMatchObject({ part: '45000.00', paid: '5000.00' });
  expect(await counter.loan(id)).toMatchObject({ overdue: '3885.00' });
});
