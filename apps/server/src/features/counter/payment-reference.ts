// The number of a cheque, a bank transfer or a UPI payment counts once: the same money is never received twice.

import type { Money } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';

export interface Reference {
  readonly direction: 'in' | 'out';
  readonly mode: 'cheque' | 'bank' | 'upi';
  readonly reference: string;
  /** The bank a cheque is drawn on: two banks use the same numbers. */
  readonly drawnOn: string | null;
  /** Where in the request it was typed: `payment.`, or nothing. */
  readonly at?: string;
}

export function referenceOf(
  direction: Reference['direction'],
  mode: Reference['mode'],
  reference: string | undefined,
  drawnOn: string | null,
  at = '',
): Reference {
  if (!tells(reference)) throw new Refusal('rule', 'REFERENCE_REQUIRED', undefined, `${at}reference`);
  // The society's own cheques are all of its own bank.
  if (direction === 'in' && mode === 'cheque' && !tells(drawnOn)) {
    throw new Refusal('rule', 'DRAWN_ON_REQUIRED', undefined, `${at}drawnOn`);
  }
  return { direction, mode, reference, drawnOn, at };
}

/** A number or a name must have something in it that can be told from another. */
function tells(text: string | null | undefined): text is string {
  return text != null && /[\p{L}\p{N}]/u.test(text);
}

const LONGEST_KEY = 120;

/**
 * What makes two references the same: case, blanks and punctuation do not. A transfer by bank and by UPI carries the
 * same kind of number, so one may not be typed again as the other.
 */
export function referenceKey({ direction, mode, reference, drawnOn }: Reference): string {
  const kind = mode === 'cheque' ? 'cheque' : 'transfer';
  const bank = mode === 'cheque' && drawnOn !== null ? plain(drawnOn) : '';
  return [direction, kind, plain(reference), bank].join(':').slice(0, LONGEST_KEY);
}

export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

export async function usePaymentReference(
  trx: Trx,
  platform: Platform,
  reference: Reference,
  receiptId: number,
): Promise<void> {
  const key = referenceKey(reference);
  await refuseUsedBySheet(trx, platform, reference);
  const isFirst = await platform.dialect.insertIgnore({
    execute: () =>
      platform.dialect.run(trx, 'INSERT INTO payment_reference (referenceKey, receiptId) VALUES (?, ?)', [
        key,
        receiptId,
      ]),
  });
  if (!isFirst) await refuseUsedReference(trx, platform, reference);
}

/** The receipt that used the number up. */
export async function receiptOfReference(reader: Reader, platform: Platform, reference: Reference) {
  return platform.dialect.one<{ id: number; mode: string; total: Money; memberId: number; number: string }>(
    reader,
    'SELECT r.id, r.mode, r.total, r.memberId, r.number FROM payment_reference p ' +
      'JOIN receipt r ON r.id = p.receiptId WHERE p.referenceKey = ?',
    [referenceKey(reference)],
  );
}

/** Whether the number has come in already, whoever's it was. */
export async function isReferenceUsed(reader: Reader, platform: Platform, reference: Reference): Promise<boolean> {
  const used = await platform.dialect.one<{ receiptId: number }>(
    reader,
    'SELECT receiptId FROM payment_reference WHERE referenceKey = ?',
    [referenceKey(reference)],
  );
  return used !== undefined || (await sheetPaidWith(reader, platform, reference)) !== undefined;
}

/** A sheet of repayments was paid with it: one payment for many receipts. */
function sheetPaidWith(reader: Reader, platform: Platform, reference: Reference) {
  return platform.dialect.one<{ id: number }>(reader, 'SELECT id FROM repayment_sheet WHERE referenceKey = ?', [
    referenceKey(reference),
  ]);
}

async function refuseUsedBySheet(reader: Reader, platform: Platform, reference: Reference): Promise<void> {
  const sheet = await sheetPaidWith(reader, platform, reference);
  if (sheet === undefined) return;
  const params = { reference: reference.reference, number: sheetNumber(sheet.id) };
  throw new Refusal('conflict', 'REFERENCE_USED', params, `${reference.at ?? ''}reference`);
}

/** As people name a sheet of repayments. */
export const sheetNumber = (id: number): string => `RS-${String(id).padStart(4, '0')}`;

/** For a preview, and for the sentence of the refusal. */
export async function refuseUsedReference(reader: Reader, platform: Platform, reference: Reference): Promise<void> {
  await refuseUsedBySheet(reader, platform, reference);
  const used = await platform.dialect.one<{ number: string }>(
    reader,
    'SELECT r.number FROM payment_reference p JOIN receipt r ON r.id = p.receiptId WHERE p.referenceKey = ?',
    [referenceKey(reference)],
  );
  if (used === undefined) return;
  const params = { reference: reference.reference, number: used.number };
  throw new Refusal('conflict', 'REFERENCE_USED', params, `${reference.at ?? ''}reference`);
}

/** The payment was taken back: its number may be received again. */
export async function freePaymentReferences(trx: Trx, platform: Platform, receiptId: number): Promise<void> {
  await platform.dialect.run(trx, 'DELETE FROM payment_reference WHERE receiptId = ?', [receiptId]);
}
