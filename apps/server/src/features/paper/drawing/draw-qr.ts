import { create } from 'qrcode';
import type { Document } from './page.ts';

/** The text as a square of black fields, drawn as lines of the page so that it stays sharp at any size. */
export function drawQr(document: Document, text: string, x: number, y: number, size: number): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const field = size / modules.size;

  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) document.rect(x + column * field, y + row * field, field, field);
    }
  }
  document.fillColor('#000000').fill();
}
