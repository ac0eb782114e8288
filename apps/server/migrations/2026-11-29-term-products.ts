import type { Migration } from '../src/platform/database/migration.ts';

/**
 * Fixed and recurring deposits the society offers. A version holds from a day on and is never edited: its rules stand on
 * one row, its rates beside it by term, amount and category of the depositor.
 */
export default {
  name: '2026-11-29-term-products',
  steps: (d) => [
    d.table(
      'term_product',
      [
        d.column('id', d.id()),
        d.column('code', d.text(16)),
        d.column('kind', d.text(16)),
        d.column('nameEn', d.text(80)),
        d.column('nameHi', d.text(80)),
        d.column('isOffered', d.flag()),
        d.column('minimumAmount', d.money()),
        d.optional('maximumAmount', d.money()),
        d.column('maximumMonths', d.integer()),
        d.column('compounding', d.text(16)),
        d.column('dayCount', d.text(16)),
        d.column('payout', d.text(16)),
        d.column('isPayoutDiscounted', d.flag()),
        d.column('rounding', d.text(8)),
        d.column('lockInDays', d.integer()),
        d.column('prematurePenalty', d.text(16)),
        d.column('atMaturity', d.text(24)),
        d.optional('lateFinePerHundred', d.money()),
        d.column('effectiveFrom', d.day()),
        d.optional('legalBasis', d.text(400)),
        d.optional('reason', d.text(400)),
        d.optional('setByUserId', d.integer()),
        d.optional('approvedByUserId', d.integer()),
        d.column('recordedAt', d.instant()),
      ],
      [
        d.check('ck_term_product_kind', "kind in ('fixed','recurring')"),
        d.check('ck_term_product_amount', 'minimumAmount > 0'),
      ],
    ),
    d.index('ix_term_product_code', 'term_product', ['code', 'effectiveFrom', 'id']),
    d.table(
      'term_rate',
      [
        d.column('id', d.id()),
        d.column('termProductId', d.integer()),
        d.column('category', d.text(16)),
        d.column('amountFrom', d.money()),
        d.column('termFrom', d.integer()),
        d.column('termUnit', d.text(8)),
        d.column('annualRate', d.text(16)),
      ],
      [
        d.unique('uq_term_rate', ['termProductId', 'category', 'termUnit', 'termFrom', 'amountFrom']),
        d.foreignKey('fk_term_rate_product', ['termProductId'], 'term_product', ['id']),
        d.check('ck_term_rate_unit', "termUnit in ('days','months')"),
      ],
    ),
    // A society that stands already may take fixed deposits once it has said which; its committee can forbid them.
    'INSERT INTO setting (name, value, effectiveFrom, recordedAt) ' +
      "SELECT 'deposits.fixedAllowed', 'true', p.effectiveFrom, p.recordedAt FROM setting p " +
      "WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM setting f WHERE f.name = 'deposits.fixedAllowed')",
  ],
} satisfies Migration;
