import type { Migration } from '../src/platform/database/migration.ts';

/**
 * What is given as security for a loan, how it was valued, and who received it and gave it back; which security a version of
 * a product asks for. What stands asks for none.
 */
export default {
  name: '2026-12-14-collateral',
  steps: (d) => [
    `ALTER TABLE loan_product ADD COLUMN ${d.optional('collateralRules', d.json())}`,
    d.table(
      'loan_collateral',
      [
        d.column('id', d.id()),
        d.column('loanId', d.integer()),
        d.column('kind', d.text(16)),
        d.column('status', d.text(16)),
        d.column('description', d.text(200)),
        d.column('ownerName', d.text(120)),
        d.column('value', d.money()),
        d.column('valuedBy', d.text(80)),
        d.column('valuedOn', d.day()),
        // Of gold: weights in whole milligrams, fineness in parts of a thousand, the rate of a gram of pure gold.
        d.optional('packetNumber', d.text(32)),
        d.optional('pieces', d.integer()),
        d.optional('grossMilligrams', d.integer()),
        d.optional('deductionMilligrams', d.integer()),
        d.optional('purity', d.integer()),
        d.optional('ratePerGram', d.money()),
        // Of a deposit, with the lien that was put on it.
        d.optional('depositId', d.integer()),
        d.optional('restrictionId', d.integer()),
        d.column('offeredByUserId', d.integer()),
        d.column('recordedAt', d.instant()),
        d.optional('keptWhere', d.text(120)),
        d.optional('receivedOn', d.day()),
        d.optional('receivedByUserId', d.integer()),
        d.optional('receiptAgreedByUserId', d.integer()),
        d.optional('releasedOn', d.day()),
        d.optional('releasedTo', d.text(120)),
        d.optional('releasedByUserId', d.integer()),
        d.optional('releaseAgreedByUserId', d.integer()),
      ],
      [
        d.foreignKey('fk_loan_collateral_loan', ['loanId'], 'loan', ['id']),
        d.foreignKey('fk_loan_collateral_deposit', ['depositId'], 'deposit', ['id']),
        d.foreignKey('fk_loan_collateral_restriction', ['restrictionId'], 'deposit_restriction', ['id']),
        d.check('ck_loan_collateral_kind', "kind in ('gold','deposit','property','vehicle','other')"),
        d.check('ck_loan_collateral_status', "status in ('offered','held','released','removed')"),
        d.check('ck_loan_collateral_value', 'value > 0'),
      ],
    ),
    d.index('ix_loan_collateral_loan', 'loan_collateral', ['loanId', 'id']),
    d.index('ix_loan_collateral_status', 'loan_collateral', ['status', 'id']),
    'INSERT INTO setting (name, value, effectiveFrom, recordedAt) ' +
      "SELECT 'loans.goldRate', 'null', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' " +
      "AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'loans.goldRate')",
  ],
} satisfies Migration;
