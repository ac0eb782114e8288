import { liveInARace } from '../tests/day-end/end-days-of.ts';
import { SIZE, yearsAlike } from './day-end-years.ts';
import type { Proof } from './proof-kind.ts';

export const proof: Proof = {
  title: `a year of ${SIZE.accounts} accounts of several kinds, with tax, instructions and entries dated back, as on paper, and the same to the byte in a race`,
  run: (run) =>
    yearsAlike(run, 1, (plan) => ({
      what: 'in a race',
      alive: (society) => liveInARace(society, plan),
      counts: () => ({ 'years in a race': 1 }),
    })),
};
