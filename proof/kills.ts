import type { TestDatabaseKind } from '../apps/server/src/platform/database/test-database.ts';
import { killWhilePosting } from '../tests/kills/kill-while-posting.ts';
import type { Proof, ProofRun } from './proof-kind.ts';

/** Each society lives through so many kills; a stopped proof goes on with the next society. */
const KILLS_A_SOCIETY = 5;

export async function killsOn(run: ProofRun, kinds: readonly TestDatabaseKind[], kills: number): Promise<string[]> {
  const societies = kinds.flatMap((kind) => Array.from({ length: kills / KILLS_A_SOCIETY }, () => kind));
  for (let done = run.progress.done; done < societies.length; done += 1) {
    const kind = societies[done] ?? 'sqlite';
    try {
      const report = await killWhilePosting(kind, run.seed + done, KILLS_A_SOCIETY);
      run.step({
        [`kills on ${kind}`]: report.kills,
        acknowledged: report.acknowledged,
        unanswered: report.unanswered,
      });
    } catch (error) {
      return [`${kind}, seed ${run.seed + done}: ${error instanceof Error ? error.message : String(error)}`];
    }
    run.say(`${(done + 1) * KILLS_A_SOCIETY} of ${kinds.length * kills} kills`);
  }
  return [];
}

export const proof: Proof = {
  title: '50 kills of the server during posting on SQLite: nothing acknowledged is lost, doubled or unbalanced',
  run: (run) => killsOn(run, ['sqlite'], 50),
};
