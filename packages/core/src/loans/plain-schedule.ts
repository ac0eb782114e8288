// The schedule of a loan of which nothing has happened but its payout: one balance that falls with every instalment, in plain
// numbers where they are exact. It comes to what going through the events comes to, at a fraction of the cost.

import type { CalendarDate } from '../calendar/calendar-date.ts';
import { money, ZERO } from '../money/money.ts';
import { divideRounded, divideRoundedBig } from '../money/rounding.ts';
import { periodEnds } from './due-dates.ts';
import type { InstalmentState } from './instalment-state.ts';
import { wholePeriodPart } from './interest-share.ts';
import { levelBy, toMultiple } from './level-instalment.ts';
import type { LoanTerms } from './loan-terms.ts';
import type { Payout } from './plan-instalments.ts';

/** Undefined where the terms ask for more: flat interest, a level found from every period, or principal that is past due. */
export function plainSchedule(
  terms: LoanTerms,
  payout: Payout,
  asOf: CalendarDate,
): readonly InstalmentState[] | undefined {
  const { instalments: count } = terms;
  if (!isPlain(terms)) return undefined;
  const dues = periodEnds(terms, payout.on, count);
  const [firstDue = payout.on] = dues;
  if (pastDueBears(terms) && asOf > firstDue) return undefined;

  const { gracePrincipal, graceInterest, interestFree, amortization } = terms;
  let interest = periodInterest(terms, payout.on, firstDue);
  const level = levelOf(terms, interest, payout.amount);
  const isEven = isSameEveryPeriod(terms);
  const schedule: InstalmentState[] = [];
  let start = payout.on;
  let balance: number = payout.amount;
  let carried = 0;
  let heldBack = 0;

  let place = 0;
  for (const due of dues) {
    if (place > 0 && !isEven) interest = periodInterest(terms, start, due);
    if (!Number.isSafeInteger(interest.divisor)) return undefined;
    const isLast = place === count - 1;

    const calculated = (place < interestFree ? 0 : interestOn(balance, interest, terms)) + carried;
    let taken = calculated;
    let principal = isLast ? balance : 0;
    if (!isLast && place >= gracePrincipal) {
      // More interest than the level instalment is carried on to the next one.
      if (amortization === 'equalInstalments') taken = Math.min(calculated, level);
      principal = Math.min(amortization === 'equalPrincipal' ? level : level - taken, balance);
    }
    carried = calculated - taken;
    const isHeldBack = place < graceInterest && !isLast;
    const collected = isHeldBack ? 0 : taken + heldBack;
    heldBack = isHeldBack ? heldBack + taken : 0;
    balance -= principal;
    if (terms.recalculation?.excess === 'reduceTerm' && principal + collected === 0) return undefined;
    schedule.push(unpaidInstalment(place + 1, start, due, principal, collected, balance));
    start = due;
    place += 1;
  }
  return schedule;
}

function isPlain({ interestMethod, instalmentBasis, amortization }: LoanTerms): boolean {
  return interestMethod === 'declining' && (instalmentBasis === 'firstPeriod' || amortization === 'equalPrincipal');
}

const pastDueBears = ({ recalculation }: LoanTerms): boolean =>
  recalculation !== null && recalculation.pastDueUntil !== 'never';

const isSameEveryPeriod = ({ interestPeriod, dayCount, unit }: LoanTerms): boolean =>
  interestPeriod.by === 'period' || (dayCount.month === 30 && unit === 'months');

/** Interest of a balance for a period, in steps of what interest is a multiple of: balance × factor ÷ divisor. */
interface PeriodInterest {
  readonly factor: number;
  readonly divisor: number;
}

function periodInterest(terms: LoanTerms, start: CalendarDate, due: CalendarDate): PeriodInterest {
  const { weight, of } = wholePeriodPart(terms, { start, due });
  const { numerator, scale } = terms.annualRate;
  return { factor: numerator * weight, divisor: of * 100 * 10 ** scale * terms.interestMultiple };
}

function interestOn(balance: number, { factor, divisor }: PeriodInterest, terms: LoanTerms): number {
  const { interestMultiple, rounding } = terms;
  const product = balance * factor;
  const steps =
    product <= Number.MAX_SAFE_INTEGER
      ? divideRounded(product, divisor, rounding)
      : Number(divideRoundedBig(BigInt(balance) * BigInt(factor), BigInt(divisor), rounding));
  return steps * interestMultiple;
}

function levelOf(terms: LoanTerms, { factor, divisor }: PeriodInterest, owed: number): number {
  const paying = terms.instalments - terms.gracePrincipal;
  if (terms.amortization === 'equalPrincipal') return toMultiple(BigInt(owed), BigInt(paying), terms);
  const rate = { numerator: BigInt(factor) * BigInt(terms.interestMultiple), denominator: BigInt(divisor) };
  return levelBy(terms, rate, owed, paying);
}

const NOTHING_WAIVED = Object.freeze({ interest: ZERO, fee: ZERO, penalty: ZERO });
const NOTHING_PAID = Object.freeze({ principal: ZERO, interest: ZERO, fee: ZERO, penalty: ZERO });

function unpaidInstalment(
  number: number,
  start: CalendarDate,
  due: CalendarDate,
  principal: number,
  interest: number,
  balance: number,
): InstalmentState {
  const totalDue = money(principal + interest);
  return {
    number,
    start,
    due,
    principal: money(principal),
    interest: money(interest),
    fee: ZERO,
    penalty: ZERO,
    totalDue,
    balance: money(balance),
    paid: ZERO,
    paidOf: NOTHING_PAID,
    waivedOf: NOTHING_WAIVED,
    paidOn: null,
    paidInAdvance: ZERO,
    paidLate: ZERO,
    outstanding: totalDue,
    earlierInterest: ZERO,
    laterInterest: ZERO,
    isPast: false,
  };
}
