// A receipt as a picture, for who sends it on with a messenger: drawn here from the receipt's own facts, black on white
// whatever the theme, with the same words as on its page.

export interface ReceiptPicture {
  /** The society, its address and registration. */
  head: { name: string; lines: readonly string[] };
  title: string;
  facts: readonly { label: string; value: string }[];
  lines: readonly { label: string; amount: string }[];
  total: { label: string; amount: string; inWords: string };
  /** Said across the picture when it no longer counts. */
  warning: string | undefined;
  foot: string;
}

const width = 540;
const margin = 32;
const font = 'system-ui, "Noto Sans", "Noto Sans Devanagari", "Nirmala UI", sans-serif';
/** Drawn at twice its size, so that it can be read on any phone. */
const scale = 2;

type Ink = CanvasRenderingContext2D;

export async function drawReceipt(picture: ReceiptPicture): Promise<Blob> {
  // Drawn twice: once to see how long it becomes, once for good.
  const measured = document.createElement('canvas').getContext('2d');
  if (measured === null) throw new Error('This browser cannot draw.');
  const height = paint(measured, picture);
  const canvas = document.createElement('canvas');
  canvas.width = width * scale;
  canvas.height = height * scale;
  const ink = canvas.getContext('2d');
  if (ink === null) throw new Error('This browser cannot draw.');
  ink.scale(scale, scale);
  ink.fillStyle = '#ffffff';
  ink.fillRect(0, 0, width, height);
  paint(ink, picture);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error('No picture came of it.')) : resolve(blob)), 'image/png'),
  );
}

/** Answers how far down it came. */
function paint(ink: Ink, { head, title, facts, lines, total, warning, foot }: ReceiptPicture): number {
  let y = margin;
  ink.fillStyle = '#8f1d3f';
  y = paragraph(ink, head.name, y, { size: 28, isStrong: true });
  ink.fillStyle = '#57504a';
  for (const line of head.lines) y = paragraph(ink, line, y, { size: 18 });
  y = rule(ink, y + 14);
  ink.fillStyle = '#1c1917';
  y = paragraph(ink, title, y, { size: 26, isStrong: true });
  if (warning !== undefined) {
    ink.fillStyle = '#b3261e';
    y = paragraph(ink, warning, y + 4, { size: 20, isStrong: true });
    ink.fillStyle = '#1c1917';
  }
  for (const { label, value } of facts) y = pair(ink, label, value, y + 4, { size: 20 });
  y = rule(ink, y + 14);
  for (const { label, amount } of lines) y = pair(ink, label, amount, y + 4, { size: 22 });
  y = rule(ink, y + 10);
  y = pair(ink, total.label, total.amount, y, { size: 26, isStrong: true });
  y = paragraph(ink, total.inWords, y + 4, { size: 20 });
  y = rule(ink, y + 14);
  ink.fillStyle = '#57504a';
  y = paragraph(ink, foot, y, { size: 16 });
  return y + margin;
}

interface Style {
  size: number;
  isStrong?: boolean;
}

function paragraph(ink: Ink, text: string, y: number, style: Style): number {
  return written(ink, text, margin, y, width - 2 * margin, style);
}

/** A label to the left, what it says to the right, each in its own part of the line. */
function pair(ink: Ink, label: string, value: string, y: number, style: Style): number {
  const half = (width - 2 * margin) / 2;
  const below = written(ink, label, margin, y, half - 10, style);
  ink.textAlign = 'right';
  const belowToo = written(ink, value, width - margin, y, half - 10, style);
  ink.textAlign = 'left';
  return Math.max(below, belowToo);
}

function written(ink: Ink, text: string, x: number, y: number, room: number, { size, isStrong }: Style): number {
  ink.font = `${isStrong === true ? 600 : 400} ${size}px ${font}`;
  ink.textBaseline = 'top';
  let below = y;
  for (const line of wrapped(text, room, (part) => ink.measureText(part).width)) {
    ink.fillText(line, x, below);
    // Devanagari stands taller than Latin.
    below += size * 1.5;
  }
  return below;
}

/** Whole words in lines of a width; a word that is longer than a line is broken. */
export function wrapped(text: string, room: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= room) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (widthOf(line) > room && line.length > 1) {
      let fits = line.length - 1;
      while (fits > 1 && widthOf(line.slice(0, fits)) > room) fits -= 1;
      lines.push(line.slice(0, fits));
      line = line.slice(fits);
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

function rule(ink: Ink, y: number): number {
  ink.fillRect(margin, y, width - 2 * margin, 1);
  return y + 14;
}
