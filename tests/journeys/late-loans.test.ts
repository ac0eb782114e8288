// What a committee decides, and what is done about a loan that is late, in Hindi. The proof walks it in every dress.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import type { KeptHouse } from './kept-deposits/kept-house.ts';
import { openLateHouse } from './loans/late-house.ts';
import { LATE_STORIES } from './loans/stories.ts';
import { picturesOf } from './society-day/day.ts';

let browser: Browser;
let house: KeptHouse;
let stoppedAt: string | undefined;
beforeAll(async () => {
  browser = await launchBrowser();
  house = await openLateHouse({
    ...{ browser, dress: { office: 'desk', members: 'phone', language: 'hi' } },
    pictures: picturesOf('late-loans-hi-desk'),
  });
});
afterAll(async () => {
  expect(await house?.close()).toBeUndefined();
  await browser?.close();
});

test.each(LATE_STORIES)('$title', async ({ title, walk }) => {
  // A loan goes one step after the other; what comes after one that failed would only say the same again, slowly.
  if (stoppedAt !== undefined) throw new Error(`The journey ended where ${stoppedAt}.`);
  stoppedAt = title;
  await walk(house);
  expect(house.takeComplaints()).toEqual([]);
  stoppedAt = undefined;
});
