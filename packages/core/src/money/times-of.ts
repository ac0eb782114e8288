import { type Money, money } from './money.ts';
import { parseRate } from './rate.ts';

/** So many times an amount; what is not a whole minor unit of it is left out. */
export function timesOf(multiple: string, amount: Money): Money {
  const { numerator, scale } = parseRate(multiple);
  return money(Number((BigInt(amount) * BigInt(numerator)) / 10n ** BigInt(scale)));
}
