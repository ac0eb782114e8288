import { benchOfDayEnd } from './bench-of-day-end.ts';
import type { Proof } from './proof-kind.ts';

export const proof: Proof = benchOfDayEnd('bench/day-end.ts', {
  title: 'interest of 100,000 savings accounts beside set-based SQL, one pass in five rounds, all sides interleaved',
  counted: 'accounts',
  count: 100_000,
  results: 'bench/day-end-results.json',
});
