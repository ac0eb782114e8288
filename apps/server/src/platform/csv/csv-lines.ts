// Lists as files for a spreadsheet. What a person typed must never become a formula there.

import { stringify } from 'csv-stringify/sync';

/** The mark by which spreadsheets know that a file is Unicode: Hindi would not be readable otherwise. */
export const BYTE_ORDER_MARK = '\uFEFF';

const STARTS_A_FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/**
 * A cell that a spreadsheet would calculate gets an apostrophe, which it shows as text; a lone carriage return, which
 * would begin a row of its own, is kept inside quotes.
 */
export function csvLines(rows: readonly (readonly (string | null)[])[]): string {
  return stringify(
    rows.map((row) => row.map((cell) => neutral(cell ?? ''))),
    { record_delimiter: '\r\n', quoted_match: /[\r\n]/ },
  );
}

function neutral(cell: string): string {
  return STARTS_A_FORMULA.test(cell) ? `'${cell}` : cell;
}
