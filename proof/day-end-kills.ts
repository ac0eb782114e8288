import { endedThroughKills } from '../tests/day-end/end-days-of.ts';
import { live } from '../tests/day-end/savings-society.ts';
import { ACCOUNTS, yearsAlike } from './day-end-years.ts';
import type { Proof } from './proof-kind.ts';

const KILLS = 100;

export const proof: Proof = {
  title: `a year of ${ACCOUNTS} accounts of every kind, and the same to the byte after ${KILLS} kills of the end of a day`,
  async run(run) {
    const wrong = await yearsAlike(run, (plan) => {
      const { report, endDays } = endedThroughKills(plan, KILLS, run.seed);
      return {
        what: `${KILLS} kills`,
        alive: (society) => live(society, plan, endDays),
        counts: () => ({ kills: report.kills, 'amid credits': report.amidCredits }),
      };
    });
    if (wrong.length > 0) return wrong;
    const { kills } = run.progress.counts;
    return kills === KILLS ? [] : [`${kills} kills of ${KILLS} came in time`];
  },
};
