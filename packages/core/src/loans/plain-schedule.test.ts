import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, calendarDate } from '../calendar/calendar-date.ts';
import { money } from '../money/money.ts';
import { rateOf } from '../money/rate.ts';
import type { LoanTerms } from './loan-terms.ts';
import { plainSchedule } from './plain-schedule.ts';
import { replayEvents } from './replay-loan.ts';

const terms: fc.Arbitrary<LoanTerms> = fc
  .record({
    principal: fc.oneof(fc.integer({ min: 1, max: 50_00_000_00 }), fc.integer({ min: 1e11, max: 5e12 })).map(money),
    annualRate: fc.record({ rate: fc.integer({ min: 0, max: 48_000 }), scale: fc.integer({ min: 2, max: 8 }) }),
    interestMethod: fc.constant('declining' as const),
    amortization: fc.constantFrom('equalInstalments' as const, 'equalPrincipal' as const),
    instalmentBasis: fc.constantFrom('firstPeriod' as const, 'periodFactors' as const),
    dayCount: fc.record({
      year: fc.constantFrom(360 as const, 364 as const, 365 as const, 'actual' as const, 'leapPeriod' as const),
      month: fc.constantFrom(30 as const, 'actual' as const),
    }),
    interestPeriod: fc.constantFrom(
      { by: 'day' } as const,
      { by: 'period', wholePeriods: false } as const,
      { by: 'period', wholePeriods: true } as const,
    ),
    every: fc.integer({ min: 1, max: 6 }),
    unit: fc.constantFrom('days' as const, 'weeks' as const, 'months' as const),
    instalments: fc.integer({ min: 1, max: 60 }),
    monthEnd: fc.constantFrom('clamp' as const, 'lastDay' as const, 'firstOfNext' as const, 'calendarMonths' as const),
    gracePrincipal: fc.constantFrom(0, 0, 1, 3),
    graceInterest: fc.constantFrom(0, 0, 1, 3),
    interestFree: fc.constantFrom(0, 0, 1, 3),
    instalmentMultiple: fc.constantFrom(1, 100, 1000).map(money),
    instalmentRounding: fc.constantFrom('nearest' as const, 'up' as const),
    interestMultiple: fc.constantFrom(1, 1, 100).map(money),
    rounding: fc.constantFrom('half-up' as const, 'half-even' as const),
    recalculation: fc.constantFrom(
      null,
      { pastDueUntil: 'never', excess: 'reduceTerm' } as const,
      { pastDueUntil: 'day', excess: 'keepInstalment' } as const,
    ),
    allocation: fc.constant({ by: 'instalments', components: ['interest', 'principal'] } as const),
    overdueCharge: fc.constant(null),
  })
  .map(({ annualRate: { rate, scale }, ...others }) => ({
    ...others,
    annualRate: rateOf(rate * 10 ** (scale - 2), scale),
    gracePrincipal: Math.min(others.gracePrincipal, others.instalments - 1),
  }));

const someDay = fc.integer({ min: 0, max: 1500 }).map((days) => addDays(calendarDate('2027-01-01'), days));

test('a loan that was only paid out is planned at once as it is by going through its events, to the last unit', () => {
  let atOnce = 0;
  fc.assert(
    fc.property(terms, someDay, fc.integer({ min: 0, max: 200 }), (of, on, later) => {
      const asOf = addDays(on, later);
      const schedule = plainSchedule(of, { on, amount: of.principal }, asOf);
      if (schedule === undefined) return;
      atOnce += 1;
      const { instalments } = replayEvents(of, on, [{ type: 'payout', on, amount: of.principal }], asOf);
      expect(schedule).toEqual(instalments);
    }),
    { numRuns: 1500 },
  );
  expect(atOnce).toBeGreaterThan(500);
});
