import type { Migration } from '../src/platform/database/migration.ts';

/** What societies started from before they had rules of meetings; in Nepal the law asks for more. */
const RULES: readonly (readonly [name: string, usual: string, nepal: string])[] = [
  ['meetings.noticeDays', '14', '15'],
  ['meetings.committeeNoticeDays', '3', '3'],
  ['meetings.generalQuorum', '"20"', '"51"'],
  ['meetings.adjournedQuorum', 'null', '"33.33"'],
  ['meetings.committeeQuorum', '"51"', '"51"'],
  ['meetings.adjournMinutes', '30', '10080'],
  ['meetings.defaultDays', '90', '90'],
  ['numbers.resolution', '"{PREFIX}/{FY}/{N:3}"', '"{PREFIX}/{FY}/{N:3}"'],
];
const RIGHTS: Readonly<Record<string, readonly string[]>> = {
  'meeting.read': ['administrator', 'manager', 'cashier', 'accountant', 'loan_officer', 'committee', 'auditor'],
  'meeting.manage': ['administrator', 'manager'],
  'meeting.sit': ['committee'],
};

/**
 * Meetings of the general body and of the committee: who was invited and may vote, who was there, what was resolved, and the minutes.
 * A vote is kept as two rows that nothing joins: that somebody voted, and, under an id drawn at random, what a ballot said.
 */
