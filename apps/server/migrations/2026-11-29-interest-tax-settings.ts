import type { Migration } from '../src/platform/database/migration.ts';

/**
 * A society that stands already withholds no tax until it says so, whatever its preset; the figures are those that the
 * law of the country had when the program learned of them.
 */
export default {
  name: '2026-11-29-interest-tax-settings',
  steps: () => [
    rule('tax.onInterest', ['"none"', '"none"', '"none"']),
    rule('tax.interestThreshold', ['"50000.00"', '"0.00"', '"0.00"']),
    rule('tax.interestThresholdSenior', ['"100000.00"', '"0.00"', '"0.00"']),
    rule('tax.interestRate', ['"10"', '"6"', '"15"']),
    rule('tax.interestRateWithoutPan', ['"20"', '"6"', '"15"']),
    rule('tax.seniorAge', ['60', '60', '60']),
  ],
} satisfies Migration;

/** Beside the first row of the preset, which holds from the day the books begin. */
function rule(name: string, [india, nepal, other]: readonly [string, string, string]): string {
  return (
    'INSERT INTO setting (name, value, effectiveFrom, recordedAt) ' +
    `SELECT '${name}', CASE p.value WHEN '"NP-SACCOS"' THEN '${nepal}' WHEN '"INTL-SACCO"' THEN '${other}' ELSE '${india}' END, ` +
    "p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' " +
    `AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = '${name}')`
  );
}
