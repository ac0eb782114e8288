// Papers and pictures as people have them; every one must be taken.

import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { pdfBytes } from '../../apps/server/src/features/files/test-files.ts';

export interface GoodFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export async function goodFiles(): Promise<GoodFile[]> {
  const dots = (channels: 1 | 3 | 4) =>
    sharp(Buffer.alloc(600 * 400 * channels, 90), { raw: { width: 600, height: 400, channels } });
  return [
    { name: 'पहचान पत्र.jpg', bytes: await dots(3).jpeg().toBuffer() },
    { name: 'PHOTO.JPEG', bytes: await dots(3).jpeg({ progressive: true }).toBuffer() },
    { name: 'grey.jpg', bytes: await dots(1).toColourspace('b-w').jpeg().toBuffer() },
    { name: 'print shop.jpg', bytes: await dots(3).toColourspace('cmyk').jpeg().toBuffer() },
    { name: 'upright.jpg', bytes: await dots(3).withMetadata({ orientation: 6 }).jpeg().toBuffer() },
    { name: 'see-through.png', bytes: await dots(4).png().toBuffer() },
    { name: 'palette.png', bytes: await dots(3).png({ palette: true }).toBuffer() },
    { name: 'deep.png', bytes: await dots(3).toColourspace('rgb16').png().toBuffer() },
    { name: 'interlaced.png', bytes: await dots(3).png({ progressive: true }).toBuffer() },
    { name: 'receipt.pdf', bytes: await printed() },
    { name: 'opens on its first page.pdf', bytes: withPackedObjects() },
    { name: 'three pages as scanned.pdf', bytes: scanned() },
    { name: 'oldest.PDF', bytes: pdfBytes() },
  ];
}

/** As most programs write them, with a link. */
async function printed(): Promise<Buffer> {
  const paper = new PDFDocument();
  paper.text('Salary slip of October 2026', { link: 'https://employer.example/slips' });
  const pieces: Buffer[] = [];
  paper.on('data', (piece: Buffer) => pieces.push(piece));
  const whole = new Promise<void>((resolve) => paper.on('end', resolve));
  paper.end();
  await whole;
  return Buffer.concat(pieces);
}

/** An action that only turns to a page, and objects packed as PDF 1.5 has them. */
function withPackedObjects(): Buffer {
  const objects = deflateSync(Buffer.from('2 0 << /Type /Pages /Kids [] /Count 0 >>'));
  return Buffer.concat([
    Buffer.from('%PDF-1.5\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R /OpenAction [3 0 R /Fit] >>\nendobj\n'),
    Buffer.from(`4 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${objects.length} >>\nstream\n`),
    objects,
    Buffer.from('\nendstream\nendobj\ntrailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF\n'),
  ]);
}

/** Dots at 300 to the inch, which unpack to 26 MB a page. */
function scanned(): Buffer {
  const page = deflateSync(Buffer.alloc(2_480 * 3_508 * 3, 250));
  const picture = '/Type /XObject /Subtype /Image /Width 2480 /Height 3508 /ColorSpace /DeviceRGB /BitsPerComponent 8';
  const pages = [3, 4, 5].map((number) =>
    Buffer.concat([
      Buffer.from(`${number} 0 obj\n<< ${picture} /Filter /FlateDecode /Length ${page.length} >>\nstream\n`),
      page,
      Buffer.from('\nendstream\nendobj\n'),
    ]),
  );
  return Buffer.concat([
    Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'),
    ...pages,
    Buffer.from('trailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF\n'),
  ]);
}
