import { registerInterestRecount, registerReversalRule } from '../accounting/index.ts';
import { registerApprovalKind } from '../approvals/index.ts';
import { onMemberApproved } from '../members/index.ts';
import { accrualReversal, takenAccrualReversal } from './accrued-interest.ts';
import { changeApprovedHolders } from './change-holders.ts';
import { applyApprovedProduct } from './change-product.ts';
import { applyApprovedTermProduct } from './change-term-product.ts';
import { demandClosureReversal } from './close-demand-deposit.ts';
import { termClosureReversal } from './close-term-deposit.ts';
import { dailyInterestReversal } from './daily-deposits.ts';
import { nameApprovedNominees } from './deposit-nominees.ts';
import { instalmentReversal } from './instalments.ts';
import { liftApproved } from './lift-restriction.ts';
import { depositsMessages } from './messages.ts';
import { openFirstDeposit } from './open-deposit.ts';
import { reactivateApproved } from './reactivate-deposit.ts';
import { creditReversal, interestRecount } from './recount-interest.ts';
import { setApprovedRestriction } from './restrict-deposit.ts';
import { maturityReversal } from './reverse-maturity.ts';
import { payoutReversal } from './reverse-payout.ts';
import { termOpeningReversal } from './reverse-term-opening.ts';
import { instructionReversal } from './take-instructions.ts';

export { readIdCursor } from '../../platform/http/id-cursor.ts';
export { accrueInterest, isAccrualDay, nextAccruingId, postAccruals } from './accrue-interest.ts';
export { isDemandAccount, keepDemandClosing, refuseWhileUsed } from './close-demand-deposit.ts';
export {
  type ClosingDeposit,
  closureInterest,
  closureOn,
  keepClosing,
  markClosed,
  refuseHeld,
} from './close-term-deposit.ts';
export {
  type AccountsAtOnce,
  type AccountsDone,
  creditInterest,
  type FailedAccount,
  nextDepositId,
} from './credit-interest.ts';
export {
  type Closing,
  closingOn,
  closingPostings,
  type DailyDeposit,
  findDailyDeposit,
  nextDailyId,
  paidInByDay,
  settleDaily,
} from './daily-deposits.ts';
export { type ProductNames, productNames, productsOn } from './deposit-products.ts';
export {
  availableOf,
  type DepositWithBalance,
  depositView,
  findDeposit,
  findDepositByNumber,
  getDepositFor,
  isLetGo,
  type MemberDeposit,
  memberDeposits,
  productName,
} from './deposit-queries.ts';
export { depositsRoutes } from './deposits-routes.ts';
export { firstSavings } from './due-terms.ts';
export {
  checkHolding,
  copyHolding,
  type Holding,
  holderUsersOf,
  jointHoldersOf,
  jointlyHeldIds,
  receiptsOfDeposits,
  refuseUnlessMayOperate,
  saveHolding,
} from './holders.ts';
export { LATE_FINES, nextInstalment, payInstalment } from './instalments.ts';
export { interestDaysBetween, isInterestDay } from './interest-terms.ts';
export { endHolds } from './lift-restriction.ts';
export { freeToPledge, liftLoanLien, placeLoanLien } from './loan-liens.ts';
export { markDormant, nextQuietId } from './mark-dormant.ts';
export { markMissed, nextMissingId } from './mark-missed.ts';
export { matureDeposits, nextMaturingId } from './mature-deposits.ts';
export { depositsMessages } from './messages.ts';
export { type OpenedDeposit, openDeposit, openDepositFor } from './open-deposit.ts';
export {
  type AgreedOpening,
  agreeOnOpening,
  agreeOnPreview,
  openTermDeposit,
  type TermOpening,
} from './open-term-deposit.ts';
export { nextPayoutId, payInterest } from './pay-interest.ts';
export { lineView as termLineView, quoteView } from './quote-deposit.ts';
export { raiseThriftDues, thriftDueOf } from './raise-thrift-dues.ts';
export { nextInstructionId, takeInstructions } from './take-instructions.ts';
export { taxView, withheld } from './tax-on-interest.ts';
export { confirmOpening, refuseTermKind } from './term-deposits.ts';
export { findTermProduct, hasTermProduct, insertTermProduct } from './term-products.ts';
export { type ThriftDay, thriftDaysBetween } from './thrift-days.ts';
export { thriftStandings } from './thrift-dues.ts';
export { valueLiens } from './value-liens.ts';

onMemberApproved('deposit', openFirstDeposit);
// Cash brings a receipt, money from savings a transfer.
registerReversalRule('receipt', termOpeningReversal);
registerReversalRule('transfer', termOpeningReversal);
registerReversalRule('withdrawal', termClosureReversal);
registerReversalRule('transfer', termClosureReversal);
for (const kind of ['receipt', 'withdrawal', 'transfer', 'voucher', 'maturity', 'interest'] as const) {
  registerReversalRule(kind, demandClosureReversal);
}
registerReversalRule('receipt', instalmentReversal);
registerReversalRule('transfer', instalmentReversal);
for (const rule of [termOpeningReversal, termClosureReversal, maturityReversal]) registerReversalRule('maturity', rule);
registerReversalRule('transfer', instructionReversal);
registerReversalRule('interest', dailyInterestReversal);
registerReversalRule('interest', payoutReversal);
registerReversalRule('interest', creditReversal);
registerInterestRecount(interestRecount);
for (const kind of ['interest', 'maturity', 'withdrawal', 'transfer'] as const) {
  registerReversalRule(kind, takenAccrualReversal);
}
registerReversalRule('accrual', accrualReversal);
registerApprovalKind('deposit-product', { messages: depositsMessages, approve: applyApprovedProduct });
registerApprovalKind('term-product', { messages: depositsMessages, approve: applyApprovedTermProduct });
registerApprovalKind('deposit-restriction', { messages: depositsMessages, approve: setApprovedRestriction });
registerApprovalKind('restriction-lift', { messages: depositsMessages, approve: liftApproved });
registerApprovalKind('deposit-reactivation', { messages: depositsMessages, approve: reactivateApproved });
registerApprovalKind('deposit-holders', { messages: depositsMessages, approve: changeApprovedHolders });
registerApprovalKind('deposit-nominees', { messages: depositsMessages, approve: nameApprovedNominees });
