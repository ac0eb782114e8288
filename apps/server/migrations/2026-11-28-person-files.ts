import type { Migration } from '../src/platform/database/migration.ts';

/** A society that stands already gets the rules that set-up would have given it, in force from its first day. */
const firstRule = (name: string, json: string) =>
  `INSERT INTO setting (name, value, effectiveFrom, legalBasis, setByUserId, recordedAt) SELECT '${name}', '${json}', ` +
  'MIN(effectiveFrom), NULL, NULL, MIN(recordedAt) FROM setting ' +
  `HAVING COUNT(*) > 0 AND SUM(CASE WHEN name = '${name}' THEN 1 ELSE 0 END) = 0`;

/** Photos, signatures and papers of members and applicants, and the rules about them. */
export default {
  name: '2026-11-28-person-files',
  steps: (d) => [
    d.table(
      'person_file',
      [
        d.column('id', d.text(40)),
        // An applicant's files become the member's: then both are filled in.
        d.optional('memberId', d.integer()),
        d.optional('applicationId', d.integer()),
        d.column('kind', d.text(24)),
        d.column('name', d.text(160)),
        d.optional('width', d.integer()),
        d.optional('height', d.integer()),
        d.column('status', d.text(16)),
        d.column('statusAt', d.instant()),
        d.optional('addedByUserId', d.integer()),
      ],
      [
        d.primaryKey('id'),
        d.foreignKey('fk_person_file_stored', ['id'], 'stored_file', ['id']),
        d.foreignKey('fk_person_file_member', ['memberId'], 'member', ['id']),
        d.foreignKey('fk_person_file_application', ['applicationId'], 'membership_application', ['id']),
        d.check('ck_person_file_status', "status in ('current','waiting','replaced','refused','removed')"),
      ],
    ),
    d.index('ix_person_file_member', 'person_file', ['memberId', 'status', 'kind']),
    d.index('ix_person_file_application', 'person_file', ['applicationId', 'status']),
    d.index('ix_person_file_status', 'person_file', ['status', 'statusAt']),
    firstRule('files.photoKilobytes', '1024'),
    firstRule('files.paperKilobytes', '5120'),
    firstRule('files.megapixels', '25'),
    firstRule('files.personMegabytes', '40'),
    firstRule('application.wantedPapers', '"photo, signature, identity_proof, address_proof"'),
  ],
} satisfies Migration;
