import type { Migration } from '../src/platform/database/migration.ts';

/**
 * What was withheld from a credit of interest and how it came about, one row for each entry that the rule looked at; and
 * the declarations that nothing is to be withheld, of which a member has one in force for a tax year.
 */
export default {
  name: '2026-11-29-interest-tax',
  steps: (d) => [
    d.table(
      'interest_tax',
      [
        d.column('entryId', d.integer()),
        d.column('memberId', d.integer()),
        // The account whose interest it is; another may have got the money.
        d.column('depositId', d.integer()),
        d.column('reason', d.text(20)),
        d.column('interest', d.money()),
        d.column('interestBefore', d.money()),
        d.column('taxBefore', d.money()),
        d.optional('threshold', d.money()),
        d.column('rate', d.text(16)),
        d.column('due', d.money()),
        d.column('tax', d.money()),
        d.column('remaining', d.money()),
      ],
      [
        d.primaryKey('entryId'),
        d.foreignKey('fk_interest_tax_entry', ['entryId'], 'journal_entry', ['id']),
        d.foreignKey('fk_interest_tax_member', ['memberId'], 'member', ['id']),
        d.foreignKey('fk_interest_tax_deposit', ['depositId'], 'deposit', ['id']),
        d.check('ck_interest_tax_tax', 'tax >= 0'),
      ],
    ),
    d.index('ix_interest_tax_member', 'interest_tax', ['memberId', 'entryId']),
    d.table(
      'tax_declaration',
      [
        d.column('id', d.id()),
        d.column('memberId', d.integer()),
        d.column('financialYear', d.text(12)),
        d.column('number', d.text(40)),
        d.column('receivedOn', d.day()),
        d.column('recordedByUserId', d.integer()),
        d.column('recordedAt', d.instant()),
        d.optional('withdrawnAt', d.instant()),
        d.optional('withdrawnByUserId', d.integer()),
        d.optional('withdrawnBecause', d.text(200)),
      ],
      [
        d.foreignKey('fk_tax_declaration_member', ['memberId'], 'member', ['id']),
        d.foreignKey('fk_tax_declaration_recorded_by', ['recordedByUserId'], 'user', ['id']),
        d.foreignKey('fk_tax_declaration_withdrawn_by', ['withdrawnByUserId'], 'user', ['id']),
      ],
    ),
    d.index('ix_tax_declaration_member', 'tax_declaration', ['memberId', 'financialYear']),
    d.index('ix_tax_declaration_year', 'tax_declaration', ['financialYear', 'id']),
  ],
} satisfies Migration;
