// What is due and overdue of all loans, for the collections desk.

import { CsvText, LoanDueList, LoanDueQuery } from '@kafal/contract';
import { sendCsv } from '../../platform/csv/send-csv.ts';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { exportLoanDues, listLoanDues } from './list-loan-dues.ts';

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
}
