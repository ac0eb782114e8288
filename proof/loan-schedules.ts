import { checkRandomSchedule } from '../tests/loans/check-random-loan.ts';
import { randomSchedule } from '../tests/loans/random-loan.ts';
import type { Proof } from './proof-kind.ts';

const LOANS = 1_000_000;
const STEP = 10_000;

export const proof: Proof = {
  title: '1,000,000 random schedules: the principal of all instalments is the loan, and no balance is below nothing',
  async run({ seed, progress, step, say }) {
    for (let done = progress.done; done < LOANS / STEP; done += 1) {
      const counts = { schedules: STEP, instalments: 0 };
      for (let place = 0; place < STEP; place += 1) {
        try {
          counts.instalments += checkRandomSchedule(randomSchedule(seed + done * STEP + place));
        } catch (error) {
          return [`loan ${seed + done * STEP + place}: ${error instanceof Error ? error.message : error}`];
        }
      }
      step(counts);
      if ((done + 1) % 10 === 0) say(`${(done + 1) * STEP} of ${LOANS}`);
    }
    return [];
  },
};
