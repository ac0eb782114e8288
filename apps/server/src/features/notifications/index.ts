export { type DescribedEvent, describeEvents, type StoredEvent, slotsOfEvents } from './describe-events.ts';
export { memberEventTitles } from './event-texts.ts';
export { countUnread } from './notification-queries.ts';
export { notificationsRoutes } from './notification-routes.ts';
