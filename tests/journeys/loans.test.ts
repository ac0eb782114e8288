// A loan from the first question to the last rupee, in English: the office sits at desks, borrower and guarantors hold phones. And in
// Hindi what a committee decides, and what is done about a loan that is late. The proof walks both in every dress.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { KeptHouse } from './kept-deposits/kept-house.ts';
import { openLateHouse } from './loans/late-house.ts';
import { LATE_STORIES, LOAN_STAFF, LOAN_STORIES } from './loans/stories.ts';
import { picturesOf } from './society-day/day.ts';

const PLACES = { office: 'desk', members: 'phone' } as const;
const WALKS = [
  {
    name: 'a loan, in English',
    stories: LOAN_STORIES,
    open: () =>
      KeptHouse.open({
        ...{ browser, dress: { ...PLACES, language: 'en' }, hired: LOAN_STAFF },
        pictures: picturesOf('loans-en-desk'),
      }),
  },
  {
    name: 'a loan that is late, in Hindi',
    stories: LATE_STORIES,
    open: () =>
      openLateHouse({ browser, dress: { ...PLACES, language: 'hi' }, pictures: picturesOf('late-loans-hi-desk') }),
  },
] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe.concurrent.each(WALKS)('$name', ({ stories, open }) => {
  let house: KeptHouse;
  let stoppedAt: string | undefined;
  beforeAll(async () => {
    house = await open();
  });
  afterAll(async () => {
    expect(await house?.close()).toBeUndefined();
  });

  for (const { title, walk } of stories) {
    test(title, { concurrent: false }, async () => {
      // A loan goes one step after the other; what comes after one that failed would only say the same again, slowly.
      if (stoppedAt !== undefined) throw new Error(`The journey ended where ${stoppedAt}.`);
      stoppedAt = title;
      await walk(house);
      expect(house.takeComplaints()).toEqual([]);
      stoppedAt = undefined;
    });
  }
});
