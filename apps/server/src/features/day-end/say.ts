// Why an account or a day could not be done, in the reader's language: the reason is kept as a code and its values.

import type { Language } from '../../platform/http/actor.ts';
import { mergeMessages, platformMessages, type Sentences } from '../../platform/http/sentences.ts';
import { accountingMessages } from '../accounting/index.ts';
import { depositsMessages } from '../deposits/index.ts';
import { dayEndMessages } from './messages.ts';

let sentences: Sentences | undefined;

export function sayReason(language: Language, { code, params }: { code: string; params: string | null }): string {
  sentences ??= mergeMessages([platformMessages, accountingMessages, depositsMessages, dayEndMessages]);
  // The values were written by us from those of a refusal.
  const values = JSON.parse(params ?? '{}') as Record<string, string | number>;
  return sentences.say(language, code, values) ?? code;
}
