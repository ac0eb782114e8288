import type { Webhook, WebhookDelivery } from '../answers.ts';

/** The word stands beside the colour always. */
export const webhookLook = {
  on: { colour: 'green', mark: '✓' },
  paused: { colour: 'gray', mark: '◌' },
  off: { colour: 'red', mark: '✕' },
} as const satisfies Record<Webhook['state'], object>;
export const deliveryLook = {
  waiting: { colour: 'yellow', mark: '◔' },
  delivered: { colour: 'green', mark: '✓' },
  failed: { colour: 'red', mark: '✕' },
} as const satisfies Record<WebhookDelivery['state'], object>;
