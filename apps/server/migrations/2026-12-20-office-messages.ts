import type { Migration } from '../src/platform/database/migration.ts';

/**
 * What members write to the office, and what became of it: one row for each matter, and under it, never changed, everything that
 * was written or done.
 */
export default {
  name: '2026-12-20-office-messages',
  steps: (d) => [
    d.table(
      'office_message',
      [
        d.column('id', d.id()),
        d.optional('number', d.text(16)),
        d.column('memberId', d.integer()),
        d.column('kind', d.text(12)),
        d.column('subject', d.text(120)),
        d.column('status', d.text(8)),
        d.optional('assignedUserId', d.integer()),
        d.optional('answerBy', d.day()),
        d.column('openedAt', d.instant()),
        d.column('lastAt', d.instant()),
        d.optional('closedOn', d.day()),
      ],
      [
        d.unique('uq_office_message_number', ['number']),
        d.foreignKey('fk_office_message_member', ['memberId'], 'member', ['id']),
        d.foreignKey('fk_office_message_user', ['assignedUserId'], 'user', ['id']),
        d.check('ck_office_message_kind', "kind in ('question','complaint','correction')"),
        d.check('ck_office_message_status', "status in ('open','answered','closed')"),
      ],
    ),
    d.index('ix_office_message_member', 'office_message', ['memberId', 'id']),
    d.index('ix_office_message_status', 'office_message', ['status', 'id']),
    d.table(
      'office_message_entry',
      [
        d.column('id', d.id()),
        d.column('messageId', d.integer()),
        d.column('kind', d.text(12)),
        d.column('byOffice', d.flag()),
        d.column('userId', d.integer()),
        d.column('text', d.longText()),
        d.optional('fileId', d.text(22)),
        d.column('recordedAt', d.instant()),
      ],
      [
        d.foreignKey('fk_office_message_entry_message', ['messageId'], 'office_message', ['id']),
        d.foreignKey('fk_office_message_entry_user', ['userId'], 'user', ['id']),
        d.foreignKey('fk_office_message_entry_file', ['fileId'], 'stored_file', ['id']),
        d.check('ck_office_message_entry_kind', "kind in ('written','answered','file','assigned','closed','reopened')"),
      ],
    ),
    d.index('ix_office_message_entry', 'office_message_entry', ['messageId', 'id']),
    d.index('ix_office_message_entry_user', 'office_message_entry', ['userId', 'recordedAt']),
    d.appendOnly('office_message_entry'),
    ...(
      [
        ['messages.answerDays', 15],
        ['messages.reopenDays', 15],
        ['messages.perDay', 10],
      ] as const
    ).map(
      ([name, value]) =>
        'INSERT INTO setting (name, value, effectiveFrom, recordedAt) ' +
        `SELECT '${name}', '${value}', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' ` +
        `AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = '${name}')`,
    ),
    ...['administrator', 'manager', 'loan_officer'].map(
      (role) =>
        'INSERT INTO role_permission (roleCode, permission) ' +
        `SELECT r.code, 'message.answer' FROM role r WHERE r.code = '${role}' AND NOT EXISTS ` +
        `(SELECT 1 FROM role_permission p WHERE p.roleCode = '${role}' AND p.permission = 'message.answer')`,
    ),
  ],
} satisfies Migration;
