import type { Catalogue, Language } from '../shared/messages/messages.ts';

/** One language is fetched, and once. */
export const loadCatalogue = {
  en: async () => (await import('./messages/en.ts')).messages,
  hi: async () => (await import('./messages/hi.ts')).messages,
} satisfies Record<Language, () => Promise<Catalogue>>;
