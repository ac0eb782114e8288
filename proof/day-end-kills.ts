import { endedThroughKills } from '../tests/day-end/end-days-of.ts';
import { live } from '../tests/day-end/savings-society.ts';
import { SIZE, yearsAlike } from './day-end-years.ts';
import type { Proof } from './proof-kind.ts';

const KILLS = 100;
/** Each year lives through so many of them. */
const KILLS_A_YEAR = 25;

export const proof: Proof = {
  title: `a year of ${SIZE.accounts} accounts, and the same to the byte after ${KILLS} kills of the end of a day`,
  async run(run) {
    const wrong = await yearsAlike(run, KILLS / KILLS_A_YEAR, (plan, place) => {
      const { report, endDays } = endedThroughKills(plan, KILLS_A_YEAR, run.seed + place);
      return {
        what: `${KILLS_A_YEAR} kills with seed ${run.seed + place}`,
        alive: (society) => live(society, plan, endDays),
        counts: () => ({ kills: report.kills, 'amid credits': report.amidCredits }),
      };
    });
    if (wrong.length > 0) return wrong;
    const { kills } = run.progress.counts;
    return kills === KILLS ? [] : [`${kills} kills of ${KILLS} came in time`];
  },
};
