// A regular receipt by keyboard alone, in a real browser: how many keys it takes after the name, how long it takes in
// the hands of somebody, and whether anything the hands may do afterwards pays twice.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startRealServer } from '../servers/real-server.ts';
import { launchBrowser } from './browser.ts';
import { openSocietyByApi } from './society-by-api.ts';
import { fill, follow, optional, press, sees, title } from './society-day/controls.ts';
import { visit } from './visitor.ts';
import { type Words, wordsOf } from './words.ts';

export interface CounterMeasure {
  readonly keysAfterName: number;
  /** From the first letter of the name to the receipt on the screen. */
  readonly milliseconds: number;
  readonly receiptsTaken: number;
  readonly complaints: readonly string[];
}

const AMOUNT = '1100';
const GIVEN = '1500';

export async function measureTheCounter(options: {
  readonly port: number;
  readonly webPort: number;
  /** Between two keys; nothing while only keys are counted. */
  readonly keyMs: number;
}): Promise<CounterMeasure> {
  const { port, webPort, keyMs } = options;
  const folder = mkdtempSync(join(tmpdir(), 'kafal-counter-'));
  const server = await startRealServer({
    dataFolder: folder,
    environment: { PORT: String(port), WEB_PORT: String(webPort) },
  });
  const browser = await launchBrowser();
  try {
    const society = await openSocietyByApi(server);
    const origin = `http://localhost:${webPort}`;
    const visitor = await visit({ browser, name: 'cashier', screen: 'desk', language: 'en', origin });
    const { page } = visitor;
    const words = wordsOf('en');
    const t = words.staff;
    let receiptsTaken = 0;
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/api/receipts')) receiptsTaken += 1;
    });

    await visitor.open('/staff');
    await fill(page, t('login.username'), society.cashier.username);
    await fill(page, t('login.password'), society.cashier.password);
    await press(page, t('login.enter'));
    await openTheTill(page, words);
    // The dues first; after them the member is a regular who saves.
    await chooseMember(page, 'thapa', keyMs);
    await page.getByTestId('act-preview').waitFor();
    await page.keyboard.press('F9');
    await page.getByTestId('issued-receipt').waitFor();
    await page.keyboard.press('F4');
    await sees(page, t('counter.nobody'));

    await page.evaluate(`
      window.keysPressed = 0;
      addEventListener('keydown', ({ isTrusted }) => { if (isTrusted) window.keysPressed += 1; }, { capture: true });
    `);
    const startedAt = performance.now();
    await typed(page, 'thapa', keyMs);
    await page.getByRole('option').first().waitFor();
    const keysOfName = Number(await page.evaluate('window.keysPressed'));
    await page.keyboard.press('Enter');
    await typed(page, AMOUNT, keyMs, t('counter.amount'));
    // Past the two lines that the amount was spread over, to the cash in the member's hand.
    for (let line = 0; line < 3; line += 1) await pressed(page, 'Enter', keyMs);
    await typed(page, GIVEN, keyMs, optional(words, t('counter.cashGiven')));
    await page.getByTestId('act-preview').waitFor();
    await pressed(page, 'F9', keyMs);
    await page.getByTestId('issued-receipt').waitFor();
    const milliseconds = performance.now() - startedAt;
    const keysAfterName = Number(await page.evaluate('window.keysPressed')) - keysOfName;
    await sees(page, words.money('400.00'));

    await doWhatHandsDo(page, words);
    return { keysAfterName, milliseconds, receiptsTaken, complaints: visitor.takeComplaints() };
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function openTheTill(page: Page, words: Words): Promise<void> {
  const t = words.staff;
  const menu = page.getByRole('navigation', { name: t('shell.pages') });
  await follow(menu, t('nav.counter'));
  await follow(page, t('counter.openTill'));
  const nothing = words.money('0.00');
  await press(page, t('till.openWith', { till: 'T1', amount: nothing }));
  await title(page, t('till.titleOpen', { till: 'T1', amount: nothing }));
  await follow(menu, t('nav.counter'));
}

async function chooseMember(page: Page, name: string, keyMs: number): Promise<void> {
  await page.keyboard.press('F2');
  await typed(page, name, keyMs);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
}

/** The receipt stands; the act again, back, and the act once more from the page before. */
async function doWhatHandsDo(page: Page, words: Words): Promise<void> {
  await page.keyboard.press('F9');
  await page.keyboard.press('F4');
  await sees(page, words.staff('counter.nobody'));
  await page.goBack();
  await page.getByTestId('person-card').waitFor();
  await page.keyboard.press('F9');
  await page.goForward();
  await sees(page, words.staff('counter.nobody'));
}

async function typed(page: Page, text: string, keyMs: number, field?: string): Promise<void> {
  if (field !== undefined) {
    const focused = page.locator(':focus').and(page.getByLabel(field, { exact: true }));
    await focused.waitFor();
  }
  for (const letter of text) await pressed(page, letter, keyMs);
}

async function pressed(page: Page, key: string, keyMs: number): Promise<void> {
  if (keyMs > 0) await page.waitForTimeout(keyMs);
  await page.keyboard.press(key);
}
