// A loan from the first question to the last rupee, in English: the office sits at desks, borrower and guarantors hold phones.
// The proof walks it in every dress.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Dress, KeptHouse } from './kept-deposits/kept-house.ts';
import { LOAN_STAFF, LOAN_STORIES } from './loans/stories.ts';
import { picturesOf } from './society-day/day.ts';

const DRESSES: readonly Dress[] = [{ language: 'en', office: 'desk', members: 'phone' }];

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe.concurrent.each(DRESSES)('a loan, in $language, the office at a $office', (dress) => {
  let house: KeptHouse;
  let stoppedAt: string | undefined;
  beforeAll(async () => {
    const pictures = picturesOf(`loans-${dress.language}-${dress.office}`);
    house = await KeptHouse.open({ dress, browser, pictures, hired: LOAN_STAFF });
  });
  afterAll(async () => {
    expect(await house?.close()).toBeUndefined();
  });

  for (const { title, walk } of LOAN_STORIES) {
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
