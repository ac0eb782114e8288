import type { Migration } from '../src/platform/database/migration.ts';

/** A refresh whose answer was lost may be asked for again: which answers were given, and which are known to have arrived. */
export default {
  name: '2026-11-29-session-generations',
  steps: (d) => [
    `ALTER TABLE session ADD COLUMN ${d.column('generation', d.integer(), { default: 0 })}`,
    `ALTER TABLE session ADD COLUMN ${d.column('arrivedGeneration', d.integer(), { default: 0 })}`,
  ],
} satisfies Migration;
