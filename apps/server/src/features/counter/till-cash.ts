// The cash of one till: what its book says, and the journal entries that move cash between it and the vault.

import { type Money, money } from '@kafal/core';
import type { Platform, Trx } from '../../platform/platform.ts';
import { type PostingDraft, VAULT_ID } from '../accounting/index.ts';

export const TILL_ACCOUNT = '1102';
const VAULT_ACCOUNT = '1101';
/** Opening and closing are vouchers of the house; the till's own series holds receipts and payments only. */
export const TILL_CASH_SERIES = 'JV';

/** What lies in the till by the books, kept so until the transaction ends. */
export async function lockTillCash(trx: Trx, platform: Pick<Platform, 'dialect'>, tillId: number): Promise<Money> {
  const row = await platform.dialect.one<{ amount: number }>(
    trx,
    `SELECT amount FROM balance WHERE subLedger = 'till' AND subLedgerId = ?${platform.dialect.forUpdateText}`,
    [tillId],
  );
  return money(row?.amount ?? 0);
}

export function tillPosting(tillId: number, side: 'debit' | 'credit', amount: Money): PostingDraft {
  return { accountCode: TILL_ACCOUNT, side, amount, subLedger: 'till', subLedgerId: tillId };
}

export function vaultPosting(side: 'debit' | 'credit', amount: Money): PostingDraft {
  return { accountCode: VAULT_ACCOUNT, side, amount, subLedger: 'vault', subLedgerId: VAULT_ID };
}
