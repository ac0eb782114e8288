// A code and its values become a sentence in the reader's language. Every feature brings its own sentences; each is
// there in both languages or the server does not start.

import { displayMoney, parseMoney } from '@kafal/core';
import type { Language } from './actor.ts';
import { en } from './messages/en.ts';
import { hi } from './messages/hi.ts';

/** `{name}` in a sentence is filled from the values of the refusal; `{amount:money}` holds "250000.00". */
export interface Messages {
  readonly en: Readonly<Record<string, string>>;
  readonly hi: Readonly<Record<string, string>>;
}

export const platformMessages: Messages = { en, hi };

export type SentenceValues = Readonly<Record<string, string | number>>;

export interface Sentences {
  /** Undefined when no feature brought a sentence for the code. */
  say(language: Language, code: string, values?: SentenceValues, currency?: string): string | undefined;
  has(code: string): boolean;
  /** Whether the sentence for the code has an amount in it. */
  saysMoney(code: string): boolean;
  /** The slots that would show an exact amount as it travels ("250000.00") and not as people read it. */
  bareAmounts(language: Language, code: string, values?: SentenceValues): string[];
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
    say: (language, code, values = {}, currency) => {
      const sentence = merged[language].get(code);
      return sentence === undefined ? undefined : fillSentence(sentence, values, { language, currency });
    },
    has: (code) => merged.en.has(code),
    saysMoney: (code) => merged.en.get(code)?.includes(':money}') === true,
    bareAmounts: (language, code, values = {}) =>
      [...(merged[language].get(code) ?? '').matchAll(PLAIN_SLOT)]
        .map(([, name = '']) => name)
        .filter((name) => EXACT_AMOUNT.test(String(values[name] ?? ''))),
  };
}

/** A share of a hundred has two decimals too, and its sign behind it. */
const PLAIN_SLOT = /\{(\w+)\}(?! %)/g;
const EXACT_AMOUNT = /^-?\d+\.\d{2}$/;

/** Where the society's currency is known, amounts stand as on every screen: "₹2,50,000.00". */
export function fillSentence(
  sentence: string,
  values: SentenceValues,
  { language, currency }: { readonly language: Language; readonly currency: string | undefined },
): string {
  return sentence.replace(/\{(\w+)(:money)?\}/g, (slot, name: string, isMoney: string | undefined) => {
    const text = String(values[name] ?? slot);
    if (isMoney === undefined || currency === undefined || values[name] === undefined) return text;
    return displayMoney(parseMoney(text), { currency, language });
  });
}
