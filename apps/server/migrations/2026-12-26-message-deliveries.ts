import type { Migration } from '../src/platform/database/migration.ts';

/**
 * What goes out to a person beside the app: one row for an event, a person and a channel, and how each channel fares. And
 * what each wants to be told by which way, and when not.
 */
export default {
  name: '2026-12-26-message-deliveries',
  steps: (d) => [
    d.table(
      'message_delivery',
      [
        d.column('id', d.id()),
        d.column('userId', d.integer()),
        d.column('deliverySeq', d.integer()),
        d.column('channel', d.text(5)),
        d.column('name', d.text(48)),
        d.column('state', d.text(8)),
        d.column('attempts', d.integer(), { default: 0 }),
        d.column('nextAttemptAt', d.instant()),
        d.column('createdAt', d.instant()),
        // Who marked it as being sent; of a sender that has died nobody knows more than that.
        d.optional('takenBy', d.text(32)),
        d.optional('sentTo', d.text(254)),
        d.optional('template', d.text(24)),
        d.optional('lastError', d.text(300)),
        d.optional('settledAt', d.instant()),
        d.optional('parts', d.integer()),
        d.optional('cost', d.money()),
      ],
      [
        d.unique('uq_message_delivery', ['userId', 'deliverySeq', 'channel']),
        d.foreignKey('fk_message_delivery_user', ['userId'], 'user', ['id']),
        d.check('ck_message_delivery_channel', "channel in ('email','sms')"),
        d.check('ck_message_delivery_state', "state in ('waiting','sending','sent','failed','unsure','dropped')"),
      ],
    ),
    d.index('ix_message_delivery_due', 'message_delivery', ['channel', 'state', 'nextAttemptAt']),
    d.index('ix_message_delivery_state', 'message_delivery', ['state', 'id']),
    d.index('ix_message_delivery_settled', 'message_delivery', ['settledAt', 'channel']),
    d.table(
      'message_channel',
      [
        d.column('channel', d.text(5)),
        d.optional('downSince', d.instant()),
        d.optional('lastError', d.text(300)),
        d.optional('lastSentAt', d.instant()),
      ],
      [d.primaryKey('channel')],
    ),
    // Without a row a kind goes by every way there is.
    d.table(
      'notification_choice',
      [
        d.column('userId', d.integer()),
        d.column('kind', d.text(12)),
        d.column('channel', d.text(5)),
        d.column('isOn', d.flag()),
        d.column('chosenAt', d.instant()),
      ],
      [
        d.primaryKey('userId', 'kind', 'channel'),
        d.foreignKey('fk_notification_choice_user', ['userId'], 'user', ['id']),
        d.check('ck_notification_choice_channel', "channel in ('push','email','sms')"),
      ],
    ),
    // Without a row the quiet hours of the society hold, and letters are in the language of the screens.
    d.table(
      'notification_manner',
      [
        d.column('userId', d.integer()),
        d.column('isQuiet', d.flag()),
        d.column('quietFrom', d.text(5)),
        d.column('quietTo', d.text(5)),
        d.column('language', d.text(2)),
        d.column('chosenAt', d.instant()),
      ],
      [
        d.primaryKey('userId'),
        d.foreignKey('fk_notification_manner_user', ['userId'], 'user', ['id']),
        d.check('ck_notification_manner_language', "language in ('en','hi','ne')"),
      ],
    ),
    ...[
      ['messages.quietFrom', '"22:00"'],
      ['messages.quietTo', '"06:00"'],
    ].map(
      ([name, value]) =>
        'INSERT INTO setting (name, value, effectiveFrom, recordedAt) ' +
        `SELECT '${name}', '${value}', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' ` +
        `AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = '${name}')`,
    ),
  ],
} satisfies Migration;
