import { denominationTotal, formatMoney, type Money, money, parseMoney } from '@kafal/core';
import { readDenominations, type Settings } from '../society/index.ts';

/** Pieces by face value: `{ "500.00": 3 }`. */
export type CashCount = Readonly<Record<string, number>>;

/** The cash that was counted, in notes and coins that the society takes. */
export function countedCash(count: CashCount, settings: Pick<Settings, 'money.denominations'>): Money {
  const pieces = Object.entries(count).map(([face, number]) => ({ denomination: parseMoney(face), count: number }));
  return denominationTotal(pieces, readDenominations(settings['money.denominations']));
}

/** The same count in one order, so that two equal counts are kept as equal text. */
export function countText(count: CashCount): string {
  const pieces = Object.entries(count).filter(([, number]) => number > 0);
  return JSON.stringify(Object.fromEntries(pieces.sort(([left], [right]) => Number(right) - Number(left))));
}

export function differenceText(counted: Money, expected: Money): string {
  return formatMoney(money(counted - expected));
}
