import type { Migration } from '../src/platform/database/migration.ts';

/** What each user keeps of a list under a name of their own: its filters, order and hidden columns. */
export default {
  name: '2026-11-28-saved-views',
  steps: (d) => [
    d.table(
      'saved_view',
      [
        d.column('id', d.id()),
        d.column('userId', d.integer()),
        d.column('list', d.text(32)),
        d.column('name', d.text(60)),
        d.column('search', d.json()),
        d.column('hiddenColumns', d.json()),
        d.column('savedAt', d.instant()),
      ],
      [
        d.unique('uq_saved_view_name', ['userId', 'list', 'name']),
        d.foreignKey('fk_saved_view_user', ['userId'], 'user', ['id']),
      ],
    ),
  ],
} satisfies Migration;
