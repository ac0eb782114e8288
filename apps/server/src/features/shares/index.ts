import { registerReversalRule } from '../accounting/index.ts';
import { onMemberApproved } from '../members/index.ts';
import { openShareHolding } from './open-share-holding.ts';
import { allotmentReversal } from './reverse-allotment.ts';

export { type AllotShares, allotShares } from './allot-shares.ts';
export { sharesMessages } from './messages.ts';
export { shareMoneyPending } from './share-money.ts';
export { type AllotmentWithHolder, findAllotmentFor } from './share-queries.ts';
export { sharesRoutes } from './shares-routes.ts';

onMemberApproved('share', openShareHolding);
registerReversalRule('allotment', allotmentReversal);
