import type { Migration } from '../src/platform/database/migration.ts';

/** Other systems that are told of what happens, and every message to each of them. */
export default {
  name: '2027-01-01-webhooks',
  steps: (d) => [
    d.table(
      'webhook',
      [
        d.column('id', d.id()),
        d.column('name', d.text(80)),
        d.column('url', d.text(1_000)),
        d.column('events', d.json()),
        d.column('secretSealed', d.longText()),
        d.optional('previousSealed', d.longText()),
        d.optional('previousUntil', d.instant()),
        // `ended`: it was taken away; what was sent to it stays readable.
        d.column('state', d.text(8)),
        // In a row, since something arrived last.
        d.column('failures', d.integer()),
        d.optional('failedSince', d.instant()),
        d.column('nextAttemptAt', d.instant()),
        d.optional('createdByUserId', d.integer()),
        d.column('createdAt', d.instant()),
      ],
      [d.check('ck_webhook_state', "state in ('on','paused','off','ended')")],
    ),
    d.table(
      'webhook_delivery',
      [
        d.column('id', d.id()),
        d.column('webhookId', d.integer()),
        // Null for a test.
        d.optional('deliverySeq', d.integer()),
        d.column('event', d.text(64)),
        d.column('body', d.longText()),
        d.column('state', d.text(12)),
        d.column('attempts', d.integer()),
        d.optional('lastStatus', d.integer()),
        d.optional('lastProblem', d.text(16)),
        d.column('createdAt', d.instant()),
        d.optional('lastAttemptAt', d.instant()),
      ],
      [
        d.unique('uq_webhook_delivery', ['webhookId', 'deliverySeq']),
        d.foreignKey('fk_webhook_delivery_webhook', ['webhookId'], 'webhook', ['id']),
        d.check('ck_webhook_delivery_state', "state in ('waiting','delivered','failed')"),
      ],
    ),
    d.index('ix_webhook_delivery_state', 'webhook_delivery', ['webhookId', 'state', 'deliverySeq']),
    d.index('ix_webhook_delivery_age', 'webhook_delivery', ['state', 'createdAt']),
  ],
} satisfies Migration;
