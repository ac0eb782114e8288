import type { Migration } from '../src/platform/database/migration.ts';

/**
 * Every reminder in one table, once for its object, its due day and the number of days before it. What was reminded by the one rule
 * there was is kept with 0 days before: nearer than any, so nobody hears of it again. That rule becomes one of each kind, with its
 * days, its reasons and whoever set it.
 */
const KINDS_OF_BEFORE = ['loanInstalment', 'depositInstalment', 'thrift', 'maturity'] as const;

export default {
  name: '2027-01-05-reminders',
  steps: (d) => [
    d.table(
      'reminder',
      [
        d.column('kind', d.text(20)),
        d.column('objectId', d.integer()),
        d.column('dueOn', d.day()),
        d.column('daysBefore', d.integer()),
        d.column('remindedOn', d.day()),
      ],
      [
        d.primaryKey('kind', 'objectId', 'dueOn', 'daysBefore'),
        d.check(
          'ck_reminder_kind',
          "kind in ('loan-instalment','deposit-instalment','thrift','maturity','kyc','meeting')",
        ),
      ],
    ),
    d.index('ix_reminder_due', 'reminder', ['dueOn']),
    'INSERT INTO reminder (kind, objectId, dueOn, daysBefore, remindedOn) ' +
      "SELECT CASE about WHEN 'instalment' THEN 'deposit-instalment' ELSE about END, depositId, dueOn, 0, remindedOn " +
      'FROM deposit_reminder',
    'INSERT INTO reminder (kind, objectId, dueOn, daysBefore, remindedOn) ' +
      "SELECT 'loan-instalment', loanId, dueOn, 0, remindedOn FROM loan_reminder WHERE about = 'due'",
    'DROP TABLE deposit_reminder',
    // What is left in it are those who were told that they are late.
    "DELETE FROM loan_reminder WHERE about = 'due'",
    ...KINDS_OF_BEFORE.map(
      (kind) =>
        'INSERT INTO setting (name, value, effectiveFrom, legalBasis, setByUserId, recordedAt, reason, approvedByUserId) ' +
        `SELECT 'reminders.${kind}', REPLACE('"#"', '#', s.value), s.effectiveFrom, s.legalBasis, s.setByUserId, s.recordedAt, ` +
        "s.reason, s.approvedByUserId FROM setting s WHERE s.name = 'deposits.remindDays'",
    ),
    ...(
      [
        ['kyc', '30, 7'],
        ['meeting', '3'],
      ] as const
    ).map(
      ([kind, days]) =>
        'INSERT INTO setting (name, value, effectiveFrom, recordedAt) ' +
        `SELECT 'reminders.${kind}', '"${days}"', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset'`,
    ),
    "DELETE FROM setting WHERE name = 'deposits.remindDays'",
  ],
} satisfies Migration;
