// What a command hands to the one door that writes the journal, and what it gets back.

import type { ENTRY_KINDS, EventName } from '@kafal/contract';
import type { CalendarDate, Money, Side } from '@kafal/core';
import type { AuditValues } from '../audit/index.ts';

/**
 * What stands behind a control account. Each has a running balance of its own: `vault` is the one vault (id 1, account
 * 1101), `till` a till (1102), `deposit` a deposit (its product's account), `share_pending` a member (2204), `share` a
 * share holding (3101), `agent` an agent with the cash collected (1103), `loan` a loan's principal (its product's account).
 */
export const SUB_LEDGERS = ['agent', 'deposit', 'loan', 'share', 'share_pending', 'till', 'vault'] as const;
export type SubLedger = (typeof SUB_LEDGERS)[number];

export type EntryKind = (typeof ENTRY_KINDS)[number];
export type PaymentMode = 'cash' | 'cheque' | 'bank' | 'upi' | 'transfer';

/** The id of the one vault in the sub-ledger `vault`. */
export const VAULT_ID = 1;

/** Vouchers of what the day's end writes. */
export const DAY_END_SERIES = 'DE';

export interface PostingDraft {
  readonly accountCode: string;
  readonly side: Side;
  readonly amount: Money;
  readonly subLedger?: SubLedger;
  readonly subLedgerId?: number;
  readonly memo?: string;
}

export interface EntryDraft {
  /** A till's own series (`T1`), `ON` for a member's own acts online, `JV` for vouchers, allotments and staff transfers. */
  readonly seriesCode: string;
  readonly kind: EntryKind;
  /** The sentence printed on the voucher. */
  readonly narration: string;
  readonly postings: readonly PostingDraft[];
  readonly memberId?: number | null;
  readonly tillId?: number | null;
  readonly mode?: PaymentMode | null;
  /** The day interest counts from; the business day itself when nothing is said. */
  readonly valueOn?: CalendarDate;
  /** The business day the caller decided on; refused when it is no longer the open one. */
  readonly postedOn?: CalendarDate;
  readonly reversesEntryId?: number | null;
  /**
   * It credits interest of a period, or takes such a credit back: part of the count itself, so nothing is counted anew
   * because of it.
   */
  readonly isInterestCount?: boolean;
  /** It empties an account that is closed with it, whose minimum balance need not stay any more. */
  readonly isClosure?: boolean;
  /** Who entered it; the actor when nothing is said. */
  readonly makerUserId?: number;
  /** Who approved it; never the maker. */
  readonly checkerUserId?: number | null;
  readonly idempotencyKey?: string | null;
  /** The row of the trail. Its subject is the entry itself unless another is named. */
  readonly audit: {
    readonly action: string;
    readonly subjectKind?: string;
    readonly subjectId?: string | number;
    readonly oldValues?: AuditValues;
    readonly newValues?: AuditValues;
  };
  /** What everybody is told; `entryId` is added to the payload. Null only for a further entry of an act already told. */
  readonly event: {
    readonly name: EventName;
    readonly memberId?: number | null;
    readonly payload?: Readonly<Record<string, string | number | null>>;
  } | null;
}

export interface ChangedBalance {
  readonly subLedger: SubLedger;
  readonly subLedgerId: number;
  /** The printed number of what stands behind it: deposit number, folio, till code, member number. */
  readonly number: string;
  readonly before: Money;
  readonly after: Money;
}

export interface PostedEntry {
  readonly id: number;
  readonly seriesCode: string;
  readonly financialYear: string;
  readonly number: number;
  /** `T1/2026-27/00042` */
  readonly printedNumber: string;
  readonly postedOn: CalendarDate;
  readonly valueOn: CalendarDate;
  readonly recordedAt: number;
  readonly total: Money;
  readonly balances: readonly ChangedBalance[];
}

/** The number as people read it: `T1/2026-27/00042`. */
export function printedNumber(entry: { seriesCode: string; financialYear: string; number: number }): string {
  return `${entry.seriesCode}/${entry.financialYear}/${String(entry.number).padStart(5, '0')}`;
}
