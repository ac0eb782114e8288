import { TERM_KINDS } from '@kafal/core';
import { z } from 'zod';
import { DayInput, DayText, Id, InstantText, ListQuery, MoneyText, page } from './common.ts';

/** The brief's six figures, those of running loans, and what the manager's page shows beside them. */
export const DashboardStats = z.object({
  activeMembers: z.number(),
  pendingRequests: z.number(),
  pendingLoans: z.number(),
  activeLoanAmount: MoneyText,
  runningLoans: z.number(),
  /** Loans with an instalment whose day is over and that is not paid, and what is unpaid of such instalments. */
  overdueLoans: z.number(),
  overdueAmount: MoneyText,
  /** Pieces of security that are held though their loan is over. */
  collateralToReturn: z.number(),
  totalDeposits: MoneyText,
  /** Notices that are shown now, whoever they are for. */
  activeNotices: z.number(),
  lastUpdated: InstantText,
  currency: z.string(),
  businessDate: DayText,
  membersByStatus: z.record(z.string(), z.number()),
  approvedToday: z.number(),
  pendingApprovals: z.number(),
  /** Of members, that wait for a second person. */
  papersToCheck: z.number(),
  /** Messages of members that the office has not answered, and how many of them are past the day they were to be answered by. */
  openMessages: z.number(),
  lateMessages: z.number(),
  shareCapital: MoneyText,
  sharePending: MoneyText,
  vaultCash: MoneyText,
  bank: MoneyText,
  tills: z.array(
    z.object({
      id: Id,
      code: z.string(),
      name: z.string(),
      cashier: z.string().nullable(),
      isOpen: z.boolean(),
      cash: MoneyText,
    }),
  ),
  today: z.object({ receipts: MoneyText, receiptCount: z.number(), payments: MoneyText, paymentCount: z.number() }),
  activity: z.array(
    z.object({
      id: Id,
      at: InstantText,
      event: z.string(),
      text: z.string(),
      entryId: Id.nullable(),
      memberId: Id.nullable(),
    }),
  ),
});
export type DashboardStats = z.infer<typeof DashboardStats>;

/** The end of each of the last eleven months, and now; months are those of the society's calendar. */
export const DashboardGrowth = z.object({
  currency: z.string(),
  months: z.array(
    z.object({
      /** The first day of the month and the last one counted. */
      from: DayText,
      on: DayText,
      activeMembers: z.number(),
      joined: z.number(),
      savings: MoneyText,
      shareCapital: MoneyText,
    }),
  ),
});
export type DashboardGrowth = z.infer<typeof DashboardGrowth>;

/** Receipts and payments of the last thirty days, today's last; what was taken back is in neither. */
export const DashboardCashFlow = z.object({
  currency: z.string(),
  days: z.array(
    z.object({
      on: DayText,
      receipts: MoneyText,
      receiptCount: z.number(),
      payments: MoneyText,
      paymentCount: z.number(),
    }),
  ),
  totals: z.object({ receipts: MoneyText, payments: MoneyText }),
});
export type DashboardCashFlow = z.infer<typeof DashboardCashFlow>;

export const APPLICATION_AGES = ['today', 'days-1-3', 'days-4-7', 'days-8-30', 'older'] as const;
/** How long applications have been waiting for a decision, the youngest first. */
export const DashboardApplicationAges = z.object({
  ages: z.array(
    z.object({
      age: z.enum(APPLICATION_AGES),
      /** The calendar days they came in on; the oldest have no first day. */
      submittedFrom: DayText.nullable(),
      submittedTo: DayText,
      count: z.number(),
    }),
  ),
  total: z.number(),
});
export type DashboardApplicationAges = z.infer<typeof DashboardApplicationAges>;

/** What an auditor looks at first. Each kind opens to its rows; acts open to the audit log with the filter set. */
export const EXCEPTION_KINDS = ['reversal', 'back-dated', 'after-day', 'cash-difference', 'cash-above-limit'] as const;
export const ExceptionQuery = z.strictObject({ since: DayInput.optional() });
export const DashboardExceptions = z.object({
  since: DayText,
  /** Whether `since` is the day of the reader's visit before this one. */
  sinceLastVisit: z.boolean(),
  kinds: z.array(z.object({ kind: z.enum(EXCEPTION_KINDS), count: z.number() })),
  acts: z.array(z.object({ action: z.string(), count: z.number() })),
});
export type DashboardExceptions = z.infer<typeof DashboardExceptions>;
export const ExceptionListQuery = z.strictObject({
  kind: z.enum(EXCEPTION_KINDS),
  since: DayInput.optional(),
  limit: ListQuery.limit,
  cursor: ListQuery.cursor,
});
export const ExceptionRow = z.object({
  id: z.string(),
  on: DayText,
  /** When it was typed; null where the row stands for a whole day. */
  at: InstantText.nullable(),
  by: z.string().nullable(),
  /** The printed number of the entry, the till or the member. */
  number: z.string(),
  words: z.string(),
  /** With a minus sign where cash was short. */
  amount: MoneyText,
  entryId: Id.nullable(),
  memberId: Id.nullable(),
});
export const ExceptionList = page(ExceptionRow);

