import { measureTheCounter } from '../tests/journeys/counter-keystrokes.ts';
import type { Proof } from './proof-kind.ts';

/** Some 50 words a minute: a cashier who has done it all day. */
const KEY_MS = 240;
const ROUNDS = 3;
const MOST_KEYS = 14;
const MOST_SECONDS = 10;
const figures: Record<string, number> = {};

export const proof: Proof = {
  title: 'a regular receipt at the counter: at most 14 keys after the name and 10 s in the hands of a person',
  figures: () => figures,
  async run({ progress, step, say }) {
    const failures: string[] = [];
    for (let round = progress.done; round < ROUNDS; round += 1) {
      const measured = await measureTheCounter({ port: 3158, webPort: 8158, keyMs: KEY_MS });
      const seconds = Math.round(measured.milliseconds / 100) / 10;
      say(`${measured.keysAfterName} keys after the name, ${seconds} s`);
      figures['keys after the name'] = Math.max(figures['keys after the name'] ?? 0, measured.keysAfterName);
      figures['seconds, the slowest'] = Math.max(figures['seconds, the slowest'] ?? 0, seconds);
      failures.push(...measured.complaints);
      if (measured.keysAfterName > MOST_KEYS) failures.push(`it took ${measured.keysAfterName} keys after the name`);
      if (seconds > MOST_SECONDS) failures.push(`it took ${seconds} s`);
      if (measured.receiptsTaken !== 2) failures.push(`${measured.receiptsTaken} receipts were taken, and not 2`);
      step({ receipts: 1 });
    }
    return failures;
  },
};
