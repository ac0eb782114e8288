// Words on receipts and in the narration of their entries. Lines are kept in both languages, because a receipt is
// printed again years later; the narration is a sentence of the books and in English.

import { displayMoney, type Money } from '@kafal/core';
import type { Language } from '../../platform/http/actor.ts';

export interface BothLanguages {
  readonly en: string;
  readonly hi: string;
}

export const SHARE_MONEY: BothLanguages = { en: 'Share money', hi: 'अंश राशि' };

export function savingsLabel(product: { nameEn: string; nameHi: string }, number: string): BothLanguages {
  return { en: `${product.nameEn} ${number}`, hi: `${product.nameHi} ${number}` };
}

export function lateFineLabel(number: string): BothLanguages {
  return { en: `Late fine ${number}`, hi: `विलंब शुल्क ${number}` };
}

const LOAN_PARTS = {
  principal: { en: 'principal', hi: 'मूलधन' },
  interest: { en: 'interest', hi: 'ब्याज' },
  fee: { en: 'charges', hi: 'शुल्क' },
  penalty: { en: 'penal charge', hi: 'दंड शुल्क' },
  recovery: { en: 'recovered after the write-off', hi: 'बट्टे खाते के बाद वसूली' },
} as const;

export function loanLineLabel(part: keyof typeof LOAN_PARTS, number: string): BothLanguages {
  const words = LOAN_PARTS[part];
  return { en: `Loan ${number}, ${words.en}`, hi: `ऋण ${number}, ${words.hi}` };
}

/** What a payout is made up of, on its one line: lent, and all that is taken from it. */
interface PayoutParts {
  readonly amount: Money;
  readonly fee: Money;
  readonly shares: Money;
  /** The loan that it closes, and for how much. */
  readonly earlier: { readonly loan: { readonly number: string }; readonly amount: Money } | undefined;
}

export function payoutLabel(
  number: string,
  { amount, fee, shares, earlier }: PayoutParts,
  currency: string,
): BothLanguages {
  const figure = (money: Money) => displayMoney(money, { currency, symbol: false });
  const less = (words: readonly [fee: string, shares: string, loan: string]) =>
    [
      fee > 0 ? ` − ${words[0]} ${figure(fee)}` : '',
      shares > 0 ? ` − ${words[1]} ${figure(shares)}` : '',
      earlier === undefined ? '' : ` − ${words[2]} ${earlier.loan.number} ${figure(earlier.amount)}`,
    ].join('');
  return {
    en: `Loan ${number}: ${figure(amount)}${less(['fee', 'share money', 'loan'])}`,
    hi: `ऋण ${number}: ${figure(amount)}${less(['शुल्क', 'अंश राशि', 'ऋण'])}`,
  };
}

export function inLanguage(label: BothLanguages, language: Language): string {
  return language === 'hi' ? label.hi : label.en;
}

const MODE_IN_NARRATION: Readonly<Record<string, string>> = {
  cash: 'in cash',
  cheque: 'by cheque',
  bank: 'by bank transfer',
  upi: 'by UPI',
};

const LONGEST_NARRATION = 400;

export function receiptNarration(mode: string, memberNumber: string, labels: readonly BothLanguages[]): string {
  const what = labels.map(({ en }) => en).join(', ');
  return cut(`Received ${MODE_IN_NARRATION[mode] ?? mode} from ${memberNumber}: ${what}`);
}

export function withdrawalNarration(mode: string, deposit: string, memberNumber: string, note: string | null): string {
  const text = `Paid ${MODE_IN_NARRATION[mode] ?? mode} to ${memberNumber} from ${deposit}`;
  return cut(note === null ? text : `${text}: ${note}`);
}

export function loanPayoutNarration(mode: string, loan: string, memberNumber: string): string {
  return `Loan ${loan} paid out ${MODE_IN_NARRATION[mode] ?? mode} to ${memberNumber}`;
}

export function transferNarration(from: string, to: string, note: string | null): string {
  return cut(note === null ? `Transfer from ${from} to ${to}` : `Transfer from ${from} to ${to}: ${note}`);
}

function cut(text: string): string {
  return text.length <= LONGEST_NARRATION ? text : `${text.slice(0, LONGEST_NARRATION - 1).toWellFormed()}…`;
}
