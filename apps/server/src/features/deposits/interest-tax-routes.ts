import {
  CsvText,
  IdParams,
  InterestCertificateQuery,
  InterestOfYearQuery,
  InterestOfYearView,
  InterestTaxList,
  InterestTaxQuery,
  TaxPayableMonths,
  TaxPayableQuery,
} from '@kafal/contract';
import { sendCsv } from '../../platform/csv/send-csv.ts';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { sendPdf } from '../paper/index.ts';
import { interestOfYearView } from './interest-of-year-view.ts';
import { exportInterestTax, listInterestTax } from './interest-tax-list.ts';
import { printInterestCertificate } from './print-interest-certificate.ts';
import { taxPayableCsv, taxPayableMonths } from './tax-payable-months.ts';

const tags = ['deposits'];
const reading = { permission: 'books.read', audience: 'staff' } as const;
const ownOrAll = { permission: { member: 'own.accounts.read', staff: 'counter.read' } } as const;
const exporting = { permission: 'export.read', audience: 'staff' } as const;

export async function interestTaxRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.get(
    '/api/interest-tax',
    {
      config: reading,
      schema: {
        tags,
        summary: 'Interest of all members in a tax year, a quarter or a month, and the tax withheld from it',
        querystring: InterestTaxQuery,
        response: { 200: InterestTaxList },
      },
    },
    (request) => listInterestTax(platform, request.query),
  );

  app.get(
    '/api/interest-tax.csv',
    {
      config: exporting,
      schema: {
        tags,
        summary: 'The list of interest and tax as a file, the whole filter',
        querystring: InterestTaxQuery,
        response: { 200: CsvText },
      },
    },
    async ({ actor, query }, reply) => sendCsv(reply, await exportInterestTax(platform, actor, query), 'interest-tax'),
  );

  app.get(
    '/api/tax-payable',
    {
      config: reading,
      schema: {
        tags,
        summary: 'What is owed to the tax office, month by month: withheld, paid over, and left, as the ledger has it',
        querystring: TaxPayableQuery,
        response: { 200: TaxPayableMonths },
      },
    },
    (request) => taxPayableMonths(platform, request.query.year),
  );

  app.get(
    '/api/tax-payable.csv',
    {
      config: exporting,
      schema: {
        tags,
        summary: 'The months of what is owed to the tax office as a file',
        querystring: TaxPayableQuery,
        response: { 200: CsvText },
      },
    },
    async ({ actor, query }, reply) => {
      const csv = await taxPayableCsv(platform, actor, query.year);
      reply.header('content-type', 'text/csv; charset=utf-8');
      reply.header('content-disposition', 'attachment; filename="tax-payable.csv"');
      return reply.send(csv);
    },
  );

  app.get(
    '/api/members/:id/interest',
    {
      config: ownOrAll,
      schema: {
        tags,
        summary: 'Interest of a tax year on all accounts of a member, and the tax withheld from it',
        params: IdParams,
        querystring: InterestOfYearQuery,
        response: { 200: InterestOfYearView },
      },
    },
    ({ actor, params, query }) => interestOfYearView(platform, actor, params.id, query.on),
  );

  app.get(
    '/api/members/:id/interest-certificate.pdf',
    {
      config: ownOrAll,
      schema: {
        tags,
        summary: 'Interest of a financial year on all accounts of a member and the tax withheld from it, as PDF',
        params: IdParams,
        querystring: InterestCertificateQuery,
      },
    },
    async ({ actor, params, query: { on, language = actor.language } }, reply) => {
      const { pdf, name } = await printInterestCertificate(platform, actor, params.id, {
        of: 'interest',
        on,
        language,
      });
      return sendPdf(reply, pdf, name);
    },
  );

  app.get(
    '/api/members/:id/tax-certificate.pdf',
    {
      config: ownOrAll,
      schema: {
        tags,
        summary: 'Tax withheld from the interest of a member in a tax year, by quarter and by account, as PDF',
        params: IdParams,
        querystring: InterestCertificateQuery,
      },
    },
    async ({ actor, params, query: { on, language = actor.language } }, reply) => {
      const { pdf, name } = await printInterestCertificate(platform, actor, params.id, { of: 'tax', on, language });
      return sendPdf(reply, pdf, name);
    },
  );
}
