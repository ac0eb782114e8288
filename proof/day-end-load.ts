import { benchOfDayEnd } from './bench-of-day-end.ts';
import type { Proof } from './proof-kind.ts';

export const proof: Proof = benchOfDayEnd('bench/day-end-load.ts', {
  title: 'what people who read and post notice of the end of a day of 100,000 savings accounts, five rounds',
  counted: 'accounts',
  count: 100_000,
  results: 'bench/day-end-load-results.json',
});
