import { isTermKind } from '@kafal/core';
import { isZeroMoney } from './format.ts';

interface Account {
  readonly kind: string;
  readonly status: string;
  readonly available: string;
  /** What an earlier version kept says nothing of it: such accounts let their money go. */
  readonly withdrawal?: string;
}

/** What money is taken from, or goes to, where nobody says it: savings before a current account or what is put by for later. */
export const usualSource = <One extends Pick<Account, 'kind'>>(accounts: readonly One[]): One | undefined =>
  accounts.find(({ kind }) => kind === 'savings') ?? accounts[0];

/** Whether money of the account can go elsewhere: a term keeps it, and so may the rule of the account. */
export function paysOut({ kind, status, available, withdrawal = 'free' }: Account): boolean {
  return status === 'active' && !isTermKind(kind) && (withdrawal === 'free' || !isZeroMoney(available));
}
