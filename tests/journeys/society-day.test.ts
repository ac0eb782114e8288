// The main job, from an empty folder to the proof of the books, in a real browser against the real server, in Hindi; the proof
// walks it in English too. The pictures are in tests/journeys/screenshots.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { beginDay, type Day, picturesOf } from './society-day/day.ts';
import { STEPS, walkStep } from './society-day/steps.ts';

describe('a day of the society in Hindi', () => {
  let browser: Browser;
  let day: Day;
  let stoppedAt: string | undefined;
  beforeAll(async () => {
    browser = await launchBrowser();
    day = await beginDay({ browser, language: 'hi', port: 3151, webPort: 8151, pictures: picturesOf('hi') });
  });
  afterAll(async () => {
    await day?.end();
    await browser?.close();
  });

  for (const step of STEPS) {
    test(step.title, async () => {
      // What comes after a step that failed would only say the same again, slowly.
      if (stoppedAt !== undefined) throw new Error(`The day ended when ${stoppedAt}.`);
      stoppedAt = step.title;
      await walkStep(day, step);
      stoppedAt = undefined;
    });
  }
});
