import type { Migration } from '../src/platform/database/migration.ts';

/** What was begun of a question for a loan, one for each member, until it is asked or thrown away. */
export default {
  name: '2026-12-23-loan-drafts',
  steps: (d) => [
    d.table(
      'loan_draft',
      [
        d.column('memberId', d.integer()),
        // As it was typed, whether it could be asked or not.
        d.column('asked', d.json()),
        d.column('savedByUserId', d.integer()),
        d.column('savedAt', d.instant()),
      ],
      [d.primaryKey('memberId'), d.foreignKey('fk_loan_draft_member', ['memberId'], 'member', ['id'])],
    ),
  ],
} satisfies Migration;
