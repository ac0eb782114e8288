import { registerReversalRule } from '../accounting/index.ts';
import { registerApprovalKind } from '../approvals/index.ts';
import { applyApprovedTerms } from './change-agent-terms.ts';
import { collectionsMessages } from './messages.ts';
import { commissionReversal, payApprovedCommission } from './pay-commission.ts';
import { collectionReversal, handoverReversal } from './reversal-rules.ts';

export { listAgents } from './agent-queries.ts';
export { collect } from './collect.ts';
export { collectionsRoutes } from './collections-routes.ts';
export { enterSheet } from './enter-sheet.ts';
export { handOver } from './hand-over.ts';
export { openDailyAccount } from './open-daily-account.ts';
export { registerAgent } from './register-agent.ts';
export { createRoute } from './routes-of-agents.ts';
export { collectionsMessages };

registerReversalRule('collection', collectionReversal);
registerReversalRule('handover', handoverReversal);
registerReversalRule('commission', commissionReversal);
registerApprovalKind('agent-terms', { messages: collectionsMessages, approve: applyApprovedTerms });
registerApprovalKind('agent-commission', { messages: collectionsMessages, approve: payApprovedCommission });
