// Deposits that are looked after: daily deposits from the door to the member's own screen, and what stops, shares or leaves
// an account. In Hindi, the office at a desk and the members on phones; the proof walks it in every dress.

import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Dress, KeptHouse } from './kept-deposits/kept-house.ts';
import { STORIES } from './kept-deposits/stories.ts';
import { picturesOf } from './society-day/day.ts';

const DRESSES: readonly Dress[] = [{ language: 'hi', office: 'desk', members: 'phone' }];

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe.concurrent.each(DRESSES)('deposits that are looked after, in $language, the office at a $office', (dress) => {
  let house: KeptHouse;
  beforeAll(async () => {
    house = await KeptHouse.open({ dress, browser, pictures: picturesOf(`kept-${dress.language}-${dress.office}`) });
  });
  afterEach(() => {
    expect(house.takeComplaints()).toEqual([]);
  });
  afterAll(async () => {
    expect(await house?.close()).toBeUndefined();
  });

  for (const { title, walk } of STORIES) test(title, { concurrent: false }, () => walk(house));
});
