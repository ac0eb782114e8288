import type { Migration } from '../src/platform/database/migration.ts';

/** Who gets one deposit when its member dies; a deposit without nominees of its own goes to those of the membership. */
export default {
  name: '2026-11-30-deposit-nominees',
  steps: (d) => [
    d.table(
      'deposit_nominee',
      [
        d.column('id', d.id()),
        d.column('depositId', d.integer()),
        d.column('name', d.text(160)),
        d.column('relation', d.text(40)),
        d.column('dateOfBirth', d.day()),
        d.column('shareBasisPoints', d.integer()),
        d.optional('guardianName', d.text(160)),
        d.optional('guardianRelation', d.text(40)),
        d.optional('phone', d.text(20)),
      ],
      [
        d.foreignKey('fk_deposit_nominee_deposit', ['depositId'], 'deposit', ['id']),
        d.check('ck_deposit_nominee_share', 'shareBasisPoints > 0 and shareBasisPoints <= 10000'),
      ],
    ),
    d.index('ix_deposit_nominee_deposit', 'deposit_nominee', ['depositId', 'id']),
  ],
} satisfies Migration;
