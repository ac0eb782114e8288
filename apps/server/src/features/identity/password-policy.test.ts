import { describe, expect, test } from 'vitest';
import { COMMON_ENDINGS, COMMON_WORDS } from './common-password-words.ts';
import { isCommonPassword } from './common-passwords.ts';
import { checkPasswordPolicy, type PasswordOwner } from './password-policy.ts';

const member: PasswordOwner = { kind: 'member', hasTotp: false, words: [] };
const staff: PasswordOwner = { kind: 'staff', hasTotp: false, words: [] };
const staffWithTotp: PasswordOwner = { kind: 'staff', hasTotp: true, words: [] };

function refusal(password: string, owner: PasswordOwner = member): string | undefined {
  try {
    checkPasswordPolicy(password, owner);
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'not a refusal';
  }
}

describe('length is counted in characters as people see them', () => {
  test('eight for members, fifteen for staff, eight for staff with a second factor', () => {
    expect(refusal('kitab ja')).toBeUndefined();
    expect(refusal('kitab j')).toBe('PASSWORD_TOO_SHORT');
    expect(refusal('kitab jahaj chi', staff)).toBeUndefined();
    expect(refusal('kitab jahaj ch', staff)).toBe('PASSWORD_TOO_SHORT');
    expect(refusal('kitab ja', staffWithTotp)).toBeUndefined();
    expect(refusal('kitab j', staffWithTotp)).toBe('PASSWORD_TOO_SHORT');
  });

  test('a letter outside the basic plane is one', () => {
    expect(refusal('🪔🐘🌾🚜🏔️🫖📿')).toBeUndefined();
    expect(refusal('🪔🐘🌾🚜🫖📿')).toBe('PASSWORD_TOO_SHORT');
  });

  test('a thousand is the most, and half a letter is none', () => {
    const words = Array.from({ length: 400 }, (_, place) => String.fromCodePoint(0x4e00 + place * 7)).join('');
    expect(refusal(words.repeat(2).slice(0, 700) + words.slice(100, 400))).toBeUndefined();
    expect(refusal(`${words.repeat(2).slice(0, 701)}${words.slice(100, 400)}`)).toBe('PASSWORD_TOO_LONG');
    expect(refusal('kitab jahaj \ud83d')).toBe('PASSWORD_CHARACTERS');
  });
});

describe('no rule says what a password is made of', () => {
  test.each(['kitabjahaj', 'KITABJAHAJ', '        kitab', '502918374651', 'किताब जहाज', 'лампа и книга', '+-*/%&§"\''])(
    '"%s" is good enough for a member',
    (password) => {
      expect(refusal(password)).toBeUndefined();
    },
  );
});

describe('what everybody uses is refused', () => {
  test('every word with every ending: more than three thousand that are long enough', () => {
    const long = COMMON_WORDS.flatMap((word) => COMMON_ENDINGS.map((ending) => word + ending)).filter(
      (password) => password.length >= 8,
    );
    expect(new Set(long).size).toBeGreaterThan(3_000);
    expect(long.filter((password) => !isCommonPassword(password))).toEqual([]);
    const longForStaff = new Set(long.filter((password) => password.length >= 15));
    expect(longForStaff.size).toBeGreaterThan(300);
  });

  test.each([
    'password',
    'Password1!',
    'P@$$w0rd',
    'PASSWORD2026',
    'welcome@123',
    'jaimatadi',
    'JaiMataDi108',
    'india1947',
    '2026#Sahakari#2026',
    'ganeshganesh',
    '12345678',
    '87654321',
    '1234567890123456',
    'qwertyuiop',
    'qwerty1234',
    '1qaz2wsx3edc4rfv',
    'aaaaaaaaaaaaaaaa',
    'abababababababab',
    'abcdabcdabcdabcd',
    '15081947',
    '1947-08-15',
    'ＰＡＳＳＷＯＲＤ',
  ])('%s', (password) => {
    expect(refusal(password)).toBe('PASSWORD_COMMON');
  });
});

describe('one’s own name is no secret', () => {
  const asha: PasswordOwner = {
    kind: 'member',
    hasTotp: false,
    words: ['Asha Bisht', 'kcs2026001', 'asha.bisht@example.org', '+919812345678', 'Kafalpani Thrift Society'],
  };

  test.each([
    'ashabisht',
    'AshaBisht1990',
    'bisht@asha!',
    'kafalpani2026',
    'kcs2026001!',
    '9812345678'.padStart(12, '91'),
    'thrift-society-1',
  ])('%s', (password) => {
    expect(refusal(password, asha)).toBe('PASSWORD_OWN_WORDS');
  });

  test('but a sentence may hold it', () => {
    expect(refusal('asha feeds nine goats', asha)).toBeUndefined();
  });

  test('nor is it in Devanagari', () => {
    expect(refusal('आशाबिष्ट१९९०', { ...asha, words: ['आशा बिष्ट'] })).toBe('PASSWORD_OWN_WORDS');
  });
});

test('a password of a thousand letters is judged in a moment', () => {
  const startedAt = performance.now();
  for (const password of ['a1'.repeat(500), '!'.repeat(1_000), 'qwerty'.repeat(166), `${'1'.repeat(999)}a`]) {
    refusal(password);
  }
  expect(performance.now() - startedAt).toBeLessThan(500);
});
