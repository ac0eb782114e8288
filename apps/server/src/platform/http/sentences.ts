// A code and its values become a sentence in the reader's language. Every feature brings its own sentences; each is
// there in both languages or the server does not start.

import type { Language } from './actor.ts';
import { en } from './messages/en.ts';
import { hi } from './messages/hi.ts';

/** `{name}` in a sentence is filled from the values of the refusal. */
export interface Messages {
  readonly en: Readonly<Record<string, string>>;
  readonly hi: Readonly<Record<string, string>>;
}

export const platformMessages: Messages = { en, hi };

export interface Sentences {
  /** Undefined when no feature brought a sentence for the code. */
  say(language: Language, code: string, values?: Readonly<Record<string, string | number>>): string | undefined;
  has(code: string): boolean;
}

export function mergeMessages(sources: readonly Messages[]): Sentences {
  const merged: Record<Language, Map<string, string>> = { en: new Map(), hi: new Map() };
  for (const source of sources) {
    for (const language of ['en', 'hi'] as const) {
      for (const [code, sentence] of Object.entries(source[language])) {
        const there = merged[language].get(code);
        if (there !== undefined && there !== sentence) {
          throw new Error(`Two features say different things for ${code} (${language}): "${there}" and "${sentence}".`);
        }
        merged[language].set(code, sentence);
      }
    }
  }
  for (const code of new Set([...merged.en.keys(), ...merged.hi.keys()])) {
    const missing = !merged.en.has(code) ? 'English' : !merged.hi.has(code) ? 'Hindi' : undefined;
    if (missing !== undefined) throw new Error(`The code ${code} has no sentence in ${missing}.`);
  }

  return {
    say: (language, code, values = {}) =>
      merged[language].get(code)?.replace(/\{(\w+)\}/g, (slot, name: string) => String(values[name] ?? slot)),
    has: (code) => merged.en.has(code),
  };
}
