import type { Migration } from '../src/platform/database/migration.ts';

/**
 * The list of how papers stand asks of each member whether there is a paper of a kind in a state. Without this index SQLite went through
 * every verified paper of the society for each of them.
 */
export default {
  name: '2027-01-04-papers-by-member',
  steps: (d) => [d.index('ix_person_file_standing', 'person_file', ['memberId', 'checkState', 'kind', 'status'])],
} satisfies Migration;
