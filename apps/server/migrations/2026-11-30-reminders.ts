import type { Migration } from '../src/platform/database/migration.ts';

/** Of what a member was reminded before its day: once for each account and day. */
export default {
  name: '2026-11-30-reminders',
  steps: (d) => [
    d.table(
      'deposit_reminder',
      [
        d.column('depositId', d.integer()),
        d.column('about', d.text(16)),
        d.column('dueOn', d.day()),
        d.column('remindedOn', d.day()),
      ],
      [
        d.primaryKey('depositId', 'about', 'dueOn'),
        d.foreignKey('fk_deposit_reminder_deposit', ['depositId'], 'deposit', ['id']),
        d.check('ck_deposit_reminder_about', "about in ('maturity','instalment','thrift')"),
      ],
    ),
    'INSERT INTO setting (name, value, effectiveFrom, recordedAt) ' +
      "SELECT 'deposits.remindDays', '3', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' " +
      "AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'deposits.remindDays')",
  ],
} satisfies Migration;
