// The name a file came with. It is shown to people and never becomes part of a path; its ending must say what the
// content is, because that is what the next program will go by.

import type { FILE_MEDIA_TYPES } from '@kafal/contract';
import { Refusal } from '../../platform/http/refusal.ts';

export type MediaType = (typeof FILE_MEDIA_TYPES)[number];

const LONGEST = 120;
const TYPE_OF_ENDING: Readonly<Record<string, MediaType>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
};
export const ENDING: Readonly<Record<MediaType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
};

// What cannot be seen (control and format characters, also those that turn the order of letters around), and what has a
// meaning in a path or a header. Hindi needs the joiners 200C and 200D.
const UNFIT = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\u2028\u2029"\\/:*?<>|]/gu;

export interface CheckedName {
  readonly name: string;
  /** What the ending promises. */
  readonly promised: MediaType;
}

export function checkFileName(given: string | undefined): CheckedName {
  const typed = (given ?? '').split(/[/\\]/).at(-1) ?? '';
  if (typed.length > LONGEST) throw new Refusal('rule', 'FILE_NAME_LONG', { longest: LONGEST }, 'file');
  const name = typed.replace(UNFIT, '').normalize('NFC').trim();
  const [, stem = '', ending = ''] = /^(.*)\.([A-Za-z]+)$/.exec(name) ?? [];
  const promised = TYPE_OF_ENDING[ending.toLowerCase()];
  if (stem.trim() === '' || promised === undefined) throw new Refusal('rule', 'FILE_NAME', undefined, 'file');
  return { name, promised };
}
