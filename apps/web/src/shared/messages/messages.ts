// The words on the screen. A catalogue is a flat list of sentences with {slots}; a key that ends in _one or _other is
// asked for without its ending and a `count`. The staff app gives the same catalogues to i18next with the same endings.

export type Language = 'en' | 'hi';
export type Catalogue = Readonly<Record<string, string>>;
export type Slots = Readonly<Record<string, string | number>>;

/** The keys a caller may ask for: plural pairs count once, under their common beginning. */
export type MessageKey<C> = keyof C extends infer K
  ? K extends `${infer Stem}_one`
    ? Stem
    : K extends `${string}_other`
      ? never
      : K & string
  : never;

export const languages: readonly Language[] = ['en', 'hi'];
/** Each by itself, so that whoever reads it finds it. */
export const languageNames: Record<Language, string> = { en: 'English', hi: 'हिन्दी' };
/** Those that a notice may be written in. */
export const noticeLanguageNames: Record<Language | 'ne', string> = { ...languageNames, ne: 'नेपाली' };

const storageKey = 'kafal.language';
const listeners = new Set<() => void>();
/** Undefined until its sentences are on the screen. */
let language: Language | undefined;
let catalogue: Catalogue = {};
let plurals = new Intl.PluralRules('en');

/** The language chosen before on this machine, else the browser's first choice that we have. */
export function preferredLanguage(): Language {
  const stored = readStored(storageKey);
  const wishes = stored === null ? navigator.languages : [stored];
  const found = wishes
    .map((wish) => wish.slice(0, 2))
    .find((wish): wish is Language => languages.some((one) => one === wish));
  return found ?? 'en';
}

/** What is asked of the server before there are words comes in the language that the words will be in. */
export function currentLanguage(): Language {
  return language ?? preferredLanguage();
}

/** Puts a language and its sentences on the screen; whoever shows text is told. */
export function installMessages(next: Language, ...catalogues: readonly Catalogue[]): void {
  language = next;
  catalogue = Object.assign({}, ...catalogues);
  plurals = new Intl.PluralRules(next);
  document.documentElement.lang = next;
  for (const listener of listeners) listener();
}

export function rememberLanguage(next: Language): void {
  writeStored(storageKey, next);
}

export function onLanguageChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function message(key: string, slots?: Slots): string {
  const count = slots?.count;
  const plural =
    typeof count === 'number' ? catalogue[`${key}_${plurals.select(count) === 'one' ? 'one' : 'other'}`] : undefined;
  const sentence = plural ?? catalogue[key] ?? key;
  return slots === undefined ? sentence : fillSlots(sentence, slots);
}

export function fillSlots(sentence: string, slots: Slots): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(slots[name] ?? whole));
}

// Private windows may refuse storage; the choice then lasts as long as the page.
export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function writeStored(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Nothing is lost but the memory of a preference.
  }
}

export function removeStored(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was stored.
  }
}

export function storedKeys(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}
