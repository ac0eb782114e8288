import type { Migration } from '../src/platform/database/migration.ts';

/**
 * Loans: what the society lends and by which rules, a loan from the application to its end, its guarantors, what happened
 * to it, and its instalments as those events have made them. Events are never edited; the instalments follow from them.
 */
export default {
  name: '2026-12-01-loans',
  steps: (d) => [
    d.table(
      'loan_product',
      [
        d.column('id', d.id()),
        d.column('code', d.text(16)),
        d.column('nameEn', d.text(80)),
        d.column('nameHi', d.text(80)),
        d.column('isOffered', d.flag()),
        // Where the principal stands in the books.
        d.column('accountCode', d.text(16)),
        d.column('interestMethod', d.text(16)),
        d.column('repayment', d.text(24)),
        d.column('interestBasis', d.text(16)),
        d.column('every', d.integer()),
        d.column('unit', d.text(8)),
        d.column('minimumInstalments', d.integer()),
        d.column('maximumInstalments', d.integer()),
        d.column('minimumAmount', d.money()),
        d.column('maximumAmount', d.money()),
        d.column('annualRate', d.text(16)),
        d.column('instalmentMultiple', d.money()),
        d.column('allocation', d.text(24)),
        d.column('excess', d.text(24)),
        d.column('processingFeePercent', d.text(16)),
        d.column('processingFeeMinimum', d.money()),
        d.optional('processingFeeMaximum', d.money()),
        d.column('shareLinkPercent', d.text(16)),
        d.column('guarantorsNeeded', d.integer()),
        d.column('membershipMonths', d.integer()),
        d.column('sanctionDays', d.integer()),
        d.column('effectiveFrom', d.day()),
        d.optional('legalBasis', d.text(400)),
        d.optional('reason', d.text(400)),
        d.optional('setByUserId', d.integer()),
        d.optional('approvedByUserId', d.integer()),
        d.column('recordedAt', d.instant()),
      ],
      [d.check('ck_loan_product_amount', 'minimumAmount > 0 and maximumAmount >= minimumAmount')],
    ),
    d.index('ix_loan_product_code', 'loan_product', ['code', 'effectiveFrom', 'id']),
    d.table(
      'loan',
      [
        d.column('id', d.id()),
        d.column('number', d.text(32)),
        d.column('memberId', d.integer()),
        d.column('productCode', d.text(16)),
        // The version of the day of the application; that of the sanction once there is one.
        d.column('loanProductId', d.integer()),
        d.column('status', d.text(16)),
        d.column('askedAmount', d.money()),
        d.column('askedInstalments', d.integer()),
        d.column('purpose', d.text(200)),
        d.optional('monthlyIncome', d.money()),
        d.column('appliedOn', d.day()),
        d.column('appliedByUserId', d.integer()),
        d.optional('recommendedByUserId', d.integer()),
        d.optional('sanctionedAmount', d.money()),
        d.optional('instalments', d.integer()),
        d.optional('annualRate', d.text(16)),
        d.optional('resolutionNumber', d.text(40)),
        d.optional('sanctionedOn', d.day()),
        d.optional('validUntil', d.day()),
        d.optional('decidedByUserId', d.integer()),
        d.optional('reason', d.text(400)),
        d.optional('disbursedOn', d.day()),
        d.optional('disbursementEntryId', d.integer()),
        // Of the instalments as they stand: the oldest that is unpaid.
        d.optional('nextDueOn', d.day()),
        d.optional('closedOn', d.day()),
        d.column('version', d.integer(), { default: 1 }),
      ],
      [
        d.unique('uq_loan_number', ['number']),
        d.foreignKey('fk_loan_member', ['memberId'], 'member', ['id']),
        d.foreignKey('fk_loan_product', ['loanProductId'], 'loan_product', ['id']),
        d.foreignKey('fk_loan_disbursement', ['disbursementEntryId'], 'journal_entry', ['id']),
        d.check(
          'ck_loan_status',
          "status in ('submitted','returned','recommended','sanctioned','rejected','withdrawn','lapsed','active','closed')",
        ),
        d.check('ck_loan_amount', 'askedAmount > 0'),
      ],
    ),
    d.index('ix_loan_member', 'loan', ['memberId', 'id']),
    d.index('ix_loan_status', 'loan', ['status', 'id']),
    d.index('ix_loan_due', 'loan', ['nextDueOn', 'id']),
    d.table(
      'loan_guarantor',
      [
        d.column('id', d.id()),
        d.column('loanId', d.integer()),
        d.column('memberId', d.integer()),
        d.column('status', d.text(16)),
        d.optional('answeredAt', d.instant()),
        d.optional('answeredByUserId', d.integer()),
      ],
      [
        d.unique('uq_loan_guarantor', ['loanId', 'memberId']),
        d.foreignKey('fk_loan_guarantor_loan', ['loanId'], 'loan', ['id']),
        d.foreignKey('fk_loan_guarantor_member', ['memberId'], 'member', ['id']),
        d.check('ck_loan_guarantor_status', "status in ('asked','consented','declined')"),
      ],
    ),
    d.index('ix_loan_guarantor_member', 'loan_guarantor', ['memberId', 'id']),
    // Who did what to the application, in the order it was done.
    d.table(
      'loan_step',
      [
        d.column('id', d.id()),
        d.column('loanId', d.integer()),
        d.column('act', d.text(24)),
        d.column('userId', d.integer()),
        d.optional('note', d.text(400)),
        d.column('recordedAt', d.instant()),
      ],
      [d.foreignKey('fk_loan_step_loan', ['loanId'], 'loan', ['id'])],
    ),
    d.index('ix_loan_step', 'loan_step', ['loanId', 'id']),
    // The loan itself: its events in the order they were entered, as the engine replays them.
    d.table(
      'loan_event',
      [
        d.column('loanId', d.integer()),
        d.column('place', d.integer()),
        d.column('type', d.text(24)),
        d.column('occurredOn', d.day()),
        d.optional('amount', d.money()),
        // Of an event that takes another back: its place.
        d.optional('takesBack', d.integer()),
        d.optional('entryId', d.integer()),
        d.column('userId', d.integer()),
        d.column('recordedAt', d.instant()),
      ],
      [
        d.primaryKey('loanId', 'place'),
        d.foreignKey('fk_loan_event_loan', ['loanId'], 'loan', ['id']),
        d.foreignKey('fk_loan_event_entry', ['entryId'], 'journal_entry', ['id']),
      ],
    ),
    d.index('ix_loan_event_entry', 'loan_event', ['entryId']),
    d.table(
      'loan_instalment',
      [
        d.column('loanId', d.integer()),
        d.column('number', d.integer()),
        d.column('dueOn', d.day()),
        d.column('principal', d.money()),
        d.column('interest', d.money()),
        d.column('fee', d.money()),
        d.column('penalty', d.money()),
        d.column('paidPrincipal', d.money()),
        d.column('paidInterest', d.money()),
        d.column('paidFee', d.money()),
        d.column('paidPenalty', d.money()),
        d.optional('paidOn', d.day()),
      ],
      [d.primaryKey('loanId', 'number'), d.foreignKey('fk_loan_instalment_loan', ['loanId'], 'loan', ['id'])],
    ),
    d.index('ix_loan_instalment_due', 'loan_instalment', ['dueOn', 'loanId']),
    ...(
      [
        ['manager', 'loan.read'],
        ['manager', 'loan.apply'],
        ['manager', 'loan.recommend'],
        ['manager', 'loan.disburse'],
        ['administrator', 'loan.read'],
        ['cashier', 'loan.read'],
        ['accountant', 'loan.read'],
        ['accountant', 'loan.disburse'],
        ['loan_officer', 'loan.read'],
        ['loan_officer', 'loan.apply'],
        ['loan_officer', 'loan.recommend'],
        ['loan_officer', 'loan.disburse'],
        ['committee', 'loan.read'],
        ['committee', 'loan.decide'],
        ['auditor', 'loan.read'],
      ] as const
    ).map(([role, permission]) => grant(role, permission)),
  ],
} satisfies Migration;

function grant(role: string, permission: string): string {
  return (
    'INSERT INTO role_permission (roleCode, permission) ' +
    `SELECT r.code, '${permission}' FROM role r WHERE r.code = '${role}' AND NOT EXISTS ` +
    `(SELECT 1 FROM role_permission p WHERE p.roleCode = '${role}' AND p.permission = '${permission}')`
  );
}