/** Whether the books agree now: all debits with all credits, each control account with the sum of its sub-ledger. */
export const BooksAgreement = z.object({
  asOf: DayText,
  currency: z.string(),
  agrees: z.boolean(),
  debit: MoneyText,
  credit: MoneyText,
  controls: z.array(
    z.object({
      accountCode: z.string(),
      accountName: z.string(),
      inTheBooks: MoneyText,
      inTheSubLedger: MoneyText,
      difference: MoneyText,
    }),
  ),
  /** Money on its way, and what nobody has placed yet: accounts that should come back to nothing. */
  unsettled: z.array(z.object({ accountCode: z.string(), accountName: z.string(), amount: MoneyText })),
});
export type BooksAgreement = z.infer<typeof BooksAgreement>;
/** The rows of a sub-ledger whose kept balance is not the sum of their postings; at most a hundred. */
export const ControlAccountRows = z.object({
  accountCode: z.string(),
  rows: z.array(
    z.object({
      subLedger: z.string(),
      number: z.string(),
      kept: MoneyText,
      posted: MoneyText,
      difference: MoneyText,
      depositId: Id.nullable(),
      memberId: Id.nullable(),
    }),
  ),
  /** Entries on the control account that name no row of the sub-ledger. */
  entryIds: z.array(Id),
});
export type ControlAccountRows = z.infer<typeof ControlAccountRows>;

/** Who is expected at the counter: admitted, and not everything paid yet; the last admitted first. */
export const ExpectedPeople = z.object({
  items: z.array(
    z.object({
      memberId: Id,
      memberNumber: z.string(),
      name: z.string(),
      nameLocal: z.string().nullable(),
      joinedOn: DayText,
      outstanding: MoneyText,
    }),
  ),
  total: z.number(),
});
export type ExpectedPeople = z.infer<typeof ExpectedPeople>;

/** Deposits that come to the end of their term, and the last day on which interest was credited or paid. */
export const DashboardMaturities = z.object({
  currency: z.string(),
  /** Open deposits of a kind whose day is not after `until`, those that wait since before among them. */
  maturing: z.array(
    z.object({
      kind: z.enum(TERM_KINDS),
      days: z.number(),
      until: DayText,
      count: z.number(),
      value: MoneyText,
    }),
  ),
  /** Null before the first end of a day that credited some. */
  interest: z.object({ on: DayText, count: z.number(), amount: MoneyText }).nullable(),
});
export type DashboardMaturities = z.infer<typeof DashboardMaturities>;

/** What whoever runs the installation looks at in the morning. */
export const InstallationState = z.object({
  version: z.string(),
  database: z.object({ kind: z.string(), isWell: z.boolean() }),
  /** Whether what people sent can be kept and read. */
  files: z.object({ isWell: z.boolean() }),
  disk: z.object({ status: z.enum(['ok', 'low', 'unknown']), freeBytes: z.number().nullable() }),
  lastBackupAt: InstantText.nullable(),
  users: z.object({ active: z.number(), suspended: z.number(), withoutSecondFactor: z.number() }),
  /** Refused tries to log in within the last 24 hours. */
  failedLogins: z.object({ tries: z.number(), since: DayText }),
  settingsWaiting: z.array(z.object({ name: z.string(), label: z.string(), effectiveFrom: DayText })),
});
export type InstallationState = z.infer<typeof InstallationState>;

export const FIRST_STEPS = ['staff', 'member', 'till', 'receipt', 'closing'] as const;
/** What a new society does on its first day; all of it is read off the books. */
export const FirstSteps = z.object({
  isDone: z.boolean(),
  steps: z.array(z.object({ step: z.enum(FIRST_STEPS), isDone: z.boolean() })),
});
export type FirstSteps = z.infer<typeof FirstSteps>;
