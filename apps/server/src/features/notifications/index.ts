export { type DescribedEvent, describeEvents, type StoredEvent } from './describe-events.ts';
export { countUnread } from './notification-queries.ts';
export { notificationsRoutes } from './notification-routes.ts';
