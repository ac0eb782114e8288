// A database of its own for a real server: the embedded file in its folder, or a new one on the MySQL or MariaDB server
// that the tests were told of.

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { serverFromEnvironment } from '../../apps/server/src/platform/database/dialects/mysql-test-database.ts';
import type { TestDatabaseKind } from '../../apps/server/src/platform/database/test-database.ts';

export interface ServerDatabase {
  readonly kind: TestDatabaseKind;
  /** What the server must be told. */
  readonly environment: Readonly<Record<string, string>>;
  /** What scripts/verify-books.ts must be told, for a server with this folder. */
  verifyWords(dataFolder: string): string[];
  drop(): Promise<void>;
}

export async function serverDatabase(kind: TestDatabaseKind): Promise<ServerDatabase> {
  if (kind === 'sqlite') {
    return {
      kind,
      environment: {},
      verifyWords: (dataFolder) => ['--database', join(dataFolder, 'kafal.db')],
      drop: async () => {},
    };
  }
  const { host, port, user, password } = serverFromEnvironment(kind);
  const name = `kafal_test_server_${randomBytes(6).toString('hex')}`;
  const say = async (sentence: string) => {
    const connection = await createConnection({ host, port, user, password });
    await connection.query(sentence);
    await connection.end();
  };
  // Never one that is there already: this fails then.
  await say(`CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  const login = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  return {
    kind,
    environment: { DB_HOST: host, DB_PORT: String(port), DB_USER: user, DB_PASSWORD: password, DB_NAME: name },
    verifyWords: () => ['--mysql', `mysql://${login}@${host}:${port}/${name}`],
    drop: () => say(`DROP DATABASE \`${name}\``),
  };
}
