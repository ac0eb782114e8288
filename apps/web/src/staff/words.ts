import { type Grouping, groupDigits } from '@kafal/core';
import i18next, { type FormatterModule } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { startLanguage } from '../shared/messages/load-language.ts';
import {
  type Catalogue,
  currentLanguage,
  type Language,
  type MessageKey,
  onLanguageChange,
  preferredLanguage,
  type Slots,
} from '../shared/messages/messages.ts';
import { loadCatalogue } from './load-catalogue.ts';
import type { messages } from './messages/en.ts';

// Every word of the staff screens. The catalogues are plain lists of sentences with {slots}; one language is fetched.

export type WordKey = MessageKey<typeof messages>;
export type Words = (key: WordKey, slots?: Slots) => string;

async function takeCatalogue(language: Language): Promise<readonly Catalogue[]> {
  const catalogue = await loadCatalogue[language]();
  i18next.addResourceBundle(language, 'translation', catalogue, true, true);
  return [catalogue];
}

let grouping: Grouping = 'western';

/** Counts inside sentences are grouped as the society groups its money. */
export function groupCountsBy(next: Grouping): void {
  grouping = next;
}

const sentenceFormatter: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value) => (Number.isSafeInteger(value) && value >= 0 ? groupDigits(String(value), grouping) : String(value)),
};

export async function startWords(): Promise<void> {
  await i18next
    .use(initReactI18next)
    .use(sentenceFormatter)
    .init({
      lng: preferredLanguage(),
      fallbackLng: false,
      resources: {},
      // Keys have dots of their own, and a slot is written {so}.
      keySeparator: false,
      nsSeparator: false,
      interpolation: { prefix: '{', suffix: '}', escapeValue: false, alwaysFormat: true },
    });
  onLanguageChange(() => void i18next.changeLanguage(currentLanguage()));
  await startLanguage({ en: () => takeCatalogue('en'), hi: () => takeCatalogue('hi') });
  await i18next.changeLanguage(currentLanguage());
}

export function useWords(): Words {
  const { t } = useTranslation();
  // The library's own types know nothing of our list of keys; this is the one place where they meet.
  return t as unknown as Words;
}

/** For words whose key comes from the server (an account kind, an act of the audit log): undefined when we have none. */
export function useKnownWord(): (key: string, slots?: Slots) => string | undefined {
  const { t, i18n } = useTranslation();
  // A key that comes from the server can be checked only while it runs, which `exists` does.
  return (key, slots) =>
    i18n.exists(key) ? (t as unknown as (key: string, slots?: Slots) => string)(key, slots) : undefined;
}
