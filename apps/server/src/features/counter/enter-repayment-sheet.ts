// One sum of money for many loans. What came is received at once, for the rows that can be paid and, beyond them, as money nobody has
// assigned; then row by row it pays its loan, each with a receipt of its own.

import type { EnterRepaymentSheetAnswer, EnterRepaymentSheetBody } from '@kafal/contract';
import { formatMoney, type Money, subtract } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type KeptOutcome, withIdempotency } from '../../platform/http/with-idempotency.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { businessDayFor, type PostedEntry, postJournalEntry } from '../accounting/index.ts';
import { readSettings, type Settings } from '../society/index.ts';
import { type DecidedRow, decideSheetRows, readyTotal } from './decide-sheet-rows.ts';
import { getOwnOpenSession, type OpenSession } from './open-session.ts';
import { type Reference, referenceKey, referenceOf, refuseUsedReference, sheetNumber } from './payment-reference.ts';
import { readRepaymentSheet } from './read-repayment-sheet.ts';
import { sheetReceivedNarration } from './receipt-words.ts';
import { receivedPosting } from './received-money.ts';
import { previewedRow } from './repayment-sheet-queries.ts';

/** What an employer or somebody else brought for others, until each row is paid. */
export const FOR_ROWS = '1413';

export type EnterSheet = z.output<typeof EnterRepaymentSheetBody>;

export async function previewRepaymentSheet(
  platform: Platform,
  actor: Actor,
  command: EnterSheet,
): Promise<z.input<typeof EnterRepaymentSheetAnswer>> {
  const settings = await readSettings(platform);
  const { lines, fileHash } = readRepaymentSheet(command.csv);
  const reference = paymentOf(command);
  await refuseEnteredBefore(platform.database, fileHash);
  if (reference !== null) await refuseUsedReference(platform.database, platform, reference);
  if (command.mode === 'cash') await getOwnOpenSession(platform, actor, platform.database);
  const rows = await decideSheetRows(platform, lines);
  const ready = readyTotal(rows);
  refuseTooLittle(command.total, ready);
  const reader = { language: actor.language, currency: settings['money.currency'] };
  return {
    preview: true,
    total: formatMoney(command.total),
    rows: rows.length,
    paidRows: rows.filter(({ problem }) => problem === null).length,
    paid: formatMoney(ready),
    refusedRows: rows.filter(({ problem }) => problem !== null).length,
    left: formatMoney(subtract(command.total, ready)),
    items: rows.map((row) => previewedRow(row, reader)),
  };
}

export async function enterRepaymentSheet(
  platform: Platform,
  actor: Actor,
  command: EnterSheet,
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<{ readonly preview: false; readonly sheetId: string; readonly number: string }>> {
  const settings = await readSettings(platform);
  const { lines, fileHash } = readRepaymentSheet(command.csv);
  const reference = paymentOf(command);
  // Outside the transaction: a thousand loans are not gone through while everybody else waits. Each is looked at again when it is paid.
  const rows = await decideSheetRows(platform, lines);
  return withIdempotency(platform, actor, idempotency, async (trx) => {
    await refuseEnteredBefore(trx, fileHash);
    if (reference !== null) await refuseUsedReference(trx, platform, reference);
    const ready = readyTotal(rows);
    if (ready === 0) throw new Refusal('rule', 'SHEET_NOTHING_READY', undefined, 'csv');
    refuseTooLittle(command.total, ready);
    const session = command.mode === 'cash' ? await getOwnOpenSession(platform, actor, trx) : undefined;
    const entry = await receiveAll(trx, platform, actor, command, { session, settings, ready });
    const sheetId = await keepSheet(trx, platform, actor, command, { entry, fileHash, reference });
    await trx
      .insertInto('repayment_sheet_row')
      .values(rows.map((row) => rowOf(sheetId, row)))
      .execute();
    return { preview: false as const, sheetId: String(sheetId), number: sheetNumber(sheetId) };
  });
}

async function refuseEnteredBefore(reader: Trx | Platform['database'], fileHash: string): Promise<void> {
  const before = await reader
    .selectFrom('repayment_sheet')
    .select(['id', 'enteredOn'])
    .where('fileHash', '=', fileHash)
    .executeTakeFirst();
  if (before === undefined) return;
  const params = { number: sheetNumber(before.id), day: before.enteredOn };
  throw new Refusal('conflict', 'SHEET_ENTERED_BEFORE', params, 'csv');
}

function paymentOf(command: EnterSheet): Reference | null {
  const { mode, reference, drawnOn = null } = command;
  if (mode !== 'cash') return referenceOf('in', mode, reference, drawnOn);
  if (reference !== undefined) throw new Refusal('rule', 'REFERENCE_NOT_FOR_CASH', undefined, 'reference');
  return null;
}

function refuseTooLittle(total: Money, ready: Money): void {
  if (total >= ready) return;
  throw new Refusal('rule', 'SHEET_TOTAL_BELOW', { total: formatMoney(total), rows: formatMoney(ready) }, 'total');
}

/** All of it at once, as the bank's statement has it. */
function receiveAll(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { mode, total }: EnterSheet,
  { session, settings, ready }: { session: OpenSession | undefined; settings: Settings; ready: Money },
): Promise<PostedEntry> {
  const left = subtract(total, ready);
  return postJournalEntry(trx, platform, actor, {
    seriesCode: session?.seriesCode ?? 'JV',
    kind: 'receipt',
    narration: sheetReceivedNarration(mode),
    postings: [
      receivedPosting(session ?? { tillId: 0 }, mode, total, settings),
      { accountCode: FOR_ROWS, side: 'credit', amount: ready },
      ...(left > 0 ? [{ accountCode: settings['accounts.unidentified'], side: 'credit' as const, amount: left }] : []),
    ],
    tillId: session?.tillId ?? null,
    mode,
    audit: { action: 'sheet.entered', newValues: { mode, total: formatMoney(total) } },
    event: { name: 'voucher.posted' },
  });
}

async function keepSheet(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  command: EnterSheet,
  { entry, fileHash, reference }: { entry: PostedEntry; fileHash: string; reference: Reference | null },
): Promise<number> {
  const { mode, total, referenceOn = null, drawnOn = null } = command;
  const { insertId } = await trx
    .insertInto('repayment_sheet')
    .values({
      fileHash,
      mode,
      reference: reference?.reference ?? null,
      referenceKey: reference === null ? null : referenceKey(reference),
      referenceOn,
      drawnOn,
      total,
      status: 'posting',
      entryId: entry.id,
      enteredByUserId: actor.userId,
      enteredOn: await businessDayFor(trx, platform),
      enteredAt: entry.recordedAt,
      finishedAt: null,
    })
    .executeTakeFirstOrThrow()
    // Of two who enter it at the same moment the second is told as if it came later.
    .catch((error: unknown) => {
      if (platform.dialect.isDuplicateKey(error) === undefined) throw error;
      throw new Refusal('conflict', 'SHEET_ENTERED_MEANWHILE', undefined, 'csv');
    });
  return Number(insertId);
}

function rowOf(sheetId: number, { line, typed, member, loan, amount, note, problem }: DecidedRow) {
  return {
    sheetId,
    line,
    typed,
    memberId: member?.id ?? null,
    loanId: loan?.id ?? null,
    amount,
    note,
    status: problem === null ? ('waiting' as const) : ('refused' as const),
    code: problem?.code ?? null,
    params: problem === null ? null : JSON.stringify(problem.params),
    receiptId: null,
    entryId: null,
  };
}
