import type { TestDatabaseKind } from '../../apps/server/src/platform/database/test-database.ts';
import { type History, playHistory } from './random-society.ts';

/** Plays the history of a seed on the database of this kind; test databases are chosen by this variable alone. */
export async function playHistoryOn(kind: TestDatabaseKind, seed: number, acts: number): Promise<History> {
  const before = process.env.KAFAL_TEST_DATABASE;
  process.env.KAFAL_TEST_DATABASE = kind;
  try {
    return await playHistory(seed, acts);
  } finally {
    if (before === undefined) delete process.env.KAFAL_TEST_DATABASE;
    else process.env.KAFAL_TEST_DATABASE = before;
  }
}

/** The first line in which two journal exports differ, or undefined when they are equal to the byte. */
export function firstDifference(one: string, other: string): string | undefined {
  if (one === other) return undefined;
  const [left, right] = [one.split('\n'), other.split('\n')];
  const at = left.findIndex((line, index) => line !== right[index]);
  return `line ${at + 1}: ${left[at]} / ${right[at]}`;
}
