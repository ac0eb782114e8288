import type { Migration } from '../src/platform/database/migration.ts';

/** From which day on a member is, or is no longer, of the society's staff: the rate card has rates for them. */
export default {
  name: '2026-12-01-staff-standings',
  steps: (d) => [
    d.table(
      'staff_standing',
      [
        d.column('id', d.id()),
        d.column('memberId', d.integer()),
        d.column('isStaff', d.flag()),
        d.column('effectiveFrom', d.day()),
        d.column('reason', d.text(200)),
        d.column('setByUserId', d.integer()),
        d.column('approvedByUserId', d.integer()),
        d.column('recordedAt', d.instant()),
      ],
      [
        d.foreignKey('fk_staff_standing_member', ['memberId'], 'member', ['id']),
        d.foreignKey('fk_staff_standing_set_by', ['setByUserId'], 'user', ['id']),
        d.foreignKey('fk_staff_standing_approved_by', ['approvedByUserId'], 'user', ['id']),
      ],
    ),
    d.index('ix_staff_standing_member', 'staff_standing', ['memberId', 'effectiveFrom', 'id']),
  ],
} satisfies Migration;
