import { type Catalogue, installMessages, type Language, preferredLanguage, rememberLanguage } from './messages.ts';

// Each entry says once where its catalogues are; only the language that is read is fetched.

export type CatalogueLoaders = Record<Language, () => Promise<readonly Catalogue[]>>;

let loaders: CatalogueLoaders | undefined;

export async function startLanguage(entry: CatalogueLoaders): Promise<void> {
  loaders = entry;
  const language = preferredLanguage();
  installMessages(language, ...(await entry[language]()));
}

/** The reader chose; the choice is kept on this machine. */
export async function chooseLanguage(language: Language): Promise<void> {
  rememberLanguage(language);
  if (loaders !== undefined) installMessages(language, ...(await loaders[language]()));
}
