// The books. Everything that moves money passes through postJournalEntry; nobody else writes journal, posting,
// balance, voucher_series, business_day, daily_total or account.

export { accountBalance } from './account-balance.ts';
export { accountingRoutes } from './accounting-routes.ts';
export {
  type BackDatedEntry,
  type InterestChange,
  type InterestRecount,
  registerInterestRecount,
} from './back-dated.ts';
export { balanceOf, changeHold, findBalance, openBalance } from './balances.ts';
export { bookRules, calendarToday, forgetBookRules } from './book-rules.ts';
export {
  assertPostableValueDate,
  businessDayFor,
  currentBusinessDay,
  dayOfTheNextAct,
  lockBusinessDay,
  moveBusinessDayIfDue,
  openFirstBusinessDay,
  openTills,
} from './business-day.ts';
export { BANK_ACCOUNTS } from './cash-accounts.ts';
export { type ClosedDay, closeBusinessDay } from './close-business-day.ts';
export type { Correction } from './corrections.ts';
export {
  type ChangedBalance,
  DAY_END_SERIES,
  type EntryDraft,
  type EntryKind,
  type PaymentMode,
  type PostedEntry,
  type PostingDraft,
  printedNumber,
  SUB_LEDGERS,
  type SubLedger,
  VAULT_ID,
} from './entry-draft.ts';
export { journalEntryView } from './entry-queries.ts';
export { exportJournal } from './export-journal.ts';
export { accountNames, createChartOfAccounts } from './ledger-accounts.ts';
export { accountingMessages } from './messages.ts';
export { readDayCursor, readIdCursor, writeDayCursor } from './page-cursor.ts';
export { postJournalEntries, postJournalEntry } from './post-journal-entry.ts';
export { NOT_OPENED_YET, previewPostings } from './preview-postings.ts';
export { type EntryToReverse, type ReversalRule, registerReversalRule } from './reversal-rules.ts';
export { reverseAgreed, takeBackInterest } from './reverse-entry.ts';
export { narrationInEnglish, narrationsIn } from './say-narration.ts';
export { trialBalanceBeside } from './trial-balance.ts';
