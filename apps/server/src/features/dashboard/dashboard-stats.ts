// The manager's figures. One question per figure, each answered by an index or by balances that the posting door keeps;
// the answer is kept for at most the brief's minute and dies with the first change.

import {
  audienceOf,
  type DashboardStats,
  type DashboardUpdate,
  EVENTS,
  isEventName,
  MEMBER_STATUSES,
} from '@kafal/contract';
import { formatMoney, type Money, money } from '@kafal/core';
import type { Language } from '../../platform/http/actor.ts';
import { ANY_EVENT } from '../../platform/outbox/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { BANK_ACCOUNTS, currentBusinessDay } from '../accounting/index.ts';
import { countPapersToCheck } from '../kyc/index.ts';
import { overdueLoans } from '../loans/index.ts';
import { countActiveNotices } from '../notices/index.ts';
import { describeEvents } from '../notifications/index.ts';
import { countOpenMessages } from '../office-messages/index.ts';
import { readSettings } from '../society/index.ts';

/** The brief's minute; every change ends it sooner. */
export const DASHBOARD_MS = 60_000;
const ACTIVITY = 20;
/** Log-ins are noise in a day's stream; the audit log holds them. What is told to a member alone has no words for staff. */
const QUIET_EVENTS = [
  'member.logged-in',
  'staff.logged-in',
  'password.changed',
  'file.changed',
  'day-end.progressed',
  // One for each of a group, and what only says “look again”.
  'message.for-you',
  'paper.sent-back',
  'webhook.switched-off',
  'notice.for-group',
  'notice.changed',
  'notice.drafted',
  'meeting.changed',
  'meeting.progressed',
  ...Object.keys(EVENTS).filter((name) => isEventName(name) && audienceOf(name) === 'member'),
];

/** The brief's six figures and those of running loans for the socket, and the whole page for staff who look at it. */
export async function dashboardFigures(platform: Platform): Promise<DashboardUpdate['data']> {
  const stats = await readDashboardStats(platform);
  return {
    activeMembers: stats.activeMembers,
    pendingRequests: stats.pendingRequests,
    pendingLoans: stats.pendingLoans,
    activeLoanAmount: stats.activeLoanAmount,
    runningLoans: stats.runningLoans,
    overdueLoans: stats.overdueLoans,
    overdueAmount: stats.overdueAmount,
    totalDeposits: stats.totalDeposits,
    lastUpdated: stats.lastUpdated,
  };
}

/** From the kept text, which dashboardStats made: a whole office that opens its lines at once asks the database once. */
export async function readDashboardStats(platform: Platform): Promise<DashboardStats> {
  return JSON.parse(await dashboardText(platform, { language: 'en', mayReadApprovals: true })) as DashboardStats;
}

/** All that differs between two readers of the same figures: the words of the stream. */
export interface DashboardReader {
  readonly language: Language;
  readonly mayReadApprovals: boolean;
}

export const dashboardKey = ({ language, mayReadApprovals }: DashboardReader) =>
  `dashboard:${language}${mayReadApprovals ? '' : ':guarded'}`;

/** Ready to be sent: the text is made once and kept for everybody who reads the same words. */
export function dashboardText(platform: Platform, reader: DashboardReader): string | Promise<string> {
  return platform.cache.remember(dashboardKey(reader), { ttl: DASHBOARD_MS, tags: [ANY_EVENT] }, async () =>
    JSON.stringify(await dashboardStats(platform, reader)),
  );
}

