// Devanagari in plain Latin letters, as a clerk would type it: without marks, every letter with its inherent a. Good for
// finding somebody by the sound of a name, not for writing the name.

const CONSONANTS: Readonly<Record<string, string>> = {
  ...{ क: 'k', ख: 'kh', ग: 'g', घ: 'gh', ङ: 'ng', च: 'ch', छ: 'ch', ज: 'j', झ: 'jh', ञ: 'n' },
  ...{ ट: 't', ठ: 'th', ड: 'd', ढ: 'dh', ण: 'n', त: 't', थ: 'th', द: 'd', ध: 'dh', न: 'n' },
  ...{ प: 'p', फ: 'ph', ब: 'b', भ: 'bh', म: 'm', य: 'y', र: 'r', ल: 'l', ळ: 'l', व: 'v' },
  ...{ श: 'sh', ष: 'sh', स: 's', ह: 'h' },
};
/** With the dot below; the two of them that are tapped are heard as r. */
const DOTTED: Readonly<Record<string, string>> = { ज: 'z', ड: 'r', ढ: 'rh', फ: 'f' };
const VOWELS: Readonly<Record<string, string>> = {
  ...{ अ: 'a', आ: 'a', इ: 'i', ई: 'i', उ: 'u', ऊ: 'u', ऋ: 'ri', ए: 'e', ऐ: 'ai', ऑ: 'o', ओ: 'o', औ: 'au' },
};
const SIGNS: Readonly<Record<string, string>> = {
  ...{ 'ा': 'a', 'ि': 'i', 'ी': 'i', 'ु': 'u', 'ू': 'u', 'ृ': 'ri', 'े': 'e', 'ै': 'ai', 'ॉ': 'o', 'ो': 'o', 'ौ': 'au' },
};
const VIRAMA = '्';
const NUKTA = '़';
const NASALS = 'ंँ';
const LIPS = 'पफबभम';

export function isDevanagari(text: string): boolean {
  return /\p{Script=Devanagari}/u.test(text);
}

export function latinOfDevanagari(word: string): string {
  // Decomposed, so that a dotted letter is always the letter and its dot.
  const letters = [...word.normalize('NFD')];
  return letters.map((letter, index) => soundOf(letter, letters.slice(index + 1))).join('');
}

function soundOf(letter: string, after: readonly string[]): string {
  const consonant = CONSONANTS[letter];
  if (consonant !== undefined) {
    const isDotted = after[0] === NUKTA;
    const next = after[isDotted ? 1 : 0] ?? '';
    const sound = isDotted ? (DOTTED[letter] ?? consonant) : consonant;
    return next === VIRAMA || next in SIGNS ? sound : `${sound}a`;
  }
  if (NASALS.includes(letter)) return LIPS.includes(after[0] ?? '-') ? 'm' : 'n';
  // What is neither a letter nor a sign (virama, dot, a mark of another script) has no sound of its own.
  return VOWELS[letter] ?? SIGNS[letter] ?? (/\p{M}/u.test(letter) || letter === 'ः' ? '' : letter);
}
