// What is due and overdue of all loans, for the collections desk.

import {
  CsvText,
  DemandGroupQuery,
  DemandGroups,
  DemandList,
  DemandQuery,
  IdParams,
  LoanDebitBody,
  LoanDetail,
  LoanDueList,
  LoanDueQuery,
} from '@kafal/contract';
import { sendCsv } from '../../platform/csv/send-csv.ts';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { agreeToDebit, stopDebit } from './agree-to-debit.ts';
import { exportDemand, groupDemand, listDemand } from './list-demand.ts';
import { exportLoanDues, listLoanDues } from './list-loan-dues.ts';
import { loanDetail } from './loan-detail.ts';

const tags = ['loans'];

export function dueRoutes(app: KafalApp): void {
  const { platform } = app;

  app.get(
    '/api/loan-dues',
    {
      config: { permission: 'loan.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'Loans with something due today, within a week, or overdue, the oldest day first',
        querystring: LoanDueQuery,
        response: { 200: LoanDueList },
      },
    },
    (request) => listLoanDues(platform, request.actor, request.query),
  );

  app.get(
    '/api/loan-dues.csv',
    {
      config: { permission: 'export.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'The same as a file, the whole filter',
        querystring: LoanDueQuery,
        response: { 200: CsvText },
      },
    },
    async (request, reply) => sendCsv(reply, await exportLoanDues(platform, request.actor, request.query), 'loan-dues'),
  );

  app.get(
    '/api/demand-list',
    {
      config: { permission: 'loan.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'What borrowers are to pay by a day, of an employer or a place',
        querystring: DemandQuery,
        response: { 200: DemandList },
      },
    },
    (request) => listDemand(platform, request.actor, request.query),
  );

  app.get(
    '/api/demand-list/groups',
    {
      config: { permission: 'loan.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'What is asked of the people of each employer, or of each place, by a day',
        querystring: DemandGroupQuery,
        response: { 200: DemandGroups },
      },
    },
    (request) => groupDemand(platform, request.query),
  );

  app.get(
    '/api/demand-list.csv',
    {
      config: { permission: 'export.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'The demand list as a file, whole; filled in, it is a sheet of repayments',
        querystring: DemandQuery,
        response: { 200: CsvText },
      },
    },
    async (request, reply) => sendCsv(reply, await exportDemand(platform, request.actor, request.query), 'demand-list'),
  );

  app.put(
    '/api/loans/:id/debit',
    {
      config: { permission: 'own.loan.apply', audience: 'member' },
      schema: {
        tags,
        summary: 'A borrower agrees that instalments are taken from an account of theirs at the end of their days',
        params: IdParams,
        body: LoanDebitBody,
        response: { 200: LoanDetail },
      },
    },
    async (request) => {
      await agreeToDebit(platform, request.actor, { loanId: request.params.id, ...request.body });
      return loanDetail(platform, request.actor, request.params.id);
    },
  );

  app.delete(
    '/api/loans/:id/debit',
    {
      config: { permission: 'own.loan.apply', audience: 'member' },
      schema: { tags, summary: 'The borrower takes that back', params: IdParams, response: { 200: LoanDetail } },
    },
    async (request) => {
      await stopDebit(platform, request.actor, request.params.id);
      return loanDetail(platform, request.actor, request.params.id);
    },
  );
}
