// Notices, messages to the office and payments from phones, from both sides: the office sits at desks and reads English, the members
// hold phones. The proof walks all of it in every dress.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { KeptHouse } from './kept-deposits/kept-house.ts';
import { NEWS_STAFF, NEWS_STORIES } from './news/stories.ts';
import { picturesOf } from './society-day/day.ts';

let browser: Browser;
let house: KeptHouse;
beforeAll(async () => {
  browser = await launchBrowser();
  house = await KeptHouse.open({
    browser,
    dress: { office: 'desk', members: 'phone', language: 'en' },
    hired: NEWS_STAFF,
    pictures: picturesOf('news-en-desk'),
  });
});
afterAll(async () => {
  expect(await house?.close()).toBeUndefined();
  await browser?.close();
});

for (const { title, walk } of NEWS_STORIES) {
  test(title, async () => {
    await walk(house);
    expect(house.takeComplaints()).toEqual([]);
  });
}
