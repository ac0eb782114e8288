export { type Deliverer, deliverer } from './deliver.ts';
export { deliverersRoutes, deliveriesRoutes } from './deliveries-routes.ts';
export { mailChannel } from './mail-channel.ts';
export { deliveriesMessages } from './messages.ts';
export { newestNotification, queueDeliveries } from './queue-deliveries.ts';
export { heldBackUntil, type MannerColumns, quietOfSociety } from './quiet-of.ts';
