// What a guarantor answers for, and what they may still stand for (handbook of the field, exposure of guarantors).

import { add, type Money, maximum, minimum, money, subtract, sum, ZERO } from '../money/money.ts';
import { timesOf } from '../money/times-of.ts';

/** Of a product; null where it asks for nothing. */
export interface GuarantorRules {
  /** How many times their shares, and their deposits, a guarantor may owe and stand for. Decimals as text. */
  readonly guarantorShareMultiple: string | null;
  readonly guarantorDepositMultiple: string | null;
  /** How many loans one member may stand surety for at a time. */
  readonly guarantorMostLoans: number | null;
}

export interface Guarantor {
  readonly sharesHeld: Money;
  readonly deposits: Money;
  /** Principal of their own loans. */
  readonly owed: Money;
  /** Their part of each loan they stand surety for. */
  readonly guaranteed: readonly Money[];
}

export interface GuarantorCapacity {
  /** Parts of all loans they stand surety for. */
  readonly exposure: Money;
  /** What they may owe and stand for; null: there is no such rule. */
  readonly limit: Money | null;
  /** What is left of it, never below zero. */
  readonly free: Money | null;
  readonly loans: number;
  readonly mostLoans: number | null;
}

/** free = limit − own loans − Σ guaranteed. With one time deposits: 1,00,000 − 60,000 − 25,000 = 15,000. */
export function guarantorCapacity(rules: GuarantorRules, guarantor: Guarantor): GuarantorCapacity {
  const { sharesHeld, deposits, owed, guaranteed } = guarantor;
  const { guarantorShareMultiple, guarantorDepositMultiple, guarantorMostLoans } = rules;
  const limits = [
    ...(guarantorShareMultiple === null ? [] : [timesOf(guarantorShareMultiple, sharesHeld)]),
    ...(guarantorDepositMultiple === null ? [] : [timesOf(guarantorDepositMultiple, deposits)]),
  ];
  const exposure = sum(guaranteed);
  const [first, ...others] = limits;
  const limit = first === undefined ? null : minimum(first, ...others);
  return {
    exposure,
    limit,
    free: limit === null ? null : maximum(ZERO, subtract(limit, add(owed, exposure))),
    loans: guaranteed.length,
    mostLoans: guarantorMostLoans,
  };
}

/**
 * A guarantor's part of what is owed: as much for each, and never less than the whole together. It falls with the loan, so
 * guarantors are released in proportion as it is paid back.
 */
export function guaranteedPart(owed: Money, guarantors: number): Money {
  return guarantors === 0 ? ZERO : money(Math.ceil(owed / guarantors));
}

/** What guarantors have paid of a loan, and was not taken back. */
export interface GuarantorPayments {
  /** By the one who is looked at, interest and charges included. */
  readonly own: Money;
  /** Principal that all of them paid. */
  readonly principal: Money;
}

/**
 * What a guarantor may still be asked for: their part as it would be had no guarantor paid, less what they paid, and never more
 * than is owed. Of 60,000 each of two stands for 30,000; one pays 10,000, of which 8,000 are principal. Owed are 52,000 then: the
 * one still stands for 20,000, the other for 30,000.
 */
export function guaranteeLeft(owed: Money, guarantors: number, { own, principal }: GuarantorPayments): Money {
  const part = guaranteedPart(add(owed, principal), guarantors);
  return minimum(owed, maximum(ZERO, subtract(part, own)));
}

/** Who stands surety for whom. */
export interface Guarantee {
  readonly guarantor: number;
  readonly borrower: number;
}

/**
 * The shortest way on which a guarantee comes back to its giver: the borrower, then each member that the one before stands
 * surety for, up to the new guarantor. Two are a mutual guarantee, more a circle; undefined where there is none.
 */
export function guaranteeCircle(
  guarantees: readonly Guarantee[],
  { guarantor, borrower }: Guarantee,
): readonly number[] | undefined {
  const standsFor = Map.groupBy(guarantees, (guarantee) => guarantee.guarantor);
  const seen = new Set([borrower]);
  let ways: readonly (readonly number[])[] = [[borrower]];
  while (ways.length > 0) {
    const longer: (readonly number[])[] = [];
    for (const way of ways) {
      for (const { borrower: next } of standsFor.get(way.at(-1) ?? borrower) ?? []) {
        if (next === guarantor) return [...way, guarantor];
        if (seen.has(next)) continue;
        seen.add(next);
        longer.push([...way, next]);
      }
    }
    ways = longer;
  }
  return undefined;
}
