import type { Terminal } from '../platform/cli/terminal.ts';
import type { Config } from '../platform/config/config.ts';
import { type MigrationReport, migrateDatabase } from '../platform/database/migrate.ts';
import { databaseOptions } from '../platform/database-options.ts';

/** Says nothing when there is nothing to do. */
export async function migrateWithProgress(config: Config, terminal: Terminal): Promise<MigrationReport> {
  const report = await migrateDatabase(databaseOptions(config), {
    progress: ({ migration, step, steps }) => terminal.progress(`Preparing the books: ${migration}`, step, steps),
  });
  if (report.copy !== undefined) terminal.say(`The books as they were before are kept in ${report.copy}.`);
  return report;
}
