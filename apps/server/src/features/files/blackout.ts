// What is blacked out of a picture before it is kept. The dots under the bar are gone when the picture is drawn anew: nothing of them
// is in the file that is kept, and the one that was sent is deleted as soon as it is drawn.

import { Refusal } from '../../platform/http/refusal.ts';

/** In thousandths of the picture as it is looked at, upright. */
export interface Blackout {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const WHOLE = 1_000;
/** Smaller than this, a bar covers no number. */
const NARROWEST = 50;
const LOWEST = 10;

/** An Aadhaar is taken with its number blacked out and not otherwise; any other picture may be. */
export function readBlackout(kind: string, { blackout }: Readonly<Record<string, string>>): Blackout | undefined {
  if (blackout === undefined || blackout === '') {
    if (kind === 'aadhaar') throw new Refusal('rule', 'FILE_AADHAAR_BARE', undefined, 'blackout');
    return undefined;
  }
  const [, left, top, width, height] = /^(\d{1,4}),(\d{1,4}),(\d{1,4}),(\d{1,4})$/.exec(blackout)?.map(Number) ?? [];
  if (left === undefined || top === undefined || width === undefined || height === undefined) throw refused();
  if (width < NARROWEST || height < LOWEST || left + width > WHOLE || top + height > WHOLE) throw refused();
  return { left, top, width, height };
}

const refused = () => new Refusal('malformed', 'FILE_BLACKOUT', undefined, 'blackout');

/** The bar in dots, never smaller than asked. */
export function barIn(
  picture: { readonly width: number; readonly height: number },
  { left, top, width, height }: Blackout,
) {
  const x = Math.floor((left * picture.width) / WHOLE);
  const y = Math.floor((top * picture.height) / WHOLE);
  return {
    ...{ left: x, top: y },
    width: Math.max(1, Math.ceil(((left + width) * picture.width) / WHOLE) - x),
    height: Math.max(1, Math.ceil(((top + height) * picture.height) / WHOLE) - y),
  };
}
