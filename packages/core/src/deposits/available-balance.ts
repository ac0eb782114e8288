import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type Money, maximum, money, ZERO } from '../money/money.ts';
import { isTermKind } from '../presets/term-products.ts';
import { isWithdrawable, type WithdrawableAccount } from './demand-kinds.ts';

export interface HeldBalance {
  readonly balance: Money;
  readonly hold: Money;
  readonly floor: Money;
}

/** What lies above the hold and the minimum balance. */
export function freeBalance({ balance, hold, floor }: HeldBalance): Money {
  return maximum(ZERO, money(balance - hold - floor));
}

/** What can be withdrawn on a day; nothing of what was given for a term or is kept by the rule of the account. */
export function availableBalance(
  account: HeldBalance & WithdrawableAccount & { readonly kind: string },
  on: CalendarDate,
): Money {
  return isTermKind(account.kind) || !isWithdrawable(account, on) ? ZERO : freeBalance(account);
}
