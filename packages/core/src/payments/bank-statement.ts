// A bank's statement as its spreadsheet has it: which column is what, and each line as a credit or a debit of one day. It
// is right as a whole, or its mistakes are named line by line.

import { type CalendarDate, calendarDateOf, daysInMonth } from '../calendar/calendar-date.ts';
import { toLatinDigits } from '../money/display.ts';
import { add, MAX_MONEY, type Money, money, subtract, ZERO } from '../money/money.ts';

/** What a statement must or may say of a line; anything else in it is not looked at. */
export const STATEMENT_COLUMNS = ['date', 'description', 'reference', 'credit', 'debit', 'balance'] as const;
export type StatementColumn = (typeof STATEMENT_COLUMNS)[number];

/** The heading of each column, as the bank writes it; a statement need not say a reference, debits or a balance. */
export type StatementHeadings = Readonly<{ [Column in 'date' | 'description' | 'credit']: string }> &
  Readonly<{ [Column in 'reference' | 'debit' | 'balance']?: string | undefined }>;

export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface StatementLine {
  /** As a person counts lines in the file. */
  readonly line: number;
  readonly bookedOn: CalendarDate;
  readonly description: string;
  readonly reference: string;
  readonly credit: Money;
  readonly debit: Money;
  readonly balance: Money | null;
}

export type StatementMistake =
  | 'STATEMENT_LINE_DATE'
  | 'STATEMENT_LINE_AMOUNT'
  | 'STATEMENT_LINE_BOTH'
  | 'STATEMENT_LINE_NOTHING'
  | 'STATEMENT_LINE_LONG'
  | 'STATEMENT_LINE_BALANCE';

export interface ReadStatement {
  readonly headings: StatementHeadings;
  /** Oldest first, whichever way the bank writes them. */
  readonly lines: readonly StatementLine[];
  readonly mistakes: readonly { readonly line: number; readonly code: StatementMistake; readonly typed: string }[];
}

const LONGEST_TEXT = 400;

/** How banks head their columns, in small letters without dots and blanks. */
const KNOWN_HEADINGS: Readonly<Record<StatementColumn, readonly string[]>> = {
  date: ['date', 'txndate', 'transactiondate', 'trandate', 'postdate', 'postingdate', 'valuedate'],
  description: [
    'description',
    'narration',
    'particulars',
    'details',
    'transactiondetails',
    'remarks',
    'transactionremarks',
  ],
  reference: [
    'reference',
    'refno',
    'referenceno',
    'utr',
    'utrno',
    'utrnumber',
    'refnochequeno',
    'chqrefno',
    'chequerefno',
    'rrn',
  ],
  credit: ['credit', 'creditamount', 'deposit', 'depositamt', 'depositamount', 'cr', 'cramount', 'deposits'],
  debit: ['debit', 'debitamount', 'withdrawal', 'withdrawalamt', 'withdrawalamount', 'dr', 'dramount', 'withdrawals'],
  balance: ['balance', 'closingbalance', 'runningbalance', 'availablebalance', 'balanceamount'],
};

/**
 * Undefined where no line of the sheet has these headings, or, without headings, where none has a date, a description and
 * a credit as banks call them. What stands above the headings, and below the last dated line, is the bank's own.
 */
export function readStatement(rows: readonly SheetRow[], wanted?: StatementHeadings): ReadStatement | undefined {
  for (const [place, { cells }] of rows.entries()) {
    const columns = wanted === undefined ? guessedColumns(cells) : namedColumns(cells, wanted);
    if (columns === undefined) continue;
    const headings = Object.fromEntries(columns.map(({ column, at }) => [column, cells[at] ?? '']));
    // Both ways of finding them give a date, a description and a credit.
    return { headings: headings as StatementHeadings, ...readLines(rows.slice(place + 1), columns) };
  }
  return undefined;
}

type Columns = readonly { readonly column: StatementColumn; readonly at: number }[];

const plain = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/\(.*?\)/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

function guessedColumns(cells: readonly string[]): Columns | undefined {
  const names = cells.map(plain);
  return complete(
    STATEMENT_COLUMNS.flatMap((column) => {
      const known = KNOWN_HEADINGS[column].find((heading) => names.includes(heading));
      return known === undefined ? [] : [{ column, at: names.indexOf(known) }];
    }),
  );
}

function namedColumns(cells: readonly string[], wanted: StatementHeadings): Columns | undefined {
  const names = cells.map(plain);
  const columns: { column: StatementColumn; at: number }[] = [];
  for (const column of STATEMENT_COLUMNS) {
    const heading = wanted[column];
    if (heading === undefined) continue;
    const at = names.indexOf(plain(heading));
    if (at === -1) return undefined;
    columns.push({ column, at });
  }
  return complete(columns);
}

function complete(columns: Columns): Columns | undefined {
  const has = (wanted: StatementColumn) => columns.some(({ column }) => column === wanted);
  return has('date') && has('description') && has('credit') ? columns : undefined;
}

