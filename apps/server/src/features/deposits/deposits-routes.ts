import {
  CertificateQuery,
  CsvText,
  DepositDetail,
  DepositExplanation,
  DepositInterest,
  DepositInterestQuery,
  DepositList,
  DepositProductList,
  DepositQuery,
  EntryFigures,
  IdParams,
  PaidDays,
  PaidDaysQuery,
  Passbook,
  PassbookQuery,
  StatementQuery,
} from '@kafal/contract';
import { LIST_MS, rememberUntilWritten } from '../../platform/cache/remember-until-written.ts';
import { sendCsv } from '../../platform/csv/send-csv.ts';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { sendPdf } from '../paper/index.ts';
import { readSettings } from '../society/index.ts';
import { depositDetail } from './deposit-detail.ts';
import { productsOffered, productView, ratesOf } from './deposit-products.ts';
import { getDepositFor, listDeposits } from './deposit-queries.ts';
import { explainBalance } from './explain-balance.ts';
import { explainEntryInterest } from './explain-entry-interest.ts';
import { explainInterest } from './explain-interest.ts';
import { exportDeposits } from './export-deposits.ts';
import { holderRoutes } from './holder-routes.ts';
import { receiptsOfDeposits } from './holders.ts';
import { instructionRoutes } from './instruction-routes.ts';
import { interestTaxRoutes } from './interest-tax-routes.ts';
import { dailyRules } from './offered-savings.ts';
import { paidDays } from './paid-days.ts';
import { passbookPage } from './passbook.ts';
import { printTermCertificate } from './print-term-certificate.ts';
import { productRoutes } from './product-routes.ts';
import { restrictionRoutes } from './restriction-routes.ts';
import { exportStatement, printStatement } from './statement.ts';
import { taxDeclarationRoutes } from './tax-declaration-routes.ts';
import { termProductRoutes } from './term-product-routes.ts';
import { thriftRoutes } from './thrift-routes.ts';

const tags = ['deposits'];
const ownOrAll = { permission: { member: 'own.accounts.read', staff: 'counter.read' } } as const;

