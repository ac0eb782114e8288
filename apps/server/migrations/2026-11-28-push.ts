import type { Migration } from '../src/platform/database/migration.ts';

/** Where a member's phone may be told, and what still has to be told there. */
export default {
  name: '2026-11-28-push',
  steps: (d) => [
    d.table(
      'push_subscription',
      [
        d.column('id', d.id()),
        d.column('userId', d.integer()),
        // One device a session: it is told nothing once the session has ended.
        d.column('sessionId', d.text(40)),
        d.column('endpoint', d.text(1_000)),
        d.column('endpointHash', d.text(64)),
        d.column('p256dh', d.text(100)),
        d.column('auth', d.text(40)),
        d.column('createdAt', d.instant()),
      ],
      [
        d.unique('uq_push_subscription_session', ['sessionId']),
        d.unique('uq_push_subscription_endpoint', ['endpointHash']),
        d.foreignKey('fk_push_subscription_user', ['userId'], 'user', ['id']),
      ],
    ),
    d.index('ix_push_subscription_user', 'push_subscription', ['userId']),
    d.table(
      'push_message',
      [
        d.column('id', d.id()),
        d.column('subscriptionId', d.integer()),
        d.column('deliverySeq', d.integer()),
        d.column('name', d.text(48)),
        d.column('state', d.text(8)),
        d.column('attempts', d.integer(), { default: 0 }),
        d.column('nextAttemptAt', d.instant()),
      ],
      [
        // One event is told to one device once.
        d.unique('uq_push_message_event', ['subscriptionId', 'deliverySeq']),
        d.foreignKey('fk_push_message_subscription', ['subscriptionId'], 'push_subscription', ['id']),
        d.check('ck_push_message_state', "state in ('waiting','sending')"),
      ],
    ),
    d.index('ix_push_message_due', 'push_message', ['state', 'nextAttemptAt']),
  ],
} satisfies Migration;
