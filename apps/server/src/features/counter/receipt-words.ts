// Words on receipts and in the narration of their entries. Lines are kept in both languages, because a receipt is
// printed again years later; the narration is a sentence of the books and in English.

import { displayMoney, type Money, type PayoutDeductions, sum } from '@kafal/core';
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

/** With the number of the borrower where a guarantor pays: the receipt is the guarantor's. */
export function loanLineLabel(part: keyof typeof LOAN_PARTS, number: string, borrower?: string): BothLanguages {
  const words = LOAN_PARTS[part];
  const surety =
    borrower === undefined ? NOBODY : { en: ` of ${borrower}, as guarantor`, hi: ` (${borrower}), जमानतदार` };
  return { en: `Loan ${number}${surety.en}, ${words.en}`, hi: `ऋण ${number}${surety.hi}, ${words.hi}` };
}
const NOBODY: BothLanguages = { en: '', hi: '' };

/** What a payout is made up of, on its one line: lent, and all that is taken from it. */
interface PayoutParts extends PayoutDeductions {
  readonly amount: Money;
  readonly shares: Money;
  /** The loan that it closes, and for how much. */
  readonly earlier: { readonly loan: { readonly number: string }; readonly amount: Money } | undefined;
}

/** A line of a receipt holds no more. */
const LONGEST_LABEL = 120;

export function payoutLabel(number: string, parts: PayoutParts, currency: string): BothLanguages {
  const { amount, fee, feeTax, insurance, shares, earlier } = parts;
  const figure = (money: Money) => displayMoney(money, { currency, symbol: false });
  type Taken = readonly (readonly [word: string, amount: Money])[];
  const line = (loan: string, kept: Taken, share: string) =>
    [
      `${loan} ${number}: ${figure(amount)}`,
      ...[...kept, [share, shares] as const].flatMap(([word, one]) => (one > 0 ? `${word} ${figure(one)}` : [])),
      ...(earlier === undefined ? [] : [`${loan.toLowerCase()} ${earlier.loan.number} ${figure(earlier.amount)}`]),
    ].join(' − ');
  const orTogether = (loan: string, [one, tax, premium]: readonly [string, string, string], share: string) => {
    const each = line(
      loan,
      [
        [one, fee],
        [tax, feeTax],
        [premium, insurance],
      ],
      share,
    );
    if (each.length <= LONGEST_LABEL) return each;
    return line(loan, [[`${one}, ${tax}, ${premium}`, sum([fee, feeTax, insurance])]], share);
  };
  return {
    en: orTogether('Loan', ['fee', 'tax on it', 'insurance'], 'share money'),
    hi: orTogether('ऋण', ['शुल्क', 'उस पर कर', 'बीमा'], 'अंश राशि'),
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
  transfer: 'by a sheet',
};

const LONGEST_NARRATION = 400;

export function receiptNarration(mode: string, memberNumber: string, labels: readonly BothLanguages[]): string {
  const what = labels.map(({ en }) => en).join(', ');
  return cut(`Received ${MODE_IN_NARRATION[mode] ?? mode} from ${memberNumber}: ${what}`);
}

export function sheetReceivedNarration(mode: string): string {
  return `Received ${MODE_IN_NARRATION[mode] ?? mode} for a sheet of repayments`;
}

export function rowUnassignedNarration(sheet: string, line: number): string {
  return `Row ${line} of sheet ${sheet} is not assigned`;
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
