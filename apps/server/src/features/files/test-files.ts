// Small files that are what they say, and some that are not, for tests. Only tests import this file.

import { crc32, deflateSync } from 'node:zlib';

interface PngShape {
  readonly width?: number;
  readonly height?: number;
  readonly shade?: number;
  readonly claimed?: { readonly width: number; readonly height: number };
}

/** A real PNG of these dots; the picture's own number of dots can be made a lie. */
export function pngBytes(shape: PngShape = {}): Buffer {
  const { width = 2, height = 2, shade = 128 } = shape;
  const { claimed = { width, height } } = shape;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(claimed.width, 0);
  head.writeUInt32BE(claimed.height, 4);
  // Eight bits of grey.
  head.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height, shade);
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    pngChunk('IHDR', head),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

export function pngChunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/**
 * A real JPEG of middle grey, after a comment of some length. Each block of 8 × 8 dots is two bits: no change to the block before,
 * and nothing more to say (ITU-T T.81, F.1.2).
 */
export function jpegBytes({ width = 20, height = 30, comment = 40 } = {}): Buffer {
  const segment = (marker: number, content: Buffer) => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(content.length + 2, 2);
    return Buffer.concat([head, content]);
  };
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  // One code of one bit in each table: for "no change", and for "the block ends".
  const codes = (table: number) => Buffer.from([table, 1, ...Array<number>(15).fill(0), 0]);
  const bits = 2 * Math.ceil(width / 8) * Math.ceil(height / 8);
  const scan = Buffer.alloc(Math.ceil(bits / 8));
  const spare = 8 * scan.length - bits;
  // What is left of the last byte is filled with ones.
  if (spare > 0) scan[scan.length - 1] = 2 ** spare - 1;
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xfe, Buffer.alloc(comment, 0x61)),
    segment(0xdb, Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 16)])),
    segment(0xc0, frame),
    segment(0xc4, codes(0x00)),
    segment(0xc4, codes(0x10)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    scan,
    Buffer.from([0xff, 0xd9]),
  ]);
}

export const pdfBytes = (text = 'a paper'): Buffer =>
  Buffer.from(`%PDF-1.4\n% ${text}\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n`);

const fileOf = (bytes: Uint8Array, name: string) => new File([new Uint8Array(bytes)], name);
export const pngFile = (shape: PngShape = {}, name = 'photo.png') => fileOf(pngBytes(shape), name);
export const jpegFile = (shape: Parameters<typeof jpegBytes>[0] = {}, name = 'photo.jpg') =>
  fileOf(jpegBytes(shape), name);
export const pdfFile = (text?: string, name = 'paper.pdf') => fileOf(pdfBytes(text), name);
export const anyFile = fileOf;

/** The form that a browser would send. */
export function formWith(file: File, fields: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file);
  return form;
}