function readLines(rows: readonly SheetRow[], columns: Columns): Pick<ReadStatement, 'lines' | 'mistakes'> {
  const cellOf = ({ cells }: SheetRow, wanted: StatementColumn) => {
    const found = columns.find(({ column }) => column === wanted);
    return found === undefined ? '' : (cells[found.at] ?? '').normalize('NFC').trim();
  };
  const dated = rows.findLastIndex((row) => readStatementDay(cellOf(row, 'date')) !== undefined);
  const lines: StatementLine[] = [];
  const mistakes: { line: number; code: StatementMistake; typed: string }[] = [];
  for (const row of rows.slice(0, dated + 1)) {
    const { line } = row;
    const texts = { date: cellOf(row, 'date'), credit: cellOf(row, 'credit'), debit: cellOf(row, 'debit') };
    const wrong = (code: StatementMistake, typed: string) => mistakes.push({ line, code, typed: typed.slice(0, 40) });
    // The balance brought forward, or a page's end.
    if (texts.credit === '' && texts.debit === '') continue;
    const bookedOn = readStatementDay(texts.date);
    const credit = readStatementAmount(texts.credit);
    const debit = readStatementAmount(texts.debit);
    const balance = readStatementAmount(cellOf(row, 'balance'), true);
    const description = cellOf(row, 'description').replace(/\s+/g, ' ');
    const reference = cellOf(row, 'reference').replace(/\s+/g, ' ');
    if (bookedOn === undefined) wrong('STATEMENT_LINE_DATE', texts.date);
    else if (credit === undefined || debit === undefined || balance === undefined) {
      wrong('STATEMENT_LINE_AMOUNT', [texts.credit, texts.debit, cellOf(row, 'balance')].join(' '));
    } else if (credit > 0 && debit > 0) wrong('STATEMENT_LINE_BOTH', `${texts.credit} ${texts.debit}`);
    else if (credit === ZERO && debit === ZERO) wrong('STATEMENT_LINE_NOTHING', `${texts.credit} ${texts.debit}`);
    else if (description.length > LONGEST_TEXT || reference.length > LONGEST_TEXT)
      wrong('STATEMENT_LINE_LONG', description);
    else {
      const isSaid = cellOf(row, 'balance') !== '';
      lines.push({ line, bookedOn, description, reference, credit, debit, balance: isSaid ? balance : null });
    }
  }
  if (mistakes.length > 0) return { lines, mistakes };
  const [sorted, breaks] = oldestFirst(lines);
  return {
    lines: sorted,
    mistakes: breaks.map(({ line, balance }) => ({
      line,
      code: 'STATEMENT_LINE_BALANCE' as const,
      typed: String((balance ?? ZERO) / 100),
    })),
  };
}

/** Banks write the newest line first or last; the balances say which. Where a balance does not follow, a line is missing. */
function oldestFirst(lines: readonly StatementLine[]): [readonly StatementLine[], readonly StatementLine[]] {
  const reversed = lines.toReversed();
  const [ahead, back] = [brokenBalances(lines), brokenBalances(reversed)];
  const first = lines[0]?.bookedOn ?? '';
  const last = lines.at(-1)?.bookedOn ?? '';
  const isBackward = back.length < ahead.length || (back.length === ahead.length && first > last);
  return isBackward ? [reversed, back] : [lines, ahead];
}

function brokenBalances(lines: readonly StatementLine[]): StatementLine[] {
  return lines.filter((line, place) => {
    const before = lines[place - 1]?.balance ?? null;
    if (line.balance === null || before === null) return false;
    return line.balance !== add(subtract(before, line.debit), line.credit);
  });
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** 2026-11-30, or the day first as India and Nepal write it: 30/11/2026, 30-11-26, 30.11.2026, 30-Nov-2026. */
export function readStatementDay(typed: string): CalendarDate | undefined {
  const text = toLatinDigits(typed).trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text);
  if (iso !== null) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const office = /^(\d{1,2})[-/. ](\d{1,2}|[A-Za-z]{3,9})[-/. ](\d{4}|\d{2})(?: \d.*)?$/.exec(text);
  if (office === null) return undefined;
  const [, day = '', month = '', year = ''] = office;
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return dayOf(Number(year) + (year.length === 2 ? 2_000 : 0), /^\d/.test(month) ? Number(month) : named, Number(day));
}

function dayOf(year: number, month: number, day: number): CalendarDate | undefined {
  const isDay = year >= 1990 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return isDay ? calendarDateOf(year, month, day) : undefined;
}

/**
 * "1,23,456.50", "₹ 500", "500.5 Cr"; nothing where nothing or a dash stands. Undefined for what is no amount; a balance may
 * be overdrawn: "-500.00", "500.00 Dr".
 */
export function readStatementAmount(typed: string, mayBeBelow = false): Money | undefined {
  const text = toLatinDigits(typed)
    .replace(/^(₹|Rs\.?|INR|NPR|रु\.?)\s*/i, '')
    .trim();
  if (text === '' || /^[-–]+$/.test(text)) return ZERO;
  const found = /^(-?)(\d{1,3}(?:,\d{2,3})*|\d+)(?:\.(\d{1,2}))?\s*(Cr|Dr)?\.?$/i.exec(text);
  if (found === null) return undefined;
  const [, minus, whole = '', part = '', side = ''] = found;
  const minor = Number(whole.replaceAll(',', '')) * 100 + Number(part.padEnd(2, '0'));
  const isBelow = minus === '-' || side.toLowerCase() === 'dr';
  if (!Number.isSafeInteger(minor) || minor > MAX_MONEY || (isBelow && !mayBeBelow)) return undefined;
  return money(isBelow ? -minor || 0 : minor);
}

/** What makes two lines the same line of the bank; equal ones of a day are told apart by their count. */
export function statementLineText({ bookedOn, description, reference, credit, debit, balance }: StatementLine): string {
  return JSON.stringify([bookedOn, description, reference, credit, debit, balance]);
}
