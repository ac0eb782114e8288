import type { Migration } from '../src/platform/database/migration.ts';

const withSecondPerson = ['fee', 'deposit_product'];

/**
 * A rule of the society names who asked for it, who said yes, and why. A fee and a product may be put right on the day
 * they begin: of two rows for one day the later one holds. Tills get a cashier and a limit, the year its holidays.
 */
export default {
  name: '2026-11-28-rules-of-two',
  steps: (d) => [
    `ALTER TABLE setting ADD COLUMN ${d.optional('reason', d.text(400))}`,
    `ALTER TABLE setting ADD COLUMN ${d.optional('approvedByUserId', d.integer())}`,
    ...withSecondPerson.flatMap((table) => [
      `ALTER TABLE ${table} ADD COLUMN ${d.optional('reason', d.text(400))}`,
      `ALTER TABLE ${table} ADD COLUMN ${d.optional('setByUserId', d.integer())}`,
      `ALTER TABLE ${table} ADD COLUMN ${d.optional('approvedByUserId', d.integer())}`,
      `ALTER TABLE ${table} ADD COLUMN ${d.optional('recordedAt', d.instant())}`,
    ]),
    d.kind === 'sqlite' ? 'DROP INDEX uq_fee_code' : 'ALTER TABLE fee DROP INDEX uq_fee_code',
    d.index('ix_fee_code', 'fee', ['code', 'effectiveFrom', 'id']),
    d.kind === 'sqlite' ? 'DROP INDEX uq_deposit_product' : 'ALTER TABLE deposit_product DROP INDEX uq_deposit_product',
    d.index('ix_deposit_product_code', 'deposit_product', ['code', 'effectiveFrom', 'id']),

    `ALTER TABLE till ADD COLUMN ${d.optional('assignedUserId', d.integer())}`,
    `ALTER TABLE till ADD COLUMN ${d.optional('cashLimit', d.money())}`,
    `ALTER TABLE till ADD COLUMN ${d.column('version', d.integer(), { default: 1 })}`,

    d.table(
      'holiday',
      [
        d.column('day', d.day()),
        d.column('nameEn', d.text(80)),
        d.column('nameHi', d.text(80)),
        d.optional('recordedByUserId', d.integer()),
        d.column('recordedAt', d.instant()),
      ],
      [d.primaryKey('day')],
    ),
    // A society that stands already rests on the day its country does, from its first day on.
    'INSERT INTO setting (name, value, effectiveFrom, recordedAt) ' +
      "SELECT 'calendar.weeklyOffs', CASE WHEN p.value = '\"NP-SACCOS\"' THEN '\"saturday\"' ELSE '\"sunday\"' END, " +
      'p.effectiveFrom, p.recordedAt FROM setting p ' +
      "WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'calendar.weeklyOffs')",
  ],
} satisfies Migration;
