// What each instalment of a loan is due, given what was paid out, what came in, and the level instalments agreed.

import { type CalendarDate, maxDate, minDate } from '../calendar/calendar-date.ts';
import { divideRoundedBig } from '../money/rounding.ts';
import { type Instalment, paidOf } from './instalment.ts';
import { type InterestShare, interestShare, type Rates, ratedDays } from './interest-share.ts';
import type { LoanTerms } from './loan-terms.ts';

export interface Payout {
  readonly on: CalendarDate;
  readonly amount: number;
  /** Principal that came back ahead of its time: less than nothing, and it counts from its very day. */
  readonly isPrepaid?: true;
  /** Lent on within a period: what a plan made anew begins with, or interest that became principal. */
  readonly isLentOn?: true;
}

/** Interest that a plan made anew collects beside that of its own days. */
export interface EarlierInterest {
  /** Due with the first instalment. */
  readonly withFirst: number;
  /** Spread in equal parts over the instalments after `holiday`, with the interest of the holiday where it `isHeldBack`. */
  readonly apart: number;
  readonly holiday: number;
  readonly isHeldBack: boolean;
}

export interface LoanState {
  readonly terms: LoanTerms;
  readonly rates: Rates;
  readonly payouts: readonly Payout[];
  readonly instalments: readonly Instalment[];
  /** Of a plan that was made anew: the day on which it was. */
  readonly from?: CalendarDate | undefined;
  readonly before?: EarlierInterest | undefined;
}

export interface PlannedInstalment {
  readonly principal: number;
  readonly interest: number;
  /** The interest of its days with what the one before left over; what is due of it may be less, and is carried on. */
  readonly calculated: number;
  /** As in `Instalment`. */
  readonly beside: number;
  readonly earlier: number;
  readonly later: number;
}

/** How the interest of an instalment came about: `rounded` + `brought` − `carried` is what it is due. */
export interface PlannedInterest {
  readonly lines: readonly InterestLine[];
  /** What the lines come to. Of flat interest the last takes what rounding left of the whole. */
  readonly rounded: number;
  /** What earlier instalments left to it, and what it leaves to later ones; below nothing where it was paid before its day. */
  readonly brought: number;
  readonly carried: number;
}

/** Days on which one balance bore one rate: balance × rate ÷ 100 × `weight` ÷ `of`. */
export interface InterestLine {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly balance: number;
  readonly rate: number;
  readonly weight: number;
  readonly of: number;
}

/**
 * `known` is the day up to which payments are known: principal past due bears interest until then and is taken as paid
 * afterwards. With `until`, interest is counted to that day only. What is said how it came about is added to `explained`.
 */
export function planInstalments(
  loan: LoanState,
  known: CalendarDate,
  until?: CalendarDate,
  explained?: PlannedInterest[],
): PlannedInstalment[] {
  const { terms, instalments, payouts } = loan;
  const sweep = new BalanceSweep(loan, known);
  const planned: PlannedInstalment[] = [];
  let exact: InterestShare = { numerator: 0n, denominator: 1n };
  let [carried, heldBack, repaid, interestSoFar] = [0, 0, 0, 0];
  // What a receipt has put on a later instalment is not owed on this one too.
  const collected = new CollectedApart(loan.before, instalments.length);
  let paidLater = instalments.reduce((sum, instalment) => sum + paidOf(instalment, 'principal'), 0);

  for (const [place, instalment] of instalments.entries()) {
    const isLast = place === instalments.length - 1;
    const end = until === undefined ? instalment.due : minDate(until, instalment.due);
    const lines: InterestLine[] | undefined = explained === undefined ? undefined : [];
    const own = place < terms.interestFree ? NOTHING : sweep.interestOf(instalment, end, lines);
    let ownInterest = rounded(own, terms);
    if (terms.interestMethod === 'flat') {
      // It is agreed in all, so the last instalment takes what rounding has left of it.
      exact = added(exact, own);
      if (isLast) ownInterest = rounded(exact, terms) - interestSoFar;
      interestSoFar += ownInterest;
    }

    const calculated = Math.max(0, ownInterest + carried);
    paidLater -= paidOf(instalment, 'principal');
    const outstanding = payoutsBefore(payouts, instalment, isLast) - repaid - paidLater;
    const { beside, earlier } = collected.besideOf(place);
    const parts = partsOf(terms, instalment, place, isLast, calculated, outstanding, heldBack + beside);
    const isHeldBack = place < terms.graceInterest && !isLast;
    const later = collected.heldBackOf(place, parts.interest + beside);
    const interest = (isHeldBack ? 0 : parts.interest + heldBack) + beside - later;
    if (lines !== undefined) {
      const brought = carried + heldBack + beside;
      explained?.push({ lines, rounded: ownInterest, brought, carried: ownInterest + brought - interest });
    }
    heldBack = isHeldBack ? heldBack + parts.interest : 0;
    carried = isLast ? 0 : calculated - parts.interest;
    repaid += parts.principal;
    sweep.take(instalment, parts.principal);
    planned.push({ principal: parts.principal, interest, calculated, beside, earlier, later });
  }
  return planned;
}

