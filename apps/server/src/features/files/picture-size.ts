// What a file is and how large its picture is, read from a few bytes at its head and its end. Nothing is decoded, so a
// picture that would fill the memory is refused before anybody unpacks it.

import type { MediaType } from './file-name.ts';

/** Reads `length` bytes from `from`; fewer at the end of the file. */
export type ReadPiece = (from: number, length: number) => Promise<Buffer>;

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PNG_END = Buffer.from([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
const JPEG_END = Buffer.from([0xff, 0xd9]);
const PDF_END = /%%EOF[\s\0]*$/;
/** A picture of a phone has some twenty; only a file made to keep us busy has more. */
const MOST_SEGMENTS = 500;

export async function typeOfContent(read: ReadPiece): Promise<MediaType | undefined> {
  const head = await read(0, 16);
  if (head.subarray(0, PNG.length).equals(PNG)) return 'image/png';
  if (head.subarray(0, JPEG.length).equals(JPEG)) return 'image/jpeg';
  return /^%PDF-\d\.\d/.test(head.toString('latin1')) ? 'application/pdf' : undefined;
}

/** Whether the file goes on to its proper end and has nothing behind it. */
export async function isWhole(read: ReadPiece, bytes: number, mediaType: MediaType): Promise<boolean> {
  const from = Math.max(0, bytes - 1_024);
  const tail = await read(from, bytes - from);
  switch (mediaType) {
    case 'image/png':
      return tail.subarray(-PNG_END.length).equals(PNG_END);
    case 'image/jpeg':
      return tail.subarray(-JPEG_END.length).equals(JPEG_END);
    case 'application/pdf':
      return PDF_END.test(tail.toString('latin1'));
  }
}

export async function pictureSize(
  read: ReadPiece,
  mediaType: 'image/png' | 'image/jpeg',
): Promise<PictureSize | undefined> {
  const size = mediaType === 'image/png' ? await pngSize(read) : await jpegSize(read);
  return size === undefined || size.width === 0 || size.height === 0 ? undefined : size;
}

async function pngSize(read: ReadPiece): Promise<PictureSize | undefined> {
  const head = await read(PNG.length, 16);
  if (head.length < 16 || head.readUInt32BE(0) !== 13 || head.toString('latin1', 4, 8) !== 'IHDR') return undefined;
  return { width: head.readUInt32BE(8), height: head.readUInt32BE(12) };
}

/** From segment to segment until the one that says how large the picture is. */
async function jpegSize(read: ReadPiece): Promise<PictureSize | undefined> {
  let place = 2;
  for (let segment = 0; segment < MOST_SEGMENTS; segment += 1) {
    const head = await read(place, 9);
    if (head.length < 4 || head[0] !== 0xff) return undefined;
    const marker = head[1] ?? 0;
    if (marker === 0xff) {
      // A filling byte before the marker.
      place += 1;
      continue;
    }
    if (isFrame(marker)) {
      return head.length < 9 ? undefined : { height: head.readUInt16BE(5), width: head.readUInt16BE(7) };
    }
    // The picture itself begins, or the file ends, and nothing has said how large it is.
    if (marker === 0xda || marker === 0xd9) return undefined;
    const length = head.readUInt16BE(2);
    if (length < 2) return undefined;
    place += 2 + length;
  }
  return undefined;
}

/** The frames of the standard; 0xC4, 0xC8 and 0xCC between them mean something else. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}
