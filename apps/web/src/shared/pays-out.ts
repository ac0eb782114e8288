import { isTermKind } from '@kafal/core';
import { isZeroMoney } from './format.ts';

interface Account {
  readonly kind: string;
  readonly status: string;
  readonly available: string;
  /** What an earlier version kept says nothing of it: such accounts let their money go. */
  readonly withdrawal?: string;
}

/** Whether money of the account can go elsewhere: a term keeps it, and so may the rule of the account. */
export function paysOut({ kind, status, available, withdrawal = 'free' }: Account): boolean {
  return status === 'active' && !isTermKind(kind) && (withdrawal === 'free' || !isZeroMoney(available));
}
