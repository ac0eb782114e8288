// Whatever a clerk knows of somebody leads to them from any page, by the keyboard alone: a number, a phone, a name as it
// sounds in either script; and so do a receipt's number and the words of a page or of an act.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RealServer, startRealServer } from '../servers/real-server.ts';
import { ask, choosePassword, PASSWORD, type RealSociety, setUpRealSociety } from '../servers/real-society.ts';
import { applicant } from '../society/open-society.ts';
import { launchBrowser } from './browser.ts';
import { fill, noLonger, press, sees, title } from './society-day/controls.ts';
import { type Visitor, visit } from './visitor.ts';
import { wordsOf } from './words.ts';

/** Member 1 Rawat */
const { name, phone } = applicant(1);

let folder: string;
let server: RealServer;
let browser: Browser;
let society: RealSociety;
let receiptNumber: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kafal-journey-'));
  server = await startRealServer({ dataFolder: folder, environment: { HOST: '127.0.0.1' } });
  browser = await launchBrowser();
  society = await setUpRealSociety(server, 1);
  const { items } = await ask<{ items: { number: string }[] }>(server, 'GET', '/api/receipts', {
    token: society.tokens.cashier,
  });
  receiptNumber = items[0]?.number ?? '';
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(['en', 'hi'] as const)('in %s', (language) => {
  const words = wordsOf(language);
  const t = words.staff;
  let clerk: Visitor;

  beforeAll(async () => {
    const username = `clerk-${language}`;
    const { oneTimeCode } = await ask<{ oneTimeCode: string }>(server, 'POST', '/api/admin/users', {
      token: society.tokens.admin,
      body: { username, name: 'Kiran Bisht', role: 'cashier', language },
    });
    await choosePassword(server, username, oneTimeCode);
    const origin = `http://localhost:${server.port}`;
    clerk = await visit({ browser, name: username, screen: 'desk', language, origin });
    await clerk.open('/staff');
    await fill(clerk.page, t('login.username'), username);
    await fill(clerk.page, t('login.password'), PASSWORD);
    await press(clerk.page, t('login.enter'));
    await sees(clerk.page, t('line.live'));
  });
  afterAll(() => clerk?.close());

  async function openPalette(): Promise<Locator> {
    await clerk.page.keyboard.press('Control+k');
    const box = clerk.page.getByRole('combobox', { name: t('palette.title') });
    await box.and(clerk.page.locator(':focus')).waitFor();
    return box;
  }

  /** Opens, types, goes down to what is meant, and enters; never the mouse. */
  async function goTo(typed: string, meant: RegExp | string): Promise<void> {
    const { page } = clerk;
    const box = await openPalette();
    await page.keyboard.type(typed);
    const wanted = page.getByRole('option', { name: meant, exact: typeof meant === 'string' });
    await wanted.waitFor();
    const all = await page.getByRole('option').count();
    for (let step = 0; step < all && (await wanted.getAttribute('aria-selected')) !== 'true'; step += 1) {
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
    await noLonger(box);
  }

  test.each([
    ['the number', () => society.savers[0]?.memberNumber ?? ''],
    ['the phone, in the digits of the language', () => words.typed(phone)],
    ['the name, misspelt', () => 'ravatt'],
    ['the name in Devanagari', () => 'रावत'],
  ])('a member is found by %s', async (_, typed) => {
    await goTo(t('nav.savings'), t('nav.savings'));
    await clerk.page.waitForURL('**/staff/savings*');
    await goTo(typed(), new RegExp(`^${name}`));
    await title(clerk.page, new RegExp(name));
    expect(new URL(clerk.page.url()).pathname).toBe(`/staff/members/${society.savers[0]?.memberId}`);
    expect(clerk.takeComplaints()).toEqual([]);
  });

  test('a receipt is found by its number', async () => {
    await goTo(receiptNumber, new RegExp(t('palette.receipt', { number: receiptNumber })));
    await sees(clerk.page.getByRole('main'), receiptNumber);
    expect(new URL(clerk.page.url()).pathname).toMatch(/^\/staff\/receipts\/\d+$/);
    expect(clerk.takeComplaints()).toEqual([]);
  });

  test('a page and an act are found by their words', async () => {
    await goTo(t('nav.members'), t('nav.members'));
    await clerk.page.waitForURL('**/staff/members*');
    await goTo(t('act.payOut'), t('act.payOut'));
    await clerk.page.waitForURL('**/staff/counter?desk=withdraw');
    expect(clerk.takeComplaints()).toEqual([]);
  });
});
