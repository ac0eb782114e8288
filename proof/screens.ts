// Every screen in every dress: what `npm run screens` takes, and nothing wrong with any of it.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openHouses, PASSWORD } from '../scripts/screens/demo-houses.ts';
import { findExamples } from '../scripts/screens/examples.ts';
import { writeIndex } from '../scripts/screens/picture-index.ts';
import { ROUNDS, takeRound } from '../scripts/screens/take-pictures.ts';
import { launchBrowser } from '../tests/journeys/browser.ts';
import type { Proof } from './proof-kind.ts';

const PORT = 3156;
const data = fileURLToPath(new URL('../data', import.meta.url));
const pictures = fileURLToPath(new URL('../tests/screens/pictures/proof', import.meta.url));

export const proof: Proof = {
  title: 'Every screen by reader at 360, 768 and 1,440 points, light and dark, English and Hindi, without a flaw',
  run: async ({ progress, step, say }) => {
    if (progress.done === 0) rmSync(pictures, { recursive: true, force: true });
    const houses = await openHouses({ folder: join(data, 'screens'), size: 'whole', port: PORT });
    const browser = await launchBrowser();
    try {
      const examples = await findExamples(houses.society, PASSWORD);
      for (const round of ROUNDS.slice(progress.done)) {
        const taken = await takeRound({ browser, houses, examples, folder: pictures }, round);
        say(`${round.reader}, ${round.device}: ${taken.pictures} pictures`);
        if (taken.flaws.length > 0) return [...taken.flaws];
        step({ pictures: taken.pictures });
      }
      writeIndex(pictures);
      return [];
    } finally {
      await browser.close();
      await houses.close();
    }
  },
};
