import { checkMonth, openMonthHouse } from '../tests/payments/check-month.ts';
import type { Proof } from './proof-kind.ts';

const LINES = 5_000;
const MEMBERS = 40;

export const proof: Proof = {
  title:
    'a month of 5,000 lines of the bank with duplicates, wrong references, partial and double payments: nothing is credited twice, nothing without a line, every line is accounted for',
  async run({ seed, step, say }) {
    const house = await openMonthHouse(MEMBERS);
    try {
      const { failures, counts } = await checkMonth(house, seed, LINES);
      say(`${counts.received} received, ${counts.settled} settled, ${counts.unidentified} unidentified`);
      step(counts);
      return failures;
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)];
    } finally {
      await house.counter.close();
    }
  },
};
