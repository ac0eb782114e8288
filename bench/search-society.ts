// A society of very many members for the bench of the search: set up through the API, then members and what they are
// found by put in by sets, in the mix of names of the demo. Nobody here saves; only finding is measured.

import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { MEN, SURNAMES, WOMEN } from '../apps/server/src/features/demo/demo-people.ts';
import { MEMBER_TERM_RULES, termsOf } from '../apps/server/src/features/search/index.ts';
import { startRealServer } from '../tests/servers/real-server.ts';
import { setUpRealSociety } from '../tests/servers/real-society.ts';

/** Spread over all pairs of names, the same in every run. */
const NAME_OF = '((n * 2654435761) & 4294967295) / 256 % (SELECT COUNT(*) FROM names)';
const PHONE_OF = '9400000000 + n';
const SAMPLE = 200;

export async function makeSearchSociety(dataFolder: string, members: number): Promise<void> {
  const server = await startRealServer({ dataFolder });
  await setUpRealSociety(server, 0);
  await server.stop();

  const database = new DatabaseSync(join(dataFolder, 'kafal.db'));
  database.exec('PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; BEGIN IMMEDIATE');
  addNames(database);
  database.exec(`
    CREATE TEMP TABLE numbers AS
      WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ${members}) SELECT n FROM counted;
    INSERT INTO member (id, number, name, nameLocal, dateOfBirth, gender, phone, addressLine, locality, district, state,
        postalCode, occupation, memberClass, accountType, language, status, statusSince, joinedOn, createdAt)
      SELECT n, 'M-2026-' || printf('%04d', n), names.name, names.nameLocal, '1980-01-01', 'female', '+91' || (${PHONE_OF}),
        'House 1', 'Ward 1', 'Tehri Garhwal', 'Uttarakhand', '249199', 'Farmer', 'regular', 'savings', 'en', 'active',
        '2026-01-01', '2026-01-01', 0
      FROM numbers JOIN names ON names.id = ${NAME_OF};
    INSERT INTO member_search (kind, term, memberId, words)
      SELECT kind, term, n, words FROM (
        SELECT name_terms.kind, name_terms.term, n, name_terms.words FROM numbers JOIN name_terms ON name_terms.id = ${NAME_OF}
        UNION ALL SELECT 'number', 'm2026' || printf('%04d', n), n, NULL FROM numbers
        UNION ALL SELECT 'tail', CAST(n AS TEXT), n, NULL FROM numbers
        UNION ALL SELECT 'phone', CAST(${PHONE_OF} AS TEXT), n, NULL FROM numbers
        UNION ALL SELECT 'phone', '91' || (${PHONE_OF}), n, NULL FROM numbers
      ) ORDER BY kind, term, n;
  `);
  database
    .prepare(
      "INSERT OR REPLACE INTO search_progress (name, rules, doneTo, updatedAt) VALUES ('member_search', ?, ?, 0)",
    )
    .run(MEMBER_TERM_RULES, members);
  database.exec('COMMIT');
  refuseOtherTerms(database, members);
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
}

function addNames(database: DatabaseSync): void {
  database.exec(`
    CREATE TEMP TABLE names (id INTEGER PRIMARY KEY, name TEXT NOT NULL, nameLocal TEXT NOT NULL);
    CREATE TEMP TABLE name_terms (id INTEGER NOT NULL, kind TEXT NOT NULL, term TEXT NOT NULL, words TEXT);
    CREATE INDEX temp.ix_name_terms ON name_terms (id);
  `);
  const addName = database.prepare('INSERT INTO names VALUES (?, ?, ?)');
  const addTerm = database.prepare('INSERT INTO name_terms VALUES (?, ?, ?, ?)');
  let id = 0;
  for (const [given, givenLocal] of [...WOMEN, ...MEN]) {
    for (const [surname, surnameLocal] of SURNAMES) {
      const [name, nameLocal] = [`${given} ${surname}`, `${givenLocal} ${surnameLocal}`];
      addName.run(id, name, nameLocal);
      const terms = termsOf({ id, number: '', name, nameLocal, phone: null });
      for (const { kind, term, words = null } of terms) {
        if (kind === 'word' || kind === 'sound') addTerm.run(id, kind, term, words);
      }
      id += 1;
    }
  }
}

/** What was put in by sets must be, row for row, what the program itself would have kept. */
function refuseOtherTerms(database: DatabaseSync, members: number): void {
  const member = database.prepare('SELECT id, number, name, nameLocal, phone FROM member WHERE id = ?');
  const kept = database.prepare('SELECT kind, term, memberId, words FROM member_search WHERE memberId = ?');
  for (let nth = 1; nth <= Math.min(SAMPLE, members); nth += 1) {
    const id = Math.ceil((nth * members) / Math.min(SAMPLE, members));
    // The columns are those of FindableMember, written above.
    const terms = termsOf(member.get(id) as unknown as Parameters<typeof termsOf>[0]);
    const [wanted, found] = [terms, kept.all(id)].map((rows) => rows.map((row) => JSON.stringify(row)).sort());
    if (String(wanted) !== String(found)) throw new Error(`Member ${id} is not found by what the program keeps.`);
  }
}
