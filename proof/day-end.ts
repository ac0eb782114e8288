import { createHash } from 'node:crypto';
import { endedHere, endedThroughKills, liveInARace } from '../tests/day-end/end-days-of.ts';
import {
  differences,
  live,
  openSavingsSociety,
  planSociety,
  type SavingsSociety,
} from '../tests/day-end/savings-society.ts';
import { verifyTestBooks } from '../tests/society/verify-test-books.ts';
import type { Proof } from './proof-kind.ts';

const SIZE = { accounts: 2_000, days: 365 };
const KILLS = 100;
/** Each year lives through so many of them; a stopped proof goes on with the next year. */
const KILLS_A_YEAR = 25;
const KILLED_YEARS = KILLS / KILLS_A_YEAR;

type Live = (society: SavingsSociety) => Promise<string>;

export const proof: Proof = {
  title: `a year of ${SIZE.accounts} accounts of every kind, with tax, instructions and entries dated back, as on paper, and the same to the byte after ${KILLS} kills and in a race`,
  async run({ seed, progress, step, say }) {
    const plan = planSociety(SIZE, seed);
    let [credits, recounts, terms] = [0, 0, 0];
    /** What it leaves, and what is wrong with it. */
    const year = async (alive: Live) => {
      const society = await openSavingsSociety(plan);
      try {
        const journal = createHash('sha256')
          .update(await alive(society))
          .digest('hex');
        await verifyTestBooks(society.books.platform);
        const compared = await differences(society, plan);
        credits = compared.credits;
        recounts = compared.recounts;
        terms = compared.terms;
        return { journal, wrong: compared.wrong };
      } finally {
        await society.close();
      }
    };

    // Also when it was proved before: the others are compared with it.
    const calm = await year((society) => live(society, plan, endedHere));
    if (calm.wrong.length > 0) return calm.wrong;
    say(
      `undisturbed: ${credits} credits, ${recounts} counted anew, and ${terms} acts of deposits of a term as on paper`,
    );
    if (progress.done === 0) {
      step({ accounts: SIZE.accounts, days: SIZE.days, credits, 'counted anew': recounts, 'acts of terms': terms });
    }

    for (let done = progress.done; done < 2 + KILLED_YEARS; done = progress.done) {
      const isRace = done === 1 + KILLED_YEARS;
      const killed = endedThroughKills(plan, KILLS_A_YEAR, seed + done);
      const { journal, wrong } = await year((society) =>
        isRace ? liveInARace(society, plan) : live(society, plan, killed.endDays),
      );
      const what = isRace ? 'in a race' : `after ${killed.report.kills} kills with seed ${seed + done}`;
      if (wrong.length > 0) return wrong.map((each) => `${what}: ${each}`);
      if (journal !== calm.journal) return [`${what} the journal is another`];
      const { kills, amidCredits } = killed.report;
      step(isRace ? { 'years in a race': 1 } : { kills, 'amid credits': amidCredits });
      say(`${what}: the same journal`);
    }
    const { kills } = progress.counts;
    return kills === KILLS ? [] : [`${kills} kills of ${KILLS} came in time`];
  },
};
