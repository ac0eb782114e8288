// The main job, from an empty folder to the proof of the books, in a real browser against the real server: once in
// English and once in Hindi, at the same time. The pictures are in tests/journeys/screenshots.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { beginDay, type Day, picturesOf } from './society-day/day.ts';
import { STEPS, walkStep } from './society-day/steps.ts';

const days = [
  { name: 'English', language: 'en', port: 3151, webPort: 8151 },
  { name: 'Hindi', language: 'hi', port: 3152, webPort: 8152 },
] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe.concurrent.each(days)('a day of the society in $name', ({ language, port, webPort }) => {
  let day: Day;
  let stoppedAt: string | undefined;
  beforeAll(async () => {
    day = await beginDay({ browser, language, port, webPort, pictures: picturesOf(language) });
  });
  afterAll(() => day?.end());

  for (const step of STEPS) {
    test(step.title, { concurrent: false }, async () => {
      // What comes after a step that failed would only say the same again, slowly.
      if (stoppedAt !== undefined) throw new Error(`The day ended when ${stoppedAt}.`);
      stoppedAt = step.title;
      await walkStep(day, step);
      stoppedAt = undefined;
    });
  }
});
