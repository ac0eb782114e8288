import type { Migration } from '../src/platform/database/migration.ts';

/** What the staff note about a member, and the way to a member's questions that wait for a second person. */
export default {
  name: '2026-11-28-member-notes',
  steps: (d) => [
    d.table(
      'member_note',
      [
        d.column('id', d.id()),
        d.column('memberId', d.integer()),
        d.column('text', d.text(1_000)),
        d.column('writtenByUserId', d.integer()),
        d.column('writtenAt', d.instant()),
      ],
      [
        d.foreignKey('fk_member_note_member', ['memberId'], 'member', ['id']),
        d.foreignKey('fk_member_note_user', ['writtenByUserId'], 'user', ['id']),
      ],
    ),
    d.index('ix_member_note', 'member_note', ['memberId', 'id']),
    d.index('ix_approval_request_member', 'approval_request', ['memberId', 'id']),
  ],
} satisfies Migration;
