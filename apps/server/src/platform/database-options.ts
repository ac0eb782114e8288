import { join } from 'node:path';
import type { Config } from './config/config.ts';
import type { DatabaseOptions } from './database/open-database.ts';

/** Connections that serve people; a server with many cores waits for the database, not for more of these. */
const POOL_SIZE = 10;

export const databaseFileOf = (dataFolder: string) => join(dataFolder, 'kafal.db');

export function databaseOptions({ database, dataFolder, redisUrl }: Config): DatabaseOptions {
  if (database.kind === 'embedded') return { kind: 'sqlite', path: databaseFileOf(dataFolder) };
  return {
    kind: 'mysql',
    host: database.host,
    port: database.port,
    database: database.name,
    user: database.user,
    password: database.password,
    poolSize: POOL_SIZE,
    migrateUser: { user: database.migrateUser, password: database.migratePassword },
    // Without a bus two instances would not hear of each other's changes.
    onlyInstance: redisUrl === null,
  };
}
