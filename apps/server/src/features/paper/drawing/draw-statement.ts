// A statement of a savings account on A4: every page repeats the headings and says which page of how many it is.

import type { StatementSheet } from '../sheets.ts';
import {
  type Document,
  drawLetterhead,
  drawSignatures,
  type Frame,
  finish,
  frameOf,
  GREY,
  heightOf,
  MILLIMETRE,
  numberPages,
  openDocument,
  rule,
  write,
} from './page.ts';

const A4: [number, number] = [210 * MILLIMETRE, 297 * MILLIMETRE];
const TEXT = 8.5;
const SMALL = 7;
const PAGE_FOOT = 22;

interface Column {
  readonly x: number;
  readonly width: number;
}
type Columns = Readonly<Record<'date' | 'particulars' | 'voucher' | 'withdrawal' | 'deposit' | 'balance', Column>>;

export function drawStatement(sheet: StatementSheet): Promise<Uint8Array> {
  const document = openDocument(sheet, A4, true);
  const whole = frameOf(document, 15 * MILLIMETRE);
  const frame = { ...whole, bottom: whole.bottom - PAGE_FOOT };
  const columns = columnsOf(frame);

  let y = drawLetterhead(document, sheet.letterhead, frame, 15) + 10;
  y = drawTitle(document, sheet, frame, y) + 8;
  y = drawHeadings(document, sheet, frame, columns, y);
  y = drawSumRow(document, columns, y, { label: sheet.opening.label, balance: sheet.opening.balance });
  if (sheet.rows.length === 0) {
    const box = { x: columns.particulars.x, y, width: columns.particulars.width };
    y = write(document, sheet.emptyText, box, { size: TEXT, colour: GREY }) + 3;
  }
  for (const row of sheet.rows) {
    const height = heightOf(document, row.particulars, columns.particulars.width, { size: TEXT });
    if (y + Math.max(height, row.otherDate === null ? 0 : 20) > frame.bottom) {
      y = newPage(document, sheet, frame, columns);
    }
    y = drawRow(document, row, columns, y);
  }
  if (y + 150 > frame.bottom) y = newPage(document, sheet, frame, columns);
  drawEnd(document, sheet, frame, columns, y);

  numberPages(document, sheet, whole, SMALL);
  return finish(document);
}

function columnsOf(frame: Frame): Columns {
  const widths = { date: 54, voucher: 84, withdrawal: 68, deposit: 68, balance: 76 };
  const gap = 6;
  const particulars = frame.width - widths.date - widths.voucher - widths.withdrawal - widths.deposit - widths.balance;
  let x = frame.left;
  const next = (width: number): Column => {
    const column = { x, width: width - gap };
    x += width;
    return column;
  };
  return {
    date: next(widths.date),
    particulars: next(particulars),
    voucher: next(widths.voucher),
    withdrawal: next(widths.withdrawal),
    deposit: next(widths.deposit),
    balance: { x, width: widths.balance },
  };
}

function drawTitle(document: Document, sheet: StatementSheet, frame: Frame, top: number): number {
  let y = write(document, sheet.title, { x: frame.left, y: top, width: frame.width }, { size: 13, heavy: true });
  y = write(document, sheet.period, { x: frame.left, y, width: frame.width }, { size: TEXT + 0.5 }) + 6;

  const columns = 3;
  const width = frame.width / columns;
  for (let first = 0; first < sheet.facts.length; first += columns) {
    let rowEnd = y;
    for (const [index, fact] of sheet.facts.slice(first, first + columns).entries()) {
      const box = { x: frame.left + index * width, width: width - 10 };
      const valueY = write(document, fact.label, { ...box, y }, { size: SMALL, colour: GREY });
      rowEnd = Math.max(rowEnd, write(document, fact.text, { ...box, y: valueY - 1 }, { size: TEXT + 1 }));
    }
    y = rowEnd + 4;
  }
  return y;
}

function drawHeadings(document: Document, sheet: StatementSheet, frame: Frame, columns: Columns, top: number): number {
  const size = SMALL + 0.5;
  rule(document, top, frame, 0.9);
  let end = top;
  for (const name of ['date', 'particulars', 'voucher', 'withdrawal', 'deposit', 'balance'] as const) {
    const align = name === 'withdrawal' || name === 'deposit' || name === 'balance' ? 'right' : 'left';
    const { x, width } = columns[name];
    end = Math.max(end, write(document, sheet.headings[name], { x, y: top + 3, width }, { size, heavy: true, align }));
  }
  rule(document, end + 2, frame);
  return end + 5;
}

function drawRow(document: Document, row: StatementSheet['rows'][number], columns: Columns, y: number): number {
  const lettering = { size: TEXT } as const;
  let end = write(document, row.date, { ...columns.date, y }, { ...lettering, oneLine: true });
  if (row.otherDate !== null) {
    end = write(document, row.otherDate, { ...columns.date, y: end - 1 }, { size: SMALL, colour: GREY, oneLine: true });
  }
  write(document, row.voucher, { ...columns.voucher, y: y + 0.8 }, { size: SMALL + 0.5, oneLine: true });
  for (const name of ['withdrawal', 'deposit', 'balance'] as const) {
    write(document, row[name], { ...columns[name], y }, { ...lettering, align: 'right', oneLine: true });
  }
  return Math.max(end, write(document, row.particulars, { ...columns.particulars, y }, lettering)) + 2;
}

function drawSumRow(
  document: Document,
  columns: Columns,
  y: number,
  sums: { label: string; withdrawal?: string; deposit?: string; balance?: string },
): number {
  const lettering = { size: TEXT, heavy: true } as const;
  const width = columns.voucher.x + columns.voucher.width - columns.particulars.x;
  for (const name of ['withdrawal', 'deposit', 'balance'] as const) {
    const text = sums[name];
    if (text !== undefined) {
      write(document, text, { ...columns[name], y }, { ...lettering, align: 'right', oneLine: true });
    }
  }
  return write(document, sums.label, { x: columns.particulars.x, y, width }, lettering) + 2;
}

function drawEnd(document: Document, sheet: StatementSheet, frame: Frame, columns: Columns, top: number): void {
  rule(document, top + 1, frame);
  let y = drawSumRow(document, columns, top + 4, sheet.totals);
  y = drawSumRow(document, columns, y, sheet.closing);
  rule(document, y + 1, frame, 0.9);
  y = write(
    document,
    sheet.words.label,
    { x: frame.left, y: y + 8, width: frame.width },
    { size: SMALL, colour: GREY },
  );
  for (const text of sheet.words.texts) {
    y = write(document, text, { x: frame.left, y, width: frame.width }, { size: TEXT });
  }
  drawSignatures(document, sheet.signatures, { left: frame.left, right: frame.right, y: y + 46 }, SMALL);
}

function newPage(document: Document, sheet: StatementSheet, frame: Frame, columns: Columns): number {
  document.addPage({ size: A4, margin: 0 });
  return drawHeadings(document, sheet, frame, columns, frame.top);
}
