import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../tests/journeys/browser.ts';
import { beginDay } from '../tests/journeys/society-day/day.ts';
import { STEPS, walkStep } from '../tests/journeys/society-day/steps.ts';
import type { Proof } from './proof-kind.ts';

const PICTURES = fileURLToPath(new URL('../tests/journeys/screenshots', import.meta.url));

export const proof: Proof = {
  title: 'a day of a society in a real browser, in English and in Hindi, staff at 1440 px and the member at 360 px',
  async run({ step, say, progress }) {
    for (const [index, language] of (['en', 'hi'] as const).entries()) {
      if (index < progress.done) continue;
      const browser = await launchBrowser();
      const pictures = `${PICTURES}/${language}`;
      const day = await beginDay({ browser, language, port: 3153 + index, webPort: 8153 + index, pictures });
      try {
        for (const each of STEPS) {
          await walkStep(day, each);
          say(`${language}: ${each.title}`);
        }
        step({ days: 1, steps: STEPS.length });
      } catch (error) {
        return [`${language}: ${error instanceof Error ? error.message : String(error)}`];
      } finally {
        await day.end();
        await browser.close();
      }
    }
    return [];
  },
};
