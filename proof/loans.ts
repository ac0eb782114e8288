import { checkRandomLoan } from '../tests/loans/check-random-loan.ts';
import { randomLoan } from '../tests/loans/random-loan.ts';
import type { Proof } from './proof-kind.ts';

const LOANS = 100_000;
const STEP = 1_000;

export const proof: Proof = {
  title:
    '100,000 random loans with random events: nothing is gained or lost, and undoing everything leads to the start',
  async run({ seed, progress, step, say }) {
    for (let done = progress.done; done < LOANS / STEP; done += 1) {
      const counts = { loans: STEP, events: 0, receipts: 0, undone: 0, instalments: 0 };
      for (let place = 0; place < STEP; place += 1) {
        try {
          const { events, receipts, undone, instalments } = checkRandomLoan(randomLoan(seed + done * STEP + place));
          counts.events += events;
          counts.receipts += receipts;
          counts.undone += undone;
          counts.instalments += instalments;
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