export async function depositsRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.get(
    '/api/deposit-products',
    {
      config: { permission: 'public' },
      schema: {
        tags,
        summary: 'Kinds of account the society offers today, with their rules and rates',
        response: { 200: DepositProductList },
      },
    },
    ({ caller: { language } }) =>
      rememberUntilWritten(platform, `deposit-products:${language}`, LIST_MS, async () => {
        const { database } = platform;
        const products = await productsOffered(database, await currentBusinessDay(platform));
        const cards = await ratesOf(
          database,
          products.map(({ id }) => id),
        );
        return {
          daily: dailyRules(await readSettings(platform)),
          items: products.map((product) => productView(product, cards.get(product.id) ?? [], language)),
        };
      }),
  );

  await productRoutes(app);
  await termProductRoutes(app);
  await restrictionRoutes(app);
  await holderRoutes(app);
  await instructionRoutes(app);
  await thriftRoutes(app);
  await taxDeclarationRoutes(app);
  await interestTaxRoutes(app);

  app.get(
    '/api/deposits',
    {
      config: ownOrAll,
      schema: {
        tags,
        summary: 'Deposit accounts: a member sees their own, staff all',
        querystring: DepositQuery,
        response: { 200: DepositList },
      },
    },
    (request) => listDeposits(platform, request.actor, request.query),
  );

  app.get(
    '/api/deposits.csv',
    {
      config: { permission: 'export.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'Deposit accounts as a file, the whole filter',
        querystring: DepositQuery,
        response: { 200: CsvText },
      },
    },
    async (request, reply) => sendCsv(reply, await exportDeposits(platform, request.actor, request.query), 'savings'),
  );

  app.get(
    '/api/deposits/:id',
    {
      config: ownOrAll,
      schema: {
        tags,
        summary: 'One deposit account; of a term, with its plan line by line',
        params: IdParams,
        response: { 200: DepositDetail },
      },
    },
    async ({ actor, params }) => depositDetail(platform, actor, await getDepositFor(platform, actor, params.id)),
  );

  app.get(
    '/api/deposits/:id/explanation',
    {
      config: ownOrAll,
      schema: {
        tags,
        summary: 'How the balance came about, line by line',
        params: IdParams,
        response: { 200: DepositExplanation },
      },
    },
    async (request) => {
      const deposit = await getDepositFor(platform, request.actor, request.params.id);
      return explainBalance(platform, deposit, request.actor.language);
    },
  );

  app.get(
    '/api/deposits/:id/interest',
    {
      config: ownOrAll,
      schema: {
        tags,
        summary: 'What the account earned, line by line: since the last credit, and each credit before',
        params: IdParams,
        querystring: DepositInterestQuery,
        response: { 200: DepositInterest },
      },
    },
    async (request) => {
      const deposit = await getDepositFor(platform, request.actor, request.params.id);
      return explainInterest(platform, deposit, request.query.entryId);
    },
  );

  app.get(
    '/api/journal-entries/:id/figures',
    {
      config: ownOrAll,
      schema: {
        tags,
        summary: 'The interest and the fines of an entry, each with its lines',
        description: 'Of the accounts that the reader may see. Empty where an entry holds neither.',
        params: IdParams,
        response: { 200: EntryFigures },
      },
    },
    async (request) => ({ items: await explainEntryInterest(platform, request.actor, request.params.id) }),
  );

  app.get(
    '/api/deposits/:id/passbook',
    {
      config: ownOrAll,
      schema: {
        tags,
        summary: 'The passbook, newest line first',
        params: IdParams,
        querystring: PassbookQuery,
        response: { 200: Passbook },
      },
    },
    async (request) => {
      const deposit = await getDepositFor(platform, request.actor, request.params.id);
      const page = await passbookPage(platform, deposit, request.query, request.actor.language);
      const items = await withOwnReceipts(platform.database, request.actor, deposit, page.items);
      return { ...page, items, currency: (await readSettings(platform))['money.currency'] };
    },
  );

  app.get(
    '/api/deposits/:id/paid-days',
    {
      config: ownOrAll,
      schema: {
        tags,
        summary: 'The days of a month on which money was paid in, with their sums and receipts',
        params: IdParams,
        querystring: PaidDaysQuery,
        response: { 200: PaidDays },
      },
    },
    async (request) => {
      const deposit = await getDepositFor(platform, request.actor, request.params.id);
      return paidDays(platform, deposit, request.query.on);
    },
  );

  app.get(
    '/api/deposits/:id/statement.pdf',
    {
      config: ownOrAll,
      schema: {
        tags,
        summary: 'Statement of the account for a period, as PDF',
        params: IdParams,
        querystring: StatementQuery,
      },
    },
    async (request, reply) => {
      const deposit = await getDepositFor(platform, request.actor, request.params.id);
      const { from, to, language = request.actor.language } = request.query;
      const pdf = await printStatement(platform, request.actor, deposit, { from, to, language });
      return sendPdf(reply, pdf, `statement-${deposit.number}-${from}-${to}`);
    },
  );

  app.get(
    '/api/deposits/:id/statement.csv',
    {
      config: ownOrAll,
      schema: {
        tags,
        summary: 'Statement of the account for a period, as CSV',
        params: IdParams,
        querystring: StatementQuery,
      },
    },
    async (request, reply) => {
      const deposit = await getDepositFor(platform, request.actor, request.params.id);
      const { from, to, language = request.actor.language } = request.query;
      const csv = await exportStatement(platform, request.actor, deposit, { from, to, language });
      reply.header('content-type', 'text/csv; charset=utf-8');
      reply.header('content-disposition', `attachment; filename="statement-${from}-${to}.csv"`);
      return reply.send(csv);
    },
  );

  app.get(
    '/api/deposits/:id/certificate.pdf',
    {
      config: ownOrAll,
      schema: {
        tags,
        summary: 'The certificate of a fixed or recurring deposit, as PDF',
        params: IdParams,
        querystring: CertificateQuery,
      },
    },
    async ({ actor, params, query }, reply) => {
      const deposit = await getDepositFor(platform, actor, params.id);
      const pdf = await printTermCertificate(platform, actor, deposit, query.language ?? actor.language);
      return sendPdf(reply, pdf, `certificate-${deposit.number}`);
    },
  );
}

/** A receipt on which the first holder paid something beside is theirs alone. */
async function withOwnReceipts<Row extends { readonly receiptId: string | null }>(
  reader: Reader,
  actor: Actor,
  { id, memberId }: { readonly id: number; readonly memberId: number },
  rows: readonly Row[],
): Promise<Row[]> {
  if (actor.kind !== 'member' || actor.memberId === memberId) return [...rows];
  const ids = rows.flatMap(({ receiptId }) => (receiptId === null ? [] : [Number(receiptId)]));
  const shared = await receiptsOfDeposits(reader, ids, [id]);
  return rows.map((row) => (shared.has(Number(row.receiptId)) ? row : { ...row, receiptId: null }));
}
