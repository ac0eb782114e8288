import type { Migration } from '../src/platform/database/migration.ts';

/**
 * What is done about a late loan: whom the office spoke to and what was said, what the borrower promised, and the notice
 * letters that went out, each with the figures it named.
 */
export default {
  name: '2026-12-11-collections-desk',
  steps: (d) => [
    d.table(
      'loan_contact',
      [
        d.column('id', d.id()),
        d.column('loanId', d.integer()),
        d.column('kind', d.text(8)),
        d.column('contactedOn', d.day()),
        d.column('spokeTo', d.text(80)),
        d.column('said', d.text(400)),
        d.column('userId', d.integer()),
        d.column('recordedAt', d.instant()),
      ],
      [
        d.foreignKey('fk_loan_contact_loan', ['loanId'], 'loan', ['id']),
        d.foreignKey('fk_loan_contact_user', ['userId'], 'user', ['id']),
        d.check('ck_loan_contact_kind', "kind in ('call','visit','letter','office')"),
      ],
    ),
    d.index('ix_loan_contact_loan', 'loan_contact', ['loanId', 'id']),
    // What comes in after this place among the events of the loan keeps the promise.
    d.table(
      'loan_promise',
      [
        d.column('id', d.id()),
        d.column('loanId', d.integer()),
        d.column('amount', d.money()),
        d.column('promisedFor', d.day()),
        d.column('madeOn', d.day()),
        d.column('afterPlace', d.integer()),
        d.column('userId', d.integer()),
        d.column('recordedAt', d.instant()),
      ],
      [
        d.foreignKey('fk_loan_promise_loan', ['loanId'], 'loan', ['id']),
        d.foreignKey('fk_loan_promise_user', ['userId'], 'user', ['id']),
      ],
    ),
    d.index('ix_loan_promise_loan', 'loan_promise', ['loanId', 'id']),
    // A round ends when all that its last letter asked for is paid.
    d.table(
      'loan_notice',
      [
        d.column('id', d.id()),
        d.column('loanId', d.integer()),
        d.column('round', d.integer()),
        d.column('level', d.integer()),
        d.column('noticedOn', d.day()),
        d.column('dueSince', d.day()),
        d.column('daysPastDue', d.integer()),
        d.column('principal', d.money()),
        d.column('interest', d.money()),
        d.column('charges', d.money()),
        d.column('penalty', d.money()),
        d.column('principalOwed', d.money()),
        d.column('payBy', d.day()),
        d.column('userId', d.integer()),
        d.column('recordedAt', d.instant()),
      ],
      [
        d.foreignKey('fk_loan_notice_loan', ['loanId'], 'loan', ['id']),
        d.foreignKey('fk_loan_notice_user', ['userId'], 'user', ['id']),
        d.check('ck_loan_notice_level', 'level between 1 and 3'),
        d.unique('uq_loan_notice', ['loanId', 'round', 'level']),
      ],
    ),
    'INSERT INTO setting (name, value, effectiveFrom, recordedAt) ' +
      "SELECT 'loans.noticeDays', '15', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' " +
      "AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'loans.noticeDays')",
  ],
} satisfies Migration;
