import { benchOfDayEnd } from './bench-of-day-end.ts';
import type { Proof } from './proof-kind.ts';

export const proof: Proof = benchOfDayEnd('bench/loan-day-end.ts', {
  title: '100,000 running loans at a day’s end beside a plain loop from row to row, and 300,000, in three rounds',
  counted: 'loans',
  count: 100_000,
  results: 'bench/loan-day-end-results.json',
});
