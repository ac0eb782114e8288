// What the society offers, as the core counts with it; and an offer of the reader's own making.

import {
  type Compounding,
  DEPOSITOR_CATEGORIES,
  type DepositorCategory,
  type OfferedTerm,
  type Payout,
  parseMoney,
  type TermKind,
  ZERO,
} from '@kafal/core';
import type { AnswerOf } from '../../shared/client.ts';

export type TermOffers = AnswerOf<'get', '/api/term-products'>;
export type TermOffer = TermOffers['items'][number];

/** Those that can be opened. */
export function offersOf(offers: TermOffers, kind: TermKind): readonly TermOffer[] {
  if (kind === 'fixed' && !offers.fixedAllowed) return [];
  return offers.items.filter((offer) => offer.kind === kind && offer.isOffered);
}

export function termOf(offer: TermOffer): OfferedTerm {
  return {
    ...offer,
    minimumAmount: parseMoney(offer.minimumAmount),
    maximumAmount: offer.maximumAmount === null ? null : parseMoney(offer.maximumAmount),
    multipleOf: offer.multipleOf === null ? null : parseMoney(offer.multipleOf),
    rates: offer.rates.map((rate) => ({ ...rate, amountFrom: parseMoney(rate.amountFrom) })),
  };
}

/** Whose rates stand on the card, everybody first. */
export function categoriesOf(offer: TermOffer): readonly DepositorCategory[] {
  return DEPOSITOR_CATEGORIES.filter(
    (category) => category === 'general' || offer.rates.some((rate) => rate.category === category),
  );
}

const LONGEST_MONTHS = 240;

/** A rate from somewhere else, for any sum and any time, rounded to the paisa. */
export function ownTerm(kind: TermKind, annualRate: string, compounding: Compounding, payout: Payout): OfferedTerm {
  return {
    kind,
    minimumAmount: ZERO,
    maximumAmount: null,
    multipleOf: null,
    maximumMonths: LONGEST_MONTHS,
    compounding,
    dayCount: 'actual/365',
    payout,
    isPayoutDiscounted: false,
    rounding: 'paisa',
    rates: [{ category: 'general', amountFrom: ZERO, termFrom: 1, termUnit: 'days', annualRate }],
  };
}
