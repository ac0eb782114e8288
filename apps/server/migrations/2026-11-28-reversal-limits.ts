import type { Migration } from '../src/platform/database/migration.ts';

const notThere = (name: string) => `NOT EXISTS (SELECT 1 FROM setting AS there WHERE there.name = '${name}')`;

/**
 * A society that is at work already takes back alone what it pays out alone, and only on the same day. A new one gets
 * both settings at set-up; to see that it is right, read the rows of `limit.reversalApproval` and `limit.reversalDays`.
 */
export default {
  name: '2026-11-28-reversal-limits',
  steps: () => [
    'INSERT INTO setting (name, value, effectiveFrom, legalBasis, setByUserId, recordedAt) ' +
      "SELECT 'limit.reversalApproval', value, effectiveFrom, legalBasis, setByUserId, recordedAt FROM setting " +
      `WHERE name = 'limit.withdrawalApproval' AND ${notThere('limit.reversalApproval')}`,
    'INSERT INTO setting (name, value, effectiveFrom, legalBasis, setByUserId, recordedAt) ' +
      "SELECT 'limit.reversalDays', '0', effectiveFrom, legalBasis, setByUserId, recordedAt FROM setting " +
      `WHERE name = 'limit.valueDateDays' AND ${notThere('limit.reversalDays')}`,
  ],
} satisfies Migration;
