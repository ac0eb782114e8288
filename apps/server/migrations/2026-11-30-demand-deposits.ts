import type { Migration } from '../src/platform/database/migration.ts';

/** Code, kind, name in English and Hindi, account, smallest sum, withdrawal, interest, and the rate in India, Nepal and elsewhere. */
const KINDS = [
  ['CD', 'thrift', 'Compulsory thrift', 'अनिवार्य बचत जमा', '2102', 0, 'membership', 'thrift', '6', '6', '5'],
  ['DD', 'daily', 'Daily deposit', 'दैनिक जमा', '2131', 1_000, 'free', 'daily', '3.25', '5', '3'],
  ['GS', 'goal', 'Goal savings', 'लक्ष्य बचत', '2101', 0, 'goal', 'savings', '5', '6', '4'],
  ['OS', 'optional', 'Optional savings', 'ऐच्छिक बचत', '2101', 0, 'free', 'savings', '4.5', '6', '3.5'],
  ['ES', 'emergency', 'Emergency savings', 'आपात बचत', '2101', 0, 'free', 'savings', '4', '5', '3'],
] as const;

/**
 * Deposits without a term beside savings. A product says whether it is offered, the smallest sum, who may take money out
 * and when, and by which rule it earns; an account keeps the first two of the money as it was opened. A society that
 * stands already has the new kinds as rows that it does not offer yet.
 */
export default {
  name: '2026-11-30-demand-deposits',
  steps: (d) => [
    `ALTER TABLE deposit_product ADD COLUMN ${d.column('isOffered', d.flag(), { default: 1 })}`,
    `ALTER TABLE deposit_product ADD COLUMN ${d.column('minimumDeposit', d.money(), { default: 0 })}`,
    `ALTER TABLE deposit_product ADD COLUMN ${d.column('withdrawal', d.text(16), { default: 'free' })}`,
    `ALTER TABLE deposit_product ADD COLUMN ${d.column('interestRule', d.text(16), { default: 'savings' })}`,
    "UPDATE deposit_product SET interestRule = 'none' WHERE kind = 'current' AND annualRate = '0'",
    ...KINDS.map(startingRow),

    `ALTER TABLE deposit ADD COLUMN ${d.column('minimumDeposit', d.money(), { default: 0 })}`,
    `ALTER TABLE deposit ADD COLUMN ${d.column('withdrawal', d.text(16), { default: 'free' })}`,
    d.table(
      'deposit_goal',
      [
        d.column('depositId', d.integer()),
        d.column('purpose', d.text(80)),
        d.column('target', d.money()),
        d.column('targetOn', d.day()),
      ],
      [
        d.primaryKey('depositId'),
        d.foreignKey('fk_deposit_goal_deposit', ['depositId'], 'deposit', ['id']),
        d.check('ck_deposit_goal_target', 'target > 0'),
      ],
    ),
  ],
} satisfies Migration;

/** The first row of the preset was written at set-up and holds from the day the books begin. */
function startingRow([
  code,
  kind,
  en,
  hi,
  account,
  minimum,
  withdrawal,
  rule,
  india,
  nepal,
  other,
]: (typeof KINDS)[number]) {
  return (
    'INSERT INTO deposit_product (code, kind, nameEn, nameHi, accountCode, minimumBalance, minimumDeposit, withdrawal, ' +
    'interestRule, annualRate, isOffered, effectiveFrom, legalBasis, recordedAt) ' +
    `SELECT '${code}', '${kind}', '${en}', '${hi}', '${account}', 0, ${minimum}, '${withdrawal}', '${rule}', ` +
    `CASE p.value WHEN '"NP-SACCOS"' THEN '${nepal}' WHEN '"INTL-SACCO"' THEN '${other}' ELSE '${india}' END, ` +
    "0, p.effectiveFrom, 'Starting value; the committee decides by resolution.', p.recordedAt FROM setting p " +
    `WHERE p.name = 'society.preset' AND NOT EXISTS (SELECT 1 FROM deposit_product w WHERE w.code = '${code}')`
  );
}
