// Reminders, notifications and receipts by WhatsApp, in Hindi: the office at desks, the members on phones. The proof walks it in every dress.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { KeptHouse } from './kept-deposits/kept-house.ts';
import { reminderStories } from './reminders/stories.ts';
import { picturesOf } from './society-day/day.ts';

let browser: Browser;
let house: KeptHouse;
let stoppedAt: string | undefined;
beforeAll(async () => {
  browser = await launchBrowser();
  house = await KeptHouse.open({
    ...{ browser, dress: { office: 'desk', members: 'phone', language: 'hi' }, hired: [] as const },
    pictures: picturesOf('reminders-hi-desk'),
  });
});
afterAll(async () => {
  expect(await house?.close()).toBeUndefined();
  await browser?.close();
});

test.each(reminderStories)('$title', async ({ title, walk }) => {
  // What was told is read afterwards; what comes after a story that failed would only say the same again, slowly.
  if (stoppedAt !== undefined) throw new Error(`The journey ended where ${stoppedAt}.`);
  stoppedAt = title;
  await walk(house);
  expect(house.takeComplaints()).toEqual([]);
  stoppedAt = undefined;
});
