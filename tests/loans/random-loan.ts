// A random loan with random events, in the order in which they were entered: early, late, in part, dated back, taken back.

import {
  type Allocation,
  addDays,
  type CalendarDate,
  type Component,
  calendarDate,
  daysBetween,
  LoanError,
  type LoanEvent,
  type LoanTerms,
  money,
  periodsAfter,
  rateOf,
  replayLoan,
} from '@kafal/core';
import { type Seeded, seeded } from '../society/seeded.ts';

export interface RandomLoan {
  readonly terms: LoanTerms;
  readonly agreedOn: CalendarDate;
  readonly events: readonly LoanEvent[];
  readonly asOf: CalendarDate;
}

const COMPONENTS: readonly Component[] = ['fee', 'penalty', 'interest', 'principal'];
const BUCKETS = ['pastDue', 'due', 'inAdvance'] as const;

export function randomTerms(random: Seeded, mostInstalments: number): LoanTerms {
  const { whole, oneOf, chance } = random;
  const instalments = whole(1, chance(0.1) ? mostInstalments : Math.min(24, mostInstalments));
  const basis = oneOf(['firstPeriod', 'firstPeriod', 'periodFactors'] as const);
  return {
    principal: money(whole(1_000_00, chance(0.1) ? 5_00_00_000_00 : 10_00_000_00)),
    annualRate: rateOf(chance(0.1) ? 0 : whole(1, 3600), 2),
    interestMethod: chance(0.2) ? 'flat' : 'declining',
    amortization: chance(0.25) ? 'equalPrincipal' : 'equalInstalments',
    instalmentBasis: basis,
    dayCount: oneOf([
      { year: 360, month: 30 },
      { year: 365, month: 'actual' },
      { year: 'actual', month: 'actual' },
      { year: 'leapPeriod', month: 'actual' },
    ] as const),
    interestPeriod: chance(0.5) ? { by: 'day' } : { by: 'period', wholePeriods: chance(0.2) },
    every: oneOf([1, 1, 1, 2]),
    unit: oneOf(['months', 'months', 'months', 'weeks', 'days'] as const),
    instalments,
    monthEnd: oneOf(['clamp', 'clamp', 'lastDay', 'firstOfNext'] as const),
    gracePrincipal: chance(0.2) ? whole(0, instalments - 1) : 0,
    graceInterest: chance(0.1) ? whole(0, 3) : 0,
    interestFree: chance(0.1) ? whole(0, 3) : 0,
    instalmentMultiple: money(oneOf([1, 100])),
    instalmentRounding: oneOf(['nearest', 'up'] as const),
    interestMultiple: money(oneOf([1, 1, 1, 100])),
    rounding: oneOf(['half-up', 'half-even'] as const),
    recalculation: oneOf([
      null,
      { pastDueUntil: 'never', excess: 'reduceInstalment' },
      { pastDueUntil: 'never', excess: 'reduceTerm' },
      { pastDueUntil: 'day', excess: 'keepInstalment' },
      { pastDueUntil: 'endOfPeriod', excess: 'keepInstalment' },
    ] as const),
    allocation: oneOf(ALLOCATIONS),
    overdueCharge: chance(0.1) ? { kind: 'penalty', ratePercent: rateOf(2) } : null,
  };
}

const ALLOCATIONS: readonly Allocation[] = [
  { by: 'instalments', components: COMPONENTS },
  { by: 'componentsThenAdvance', due: COMPONENTS, inAdvance: COMPONENTS },
  { by: 'buckets', buckets: BUCKETS.map((bucket) => ({ bucket, components: COMPONENTS })), future: 'next' },
  { by: 'buckets', buckets: BUCKETS.map((bucket) => ({ bucket, components: COMPONENTS })), future: 'last' },
];

/** Terms of up to 480 instalments, as they are agreed. */
export function randomSchedule(seed: number): Pick<RandomLoan, 'terms' | 'agreedOn'> {
  const random = seeded(seed);
  const terms = randomTerms(random, 480);
  return { terms, agreedOn: addDays(calendarDate('2026-01-01'), random.whole(0, 3650)) };
}

