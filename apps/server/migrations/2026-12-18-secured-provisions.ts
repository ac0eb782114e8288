import type { Migration } from '../src/platform/database/migration.ts';

/**
 * What of the principal that a provision was counted from was secured; of those before nothing was. A lien that a matured deposit
 * has passed on is found by the one before.
 */
export default {
  name: '2026-12-18-secured-provisions',
  steps: (d) => [
    `ALTER TABLE loan_provision ADD COLUMN ${d.column('secured', d.money(), { default: 0 })}`,
    d.index('ix_deposit_restriction_moved', 'deposit_restriction', ['movedFromId']),
  ],
} satisfies Migration;
