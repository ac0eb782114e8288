// A table that came out of a spreadsheet, as lines of cells. Cells may stand in quotes, with separators, line ends and
// doubled quotes inside; lines of nothing but separators and blanks are left out.

export interface CsvRow {
  /** As a person counts lines in the file, from one. */
  readonly line: number;
  readonly cells: readonly string[];
}

export const SEPARATORS = [',', ';', '\t'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** What stands most often in the file outside of quotes: Excel writes semicolons where the comma is a decimal one. */
export function separatorOf(text: string): Separator {
  const bare = text.slice(0, 20_000).replace(/"[^"]*"/g, '');
  const counted = SEPARATORS.map((one) => ({ one, count: bare.split(one).length }));
  return counted.toSorted((first, second) => second.count - first.count)[0]?.one ?? ',';
}

/** Undefined when a quote is opened and never closed. */
export function readCsv(text: string, separator: Separator = ','): CsvRow[] | undefined {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let [line, startedAt] = [1, 1];
  const endCell = () => {
    cells.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (cells.some((each) => each !== '')) rows.push({ line: startedAt, cells });
    cells = [];
  };
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  for (let at = 0; at < source.length; at += 1) {
    const letter = source.charAt(at);
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (source.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (letter === '"' && cell.trim() === '') {
      cell = '';
      isQuoted = true;
    } else if (letter === separator) endCell();
    else if (letter === '\n') endRow();
    else cell += letter;
    if (letter === '\n') {
      line += 1;
      if (!isQuoted) startedAt = line;
    }
  }
  if (isQuoted) return undefined;
  endRow();
  return rows;
}
