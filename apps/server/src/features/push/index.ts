// Messages to a phone whose app is closed: Web Push, sent by the society itself.

export { pushMessages } from './messages.ts';
export { pushRoutes } from './push-routes.ts';
export { type Notified, queuePushes, queuePushesOfEvent } from './queue-pushes.ts';
export { sweepPushes } from './send-pushes.ts';
