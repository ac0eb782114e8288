// One journey for each role: everything it may do, done on the screen. On a desk in English and on a phone in Hindi here;
// the proof walks all of it in every dress.

import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { RoleHouse } from './roles/role-house.ts';
import { actsOf, HOUSES, RoleWalk } from './roles/walk-roles.ts';
import { picturesOf } from './society-day/day.ts';

const DRESSES = [
  { device: 'desk', language: 'en', port: 3152, webPort: 8152 },
  { device: 'phone', language: 'hi', port: 3154, webPort: 8154 },
] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe.concurrent.each(HOUSES.map((roles, index) => ({ roles, dress: DRESSES[index] ?? DRESSES[0] })))(
  'on a $dress.device, in $dress.language',
  ({ roles, dress }) => {
    let house: RoleHouse;
    const pictures = picturesOf(`roles-${dress.device}-${dress.language}`);
    beforeAll(async () => {
      rmSync(pictures, { recursive: true, force: true });
      house = await RoleHouse.open(dress);
    });
    afterAll(() => house?.close());

    for (const role of roles) {
      describe(role, { concurrent: false }, () => {
        let walk: RoleWalk;
        beforeAll(async () => {
          walk = await RoleWalk.begin(house, role, { browser, ...dress, pictures });
        });
        afterAll(() => walk?.close());

        for (const act of actsOf(role)) test(act, { concurrent: false }, () => walk.do(act));
      });
    }
  },
);
