// The text of database/schema.sql: what the migrations make on MySQL or MariaDB, for those who import by hand. Its last
// rows tell the server that the database is up to date.

import { migrations as allMigrations } from '../../../migrations/index.ts';
import { migrationTable } from './migrate.ts';
import { type Migration, stepsOf } from './migration.ts';
import { mysqlSchema } from './schema-dialect.ts';

/** An import by hand has no moment of its own: its record says the beginning of time, on every machine alike. */
const DONE_AT = 0;

export function schemaText(migrations: readonly Migration[] = allMigrations): string {
  const made = migrations.map((migration) => ({ name: migration.name, statements: stepsOf(migration, mysqlSchema) }));
  const records = made.flatMap(({ name, statements }) =>
    statements.map((_, step) => `  ('${name}', ${step}, ${DONE_AT})`),
  );

  return [
    '-- Made from the migrations by `npm run generate`; not edited by hand.',
    '-- Import it into an empty MySQL 8.0 (or later) or MariaDB 10.11 (or later) database. With the binary log on, the',
    '-- triggers need a user with rights on the server, or log_bin_trust_function_creators = 1.',
    '',
    'SET NAMES utf8mb4;',
    "SET time_zone = '+00:00';",
    '',
    ...migrationTable(mysqlSchema).map((statement) => `${statement};\n`),
    ...made.flatMap(({ name, statements }) => [`-- ${name}`, '', ...statements.map((statement) => `${statement};\n`)]),
    '-- What is done so far: the server starts on this database without changing it.',
    `INSERT INTO \`migration\` (\`name\`, \`step\`, \`doneAt\`) VALUES\n${records.join(',\n')};`,
    '',
  ].join('\n');
}
