import type { CalendarDate } from '../calendar/calendar-date.ts';
import { invariant } from '../invariant.ts';
import type { Money } from '../money/money.ts';
import type { Side } from './account.ts';
import type { EntryReference } from './journal-entry.ts';

/** A posting as it is printed: the sub-ledger by its number, never by a database id. */
export interface ChainedPosting {
  readonly accountCode: string;
  readonly side: Side;
  readonly amount: Money;
  readonly subLedger?: { readonly kind: string; readonly number: string };
}

export interface ChainedEntry extends EntryReference {
  readonly postedOn: CalendarDate;
  readonly valueOn: CalendarDate;
  readonly kind: string;
  readonly narration: string;
  readonly reverses?: EntryReference;
  readonly postings: readonly ChainedPosting[];
}

/** The previous hash of the first entry of a series and year. */
export const CHAIN_START = '0'.repeat(64);

const VERSION = 'kafal-chain-1';

/**
 * The text that is hashed for one entry. It is one line; its fields are separated by a tab, in this order:
 *
 *     version, series, financial year, number, posted on, value on, kind, narration,
 *     the reversed entry as `series|financial year|number`, or `-`,
 *     each posting in order as `account|side|minor units|sub-ledger kind|sub-ledger number`, the last two `-` for none,
 *     the previous entry's hash (64 zeros before the first)
 *
 * Inside a field a backslash is written `\\`, a tab `\t`, a line feed `\n`, a carriage return `\r` and a bar `\p`, and a
 * field that is only a hyphen is written `\-`. So a tab or a bar in the line always separates, a lone hyphen always
 * means none, and two different entries can never give the same line. The hash is SHA-256 of the line's UTF-8 bytes
 * without a line end, in lower-case hexadecimal.
 */
export function chainLine(entry: ChainedEntry, previousHash: string): string {
  return [
    VERSION,
    escaped(entry.series),
    escaped(entry.financialYear),
    String(entry.number),
    entry.postedOn,
    entry.valueOn,
    escaped(entry.kind),
    escaped(entry.narration),
    entry.reverses === undefined ? '-' : referenceText(entry.reverses),
    ...entry.postings.map(postingText),
    escaped(previousHash),
  ].join('\t');
}

function referenceText({ series, financialYear, number }: EntryReference): string {
  return [escaped(series), escaped(financialYear), String(number)].join('|');
}

function postingText({ accountCode, side, amount, subLedger }: ChainedPosting): string {
  const subLedgerText = subLedger === undefined ? ['-', '-'] : [escaped(subLedger.kind), escaped(subLedger.number)];
  return [escaped(accountCode), side, String(amount), ...subLedgerText].join('|');
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r', '|': '\\p' };

function escaped(text: string): string {
  // Half of a character has no UTF-8 of its own: every such half would give the same bytes.
  invariant(!/[\ud800-\udfff]/u.test(text), 'the chain takes only whole characters');
  return text === '-' ? '\\-' : text.replace(/[\\\t\n\r|]/g, (character) => ESCAPES[character] ?? character);
}
