import type { Migration } from '../src/platform/database/migration.ts';
import firstTables from './2026-11-22-first-tables.ts';
import memberNotes from './2026-11-28-member-notes.ts';
import memberSearch from './2026-11-28-member-search.ts';
import personFiles from './2026-11-28-person-files.ts';
import push from './2026-11-28-push.ts';
import reversalLimits from './2026-11-28-reversal-limits.ts';
import rulesOfTwo from './2026-11-28-rules-of-two.ts';
import savedViews from './2026-11-28-saved-views.ts';
import statusChangesByDay from './2026-11-28-status-changes-by-day.ts';
import dayEnd from './2026-11-29-day-end.ts';
import dayEndResults from './2026-11-29-day-end-results.ts';
import depositRestrictions from './2026-11-29-deposit-restrictions.ts';
import depositSettings from './2026-11-29-deposit-settings.ts';
import interestAccrual from './2026-11-29-interest-accrual.ts';
import interestRecounts from './2026-11-29-interest-recounts.ts';
import interestTax from './2026-11-29-interest-tax.ts';
import interestTaxSettings from './2026-11-29-interest-tax-settings.ts';
import memberLanguages from './2026-11-29-member-languages.ts';
import missedInstalments from './2026-11-29-missed-instalments.ts';
import termClosures from './2026-11-29-term-closures.ts';
import termDeposits from './2026-11-29-term-deposits.ts';
import termMaturities from './2026-11-29-term-maturities.ts';
import termPayouts from './2026-11-29-term-payouts.ts';
import termProducts from './2026-11-29-term-products.ts';
import agentCommissions from './2026-11-30-agent-commissions.ts';
import collectionAgents from './2026-11-30-collection-agents.ts';
import dailyInterest from './2026-11-30-daily-interest.ts';
import demandDeposits from './2026-11-30-demand-deposits.ts';
import depositHolders from './2026-11-30-deposit-holders.ts';
import depositNominees from './2026-11-30-deposit-nominees.ts';
import dormancy from './2026-11-30-dormancy.ts';
import holidayRule from './2026-11-30-holiday-rule.ts';
import reminders from './2026-11-30-reminders.ts';
import savingsRates from './2026-11-30-savings-rates.ts';
import standingInstructions from './2026-11-30-standing-instructions.ts';
import thriftDues from './2026-11-30-thrift-dues.ts';
import loans from './2026-12-01-loans.ts';
import staffStandings from './2026-12-01-staff-standings.ts';
import termProductReach from './2026-12-01-term-product-reach.ts';
import accrualAccounts from './2026-12-02-accrual-accounts.ts';
import depositClosures from './2026-12-02-deposit-closures.ts';
import commissionMonths from './2026-12-03-commission-months.ts';
import guarantors from './2026-12-05-guarantors.ts';
import loanEligibility from './2026-12-05-loan-eligibility.ts';
import runningLoans from './2026-12-06-running-loans.ts';
import loanMoves from './2026-12-07-loan-moves.ts';
import highestLoanRate from './2026-12-08-highest-loan-rate.ts';
import loanSanction from './2026-12-08-loan-sanction.ts';
import loanMeasures from './2026-12-10-loan-measures.ts';
import collectionsDesk from './2026-12-11-collections-desk.ts';
import writeOff from './2026-12-12-write-off.ts';
import loanRescheduling from './2026-12-13-loan-rescheduling.ts';
import replacedLoans from './2026-12-13-replaced-loans.ts';
import collateral from './2026-12-14-collateral.ts';
import guarantorPayments from './2026-12-14-guarantor-payments.ts';
import loanFiles from './2026-12-15-loan-files.ts';
import payoutDeductions from './2026-12-16-payout-deductions.ts';
import repaymentSheets from './2026-12-16-repayment-sheets.ts';
import securedProvisions from './2026-12-18-secured-provisions.ts';
import notices from './2026-12-19-notices.ts';
import officeMessages from './2026-12-20-office-messages.ts';
import paymentRequests from './2026-12-21-payment-requests.ts';
import bankStatements from './2026-12-22-bank-statements.ts';
import loanDrafts from './2026-12-23-loan-drafts.ts';
import checkedPapers from './2026-12-24-checked-papers.ts';
import messageDeliveries from './2026-12-26-message-deliveries.ts';
import sms from './2026-12-27-sms.ts';
import meetings from './2026-12-29-meetings.ts';
import paymentGateway from './2026-12-31-payment-gateway.ts';
import webhooks from './2027-01-01-webhooks.ts';
import employers from './2027-01-02-employers.ts';
import suretyCodes from './2027-01-03-surety-codes.ts';
import papersByMember from './2027-01-04-papers-by-member.ts';
import reminderList from './2027-01-05-reminders.ts';
import keptMessages from './2027-01-06-kept-messages.ts';
import productPenal from './2027-01-07-product-penal.ts';
import openPaymentRequests from './2027-01-13-open-payment-requests.ts';

/** In the order they run; a released migration is never edited. */
export const migrations: readonly Migration[] = [
  firstTables,
  savedViews,
  statusChangesByDay,
  memberSearch,
  push,
  reversalLimits,
  personFiles,
  memberNotes,
  rulesOfTwo,
  termProducts,
  memberLanguages,
  dayEnd,
  dayEndResults,
  termDeposits,
  termClosures,
  termMaturities,
  termPayouts,
  depositSettings,
  interestTaxSettings,
  demandDeposits,
  missedInstalments,
  interestTax,
  depositRestrictions,
  collectionAgents,
  interestRecounts,
  standingInstructions,
  dormancy,
  depositHolders,
  interestAccrual,
  dailyInterest,
  agentCommissions,
  savingsRates,
  depositNominees,
  thriftDues,
  reminders,
  termProductReach,
  staffStandings,
  loans,
  holidayRule,
  depositClosures,
  accrualAccounts,
  commissionMonths,
  loanMoves,
  loanEligibility,
  guarantors,
  runningLoans,
  loanSanction,
  loanMeasures,
  collectionsDesk,
  highestLoanRate,
  loanRescheduling,
  loanFiles,
  writeOff,
  collateral,
  replacedLoans,
  guarantorPayments,
  payoutDeductions,
  securedProvisions,
  paymentRequests,
  notices,
  repaymentSheets,
  bankStatements,
  officeMessages,
  loanDrafts,
  paymentGateway,
  employers,
  suretyCodes,
  messageDeliveries,
  meetings,
  checkedPapers,
  sms,
  webhooks,
  reminderList,
  papersByMember,
  keptMessages,
  productPenal,
  openPaymentRequests,
];
