import type { Migration } from '../src/platform/database/migration.ts';

/** A year of status changes is read without looking at the years before it. */
export default {
  name: '2026-11-28-status-changes-by-day',
  steps: (d) => [d.index('ix_member_status_change_day', 'member_status_change', ['effectiveOn', 'id'])],
} satisfies Migration;
