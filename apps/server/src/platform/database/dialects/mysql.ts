// MySQL's and MariaDB's side of the shared names.

import type { Dialect } from '../dialect.ts';
import { duplicateKeyName } from './mysql-errors.ts';
import { insertUnlessThere, statements, upsertStatements } from './statements.ts';

export function mysqlDialect(kind: 'mysql' | 'mariadb'): Dialect {
  const shared = statements('SIGNED');

  return {
    kind,
    ...shared,
    forUpdate: (query) => query.forUpdate(),
    forUpdateText: ' FOR UPDATE',
    isDuplicateKey: duplicateKeyName,
    insertIgnore: (query) => insertUnlessThere(query, duplicateKeyName),
    upsert: async (trx, table, rows, rule) => {
      const upserts = upsertStatements(table, rows, rule, {
        head: () => 'ON DUPLICATE KEY UPDATE',
        // `AS new` is a syntax error on MariaDB; VALUES() is understood by both.
        proposed: (column) => `VALUES(${column})`,
      });
      for (const { text, parameters } of upserts) await shared.run(trx, text, parameters);
    },
  };
}
