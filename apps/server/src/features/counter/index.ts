import { registerReversalRule } from '../accounting/index.ts';
import { registerApprovalKind } from '../approvals/index.ts';
import { applyApprovedTillLimit } from './change-till-limit.ts';
import { closeApprovedTermDeposit } from './close-term-deposit.ts';
import { counterMessages } from './messages.ts';
import { openApprovedTermDeposit, tellOfRefusal } from './open-term-deposit.ts';
import { receiptReversal, tillReversal, transferReversal, withdrawalReversal } from './reversal-rules.ts';
import { postApprovedTransfer } from './transfer-savings.ts';
import { payApprovedWithdrawal } from './withdraw-savings.ts';

export { closeTill } from './close-till.ts';
export { counterRoutes } from './counter-routes.ts';
export { createTill } from './create-till.ts';
export { counterMessages } from './messages.ts';
export { openTill } from './open-till.ts';
export { printReceipt } from './print-receipt.ts';
export { takeReceipt } from './take-receipt.ts';
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
registerApprovalKind('till-limit', { messages: counterMessages, approve: applyApprovedTillLimit });
registerReversalRule('receipt', receiptReversal);
registerReversalRule('withdrawal', withdrawalReversal);
registerReversalRule('transfer', transferReversal);
registerReversalRule('till', tillReversal);
