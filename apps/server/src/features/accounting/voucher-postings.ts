// Turns what somebody typed into postings that the door will take, or says which line is wrong. A control account moves
// only through the acts of its sub-ledger; the vault, the tills and the bank move through the voucher for cash.

import type { EnterVoucherBody } from '@kafal/contract';
import { formatMoney, sum } from '@kafal/core';
import type { z } from 'zod';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { BANK_ACCOUNTS } from './cash-accounts.ts';
import { type PostingDraft, VAULT_ID } from './entry-draft.ts';
import { findAccount } from './ledger-accounts.ts';
import { depositPosting } from './voucher-deposit.ts';

type Voucher = z.infer<typeof EnterVoucherBody>;
type CashVoucher = Extract<Voucher, { kind: 'cash' }>;
type LinesVoucher = Exclude<Voucher, { kind: 'cash' }>;
type Place = CashVoucher['from'];

export function checkedVoucherPostings(platform: Platform, voucher: Voucher): Promise<PostingDraft[]> {
  return voucher.kind === 'cash' ? cashPostings(platform, voucher) : linePostings(platform, voucher);
}

async function linePostings(platform: Platform, voucher: LinesVoucher): Promise<PostingDraft[]> {
  const postings: PostingDraft[] = [];
  for (const [index, line] of voucher.lines.entries()) {
    const { accountCode, side, amount, memo } = line;
    const account = await findAccount(platform, accountCode);
    const field = `lines.${index}.accountCode`;
    if (line.accountNumber !== undefined) {
      const at = `lines.${index}`;
      if (voucher.kind !== 'journal') {
        throw new Refusal('rule', 'VOUCHER_DEPOSIT_JOURNAL', undefined, `${at}.accountNumber`);
      }
      postings.push(await depositPosting(platform, line, { field: at, valueOn: voucher.valueOn }));
      continue;
    }
    if (account === undefined || !account.isActive) {
      throw new Refusal('rule', 'VOUCHER_ACCOUNT_UNKNOWN', { code: accountCode }, field);
    }
    if (account.isControl) throw new Refusal('rule', 'VOUCHER_CONTROL_ACCOUNT', { code: accountCode }, field);
    postings.push({
      accountCode,
      side,
      amount,
      // The vault has a balance of its own, but is no control account: a voucher may pay from it.
      ...(account.subLedger === 'vault' ? { subLedger: 'vault' as const, subLedgerId: VAULT_ID } : {}),
      ...(memo === undefined ? {} : { memo }),
    });
  }

  const totalOf = (side: PostingDraft['side']) =>
    sum(postings.filter((posting) => posting.side === side).map(({ amount }) => amount));
  const debit = totalOf('debit');
  const credit = totalOf('credit');
  if (debit !== credit) {
    throw new Refusal(
      'rule',
      'VOUCHER_UNBALANCED',
      { debit: formatMoney(debit), credit: formatMoney(credit) },
      'lines',
    );
  }
  return postings;
}

async function cashPostings(platform: Platform, { from, to, amount }: CashVoucher): Promise<PostingDraft[]> {
  const into = await placePosting(platform, to, 'to');
  const outOf = await placePosting(platform, from, 'from');
  if (into.accountCode === outOf.accountCode && into.subLedgerId === outOf.subLedgerId) {
    throw new Refusal('rule', 'VOUCHER_SAME_PLACE', undefined, 'to');
  }
  return [
    { ...into, side: 'debit', amount },
    { ...outOf, side: 'credit', amount },
  ];
}

async function placePosting(
  platform: Platform,
  place: Place,
  field: 'from' | 'to',
): Promise<Pick<PostingDraft, 'accountCode' | 'subLedger' | 'subLedgerId'>> {
  switch (place.place) {
    case 'vault':
      return { accountCode: '1101', subLedger: 'vault', subLedgerId: VAULT_ID };
    case 'till': {
      const till = await platform.database
        .selectFrom('till')
        .select(['id', 'isActive'])
        .where('id', '=', place.tillId)
        .executeTakeFirst();
      if (till === undefined || till.isActive === 0) {
        throw new Refusal('rule', 'VOUCHER_TILL_UNKNOWN', undefined, `${field}.tillId`);
      }
      return { accountCode: '1102', subLedger: 'till', subLedgerId: till.id };
    }
    case 'bank': {
      const code = BANK_ACCOUNTS.find((bank) => bank === place.accountCode);
      if (code === undefined) {
        throw new Refusal('rule', 'VOUCHER_BANK_UNKNOWN', { code: place.accountCode }, `${field}.accountCode`);
      }
      return { accountCode: code };
    }
  }
}