export function randomLoan(seed: number): RandomLoan {
  const random = seeded(seed);
  const { whole, oneOf, chance } = random;
  const terms = randomTerms(random, 60);
  const agreedOn = addDays(calendarDate('2026-01-01'), whole(0, 730));
  const latest = daysBetween(agreedOn, periodsAfter(terms, agreedOn, 2)) - 1;
  const firstDue = chance(0.2) ? { firstDue: addDays(agreedOn, whole(1, latest)) } : {};
  const lent = { type: 'payout', on: agreedOn, amount: terms.principal, ...firstDue } as const;
  const planned = replayLoan(terms, agreedOn, [lent], agreedOn).instalments;
  const last = planned.at(-1)?.due ?? agreedOn;
  const days = Math.max(30, Math.min(900, planned.length * 31));
  const someDay = () => addDays(agreedOn, whole(0, days));

  const first = chance(0.85) ? terms.principal : money(Math.max(1, Math.floor(terms.principal / 2)));
  const events: LoanEvent[] = [{ ...lent, amount: first }];
  if (first < terms.principal) {
    const second = addDays(agreedOn, whole(0, 20));
    events.push({ type: 'payout', on: second, amount: money(terms.principal - first) });
  }
  let isMoved = false;
  const someEvent = (): LoanEvent | undefined => {
    const instalment = oneOf(planned);
    const { due, totalDue } = instalment;
    const part = money(whole(1, Math.max(1, Math.floor(terms.principal / 3))));
    const kind = oneOf(['fee', 'penalty'] as const);
    switch (oneOf(KINDS)) {
      case 'onTime':
        return { type: 'repayment', on: due, amount: money(Math.max(1, totalDue)) };
      case 'early':
        return { type: 'repayment', on: addDays(due, -whole(1, 20)), amount: money(Math.max(1, totalDue)) };
      case 'late':
        return { type: 'repayment', on: addDays(due, whole(1, 60)), amount: money(Math.max(1, totalDue)) };
      case 'partial':
        return { type: 'repayment', on: someDay(), amount: part };
      case 'charge':
        return { type: 'charge', kind, dueOn: someDay(), amount: money(whole(1, 500_00)) };
      case 'percentCharge':
        return { type: 'percentCharge', kind, dueOn: someDay(), percent: rateOf(whole(1, 300), 2), base: 'principal' };
      case 'instalmentCharge':
        return { type: 'instalmentCharge', kind, amount: money(whole(1, 50_00)) };
      case 'rateChange':
        return { type: 'rateChange', from: addDays(agreedOn, whole(2, days)), annualRate: rateOf(whole(0, 3600), 2) };
      case 'moveDue':
        // A first due day that was agreed is not moved.
        if (isMoved || (instalment === planned[0] && 'firstDue' in firstDue)) return undefined;
        isMoved = true;
        return { type: 'moveDue', due, newDue: addDays(due, whole(1, 15)), enteredOn: agreedOn };
      case 'extraInstalments':
        return { type: 'extraInstalments', from: due, count: whole(1, 3) };
      case 'reschedule': {
        const on = someDay();
        const count = whole(1, 24);
        return {
          type: 'reschedule',
          on,
          firstDue: chance(0.5) && due > on ? due : addDays(on, whole(1, 75)),
          instalments: count,
          annualRate: chance(0.5) ? terms.annualRate : rateOf(whole(0, 3600), 2),
          holiday: chance(0.5) ? whole(0, count - 1) : 0,
          interest: chance(0.3) ? 'apart' : 'served',
          arrears: oneOf(['stay', 'apart'] as const),
        };
      }
      case 'endOfDay':
        return { type: 'endOfDay', on: someDay() };
    }
  };
  /** What the terms of the loan, or what was entered before, leave no room for is refused and not entered. */
  const isPossible = (more: LoanEvent) => {
    if (more.type !== 'reschedule' && !events.some(({ type }) => type === 'reschedule')) return true;
    try {
      replayLoan(terms, agreedOn, [...events, more], agreedOn);
      return true;
    } catch (error) {
      if (error instanceof LoanError) return false;
      throw error;
    }
  };
  const taken = new Set<number>();
  for (let count = whole(0, 9); count > 0; count -= 1) {
    const place = whole(0, events.length - 1);
    if (chance(0.12) && place > 0 && events[place]?.type !== 'undo' && !taken.has(place)) {
      if (!isPossible({ type: 'undo', place })) continue;
      taken.add(place);
      events.push({ type: 'undo', place });
      continue;
    }
    const event = someEvent();
    if (event !== undefined && isPossible(event)) events.push(event);
  }
  const payoff: LoanEvent = { type: 'payoff', on: addDays(last, whole(0, 30)) };
  if (chance(0.1) && isPossible(payoff)) events.push(payoff);
  return { terms, agreedOn, events, asOf: chance(0.5) ? addDays(last, whole(0, 90)) : someDay() };
}

const KINDS = [
  ...(['onTime', 'onTime', 'onTime', 'early', 'late', 'late', 'partial', 'partial'] as const),
  ...(['reschedule', 'reschedule'] as const),
  ...([
    'charge',
    'percentCharge',
    'instalmentCharge',
    'rateChange',
    'moveDue',
    'extraInstalments',
    'endOfDay',
  ] as const),
];
