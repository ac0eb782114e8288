// The papers of a member, in Hindi: the office at desks, the members on phones. The proof walks it in every dress.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { KeptHouse } from './kept-deposits/kept-house.ts';
import { KYC_STAFF, KYC_STORIES } from './kyc/stories.ts';
import { picturesOf } from './society-day/day.ts';

let browser: Browser;
let house: KeptHouse;
let stoppedAt: string | undefined;
beforeAll(async () => {
  browser = await launchBrowser();
  house = await KeptHouse.open({
    ...{ browser, dress: { office: 'desk', members: 'phone', language: 'hi' }, hired: KYC_STAFF },
    ...{ pictures: picturesOf('kyc-hi-desk'), savers: 2 },
  });
});
afterAll(async () => {
  expect(await house?.close()).toBeUndefined();
  await browser?.close();
});

test.each(KYC_STORIES)('$title', async ({ title, walk }) => {
  // A paper goes one step after the other; what comes after one that failed would only say the same again, slowly.
  if (stoppedAt !== undefined) throw new Error(`The journey ended where ${stoppedAt}.`);
  stoppedAt = title;
  await walk(house);
  expect(house.takeComplaints()).toEqual([]);
  stoppedAt = undefined;
});