async function dashboardStats(platform: Platform, reader: DashboardReader) {
  const { dialect, database } = platform;
  const settings = await readSettings(platform);
  const today = await currentBusinessDay(platform);
  const one = async (sql: string, parameters: readonly (string | number)[] = []) =>
    (await dialect.one<{ n: number | null }>(database, sql, parameters))?.n ?? 0;

  const counted = await dialect.all<{ status: string; n: number }>(
    database,
    'SELECT status, COUNT(*) AS n FROM member GROUP BY status',
  );
  const membersByStatus = Object.fromEntries(MEMBER_STATUSES.map((status) => [status, 0]));
  for (const { status, n } of counted) membersByStatus[status] = n;

  const balances = await dialect.all<{ subLedger: string; amount: number }>(
    database,
    `SELECT subLedger, ${dialect.sumText('amount')} AS amount FROM balance GROUP BY subLedger`,
  );
  const sumOf = (subLedger: string): Money => money(balances.find((row) => row.subLedger === subLedger)?.amount ?? 0);

  const tills = await dialect.all<{
    id: number;
    code: string;
    name: string;
    cashier: string | null;
    cash: number | null;
  }>(
    database,
    'SELECT till.id, till.code, till.name, user.name AS cashier, balance.amount AS cash FROM till ' +
      "LEFT JOIN balance ON balance.subLedger = 'till' AND balance.subLedgerId = till.id " +
      'LEFT JOIN till_session ON till_session.openTillId = till.id LEFT JOIN user ON user.id = till_session.userId ' +
      'WHERE till.isActive = 1 ORDER BY till.code',
  );
  // As the till counts them: what was taken back the same day was neither received nor paid.
  const flows = await dialect.all<{ direction: string; n: number; total: number }>(
    database,
    `SELECT receipt.direction, COUNT(*) AS n, ${dialect.sumText('receipt.total')} AS total FROM receipt ` +
      'LEFT JOIN journal_entry AS reversal ON reversal.reversesEntryId = receipt.entryId ' +
      'WHERE receipt.issuedOn = ? AND reversal.id IS NULL GROUP BY receipt.direction',
    [today],
  );
  const loans = await overdueLoans(platform, today);
  const flow = (direction: string) => flows.find((row) => row.direction === direction) ?? { n: 0, total: 0 };

  return {
    activeMembers: membersByStatus.active ?? 0,
    pendingRequests: await one("SELECT COUNT(*) AS n FROM membership_application WHERE status = 'submitted'"),
    pendingLoans: await one("SELECT COUNT(*) AS n FROM loan WHERE status IN ('submitted', 'returned', 'recommended')"),
    // Principal that is owed.
    activeLoanAmount: formatMoney(sumOf('loan')),
    runningLoans: loans.running,
    overdueLoans: loans.overdue,
    overdueAmount: formatMoney(loans.overdueAmount),
    collateralToReturn: await one(
      'SELECT COUNT(*) AS n FROM loan_collateral AS c JOIN loan AS l ON l.id = c.loanId ' +
        "WHERE c.status = 'held' AND l.status IN ('closed', 'rejected', 'withdrawn', 'lapsed') " +
        'AND (l.writtenOffOn IS NULL OR l.closedOn IS NOT NULL)',
    ),
    totalDeposits: formatMoney(sumOf('deposit')),
    activeNotices: await countActiveNotices(platform),
    lastUpdated: new Date(platform.clock.now()).toISOString(),
    currency: settings['money.currency'],
    businessDate: today,
    membersByStatus,
    approvedToday: await one('SELECT COUNT(*) AS n FROM member WHERE joinedOn = ?', [today]),
    pendingApprovals: await one("SELECT COUNT(*) AS n FROM approval_request WHERE status = 'pending'"),
    papersToCheck: await countPapersToCheck(database),
    ...(await countOpenMessages(platform)),
    shareCapital: formatMoney(sumOf('share')),
    sharePending: formatMoney(sumOf('share_pending')),
    vaultCash: formatMoney(sumOf('vault')),
    bank: formatMoney(await bankBalance(platform)),
    tills: tills.map((till) => ({
      id: String(till.id),
      code: till.code,
      name: till.name,
      cashier: till.cashier,
      isOpen: till.cashier !== null,
      cash: formatMoney(money(till.cash ?? 0)),
    })),
    today: {
      receipts: formatMoney(money(flow('in').total)),
      receiptCount: flow('in').n,
      payments: formatMoney(money(flow('out').total)),
      paymentCount: flow('out').n,
    },
    activity: await latestActivity(platform, reader, settings['money.currency']),
  };
}

/** Bank, UPI and cheques in clearing: the sums of closed days and the postings since. */
async function bankBalance(platform: Platform): Promise<Money> {
  const { dialect, database } = platform;
  const accounts = BANK_ACCOUNTS.map((code) => `'${code}'`).join(', ');
  const closed = await dialect.one<{ debit: number; credit: number }>(
    database,
    `SELECT ${dialect.sumText('debit')} AS debit, ${dialect.sumText('credit')} AS credit FROM daily_total ` +
      `WHERE accountCode IN (${accounts})`,
  );
  const since = await dialect.all<{ side: string; amount: number }>(
    database,
    `SELECT side, ${dialect.sumText('amount')} AS amount FROM posting WHERE accountCode IN (${accounts}) ` +
      "AND postedOn >= (SELECT MIN(businessDate) FROM business_day WHERE status = 'open') " +
      "AND postedOn NOT IN (SELECT businessDate FROM business_day WHERE status = 'closed') GROUP BY side",
  );
  const sinceOn = (side: string) => since.find((row) => row.side === side)?.amount ?? 0;
  return money((closed?.debit ?? 0) - (closed?.credit ?? 0) + sinceOn('debit') - sinceOn('credit'));
}

async function latestActivity(platform: Platform, reader: DashboardReader, currency: string) {
  const rows = await platform.database
    .selectFrom('outbox')
    .select(['id', 'name', 'memberId', 'payload', 'recordedAt'])
    .where('name', 'not in', QUIET_EVENTS)
    .orderBy('id', 'desc')
    .limit(ACTIVITY)
    .execute();
  const described = await describeEvents(platform, { ...reader, audience: 'staff', currency }, rows);
  return rows.map((row, index) => ({
    id: String(row.id),
    at: new Date(row.recordedAt).toISOString(),
    event: row.name,
    text: described[index]?.text ?? row.name,
    entryId: described[index]?.entryId == null ? null : String(described[index].entryId),
    memberId: described[index]?.memberId == null ? null : String(described[index].memberId),
  }));
}
