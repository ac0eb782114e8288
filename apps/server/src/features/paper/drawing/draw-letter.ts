// A letter to one person, A4 upright: who writes, to whom, what is owed, and what comes next.

import type { LetterSheet } from '../sheets.ts';
import {
  type Document,
  drawLetterhead,
  drawSignatures,
  type Frame,
  finish,
  frameOf,
  GREY,
  MILLIMETRE,
  openDocument,
  rule,
  write,
} from './page.ts';

const A4: [number, number] = [210 * MILLIMETRE, 297 * MILLIMETRE];
const TEXT = 11;
const SMALL = 8.5;
const SIGNATURE_WIDTH = 70 * MILLIMETRE;

export function drawLetter(sheet: LetterSheet): Promise<Uint8Array> {
  const document = openDocument(sheet, A4);
  const frame = frameOf(document, 22 * MILLIMETRE);
  const all = { x: frame.left, width: frame.width };
  let y = drawLetterhead(document, sheet.letterhead, frame, 16) + 14;
  y = drawAddressee(document, sheet, frame, y) + 22;
  y = write(document, sheet.subject, { ...all, y }, { size: TEXT + 2, heavy: true }) + 10;
  y = drawParagraphs(document, sheet.opening, frame, y);
  y = drawTable(document, sheet, frame, y + 2) + 10;
  y = drawParagraphs(document, sheet.closing, frame, y);
  if (sheet.copies !== null) write(document, sheet.copies, { ...all, y: y + 2 }, { size: SMALL + 0.5, colour: GREY });

  const foot = frame.bottom - SMALL - 4;
  const right = { left: frame.right - SIGNATURE_WIDTH, right: frame.right, y: foot - 40 };
  drawSignatures(document, [sheet.signature], right, SMALL + 0.5);
  write(document, sheet.foot, { ...all, y: foot }, { size: SMALL, colour: GREY, oneLine: true });
  return finish(document);
}

function drawAddressee(
  document: Document,
  { addressee, date, reference }: LetterSheet,
  frame: Frame,
  top: number,
): number {
  const half = frame.width / 2;
  let left = top;
  for (const [index, line] of addressee.entries()) {
    left = write(document, line, { x: frame.left, y: left, width: half - 12 }, { size: TEXT, heavy: index === 0 });
  }
  let right = top;
  for (const { label, text } of [date, reference]) {
    const box = { x: frame.left + half, width: half };
    right = write(document, `${label}: ${text}`, { ...box, y: right }, { size: TEXT, align: 'right' });
  }
  return Math.max(left, right);
}

function drawParagraphs(document: Document, paragraphs: readonly string[], frame: Frame, top: number): number {
  let y = top;
  for (const text of paragraphs) {
    document.font('regular').fontSize(TEXT);
    document.text(text, frame.left, y, { width: frame.width, lineGap: 3 });
    y = document.y + 6;
  }
  return y;
}

function drawTable(document: Document, { table, total, words }: LetterSheet, frame: Frame, top: number): number {
  const [labels, figures] = [frame.width * 0.65, frame.width * 0.35];
  let y = top;
  rule(document, y, frame);
  for (const { label, text, heavy } of [...table.map((row) => ({ ...row, heavy: false })), { ...total, heavy: true }]) {
    const row = y + 4;
    write(document, label, { x: frame.left, y: row, width: labels }, { size: TEXT, heavy });
    const box = { x: frame.left + labels, y: row, width: figures };
    y = write(document, text, box, { size: TEXT, heavy, align: 'right' }) + 3;
    rule(document, y, frame);
  }
  y += 5;
  for (const text of words.texts) {
    const box = { x: frame.left, y, width: frame.width };
    y = write(document, `${words.label}: ${text}`, box, { size: SMALL + 0.5, colour: GREY });
  }
  return y;
}