/** Shares out, instalment by instalment, what a plan made anew collects beside the interest of its own days. */
class CollectedApart {
  readonly #before: EarlierInterest;
  readonly #count: number;
  #pool: number;

  constructor(before: EarlierInterest | undefined, count: number) {
    this.#before = before ?? { withFirst: 0, apart: 0, holiday: 0, isHeldBack: false };
    this.#count = count;
    this.#pool = this.#before.apart;
  }

  /** What the instalment is due beside the interest of its own days. */
  besideOf(place: number): Pick<PlannedInstalment, 'beside' | 'earlier'> {
    const { withFirst, holiday } = this.#before;
    const first = place === 0 ? withFirst : 0;
    if (place < holiday) return { beside: first, earlier: 0 };
    // The last takes what rounding down has left.
    const part = Math.floor(this.#pool / (this.#count - place));
    this.#pool -= part;
    return { beside: first + part, earlier: part };
  }

  /** How much of its interest it leaves to later ones: all of it in a holiday that holds it back. */
  heldBackOf(place: number, interest: number): number {
    if (!this.#before.isHeldBack || place >= this.#before.holiday) return 0;
    this.#pool += interest;
    return interest;
  }
}

/** What was paid out before the instalment's due day. Money paid out on a due day belongs to the next period. */
export function payoutsBefore(payouts: readonly Payout[], { due }: Instalment, isLast: boolean): number {
  return payouts.reduce((sum, { on, amount }) => (isLast || on < due ? sum + amount : sum), 0);
}

function partsOf(
  terms: LoanTerms,
  instalment: Instalment,
  place: number,
  isLast: boolean,
  calculated: number,
  outstanding: number,
  beside: number,
): { principal: number; interest: number } {
  const paidPrincipal = paidOf(instalment, 'principal');
  // What earlier instalments held back, or left to it, is beside its own interest, and paid first.
  const paidInterest = Math.max(0, paidOf(instalment, 'interest') - beside);
  if (isLast) return { principal: outstanding, interest: Math.max(calculated, paidInterest) };
  if (place < terms.gracePrincipal)
    return { principal: Math.max(0, paidPrincipal), interest: Math.max(calculated, paidInterest) };
  const { level } = instalment;
  if (terms.amortization === 'equalPrincipal' || isLevelPrincipal(terms)) {
    return {
      principal: Math.max(Math.min(level, outstanding), paidPrincipal),
      interest: Math.max(calculated, paidInterest),
    };
  }
  if (terms.interestMethod === 'flat') {
    const interest = Math.max(calculated, paidInterest);
    return { principal: Math.max(Math.min(level - interest, outstanding), paidPrincipal), interest };
  }
  // More principal was paid before its day than the whole period would have left: it keeps the interest it was paid with, and the rest
  // of its days weighs on the next one.
  const isPaidEarly = terms.recalculation !== null && paidPrincipal > Math.max(0, level - calculated);
  const interest = isPaidEarly ? paidInterest : Math.max(Math.min(calculated, level - paidPrincipal), paidInterest);
  return { principal: Math.max(Math.min(level - interest, outstanding), paidPrincipal), interest };
}

/** A flat loan by one rate is its principal in equal parts with the interest beside them. */
export const isLevelPrincipal = ({ interestMethod, instalmentBasis }: LoanTerms): boolean =>
  interestMethod === 'flat' && instalmentBasis === 'firstPeriod';

const NOTHING: InterestShare = { numerator: 0n, denominator: 1n };

/** Interest of a balance for its share of a year, rounded once. */
export function interestOn(balance: number, { numerator, denominator }: InterestShare, terms: LoanTerms): number {
  return rounded({ numerator: BigInt(balance) * numerator, denominator }, terms);
}

function rounded({ numerator, denominator }: InterestShare, { interestMultiple, rounding }: LoanTerms): number {
  return Number(divideRoundedBig(numerator, denominator * BigInt(interestMultiple), rounding)) * interestMultiple;
}

function added(one: InterestShare, other: InterestShare): InterestShare {
  if (one.denominator === other.denominator) {
    return { numerator: one.numerator + other.numerator, denominator: one.denominator };
  }
  return {
    numerator: one.numerator * other.denominator + other.numerator * one.denominator,
    denominator: one.denominator * other.denominator,
  };
}

interface Change {
  readonly on: CalendarDate;
  readonly amount: number;
}

/** The balance that bears interest, followed from the first day of the loan to the last. */
class BalanceSweep {
  readonly #loan: LoanState;
  readonly #known: CalendarDate;
  /** Money that went out and principal that came in, by the day from which it counts; those before `#next` are in the balance. */
  readonly #changes: Change[];
  #next = 0;
  /** Principal taken as paid on its due day, or on a later one when it is past due, that is not in the balance yet. */
  #awaited: Change[] = [];
  #balance = 0;

  constructor(loan: LoanState, known: CalendarDate) {
    this.#loan = loan;
    this.#known = known;
    const { recalculation, interestMethod } = loan.terms;
    this.#changes = loan.payouts.map(({ on, amount, isPrepaid, isLentOn }) => ({
      on: isPrepaid || isLentOn ? on : this.#bearsFrom(on),
      amount,
    }));
    if (recalculation !== null && interestMethod !== 'flat') {
      for (const { due, paid } of loan.instalments) {
        for (const { on, component, amount } of paid) {
          if (component === 'principal') this.#changes.push({ on: this.#countsFrom(on, due), amount: -amount });
        }
      }
    }
    this.#changes.sort(byDay);
  }

  /** Interest of the days of the instalment before `end`, exact. */
  interestOf(instalment: Instalment, end: CalendarDate, lines?: InterestLine[]): InterestShare {
    const { start } = instalment;
    this.#advance(start);
    if (end <= start) return NOTHING;
    const { terms, rates } = this.#loan;
    const within = this.#within(end);
    let [numerator, balance, mark] = [0n, this.#balance, start];
    const explain = (to: CalendarDate) => {
      const { parts, of } = ratedDays(terms, rates, instalment, mark, to);
      for (const part of parts) lines?.push({ ...part, balance, of });
    };
    for (const { on, amount } of within) {
      if (on > mark) {
        numerator += BigInt(balance) * interestShare(terms, rates, instalment, mark, on).numerator;
        if (lines !== undefined) explain(on);
      }
      balance += amount;
      mark = on;
    }
    if (lines !== undefined) explain(end);
    const last = interestShare(terms, rates, instalment, mark, end);
    return { numerator: numerator + BigInt(balance) * last.numerator, denominator: last.denominator };
  }

  take(instalment: Instalment, principal: number): void {
    const { recalculation, interestMethod } = this.#loan.terms;
    if (interestMethod === 'flat') return;
    const { due } = instalment;
    const unpaid = recalculation === null ? principal : principal - paidOf(instalment, 'principal');
    if (unpaid === 0) return;
    const on = recalculation === null ? due : this.#countsFrom(maxDate(this.#known, due), due);
    this.#awaited.push({ on, amount: -unpaid });
  }

  #advance(to: CalendarDate): void {
    for (;;) {
      const change = this.#changes[this.#next];
      if (change === undefined || change.on > to) break;
      this.#balance += change.amount;
      this.#next += 1;
    }
    for (const { on, amount } of this.#awaited) if (on <= to) this.#balance += amount;
    this.#awaited = this.#awaited.filter(({ on }) => on > to);
  }

  #within(end: CalendarDate): Change[] {
    const within = this.#awaited.filter(({ on }) => on < end);
    for (let place = this.#next; ; place += 1) {
      const change = this.#changes[place];
      if (change === undefined || change.on >= end) break;
      within.push(change);
    }
    return within.sort(byDay);
  }

  /** Where periods count whole, or one rate is agreed for all, money bears interest from the start of its period. */
  #bearsFrom(on: CalendarDate): CalendarDate {
    const { interestPeriod, instalmentBasis } = this.#loan.terms;
    if (interestPeriod.by === 'day' || (!interestPeriod.wholePeriods && instalmentBasis === 'periodFactors')) return on;
    return this.#loan.instalments.find(({ due }) => on < due)?.start ?? on;
  }

  #countsFrom(on: CalendarDate, due: CalendarDate): CalendarDate {
    if (on <= due) return on;
    switch (this.#loan.terms.recalculation?.pastDueUntil) {
      case 'endOfPeriod':
        return this.#loan.instalments.find((one) => on <= one.due)?.due ?? on;
      case 'day':
        return on;
      default:
        return due;
    }
  }
}

const byDay = (one: Change, other: Change) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0);
