import type { Migration } from '../src/platform/database/migration.ts';

/**
 * What a member is asked to pay, or wants to, from a phone: what for, its reference, until when, and what the member says
 * about having paid. Nothing here is money; that comes with a receipt.
 */
export default {
  name: '2026-12-21-payment-requests',
  steps: (d) => [
    d.table(
      'payment_request',
      [
        d.column('id', d.id()),
        d.column('reference', d.text(16)),
        d.column('memberId', d.integer()),
        d.column('scheme', d.text(12)),
        // What is paid for, as a receipt at the counter takes it, and how the lines read.
        d.column('asked', d.json()),
        d.column('shown', d.json()),
        d.column('amount', d.money()),
        // The very link or code that is shown, whatever becomes of the society's address later.
        d.column('payload', d.longText()),
        d.column('payeeName', d.text(160)),
        d.column('payeeAddress', d.text(320)),
        d.column('status', d.text(12)),
        d.column('askedByUserId', d.integer()),
        d.column('askedAt', d.instant()),
        d.column('askedOn', d.day()),
        d.column('expiresAt', d.instant()),
        d.column('expiresOn', d.day()),
        d.optional('shownAt', d.instant()),
        d.optional('claimedNumber', d.text(35)),
        d.optional('claimedAt', d.instant()),
        d.optional('claimedByUserId', d.integer()),
        d.optional('receiptId', d.integer()),
        d.optional('endedAt', d.instant()),
        d.optional('endedByUserId', d.integer()),
        d.optional('reason', d.text(400)),
      ],
      [
        d.unique('uq_payment_request_reference', ['reference']),
        // The number of a payment is said of one request only.
        d.unique('uq_payment_request_claim', ['claimedNumber']),
        d.foreignKey('fk_payment_request_member', ['memberId'], 'member', ['id']),
        d.foreignKey('fk_payment_request_receipt', ['receiptId'], 'receipt', ['id']),
        d.check('ck_payment_request_amount', 'amount > 0'),
        d.check('ck_payment_request_status', "status in ('created','shown','claimed','receipted','rejected')"),
        d.check('ck_payment_request_receipt', "(status = 'receipted') = (receiptId is not null)"),
      ],
    ),
    d.index('ix_payment_request_member', 'payment_request', ['memberId', 'id']),
    d.index('ix_payment_request_status', 'payment_request', ['status', 'id']),
    d.index('ix_payment_request_amount', 'payment_request', ['amount', 'id']),
    setting('payments.scheme', '"upi"', '<> \'"NP-SACCOS"\''),
    setting('payments.scheme', '"nepal-qr"', '= \'"NP-SACCOS"\''),
    setting('payments.upiAddress', 'null'),
    setting('payments.nepalCode', 'null'),
    setting('payments.payeeName', 'null'),
    setting('payments.requestMinutes', '60'),
    setting('payments.bankAccount', '"1201"'),
  ],
} satisfies Migration;

function setting(name: string, value: string, preset = 'is not null'): string {
  return (
    'INSERT INTO setting (name, value, effectiveFrom, recordedAt) ' +
    `SELECT '${name}', '${value}', p.effectiveFrom, p.recordedAt FROM setting p ` +
    `WHERE p.name = 'society.preset' AND p.value ${preset} ` +
    `AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = '${name}')`
  );
}
