// Proves the books of a test database with the verifier that shares no code with the program; only the connection, which
// a test database has already, is lent to it.

import type { Platform } from '../../apps/server/src/platform/platform.ts';
import { verifyBooks } from '../../scripts/verify-books.ts';

type BookRow = Record<string, string | number | null>;

export async function verifyTestBooks({ dialect, database }: Pick<Platform, 'dialect' | 'database'>): Promise<void> {
  const all = (sql: string) => dialect.all<BookRow>(database, sql);
  const verified = await verifyBooks({
    first: async (sql) => (await all(sql))[0],
    rows: async function* (sql) {
      yield* await all(sql);
    },
    close: async () => {},
  });
  const bad = verified.find(({ ok }) => !ok);
  if (bad !== undefined) throw new Error(`the books do not agree: ${bad.name}: ${bad.bad}`);
}
