import {
  type Catalogue,
  currentLanguage,
  installMessages,
  type Language,
  preferredLanguage,
  rememberLanguage,
} from './messages.ts';

// Each entry says once where its catalogues are; only the language that is read is fetched.

export type CatalogueLoaders = Record<Language, () => Promise<readonly Catalogue[]>>;

/** The entry's own words, then those that a part fetched later brought along. */
const loaders: CatalogueLoaders[] = [];

export async function startLanguage(entry: CatalogueLoaders): Promise<void> {
  const language = preferredLanguage();
  loaders.push(entry);
  installMessages(language, ...(await wordsIn(language)));
}

/** A part of the app that most readers never open keeps its words out of the first load. */
export async function addWords(part: CatalogueLoaders): Promise<void> {
  loaders.push(part);
  const language = currentLanguage();
  const words = await wordsIn(language);
  // Who chose another language meanwhile has these words in it already.
  if (language === currentLanguage()) installMessages(language, ...words);
}

/** The reader chose; the choice is kept on this machine. */
export async function chooseLanguage(language: Language): Promise<void> {
  rememberLanguage(language);
  installMessages(language, ...(await wordsIn(language)));
}

/** A part that comes while others are fetched is fetched too: whoever installs last has the words of all. */
async function wordsIn(language: Language): Promise<Catalogue[]> {
  for (;;) {
    const parts = loaders.length;
    const words = (await Promise.all(loaders.map((load) => load[language]()))).flat();
    if (parts === loaders.length) return words;
  }
}
