import type { CalendarDate } from '../calendar/calendar-date.ts';
import { invariant } from '../invariant.ts';
import { type Money, subtract, sum, ZERO } from '../money/money.ts';
import { oppositeSide, type Side } from './account.ts';

/** What stands behind a control account: the record whose own balance the posting changes. */
export type SubLedgerKind =
  | 'deposit'
  | 'share'
  | 'share_pending'
  | 'till'
  | 'vault'
  | 'member_due'
  | 'bank'
  | 'loan'
  | 'agent'
  | 'dividend'
  | 'patronage_refund'
  | 'settlement'
  | 'employer';

export interface SubLedger {
  readonly kind: SubLedgerKind;
  readonly id: string;
}

/** One account, one side, one positive amount. */
export interface Posting {
  readonly accountCode: string;
  readonly side: Side;
  readonly amount: Money;
  readonly subLedger?: SubLedger;
  readonly memo?: string;
}

/** An entry as people name it: its series, financial year and number in that series. */
export interface EntryReference {
  readonly series: string;
  readonly financialYear: string;
  readonly number: number;
}

export interface JournalEntryDraft {
  /** The business act, in the words of docs/POSTINGS.md. */
  readonly kind: string;
  /** The sentence printed on the voucher. */
  readonly narration: string;
  readonly postings: readonly Posting[];
  /** The open business day whose books it enters. */
  readonly postedOn?: CalendarDate;
  /** The day interest counts from. */
  readonly valueOn?: CalendarDate;
  /** The entry that this one takes back. */
  readonly reverses?: EntryReference;
}

declare const balanced: unique symbol;

/** A draft that has been checked; `journalEntry` makes it and nothing else does. */
export type JournalEntry<Draft extends JournalEntryDraft = JournalEntryDraft> = Readonly<Draft> & {
  readonly [balanced]: true;
};

/** The only way to make a journal entry, so no unbalanced entry can exist. */
export function journalEntry<Draft extends JournalEntryDraft>(draft: Draft): JournalEntry<Draft> {
  const { postings, narration } = draft;
  invariant(postings.length >= 2, `"${narration}" needs at least two postings`);
  invariant(
    postings.every((posting) => Number.isSafeInteger(posting.amount) && posting.amount > 0),
    `"${narration}" has a posting that is not positive`,
  );
  const residual = subtract(totalOn('debit', postings), totalOn('credit', postings));
  invariant(residual === ZERO, `"${narration}" is out of balance by ${residual} of the smallest unit`);

  const frozenPostings = Object.freeze(postings.map((posting) => Object.freeze({ ...posting })));
  // The cast adds the mark that says the three checks above have passed; the mark exists in types only.
  return Object.freeze({ ...draft, postings: frozenPostings }) as JournalEntry<Draft>;
}

export function totalOn(side: Side, postings: readonly Posting[]): Money {
  return sum(postings.filter((posting) => posting.side === side).map((posting) => posting.amount));
}

export interface Reversal {
  readonly narration: string;
  readonly kind?: string;
  readonly postedOn?: CalendarDate;
  readonly valueOn?: CalendarDate;
  /** The printed name of the reversed entry. */
  readonly reverses?: EntryReference;
}

/**
 * The same postings on the other side, in the same order. Its days are the caller's to give: a reversal enters the
 * books of the open day, never those of the entry it takes back.
 */
export function reversalOf(entry: Pick<JournalEntryDraft, 'postings'>, reversal: Reversal): JournalEntry {
  return journalEntry({
    kind: 'reversal',
    ...reversal,
    postings: entry.postings.map((posting) => ({ ...posting, side: oppositeSide(posting.side) })),
  });
}
