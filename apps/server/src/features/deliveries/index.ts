export { deliverersRoutes, deliveriesRoutes } from './deliveries-routes.ts';
export { deliveriesMessages } from './messages.ts';
export { newestNotification, queueDeliveries } from './queue-deliveries.ts';
export { heldBackUntil, type MannerColumns, quietOfSociety } from './quiet-of.ts';
