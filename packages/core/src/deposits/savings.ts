import { invariant } from '../invariant.ts';
import { add, type Money, maximum, minimum, subtract, ZERO } from '../money/money.ts';

export interface SavingsWithdrawal {
  readonly balance: Money;
  /** The balance that must stay, by the product's rule. */
  readonly floor: Money;
  /** The part kept back as security, on top of the floor. */
  readonly hold: Money;
  readonly amount: Money;
}

export type WithdrawalRefusal =
  | 'WITHDRAWAL_NOT_POSITIVE'
  | 'WITHDRAWAL_ABOVE_BALANCE'
  | 'WITHDRAWAL_ON_HOLD'
  | 'WITHDRAWAL_BELOW_FLOOR';

export type WithdrawalAnswer =
  | { readonly ok: true; readonly available: Money }
  | { readonly ok: false; readonly code: WithdrawalRefusal; readonly available: Money };

/** Whether the money may go out, with the most that could; a refusal names the nearest reason. */
export function withdrawalAllowed(withdrawal: SavingsWithdrawal): WithdrawalAnswer {
  const { balance, floor, hold, amount } = withdrawal;
  const beyondHold = subtract(balance, hold);
  const available = maximum(ZERO, subtract(beyondHold, floor));

  if (amount <= 0) return { ok: false, code: 'WITHDRAWAL_NOT_POSITIVE', available };
  if (amount <= available) return { ok: true, available };
  if (amount > balance) return { ok: false, code: 'WITHDRAWAL_ABOVE_BALANCE', available };
  if (amount > beyondHold) return { ok: false, code: 'WITHDRAWAL_ON_HOLD', available };
  return { ok: false, code: 'WITHDRAWAL_BELOW_FLOOR', available };
}

export interface DueShare {
  readonly key: string;
  readonly amount: Money;
}

/** Pays the dues one after the other, in their order; what is left goes to `remainderTo`. Parts of nothing are left out. */
export function spreadDues(amount: Money, dues: readonly DueShare[], remainderTo: string): DueShare[] {
  invariant(amount >= 0 && dues.every((due) => due.amount >= 0), 'dues and what pays them are not negative');

  let left = amount;
  const parts = dues.map((due) => {
    const paid = minimum(left, due.amount);
    left = subtract(left, paid);
    return { key: due.key, amount: paid };
  });
  const shared = parts.some((part) => part.key === remainderTo)
    ? parts.map((part) => (part.key === remainderTo ? { ...part, amount: add(part.amount, left) } : part))
    : [...parts, { key: remainderTo, amount: left }];

  return shared.filter((part) => part.amount > 0);
}
