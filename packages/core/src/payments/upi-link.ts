// What a QR or a button carries so that a payment app opens filled in. It is no proof that anybody paid.

import { formatMoney, type Money } from '../money/money.ts';

export interface UpiPayment {
  /** The society's own address, such as `society.demo@examplebank`. */
  readonly payeeAddress: string;
  readonly payeeName: string;
  readonly amount: Money;
  readonly reference: string;
  /** A few words that the payer reads. */
  readonly note: string;
}

/** `upi://pay?pa=…&pn=…&am=8885.00&cu=INR&tr=…&tn=…` (handbook §6): `%20` for a blank, `@` as it is, two decimals. */
export function upiLink({ payeeAddress, payeeName, amount, reference, note }: UpiPayment): string {
  const parts: readonly (readonly [name: string, value: string])[] = [
    ['pa', payeeAddress],
    ['pn', payeeName],
    ['am', formatMoney(amount)],
    ['cu', 'INR'],
    ['tr', reference],
    ['tn', note],
  ];
  return `upi://pay?${parts.map(([name, value]) => `${name}=${encoded(value)}`).join('&')}`;
}

const encoded = (text: string) => encodeURIComponent(text.toWellFormed()).replaceAll('%40', '@');

/** A name and a bank's handle: `society.demo@examplebank`. */
export function isUpiAddress(text: string): boolean {
  return /^[a-zA-Z0-9][a-zA-Z0-9.\-_]{1,254}@[a-zA-Z][a-zA-Z0-9]{1,63}$/.test(text);
}
