// Where the money of a deposit goes when its term is over, as was agreed when it was opened.

import { type Money, minimum, subtract, ZERO } from '../money/money.ts';
import type { MaturityAct, TermKind } from '../presets/term-products.ts';

export interface MaturedTerm {
  readonly kind: TermKind;
  readonly atMaturity: MaturityAct;
  readonly paidIn: Money;
  /** What was paid in, and the interest that is not paid yet. */
  readonly paid: Money;
}

/** What a new deposit begins with; nothing where none was agreed. Instalments are over when they are over. */
export function renewedAmount({ kind, atMaturity, paidIn, paid }: MaturedTerm): Money {
  if (kind === 'recurring') return ZERO;
  if (atMaturity === 'renew-with-interest') return paid;
  return atMaturity === 'renew-principal' ? minimum(paidIn, paid) : ZERO;
}

export interface MaturityShares {
  readonly renewed: Money;
  readonly toSavings: Money;
  /** It waits at the savings rate until the member comes for it. */
  readonly unclaimed: Money;
}

/**
 * `renewed` is nothing also where it was agreed and could not be: the money then goes to savings, as far as there are any.
 * What is held is not paid out: it goes along with what is renewed, or waits.
 */
export function maturityShares(
  { atMaturity, paid }: MaturedTerm,
  { renewed, hasSavings, held }: { readonly renewed: Money; readonly hasSavings: boolean; readonly held: Money },
): MaturityShares {
  const rest = subtract(paid, renewed);
  const isFetched = atMaturity === 'pay-out' || atMaturity === 'wait';
  if (isFetched || !hasSavings) return { renewed, toSavings: ZERO, unclaimed: rest };
  const waiting = renewed > ZERO ? ZERO : minimum(held, rest);
  return { renewed, toSavings: subtract(rest, waiting), unclaimed: waiting };
}
