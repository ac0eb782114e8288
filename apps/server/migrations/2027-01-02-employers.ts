import type { Migration } from '../src/platform/database/migration.ts';

/** Employers who hand over what they keep back from wages, and which members work for them. */
export default {
  name: '2027-01-02-employers',
  steps: (d) => [
    d.table(
      'employer',
      [
        d.column('id', d.id()),
        d.column('name', d.text(120)),
        // The name without differences of case and spacing, so that one employer stands once.
        d.column('nameKey', d.text(120)),
        d.column('version', d.integer(), { default: 1 }),
      ],
      [d.unique('uq_employer_name', ['nameKey'])],
    ),
    d.table(
      'member_employment',
      [
        d.column('memberId', d.integer()),
        d.column('employerId', d.integer()),
        // The employer's own number of the person, by which a pay office finds them.
        d.optional('employeeNumber', d.text(32)),
      ],
      [
        d.primaryKey('memberId'),
        d.foreignKey('fk_member_employment_member', ['memberId'], 'member', ['id']),
        d.foreignKey('fk_member_employment_employer', ['employerId'], 'employer', ['id']),
      ],
    ),
    d.index('ix_member_employment_employer', 'member_employment', ['employerId', 'memberId']),
  ],
} satisfies Migration;
