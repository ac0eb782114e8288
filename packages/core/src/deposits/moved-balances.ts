import type { CalendarDate } from '../calendar/calendar-date.ts';
import { add, type Money, ZERO } from '../money/money.ts';
import type { EndOfDayBalance } from './savings-interest.ts';

/** The ends of days with one more movement: every one from its day on holds so much more, or less. */
export function movedBalances(
  balances: readonly EndOfDayBalance[],
  { on, amount }: { readonly on: CalendarDate; readonly amount: Money },
): EndOfDayBalance[] {
  const held = balances.findLast((each) => each.on <= on)?.balance ?? ZERO;
  return [
    ...balances.filter((each) => each.on < on),
    { on, balance: add(held, amount) },
    ...balances.filter((each) => each.on > on).map((each) => ({ on: each.on, balance: add(each.balance, amount) })),
  ];
}
