import type { Migration } from '../src/platform/database/migration.ts';

/**
 * Who may borrow by a version of a product, each rule hard or to be overridden by somebody; and which soft rules a loan
 * was lent against, by whom and why. What stands asks for nothing but months of membership, until the society says so.
 */
export default {
  name: '2026-12-05-loan-eligibility',
  steps: (d) => [
    d.table(
      'loan_eligibility_rule',
      [
        d.column('loanProductId', d.integer()),
        d.column('kind', d.text(24)),
        // Of a multiple a decimal, of days a whole number, of the income a per cent, else an amount.
        d.column('ruleLimit', d.text(24)),
        // Null: the rule is hard.
        d.optional('overrideBy', d.text(16)),
      ],
      [
        d.primaryKey('loanProductId', 'kind'),
        d.foreignKey('fk_loan_eligibility_product', ['loanProductId'], 'loan_product', ['id']),
        d.check('ck_loan_eligibility_override', "overrideBy in ('recommender','decider')"),
      ],
    ),
    d.table(
      'loan_override',
      [
        d.column('id', d.id()),
        d.column('loanId', d.integer()),
        d.column('kind', d.text(24)),
        // As they stood; no value: the income was not known.
        d.optional('ruleValue', d.text(24)),
        d.column('ruleLimit', d.text(24)),
        d.column('note', d.text(400)),
        d.column('userId', d.integer()),
        d.column('recordedAt', d.instant()),
      ],
      [
        d.foreignKey('fk_loan_override_loan', ['loanId'], 'loan', ['id']),
        d.foreignKey('fk_loan_override_user', ['userId'], 'user', ['id']),
      ],
    ),
    d.index('ix_loan_override', 'loan_override', ['loanId', 'id']),
  ],
} satisfies Migration;
