// The same receipt on the 80 mm roll of a counter printer. The paper is as long as what stands on it.

import type { ReceiptSheet } from '../sheets.ts';
import { drawQr } from './draw-qr.ts';
import {
  type Document,
  drawLogo,
  drawMark,
  type Frame,
  finish,
  frameOf,
  GREY,
  MILLIMETRE,
  openDocument,
  rule,
  widthOf,
  write,
} from './page.ts';

const WIDTH = 80 * MILLIMETRE;
/** The printing head reaches 72 of the 80 millimetres. */
const MARGIN = 4 * MILLIMETRE;
const TEXT = 8.5;
const SMALL = 7;
const LOGO = 14 * MILLIMETRE;
const QR = 18 * MILLIMETRE;
const LONGEST = 4000;

export function drawReceiptStrip(sheet: ReceiptSheet): Promise<Uint8Array> {
  // Drawn twice: once on paper that is long enough for anything, to learn how long it must be.
  const length = drawOn(openDocument(sheet, [WIDTH, LONGEST]), sheet);
  const document = openDocument(sheet, [WIDTH, length]);
  drawOn(document, sheet);
  return finish(document);
}

function drawOn(document: Document, sheet: ReceiptSheet): number {
  const frame = frameOf(document, MARGIN);
  let y = drawHead(document, sheet, frame) + 4;
  y = drawFacts(document, sheet, frame, y) + 3;
  y = drawLines(document, sheet, frame, y) + 4;
  y = drawWords(document, sheet, frame, y) + 4;
  for (const fact of sheet.payment) y = drawPair(document, fact.label, fact.text, frame, y);
  return drawFoot(document, sheet, frame, y + 6) + MARGIN;
}

function drawHead(document: Document, sheet: ReceiptSheet, frame: Frame): number {
  const box = { x: frame.left, width: frame.width };
  const centred = { align: 'center' } as const;
  let y = frame.top;
  if (drawLogo(document, sheet.letterhead.logo, (WIDTH - LOGO) / 2, y, LOGO)) y += LOGO + 3;
  y = write(document, sheet.letterhead.name, { ...box, y }, { size: 11, heavy: true, ...centred });
  if (sheet.letterhead.nameBeneath !== null) {
    y = write(document, sheet.letterhead.nameBeneath, { ...box, y }, { size: TEXT, ...centred });
  }
  for (const line of sheet.letterhead.lines) {
    y = write(document, line, { ...box, y }, { size: SMALL, colour: GREY, ...centred });
  }
  rule(document, y + 3, frame, 0.9);
  y = write(document, sheet.title, { ...box, y: y + 5 }, { size: 11, heavy: true, ...centred });
  for (const mark of [sheet.reversedMark, sheet.duplicateMark]) {
    if (mark === null) continue;
    const width = widthOf(document, mark, { size: TEXT, heavy: true }) + TEXT;
    drawMark(document, mark, (WIDTH - width) / 2, y + 1, TEXT);
    y += 20;
  }
  return y;
}

function drawFacts(document: Document, sheet: ReceiptSheet, frame: Frame, top: number): number {
  let y = drawPair(document, sheet.number.label, sheet.number.text, frame, top, true);
  y = drawPair(document, sheet.date.label, sheet.date.text, frame, y) + 3;
  const box = { x: frame.left, width: frame.width };
  y = write(document, sheet.person.label, { ...box, y }, { size: SMALL, colour: GREY });
  y = write(document, sheet.person.text, { ...box, y: y - 1 }, { size: TEXT + 1.5, heavy: true });
  return write(document, sheet.person.detail, { ...box, y: y - 1 }, { size: TEXT });
}

/** A label and its value on one line, the value at the right edge; long values wrap in their own column. */
function drawPair(document: Document, label: string, text: string, frame: Frame, y: number, heavy = false): number {
  const labelWidth = Math.min(widthOf(document, label, { size: TEXT }) + 8, frame.width / 2);
  const labelEnd = write(document, label, { x: frame.left, y, width: labelWidth }, { size: TEXT, colour: GREY });
  const box = { x: frame.left + labelWidth, y, width: frame.width - labelWidth };
  return Math.max(labelEnd, write(document, text, box, { size: TEXT, heavy, align: 'right' }));
}

function drawLines(document: Document, sheet: ReceiptSheet, frame: Frame, top: number): number {
  const amount = { x: frame.right - 78, width: 78 };
  const label = { x: frame.left, width: frame.width - 82 };
  rule(document, top, frame);
  let y = top + 3;
  for (const row of sheet.rows) {
    const amountEnd = write(document, row.amount, { ...amount, y }, { size: TEXT, align: 'right' });
    y = Math.max(amountEnd, write(document, row.label, { ...label, y }, { size: TEXT })) + 1;
  }
  rule(document, y + 1, frame, 0.9);
  write(document, sheet.total.label, { ...label, y: y + 4 }, { size: TEXT, heavy: true });
  const box = { x: frame.left + 50, y: y + 2, width: frame.width - 50 };
  y = write(document, sheet.total.text, box, { size: 12, heavy: true, align: 'right' });
  rule(document, y + 1, frame, 0.9);
  return y + 1;
}

function drawWords(document: Document, sheet: ReceiptSheet, frame: Frame, top: number): number {
  let y = top;
  for (const text of sheet.words.texts) {
    y = write(document, text, { x: frame.left, y, width: frame.width }, { size: TEXT });
  }
  return y;
}

function drawFoot(document: Document, sheet: ReceiptSheet, frame: Frame, top: number): number {
  drawQr(document, sheet.qr, frame.left, top, QR);
  const left = frame.left + QR + 12;
  const room = QR / sheet.signatures.length;
  for (const [index, name] of sheet.signatures.entries()) {
    const y = top + room * (index + 1) - 10;
    document.moveTo(left, y).lineTo(frame.right, y).stroke();
    const box = { x: left, y: y + 1, width: frame.right - left };
    write(document, name, box, { size: SMALL - 1, colour: GREY, align: 'center', oneLine: true });
  }
  const box = { x: frame.left, y: top + QR + 5, width: frame.width };
  return write(document, sheet.foot, box, { size: SMALL - 1, colour: GREY, align: 'center' });
}
