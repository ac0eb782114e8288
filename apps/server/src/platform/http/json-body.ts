// The one reader of bodies: JSON and nothing else, read strictly. JSON.parse alone would let the last of two equal keys
// win and take any depth.

import { Refusal } from './refusal.ts';

export const BODY_LIMIT = 256 * 1_024;
const DEEPEST = 32;

export function readJsonBody(text: string): unknown {
  if (text === '') return undefined;
  const keysWritten = countKeys(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal('malformed', 'JSON_MALFORMED');
  }
  if (countKeysOf(value) !== keysWritten) throw new Refusal('malformed', 'JSON_KEY_REPEATED');
  return value;
}

/** Colons outside of texts: in JSON there is exactly one for each key. Measures the depth on the way. */
function countKeys(text: string): number {
  let keys = 0;
  let depth = 0;
  for (let place = 0; place < text.length; place += 1) {
    switch (text.charCodeAt(place)) {
      case 0x22: // "
        place = endOfText(text, place);
        break;
      case 0x3a: // :
        keys += 1;
        break;
      case 0x5b: // [
      case 0x7b: // {
        depth += 1;
        if (depth > DEEPEST) throw new Refusal('malformed', 'JSON_TOO_DEEP');
        break;
      case 0x5d: // ]
      case 0x7d: // }
        depth -= 1;
        break;
    }
  }
  return keys;
}

function endOfText(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

function isEscaped(text: string, place: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(place - 1 - slashes) === 0x5c) slashes += 1;
  return slashes % 2 === 1;
}

/** Keys that came out, refusing on the way what no field may hold. */
function countKeysOf(value: unknown): number {
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new Refusal('malformed', 'TEXT_NOT_WELL_FORMED');
    return 0;
  }
  if (typeof value !== 'object' || value === null) return 0;
  let keys = 0;
  if (Array.isArray(value)) {
    for (const item of value) keys += countKeysOf(item);
    return keys;
  }
  for (const [key, item] of Object.entries(value)) {
    if (key === '__proto__') throw new Refusal('malformed', 'JSON_MALFORMED');
    keys += 1 + countKeysOf(item);
  }
  return keys;
}
