import type { Migration } from '../src/platform/database/migration.ts';

/**
 * Commission is counted by the months of the society's own calendar, so a month says on which day it began. What stands was
 * a month of the common calendar and says nothing.
 */
export default {
  name: '2026-12-03-commission-months',
  steps: (d) => [`ALTER TABLE agent_commission ADD COLUMN ${d.optional('monthStartsOn', d.day())}`],
} satisfies Migration;
