import type { Language } from '../../platform/http/actor.ts';
import { fillSentence, type SentenceValues } from '../../platform/http/sentences.ts';
import { counterMessages } from './messages.ts';

/** A sentence of the counter's own catalogue, where it is part of an answer and not a refusal. */
export function say(
  { language, currency }: { readonly language: Language; readonly currency: string },
  code: string,
  values: SentenceValues = {},
): string {
  return fillSentence(counterMessages[language][code] ?? code, values, { language, currency });
}
