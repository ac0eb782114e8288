// Other systems are told of what happens: an accounting program, a sender of messages. Signed, in order, until it has arrived.

export { webhooksMessages } from './messages.ts';
export { queueWebhooks } from './queue-webhooks.ts';
export { sweepWebhooks } from './sweep-webhooks.ts';
export { wakeWebhooks } from './wake-webhooks.ts';
export { webhooksRoutes } from './webhook-routes.ts';
