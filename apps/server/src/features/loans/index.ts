import { registerReversalRule } from '../accounting/index.ts';
import { registerApprovalKind } from '../approvals/index.ts';
import { applyApprovedLoanProduct } from './change-loan-product.ts';
import { applyApprovedLadder } from './change-sanction-levels.ts';
import { receiveAgreed, releaseAgreed } from './keep-collateral.ts';
import { loansMessages } from './messages.ts';
import { loanCorrectionReversal, loanEntryReversal } from './reverse-loan-entry.ts';
import { askApprovedGuarantor } from './substitute-guarantor.ts';
import { measureEntryReversal, takeBackAgreed } from './take-back-measure.ts';
import { takeAgreedMeasure } from './take-measure.ts';

export { accrueLoans, postLoanAccruals } from './accrue-loans.ts';
export { ageLoans } from './age-loans.ts';
export { loansPaidFrom } from './agree-to-debit.ts';
export { answerReplayLine } from './answer-replay-line.ts';
export type { LoansAtOnce, LoansDone } from './day-end-loans.ts';
export { debitLoans } from './debit-loans.ts';
export { isGuarantor, recordGuarantorPayment, refuseGuarantorPayment } from './guarantor-payments.ts';
export { lapseSanctions } from './lapse-sanctions.ts';
export { loanDayOf, overdueLoans, UNPAID } from './loan-dues.ts';
export { insertLoanProduct } from './loan-products.ts';
export { findLoan, getLoanFor, type LoanWithBalance, lockLoan, lockLoanRow } from './loan-queries.ts';
export { loansRoutes } from './loan-routes.ts';
export { loansOfMember } from './loans-of-member.ts';
export { loansMessages } from './messages.ts';
export { decidePayout, type LoanPayout, recordPayout } from './pay-out-loan.ts';
export {
  type DecidedRepayment,
  decideRepayment,
  decideRepaymentDatedBack,
  recordRepayment,
  splitView,
} from './repay-loan.ts';
export { suretiesToPay } from './sureties-to-pay.ts';
export { refuseInterested, refuseOwn as refuseOwnLoan } from './who-may-decide.ts';

registerApprovalKind('guarantor-substitution', { messages: loansMessages, approve: askApprovedGuarantor });
registerApprovalKind('collateral-receipt', { messages: loansMessages, approve: receiveAgreed });
registerApprovalKind('collateral-release', { messages: loansMessages, approve: releaseAgreed });
registerApprovalKind('loan-product', { messages: loansMessages, approve: applyApprovedLoanProduct });
registerApprovalKind('sanction-levels', { messages: loansMessages, approve: applyApprovedLadder });
registerReversalRule('correction', loanCorrectionReversal);
registerApprovalKind('loan-measure', { messages: loansMessages, approve: takeAgreedMeasure });
registerApprovalKind('loan-measure-reversal', { messages: loansMessages, approve: takeBackAgreed });
for (const kind of ['waiver', 'write-off'] as const) registerReversalRule(kind, measureEntryReversal);
for (const kind of ['disbursement', 'receipt', 'transfer'] as const) registerReversalRule(kind, loanEntryReversal);
