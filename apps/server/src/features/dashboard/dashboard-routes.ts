import {
  AccountParams,
  BooksAgreement,
  ControlAccountRows,
  DashboardApplicationAges,
  DashboardCashFlow,
  DashboardExceptions,
  DashboardGrowth,
  DashboardMaturities,
  DashboardStats,
  ExceptionList,
  ExceptionListQuery,
  ExceptionQuery,
  ExpectedPeople,
  FirstSteps,
  InstallationState,
} from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { dashboardApplicationAges } from './application-ages.ts';
import { booksAgreement, controlAccountRows } from './books-agreement.ts';
import { dashboardCashFlow } from './cash-flow.ts';
import { dashboardKey, dashboardText } from './dashboard-stats.ts';
import { dashboardExceptions, exceptionList } from './exceptions.ts';
import { expectedPeople } from './expected-people.ts';
import { firstSteps } from './first-steps.ts';
import { dashboardGrowth } from './growth.ts';
import { installationState } from './installation-state.ts';
import { dashboardMaturities } from './maturities.ts';

const tags = ['dashboard'];
const config = { permission: 'dashboard.read', audience: 'staff' } as const;

export async function dashboardRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.get(
    '/api/admin/dashboard/stats',
    {
      config,
      schema: {
        tags,
        summary: 'Members, applications, deposits, shares, cash by till, today, and the latest activity',
        response: { 200: DashboardStats },
      },
    },
    async (request, reply) => {
      const { language, permissions } = request.actor;
      const reader = { language, mayReadApprovals: permissions.has('approval.read') };
      // The text was made once and kept for every such reader; a test holds it against the schema.
      const text = dashboardText(platform, reader);
      const bytes: unknown = bytesOf(dashboardKey(reader), typeof text === 'string' ? text : await text);
      reply.header('content-type', 'application/json; charset=utf-8');
      return bytes as DashboardStats;
    },
  );

  app.get(
    '/api/admin/dashboard/growth',
    {
      config,
      schema: {
        tags,
        summary: 'Members, savings and shares at the end of each of the last twelve months',
        response: { 200: DashboardGrowth },
      },
    },
    () => dashboardGrowth(platform),
  );

  app.get(
    '/api/admin/dashboard/cash-flow',
    {
      config,
      schema: {
        tags,
        summary: 'Receipts and payments of each of the last thirty days',
        response: { 200: DashboardCashFlow },
      },
    },
    () => dashboardCashFlow(platform),
  );

  app.get(
    '/api/admin/dashboard/application-ages',
    {
      config,
      schema: {
        tags,
        summary: 'How long applications have been waiting for a decision',
        response: { 200: DashboardApplicationAges },
      },
    },
    () => dashboardApplicationAges(platform),
  );

  app.get(
    '/api/admin/dashboard/maturities',
    {
      config,
      schema: {
        tags,
        summary: 'Deposits that mature within 7 and 30 days, and the interest that was credited last',
        response: { 200: DashboardMaturities },
      },
    },
    () => dashboardMaturities(platform),
  );

  app.get(
    '/api/admin/dashboard/first-steps',
    {
      config,
      schema: { tags, summary: 'How far a new society is with its first day', response: { 200: FirstSteps } },
    },
    () => firstSteps(platform),
  );

  app.get(
    '/api/admin/dashboard/expected-people',
    {
      config: { permission: 'counter.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'Admitted members who have dues to pay, the last admitted first',
        response: { 200: ExpectedPeople },
      },
    },
    () => expectedPeople(platform),
  );

  app.get(
    '/api/admin/dashboard/books',
    {
      config: { permission: 'books.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'Whether the books agree now: debit with credit, control accounts with their sub-ledgers',
        response: { 200: BooksAgreement },
      },
    },
    (request) => booksAgreement(platform, request.actor),
  );

  app.get(
    '/api/admin/dashboard/books/:code',
    {
      config: { permission: 'books.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'The rows behind a control account that do not agree with their postings',
        params: AccountParams,
        response: { 200: ControlAccountRows },
      },
    },
    (request) => controlAccountRows(platform, request.params.code),
  );

  app.get(
    '/api/admin/dashboard/exceptions',
    {
      config: { permission: 'audit.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'What an auditor asks about, counted since their last visit or a day',
        querystring: ExceptionQuery,
        response: { 200: DashboardExceptions },
      },
    },
    (request) => dashboardExceptions(platform, request.actor, request.query.since),
  );

  app.get(
    '/api/admin/exceptions',
    {
      config: { permission: 'audit.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'The rows of one kind of exception, newest first',
        querystring: ExceptionListQuery,
        response: { 200: ExceptionList },
      },
    },
    (request) => exceptionList(platform, request.actor, request.query),
  );

  app.get(
    '/api/admin/dashboard/installation',
    {
      config: { permission: 'system.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'Users, refused log-ins, the last backup and settings that wait for their day',
        response: { 200: InstallationState },
      },
    },
    (request) => installationState(platform, request.actor),
  );
}

const encoded = new Map<string, { readonly text: string; readonly bytes: Buffer }>();

/** As it goes over the line: encoded once for each text, not once for each reader. */
function bytesOf(key: string, text: string): Buffer {
  const known = encoded.get(key);
  if (known?.text === text) return known.bytes;
  const bytes = Buffer.from(text);
  encoded.set(key, { text, bytes });
  return bytes;
}
