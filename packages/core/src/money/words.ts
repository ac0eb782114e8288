import { absolute, formatMoney, type Money } from './money.ts';
import { ENGLISH_BELOW_TWENTY, ENGLISH_TENS, HINDI_BELOW_HUNDRED, NEPALI_BELOW_HUNDRED } from './number-words.ts';

export type WordsLanguage = 'en' | 'hi' | 'ne';

export interface WordsOptions {
  readonly currency: string;
  readonly language: WordsLanguage;
  readonly decimals?: number;
}

/**
 * The amount as receipts and certificates spell it: "Rupees One Lakh Seven Thousand … Only". Rupees, of India and of
 * Nepal, are spelt in all three languages on the lakh and crore scale; any other currency in English on the scale of
 * millions, with its ISO code and its minor unit as a fraction ("KES Twelve and 50/100 Only"), because the names of
 * other currencies' units are not ours to guess.
 */
export function amountInWords(amount: Money, options: WordsOptions): string {
  const decimals = options.decimals ?? 2;
  const [whole = '0', fraction = ''] = formatMoney(absolute(amount), decimals).split('.');
  const isRupees = options.currency === 'INR' || options.currency === 'NPR';

  return isRupees
    ? rupeesInWords(amount < 0, Number(whole), Number(fraction), options)
    : otherCurrencyInWords(amount < 0, Number(whole), fraction, options.currency);
}

interface RupeeWords {
  readonly minus: string;
  readonly rupees: string;
  readonly and: string;
  readonly only: string;
  /** What comes above the crore where the language counts on; without it the crores are counted themselves. */
  readonly aboveCrore?: readonly (readonly [crores: number, word: string])[];
  readonly crore: string;
  readonly lakh: string;
  readonly thousand: string;
  readonly hundred: string;
  belowHundred(count: number): string;
  minorUnit(count: number, currency: string): string;
}

const RUPEE_WORDS: Readonly<Record<WordsLanguage, RupeeWords>> = {
  en: {
    minus: 'Minus',
    rupees: 'Rupees',
    and: 'and',
    only: 'Only',
    crore: 'Crore',
    lakh: 'Lakh',
    thousand: 'Thousand',
    hundred: 'Hundred',
    belowHundred: englishBelowHundred,
    minorUnit: (count, currency) => (currency === 'NPR' || count === 1 ? 'Paisa' : 'Paise'),
  },
  hi: {
    minus: 'ऋण',
    rupees: 'रुपये',
    and: 'और',
    only: 'मात्र',
    crore: 'करोड़',
    lakh: 'लाख',
    thousand: 'हज़ार',
    hundred: 'सौ',
    belowHundred: (count) => HINDI_BELOW_HUNDRED[count] ?? '',
    minorUnit: (count) => (count === 1 ? 'पैसा' : 'पैसे'),
  },
  ne: {
    minus: 'ऋण',
    rupees: 'रुपैयाँ',
    and: 'र',
    only: 'मात्र',
    aboveCrore: [
      [10_000, 'खर्ब'],
      [100, 'अर्ब'],
    ],
    crore: 'करोड',
    lakh: 'लाख',
    thousand: 'हजार',
    hundred: 'सय',
    belowHundred: (count) => NEPALI_BELOW_HUNDRED[count] ?? '',
    minorUnit: () => 'पैसा',
  },
};

function rupeesInWords(isNegative: boolean, rupees: number, paise: number, options: WordsOptions): string {
  const words = RUPEE_WORDS[options.language];
  const parts = [words.rupees, indianNumberInWords(rupees, words)];
  if (paise > 0) parts.push(words.and, words.belowHundred(paise), words.minorUnit(paise, options.currency));

  return [...(isNegative ? [words.minus] : []), ...parts, words.only].join(' ');
}

/**
 * In English and Hindi the count of crores is itself spelt by the same rule, so nine lakh crore needs no word beyond the
 * crore. Nepal counts on: a hundred crore are an arab, a hundred arab a kharab.
 */
function indianNumberInWords(count: number, words: RupeeWords): string {
  if (count === 0) return words.belowHundred(0);

  const crores = Math.floor(count / 1e7);
  const lakhs = Math.floor(count / 1e5) % 100;
  const thousands = Math.floor(count / 1e3) % 100;
  const hundreds = Math.floor(count / 100) % 10;
  const rest = count % 100;
  const parts: string[] = [];

  let left = crores;
  for (const [size, word] of words.aboveCrore ?? []) {
    const many = Math.floor(left / size);
    if (many > 0) parts.push(words.belowHundred(many), word);
    left %= size;
  }
  if (left > 0) parts.push(indianNumberInWords(left, words), words.crore);
  if (lakhs > 0) parts.push(words.belowHundred(lakhs), words.lakh);
  if (thousands > 0) parts.push(words.belowHundred(thousands), words.thousand);
  if (hundreds > 0) parts.push(words.belowHundred(hundreds), words.hundred);
  if (rest > 0) parts.push(words.belowHundred(rest));
  return parts.join(' ');
}

function otherCurrencyInWords(isNegative: boolean, whole: number, fraction: string, currency: string): string {
  const parts = [currency, westernNumberInWords(whole)];
  if (Number(fraction) > 0) parts.push('and', `${fraction}/1${'0'.repeat(fraction.length)}`);

  return [...(isNegative ? ['Minus'] : []), ...parts, 'Only'].join(' ');
}

const WESTERN_SCALES: readonly (readonly [size: number, name: string])[] = [
  [1e12, 'Trillion'],
  [1e9, 'Billion'],
  [1e6, 'Million'],
  [1e3, 'Thousand'],
  [1, ''],
];

function westernNumberInWords(count: number): string {
  if (count === 0) return englishBelowHundred(0);

  const parts: string[] = [];
  for (const [size, name] of WESTERN_SCALES) {
    const group = Math.floor(count / size) % 1000;
    const hundreds = Math.floor(group / 100);
    if (hundreds > 0) parts.push(englishBelowHundred(hundreds), 'Hundred');
    if (group % 100 > 0) parts.push(englishBelowHundred(group % 100));
    if (group > 0 && name !== '') parts.push(name);
  }
  return parts.join(' ');
}

function englishBelowHundred(count: number): string {
  if (count < 20) return ENGLISH_BELOW_TWENTY[count] ?? '';

  const tens = ENGLISH_TENS[Math.floor(count / 10)] ?? '';
  return count % 10 === 0 ? tens : `${tens}-${ENGLISH_BELOW_TWENTY[count % 10]}`;
}
