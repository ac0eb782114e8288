import type { Language } from '../../platform/http/actor.ts';

const WORDS = {
  en: {
    instalmentOf: 'Instalment of {amount}',
    lent: 'Paid out',
    repaid: 'Repayment',
    takenBack: 'Taken back',
    corrected: 'Counted anew',
    writtenOff: 'Written off',
    remembered: 'Still owed after the write-off: {amount}',
    recovered: 'Recovered after the write-off: {amount}',
    interestPart: 'interest {amount}',
    chargesPart: 'charges {amount}',
  },
  hi: {
    instalmentOf: '{amount} की किस्त',
    lent: 'ऋण वितरण',
    repaid: 'चुकौती',
    takenBack: 'वापस लिया गया',
    corrected: 'फिर से गिना गया',
    writtenOff: 'बट्टे खाते में डाला गया',
    remembered: 'बट्टे खाते के बाद भी बाकी: {amount}',
    recovered: 'बट्टे खाते के बाद वसूली: {amount}',
    interestPart: 'ब्याज {amount}',
    chargesPart: 'शुल्क {amount}',
  },
} as const;

/** What stands in a row of a loan's paper. */
export function sayInPaper(
  language: Language,
  words: keyof (typeof WORDS)['en'],
  values: Readonly<Record<string, string>>,
): string {
  return WORDS[language][words].replace(/\{(\w+)\}/g, (slot, name: string) => values[name] ?? slot);
}
