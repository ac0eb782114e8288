/** One way to store a name: no blanks around it, single blanks inside, one form for each composed character. */
export function normaliseName(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** The words a search looks for: lower case, without punctuation, each once. Devanagari keeps its vowel signs. */
export function searchWords(name: string): string[] {
  const words = normaliseName(name)
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
  return [...new Set(words)];
}
