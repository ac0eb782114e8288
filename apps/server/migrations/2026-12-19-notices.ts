import type { Migration } from '../src/platform/database/migration.ts';

/**
 * What the society tells: notices in one to three languages, with a PDF where one belongs to them, whom a notice to a group
 * was for when it was published, and who has read it. Nothing of it is ever deleted; a notice that is taken away is archived.
 */
export default {
  name: '2026-12-19-notices',
  steps: (d) => [
    d.table(
      'notice',
      [
        d.column('id', d.id()),
        d.column('kind', d.text(12)),
        d.column('priority', d.text(8)),
        d.column('audience', d.text(24)),
        // What is over its last day keeps its status: that is seen by the clock.
        d.column('status', d.text(12)),
        d.optional('publishOn', d.day()),
        d.optional('publishTime', d.text(5)),
        d.optional('publishAt', d.instant()),
        d.optional('expiresOn', d.day()),
        d.optional('expiresAt', d.instant()),
        d.column('isPinned', d.flag()),
        // When it was published, will be, or was begun: the order of the lists.
        d.column('sortAt', d.instant()),
        d.column('createdByUserId', d.integer()),
        d.column('createdAt', d.instant()),
        d.optional('publishedByUserId', d.integer()),
        d.optional('publishedAt', d.instant()),
        d.optional('archivedByUserId', d.integer()),
        d.optional('archivedAt', d.instant()),
        d.column('version', d.integer(), { default: 1 }),
      ],
      [
        d.foreignKey('fk_notice_creator', ['createdByUserId'], 'user', ['id']),
        d.foreignKey('fk_notice_publisher', ['publishedByUserId'], 'user', ['id']),
        d.foreignKey('fk_notice_archiver', ['archivedByUserId'], 'user', ['id']),
        d.check('ck_notice_kind', "kind in ('general','important','urgent','event')"),
        d.check('ck_notice_priority', "priority in ('low','medium','high')"),
        d.check('ck_notice_status', "status in ('draft','scheduled','published','archived')"),
      ],
    ),
    d.index('ix_notice_order', 'notice', ['status', 'isPinned', 'sortAt', 'id']),
    d.table(
      'notice_text',
      [
        d.column('noticeId', d.integer()),
        d.column('language', d.text(2)),
        d.column('title', d.text(160)),
        d.column('text', d.longText()),
      ],
      [
        d.primaryKey('noticeId', 'language'),
        d.foreignKey('fk_notice_text_notice', ['noticeId'], 'notice', ['id']),
        d.check('ck_notice_text_language', "language in ('en','hi','ne')"),
      ],
    ),
    // One holds; those before it are kept.
    d.table(
      'notice_file',
      [
        d.column('id', d.text(22)),
        d.column('noticeId', d.integer()),
        d.column('name', d.text(120)),
        d.column('status', d.text(8)),
        d.column('addedByUserId', d.integer()),
        d.column('addedAt', d.instant()),
      ],
      [
        d.primaryKey('id'),
        d.foreignKey('fk_notice_file_notice', ['noticeId'], 'notice', ['id']),
        d.foreignKey('fk_notice_file_stored', ['id'], 'stored_file', ['id']),
        d.check('ck_notice_file_status', "status in ('current','replaced')"),
      ],
    ),
    d.index('ix_notice_file_notice', 'notice_file', ['noticeId', 'status']),
    d.table(
      'notice_receiver',
      [d.column('noticeId', d.integer()), d.column('memberId', d.integer())],
      [
        d.primaryKey('noticeId', 'memberId'),
        d.foreignKey('fk_notice_receiver_notice', ['noticeId'], 'notice', ['id']),
        d.foreignKey('fk_notice_receiver_member', ['memberId'], 'member', ['id']),
      ],
    ),
    d.table(
      'notice_read',
      [d.column('noticeId', d.integer()), d.column('userId', d.integer()), d.column('readAt', d.instant())],
      [
        d.primaryKey('noticeId', 'userId'),
        d.foreignKey('fk_notice_read_notice', ['noticeId'], 'notice', ['id']),
        d.foreignKey('fk_notice_read_user', ['userId'], 'user', ['id']),
      ],
    ),
    d.index('ix_notice_read_user', 'notice_read', ['userId', 'noticeId']),
    'INSERT INTO setting (name, value, effectiveFrom, recordedAt) ' +
      "SELECT 'notices.maturingDays', '30', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' " +
      "AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = 'notices.maturingDays')",
    ...['administrator', 'manager'].map(
      (role) =>
        'INSERT INTO role_permission (roleCode, permission) ' +
        `SELECT r.code, 'notice.write' FROM role r WHERE r.code = '${role}' AND NOT EXISTS ` +
        `(SELECT 1 FROM role_permission p WHERE p.roleCode = '${role}' AND p.permission = 'notice.write')`,
    ),
  ],
} satisfies Migration;
