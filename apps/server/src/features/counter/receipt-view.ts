import type { ReceiptLineView, ReceiptView } from '@kafal/contract';
import { amountInWords, type CalendarDate, formatMoney, type Money, money } from '@kafal/core';
import type { z } from 'zod';
import type { Actor, Language } from '../../platform/http/actor.ts';
import type { PostedEntry } from '../accounting/index.ts';
import type { Settings } from '../society/index.ts';
import type { NewReceipt } from './keep-receipt.ts';
import { type BothLanguages, inLanguage } from './receipt-words.ts';

export type ReceiptAnswer = z.input<typeof ReceiptView>;

export interface ShownReceipt {
  readonly id: number;
  readonly number: string;
  readonly entryId: number;
  readonly direction: 'in' | 'out';
  readonly memberId: number;
  readonly memberNumber: string;
  readonly memberName: string;
  readonly mode: string;
  readonly reference: string | null;
  readonly total: Money;
  readonly cashGiven: Money | null;
  readonly lines: readonly { readonly kind: string; readonly label: BothLanguages; readonly amount: Money }[];
  /** Null where no person gave it. */
  readonly issuedBy: string | null;
  readonly issuedOn: CalendarDate;
  readonly issuedAt: number;
  readonly tillCode: string | null;
  readonly prints: number;
  readonly reversedByEntryId: number | null;
}

export function receiptRow(receipt: Omit<ShownReceipt, 'lines' | 'cashGiven'>, currency: string) {
  return {
    id: String(receipt.id),
    number: receipt.number,
    entryId: String(receipt.entryId),
    direction: receipt.direction,
    memberId: String(receipt.memberId),
    memberNumber: receipt.memberNumber,
    memberName: receipt.memberName,
    mode: receipt.mode,
    reference: receipt.reference,
    total: formatMoney(receipt.total),
    currency,
    issuedBy: receipt.issuedBy,
    issuedOn: receipt.issuedOn,
    issuedAt: new Date(receipt.issuedAt).toISOString(),
    tillCode: receipt.tillCode,
    prints: receipt.prints,
    reversedByEntryId: receipt.reversedByEntryId === null ? null : String(receipt.reversedByEntryId),
  };
}

export function receiptView(receipt: ShownReceipt, currency: string, language: Language): ReceiptAnswer {
  const { cashGiven, total } = receipt;
  return {
    ...receiptRow(receipt, currency),
    totalInWords: {
      en: amountInWords(total, { currency, language: 'en' }),
      hi: amountInWords(total, { currency, language: 'hi' }),
    },
    cashGiven: cashGiven === null ? null : formatMoney(cashGiven),
    change: cashGiven === null ? null : formatMoney(changeOf(cashGiven, total)),
    lines: receipt.lines.map(
      (line): z.input<typeof ReceiptLineView> => ({
        kind: line.kind,
        label: inLanguage(line.label, language),
        amount: formatMoney(line.amount),
      }),
    ),
  };
}

/** What was just kept, as whoever gave it sees it. */
export function issuedReceipt(
  actor: Pick<Actor, 'userId' | 'name' | 'language'>,
  settings: Pick<Settings, 'money.currency'>,
  entry: PostedEntry,
  kept: NewReceipt,
  of: Pick<ShownReceipt, 'id' | 'memberNumber' | 'memberName' | 'tillCode'>,
): ReceiptAnswer {
  return receiptView(
    {
      ...kept,
      ...of,
      number: entry.printedNumber,
      entryId: entry.id,
      reference: kept.reference?.reference ?? null,
      issuedBy: actor.userId === 0 ? null : actor.name,
      issuedOn: entry.postedOn,
      issuedAt: entry.recordedAt,
      prints: 0,
      reversedByEntryId: null,
    },
    settings['money.currency'],
    actor.language,
  );
}

export function changeOf(cashGiven: Money, total: Money): Money {
  return money(cashGiven - total);
}
