// A statement of the bank is taken in: each line of it once, whatever files overlap. What it shows as credited moves from
// the account that phones pay into to the bank's own; whose it is, is found line by line afterwards.

import type { ImportStatementAnswer } from '@kafal/contract';
import { formatMoney, type Money, sum, ZERO } from '@kafal/core';
import type { z } from 'zod';
import { insertRows } from '../../platform/database/many-rows.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { mergeMessages } from '../../platform/http/sentences.ts';
import { type KeptOutcome, withIdempotency } from '../../platform/http/with-idempotency.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { postJournalEntry } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { readSettings, type Settings } from '../society/index.ts';
import { paymentsInMessages } from './messages.ts';
import { type HashedLine, type ImportStatement, readStatementFile, type StatementFile } from './statement-file.ts';

const SHOWN = 20;
const addLines = insertRows(
  'INSERT INTO bank_line (statementId, accountCode, lineHash, occurrence, bookedOn, description, bankReference, number, credit, debit, status)',
);

export async function previewStatement(
  platform: Platform,
  actor: Actor,
  command: ImportStatement,
): Promise<Extract<z.input<typeof ImportStatementAnswer>, { preview: true }>> {
  const settings = await readSettings(platform);
  const file = await readStatementFile(platform.database, settings, command);
  await refuseSameFile(platform.database, file);
  const { say } = mergeMessages([paymentsInMessages]);
  const fresh = file.lines.filter(({ isKnown }) => !isKnown);
  return {
    preview: true,
    accountCode: file.accountCode,
    headings: Object.fromEntries(Object.entries(file.headings).flatMap(([name, text]) => (text ? [[name, text]] : []))),
    ...periodOf(file.lines),
    credits: counted(fresh, 'credit'),
    debits: counted(fresh, 'debit'),
    known: file.lines.length - fresh.length,
    mistakes: file.mistakes.map(({ line, code, typed }) => ({
      line,
      code,
      detail: say(actor.language, code, { line, typed }, settings['money.currency']) ?? code,
    })),
    sample: file.lines.slice(0, SHOWN).map(({ bookedOn, description, reference, credit, debit, isKnown }) => ({
      bookedOn,
      description,
      reference,
      credit: formatMoney(credit),
      debit: formatMoney(debit),
      isKnown,
    })),
  };
}

export async function importStatement(
  platform: Platform,
  actor: Actor,
  command: ImportStatement,
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<{ readonly statementId: number }>> {
  const settings = await readSettings(platform);
  return withIdempotency(platform, actor, idempotency, async (trx) => {
    const file = await readStatementFile(trx, settings, command);
    await refuseSameFile(trx, file);
    const [mistake] = file.mistakes;
    if (mistake !== undefined) {
      const { code, line, typed } = mistake;
      throw new Refusal('rule', code, { line, typed }, 'csv');
    }
    const fresh = file.lines.filter(({ isKnown }) => !isKnown);
    if (fresh.length === 0) throw new Refusal('conflict', 'STATEMENT_NOTHING_NEW', undefined, 'csv');
    const statementId = await keep(trx, platform, actor, settings, command.fileName, file, fresh);
    await recordAudit(trx, platform, actor, {
      action: 'statement.imported',
      subjectKind: 'bank_statement',
      subjectId: statementId,
      newValues: {
        fileName: command.fileName,
        account: file.accountCode,
        lines: fresh.length,
        known: file.lines.length - fresh.length,
        credits: formatMoney(totalOf(fresh, 'credit')),
      },
    });
    await recordEvent(trx, platform, { name: 'statement.imported', payload: { statementId } });
    return { statementId };
  });
}

async function keep(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  settings: Settings,
  fileName: string,
  file: StatementFile,
  fresh: readonly HashedLine[],
): Promise<number> {
  const { accountCode, fileHash } = file;
  const { from, to } = periodOf(file.lines);
  const credits = totalOf(fresh, 'credit');
  const meanwhile = (error: unknown): never => {
    if (platform.dialect.isDuplicateKey(error) === undefined) throw error;
    throw new Refusal('conflict', 'STATEMENT_MEANWHILE', undefined, 'csv');
  };
  const entryId = await settle(trx, platform, actor, settings, { accountCode, from, to, credits, lines: fresh });
  const { insertId } = await trx
    .insertInto('bank_statement')
    .values({
      accountCode,
      fileName,
      fileHash,
      headings: JSON.stringify(file.headings),
      fromDay: from,
      toDay: to,
      lineCount: fresh.length,
      knownCount: file.lines.length - fresh.length,
      credits,
      debits: totalOf(fresh, 'debit'),
      entryId,
      importedByUserId: actor.userId,
      importedAt: platform.clock.now(),
    })
    .executeTakeFirstOrThrow()
    .catch(meanwhile);
  const statementId = Number(insertId);
  await addLines(
    trx,
    platform,
    fresh.map(({ lineHash, occurrence, bookedOn, description, reference, number, credit, debit }) => [
      ...[statementId, accountCode, lineHash, occurrence, bookedOn, description, reference, number],
      ...[credit, debit, credit > ZERO ? 'waiting' : 'debit'],
    ]),
  ).catch(meanwhile);
  return statementId;
}

/** Handbook §3.2 row 38: what phones pay lies on the clearing account; the statement shows that the bank has it. */
async function settle(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  settings: Settings,
  of: {
    readonly accountCode: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly credits: Money;
    readonly lines: readonly HashedLine[];
  },
): Promise<number | null> {
  const clearing = settings['accounts.upi'];
  if (of.credits === ZERO || clearing === of.accountCode) return null;
  const count = of.lines.filter(({ credit }) => credit > ZERO).length;
  const credits = count === 1 ? '1 credit' : `${count} credits`;
  const entry = await postJournalEntry(trx, platform, actor, {
    seriesCode: 'JV',
    kind: 'bank',
    narration: `Statement of account ${of.accountCode} from ${of.from} to ${of.to}, ${credits}`,
    postings: [
      { accountCode: of.accountCode, side: 'debit', amount: of.credits },
      { accountCode: clearing, side: 'credit', amount: of.credits },
    ],
    audit: { action: 'voucher.posted', newValues: { account: of.accountCode, credits: formatMoney(of.credits) } },
    event: null,
  });
  return entry.id;
}

async function refuseSameFile(
  reader: Trx | Platform['database'],
  { accountCode, fileHash }: StatementFile,
): Promise<void> {
  const same = await reader
    .selectFrom('bank_statement')
    .select('fileName')
    .where('accountCode', '=', accountCode)
    .where('fileHash', '=', fileHash)
    .executeTakeFirst();
  if (same !== undefined) throw new Refusal('conflict', 'STATEMENT_KNOWN', { file: same.fileName }, 'csv');
}

function periodOf(lines: readonly HashedLine[]) {
  const days = lines.map(({ bookedOn }) => bookedOn).toSorted();
  return { from: days[0] ?? null, to: days.at(-1) ?? null };
}

const totalOf = (lines: readonly HashedLine[], side: 'credit' | 'debit') => sum(lines.map((line) => line[side]));

function counted(lines: readonly HashedLine[], side: 'credit' | 'debit') {
  return { lines: lines.filter((line) => line[side] > ZERO).length, amount: formatMoney(totalOf(lines, side)) };
}
