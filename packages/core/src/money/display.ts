import { invariant } from '../invariant.ts';
import { formatMoney, type Money } from './money.ts';
import { divideRounded } from './rounding.ts';

export type DisplayLanguage = 'en' | 'hi' | 'ne';
export type Grouping = 'indian' | 'western';

export interface MoneyDisplay {
  /** An ISO code: 'INR', 'NPR', 'KES' … */
  readonly currency: string;
  readonly decimals?: number;
  /** Lakh grouping for rupees and thousands elsewhere, unless said otherwise. */
  readonly grouping?: Grouping;
  /** Off where a column's heading already names the currency. */
  readonly symbol?: boolean;
  readonly language?: DisplayLanguage;
}

/** "₹1,23,456.78". Written here by hand, because the tables of old phones disagree on Nepal's digits and symbol. */
export function displayMoney(amount: Money, options: MoneyDisplay): string {
  const text = formatMoney(amount, options.decimals ?? 2);
  const unsigned = text.replace('-', '');
  const [whole = '', fraction] = unsigned.split('.');
  const grouped = groupDigits(whole, groupingOf(options));

  return withSignAndSymbol(amount, fraction === undefined ? grouped : `${grouped}.${fraction}`, options);
}

interface ShortScale {
  readonly tens: number;
  readonly words: Readonly<Record<DisplayLanguage, string>>;
}

const INDIAN_SCALES: readonly [large: ShortScale, small: ShortScale] = [
  { tens: 7, words: { en: 'Cr', hi: 'करोड़', ne: 'करोड' } },
  { tens: 5, words: { en: 'L', hi: 'लाख', ne: 'लाख' } },
];
const WESTERN_SCALES: readonly [large: ShortScale, small: ShortScale] = [
  { tens: 9, words: { en: 'B', hi: 'B', ne: 'B' } },
  { tens: 6, words: { en: 'M', hi: 'M', ne: 'M' } },
];

/** Three figures for a dashboard ("₹1.24 Cr", "₹12.4 L"); below a lakh (a million) the amount is shown in full. */
export function displayMoneyShort(amount: Money, options: MoneyDisplay): string {
  const { decimals = 2, language = 'en' } = options;
  const grouping = groupingOf(options);
  const [large, small] = grouping === 'indian' ? INDIAN_SCALES : WESTERN_SCALES;
  const size = Math.abs(amount);
  if (size < 10 ** (small.tens + decimals)) return displayMoney(amount, options);

  // Rounded before the scale is chosen, so that 99.97 lakh becomes 1.00 crore and not 100 lakh.
  const step = 10 ** Math.min(String(size).length - 3, large.tens + decimals);
  const rounded = divideRounded(size, step, 'half-even') * step;
  const scale = rounded >= 10 ** (large.tens + decimals) ? large : small;
  const tens = scale.tens + decimals;
  const whole = String(rounded).slice(0, -tens);
  const fraction = String(rounded)
    .slice(-tens)
    .slice(0, Math.max(0, 3 - whole.length));

  const figures = groupDigits(whole, grouping) + (fraction === '' ? '' : `.${fraction}`);
  return withSignAndSymbol(amount, `${figures} ${scale.words[language]}`, options);
}

/** Fields on screen accept Devanagari digits and keep Latin ones; everything else is left as typed. */
export function toLatinDigits(text: string): string {
  return text.replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - '०'.charCodeAt(0)));
}

/** For printed dates in Nepali; amounts stay in Latin digits everywhere. */
export function toDevanagariDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode('०'.charCodeAt(0) + Number(digit)));
}

/** 12345678 → "1,23,45,678" (a group of three, then twos) or "12,345,678". */
export function groupDigits(digits: string, grouping: Grouping): string {
  invariant(/^\d+$/.test(digits), 'only digits are grouped');
  const lastThree = digits.slice(-3);
  const before = digits.slice(0, -3);
  if (before === '') return lastThree;

  return `${before.replace(grouping === 'indian' ? /\B(?=(\d\d)+$)/g : /\B(?=(\d{3})+$)/g, ',')},${lastThree}`;
}

function groupingOf({ currency, grouping }: MoneyDisplay): Grouping {
  return grouping ?? (currency === 'INR' || currency === 'NPR' ? 'indian' : 'western');
}

function withSignAndSymbol(amount: Money, digits: string, options: MoneyDisplay): string {
  const { currency, symbol = true, language = 'en' } = options;
  return `${amount < 0 ? '-' : ''}${symbol ? symbolOf(currency, language) : ''}${digits}`;
}

function symbolOf(currency: string, language: DisplayLanguage): string {
  if (currency === 'INR') return '₹';
  if (currency === 'NPR') return language === 'en' ? 'Rs. ' : 'रु. ';
  return `${currency} `;
}
