// A line of the passbook in the reader's language. The entry keeps the sentence of the books; here stands what a member
// calls it.

import type { Language } from '../../platform/http/actor.ts';

const en = {
  depositIn_cash: 'Cash deposit',
  depositIn_cheque: 'Deposit by cheque',
  depositIn_bank: 'Deposit by bank transfer',
  depositIn_upi: 'Deposit by UPI',
  withdrawal_cash: 'Cash withdrawal',
  withdrawal_cheque: 'Withdrawal by cheque',
  withdrawal_bank: 'Withdrawal by bank transfer',
  transferFrom: 'Transfer from {memo}',
  transferTo: 'Transfer to {memo}',
  transferToShares: 'Transfer to share money',
  transferToDues: 'Transfer to fees and contributions',
  collectedIn: 'Collected by {memo}',
  interest: 'Interest',
  maturityFrom: 'Matured deposit {memo}',
  maturityTo: 'Term is over, to {memo}',
  reversal: 'Reversal of {number}',
  otherIn: 'Credit',
  otherOut: 'Debit',
};

type PassbookWord = keyof typeof en;

const hi: Readonly<Record<PassbookWord, string>> = {
  depositIn_cash: 'नकद जमा',
  depositIn_cheque: 'चेक द्वारा जमा',
  depositIn_bank: 'बैंक अंतरण द्वारा जमा',
  depositIn_upi: 'यूपीआई द्वारा जमा',
  withdrawal_cash: 'नकद निकासी',
  withdrawal_cheque: 'चेक द्वारा निकासी',
  withdrawal_bank: 'बैंक अंतरण द्वारा निकासी',
  transferFrom: '{memo} से अंतरण',
  transferTo: '{memo} को अंतरण',
  transferToShares: 'अंश राशि में अंतरण',
  transferToDues: 'शुल्क एवं अंशदान में अंतरण',
  collectedIn: '{memo} द्वारा संग्रह',
  interest: 'ब्याज',
  maturityFrom: 'परिपक्व जमा {memo}',
  maturityTo: 'अवधि पूरी, {memo} को',
  reversal: '{number} की उलट प्रविष्टि',
  otherIn: 'जमा',
  otherOut: 'नामे',
};

const WORDS: Readonly<Record<Language, Readonly<Record<PassbookWord, string>>>> = { en, hi };

export interface PassbookFact {
  readonly kind: string;
  readonly mode: string | null;
  readonly side: 'debit' | 'credit';
  /** The account on the other side of a transfer, with the note that was typed after it. */
  readonly memo: string | null;
  readonly otherSubLedger: string | null;
  readonly reversedNumber: string | null;
}

export function wordsOfPassbook(language: Language): (fact: PassbookFact) => string {
  const words = WORDS[language];
  return (fact) =>
    words[wordOf(fact)].replace('{memo}', fact.memo ?? '').replace('{number}', fact.reversedNumber ?? '') +
    noteOf(fact);
}

function wordOf({ kind, mode, side, otherSubLedger, reversedNumber }: PassbookFact): PassbookWord {
  if (reversedNumber !== null) return 'reversal';
  if (kind === 'receipt' && side === 'credit') return withMode('depositIn', mode);
  if (kind === 'withdrawal' && side === 'debit') return withMode('withdrawal', mode);
  if (kind === 'transfer') {
    if (side === 'credit') return 'transferFrom';
    if (otherSubLedger === 'deposit') return 'transferTo';
    return otherSubLedger === 'share_pending' ? 'transferToShares' : 'transferToDues';
  }
  if (kind === 'collection' && side === 'credit') return 'collectedIn';
  if (kind === 'interest') return 'interest';
  if (kind === 'maturity') return side === 'credit' ? 'maturityFrom' : 'maturityTo';
  return side === 'credit' ? 'otherIn' : 'otherOut';
}

function withMode(word: 'depositIn' | 'withdrawal', mode: string | null): PassbookWord {
  const named = `${word}_${mode ?? 'cash'}`;
  return named in en ? (named as PassbookWord) : `${word}_cash`;
}

/** A withdrawal carries only what was typed; a transfer between accounts has its note inside the memo already. */
function noteOf({ kind, memo, reversedNumber, otherSubLedger, side }: PassbookFact): string {
  if (memo === null || memo === '' || reversedNumber !== null) return '';
  const shownAlready =
    kind === 'maturity' ||
    kind === 'collection' ||
    (kind === 'transfer' && (side === 'credit' || otherSubLedger === 'deposit'));
  return shownAlready ? '' : ` – ${memo}`;
}
