// Money that arrives from phones: asked for, said to be paid, found on the statement of the bank, receipted.

import { registerReversalRule } from '../accounting/index.ts';
import { registerApprovalKind } from '../approvals/index.ts';
import { bankLineApproval } from './resolve-bank-line.ts';
import { bankEntryReversal, bankReceiptReversal } from './reverse-bank-receipt.ts';
import { gatewayApproval } from './set-gateway.ts';

export { matchWaitingLines } from './match-line.ts';
export { paymentsInMessages } from './messages.ts';
export { paymentsInRoutes } from './payments-in-routes.ts';

registerApprovalKind('bank-line', bankLineApproval);
registerApprovalKind('payment-gateway', gatewayApproval);
registerReversalRule('receipt', bankReceiptReversal);
for (const kind of ['bank', 'voucher'] as const) registerReversalRule(kind, bankEntryReversal);
