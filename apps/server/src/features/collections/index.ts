import { registerReversalRule } from '../accounting/index.ts';
import { collectionReversal, handoverReversal } from './reversal-rules.ts';

export { listAgents } from './agent-queries.ts';
export { collect } from './collect.ts';
export { collectionsRoutes } from './collections-routes.ts';
export { enterSheet } from './enter-sheet.ts';
export { handOver } from './hand-over.ts';
export { collectionsMessages } from './messages.ts';
export { openDailyAccount } from './open-daily-account.ts';
export { registerAgent } from './register-agent.ts';
export { createRoute } from './routes-of-agents.ts';

registerReversalRule('collection', collectionReversal);
registerReversalRule('handover', handoverReversal);
