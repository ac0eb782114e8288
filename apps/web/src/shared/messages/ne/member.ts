import type { memberMessages as english } from '../en/member.ts';
import { nepaliTerms as terms } from './glossary.ts';

/** What is a word of the glossary by itself; whole sentences wait. */
export const memberMessages: Partial<Record<keyof typeof english, string>> = {
  'home.savings': terms.savings,
  'home.passbook': terms.passbook,
  'home.transfer': terms.transfer,
  'home.shares': terms.share,
  'home.receipts': terms.receipt,
  'accounts.title': terms.account,
  'account.title': terms.account,
  'account.balance': terms.balance,
  'account.passbook': terms.passbook,
  'statement.title': terms.statement,
  'kind.transfer': terms.transfer,
  'entry.amount': terms.amount,
  'receipts.title': terms.receipt,
  'receipt.title': terms.receipt,
  'receipt.member': terms.member,
  'shares.title': terms.share,
  'transfer.ownAccount': terms.account,
  'transfer.amount': terms.amount,
  'profile.memberNumber': terms['member number'],
  'profile.status': terms.status,
  'profile.address': terms.address,
  'apply.dateOfBirth': terms['date of birth'],
  'apply.email': terms['e-mail'],
  'apply.nominees': terms.nominee,
};
