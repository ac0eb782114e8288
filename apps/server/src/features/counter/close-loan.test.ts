// Closing a loan before its end, and paying a part of it ahead of its time.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LendingCounter, openLendingCounter } from './test-loans.ts';

let counter: LendingCounter;
beforeEach(async () => {
  counter = await openLendingCounter();
});
afterEach(() => counter.close());

const payoff = async (id: string, on = '', by = counter.borrower.signedIn) =>
  (await counter.get(`/api/loans/${id}/payoff${on === '' ? '' : `?on=${on}`}`, by)).json();

test('a loan is closed by what it owes on the day: seen before, refused for more, guarantors free, and taken back', async () => {
  const id = await counter.paidOut();
  // Ten days of a lakh at 12 %: 1,00,000 × 12 % × 10 / 365.
  expect(await payoff(id, '2026-12-10')).toEqual({
    on: '2026-12-10',
    total: '100328.77',
    due: '0.00',
    principalAhead: '100000.00',
    interest: '328.77',
    interestFrom: '2026-11-30',
    interestDays: 10,
    annualRate: '12',
    closingFee: '0.00',
    // 361.64 on the eleventh day.
    oneDayMore: '32.87',
    spared: '6289.69',
    currency: 'INR',
  });
  expect(await payoff(id, '2027-11-30')).toMatchObject({ total: '106618.46', interest: '0.00', oneDayMore: '0.00' });
  for (const day of ['2026-11-29', '2027-12-01']) {
    expect(await payoff(id, day)).toMatchObject({ code: 'LOAN_PAYOFF_DAY' });
  }

  const paper = (name: string, by = counter.borrower.signedIn) => counter.get(`/api/loans/${id}/${name}.pdf`, by);
  expect((await paper('no-dues')).json()).toMatchObject({ code: 'LOAN_NOT_CLOSED' });
  expect((await paper('statement', counter.guarantors[0]?.signedIn)).statusCode).toBe(404);

  await counter.onDay('2026-12-10');
  expect((await counter.repay(id, '100328.78')).json()).toMatchObject({
    code: 'LOAN_PAYMENT_ABOVE',
    detail: expect.stringContaining('1,00,328.77'),
  });
  expect(await counter.loan(id)).toMatchObject({ payoff: '100328.77', status: 'active' });
  const receipt = await counter.repay(id, '100328.77');
  expect(receipt.json().receipt.lines).toMatchObject([{ amount: '100000.00' }, { amount: '328.77' }]);
  expect(await counter.loan(id)).toMatchObject({ status: 'closed', outstanding: '0.00', owed: '0.00', payoff: '0.00' });
  expect(await payoff(id)).toMatchObject({ code: 'LOAN_NOT_ACTIVE' });
  const told = async (name: string) =>
    (await counter.platform.database.selectFrom('outbox').select('memberId').where('name', '=', name).execute()).map(
      ({ memberId }) => String(memberId),
    );
  expect(await told('loan.surety-released')).toEqual(counter.guarantors.map((one) => one.id));
  // Staff and the guarantor themselves read that they are free, and nothing of the loan is held against them.
  const surety = counter.guarantors[0];
  const standing = async (by = counter.officer) => {
    const { guarantors } = (await counter.get(`/api/loans/${id}`, by)).json();
    return guarantors.map((one: { status: string; releasedOn: string | null; part: string }) => [
      one.status,
      one.releasedOn,
      one.part,
    ]);
  };
  const free = [
    ['released', '2026-12-10', '0.00'],
    ['released', '2026-12-10', '0.00'],
  ];
  expect([await standing(), await standing(surety?.signedIn)]).toEqual([free, free]);

  for (const name of ['sanction?language=hi', 'schedule', 'statement', 'interest-certificate', 'no-dues']) {
    const [file, query] = name.split('?');
    const printed = await counter.get(`/api/loans/${id}/${file}.pdf?${query ?? ''}`, counter.officer);
    expect([name, printed.statusCode, printed.headers['content-type']]).toEqual([name, 200, 'application/pdf']);
  }

  const { entryId } = receipt.json().receipt;
  await counter.changeSetting('limit.reversalApproval', '200000.00');
  const reason = 'Typed on the wrong loan';
  expect((await counter.post(`/api/journal-entries/${entryId}/reversal`, { reason }, counter.manager)).statusCode).toBe(
    201,
  );
  expect(await counter.loan(id)).toMatchObject({ status: 'active', outstanding: '100000.00', payoff: '100328.77' });
  const bound = [
    ['consented', null, '50000.00'],
    ['consented', null, '50000.00'],
  ];
  expect([await standing(), await standing(surety?.signedIn)]).toEqual([bound, bound]);
  expect(await told('loan.surety-again')).toEqual(counter.guarantors.map((one) => one.id));
});

test('a part-prepayment shows both choices beside what stands, and does what was chosen', async () => {
  const id = await counter.paidOut();
  for (const day of ['2026-12-30', '2027-01-30', '2027-02-28', '2027-03-30', '2027-04-30', '2027-05-30']) {
    await counter.onDay(day);
    await counter.repay(id, '8885.00');
  }
  const compare = async (amount: string) =>
    (await counter.get(`/api/loans/${id}/prepayment?amount=${amount}`, counter.borrower.signedIn)).json();
  expect(await compare('20000.00')).toEqual({
    amount: '20000.00',
    due: '0.00',
    principal: '20000.00',
    now: { instalment: '8885.00', instalmentsLeft: 6, lastDueOn: '2027-11-30', interestLeft: '1817.09' },
    choices: [
      {
        choice: 'reduceInstalment',
        instalment: '5434.00',
        instalmentsLeft: 6,
        lastDueOn: '2027-11-30',
        lastInstalment: '5432.67',
        interestLeft: '1111.30',
        interestSpared: '705.79',
      },
      {
        choice: 'reduceTerm',
        instalment: '8885.00',
        instalmentsLeft: 4,
        lastDueOn: '2027-09-30',
        lastInstalment: '5578.37',
        interestLeft: '742.00',
        interestSpared: '1075.09',
      },
    ],
    currency: 'INR',
  });
  expect(await compare('51491.37')).toMatchObject({ code: 'LOAN_PREPAYMENT_ALL' });
  expect(await compare('51491.38')).toMatchObject({ code: 'LOAN_PAYMENT_ABOVE' });
  const repayment = { fromDepositId: counter.borrower.depositId, amount: '20000.00', prepayment: 'reduceTerm' };
  const paid = await counter.post(`/api/loans/${id}/repayments`, repayment, counter.borrower.signedIn);
  expect(paid.json()).toMatchObject({ split: { principal: '20000.00', interest: '0.00' }, isClosed: false });
  const loan = await counter.loan(id);
  expect(loan).toMatchObject({ outstanding: '31491.37', prepaid: '20000.00' });
  expect(loan.instalmentsPlan).toHaveLength(10);

  // At the counter the other choice, with the instalment that has fallen due.
  await counter.onDay('2027-06-30');
  const mixed = { prepayment: 'reduceInstalment' };
  expect((await counter.repay(id, '8885.00', mixed)).json()).toMatchObject({ code: 'LOAN_PREPAYMENT_BELOW' });
  expect((await counter.repay(id, '31806.29', mixed)).json()).toMatchObject({ code: 'LOAN_PAYMENT_ABOVE' });
  expect((await counter.repay(id, '18885.00', mixed)).statusCode).toBe(201);
  expect(await counter.loan(id)).toMatchObject({ outstanding: '12921.28', prepaid: '30000.00' });
});
