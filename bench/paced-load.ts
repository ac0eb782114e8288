// People at work: each asks, waits for the answer, and asks again at the next beat, so that the server is never full and
// what an answer takes is its own time.

import { setTimeout as pause } from 'node:timers/promises';
import { HttpLine } from './http-line.ts';

export interface People {
  readonly count: number;
  readonly everyMs: number;
  readonly wanted: number;
  /** The request of a person, the how manieth it is. */
  request(person: number, turn: number): string;
}

/** What each answer took, in milliseconds, until the signal. Another answer than the one that is wanted is an error. */
export async function answerTimes(port: number, people: People, until: AbortSignal): Promise<number[]> {
  const times: number[] = [];
  const one = async (person: number) => {
    const line = await HttpLine.open(port);
    // Not all at one moment.
    await pause((person * people.everyMs) / people.count);
    for (let turn = 0; !until.aborted; turn += 1) {
      const sentAt = performance.now();
      const { status, body } = await line.send(people.request(person, turn));
      const took = performance.now() - sentAt;
      if (status !== people.wanted) throw new Error(`${status}: ${body.slice(0, 300)}`);
      times.push(took);
      await pause(Math.max(0, people.everyMs - took));
    }
    line.close();
  };
  await Promise.all(Array.from({ length: people.count }, (_, person) => one(person)));
  return times;
}

export function share(times: readonly number[], part: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
