import { toLatinDigits } from '../money/display.ts';

export type PhoneCountry = 'IN' | 'NP' | 'INTL';

interface MobileNumbers {
  readonly countryCode: string;
  readonly number: RegExp;
}

const MOBILE_NUMBERS: Readonly<Record<Exclude<PhoneCountry, 'INTL'>, MobileNumbers>> = {
  IN: { countryCode: '91', number: /^[6-9]\d{9}$/ },
  NP: { countryCode: '977', number: /^9[678]\d{8}$/ },
};

/**
 * A mobile number as people write it, brought to "+919812345678"; undefined when it is none. Without a country code it
 * is read as the society's own country's. With one, a number of India or Nepal keeps its own country's rule and any
 * other is taken on its form alone, since members work abroad.
 */
export function normalisePhone(text: string, country: PhoneCountry): string | undefined {
  const typed = toLatinDigits(text)
    .trim()
    .replace(/[\s().-]/g, '');
  if (!/^\+?\d{7,17}$/.test(typed)) return undefined;

  const international = typed.replace(/^(\+|00)/, '');
  if (international !== typed) return internationalNumber(international);
  if (country === 'INTL') return undefined;

  const { countryCode, number } = MOBILE_NUMBERS[country];
  const national = typed.replace(/^0/, '');
  if (number.test(national)) return `+${countryCode}${national}`;
  return typed.startsWith(countryCode) && number.test(typed.slice(countryCode.length)) ? `+${typed}` : undefined;
}

/** "+919812345678" as it is dialled at home: "9812345678". Of other countries all digits, since nobody knows where their code ends. */
export function nationalDigits(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  const home = Object.values(MOBILE_NUMBERS).find(
    ({ countryCode, number }) => digits.startsWith(countryCode) && number.test(digits.slice(countryCode.length)),
  );
  return home === undefined ? digits : digits.slice(home.countryCode.length);
}

function internationalNumber(digits: string): string | undefined {
  for (const { countryCode, number } of Object.values(MOBILE_NUMBERS)) {
    if (digits.startsWith(countryCode)) {
      return number.test(digits.slice(countryCode.length)) ? `+${digits}` : undefined;
    }
  }
  return /^[1-9]\d{6,14}$/.test(digits) ? `+${digits}` : undefined;
}
