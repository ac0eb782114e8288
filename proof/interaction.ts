// How the hands feel it. On a machine four times slower: the time from a touch or a key to the next picture, on the
// counter, the list of members and the passbook. Then, at the pace of a person, a regular receipt.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { type Houses, openHouses, PASSWORD } from '../scripts/screens/demo-houses.ts';
import { type Examples, findExamples } from '../scripts/screens/examples.ts';
import { Photographer } from '../scripts/screens/photographer.ts';
import type { Reader } from '../scripts/screens/screen-list.ts';
import { launchBrowser } from '../tests/journeys/browser.ts';
import { choose, press, title } from '../tests/journeys/society-day/controls.ts';
import { type Words, wordsOf } from '../tests/journeys/words.ts';
import { openAndTakeTheFirstReceipt } from './first-receipt.ts';
import type { Proof } from './proof-kind.ts';

const PORT = 3156;
const SLOWER = 4;
const ALLOWED_MS = 200;
const ALLOWED_MINUTES = 10;
const data = fileURLToPath(new URL('../data', import.meta.url));
const words = wordsOf('en');

interface Hands {
  readonly name: string;
  readonly reader: Reader;
  readonly device: 'desk' | 'phone';
  readonly work: (page: Page, words: Words, examples: Examples) => Promise<void>;
}

const SCREENS: readonly Hands[] = [
  { name: 'counter', reader: 'cashier', device: 'desk', work: workAtTheCounter },
  { name: 'member list', reader: 'manager', device: 'desk', work: workInTheMemberList },
  { name: 'passbook', reader: 'member', device: 'phone', work: workInThePassbook },
];

const figures: Record<string, string> = {};

export const proof: Proof = {
  title: 'From touch to picture within 200 ms on a slow machine; from set-up to the first receipt within 10 minutes',
  figures: () => figures,
  // Its figures belong together, so a run that was stopped begins anew.
  run: async ({ step, say }) => {
    const houses = await openHouses({ folder: join(data, 'screens'), size: 'whole', port: PORT });
    const browser = await launchBrowser();
    const failures: string[] = [];
    try {
      const examples = await findExamples(houses.society, PASSWORD);
      for (const hands of SCREENS) {
        const worst = await slowestInteraction(browser, houses, examples, hands);
        figures[`${hands.name}: slowest of ${worst.count}`] = `${worst.milliseconds} ms (${worst.what})`;
        say(`${hands.name}: ${worst.milliseconds} ms, ${worst.what}, the slowest of ${worst.count}`);
        if (worst.milliseconds > ALLOWED_MS)
          failures.push(`${hands.name}: ${worst.what} took ${worst.milliseconds} ms`);
      }
      const minutes = await openAndTakeTheFirstReceipt(browser, houses.empty, say);
      figures['set-up to first receipt'] = `${minutes.toFixed(1)} min`;
      if (minutes > ALLOWED_MINUTES) failures.push(`set-up to first receipt took ${minutes.toFixed(1)} minutes`);
      step({ screens: SCREENS.length, 'first receipts': 1 });
      return failures;
    } finally {
      await browser.close();
      await houses.close();
    }
  },
};

interface Interaction {
  readonly what: string;
  readonly milliseconds: number;
}

/** Runs in the page: keeps what the browser itself measures, from the event to the picture after it. */
const KEEP_INTERACTIONS = `
  window.interactions = [];
  new PerformanceObserver((list) => {
    for (const { interactionId, name, duration, target } of list.getEntries()) {
      if (interactionId > 0) window.interactions.push({ what: name + ' on ' + (target?.outerHTML ?? '').slice(0, 80), milliseconds: duration });
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
`;

async function slowestInteraction(
  browser: Browser,
  houses: Houses,
  examples: Examples,
  { reader, device, work }: Hands,
): Promise<Interaction & { count: number }> {
  const photographer = await Photographer.begin({ browser, houses, examples, reader, device, language: 'en' });
  const { page } = photographer.visitor;
  const debug = await page.context().newCDPSession(page);
  await debug.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(KEEP_INTERACTIONS);
  try {
    await work(page, words, examples);
    // The observer of the page hears of the last picture a moment after it.
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)))');
    // Kept by the script above.
    const found = (await page.evaluate('window.interactions')) as Interaction[];
    const [slowest] = found.toSorted((one, other) => other.milliseconds - one.milliseconds);
    return { ...(slowest ?? { what: 'nothing as long as 16 ms', milliseconds: 0 }), count: found.length };
  } finally {
    await photographer.close();
  }
}

async function workAtTheCounter(page: Page, { staff: t }: Words, { saver }: Examples): Promise<void> {
  await page.goto(new URL('/staff/counter', page.url()).href);
  await title(page, t('counter.title'));
  for (let receipt = 0; receipt < 3; receipt += 1) {
    await page.keyboard.press('F2');
    await page.keyboard.type(saver.memberNumber);
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByTestId('person-card').waitFor();
    await page.getByLabel(t('counter.amount'), { exact: true }).click();
    await page.keyboard.type('500');
    await page.getByTestId('act-preview').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('F9');
    await page.getByTestId('issued-receipt').waitFor();
    await page.keyboard.press('F4');
  }
}

async function workInTheMemberList(page: Page, { staff: t }: Words): Promise<void> {
  await page.goto(new URL('/staff/members', page.url()).href);
  const main = page.getByRole('main');
  await main.getByRole('table').waitFor();
  await main.getByLabel(t('members.search'), { exact: true }).click();
  await page.keyboard.type('rawat');
  await main.getByLabel(t('members.search'), { exact: true }).clear();
  await choose(main, t('list.state'), 'dormant');
  await choose(main, t('list.state'), '');
  await main
    .getByRole('columnheader', { name: t('member.name') })
    .getByRole('button')
    .click();
  await main
    .getByRole('columnheader', { name: t('member.number') })
    .getByRole('button')
    .click();
  await main.getByRole('button', { name: t('act.more') }).click();
  await main.getByRole('row').nth(3).getByRole('link').first().click();
  await main.getByRole('tab').nth(1).click();
}

async function workInThePassbook(page: Page, { member: t }: Words, { own }: Examples): Promise<void> {
  await page.goto(new URL(`/accounts/${own.depositId}`, page.url()).href);
  await page.getByTestId('passbook').waitFor();
  await page.getByRole('button', { name: t('account.why') }).click();
  await press(page, t('act.hide'));
  await press(page, t('act.show'));
  const more = page.getByRole('button', { name: t('act.more') });
  if (await more.isVisible()) await more.click();
  await page.getByTestId('passbook').getByRole('link').first().click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.goBack();
  await page.getByTestId('passbook').waitFor();
}
