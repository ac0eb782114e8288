// A loan from the first question to the last rupee, in English: the office sits at desks, borrower and guarantors hold phones. The
// proof walks it in every dress.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { KeptHouse } from './kept-deposits/kept-house.ts';
import { LOAN_STAFF, LOAN_STORIES } from './loans/stories.ts';
import { picturesOf } from './society-day/day.ts';

let browser: Browser;
let house: KeptHouse;
let stoppedAt: string | undefined;
beforeAll(async () => {
  browser = await launchBrowser();
  house = await KeptHouse.open({
    ...{ browser, dress: { office: 'desk', members: 'phone', language: 'en' }, hired: LOAN_STAFF },
    pictures: picturesOf('loans-en-desk'),
  });
});
afterAll(async () => {
  expect(await house?.close()).toBeUndefined();
  await browser?.close();
});

test.each(LOAN_STORIES)('$title', async ({ title, walk }) => {
  // A loan goes one step after the other; what comes after one that failed would only say the same again, slowly.
  if (stoppedAt !== undefined) throw new Error(`The journey ended where ${stoppedAt}.`);
  stoppedAt = title;
  await walk(house);
  expect(house.takeComplaints()).toEqual([]);
  stoppedAt = undefined;
});
