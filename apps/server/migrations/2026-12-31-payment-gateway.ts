import type { Migration } from '../src/platform/database/migration.ts';

/** A gateway that tells of payments as they come, and every message of it once. What it tells of is a line of the bank. */
export default {
  name: '2026-12-31-payment-gateway',
  steps: (d) => [
    d.table(
      'payment_gateway',
      [
        d.column('id', d.id()),
        d.column('kind', d.text(16)),
        d.column('name', d.text(80)),
        d.column('secretSealed', d.longText()),
        d.column('startedAt', d.instant()),
        // One at a time has not ended.
        d.optional('endedAt', d.instant()),
        d.optional('setByUserId', d.integer()),
        d.optional('approvedByUserId', d.integer()),
      ],
      [d.check('ck_payment_gateway_kind', "kind in ('kafal','razorpay')")],
    ),
    d.table(
      'gateway_message',
      [
        d.column('id', d.id()),
        d.column('gatewayId', d.integer()),
        d.column('eventId', d.text(80)),
        // Of its bytes: the same id never stands for two messages.
        d.column('bodyHash', d.text(64)),
        d.column('receivedAt', d.instant()),
        // What it says; the line may get the words of the bank later.
        d.column('amount', d.money()),
        d.column('number', d.text(40)),
        d.column('description', d.text(400)),
        d.column('bankLineId', d.integer()),
        // The bank or an earlier message had told of it before.
        d.column('wasKnown', d.flag()),
      ],
      [
        d.unique('uq_gateway_message', ['gatewayId', 'eventId']),
        d.foreignKey('fk_gateway_message_gateway', ['gatewayId'], 'payment_gateway', ['id']),
        d.foreignKey('fk_gateway_message_line', ['bankLineId'], 'bank_line', ['id']),
      ],
    ),
    d.index('ix_gateway_message_line', 'gateway_message', ['bankLineId']),
    // `gateway`: what holds the lines that no statement has shown yet.
    `ALTER TABLE bank_statement ADD COLUMN ${d.column('source', d.text(12), { default: 'file' })}`,
  ],
} satisfies Migration;
