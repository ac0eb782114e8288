import type { Migration } from '../src/platform/database/migration.ts';

/** Waivers and what else is done about a loan that goes wrong: who asked, who agreed, why, and how the loan stood before and after. */
export default {
  name: '2026-12-10-loan-measures',
  steps: (d) => [
    d.table(
      'loan_measure',
      [
        d.column('id', d.id()),
        d.column('loanId', d.integer()),
        d.column('kind', d.text(16)),
        d.column('takenOn', d.day()),
        d.column('place', d.integer()),
        d.column('reason', d.text(400)),
        d.optional('resolutionNumber', d.text(40)),
        d.optional('resolutionOn', d.day()),
        d.column('figures', d.json()),
        d.optional('entryId', d.integer()),
        d.column('askedByUserId', d.integer()),
        d.column('agreedByUserId', d.integer()),
        d.column('recordedAt', d.instant()),
        d.optional('takenBackOn', d.day()),
        d.optional('takenBackReason', d.text(400)),
      ],
      [
        d.unique('uq_loan_measure', ['loanId', 'place']),
        d.foreignKey('fk_loan_measure_loan', ['loanId'], 'loan', ['id']),
        d.foreignKey('fk_loan_measure_entry', ['entryId'], 'journal_entry', ['id']),
      ],
    ),
    d.index('ix_loan_measure_entry', 'loan_measure', ['entryId']),
    d.index('ix_loan_measure_day', 'loan_measure', ['kind', 'takenOn', 'id']),
  ],
} satisfies Migration;
