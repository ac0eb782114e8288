import { openLoanHouse } from '../tests/loans/loan-house.ts';
import { playRandomLoans } from '../tests/loans/play-random-loans.ts';
import type { Proof } from './proof-kind.ts';

const HOUSES = 50;
const LOANS = 100;
const BORROWERS = 13;

export const proof: Proof = {
  title:
    '5,000 random loans by the acts of the API are in the books what their events say; taken back, they were never there',
  async run({ seed, progress, step, say }) {
    for (let done = progress.done; done < HOUSES; done += 1) {
      const house = await openLoanHouse(BORROWERS);
      try {
        step({ ...(await playRandomLoans(house, seed + done, LOANS)) });
      } catch (error) {
        return [`house ${seed + done}: ${error instanceof Error ? error.message : error}`];
      } finally {
        await house.counter.close();
      }
      if ((done + 1) % 5 === 0) say(`${(done + 1) * LOANS} of ${HOUSES * LOANS}`);
    }
    return [];
  },
};
