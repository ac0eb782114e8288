// A receipt or payment voucher on A5: letterhead, lines, total, words, signatures at the foot.

import type { ReceiptSheet } from '../sheets.ts';
import { drawQr } from './draw-qr.ts';
import {
  type Document,
  drawLetterhead,
  drawMark,
  drawSignatures,
  type Frame,
  finish,
  frameOf,
  GREY,
  heightOf,
  MILLIMETRE,
  openDocument,
  rule,
  write,
} from './page.ts';

const A5: [number, number] = [148 * MILLIMETRE, 210 * MILLIMETRE];
const TEXT = 9;
const SMALL = 7;
const QR = 15 * MILLIMETRE;
/** What stands at the foot of the last page: the code, the lines to sign on and the small print. */
const FOOT_HEIGHT = QR + 24;

export function drawReceipt(sheet: ReceiptSheet): Promise<Uint8Array> {
  const document = openDocument(sheet, A5);
  const frame = frameOf(document, 11 * MILLIMETRE);

  let y = drawLetterhead(document, sheet.letterhead, frame, 13) + 8;
  y = drawHeading(document, sheet, frame, y) + 8;
  y = drawPerson(document, sheet, frame, y) + 6;
  y = drawLines(document, sheet, frame, y) + 8;
  y = roomFor(document, frame, y, 70);
  y = drawWords(document, sheet, frame, y) + 6;
  y = drawPayment(document, sheet, frame, y);
  roomFor(document, frame, y, FOOT_HEIGHT);
  drawFoot(document, sheet, frame);

  return finish(document);
}

function roomFor(document: Document, frame: Frame, y: number, height: number): number {
  if (y + height <= frame.bottom) return y;
  document.addPage({ size: A5, margin: 0 });
  return frame.top;
}

function drawHeading(document: Document, sheet: ReceiptSheet, frame: Frame, top: number): number {
  const half = frame.width / 2;
  let y = write(document, sheet.title, { x: frame.left, y: top - 3, width: half }, { size: 13, heavy: true });
  for (const mark of [sheet.reversedMark, sheet.duplicateMark]) {
    if (mark === null) continue;
    drawMark(document, mark, frame.left + 0.5, y + 1, SMALL + 0.5);
    y += 18;
  }

  const right = { x: frame.left + half, width: half };
  let rightY = write(
    document,
    `${sheet.number.label} ${sheet.number.text}`,
    { ...right, y: top - 1 },
    { size: TEXT + 1, heavy: true, align: 'right' },
  );
  rightY = write(
    document,
    `${sheet.date.label} ${sheet.date.text}`,
    { ...right, y: rightY },
    { size: TEXT, align: 'right' },
  );
  return Math.max(y, rightY);
}

function drawPerson(document: Document, sheet: ReceiptSheet, frame: Frame, top: number): number {
  const box = { x: frame.left, width: frame.width };
  const { label, text, detail } = sheet.person;
  let y = write(document, label, { ...box, y: top }, { size: SMALL, colour: GREY });
  y = write(document, text, { ...box, y: y - 1 }, { size: TEXT + 2, heavy: true });
  return write(document, detail, { ...box, y: y - 1 }, { size: TEXT - 1 });
}

function drawLines(document: Document, sheet: ReceiptSheet, frame: Frame, top: number): number {
  const amount = { x: frame.right - 90, width: 90 };
  const label = { x: frame.left, width: frame.width - 100 };
  // Many lines are set closer, so that the usual long receipt still fits one page.
  const [size, gap] = sheet.rows.length > 12 ? [TEXT - 1.5, 0.5] : [TEXT, 2];

  rule(document, top, frame);
  let y = top + 3;
  write(document, sheet.headings.particulars, { ...label, y }, { size: SMALL, colour: GREY });
  y = write(document, sheet.headings.amount, { ...amount, y }, { size: SMALL, colour: GREY, align: 'right' }) + 1;
  rule(document, y, frame);
  y += 3;
  for (const row of sheet.rows) {
    y = roomFor(document, frame, y, heightOf(document, row.label, label.width, { size }) + 30);
    write(document, row.amount, { ...amount, y }, { size, align: 'right' });
    y = write(document, row.label, { ...label, y }, { size }) + gap;
  }
  y += 1;
  rule(document, y, frame, 0.9);
  y += 2;
  write(document, sheet.total.label, { ...label, y: y + 1 }, { size: TEXT, heavy: true });
  y = write(
    document,
    sheet.total.text,
    { x: frame.left + frame.width / 3, y, width: (frame.width * 2) / 3 },
    { size: TEXT + 3, heavy: true, align: 'right' },
  );
  rule(document, y + 1, frame, 0.9);
  return y + 1;
}

function drawWords(document: Document, sheet: ReceiptSheet, frame: Frame, top: number): number {
  const box = { x: frame.left, width: frame.width };
  let y = write(document, sheet.words.label, { ...box, y: top }, { size: SMALL, colour: GREY });
  for (const text of sheet.words.texts) y = write(document, text, { ...box, y }, { size: TEXT - 0.5 });
  return y;
}

function drawPayment(document: Document, sheet: ReceiptSheet, frame: Frame, top: number): number {
  const columns = 4;
  const width = frame.width / columns;
  let y = top;
  for (let first = 0; first < sheet.payment.length; first += columns) {
    let rowEnd = y;
    for (const [index, fact] of sheet.payment.slice(first, first + columns).entries()) {
      const box = { x: frame.left + index * width, width: width - 6 };
      const valueY = write(document, fact.label, { ...box, y }, { size: SMALL, colour: GREY });
      rowEnd = Math.max(rowEnd, write(document, fact.text, { ...box, y: valueY - 1 }, { size: TEXT }));
    }
    y = rowEnd + 3;
  }
  return y;
}

function drawFoot(document: Document, sheet: ReceiptSheet, frame: Frame): void {
  const footTextY = frame.bottom - 9;
  drawQr(document, sheet.qr, frame.left, footTextY - 6 - QR, QR);
  drawSignatures(
    document,
    sheet.signatures,
    { left: frame.left + QR + 24, right: frame.right, y: footTextY - 22 },
    SMALL,
  );
  write(
    document,
    sheet.foot,
    { x: frame.left, y: footTextY, width: frame.width },
    { size: SMALL - 1, colour: GREY, oneLine: true },
  );
}
