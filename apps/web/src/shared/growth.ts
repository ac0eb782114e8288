// How a deposit grows, point by point, for the pictures of the calculators and of deposits that were opened.

import {
  add,
  addFractions,
  type CalendarDate,
  fraction,
  type Money,
  type OfferedTerm,
  roundToMoney,
  type TermLine,
  type TermValue,
  type WishedTerm,
  ZERO,
} from '@kafal/core';

export interface GrowthPoint {
  readonly on: CalendarDate;
  readonly amount: Money;
}

export type GrowthLine = Pick<TermLine, 'on' | 'interest' | 'paid'>;

const TO_THE_PAISA = { multiple: 1, rounding: 'half-up' } as const;

/** What stands there after each line: the deposit with its interest or, where that is paid out, all that was paid out. Instalments begin from nothing. */
export function growthOf(
  product: Pick<OfferedTerm, 'kind' | 'payout'>,
  wish: Pick<WishedTerm, 'amount' | 'openedOn'>,
  value: Pick<TermValue, 'maturityValue'> & { readonly lines: readonly GrowthLine[] },
): GrowthPoint[] {
  if (product.payout !== 'maturity') {
    let paid = ZERO;
    const points = value.lines.map((line) => {
      paid = add(paid, line.paid ?? ZERO);
      return { on: line.on, amount: paid };
    });
    return [{ on: wish.openedOn, amount: ZERO }, ...points];
  }
  let interest = fraction(0);
  const points = value.lines.map((line, place) => {
    interest = addFractions(interest, line.interest);
    const paidIn = product.kind === 'recurring' ? wish.amount * (place + 1) : wish.amount;
    return { on: line.on, amount: roundToMoney(addFractions(fraction(paidIn), interest), TO_THE_PAISA) };
  });
  const last = points.at(-1);
  if (last !== undefined) points.splice(-1, 1, { ...last, amount: value.maturityValue });
  return [{ on: wish.openedOn, amount: product.kind === 'recurring' ? ZERO : wish.amount }, ...points];
}

const MOST_POINTS = 12;

/** As many as a phone's picture can tell apart; the last always. */
export function pointsToDraw(points: readonly GrowthPoint[]): readonly GrowthPoint[] {
  const every = Math.ceil((points.length - 1) / MOST_POINTS);
  return points.filter((_, place) => (points.length - 1 - place) % every === 0);
}
