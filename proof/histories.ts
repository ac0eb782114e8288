import { playHistoryOn } from '../tests/society/play-history-on.ts';
import type { Proof } from './proof-kind.ts';

const HISTORIES = 1_000;
const ACTS = 60;

export const proof: Proof = {
  title: '1,000 random societies agree with a second set of books kept on paper',
  async run({ seed, progress, step, say }) {
    for (let done = progress.done; done < HISTORIES; done += 1) {
      try {
        const { acts, refused, entries } = await playHistoryOn('sqlite', seed + done, ACTS);
        step({ histories: 1, acts, refused, entries });
      } catch (error) {
        return [String(error instanceof Error ? error.message : error)];
      }
      if ((done + 1) % 50 === 0) say(`${done + 1} of ${HISTORIES}`);
    }
    return [];
  },
};
