// What an accountant and an auditor read: accounts, ledgers, day book, trial balance.

import {
  AccountLedger,
  AccountList,
  AccountParams,
  CsvText,
  DayBook,
  DayBookPageQuery,
  LedgerQuery,
  TrialBalance,
  TrialBalanceQuery,
} from '@kafal/contract';
import { LIST_MS, rememberUntilWritten } from '../../platform/cache/remember-until-written.ts';
import { sendCsv } from '../../platform/csv/send-csv.ts';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { accountLedger, accountList } from './account-ledger.ts';
import { dayBook } from './day-book.ts';
import { exportDayBook, exportLedger } from './export-books.ts';
import { trialBalanceAsOf, trialBalanceCsv } from './trial-balance.ts';

const tags = ['books'];

export async function bookRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.get(
    '/api/accounts',
    {
      config: { permission: 'books.read', audience: 'staff' },
      schema: { tags, summary: 'The chart of accounts', response: { 200: AccountList } },
    },
    ({ actor: { language } }) =>
      rememberUntilWritten(platform, `accounts:${language}`, LIST_MS, () => accountList(platform, language)),
  );

  app.get(
    '/api/accounts/:code/ledger',
    {
      config: { permission: 'books.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'Every posting on one account, oldest first',
        params: AccountParams,
        querystring: LedgerQuery,
        response: { 200: AccountLedger },
      },
    },
    (request) => accountLedger(platform, request.actor, request.params.code, request.query),
  );

  app.get(
    '/api/accounts/:code/ledger.csv',
    {
      config: { permission: 'export.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'The ledger of an account as a file, the whole period',
        params: AccountParams,
        querystring: LedgerQuery,
        response: { 200: CsvText },
      },
    },
    async (request, reply) =>
      sendCsv(
        reply,
        await exportLedger(platform, request.actor, request.params.code, request.query),
        `ledger-${request.params.code}`,
      ),
  );

  app.get(
    '/api/day-book',
    {
      config: { permission: 'books.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'Every entry of one business day, and the cash of that day',
        querystring: DayBookPageQuery,
        response: { 200: DayBook },
      },
    },
    (request) => dayBook(platform, request.actor, request.query),
  );

  app.get(
    '/api/day-book.csv',
    {
      config: { permission: 'export.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'The day book as a file, one posting to a row',
        querystring: DayBookPageQuery,
        response: { 200: CsvText },
      },
    },
    async (request, reply) =>
      sendCsv(reply, await exportDayBook(platform, request.actor, request.query.on), `day-book-${request.query.on}`),
  );

  app.get(
    '/api/trial-balance',
    {
      config: { permission: 'books.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'Where every account stands at the end of a day',
        querystring: TrialBalanceQuery,
        response: { 200: TrialBalance },
      },
    },
    (request) => trialBalanceAsOf(platform, request.actor, request.query.asOf),
  );

  app.get(
    '/api/trial-balance.csv',
    {
      config: { permission: 'export.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'The trial balance as a file',
        querystring: TrialBalanceQuery,
        response: { 200: CsvText },
      },
    },
    async (request, reply) => {
      const text = await trialBalanceCsv(platform, request.actor, request.query.asOf);
      reply.header('content-disposition', 'attachment; filename="trial-balance.csv"');
      return reply.type('text/csv; charset=utf-8').send(text);
    },
  );
}
