import { open } from 'node:fs/promises';
import { Refusal } from '../../platform/http/refusal.ts';
import { type FileCaps, isPicture } from './file-caps.ts';
import type { MediaType } from './file-name.ts';
import { isWhole, pictureSize, type ReadPiece, typeOfContent } from './picture-size.ts';

export interface InspectedFile {
  readonly mediaType: MediaType;
  readonly width: number | null;
  readonly height: number | null;
}

/** What is in a file that has arrived whole, against what its name promises and the society allows. */
export async function inspectFile(
  path: string,
  bytes: number,
  promised: MediaType,
  caps: FileCaps,
): Promise<InspectedFile> {
  if (bytes === 0) throw refused('FILE_EMPTY');
  const file = await open(path, 'r');
  try {
    const read: ReadPiece = async (from, length) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
      return buffer.subarray(0, bytesRead);
    };
    const mediaType = await typeOfContent(read);
    if (mediaType === undefined) throw refused('FILE_TYPE');
    if (mediaType !== promised) throw refused('FILE_NAME');
    if (!(await isWhole(read, bytes, mediaType))) throw refused('FILE_CUT_OFF');
    if (mediaType === 'application/pdf') {
      if (isPicture(caps.kind)) throw refused('FILE_PICTURE_ONLY');
      return { mediaType, width: null, height: null };
    }

    const size = await pictureSize(read, mediaType);
    if (size === undefined) throw refused('FILE_TYPE');
    if (size.width * size.height > caps.megapixels * 1_000_000) {
      throw new Refusal('rule', 'FILE_PIXELS', { ...size, megapixels: caps.megapixels }, 'file');
    }
    return { mediaType, ...size };
  } finally {
    await file.close();
  }
}

const refused = (code: string) => new Refusal('rule', code, undefined, 'file');
