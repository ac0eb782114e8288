// A sheet of repayments as a spreadsheet saves it. A row that cannot be read is a row with a mistake, not the end of the file.

import { hash } from 'node:crypto';
import { type Money, parseMoney, toLatinDigits } from '@kafal/core';
import { readCsv } from '../../platform/csv/read-csv.ts';
import { Refusal } from '../../platform/http/refusal.ts';

/** The columns in any order where a heading names them, else in this one. */
const COLUMNS = ['loan', 'amount', 'note', 'member'] as const;
type Column = (typeof COLUMNS)[number];
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  loan: ['loan', 'loan number', 'ऋण', 'ऋण संख्या'],
  member: ['member number', 'सदस्य संख्या'],
  amount: ['amount', 'राशि'],
  note: ['reference', 'संदर्भ'],
};

const MOST_ROWS = 1_000;
const LONGEST_TYPED = 64;
const LONGEST_NOTE = 80;

export interface SheetLine {
  readonly line: number;
  /** A number of a loan or, where it names none, of a member. */
  readonly typed: string;
  readonly loanNumber: string | null;
  readonly memberNumber: string | null;
  readonly amount: Money | null;
  readonly note: string | null;
}

export interface ReadSheet {
  readonly lines: readonly SheetLine[];
  /** The same for the same rows, however the file was saved. */
  readonly fileHash: string;
}

export function readRepaymentSheet(csv: string): ReadSheet {
  const rows = readCsv(csv);
  if (rows === undefined) throw new Refusal('malformed', 'SHEET_FILE_QUOTE', undefined, 'csv');
  const [first] = rows;
  const named = first === undefined ? undefined : placesIn(first.cells);
  const lines = named === undefined ? rows : rows.slice(1);
  if (lines.length === 0) throw new Refusal('malformed', 'SHEET_FILE_EMPTY', undefined, 'csv');
  if (lines.length > MOST_ROWS) throw new Refusal('too_large', 'SHEET_FILE_LONG', { maximum: MOST_ROWS }, 'csv');
  const places = named ?? { loan: 0, amount: 1, note: 2 };
  const read = lines.map(({ line, cells }) => lineOf(line, (column) => cellAt(cells, places[column])));
  const rowsText = read.map(({ loanNumber, memberNumber, amount, note }) =>
    JSON.stringify([loanNumber, memberNumber, amount, note]),
  );
  return { lines: read, fileHash: hash('sha256', rowsText.join('\n')) };
}

type Places = Partial<Record<Column, number>>;

/** Undefined where the first line is no heading: an amount stands in it, or it names no column of ours. */
function placesIn(cells: readonly string[]): Places | undefined {
  const heads = cells.map((cell) => cell.normalize('NFC').toLowerCase());
  const places: Places = {};
  for (const column of COLUMNS) {
    const place = heads.findIndex((head) => HEADINGS[column].includes(head));
    if (place >= 0) places[column] = place;
  }
  return places.amount !== undefined && (places.loan ?? places.member) !== undefined ? places : undefined;
}

/** A spreadsheet keeps a number as text behind an apostrophe. */
function cellAt(cells: readonly string[], place: number | undefined): string {
  return place === undefined ? '' : (cells[place] ?? '').normalize('NFC').replace(/^'/, '').trim();
}

function lineOf(line: number, cell: (column: Column) => string): SheetLine {
  const plain = (text: string) => (text === '' ? null : toLatinDigits(text).toUpperCase().slice(0, LONGEST_TYPED));
  const [loanNumber, memberNumber] = [plain(cell('loan')), plain(cell('member'))];
  return {
    line,
    typed: loanNumber ?? memberNumber ?? '',
    loanNumber,
    memberNumber,
    amount: amountOf(cell('amount')),
    note: cell('note') === '' ? null : cell('note').slice(0, LONGEST_NOTE),
  };
}

/** "8885", "8,885.00" or "₹ ८,८८५"; null where it is none, or not above zero. */
function amountOf(text: string): Money | null {
  try {
    const amount = parseMoney(toLatinDigits(text).replace(/[\s,₹]|Rs\.?/gi, ''));
    return amount > 0 ? amount : null;
  } catch {
    return null;
  }
}
