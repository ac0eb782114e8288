export { liveRoutes } from './live-routes.ts';
export { sweepOutbox } from './relay-outbox.ts';
