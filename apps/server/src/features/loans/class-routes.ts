import { CsvText, LoanClassReport } from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { loanClassesCsv, reportLoanClasses } from './report-loan-classes.ts';

const tags = ['loans'];

/** How good the loans are, and what is put aside for them. */
export function classRoutes(app: KafalApp): void {
  const { platform } = app;

  app.get(
    '/api/loan-classes',
    {
      config: { permission: 'loan.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'Loans by class and kind, what is to be put aside for them, and what is, beside the books',
        response: { 200: LoanClassReport },
      },
    },
    (request) => reportLoanClasses(platform, request.actor),
  );

  app.get(
    '/api/loan-classes.csv',
    {
      config: { permission: 'export.read', audience: 'staff' },
      schema: { tags, summary: 'The same as a file', response: { 200: CsvText } },
    },
    async (request, reply) => {
      const text = await loanClassesCsv(platform, request.actor);
      reply.header('content-disposition', 'attachment; filename="loan-classes.csv"');
      return reply.type('text/csv; charset=utf-8').send(text);
    },
  );
}
