// A sentence of this feature in the reader's language, for views that hold sentences.

import type { Language } from '../../platform/http/actor.ts';
import { mergeMessages, platformMessages, type Sentences } from '../../platform/http/sentences.ts';
import { kycMessages } from './messages.ts';

let sentences: Sentences | undefined;

export function say(language: Language, code: string): string {
  sentences ??= mergeMessages([platformMessages, kycMessages]);
  return sentences.say(language, code) ?? code;
}
