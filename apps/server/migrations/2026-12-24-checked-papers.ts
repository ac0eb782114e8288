import type { Migration } from '../src/platform/database/migration.ts';

const rule = (name: string, json: string, where = '') =>
  'INSERT INTO setting (name, value, effectiveFrom, recordedAt) ' +
  `SELECT '${name}', '${json}', p.effectiveFrom, p.recordedAt FROM setting p WHERE p.name = 'society.preset' ${where}` +
  `AND NOT EXISTS (SELECT 1 FROM setting w WHERE w.name = '${name}')`;

/** What a paper proves differs by country; the values are those that a new society of the preset starts with. */
const byCountry = (name: string, india: string, nepal: string, elsewhere: string) => [
  rule(name, `"${india}"`, `AND p.value IN ('"IN-STATE"', '"IN-MSCS"') `),
  rule(name, `"${nepal}"`, `AND p.value = '"NP-SACCOS"' `),
  rule(name, `"${elsewhere}"`, `AND p.value = '"INTL-SACCO"' `),
];

/**
 * A paper of a person is looked at by a second person. What stood before waits like any other, for nobody wrote down that it was
 * looked at; the papers of a loan go with its decision.
 */
export default {
  name: '2026-12-24-checked-papers',
  steps: (d) => [
    ...[
      d.optional('checkState', d.text(8)),
      d.optional('checkedByUserId', d.integer()),
      d.optional('checkedAt', d.instant()),
      d.optional('checkNote', d.text(400)),
      d.optional('numberMasked', d.text(40)),
      d.optional('issuedOn', d.day()),
      d.optional('expiresOn', d.day()),
      // Whose place it takes, or took.
      d.optional('replacesFileId', d.text(40)),
    ].map((column) => `ALTER TABLE person_file ADD COLUMN ${column}`),
    "UPDATE person_file SET checkState = 'pending' WHERE loanId IS NULL AND status IN ('current', 'waiting')",
    d.index('ix_person_file_check', 'person_file', ['checkState', 'statusAt']),
    d.table(
      'member_kyc',
      [
        d.column('memberId', d.integer()),
        d.column('riskClass', d.text(8)),
        d.optional('riskReason', d.text(400)),
        // When everything was last found in order, and the day on which it is looked at again.
        d.optional('reviewedOn', d.day()),
        d.optional('reviewedByUserId', d.integer()),
        d.optional('reviewDueOn', d.day()),
      ],
      [
        d.primaryKey('memberId'),
        d.foreignKey('fk_member_kyc_member', ['memberId'], 'member', ['id']),
        d.foreignKey('fk_member_kyc_user', ['reviewedByUserId'], 'user', ['id']),
        d.check('ck_member_kyc_risk', "riskClass in ('low','medium','high')"),
      ],
    ),
    d.index('ix_member_kyc_due', 'member_kyc', ['reviewDueOn', 'memberId']),
    ...byCountry('kyc.always', 'photo, signature, pan_card', 'photo, signature', 'photo, signature'),
    ...byCountry(
      'kyc.identity',
      'aadhaar, voter_id, passport, driving_licence, job_card, identity_proof',
      'passport, citizenship, national_id, identity_proof',
      'passport, driving_licence, national_id, identity_proof',
    ),
    ...byCountry(
      'kyc.address',
      'aadhaar, voter_id, passport, driving_licence, address_proof',
      'citizenship, ward_letter, address_proof',
      'driving_licence, address_proof',
    ),
    rule('kyc.minorsAlways', '"photo"'),
    ...byCountry(
      'kyc.minors',
      'aadhaar, passport, birth_certificate, age_proof',
      'passport, birth_certificate, age_proof',
      'passport, birth_certificate, age_proof',
    ),
    ...byCountry('kyc.institutions', 'pan_card, address_proof, other_paper', 'pan_card, other_paper', 'other_paper'),
    rule('kyc.reviewMonthsLow', '36'),
    rule('kyc.reviewMonthsMedium', '24'),
    rule('kyc.reviewMonthsHigh', '12'),
    rule('kyc.expiringDays', '60'),
    ...['administrator', 'manager', 'loan_officer'].map(
      (role) =>
        'INSERT INTO role_permission (roleCode, permission) ' +
        `SELECT r.code, 'kyc.check' FROM role r WHERE r.code = '${role}' AND NOT EXISTS ` +
        `(SELECT 1 FROM role_permission p WHERE p.roleCode = '${role}' AND p.permission = 'kyc.check')`,
    ),
  ],
} satisfies Migration;
