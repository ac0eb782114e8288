// Words of the books that are parts of answers rather than sentences of their own.

import type { Side } from '@kafal/core';
import type { Language } from '../../platform/http/actor.ts';
import type { SubLedger } from './entry-draft.ts';

interface BookWords {
  readonly subLedger: Readonly<Record<SubLedger, string>>;
  readonly side: Readonly<Record<Side, string>>;
  readonly reverses: string;
  readonly reversedBy: string;
  readonly entryRule: string;
  readonly csv: {
    readonly number: string;
    readonly kind: string;
    readonly postedOn: string;
    readonly valueOn: string;
    readonly narration: string;
    readonly member: string;
    readonly memberName: string;
    readonly mode: string;
    readonly till: string;
    readonly total: string;
    readonly maker: string;
    readonly account: string;
    readonly accountName: string;
    readonly subLedger: string;
    readonly openingDebit: string;
    readonly openingCredit: string;
    readonly debit: string;
    readonly credit: string;
    readonly closingDebit: string;
    readonly closingCredit: string;
    readonly totals: string;
  };
}

export const bookWords: Readonly<Record<Language, BookWords>> = {
  en: {
    subLedger: {
      agent: 'Agent',
      deposit: 'Deposit',
      loan: 'Loan',
      share: 'Share folio',
      share_pending: 'Share money of',
      till: 'Till',
      vault: 'Vault',
    },
    side: { debit: 'Debit', credit: 'Credit' },
    reverses: 'Takes back entry',
    reversedBy: 'Taken back by entry',
    entryRule: 'Every entry has equal debits and credits; its total is the sum of either side.',
    csv: {
      number: 'Number',
      kind: 'Kind',
      postedOn: 'Posted on',
      valueOn: 'Value on',
      narration: 'Narration',
      member: 'Member number',
      memberName: 'Member',
      mode: 'Mode',
      till: 'Till',
      total: 'Amount',
      maker: 'Entered by',
      account: 'Account',
      accountName: 'Name of account',
      subLedger: 'Whose',
      openingDebit: 'Opening debit',
      openingCredit: 'Opening credit',
      debit: 'Debit',
      credit: 'Credit',
      closingDebit: 'Closing debit',
      closingCredit: 'Closing credit',
      totals: 'Total',
    },
  },
  hi: {
    subLedger: {
      agent: 'अभिकर्ता',
      deposit: 'जमा खाता',
      loan: 'ऋण',
      share: 'अंश फ़ोलियो',
      share_pending: 'अंश राशि, सदस्य',
      till: 'गल्ला',
      vault: 'तिजोरी',
    },
    side: { debit: 'नामे', credit: 'जमा' },
    reverses: 'इस प्रविष्टि को उलटती है',
    reversedBy: 'इस प्रविष्टि से उलटी गई',
    entryRule: 'हर प्रविष्टि में नामे और जमा बराबर होते हैं; उसका योग किसी भी एक पक्ष का योग है।',
    csv: {
      number: 'संख्या',
      kind: 'प्रकार',
      postedOn: 'प्रविष्टि तिथि',
      valueOn: 'मूल्य तिथि',
      narration: 'विवरण',
      member: 'सदस्य संख्या',
      memberName: 'सदस्य',
      mode: 'माध्यम',
      till: 'गल्ला',
      total: 'राशि',
      maker: 'दर्जकर्ता',
      account: 'खाता',
      accountName: 'खाते का नाम',
      subLedger: 'किसका',
      openingDebit: 'आरंभिक नामे',
      openingCredit: 'आरंभिक जमा',
      debit: 'नामे',
      credit: 'जमा',
      closingDebit: 'अंतिम नामे',
      closingCredit: 'अंतिम जमा',
      totals: 'योग',
    },
  },
};
