// Loans that were paid out through the counter, and the ends of days after it. Only tests import this file.

import { addDays, type CalendarDate, calendarDate } from '@kafal/core';
import type { LightMyRequestResponse } from 'fastify';
import { systemActor } from '../../platform/http/actor.ts';
import type { Feature } from '../../platform/http/build-app.ts';
import type { SignedIn } from '../../platform/http/test-app.ts';
import { type AdmittedMember, openTestCounter, type TestCounter } from '../counter/test-counter.ts';
import { dashboardRoutes } from '../dashboard/index.ts';
import { loansMessages, loansRoutes } from '../loans/index.ts';
import { runDayEnd } from './index.ts';

const DAY_MS = 86_400_000;
/** The day on which the counter is open at first. */
export const LENT_ON = calendarDate('2026-11-30');

export interface TestLoan {
  readonly id: string;
  readonly number: string;
}

export interface TestLoans {
  readonly counter: TestCounter;
  readonly officer: SignedIn;
  readonly committee: SignedIn;
  readonly borrower: AdmittedMember;
  readonly sureties: readonly AdmittedMember[];
  /** A personal loan of 100,000 in 12 instalments of 8,885, due on the 30th, paid out on the open day. */
  lend(by?: AdmittedMember, more?: object): Promise<TestLoan>;
  sanctioned(by?: AdmittedMember, more?: object): Promise<TestLoan>;
  /** Ends every day up to this one, the tills being closed. */
  endDays(until: string): Promise<void>;
  /** From an account of the borrower, in the app. */
  repay(loan: TestLoan, amount: string, by?: AdmittedMember): Promise<void>;
  loan(loan: TestLoan): Promise<Record<string, unknown>>;
}

export async function openTestLoans(savings = 20_000, more: readonly Feature[] = []): Promise<TestLoans> {
  const counter = await openTestCounter({}, undefined, [
    { name: 'loans', routes: loansRoutes, messages: loansMessages },
    { name: 'dashboard', routes: dashboardRoutes },
    ...more,
  ]);
  const { platform } = counter;
  const officer = await counter.staff('loan_officer', 'Lata Negi');
  const committee = await counter.staff('committee', 'Hari Chandra');
  await counter.openTill();
  const borrower = await counter.admitActive('Sunita Devi Rawat', savings);
  const sureties = [await counter.admitActive('Bina Mehta', 5_000), await counter.admitActive('Deepak Pant', 5_000)];
  await platform.transact(async (trx) => {
    await trx
      .updateTable('member')
      .set({ joinedOn: calendarDate('2026-04-01') })
      .execute();
    // Days are counted by hand; what moves from a holiday has tests of its own.
    await trx.updateTable('setting').set({ value: '"same"' }).where('name', '=', 'deposits.holidayRule').execute();
  });

  const must = (answer: LightMyRequestResponse) => {
    if (answer.statusCode >= 300) throw new Error(answer.body);
    return answer.json();
  };
  const act = async (id: string, what: string, body: object, by: SignedIn) => {
    const { version } = must(await counter.get(`/api/loans/${id}`, officer));
    return must(await counter.post(`/api/loans/${id}/${what}`, { ...body, version }, by));
  };
  const sanctioned: TestLoans['sanctioned'] = async (by = borrower, more = {}) => {
    const asked = { productCode: 'PL', amount: '100000.00', instalments: 12, purpose: 'A buffalo', ...more };
    const guarantors = sureties.map(({ number }) => number);
    const loan = must(
      await counter.post('/api/loans', { ...asked, monthlyIncome: '30000.00', guarantors }, by.signedIn),
    );
    for (const surety of sureties) {
      const url = `/api/loans/${loan.id}/surety`;
      must(await surety.signedIn.inject({ method: 'PUT', url, payload: { consents: true } }));
    }
    await act(loan.id, 'recommendation', { note: 'Income seen' }, officer);
    const { amount, instalments } = asked;
    await act(loan.id, 'sanction', { amount, instalments, resolutionNumber: 'LC/2026/14' }, committee);
    return loan;
  };

  let ended: CalendarDate | undefined;
  return {
    counter,
    officer,
    committee,
    borrower,
    sureties,
    sanctioned,
    lend: async (by = borrower, more = {}) => {
      const loan = await sanctioned(by, more);
      const into = { toDepositId: by.depositId };
      const { approvalId } = must(await counter.post(`/api/loans/${loan.id}/disbursement`, into, officer));
      must(await counter.post(`/api/approvals/${approvalId}/approval`, {}, counter.manager));
      return loan;
    },
    endDays: async (until) => {
      await platform.transact((trx) =>
        trx
          .updateTable('till_session')
          .set({ status: 'closed', openTillId: null, openUserId: null, closedAt: counter.clock.now() })
          .where('status', '=', 'open')
          .execute(),
      );
      for (let day = ended === undefined ? LENT_ON : addDays(ended, 1); day <= until; day = addDays(day, 1)) {
        await runDayEnd(platform, systemActor('Kafal'), { until: day });
        counter.clock.advance(DAY_MS);
        ended = day;
      }
    },
    repay: async (loan, amount, by = borrower) => {
      const body = { fromDepositId: by.depositId, amount };
      must(await counter.post(`/api/loans/${loan.id}/repayments`, body, by.signedIn));
    },
    loan: async ({ id }) => must(await counter.get(`/api/loans/${id}`, officer)),
  };
}
