// Accounts without a term that the society offers, as the core counts with them; and one of the reader's own making.

import {
  calendarDate,
  DEMAND_KINDS,
  DEPOSITOR_CATEGORIES,
  type DepositorCategory,
  type OfferedSavings,
  parseMoney,
  ZERO,
} from '@kafal/core';
import type { AnswerOf } from '../../shared/client.ts';

export type SavingsOffers = AnswerOf<'get', '/api/deposit-products'>;
export type SavingsOffer = SavingsOffers['items'][number];

export const SAVINGS_CALCULATORS = ['savings', 'goal'] as const;
export type SavingsCalculatorKind = (typeof SAVINGS_CALCULATORS)[number];

/** Of savings, every kind that earns, plain savings first; those for a goal are asked about by what is to be reached. */
export function savingsOffersOf({ items }: SavingsOffers, kind: SavingsCalculatorKind): readonly SavingsOffer[] {
  return items
    .filter((offer) => (offer.kind === 'goal') === (kind === 'goal') && offer.interestRule !== 'none')
    .sort((one, other) => DEMAND_KINDS.indexOf(one.kind) - DEMAND_KINDS.indexOf(other.kind));
}

export function savingsOf(offer: SavingsOffer): OfferedSavings {
  return {
    ...offer,
    minimumDeposit: parseMoney(offer.minimumDeposit),
    rates: offer.rates.map((rate) => ({ ...rate, amountFrom: parseMoney(rate.amountFrom) })),
    effectiveFrom: calendarDate(offer.effectiveFrom),
  };
}

/** Whose rates stand on the card, everybody first. */
export function savingsCategoriesOf(offer: SavingsOffer): readonly DepositorCategory[] {
  return DEPOSITOR_CATEGORIES.filter(
    (category) => category === 'general' || offer.rates.some((rate) => rate.category === category),
  );
}

/** A rate from somewhere else: every day earns, and every quarter of the year is credited, to the paisa. */
export function ownSavings(kind: SavingsCalculatorKind, annualRate: string, openedOn: string): OfferedSavings {
  return {
    kind,
    interestRule: 'savings',
    interestBasis: 'dailyProduct',
    dayCount: 'actual/365',
    slabMethod: 'wholeBalance',
    rounding: 'paisa',
    interestMonths: [3, 6, 9, 12],
    minimumDeposit: ZERO,
    annualRate,
    rates: [],
    effectiveFrom: calendarDate(openedOn),
  };
}
