import { liveInARace } from '../tests/day-end/end-days-of.ts';
import { ACCOUNTS, yearsAlike } from './day-end-years.ts';
import type { Proof } from './proof-kind.ts';

export const proof: Proof = {
  title: `a year of ${ACCOUNTS} accounts of every kind as on paper, and the same to the byte in a race`,
  run: (run) =>
    yearsAlike(run, (plan) => ({
      what: 'in a race',
      alive: (society) => liveInARace(society, plan),
      counts: () => ({ 'years in a race': 1 }),
    })),
};
