// The verifier shares no code with what it verifies, so it runs as a program of its own; this only tells it where the
// books are.

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Command } from '../platform/cli/command.ts';
import { type Config, readConfig } from '../platform/config/config.ts';
import { liveEnvironment } from '../platform/config/environment.ts';

const SCRIPT = fileURLToPath(new URL('../../../../scripts/verify-books.ts', import.meta.url));

export const verifyBooks: Command = {
  name: 'verify-books',
  summary: 'Proves that the books are whole; reads only.',
  usage: '',
  details:
    'Every entry balances, every balance is the sum of its postings, every sub-ledger equals its control account, every ' +
    'chain is whole. Exit 1 and the first bad row otherwise. A server may go on working meanwhile.',
  run: async ({ terminal }) => {
    const config = readConfig(liveEnvironment());
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    const child = spawn(process.execPath, [SCRIPT, ...(terminal.isJson ? ['--json'] : [])], {
      stdio: 'inherit',
      env: { ...withoutDatabase(process.env), ...whereTheBooksAre(config) },
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
    return (await promise) === 0 ? 0 : 1;
  },
};

const withoutDatabase = (environment: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('DB_')));

function whereTheBooksAre({ dataFolder, database }: Config): Record<string, string> {
  if (database.kind === 'embedded') return { DATA_DIR: dataFolder };
  return {
    DATA_DIR: dataFolder,
    DB_HOST: database.host,
    DB_PORT: String(database.port),
    DB_NAME: database.name,
    DB_USER: database.user,
    DB_PASSWORD: database.password,
  };
}
