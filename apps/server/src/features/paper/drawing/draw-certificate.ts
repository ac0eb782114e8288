// A certificate of shares or of a deposit, A4 across, in a double frame.

import type { CertificateSheet } from '../sheets.ts';
import { drawQr } from './draw-qr.ts';
import {
  type Document,
  drawLogo,
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

const A4_ACROSS: [number, number] = [297 * MILLIMETRE, 210 * MILLIMETRE];
const TEXT = 12;
const SMALL = 8;
const LOGO = 20 * MILLIMETRE;
const QR = 20 * MILLIMETRE;

export function drawCertificate(sheet: CertificateSheet): Promise<Uint8Array> {
  const document = openDocument(sheet, A4_ACROSS);
  drawBorder(document);
  const frame = frameOf(document, 19 * MILLIMETRE);

  let y = drawHead(document, sheet, frame) + 14;
  y = drawFacts(document, sheet, frame, y) + 16;
  y = drawSentence(document, sheet.sentence, frame, y) + 14;
  y = drawTable(document, sheet, frame, y) + 12;
  drawWords(document, sheet, frame, y);
  drawFoot(document, sheet, frame);

  return finish(document);
}

function drawBorder(document: Document): void {
  for (const [margin, width] of [
    [9, 2],
    [11.2, 0.6],
  ] as const) {
    const { left, top, right, bottom } = frameOf(document, margin * MILLIMETRE);
    document
      .lineWidth(width)
      .rect(left, top, right - left, bottom - top)
      .stroke();
  }
}

function drawHead(document: Document, sheet: CertificateSheet, frame: Frame): number {
  const box = { x: frame.left, width: frame.width };
  const centred = { align: 'center' } as const;
  drawLogo(document, sheet.letterhead.logo, frame.left, frame.top, LOGO);
  let y = write(document, sheet.letterhead.name, { ...box, y: frame.top - 6 }, { size: 20, heavy: true, ...centred });
  if (sheet.letterhead.nameBeneath !== null) {
    y = write(document, sheet.letterhead.nameBeneath, { ...box, y: y - 2 }, { size: 13, ...centred });
  }
  for (const line of sheet.letterhead.lines) {
    y = write(document, line, { ...box, y }, { size: SMALL, colour: GREY, ...centred });
  }
  y = Math.max(y + 4, frame.top + LOGO * 0.8);
  rule(document, y, frame);
  return write(document, sheet.title, { ...box, y: y + 6 }, { size: 17, heavy: true, ...centred });
}

function drawFacts(document: Document, sheet: CertificateSheet, frame: Frame, top: number): number {
  const width = frame.width / sheet.facts.length;
  let end = top;
  for (const [index, fact] of sheet.facts.entries()) {
    const align = index === 0 ? 'left' : index === sheet.facts.length - 1 ? 'right' : 'center';
    const box = { x: frame.left + index * width, width };
    const y = write(document, fact.label, { ...box, y: top }, { size: SMALL, colour: GREY, align });
    end = Math.max(end, write(document, fact.text, { ...box, y: y - 1 }, { size: TEXT, heavy: true, align }));
  }
  return end;
}

/** Names and figures stand out of the sentence: what is between asterisks is set heavier. */
function drawSentence(document: Document, sentence: string, frame: Frame, top: number): number {
  document.fontSize(TEXT + 1.5);
  document.x = frame.left;
  document.y = top;
  const parts = sentence.split('*').filter((part) => part !== '');
  const startsHeavy = sentence.startsWith('*');
  for (const [index, part] of parts.entries()) {
    document.font(index % 2 === (startsHeavy ? 0 : 1) ? 'heavy' : 'regular');
    document.text(part, { width: frame.width, align: 'left', lineGap: 5, continued: index < parts.length - 1 });
  }
  return document.y;
}

function drawTable(document: Document, sheet: CertificateSheet, frame: Frame, top: number): number {
  const width = frame.width / sheet.table.length;
  rule(document, top, frame);
  let end = top;
  for (const [index, fact] of sheet.table.entries()) {
    const box = { x: frame.left + index * width + 6, width: width - 12 };
    const y = write(document, fact.label, { ...box, y: top + 5 }, { size: SMALL, colour: GREY });
    end = Math.max(end, write(document, fact.text, { ...box, y }, { size: TEXT + 1, heavy: true }));
  }
  end += 4;
  for (let index = 0; index <= sheet.table.length; index += 1) {
    const x = frame.left + index * width;
    document.moveTo(x, top).lineTo(x, end).stroke();
  }
  rule(document, end, frame);
  return end;
}

function drawWords(document: Document, sheet: CertificateSheet, frame: Frame, top: number): void {
  const box = { x: frame.left, width: frame.width };
  let y = top;
  for (const { label, texts } of sheet.words) {
    y = write(document, label, { ...box, y }, { size: SMALL, colour: GREY });
    for (const text of texts) y = write(document, text, { ...box, y }, { size: TEXT });
    y += 4;
  }
}

function drawFoot(document: Document, sheet: CertificateSheet, frame: Frame): void {
  const qrTop = frame.bottom - QR;
  drawQr(document, sheet.qr, frame.left, qrTop, QR);
  const sealX = frame.left + QR + 46;
  const sealRadius = QR / 2;
  document
    .lineWidth(0.5)
    .dash(2, { space: 2 })
    .circle(sealX, qrTop + sealRadius, sealRadius)
    .stroke()
    .undash();
  const sealBox = { x: sealX - sealRadius, y: qrTop + sealRadius - 5, width: 2 * sealRadius };
  write(document, sheet.seal, sealBox, { size: SMALL - 1, colour: GREY, align: 'center', oneLine: true });

  const left = sealX + sealRadius + 24;
  drawSignatures(document, sheet.signatures, { left, right: frame.right, y: frame.bottom - 14 }, SMALL);
  write(document, sheet.place, { x: left, y: qrTop - 4, width: frame.right - left }, { size: SMALL + 1 });
}
