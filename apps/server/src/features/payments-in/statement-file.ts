// A file of the bank, read and held against what earlier files brought in. Nothing is kept by it.

import { hash } from 'node:crypto';
import type { ImportStatementBody } from '@kafal/contract';
import {
  isNepalPaymentNumber,
  isUtr,
  readStatement,
  type StatementHeadings,
  type StatementLine,
  statementLineText,
  utrsIn,
} from '@kafal/core';
import type { z } from 'zod';
import { readCsv, separatorOf } from '../../platform/csv/read-csv.ts';
import type { Reader } from '../../platform/database/dialect.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Settings } from '../society/index.ts';

export type ImportStatement = z.output<typeof ImportStatementBody>;

export interface HashedLine extends StatementLine {
  readonly lineHash: string;
  /** Which of the equal lines of its day it is, from one. */
  readonly occurrence: number;
  readonly number: string | null;
  readonly isKnown: boolean;
}

export interface StatementFile {
  readonly accountCode: string;
  readonly fileHash: string;
  readonly headings: StatementHeadings;
  readonly lines: readonly HashedLine[];
  readonly mistakes: readonly { readonly line: number; readonly code: string; readonly typed: string }[];
}

const MOST_LINES = 20_000;

export async function readStatementFile(
  reader: Reader,
  settings: Pick<Settings, 'payments.bankAccount' | 'payments.scheme'>,
  { csv, headings }: ImportStatement,
): Promise<StatementFile> {
  const accountCode = settings['payments.bankAccount'];
  const fileHash = hash('sha256', csv);
  const rows = readCsv(csv, separatorOf(csv));
  if (rows === undefined) throw new Refusal('malformed', 'STATEMENT_QUOTE', undefined, 'csv');
  if (rows.length > MOST_LINES) throw new Refusal('malformed', 'STATEMENT_LONG', { maximum: MOST_LINES }, 'csv');
  const kept = headings ?? (await keptHeadings(reader, accountCode));
  const read =
    (kept === undefined ? undefined : readStatement(rows, kept)) ?? (headings ? undefined : readStatement(rows));
  if (read === undefined) throw new Refusal('rule', 'STATEMENT_HEADINGS', undefined, headings ? 'headings' : 'csv');
  if (read.lines.length === 0 && read.mistakes.length === 0) {
    throw new Refusal('rule', 'STATEMENT_EMPTY', undefined, 'csv');
  }
  const lines = await heldAgainst(reader, accountCode, read.lines, settings['payments.scheme']);
  return { accountCode, fileHash, headings: read.headings, lines, mistakes: read.mistakes };
}

/** The file of before was read by these; a bank keeps its form. */
async function keptHeadings(reader: Reader, accountCode: string): Promise<StatementHeadings | undefined> {
  const row = await reader
    .selectFrom('bank_statement')
    .select('headings')
    .where('accountCode', '=', accountCode)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  // import-statement.ts wrote them.
  return row === undefined ? undefined : (JSON.parse(row.headings) as StatementHeadings);
}

async function heldAgainst(
  reader: Reader,
  accountCode: string,
  lines: readonly StatementLine[],
  scheme: Settings['payments.scheme'],
): Promise<HashedLine[]> {
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return [];
  const days = lines.map(({ bookedOn }) => bookedOn).toSorted();
  const known = await reader
    .selectFrom('bank_line')
    .select(['lineHash', 'occurrence'])
    .where('accountCode', '=', accountCode)
    .where('bookedOn', '>=', days[0] ?? first.bookedOn)
    .where('bookedOn', '<=', days.at(-1) ?? last.bookedOn)
    .execute();
  const stands = new Set(known.map(({ lineHash, occurrence }) => `${lineHash} ${occurrence}`));
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const lineHash = hash('sha256', statementLineText(line));
    const occurrence = (seen.get(lineHash) ?? 0) + 1;
    seen.set(lineHash, occurrence);
    return {
      ...line,
      lineHash,
      occurrence,
      number: numberOf(line, scheme),
      isKnown: stands.has(`${lineHash} ${occurrence}`),
    };
  });
}

/** The number of the payment: in a column of its own, or among the words of the bank. */
function numberOf({ reference, description }: StatementLine, scheme: Settings['payments.scheme']): string | null {
  const plain = reference.toUpperCase().replace(/[\s-]/g, '');
  if (isUtr(plain) || (scheme === 'nepal-qr' && isNepalPaymentNumber(plain))) return plain;
  return utrsIn(`${reference} ${description}`)[0] ?? null;
}
