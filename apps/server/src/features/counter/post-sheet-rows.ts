// The rows of a sheet of repayments are paid one by one, each in a transaction of its own that claims its row first: a row is paid once,
// whoever goes on with the sheet and however often. What a row cannot be paid with any more is put where nobody has assigned it.

import { DomainError, formatMoney } from '@kafal/core';
import { type Actor, systemActor } from '../../platform/http/actor.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { postJournalEntry } from '../accounting/index.ts';
import { type ProductNames, productNames } from '../deposits/index.ts';
import { readSettings, type Settings } from '../society/index.ts';
import { FOR_ROWS } from './enter-repayment-sheet.ts';
import { sheetNumber } from './payment-reference.ts';
import { decideLines } from './receipt-lines.ts';
import { rowUnassignedNarration } from './receipt-words.ts';
import { recordReceipt } from './record-receipt.ts';

/** Goes on with every sheet that is not through, the oldest first; a recurring job. */
export async function postWaitingSheets(platform: Platform): Promise<void> {
  const sheets = await platform.database
    .selectFrom('repayment_sheet')
    .select('id')
    .where('status', '=', 'posting')
    .orderBy('id')
    .execute();
  for (const { id } of sheets) await postSheetRows(platform, id);
}

/** All rows that wait, or so many of them; the sheet is done when none waits any more. */
export async function postSheetRows(
  platform: Platform,
  sheetId: number,
  most = Number.POSITIVE_INFINITY,
): Promise<void> {
  const products = await productNames(platform);
  const settings = await readSettings(platform);
  const actor = await whoeverEntered(platform, sheetId);
  for (let paid = 0; paid < most; paid += 1) {
    const line = await nextWaiting(platform, sheetId);
    if (line === undefined) break;
    try {
      await platform.transact((trx) => payRow(trx, platform, actor, { sheetId, line }, { products, settings }));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await platform.transact((trx) => leaveUnassigned(trx, platform, actor, { sheetId, line }, error, settings));
    }
  }
  if ((await nextWaiting(platform, sheetId)) === undefined) await finish(platform, sheetId);
}

/** The books name whoever entered the sheet, also where another process goes on with it. */
async function whoeverEntered({ database }: Platform, sheetId: number): Promise<Actor> {
  const { id, name } = await database
    .selectFrom('repayment_sheet as s')
    .innerJoin('user as u', 'u.id', 's.enteredByUserId')
    .select(['u.id', 'u.name'])
    .where('s.id', '=', sheetId)
    .executeTakeFirstOrThrow();
  return { ...systemActor(name), userId: id, kind: 'staff' };
}

async function nextWaiting({ database }: Platform, sheetId: number): Promise<number | undefined> {
  const row = await database
    .selectFrom('repayment_sheet_row')
    .select('line')
    .where('sheetId', '=', sheetId)
    .where('status', '=', 'waiting')
    .orderBy('line')
    .limit(1)
    .executeTakeFirst();
  return row?.line;
}

interface SheetRowKey {
  readonly sheetId: number;
  readonly line: number;
}

async function payRow(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  key: SheetRowKey,
  { products, settings }: { readonly products: ProductNames; readonly settings: Settings },
): Promise<void> {
  const row = await claim(trx, key, { status: 'paid' });
  if (row === undefined) return;
  const { memberId, loanId, amount } = row;
  const decided = await decideLines(platform, trx, memberId, { lines: [{ kind: 'loan', loanId, amount }] }, products);
  const sheet = sheetNumber(key.sheetId);
  const { id: receiptId, entry } = await recordReceipt(trx, platform, actor, {
    place: { seriesCode: 'JV' },
    mode: 'transfer',
    decided,
    payment: { reference: null, sheetNumber: sheet, referenceOn: null, drawnOn: null, cashGiven: null },
    received: { accountCode: FOR_ROWS, side: 'debit', amount: decided.total },
    settings,
    idempotencyKey: null,
    audit: { sheet },
  });
  await complete(trx, key, { receiptId, entryId: entry.id });
}

/** It was ready when the sheet was entered, and something has changed since. */
async function leaveUnassigned(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  key: SheetRowKey,
  { code, params }: DomainError,
  settings: Settings,
): Promise<void> {
  const row = await claim(trx, key, { status: 'refused', code, params: JSON.stringify(params) });
  if (row === undefined) return;
  const { amount } = row;
  const entry = await postJournalEntry(trx, platform, actor, {
    seriesCode: 'JV',
    kind: 'receipt',
    narration: rowUnassignedNarration(sheetNumber(key.sheetId), key.line),
    postings: [
      { accountCode: FOR_ROWS, side: 'debit', amount },
      { accountCode: settings['accounts.unidentified'], side: 'credit', amount },
    ],
    audit: { action: 'sheet.row-unassigned', newValues: { line: key.line, amount: formatMoney(amount), code } },
    event: { name: 'voucher.posted' },
  });
  await complete(trx, key, { entryId: entry.id });
}

/** Undefined where somebody else was faster: the update decides, not a look before it. */
async function claim(
  trx: Trx,
  { sheetId, line }: SheetRowKey,
  becomes: { status: 'paid' } | { status: 'refused'; code: string; params: string },
) {
  const { numUpdatedRows } = await trx
    .updateTable('repayment_sheet_row')
    .set(becomes)
    .where('sheetId', '=', sheetId)
    .where('line', '=', line)
    .where('status', '=', 'waiting')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return undefined;
  const row = await trx
    .selectFrom('repayment_sheet_row')
    .select(['memberId', 'loanId', 'amount'])
    .where('sheetId', '=', sheetId)
    .where('line', '=', line)
    .executeTakeFirstOrThrow();
  const { memberId, loanId, amount } = row;
  if (memberId === null || loanId === null || amount === null)
    throw new Error('a row that waits names a loan and an amount');
  return { memberId, loanId, amount };
}

async function complete(
  trx: Trx,
  { sheetId, line }: SheetRowKey,
  made: { entryId: number; receiptId?: number },
): Promise<void> {
  await trx
    .updateTable('repayment_sheet_row')
    .set(made)
    .where('sheetId', '=', sheetId)
    .where('line', '=', line)
    .execute();
}

async function finish(platform: Platform, sheetId: number): Promise<void> {
  await platform.transact(async (trx) => {
    await trx
      .updateTable('repayment_sheet')
      .set({ status: 'done', finishedAt: platform.clock.now() })
      .where('id', '=', sheetId)
      .where('status', '=', 'posting')
      .execute();
  });
}
