import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatMoney, MAX_MONEY, money, parseMoney } from './money.ts';
import { HINDI_BELOW_HUNDRED, NEPALI_BELOW_HUNDRED } from './number-words.ts';
import { amountInWords, type WordsLanguage } from './words.ts';

const inWords = (text: string, language: WordsLanguage, currency = 'INR') =>
  amountInWords(parseMoney(text), { currency, language });

test('a receipt of 1,07,509.37 in three languages', () => {
  expect(inWords('107509.37', 'en')).toBe(
    'Rupees One Lakh Seven Thousand Five Hundred Nine and Thirty-Seven Paise Only',
  );
  expect(inWords('107509.37', 'hi')).toBe('रुपये एक लाख सात हज़ार पाँच सौ नौ और सैंतीस पैसे मात्र'.normalize('NFC'));
  expect(inWords('107509.37', 'ne', 'NPR')).toBe('रुपैयाँ एक लाख सात हजार पाँच सय नौ र सैँतिस पैसा मात्र'.normalize('NFC'));
});

test.each([
  ['0.00', 'Rupees Zero Only'],
  ['0.50', 'Rupees Zero and Fifty Paise Only'],
  ['0.01', 'Rupees Zero and One Paisa Only'],
  ['1.00', 'Rupees One Only'],
  ['10.10', 'Rupees Ten and Ten Paise Only'],
  ['100.00', 'Rupees One Hundred Only'],
  ['1001.00', 'Rupees One Thousand One Only'],
  ['99999.99', 'Rupees Ninety-Nine Thousand Nine Hundred Ninety-Nine and Ninety-Nine Paise Only'],
  ['10000000.00', 'Rupees One Crore Only'],
  ['123456789.00', 'Rupees Twelve Crore Thirty-Four Lakh Fifty-Six Thousand Seven Hundred Eighty-Nine Only'],
  ['9000000000000.00', 'Rupees Nine Lakh Crore Only'],
])('%s in English is "%s"', (text, words) => {
  expect(inWords(text, 'en')).toBe(words);
});

test('the count of crores is spelt by the same rule in Hindi', () => {
  expect(inWords('123450000001.00', 'hi')).toBe('रुपये बारह हज़ार तीन सौ पैंतालीस करोड़ एक मात्र'.normalize('NFC'));
  expect(inWords('0.01', 'hi')).toBe('रुपये शून्य और एक पैसा मात्र'.normalize('NFC'));
});

test.each([
  ['0.00', 'शून्य'],
  ['1.00', 'एक'],
  ['11.00', 'एघार'],
  ['19.00', 'उन्नाइस'],
  ['20.00', 'बीस'],
  ['25.00', 'पच्चिस'],
  ['29.00', 'उनन्तिस'],
  ['43.00', 'त्रिचालिस'],
  ['56.00', 'छपन्न'],
  ['67.00', 'सतसट्ठी'],
  ['78.00', 'अठहत्तर'],
  ['89.00', 'उनान्नब्बे'],
  ['99.00', 'उनान्सय'],
  ['100.00', 'एक सय'],
  ['101.00', 'एक सय एक'],
  ['1000.00', 'एक हजार'],
  ['99999.00', 'उनान्सय हजार नौ सय उनान्सय'],
  ['100000.00', 'एक लाख'],
  ['9900000.00', 'उनान्सय लाख'],
  ['10000000.00', 'एक करोड'],
  ['990000000.00', 'उनान्सय करोड'],
  ['1000000000.00', 'एक अर्ब'],
  ['1234567890.00', 'एक अर्ब तेइस करोड पैँतालिस लाख सतसट्ठी हजार आठ सय नब्बे'],
  ['100000000000.00', 'एक खर्ब'],
  ['9000000000000.00', 'नब्बे खर्ब'],
])('%s in Nepali is "रुपैयाँ %s मात्र"', (text, words) => {
  expect(inWords(text, 'ne', 'NPR')).toBe(`रुपैयाँ ${words} मात्र`.normalize('NFC'));
});

