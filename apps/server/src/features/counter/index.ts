import { registerReversalRule } from '../accounting/index.ts';
import { registerApprovalKind } from '../approvals/index.ts';
import { loansMessages } from '../loans/index.ts';
import { applyApprovedTillLimit } from './change-till-limit.ts';
import { closeApprovedTermDeposit } from './close-term-deposit.ts';
import { payOutApprovedLoan } from './disburse-loan.ts';
import { counterMessages } from './messages.ts';
import { openApprovedTermDeposit, tellOfRefusal } from './open-term-deposit.ts';
import { recoverApproved } from './recover-from-guarantor.ts';
import { receiptReversal, tillReversal, transferReversal, withdrawalReversal } from './reversal-rules.ts';
import { sheetReversal } from './take-back-sheet.ts';
import { postApprovedTransfer } from './transfer-savings.ts';
import { payApprovedWithdrawal } from './withdraw-savings.ts';

export { countedCash, countText, differenceText } from './cash-count.ts';
export { closeTill } from './close-till.ts';
export { counterRoutes } from './counter-routes.ts';
export { createTill } from './create-till.ts';
export { keepReceipt } from './keep-receipt.ts';
export { counterMessages } from './messages.ts';
export { getOwnOpenSession, type OpenSession } from './open-session.ts';
export { openTill } from './open-till.ts';
export { isReferenceUsed, type Reference, receiptOfReference, referenceOf } from './payment-reference.ts';
export { postWaitingSheets } from './post-sheet-rows.ts';
export { printReceipt } from './print-receipt.ts';
export { type AskedLine, type DecidedLines, decideLines, refuseBelowSmallest } from './receipt-lines.ts';
export { issuedReceipt, type ReceiptAnswer } from './receipt-view.ts';
export { type BothLanguages, inLanguage, savingsLabel } from './receipt-words.ts';
export { receivedPosting } from './received-money.ts';
export { receiptNarrationOf, recordReceipt } from './record-receipt.ts';
export { holdTillOpen } from './reversal-rules.ts';
export { takeReceipt } from './take-receipt.ts';
export { TILL_CASH_SERIES, tillPosting } from './till-cash.ts';
export { findCurrentSession, getTillSession, listTills } from './till-queries.ts';
export { transferSavings } from './transfer-savings.ts';
export { withdrawSavings } from './withdraw-savings.ts';

registerApprovalKind('withdrawal', { messages: counterMessages, approve: payApprovedWithdrawal });
registerApprovalKind('transfer', { messages: counterMessages, approve: postApprovedTransfer });
registerApprovalKind('term-opening', {
  messages: counterMessages,
  approve: openApprovedTermDeposit,
  refused: tellOfRefusal,
});
registerApprovalKind('term-closure', { messages: counterMessages, approve: closeApprovedTermDeposit });
registerApprovalKind('loan-disbursement', { messages: loansMessages, approve: payOutApprovedLoan });
registerApprovalKind('guarantor-recovery', { messages: loansMessages, approve: recoverApproved });
registerApprovalKind('till-limit', { messages: counterMessages, approve: applyApprovedTillLimit });
registerReversalRule('receipt', receiptReversal);
registerReversalRule('receipt', sheetReversal);
registerReversalRule('withdrawal', withdrawalReversal);
registerReversalRule('disbursement', withdrawalReversal);
registerReversalRule('transfer', transferReversal);
registerReversalRule('till', tillReversal);
