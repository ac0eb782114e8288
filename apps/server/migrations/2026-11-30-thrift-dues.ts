import type { Migration } from '../src/platform/database/migration.ts';

/**
 * What compulsory thrift is due each month. What was paid is read from the books, the oldest due first, so each due also
 * says what all of them come to up to it. A society that stands already raises none, and reminds of nothing, until it says
 * so; its thrift is credited once a year, with the last month of the books.
 */
export default {
  name: '2026-11-30-thrift-dues',
  steps: (d) => [
    d.table(
      'thrift_due',
      [
        d.column('depositId', d.integer()),
        d.column('dueOn', d.day()),
        d.column('amount', d.money()),
        d.column('raised', d.money()),
        // Paid up to this day, the month is not in arrear.
        d.column('graceTo', d.day()),
      ],
      [
        d.primaryKey('depositId', 'dueOn'),
        d.foreignKey('fk_thrift_due_deposit', ['depositId'], 'deposit', ['id']),
        d.check('ck_thrift_due_amount', 'amount > 0'),
      ],
    ),
    "UPDATE deposit_product SET interestMonths = '3' WHERE kind = 'thrift'",
    rule('thrift.monthlyDue', 'null'),
    rule('thrift.dueDay', '1'),
    rule('thrift.graceDay', '10'),
  ],
} satisfies Migration;

/** The first row of the preset was written at set-up and holds from the day the books begin. */
function rule(name: string, value: string): string {
  return (
    'INSERT INTO setting (name, value, effectiveFrom, recordedAt) ' +
    `SELECT '${name}', '${value}', p.effectiveFrom, p.recordedAt FROM setting p ` +
    `WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = '${name}')`
  );
}
