// A process of its own that opens what strangers sent: a picture is drawn anew, so that nothing stays but its dots, and a PDF is
// looked through. What would fill the memory or bring a decoder down ends this process and not the server.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import sharp from 'sharp';
import { type Blackout, barIn } from './blackout.ts';
import { type PdfFlaw, pdfFlaw } from './check-pdf.ts';

export type ContentTask =
  | { readonly what: 'pdf'; readonly path: string }
  | {
      readonly what: 'picture';
      readonly path: string;
      /** Where the new picture goes. */
      readonly into: string;
      readonly mediaType: 'image/jpeg' | 'image/png';
      readonly megapixels: number;
      readonly blackout: Blackout | null;
    };

export interface DrawnPicture {
  readonly bytes: number;
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
}

export type ContentAnswer =
  | { readonly flaw: PdfFlaw | 'FILE_UNREADABLE' }
  | { readonly flaw: null; readonly drawn: DrawnPicture | null };

/** No colour of a face or a stamp is lost to the eye. */
const JPEG_QUALITY = 85;

sharp.cache(false);
sharp.concurrency(1);

process.on('message', (task: ContentTask) => {
  answer(task).then(
    (found) => process.send?.(found),
    // The decoder says what it could not read; whoever sent it learns that it cannot be read.
    () => process.send?.({ flaw: 'FILE_UNREADABLE' } satisfies ContentAnswer),
  );
});
process.once('disconnect', () => process.exit());

async function answer(task: ContentTask): Promise<ContentAnswer> {
  if (task.what === 'picture') return { flaw: null, drawn: await drawAnew(task) };
  const flaw = pdfFlaw(await readFile(task.path));
  return flaw === undefined ? { flaw: null, drawn: null } : { flaw };
}

/** Upright as it was taken; where, when and with which device it was taken, and whatever else hid in it, stays behind. */
async function drawAnew({
  path,
  into,
  mediaType,
  megapixels,
  blackout,
}: ContentTask & { what: 'picture' }): Promise<DrawnPicture> {
  const options = { limitInputPixels: megapixels * 1_000_000, failOn: 'error', sequentialRead: true } as const;
  const picture = sharp(path, options).autoOrient();
  if (blackout !== null) {
    const { left, top, width, height } = barIn((await sharp(path, options).metadata()).autoOrient, blackout);
    const input = { create: { width, height, channels: 3, background: '#000' } } as const;
    picture.composite([{ input, left, top }]);
  }
  const encoded =
    mediaType === 'image/jpeg' ? picture.jpeg({ quality: JPEG_QUALITY }) : picture.png({ compressionLevel: 9 });
  const { width, height } = await encoded.toFile(into);
  const hash = createHash('sha256');
  for await (const piece of createReadStream(into)) hash.update(piece as Buffer);
  return { bytes: (await stat(into)).size, sha256: hash.digest('hex'), width, height };
}
