// An account from which the instalments of a loan are taken is closed: whoever closes it, and whoever agrees, reads it first.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyTestBooks } from '../../../../../tests/society/verify-test-books.ts';
import { type LendingCounter, openLendingCounter } from './test-loans.ts';

let counter: LendingCounter;
beforeEach(async () => {
  counter = await openLendingCounter();
  await counter.changeSetting('limit.withdrawalApproval', '1000.00');
  await counter.changeSetting('limit.reversalApproval', '900000.00');
});
afterEach(async () => {
  await verifyTestBooks(counter.platform);
  await counter.close();
});

test('the preview and the second person name the loans, and the order counts while the account is open', async () => {
  const id = await counter.paidOut();
  const { borrower } = counter;
  const closure = (query = '') =>
    counter.post(`/api/deposits/${borrower.depositId}/closure${query}`, { payment: { mode: 'cash' } });
  const preview = async () => (await closure('?preview=true')).json().paysLoans;
  expect(await preview()).toEqual([]);
  const agreed = await borrower.signedIn.inject({
    method: 'PUT',
    url: `/api/loans/${id}/debit`,
    payload: { fromDepositId: borrower.depositId },
  });
  expect(agreed.statusCode, agreed.body).toBe(200);
  const { number } = agreed.json();
  expect(await preview()).toEqual([{ id, number }]);

  const { approvalId } = (await closure()).json();
  expect((await counter.get(`/api/approvals/${approvalId}`, counter.manager)).json().lines).toContainEqual({
    label: 'Instalments of these loans are taken from it, and not any more after the closing',
    before: null,
    after: number,
  });
  expect(await counter.loan(id)).toMatchObject({ debitFrom: { accountNumber: borrower.depositNumber } });
  const closed = await counter.agree({ approvalId });
  expect(closed.statusCode, closed.body).toBe(200);
  expect(await counter.loan(id)).toMatchObject({ debitFrom: null });

  // Closed by mistake: it stands again, and pays as it was agreed.
  const { entryId } = await counter.platform.database
    .selectFrom('deposit_closure')
    .select('entryId')
    .executeTakeFirstOrThrow();
  const back = await counter.post(
    `/api/journal-entries/${entryId}/reversal`,
    { reason: 'The wrong account was closed' },
    counter.manager,
  );
  expect(back.statusCode, back.body).toBe(201);
  expect(await counter.loan(id)).toMatchObject({ debitFrom: { accountNumber: borrower.depositNumber } });
});
