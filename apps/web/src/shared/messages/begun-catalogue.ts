import type { Catalogue } from './messages.ts';

/** A language that is only begun says in English what it does not say yet: a reader never meets a key. */
export function withEnglish(english: Catalogue, begun: Catalogue): Catalogue {
  return { ...english, ...begun };
}

/** How much of the English catalogue a language says, from 0 to 1. */
export function shareSaid(english: Catalogue, said: Catalogue): number {
  const keys = Object.keys(english);
  return keys.filter((key) => said[key] !== undefined).length / keys.length;
}
