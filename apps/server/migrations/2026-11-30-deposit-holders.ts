import type { Migration } from '../src/platform/database/migration.ts';

/**
 * Who holds a deposit beside the member whose it is in the books, and who may take money out: `deposit.memberId` stays the
 * first holder, to whom interest and tax belong. Of a minor's account the guardian acts.
 */
export default {
  name: '2026-11-30-deposit-holders',
  steps: (d) => [
    `ALTER TABLE deposit ADD COLUMN ${d.column('operatingMode', d.text(24), { default: 'single' })}`,
    `ALTER TABLE deposit ADD COLUMN ${d.optional('guardianName', d.text(120))}`,
    d.table(
      'deposit_holder',
      [d.column('depositId', d.integer()), d.column('memberId', d.integer()), d.column('place', d.integer())],
      [
        d.primaryKey('depositId', 'memberId'),
        d.unique('uq_deposit_holder_place', ['depositId', 'place']),
        d.foreignKey('fk_deposit_holder_deposit', ['depositId'], 'deposit', ['id']),
        d.foreignKey('fk_deposit_holder_member', ['memberId'], 'member', ['id']),
      ],
    ),
    d.index('ix_deposit_holder_member', 'deposit_holder', ['memberId', 'depositId']),
  ],
} satisfies Migration;
