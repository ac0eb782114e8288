// Words of the books that are parts of answers rather than sentences of their own.

import type { Language } from '../../platform/http/actor.ts';
import type { SubLedger } from './entry-draft.ts';

interface BookWords {
  readonly subLedger: Readonly<Record<SubLedger, string>>;
}

export const bookWords: Readonly<Record<Language, BookWords>> = {
  en: {
    subLedger: {
      deposit: 'Deposit',
      share: 'Share folio',
      share_pending: 'Share money of',
      till: 'Till',
      vault: 'Vault',
    },
  },
  hi: {
    subLedger: {
      deposit: 'जमा खाता',
      share: 'अंश फोलियो',
      share_pending: 'अंश राशि –',
      till: 'काउंटर',
      vault: 'तिजोरी',
    },
  },
};
