// A day of a society from the empty machine to the auditor's look, in a real browser, in English and in Hindi: staff at
// 1440 px, the member on a phone of 360 px. Each step goes on where the last one stopped.

import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { beginDay, type Day } from './society-day/day.ts';
import { STEPS, walkStep } from './society-day/steps.ts';

const PICTURES = fileURLToPath(new URL('./screenshots', import.meta.url));

describe.each([
  { language: 'en', port: 3151, webPort: 8151 },
  { language: 'hi', port: 3156, webPort: 8156 },
] as const)('a day of a society ($language)', ({ language, port, webPort }) => {
  let browser: Browser;
  let day: Day;
  let isBroken = false;

  beforeAll(async () => {
    browser = await launchBrowser();
    day = await beginDay({ browser, language, port, webPort, pictures: `${PICTURES}/${language}` });
  });
  afterAll(async () => {
    await day.end();
    await browser.close();
  });

  test.each(STEPS)('$title', async (step) => {
    // What comes after a broken step would only tell of the same thing again.
    if (isBroken) throw new Error('an earlier step of this day failed');
    try {
      await walkStep(day, step);
    } catch (error) {
      isBroken = true;
      throw error;
    }
  });
});
