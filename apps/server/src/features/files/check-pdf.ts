// What a PDF would do by itself. A paper of a member is looked at and nothing else, so one that runs a program, sends a form,
// opens something or carries other files inside is refused, and so is one that nobody can look into.
//
// Names are looked for in all bytes, not along the table of objects: which object counts is what a malicious file lies about.
// They may be written with #hh for a letter, and objects may be packed; each stream that can be unpacked is looked into as well.

import { inflateSync } from 'node:zlib';

export type PdfFlaw = 'FILE_PDF_ACTIVE' | 'FILE_PDF_LOCKED' | 'FILE_PDF_UNPACKED' | 'FILE_HIDES' | 'FILE_TYPE';

/** ISO 32000-1, 12.6 (actions), 12.7.8 (forms made with XFA), 7.11.4 (files inside), 13 (what plays). */
const ACTIVE = [
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'RichMedia',
  'XFA',
  'SubmitForm',
  'ImportData',
];
const MOST_UNPACKED = 32 * 1_048_576;
const ZIP_ENDS_WITHIN = 66_000;
const ZIP_END = Buffer.from('PK\x05\x06', 'latin1');
const PAGE_OF_BROWSER = /<(?:!doctype\s+html|html|script|svg)\b/i;
const DICTIONARY_BYTES = 2_048;

const active = nameAmong(ACTIVE);
const locked = nameAmong(['Encrypt']);
const packedObjects = nameAmong(['ObjStm']);
const dots = nameAmong(['Image']);
const inflates = nameAmong(['FlateDecode', 'Fl']);
/** What stands between the bytes and what a reader makes of them, so that unpacking alone shows nothing. */
const disguises = nameAmong(['ASCIIHexDecode', 'ASCII85Decode', 'LZWDecode', 'RunLengthDecode', 'Crypt', 'Predictor']);

/** The first thing wrong with the file, if anything is. */
export function pdfFlaw(bytes: Buffer): PdfFlaw | undefined {
  const text = bytes.toString('latin1');
  if (PAGE_OF_BROWSER.test(text.slice(0, 1_024)) || bytes.subarray(-ZIP_ENDS_WITHIN).includes(ZIP_END)) {
    return 'FILE_HIDES';
  }
  if (!/\d\s+obj\b/.test(text)) return 'FILE_TYPE';
  if (locked.test(text)) return 'FILE_PDF_LOCKED';
  if (active.test(text)) return 'FILE_PDF_ACTIVE';
  return flawOfStreams(bytes, text);
}

function flawOfStreams(bytes: Buffer, text: string): PdfFlaw | undefined {
  let room = MOST_UNPACKED;
  for (const { index } of text.matchAll(/stream\r?\n/g)) {
    if (text.slice(index - 3, index) === 'end') continue;
    const dictionary = text.slice(Math.max(text.lastIndexOf('obj', index), index - DICTIONARY_BYTES, 0), index);
    const isObjects = packedObjects.test(dictionary);
    if (isObjects && disguises.test(dictionary)) return 'FILE_PDF_LOCKED';
    // A page that was scanned unpacks to many megabytes of dots, and to nothing else.
    if (!inflates.test(dictionary) || (dots.test(dictionary) && !isObjects)) continue;
    const from = text.indexOf('\n', index) + 1;
    const end = text.indexOf('endstream', from);
    const unpacked = unpack(bytes.subarray(from, end < 0 ? undefined : end), room);
    if (unpacked === 'too much') return 'FILE_PDF_UNPACKED';
    // A stream of a picture may be broken; a reader shows nothing of it.
    if (unpacked === undefined) continue;
    room -= unpacked.length;
    if (active.test(unpacked.toString('latin1'))) return 'FILE_PDF_ACTIVE';
  }
  return undefined;
}

function unpack(packed: Buffer, room: number): Buffer | 'too much' | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(room, 1) });
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'too much' : undefined;
  }
}

/** A name of a PDF, whichever of its letters are written as #hh (ISO 32000-1, 7.3.5). */
function nameAmong(names: readonly string[]): RegExp {
  const letter = (one: string) => {
    const hex = one.charCodeAt(0).toString(16);
    return `(?:${one}|#${[...hex].map((digit) => (/[a-f]/.test(digit) ? `[${digit}${digit.toUpperCase()}]` : digit)).join('')})`;
  };
  const written = names.map((name) => [...name].map(letter).join(''));
  return new RegExp(`/(?:${written.join('|')})(?![A-Za-z0-9])`);
}
