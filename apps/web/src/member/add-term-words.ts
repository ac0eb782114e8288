import { addWords } from '../shared/messages/load-language.ts';

/** The words of deposits of a term come with their pages. */
export const addTermWords = () =>
  addWords({
    en: async () => [(await import('./deposits/term-messages-en.ts')).messages],
    hi: async () => [(await import('./deposits/term-messages-hi.ts')).messages],
  });
