/** A bar over a picture, in thousandths of it, as the server blacks it out. */
export interface Bar {
  left: number;
  top: number;
  width: number;
  height: number;
}

const WHOLE = 1_000;
/** Smaller than this the server takes no bar: it would cover no number. */
const NARROWEST = 50;
const LOWEST = 10;

export const barText = ({ left, top, width, height }: Bar): string => [left, top, width, height].join(',');

/** From one corner to the other, whichever way it was drawn, inside the picture and never too small. */
export function barBetween(one: { x: number; y: number }, other: { x: number; y: number }): Bar {
  return fitted({
    left: Math.min(one.x, other.x),
    top: Math.min(one.y, other.y),
    width: Math.abs(one.x - other.x),
    height: Math.abs(one.y - other.y),
  });
}

export function fitted({ left, top, width, height }: Bar): Bar {
  const wide = clamp(width, NARROWEST, WHOLE);
  const high = clamp(height, LOWEST, WHOLE);
  return { left: clamp(left, 0, WHOLE - wide), top: clamp(top, 0, WHOLE - high), width: wide, height: high };
}

const clamp = (value: number, least: number, most: number) => Math.round(Math.min(Math.max(value, least), most));
