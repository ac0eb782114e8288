// Writes the paper side of an entry: the receipt or payment voucher, its lines, and the reference it used up. Plain
// statements of one fixed text, because this is the busiest act of a society.

import type { CalendarDate, Money } from '@kafal/core';
import type { Platform, Trx } from '../../platform/platform.ts';
import type { PostedEntry } from '../accounting/index.ts';
import { type Reference, usePaymentReference } from './payment-reference.ts';
import type { BothLanguages } from './receipt-words.ts';

export interface NewReceipt {
  readonly direction: 'in' | 'out';
  readonly memberId: number;
  /** None where an agent gave it at a door. */
  readonly tillSessionId: number | null;
  readonly mode: string;
  readonly reference: Reference | null;
  /** Of a row of a sheet: its number stands where a reference does, and many receipts carry it. */
  readonly sheetNumber?: string;
  readonly referenceOn: CalendarDate | null;
  readonly drawnOn: string | null;
  readonly total: Money;
  readonly cashGiven: Money | null;
  readonly issuedByUserId: number;
  readonly lines: readonly {
    readonly kind: string;
    readonly dueId: number | null;
    readonly depositId: number | null;
    readonly label: BothLanguages;
    readonly amount: Money;
  }[];
}

const ADD_RECEIPT =
  'INSERT INTO receipt (number, entryId, direction, memberId, tillSessionId, mode, reference, referenceOn, drawnOn, ' +
  `total, cashGiven, issuedByUserId, issuedAt, issuedOn) VALUES (${Array(14).fill('?').join(', ')})`;

/** Its number is the number of its entry. Answers its id. */
export async function keepReceipt(
  trx: Trx,
  platform: Platform,
  entry: PostedEntry,
  receipt: NewReceipt,
): Promise<number> {
  const { insertId } = await platform.dialect.run(trx, ADD_RECEIPT, [
    entry.printedNumber,
    entry.id,
    receipt.direction,
    receipt.memberId,
    receipt.tillSessionId,
    receipt.mode,
    receipt.reference?.reference ?? receipt.sheetNumber ?? null,
    receipt.referenceOn,
    receipt.drawnOn,
    receipt.total,
    receipt.cashGiven,
    receipt.issuedByUserId,
    entry.recordedAt,
    entry.postedOn,
  ]);
  await platform.dialect.run(
    trx,
    addLinesText(receipt.lines.length),
    receipt.lines.flatMap(({ kind, dueId, depositId, label, amount }, index) => [
      ...[insertId, index + 1, kind, dueId, depositId],
      ...[label.en, label.hi, amount],
    ]),
  );
  if (receipt.reference !== null) await usePaymentReference(trx, platform, receipt.reference, insertId);
  return insertId;
}

const texts = new Map<number, string>();

function addLinesText(count: number): string {
  const known = texts.get(count);
  if (known !== undefined) return known;
  const text =
    'INSERT INTO receipt_line (receiptId, line, kind, dueId, depositId, labelEn, labelHi, amount) ' +
    `VALUES ${Array(count).fill('(?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`;
  texts.set(count, text);
  return text;
}
