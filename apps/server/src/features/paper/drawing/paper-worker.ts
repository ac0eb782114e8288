// The drawing thread: it takes one sheet after the other and answers its PDF. Fonts and pdfkit live only here.

import { parentPort } from 'node:worker_threads';
import type { PressAnswer, PressOrder } from '../press.ts';
import type { Sheet } from '../sheets.ts';
import { drawCertificate } from './draw-certificate.ts';

import { drawDocument } from './draw-document.ts';

import { drawLetter } from './draw-letter.ts';

import { drawReceipt } from './draw-receipt.ts';
import { drawReceiptStrip } from './draw-receipt-strip.ts';
import { drawStatement } from './draw-statement.ts';

function draw(sheet: Sheet): Promise<Uint8Array> {
  switch (sheet.paper) {
    case 'receipt':
      return sheet.size === '80mm' ? drawReceiptStrip(sheet) : drawReceipt(sheet);
    case 'statement':
      return drawStatement(sheet);
    case 'certificate':
      return drawCertificate(sheet);
    case 'document':
      return drawDocument(sheet);
    case 'letter':
      return drawLetter(sheet);
  }
}

parentPort?.on('message', async ({ id, sheet }: PressOrder) => {
  try {
    parentPort?.postMessage({ id, pdf: await draw(sheet) } satisfies PressAnswer);
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
