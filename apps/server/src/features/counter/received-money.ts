// Where money that comes in at the counter arrives: cash in the till, everything else on the account that the society named.

import type { Money } from '@kafal/core';
import type { PostingDraft } from '../accounting/index.ts';
import type { Settings } from '../society/index.ts';
import type { OpenSession } from './open-session.ts';
import { tillPosting } from './till-cash.ts';

export type ReceivedMode = 'cash' | 'cheque' | 'bank' | 'upi';

export function receivedPosting(
  { tillId }: Pick<OpenSession, 'tillId'>,
  mode: ReceivedMode,
  amount: Money,
  settings: Settings,
): PostingDraft {
  switch (mode) {
    case 'cash':
      return tillPosting(tillId, 'debit', amount);
    case 'cheque':
      return { accountCode: settings['accounts.cheque'], side: 'debit', amount };
    case 'bank':
      return { accountCode: settings['accounts.bank'], side: 'debit', amount };
    case 'upi':
      return { accountCode: settings['accounts.upi'], side: 'debit', amount };
  }
}
