import type { Language } from '../../platform/http/actor.ts';
import { counterMessages } from './messages.ts';

/** A sentence of the counter's own catalogue, where it is part of an answer and not a refusal. */
export function say(language: Language, code: string, values: Readonly<Record<string, string | number>> = {}): string {
  return (counterMessages[language][code] ?? code).replace(/\{(\w+)\}/g, (slot, name: string) =>
    String(values[name] ?? slot),
  );
}
