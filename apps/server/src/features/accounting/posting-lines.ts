// What a second person is shown of postings that wait: each account by its name, the amount beside it.

import { formatMoney } from '@kafal/core';
import type { Messages } from '../../platform/http/sentences.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import type { ApprovalLine } from '../approvals/index.ts';
import type { PostingDraft } from './entry-draft.ts';
import { getAccount } from './ledger-accounts.ts';

export const postingLineMessages: Messages = {
  en: { VOUCHER_DEBIT: 'Debit {account} {name}', VOUCHER_CREDIT: 'Credit {account} {name}' },
  hi: { VOUCHER_DEBIT: 'नामे {account} {name}', VOUCHER_CREDIT: 'जमा {account} {name}' },
};

export async function postingLines(
  trx: Trx,
  platform: Platform,
  postings: readonly PostingDraft[],
): Promise<ApprovalLine[]> {
  const lines: ApprovalLine[] = [];
  for (const { accountCode, side, amount } of postings) {
    const { nameEn, nameHi } = await getAccount(platform, accountCode, trx);
    const params = { account: accountCode, name: { en: nameEn, hi: nameHi } };
    lines.push({ label: { code: `VOUCHER_${side.toUpperCase()}`, params }, before: null, after: formatMoney(amount) });
  }
  return lines;
}