export default {
  name: '2026-12-29-meetings',
  steps: (d) => [
    d.table(
      'meeting',
      [
        d.column('id', d.id()),
        d.column('kind', d.text(12)),
        d.column('title', d.text(160)),
        d.column('status', d.text(12)),
        d.column('heldOn', d.day()),
        d.column('heldTime', d.text(5)),
        d.column('place', d.text(200)),
        d.optional('link', d.text(300)),
        d.column('chairUserId', d.integer()),
        // The first sitting, and the one after it was adjourned for want of a quorum.
        d.column('sitting', d.integer(), { default: 1 }),
        d.optional('calledOn', d.day()),
        d.optional('noticeId', d.integer()),
        d.optional('votersOn', d.day()),
        d.column('createdByUserId', d.integer()),
        d.column('createdAt', d.instant()),
        d.column('version', d.integer(), { default: 1 }),
      ],
      [
        d.foreignKey('fk_meeting_chair', ['chairUserId'], 'user', ['id']),
        d.foreignKey('fk_meeting_creator', ['createdByUserId'], 'user', ['id']),
        d.foreignKey('fk_meeting_notice', ['noticeId'], 'notice', ['id']),
        d.check('ck_meeting_kind', "kind in ('annual','special','committee')"),
        d.check('ck_meeting_status', "status in ('draft','called','open','held','cancelled')"),
      ],
    ),
    d.index('ix_meeting_day', 'meeting', ['heldOn', 'id']),
    d.table(
      'meeting_item',
      [
        d.column('id', d.id()),
        d.column('meetingId', d.integer()),
        d.column('place', d.integer()),
        d.column('kind', d.text(12)),
        d.column('title', d.text(200)),
        d.column('text', d.longText()),
        d.optional('subjectId', d.integer()),
      ],
      [
        d.unique('uq_meeting_item_place', ['meetingId', 'place']),
        d.foreignKey('fk_meeting_item_meeting', ['meetingId'], 'meeting', ['id']),
        d.check('ck_meeting_item_kind', "kind in ('text','loan','write-off')"),
      ],
    ),
    d.table(
      'meeting_step',
      [
        d.column('id', d.id()),
        d.column('meetingId', d.integer()),
        d.column('act', d.text(16)),
        d.column('userId', d.integer()),
        d.optional('note', d.text(400)),
        d.column('recordedAt', d.instant()),
      ],
      [
        d.foreignKey('fk_meeting_step_meeting', ['meetingId'], 'meeting', ['id']),
        d.foreignKey('fk_meeting_step_user', ['userId'], 'user', ['id']),
      ],
    ),
    d.index('ix_meeting_step', 'meeting_step', ['meetingId', 'id']),
    d.appendOnly('meeting_step'),
    d.table(
      'meeting_invitee',
      [
        d.column('id', d.id()),
        d.column('meetingId', d.integer()),
        d.optional('memberId', d.integer()),
        d.optional('userId', d.integer()),
        d.column('mayVote', d.flag()),
        d.optional('noVoteBecause', d.text(12)),
      ],
      [
        d.unique('uq_meeting_invitee_member', ['meetingId', 'memberId']),
        d.unique('uq_meeting_invitee_user', ['meetingId', 'userId']),
        d.foreignKey('fk_meeting_invitee_meeting', ['meetingId'], 'meeting', ['id']),
        d.foreignKey('fk_meeting_invitee_member', ['memberId'], 'member', ['id']),
        d.foreignKey('fk_meeting_invitee_user', ['userId'], 'user', ['id']),
      ],
    ),
    d.table(
      'meeting_attendance',
      [
        d.column('inviteeId', d.integer()),
        d.column('sitting', d.integer()),
        d.column('how', d.text(8)),
        d.column('seenAt', d.instant()),
        d.column('seenByUserId', d.integer()),
      ],
      [
        d.primaryKey('inviteeId', 'sitting'),
        d.foreignKey('fk_meeting_attendance_invitee', ['inviteeId'], 'meeting_invitee', ['id']),
        d.foreignKey('fk_meeting_attendance_user', ['seenByUserId'], 'user', ['id']),
        d.check('ck_meeting_attendance_how', "how in ('list','code')"),
      ],
    ),
    d.table(
      'resolution',
      [
        d.column('id', d.id()),
        d.column('meetingId', d.integer()),
        d.optional('itemId', d.integer()),
        d.optional('number', d.text(40)),
        d.column('text', d.longText()),
        d.column('proposerId', d.integer()),
        d.column('seconderId', d.integer()),
        d.column('majority', d.text(16)),
        d.column('status', d.text(12)),
        d.optional('manner', d.text(8)),
        d.optional('votesFor', d.integer()),
        d.optional('votesAgainst', d.integer()),
        d.optional('votesAbstained', d.integer()),
        d.optional('castingVote', d.text(8)),
        d.optional('decidedOn', d.day()),
        d.optional('decidedAt', d.instant()),
        d.column('recordedByUserId', d.integer()),
      ],
      [
        d.unique('uq_resolution_number', ['number']),
        d.foreignKey('fk_resolution_meeting', ['meetingId'], 'meeting', ['id']),
        d.foreignKey('fk_resolution_item', ['itemId'], 'meeting_item', ['id']),
        d.foreignKey('fk_resolution_proposer', ['proposerId'], 'meeting_invitee', ['id']),
        d.foreignKey('fk_resolution_seconder', ['seconderId'], 'meeting_invitee', ['id']),
        d.foreignKey('fk_resolution_user', ['recordedByUserId'], 'user', ['id']),
        d.check('ck_resolution_majority', "majority in ('simple','two-thirds','three-quarters')"),
        d.check('ck_resolution_status', "status in ('proposed','voting','tied','carried','lost','withdrawn')"),
        d.check('ck_resolution_manner', "manner in ('hands','open','secret')"),
      ],
    ),
    d.index('ix_resolution_meeting', 'resolution', ['meetingId', 'id']),
    d.index('ix_resolution_status', 'resolution', ['status', 'decidedOn']),
    d.table(
      'resolution_series',
      [d.column('body', d.text(12)), d.column('year', d.text(12)), d.column('lastNumber', d.integer())],
      [d.primaryKey('body', 'year')],
    ),
    // That somebody voted, or has no part in it. In the order of the people and without a time; the choice of an open vote alone.
    d.table(
      'vote_mark',
      [
        d.column('resolutionId', d.integer()),
        d.column('inviteeId', d.integer()),
        d.column('kind', d.text(8)),
        d.optional('choice', d.text(8)),
        d.optional('reason', d.text(200)),
      ],
      [
        d.primaryKey('resolutionId', 'inviteeId'),
        d.foreignKey('fk_vote_mark_resolution', ['resolutionId'], 'resolution', ['id']),
        d.foreignKey('fk_vote_mark_invitee', ['inviteeId'], 'meeting_invitee', ['id']),
        d.check('ck_vote_mark_kind', "kind in ('voted','interest')"),
      ],
      { isClustered: true },
    ),
    // What a ballot of a secret vote said. They lie in the order of ids that are drawn at random.
    d.table(
      'ballot',
      [d.column('id', d.text(22)), d.column('resolutionId', d.integer()), d.column('choice', d.text(8))],
      [
        d.primaryKey('id'),
        d.foreignKey('fk_ballot_resolution', ['resolutionId'], 'resolution', ['id']),
        d.check('ck_ballot_choice', "choice in ('for','against','abstain')"),
      ],
      { isClustered: true },
    ),
    d.table(
      'minutes',
      [
        d.column('meetingId', d.integer()),
        d.column('text', d.longText()),
        d.column('writtenByUserId', d.integer()),
        d.column('writtenAt', d.instant()),
        // What was signed, word for word, with everything it is printed from.
        d.optional('record', d.json()),
        d.optional('signedAt', d.instant()),
        d.column('version', d.integer(), { default: 1 }),
      ],
      [
        d.primaryKey('meetingId'),
        d.foreignKey('fk_minutes_meeting', ['meetingId'], 'meeting', ['id']),
        d.foreignKey('fk_minutes_user', ['writtenByUserId'], 'user', ['id']),
      ],
    ),
    d.table(
      'minutes_signature',
      [
        d.column('meetingId', d.integer()),
        d.column('userId', d.integer()),
        d.column('asChair', d.flag()),
        d.column('version', d.integer()),
        d.column('signedAt', d.instant()),
      ],
      [
        d.primaryKey('meetingId', 'userId', 'version'),
        d.foreignKey('fk_minutes_signature_minutes', ['meetingId'], 'minutes', ['meetingId']),
        d.foreignKey('fk_minutes_signature_user', ['userId'], 'user', ['id']),
      ],
    ),
    d.appendOnly('minutes_signature'),
    ...RULES.map(
      ([name, usual, nepal]) =>
        'INSERT INTO setting (name, value, effectiveFrom, recordedAt) ' +
        `SELECT '${name}', CASE WHEN p.value = '"NP-SACCOS"' THEN '${nepal}' ELSE '${usual}' END, p.effectiveFrom, ` +
        "p.recordedAt FROM setting p WHERE p.name = 'society.preset' " +
        `AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = '${name}')`,
    ),
    ...Object.entries(RIGHTS).flatMap(([permission, roles]) =>
      roles.map(
        (role) =>
          'INSERT INTO role_permission (roleCode, permission) ' +
          `SELECT r.code, '${permission}' FROM role r WHERE r.code = '${role}' AND NOT EXISTS ` +
          `(SELECT 1 FROM role_permission p WHERE p.roleCode = '${role}' AND p.permission = '${permission}')`,
      ),
    ),
  ],
} satisfies Migration;
