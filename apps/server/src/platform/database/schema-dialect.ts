// The words migrations are written in. One text serves SQLite, MySQL and MariaDB.

export type ServerKind = 'sqlite' | 'mysql';

/** What a column holds. `check` is the rule every row must keep; it gets the quoted column name. */
export interface ColumnType {
  readonly sql: string;
  readonly check?: (column: string) => string;
  /** Long text takes its default in brackets on MySQL. */
  readonly isLong?: boolean;
  /** The type already says that it is the primary key. */
  readonly isComplete?: boolean;
}

export interface ColumnOptions {
  readonly default?: number | string;
}

/** A rule of a table; a named unique key becomes a statement of its own on SQLite, which forgets such names. */
export interface TableConstraint {
  readonly clause?: string;
  readonly afterwards?: (table: string) => string;
}

export interface TableOptions {
  /** The rows lie in the order of the primary key, as they always do on MySQL, and are not kept a second time. */
  readonly isClustered?: boolean;
}

export interface SchemaDialect {
  readonly kind: ServerKind;
  id(): ColumnType;
  text(length: number): ColumnType;
  longText(): ColumnType;
  integer(): ColumnType;
  /** Whole minor units, within ±9×10¹⁴. */
  money(): ColumnType;
  /** A calendar day, exchanged as ISO text. */
  day(): ColumnType;
  /** Milliseconds since 1970 in UTC. */
  instant(): ColumnType;
  /** 0 or 1. */
  flag(): ColumnType;
  /** JSON that is never searched, kept as the very text that was written. */
  json(): ColumnType;
  column(name: string, type: ColumnType, options?: ColumnOptions): string;
  optional(name: string, type: ColumnType, options?: ColumnOptions): string;
  primaryKey(...columns: string[]): TableConstraint;
  unique(name: string, columns: readonly string[]): TableConstraint;
  foreignKey(name: string, columns: readonly string[], table: string, references: readonly string[]): TableConstraint;
  check(name: string, condition: string): TableConstraint;
  table(
    name: string,
    columns: readonly string[],
    constraints?: readonly TableConstraint[],
    options?: TableOptions,
  ): string[];
  index(name: string, table: string, columns: readonly string[], options?: { readonly unique?: boolean }): string;
  /** Two triggers that refuse UPDATE and DELETE. */
  appendOnly(table: string): string[];
}

const MONEY_LIMIT = 900_000_000_000_000;

/** Backticks quote a name on all three servers. */
export const quote = (name: string): string => {
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name)) {
    throw new Error(`"${name}" cannot be the name of a table, column or key.`);
  }
  return `\`${name}\``;
};

const quoteAll = (names: readonly string[]): string => names.map(quote).join(', ');

const literal = (value: number | string): string =>
  typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;

export const schemaDialect = (kind: ServerKind): SchemaDialect => {
  const isSqlite = kind === 'sqlite';
  const integerType = isSqlite ? 'INTEGER' : 'BIGINT';

  const columnText = (name: string, type: ColumnType, nullability: string, options: ColumnOptions): string => {
    const column = quote(name);
    const parts = [column, type.sql];
    if (!type.isComplete) {
      parts.push(nullability);
    }
    if (options.default !== undefined) {
      parts.push(
        type.isLong && !isSqlite ? `DEFAULT (${literal(options.default)})` : `DEFAULT ${literal(options.default)}`,
      );
    }
    if (type.check !== undefined) {
      parts.push(`CHECK (${type.check(column)})`);
    }
    return parts.join(' ');
  };

  const dialect: SchemaDialect = {
    kind,
    id: () => ({
      sql: isSqlite ? 'INTEGER PRIMARY KEY AUTOINCREMENT' : 'BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY',
      isComplete: true,
    }),
    text: (length) =>
      isSqlite
        ? // SQLite does not enforce a length by itself; the others do.
          { sql: 'TEXT', check: (column) => `length(${column}) <= ${length}` }
        : { sql: `VARCHAR(${length})` },
    longText: () => ({ sql: isSqlite ? 'TEXT' : 'MEDIUMTEXT', isLong: true }),
    integer: () => ({ sql: integerType }),
    money: () => ({ sql: integerType, check: (column) => `${column} BETWEEN -${MONEY_LIMIT} AND ${MONEY_LIMIT}` }),
    day: () =>
      isSqlite
        ? // date() answers another day, or null, for text that is no day of the calendar.
          { sql: 'TEXT', check: (column) => `${column} IS date(${column})` }
        : { sql: 'DATE' },
    instant: () => ({ sql: integerType }),
    flag: () => ({ sql: isSqlite ? 'INTEGER' : 'TINYINT', check: (column) => `${column} IN (0, 1)` }),
    // MySQL's JSON type reorders keys; text with a check keeps a stored answer byte for byte.
    json: () => ({ sql: isSqlite ? 'TEXT' : 'MEDIUMTEXT', check: (column) => `json_valid(${column})`, isLong: true }),

    column: (name, type, options = {}) => columnText(name, type, 'NOT NULL', options),
    optional: (name, type, options = {}) => columnText(name, type, 'NULL', options),
    primaryKey: (...columns) => ({ clause: `PRIMARY KEY (${quoteAll(columns)})` }),
    unique: (name, columns) =>
      isSqlite
        ? { afterwards: (table) => dialect.index(name, table, columns, { unique: true }) }
        : { clause: `CONSTRAINT ${quote(name)} UNIQUE (${quoteAll(columns)})` },
    foreignKey: (name, columns, table, references) => ({
      clause: `CONSTRAINT ${quote(name)} FOREIGN KEY (${quoteAll(columns)}) REFERENCES ${quote(table)} (${quoteAll(references)})`,
    }),
    check: (name, condition) => ({ clause: `CONSTRAINT ${quote(name)} CHECK (${condition})` }),

    table: (name, columns, constraints = [], { isClustered = false } = {}) => {
      const clauses = constraints.flatMap((constraint) => (constraint.clause === undefined ? [] : [constraint.clause]));
      const options = isSqlite
        ? `STRICT${isClustered ? ', WITHOUT ROWID' : ''}`
        : 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin';
      return [
        `CREATE TABLE ${quote(name)} (\n  ${[...columns, ...clauses].join(',\n  ')}\n) ${options}`,
        ...constraints.flatMap((constraint) => constraint.afterwards?.(name) ?? []),
      ];
    },
    index: (name, table, columns, options = {}) =>
      `CREATE ${options.unique ? 'UNIQUE ' : ''}INDEX ${quote(name)} ON ${quote(table)} (${quoteAll(columns)})`,

    appendOnly: (table) =>
      (['UPDATE', 'DELETE'] as const).map((act) => {
        const head = `CREATE TRIGGER ${quote(`${table}_refuses_${act.toLowerCase()}`)} BEFORE ${act} ON ${quote(table)}`;
        const sentence = `${table} is append-only: a row is corrected by adding another, never by ${act}.`;
        // ABORT undoes the statement alone; ROLLBACK would take the neighbours of a group commit with it.
        return isSqlite
          ? `${head} BEGIN SELECT RAISE(ABORT, '${sentence}'); END`
          : `${head} FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${sentence}'`;
      }),
  };
  return dialect;
};

export const sqliteSchema = schemaDialect('sqlite');
export const mysqlSchema = schemaDialect('mysql');
