export { liveRoutes } from './live-routes.ts';
export { outboxRelay, sweepOutbox } from './relay-outbox.ts';
