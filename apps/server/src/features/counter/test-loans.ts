// A counter whose society lends, with a borrower and two who stand surety, for tests. Only tests import this file.

import { calendarDate } from '@kafal/core';
import type { SignedIn } from '../../platform/http/test-app.ts';
import { loansMessages, loansRoutes } from '../loans/index.ts';
import { type AdmittedMember, openTestCounter, type TestCounter } from './test-counter.ts';

export interface LendingCounter extends TestCounter {
  readonly borrower: AdmittedMember;
  readonly guarantors: readonly AdmittedMember[];
  readonly officer: SignedIn;
  readonly committee: SignedIn;
  loan(id: string, by?: SignedIn): Promise<{ readonly version: number; readonly instalmentsPlan: readonly unknown[] }>;
  /** A lakh at 12 % over twelve months, 8,885 a month, sanctioned and not paid out. */
  sanctioned(): Promise<string>;
  /** The same, paid out to the borrower's savings by two. */
  paidOut(): Promise<string>;
  /** In cash. */
  repay(id: string, amount: string, more?: object): ReturnType<TestCounter['post']>;
  /** The business day moves on with the open till; nothing is done for the days between. */
  onDay(day: string): Promise<void>;
  /** A second person says yes to what was asked. */
  agree(asked: { readonly approvalId: string }, by?: SignedIn): ReturnType<TestCounter['post']>;
}

export async function openLendingCounter(): Promise<LendingCounter> {
  const counter = await openTestCounter({}, undefined, [
    { name: 'loans', routes: loansRoutes, messages: loansMessages },
  ]);
  const officer = await counter.staff('loan_officer', 'Lata Negi');
  const committee = await counter.staff('committee', 'Hari Chandra');
  await counter.openTill(counter.cashier, counter.tillId, 200_000);
  const borrower = await counter.admitActive('Sunita Devi Rawat', 20_000);
  const guarantors = [await counter.admitActive('Bina Mehta'), await counter.admitActive('Deepak Pant')];
  const { platform } = counter;
  await platform.transact((trx) =>
    trx
      .updateTable('member')
      .set({ joinedOn: calendarDate('2026-04-01') })
      .execute(),
  );

  const loan: LendingCounter['loan'] = async (id, by = officer) => (await counter.get(`/api/loans/${id}`, by)).json();
  const act = async (id: string, what: string, body: object, by: SignedIn) =>
    counter.post(`/api/loans/${id}/${what}`, { ...body, version: (await loan(id)).version }, by);
  const agree: LendingCounter['agree'] = ({ approvalId }, by = counter.manager) =>
    counter.post(`/api/approvals/${approvalId}/approval`, {}, by);
  const sanctioned = async () => {
    const asked = {
      productCode: 'PL',
      amount: '100000.00',
      instalments: 12,
      purpose: 'A second buffalo',
      monthlyIncome: '30000.00',
      guarantors: guarantors.map(({ number }) => number),
    };
    const { id } = (await counter.post('/api/loans', asked, borrower.signedIn)).json();
    for (const { signedIn } of guarantors) {
      await signedIn.inject({ method: 'PUT', url: `/api/loans/${id}/surety`, payload: { consents: true } });
    }
    await act(id, 'recommendation', { note: 'Income seen' }, officer);
    const decision = { amount: '100000.00', instalments: 12, resolutionNumber: 'LC/2026/14' };
    const answer = await act(id, 'sanction', decision, committee);
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return id;
  };
  return {
    ...counter,
    borrower,
    guarantors,
    officer,
    committee,
    loan,
    sanctioned,
    agree,
    paidOut: async () => {
      const id = await sanctioned();
      const to = { toDepositId: borrower.depositId };
      const paid = await agree((await counter.post(`/api/loans/${id}/disbursement`, to, officer)).json());
      if (paid.statusCode !== 200) throw new Error(paid.body);
      return id;
    },
    repay: (id, amount, more = {}) =>
      counter.post('/api/receipts', {
        memberId: borrower.id,
        lines: [{ kind: 'loan', loanId: id, amount, ...more }],
        mode: 'cash',
      }),
    onDay: async (day) => {
      const businessDate = calendarDate(day);
      const openedAt = platform.clock.now();
      await platform.transact(async (trx) => {
        await trx.insertInto('business_day').values({ businessDate, status: 'open', openedAt }).execute();
        await trx.updateTable('till_session').set({ businessDate }).where('status', '=', 'open').execute();
      });
    },
  };
}
