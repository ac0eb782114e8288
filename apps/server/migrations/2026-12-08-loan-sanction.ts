import type { Migration } from '../src/platform/database/migration.ts';

/**
 * Who sanctions how much, as a ladder that holds from a day on, and which members are relatives of each other, so that
 * nobody decides on a loan of their family.
 */
export default {
  name: '2026-12-08-loan-sanction',
  steps: (d) => [
    d.table('sanction_ladder', [
      d.column('id', d.id()),
      d.column('effectiveFrom', d.day()),
      d.optional('legalBasis', d.text(400)),
      d.optional('reason', d.text(400)),
      d.column('setByUserId', d.integer()),
      d.optional('approvedByUserId', d.integer()),
      d.column('recordedAt', d.instant()),
    ]),
    d.index('ix_sanction_ladder', 'sanction_ladder', ['effectiveFrom', 'id']),
    d.table(
      'sanction_level',
      [
        d.column('ladderId', d.integer()),
        d.column('place', d.integer()),
        d.column('roleCode', d.text(32)),
        // None: any amount.
        d.optional('upTo', d.money()),
      ],
      [
        d.unique('uq_sanction_level', ['ladderId', 'place']),
        d.foreignKey('fk_sanction_level_ladder', ['ladderId'], 'sanction_ladder', ['id']),
      ],
    ),
    // One row for both: the smaller number stands first.
    d.table(
      'member_relative',
      [
        d.column('id', d.id()),
        d.column('memberId', d.integer()),
        d.column('relativeId', d.integer()),
        d.column('relation', d.text(24)),
        d.column('namedByUserId', d.integer()),
        d.column('recordedAt', d.instant()),
      ],
      [
        d.unique('uq_member_relative', ['memberId', 'relativeId']),
        d.foreignKey('fk_member_relative_member', ['memberId'], 'member', ['id']),
        d.foreignKey('fk_member_relative_other', ['relativeId'], 'member', ['id']),
        d.check('ck_member_relative_order', 'memberId < relativeId'),
      ],
    ),
    d.index('ix_member_relative_other', 'member_relative', ['relativeId']),
  ],
} satisfies Migration;
