// Pictures of papers that are of nobody, and where on the card of an Aadhaar its number stands.

import sharp from 'sharp';
import { drawFace, drawPaper, drawSignature } from '../../../apps/server/src/features/demo/draw-papers.ts';

type Kind = 'photo' | 'signature' | 'pan_card' | 'aadhaar' | 'address_proof';

export async function picture(kind: Kind, turn: number) {
  const drawn = kind === 'photo' ? drawFace(turn) : kind === 'signature' ? drawSignature(turn) : drawPaper(kind, turn);
  return { name: `${kind.replace('_', '-')}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(await drawn) };
}

/** In parts of the card: the first eight digits of what `drawPaper` writes on it. */
export const FIRST_DIGITS = { left: 0.16, top: 0.68, right: 0.52, bottom: 0.8 } as const;
const LAST_DIGITS = { left: 0.56, top: 0.69, right: 0.7, bottom: 0.79 } as const;

/** Says no unless the dots under the bar are black and the last four digits can still be read. */
export async function requireCut(kept: Buffer): Promise<void> {
  const { data, info } = await sharp(kept).greyscale().raw().toBuffer({ resolveWithObject: true });
  const dots = ({ left, top, right, bottom }: Readonly<Record<'left' | 'top' | 'right' | 'bottom', number>>) => {
    const found: number[] = [];
    for (let y = Math.ceil(top * info.height); y < bottom * info.height; y += 1) {
      for (let x = Math.ceil(left * info.width); x < right * info.width; x += 1)
        found.push(data[y * info.width + x] ?? 0);
    }
    return found;
  };
  // What a JPEG makes of black beside white.
  const lightest = Math.max(...dots({ ...FIRST_DIGITS, top: 0.7, bottom: 0.78, left: 0.18, right: 0.5 }));
  if (lightest > 40) throw new Error(`Something is left under the bar: a dot of ${lightest}.`);
  if (Math.min(...dots(LAST_DIGITS)) > 120) throw new Error('The last four digits are gone.');
}
