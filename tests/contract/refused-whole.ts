// A refusal is a sentence in the reader's language and leaves everything as it was.

import { hash } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import { exportJournal } from '../../apps/server/src/features/accounting/index.ts';
import type { Society } from '../society/open-society.ts';

/** Rows of these move by themselves: when a session was last seen, who holds a lease, what the relay has told. */
const ALIVE = new Set(['lease', 'session', 'outbox', 'notification', 'delivery_cursor', 'login_attempt']);

/** Everything the society knows, as one line per table, and its journal. */
export async function everything({ platform }: Pick<Society, 'platform'>): Promise<Record<string, string>> {
  const { database, dialect } = platform;
  const tables = await dialect.all<{ name: string }>(
    database,
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name",
  );
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    if (ALIVE.has(name)) continue;
    const where = name === 'sequence' ? " WHERE name <> 'delivery'" : '';
    const rows = await dialect.all(database, `SELECT * FROM "${name}"${where}`);
    found[name] = `${rows.length} ${hash('sha256', JSON.stringify(rows))}`;
  }
  let journal = '';
  for await (const line of exportJournal(database)) journal += line;
  found.journal = hash('sha256', journal);
  return found;
}

interface Problem {
  status: number;
  code: string;
  detail: string;
  requestId: string;
  fields?: { path: string; code: string; detail: string }[];
}

export type Sending = (language: 'en' | 'hi') => Promise<LightMyRequestResponse>;

export interface Expected {
  status: number;
  code: string;
  /** The field that must change, and its code where the form of it was wrong. */
  field?: string;
  fieldCode?: string;
}

const DEVANAGARI = /[\u0900-\u097F]/;

/** Sends it in both languages and looks at the sentences; answers the English problem. */
export async function refusedInBoth(send: Sending, expected: Expected): Promise<Problem> {
  const problems: Problem[] = [];
  for (const language of ['en', 'hi'] as const) {
    const answer = await send(language);
    expect(answer.headers['content-type'], answer.body).toBe('application/problem+json; charset=utf-8');
    const problem = answer.json() as Problem;
    expect({ status: answer.statusCode, code: problem.code }, answer.body).toEqual({
      status: expected.status,
      code: expected.code,
    });
    const { fields = [] } = problem;
    const sentences = [problem.detail, ...fields.map(({ detail }) => detail)];
    for (const sentence of sentences) {
      expect(sentence.length).toBeGreaterThan(8);
      expect(sentence).not.toMatch(/[{}]|undefined|\b[A-Z]+_[A-Z]+\b/);
      expect(DEVANAGARI.test(sentence), sentence).toBe(language === 'hi');
    }
    if (expected.field !== undefined) expect(fields.map(({ path }) => path)).toContain(expected.field);
    if (expected.fieldCode !== undefined) expect(fields.map(({ code }) => code)).toContain(expected.fieldCode);
    problems.push(problem);
  }
  // Both were pushed above.
  return problems[0] as Problem;
}

/** The same, and the society is what it was before. */
export async function refusedWhole(society: Society, send: Sending, expected: Expected): Promise<Problem> {
  const before = await everything(society);
  const problem = await refusedInBoth(send, expected);
  expect(await everything(society)).toEqual(before);
  return problem;
}
