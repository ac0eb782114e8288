// A migration is plain SQL: a list of statements, each a single step that is recorded when it is done.

import type { SchemaDialect } from './schema-dialect.ts';

export interface Migration {
  /** The day it was written and what it does: `2026-11-22-first-tables`. */
  readonly name: string;
  /** The same steps in the same order every time; a helper that needs several statements returns them as a list. */
  readonly steps: (dialect: SchemaDialect) => readonly (string | readonly string[])[];
}

export function stepsOf(migration: Migration, dialect: SchemaDialect): string[] {
  return migration.steps(dialect).flatMap((step) => (typeof step === 'string' ? [step] : [...step]));
}
