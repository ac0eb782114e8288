// A page of paper: its fonts, its margins, and the few strokes that every sheet is made of. Black on white, hairlines.

import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import type { LetterheadSheet, Sheet } from '../sheets.ts';

export type Document = PDFKit.PDFDocument;

const fontFile = (weight: string, name: string) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans-devanagari/${weight}/${name}.ttf`));

/** One family holds Devanagari, Latin letters and the rupee sign, so one line may mix them. */
const FONT_FILES = {
  regular: fontFile('400Regular', 'NotoSansDevanagari_400Regular'),
  heavy: fontFile('600SemiBold', 'NotoSansDevanagari_600SemiBold'),
} as const;

export const HAIRLINE = 0.5;
const BLACK = '#000000';
export const GREY = '#444444';
export const MILLIMETRE = 72 / 25.4;

/** Where one box of content stands on its page. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
}

export function openDocument(sheet: Sheet, size: [number, number], bufferPages = false): Document {
  const document = new PDFDocument({
    size,
    // Our own margins: pdfkit breaks a page by itself where its margin is reached, and we decide that ourselves.
    margin: 0,
    bufferPages,
    lang: sheet.language === 'hi' ? 'hi-IN' : 'en-IN',
    displayTitle: true,
    info: {
      Title: sheet.documentTitle,
      Author: sheet.author,
      CreationDate: new Date(sheet.madeAt),
    },
  });
  document.registerFont('regular', FONT_FILES.regular);
  document.registerFont('heavy', FONT_FILES.heavy);
  document.font('regular').fillColor(BLACK).strokeColor(BLACK).lineWidth(HAIRLINE);
  return document;
}

export function frameOf(document: Document, margin: number): Frame {
  const { width, height } = document.page;
  return { left: margin, right: width - margin, top: margin, bottom: height - margin, width: width - 2 * margin };
}

export interface Lettering {
  readonly size: number;
  readonly heavy?: boolean;
  readonly align?: 'left' | 'right' | 'center';
  readonly colour?: string;
  /** One line, shortened with an ellipsis where it does not fit. */
  readonly oneLine?: boolean;
}

function dress(document: Document, lettering: Lettering): void {
  document
    .font(lettering.heavy === true ? 'heavy' : 'regular')
    .fontSize(lettering.size)
    .fillColor(lettering.colour ?? BLACK);
}

/** Writes into a column and answers where the next line begins. */
export function write(
  document: Document,
  text: string,
  box: { readonly x: number; readonly y: number; readonly width: number },
  lettering: Lettering,
): number {
  dress(document, lettering);
  const lineHeight = document.currentLineHeight(true);
  document.text(text, box.x, box.y, {
    width: box.width,
    align: lettering.align ?? 'left',
    ...(lettering.oneLine === true ? { height: lineHeight * 1.2, ellipsis: '…', lineBreak: true } : {}),
  });
  document.fillColor(BLACK);
  return lettering.oneLine === true ? box.y + lineHeight : document.y;
}

export function heightOf(document: Document, text: string, width: number, lettering: Lettering): number {
  dress(document, lettering);
  return lettering.oneLine === true ? document.currentLineHeight(true) : document.heightOfString(text, { width });
}

export function widthOf(document: Document, text: string, lettering: Lettering): number {
  dress(document, lettering);
  return document.widthOfString(text);
}

export function rule(document: Document, y: number, frame: Frame, width = HAIRLINE): void {
  document.lineWidth(width).moveTo(frame.left, y).lineTo(frame.right, y).stroke().lineWidth(HAIRLINE);
}

/** A picture that cannot be read must not keep a member from a receipt: the sheet then goes without. */
export function drawLogo(document: Document, logo: Uint8Array | null, x: number, y: number, size: number): boolean {
  if (logo === null) return false;
  try {
    document.image(Buffer.from(logo), x, y, { fit: [size, size], align: 'center', valign: 'center' });
    return true;
  } catch {
    return false;
  }
}

/** The letterhead of a page: picture beside the names, a hairline beneath. Answers where the page goes on. */
export function drawLetterhead(document: Document, letterhead: LetterheadSheet, frame: Frame, size: number): number {
  const picture = size * 3.4;
  const hasLogo = drawLogo(document, letterhead.logo, frame.left, frame.top, picture);
  const x = hasLogo ? frame.left + picture + size * 0.8 : frame.left;
  const width = frame.right - x;

  // A long name is set smaller before it takes a second line.
  const nameWidth = widthOf(document, letterhead.name, { size, heavy: true });
  const nameSize = Math.max(size * 0.75, Math.min(size, (size * width * 0.99) / nameWidth));
  let y = write(document, letterhead.name, { x, y: frame.top - size * 0.2, width }, { size: nameSize, heavy: true });
  if (letterhead.nameBeneath !== null) {
    y = write(document, letterhead.nameBeneath, { x, y, width }, { size: size * 0.72 });
  }
  for (const line of letterhead.lines) {
    y = write(document, line, { x, y, width }, { size: size * 0.56, colour: GREY });
  }
  const end = Math.max(y, hasLogo ? frame.top + picture : 0) + size * 0.4;
  rule(document, end, frame, 0.9);
  return end;
}

/** Lines to sign on, side by side at the foot of the sheet, each over its name. */
export function drawSignatures(
  document: Document,
  signatures: readonly string[],
  box: { readonly left: number; readonly right: number; readonly y: number },
  size: number,
): void {
  const gap = size * 2;
  const width = (box.right - box.left - gap * (signatures.length - 1)) / signatures.length;
  for (const [index, name] of signatures.entries()) {
    const x = box.left + index * (width + gap);
    document
      .moveTo(x, box.y)
      .lineTo(x + width, box.y)
      .stroke();
    write(document, name, { x, y: box.y + size * 0.25, width }, { size, align: 'center', colour: GREY });
  }
}

/** A mark in a frame, such as DUPLICATE. Answers its width. */
export function drawMark(document: Document, text: string, x: number, y: number, size: number): number {
  const lettering = { size, heavy: true } as const;
  const width = widthOf(document, text, lettering);
  const padding = size * 0.5;
  const height = heightOf(document, text, width + 1, { ...lettering, oneLine: true });
  document
    .lineWidth(0.9)
    .rect(x, y, width + 2 * padding, height + padding * 0.5)
    .stroke()
    .lineWidth(HAIRLINE);
  write(document, text, { x: x + padding, y: y + padding * 0.25 + size * 0.1, width: width + 4 }, lettering);
  return width + 2 * padding;
}

/** Who printed it, and which page of how many this is. Only when all is drawn is it known how many there are. */
export function numberPages(
  document: Document,
  { foot, pageOfPages }: { readonly foot: string; readonly pageOfPages: string },
  whole: Frame,
  size: number,
): void {
  const { count } = document.bufferedPageRange();
  const lettering = { size, colour: GREY, oneLine: true } as const;
  for (let page = 0; page < count; page += 1) {
    document.switchToPage(page);
    const y = whole.bottom - 10;
    rule(document, y - 4, whole);
    write(document, foot, { x: whole.left, y, width: whole.width * 0.75 }, lettering);
    const text = pageOfPages.replace('{page}', String(page + 1)).replace('{pages}', String(count));
    const box = { x: whole.left + whole.width * 0.75, y, width: whole.width * 0.25 };
    write(document, text, box, { ...lettering, align: 'right' });
  }
}

export function finish(document: Document): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    document.on('data', (part: Uint8Array) => parts.push(part));
    document.on('end', () => resolve(Buffer.concat(parts)));
    document.on('error', reject);
    document.end();
  });
}
