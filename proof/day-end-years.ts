// Years of the day-end society: one undisturbed, beside the second calculation, and others that must leave the same journal.

import { createHash } from 'node:crypto';
import { differences } from '../tests/day-end/differences.ts';
import { endedHere } from '../tests/day-end/end-days-of.ts';
import {
  live,
  openSavingsSociety,
  type Plan,
  planSociety,
  type SavingsSociety,
} from '../tests/day-end/savings-society.ts';
import { verifyTestBooks } from '../tests/society/verify-test-books.ts';
import type { ProofRun } from './proof-kind.ts';

export const ACCOUNTS = 2_000;
const SIZE = { members: 740, days: 365 };

export interface DisturbedYear {
  readonly what: string;
  readonly alive: (society: SavingsSociety) => Promise<string>;
  /** What is counted when it left the same journal. */
  readonly counts: () => Readonly<Record<string, number>>;
}

/** Each year is a step; a stopped proof goes on with the next one. */
export async function yearsAlike(
  { seed, progress, step, say }: ProofRun,
  disturbed: (plan: Plan) => DisturbedYear,
): Promise<string[]> {
  const plan = planSociety(SIZE, seed);
  /** What it leaves, and how it compares with the paper. */
  const year = async (alive: DisturbedYear['alive']) => {
    const society = await openSavingsSociety(plan);
    try {
      const journal = createHash('sha256')
        .update(await alive(society))
        .digest('hex');
      await verifyTestBooks(society.books.platform);
      return { journal, ...(await differences(society, plan)) };
    } finally {
      await society.close();
    }
  };

  // Also when it was proved before: the other is compared with it.
  const calm = await year((society) => live(society, plan, endedHere));
  if (calm.wrong.length > 0) return calm.wrong;
  const { accounts, credits, recounts, acts, accruals } = calm;
  if (accounts < ACCOUNTS) return [`${accounts} accounts are too few`];
  say(`undisturbed: ${credits} credits, ${recounts} counted anew, ${acts} acts and ${accruals} accruals as on paper`);
  if (progress.done === 0) {
    step({ accounts, days: SIZE.days, credits, 'counted anew': recounts, 'other acts': acts, accruals });
  }
  const { what, alive, counts } = disturbed(plan);
  const { journal, wrong } = await year(alive);
  if (wrong.length > 0) return wrong.map((each) => `${what}: ${each}`);
  if (journal !== calm.journal) return [`${what}: the journal is another`];
  step(counts());
  say(`${what}: the same journal`);
  return [];
}
