import { shrinkPicture } from './shrink-picture.ts';

/** A face needs few points; small print must stay readable. */
const pictureSize = { longestSide: 900, quality: 0.85 };
const paperSize = { longestSide: 2_000, quality: 0.8 };

/** What is sent of a file that was chosen. Undefined when the browser cannot read it as a picture. */
export function asPaper(file: Blob, isPicture = false): Promise<Blob | undefined> {
  if (file.type === 'application/pdf' && !isPicture) return Promise.resolve(file);
  return shrinkPicture(file, isPicture ? pictureSize : paperSize).catch(() => undefined);
}
