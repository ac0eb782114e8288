import { benchOfDayEnd } from './bench-of-day-end.ts';
import type { Proof } from './proof-kind.ts';

export const proof: Proof = benchOfDayEnd('bench/day-end.ts', {
  title:
    'interest of 1,000,000 savings accounts beside set-based SQL, and beside 100,000 of them, five rounds interleaved',
  counted: 'accounts',
  count: 1_000_000,
  results: 'bench/day-end-million-results.json',
});
