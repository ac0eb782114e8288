// Sentences and tables on A4, over as many pages as they need: an agreement, a resolution, an agenda.

import type { DocumentBlock, DocumentSheet } from '../sheets.ts';
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
const TEXT = 9;
const SMALL = 7;
const PAGE_FOOT = 22;
const GAP = 10;
const SIGNED_IN_A_ROW = 3;
const AFTER_TEXT = 4;
/** What a table begins with: its heads and the first rows. A text needs a little less. */
const TABLE_BEGINS = 60;
const TEXT_BEGINS = 40;

type Table = Extract<DocumentBlock, { kind: 'table' }>;

export function drawDocument(sheet: DocumentSheet): Promise<Uint8Array> {
  const document = openDocument(sheet, A4, true);
  const whole = frameOf(document, 18 * MILLIMETRE);
  const frame = { ...whole, bottom: whole.bottom - PAGE_FOOT };
  let y = drawLetterhead(document, sheet.letterhead, frame, 15) + 10;
  y = write(document, sheet.title, { x: frame.left, y, width: frame.width }, { size: 13, heavy: true }) + 4;
  y = drawFacts(document, sheet, frame, y) + 4;
  for (const [place, block] of sheet.blocks.entries())
    y = drawBlock(document, block, sheet.blocks[place + 1], frame, y);
  drawAllSignatures(document, sheet.signatures, frame, y);
  numberPages(document, sheet, whole, SMALL);
  return finish(document);
}

function drawFacts(document: Document, { facts }: DocumentSheet, frame: Frame, top: number): number {
  const columns = 3;
  const width = frame.width / columns;
  let y = top;
  for (let first = 0; first < facts.length; first += columns) {
    let rowEnd = y;
    for (const [index, fact] of facts.slice(first, first + columns).entries()) {
      const box = { x: frame.left + index * width, width: width - 10 };
      const valueY = write(document, fact.label, { ...box, y }, { size: SMALL, colour: GREY });
      rowEnd = Math.max(rowEnd, write(document, fact.text, { ...box, y: valueY - 1 }, { size: TEXT }));
    }
    y = rowEnd + 4;
  }
  return y;
}

function drawBlock(
  document: Document,
  block: DocumentBlock,
  next: DocumentBlock | undefined,
  frame: Frame,
  top: number,
): number {
  if (block.kind === 'table') return drawTable(document, block, frame, top);
  const lettering = block.kind === 'heading' ? { size: TEXT + 1, heavy: true } : { size: TEXT };
  const before = block.kind === 'heading' ? 6 : 0;
  const height = heightOf(document, block.text, frame.width, lettering);
  // A heading does not stand alone at the foot of a page.
  const beside = block.kind === 'heading' && next !== undefined ? beginsWith(next) : 0;
  const y = top + before + height + beside > frame.bottom ? newPage(document, frame) : top + before;
  return write(document, block.text, { x: frame.left, y, width: frame.width }, lettering) + AFTER_TEXT;
}

const beginsWith = ({ kind }: DocumentBlock): number => (kind === 'table' ? AFTER_TEXT + TABLE_BEGINS : TEXT_BEGINS);

function drawTable(document: Document, table: Table, frame: Frame, top: number): number {
  const boxes = columnsOf(table, frame);
  let y = top + TABLE_BEGINS > frame.bottom ? newPage(document, frame) : top;
  y = drawHeadings(document, table, boxes, frame, y);
  for (const row of table.rows) {
    const height = Math.max(
      ...row.map((text, place) => heightOf(document, text, boxes[place]?.width ?? 0, { size: TEXT - 0.5 })),
    );
    if (y + height > frame.bottom) y = drawHeadings(document, table, boxes, frame, newPage(document, frame));
    y = drawRow(document, table, row, boxes, y);
    if (table.isRuled === true) {
      rule(document, y, frame);
      y += 4;
    }
  }
  if (table.isRuled !== true) rule(document, y, frame);
  return y + 8;
}

interface Box {
  readonly x: number;
  readonly width: number;
}

function columnsOf({ columns }: Table, frame: Frame): Box[] {
  const parts = columns.reduce((sum, { part }) => sum + part, 0);
  let x = frame.left;
  return columns.map(({ part }, place) => {
    const width = (frame.width * part) / parts;
    const box = { x, width: place === columns.length - 1 ? width : width - GAP };
    x += width;
    return box;
  });
}

function drawHeadings(
  document: Document,
  { columns }: Table,
  boxes: readonly Box[],
  frame: Frame,
  top: number,
): number {
  rule(document, top, frame, 0.9);
  let end = top;
  for (const [place, { heading, isNumber }] of columns.entries()) {
    const { x, width } = boxes[place] ?? { x: frame.left, width: 0 };
    const lettering = { size: SMALL + 0.5, heavy: true, align: isNumber === true ? 'right' : 'left' } as const;
    end = Math.max(end, write(document, heading, { x, y: top + 3, width }, lettering));
  }
  rule(document, end + 2, frame);
  return end + 5;
}

function drawRow(document: Document, { columns }: Table, row: readonly string[], boxes: readonly Box[], y: number) {
  let end = y;
  for (const [place, text] of row.entries()) {
    const { x, width } = boxes[place] ?? { x: 0, width: 0 };
    const align = columns[place]?.isNumber === true ? 'right' : 'left';
    end = Math.max(end, write(document, text, { x, y, width }, { size: TEXT - 0.5, align }));
  }
  return end + 3;
}

/** Three side by side; those that do not fit any more stand on a page of their own. */
function drawAllSignatures(document: Document, signatures: readonly string[], frame: Frame, top: number): void {
  let y = top;
  for (let first = 0; first < signatures.length; first += SIGNED_IN_A_ROW) {
    if (y + 70 > frame.bottom) y = newPage(document, frame);
    const row = signatures.slice(first, first + SIGNED_IN_A_ROW);
    // One or two are as wide as three.
    const right = frame.left + (frame.width * row.length) / SIGNED_IN_A_ROW;
    drawSignatures(document, row, { left: frame.left, right, y: y + 44 }, SMALL + 0.5);
    y += 70;
  }
}

function newPage(document: Document, frame: Frame): number {
  document.addPage({ size: A4, margin: 0 });
  return frame.top;
}