test('every number from nothing to a hundred has its own words in Nepali', () => {
  const spelt = Array.from({ length: 101 }, (_, count) => inWords(`${count}.00`, 'ne', 'NPR'));
  expect(spelt.slice(0, 100)).toEqual(NEPALI_BELOW_HUNDRED.map((word) => `रुपैयाँ ${word} मात्र`));
  expect(spelt[100]).toBe('रुपैयाँ एक सय मात्र');
});

test('Nepal writes paisa, and a negative amount says so', () => {
  expect(inWords('12.50', 'en', 'NPR')).toBe('Rupees Twelve and Fifty Paisa Only');
  expect(amountInWords(money(-1250), { currency: 'INR', language: 'en' })).toBe(
    'Minus Rupees Twelve and Fifty Paise Only',
  );
});

test('another currency is spelt in English on the scale of millions, its minor unit as a fraction', () => {
  expect(inWords('1234567.89', 'en', 'KES')).toBe(
    'KES One Million Two Hundred Thirty-Four Thousand Five Hundred Sixty-Seven and 89/100 Only',
  );
  expect(inWords('12.00', 'hi', 'KES')).toBe('KES Twelve Only');
  expect(inWords('0.00', 'en', 'KES')).toBe('KES Zero Only');
  expect(amountInWords(money(-1_250), { currency: 'KES', language: 'en' })).toBe('Minus KES Twelve and 50/100 Only');
  expect(amountInWords(money(MAX_MONEY), { currency: 'JPY', language: 'en', decimals: 0 })).toBe(
    'JPY Nine Hundred Trillion Only',
  );
  expect(amountInWords(money(1_005), { currency: 'KWD', language: 'en', decimals: 3 })).toBe(
    'KWD One and 005/1000 Only',
  );
});

describe('the tables of number words', () => {
  test.each([
    ['Hindi', HINDI_BELOW_HUNDRED],
    ['Nepali', NEPALI_BELOW_HUNDRED],
  ])('%s has a hundred different words in one composed form', (_, words) => {
    expect(new Set(words).size).toBe(100);
    expect(words.every((word) => word === word.normalize('NFC') && /^[\u0900-\u097f]+$/.test(word))).toBe(true);
  });
});

const ABOVE_CRORE = new Map([
  ['खर्ब', 10_000],
  ['अर्ब', 100],
]);

/** Reads the words back by an own rule, so that a wrong word or a lost zero cannot hide. */
function amountFromWords(text: string, language: 'hi' | 'ne'): string {
  const [table, hundred, thousand, lakh, crore, and] =
    language === 'hi'
      ? [HINDI_BELOW_HUNDRED, 'सौ', 'हज़ार'.normalize('NFC'), 'लाख', 'करोड़'.normalize('NFC'), 'और']
      : [NEPALI_BELOW_HUNDRED, 'सय', 'हजार', 'लाख', 'करोड', 'र'];
  const [whole = [], minor = []] = text
    .split(' ')
    .slice(1, -1)
    .join(' ')
    .split(` ${and} `)
    .map((part) => part.split(' '));
  const scales = new Map([
    [hundred, 100],
    [thousand, 1_000],
    [lakh, 100_000],
  ]);

  let [crores, rest, pending] = [0, 0, 0];
  for (const word of whole) {
    const scale = scales.get(word);
    const above = language === 'ne' ? ABOVE_CRORE.get(word) : undefined;
    if (above !== undefined) [crores, pending] = [crores + pending * above, 0];
    else if (word === crore) [crores, rest, pending] = [crores + rest + pending, 0, 0];
    else if (scale !== undefined) [rest, pending] = [rest + pending * scale, 0];
    else pending = table.indexOf(word);
  }
  const paise = minor.length === 0 ? 0 : table.indexOf(minor[0] ?? '');
  return `${crores * 1e7 + rest + pending}.${String(paise).padStart(2, '0')}`;
}

test('every amount can be read back from its words in Hindi and Nepali', () => {
  fc.assert(
    fc.property(fc.nat({ max: MAX_MONEY }), fc.constantFrom('hi' as const, 'ne' as const), (minor, language) => {
      const words = amountInWords(money(minor), { currency: 'INR', language });
      expect(amountFromWords(words, language)).toBe(formatMoney(money(minor)));
    }),
    { numRuns: 1_000 },
  );
});
