import { type Fraction, fraction } from '../money/fraction.ts';
import type { Rate } from '../money/rate.ts';
import { growthFactor, periodRate, SCALE } from './growth.ts';

/** What a hundred earns in a whole year when interest is added after every so many months: 8 quarterly is 8.2432. */
export function effectiveYield(annualRate: Rate, everyMonths: 1 | 3 | 6 | 12): Fraction {
  const grown = growthFactor(periodRate(annualRate, everyMonths), 12 / everyMonths);
  return fraction((grown - SCALE) * 100n, SCALE);
}
