import type { Migration } from '../src/platform/database/migration.ts';

/** Codes by which a guarantor without the app says yes at the office: one for each place, kept as a keyed hash, gone when it is used. */
export default {
  name: '2027-01-03-surety-codes',
  steps: (d) => [
    d.table(
      'surety_code',
      [
        d.column('loanId', d.integer()),
        d.column('memberId', d.integer()),
        d.column('codeHash', d.text(120)),
        d.column('triesLeft', d.integer()),
        d.column('issuedByUserId', d.integer()),
        d.column('expiresAt', d.instant()),
      ],
      [
        d.primaryKey('loanId', 'memberId'),
        d.foreignKey('fk_surety_code_loan', ['loanId'], 'loan', ['id']),
        d.foreignKey('fk_surety_code_member', ['memberId'], 'member', ['id']),
      ],
    ),
  ],
} satisfies Migration;
