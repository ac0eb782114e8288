export { allotShares } from './allot-shares.ts';
export { findAllotment } from './share-queries.ts';
export { shareMoneyPending } from './share-money.ts';
export { sharesRoutes } from './shares-routes.ts';
