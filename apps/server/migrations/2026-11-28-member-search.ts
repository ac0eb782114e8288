// What a member is found by: words as written, their sounds, the number and the phone, searched by prefix. Members who
// were there before are filled in by features/search/rebuild-member-terms.ts, because a sound is not made in SQL.

import type { Migration } from '../src/platform/database/migration.ts';

const migration: Migration = {
  name: '2026-11-28-member-search',
  steps: (d) => [
    d.table(
      'member_search',
      [
        d.column('kind', d.text(8)),
        d.column('term', d.text(60)),
        d.column('memberId', d.integer()),
        // All words and sounds of the member beside each of them, so that a second word is looked for in the same row.
        d.optional('words', d.text(1000)),
      ],
      [
        d.primaryKey('kind', 'term', 'memberId'),
        d.foreignKey('fk_member_search_member', ['memberId'], 'member', ['id']),
        d.check('ck_member_search_kind', "kind in ('word','sound','number','tail','phone')"),
      ],
      { isClustered: true },
    ),
    d.index('ix_member_search_member', 'member_search', ['memberId']),
    // How far the members are filled in, and by which rules.
    d.table(
      'search_progress',
      [
        d.column('name', d.text(32)),
        d.column('rules', d.text(16)),
        d.column('doneTo', d.integer()),
        d.column('updatedAt', d.instant()),
      ],
      [d.primaryKey('name')],
    ),
    'DROP TABLE `member_word`',
  ],
};

export default migration;
