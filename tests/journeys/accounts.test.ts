// Accounts of every kind from both sides of the counter, in English: the staff sit at desks and the member holds a phone. The
// proof walks it in every dress; deposits that are looked after are walked in Hindi here.

import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACCOUNT_ACTS, walkAct } from './accounts/acts.ts';
import { AccountsHouse } from './accounts/house.ts';
import { launchBrowser } from './browser.ts';
import { picturesOf } from './society-day/day.ts';

const DRESSES = [{ device: 'desk', language: 'en' }] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe.concurrent.each(DRESSES)('with staff on a $device, in $language', ({ device, language }) => {
  const pictures = picturesOf(`accounts-${device}-${language}`);
  let house: AccountsHouse;
  let stoppedAt: string | undefined;
  beforeAll(async () => {
    rmSync(pictures, { recursive: true, force: true });
    house = await AccountsHouse.open({ browser, device, language, pictures });
  });
  afterAll(async () => {
    expect(await house?.close()).toBeUndefined();
  });

  for (const one of ACCOUNT_ACTS) {
    test(one.title, { concurrent: false }, async () => {
      // What comes after an act that failed would only say the same again, slowly.
      if (stoppedAt !== undefined) throw new Error(`The journey ended where ${stoppedAt}.`);
      stoppedAt = one.title;
      await walkAct(house, one);
      stoppedAt = undefined;
    });
  }
});
