import type { Migration } from '../src/platform/database/migration.ts';

/**
 * Through whom the society sends SMS, and the texts that are registered for it. A text is never changed: a new version
 * takes its place, and what was sent can be read for ever.
 */
export default {
  name: '2026-12-27-sms',
  steps: (d) => [
    d.table('sms_provider', [
      d.column('id', d.id()),
      d.column('name', d.text(80)),
      d.column('url', d.text(400)),
      // The request as the provider wants it, with slots for the number, the text and the ids.
      d.column('body', d.longText()),
      d.column('authHeader', d.text(60)),
      d.column('secretSealed', d.longText()),
      d.column('sender', d.text(11)),
      d.column('entityId', d.text(30)),
      d.column('startedAt', d.instant()),
      // One at a time has not ended.
      d.optional('endedAt', d.instant()),
      d.optional('setByUserId', d.integer()),
      d.optional('approvedByUserId', d.integer()),
    ]),
    d.table(
      'sms_template',
      [
        d.column('id', d.id()),
        d.column('event', d.text(48)),
        d.column('language', d.text(2)),
        d.column('version', d.integer()),
        d.column('text', d.longText()),
        // What stands in each {#var#}, in their order.
        d.column('slots', d.json()),
        d.column('dltId', d.text(30)),
        d.column('startedAt', d.instant()),
        d.optional('endedAt', d.instant()),
        d.optional('setByUserId', d.integer()),
        d.optional('approvedByUserId', d.integer()),
      ],
      [
        d.unique('uq_sms_template', ['event', 'language', 'version']),
        d.check('ck_sms_template_language', "language in ('en','hi','ne')"),
      ],
    ),
    d.index('ix_sms_template_open', 'sms_template', ['endedAt', 'event']),
    'INSERT INTO setting (name, value, effectiveFrom, recordedAt) ' +
      "SELECT 'messages.smsPrice', '\"0.00\"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' " +
      "AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'messages.smsPrice')",
  ],
} satisfies Migration;
