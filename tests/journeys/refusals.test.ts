// What goes wrong in front of somebody, in a real browser: the screen says plainly what happened, what was typed stays,
// and nothing is done twice.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fieldSentences } from '@kafal/contract';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type RealServer, startRealServer } from '../servers/real-server.ts';
import { verifyBooksOf } from '../servers/verify-books-of.ts';
import { answerOnce, loseAnswers } from './answer-once.ts';
import { launchBrowser } from './browser.ts';
import { type Line, layLine } from './line.ts';
import { type OpenedSociety, openSocietyByApi } from './society-by-api.ts';
import { dialogOf, fill, follow, press, sees, title } from './society-day/controls.ts';
import { type Visitor, visit } from './visitor.ts';
import { wordsOf } from './words.ts';

const words = wordsOf('en');
const t = words.staff;

let folder: string;
let server: RealServer;
let line: Line;
let browser: Browser;
let society: OpenedSociety;
let cashier: Visitor;
let manager: Visitor;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kafal-journey-'));
  server = await startRealServer({ dataFolder: folder, environment: { HOST: '127.0.0.1' } });
  line = await layLine(server.port);
  browser = await launchBrowser();
  society = await openSocietyByApi(server);
  cashier = await comeIn('cashier');
  manager = await comeIn('manager');
});
afterEach(() => {
  expect([...cashier.takeComplaints(), ...manager.takeComplaints()]).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await line?.close();
  await server?.stop();
  const wrong = verifyBooksOf(['--database', join(folder, 'kafal.db')]);
  rmSync(folder, { recursive: true, force: true });
  expect(wrong).toBeUndefined();
});

async function comeIn(name: 'cashier' | 'manager'): Promise<Visitor> {
  const origin = `http://localhost:${line.port}`;
  const visitor = await visit({ browser, name, screen: 'desk', language: 'en', origin });
  await visitor.open('/staff');
  await enter(visitor.page, name);
  await sees(visitor.page, t('line.live'));
  return visitor;
}

async function enter(page: Page, name: string): Promise<void> {
  await fill(page, t('login.username'), name);
  await fill(page, t('login.password'), society.cashier.password);
  await press(page, t('login.enter'));
}

const menu = (page: Page) => page.getByRole('navigation', { name: t('shell.pages') });

const LOG_OUT = `fetch('/api/auth/logout', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-kafal-client': 'web' },
    body: '{"audience":"staff"}',
  }).then((answer) => answer.ok)`;

/** As an administrator or the owner would do elsewhere: the page itself does not hear of it. */
const endSessionElsewhere = (page: Page) => page.evaluate(LOG_OUT);

const register = async (name: string, phone: string): Promise<string> => {
  const answer = await fetch(`${server.api}/api/members/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      name,
      dateOfBirth: '1990-01-01',
      gender: 'female',
      phone,
      addressLine: 'House 1',
      locality: 'Hilltop',
      district: 'Dehradun',
      state: 'Uttarakhand',
      postalCode: '248001',
      occupation: 'Tailor',
      accountType: 'none',
      language: 'en',
      nominees: [{ name: 'Somebody', relation: 'mother', dateOfBirth: '1960-01-01', sharePercent: '100.00' }],
      consent: true,
    }),
  });
  expect(answer.status).toBe(201);
  return name;
};

test('a line that breaks while a receipt is taken loses nothing typed and takes the money once', async () => {
  const { page } = cashier;
  const { member } = society;
  await follow(menu(page), t('nav.counter'));
  await follow(page, t('counter.openTill'));
  await press(page, t('till.openWith', { till: 'T1', amount: words.money('0.00') }));
  await title(page, t('till.titleOpen', { till: 'T1', amount: words.money('0.00') }));
  await follow(menu(page), t('nav.counter'));
  const finder = page.getByLabel(t('counter.find'), { exact: true }).and(page.locator('input'));
  await finder.fill(member.memberNumber);
  await page.getByRole('option', { name: new RegExp(member.name) }).waitFor();
  await finder.press('Enter');
  await page.getByTestId('act-preview').waitFor();

  const keys: string[] = [];
  page.on('request', (request) => {
    const isReceipt = request.method() === 'POST' && request.url().endsWith('/api/receipts');
    if (isReceipt) keys.push(request.headers()['idempotency-key'] ?? '');
  });
  const take = `${t('counter.take', { amount: words.money(member.dues) })} F9`;
  for (const visitor of [cashier, manager]) visitor.lineIsCut = true;
  line.cut();
  await press(page, take);
  // The page tries three times by itself before it gives up and says so.
  await expect.poll(() => keys.length, { timeout: 30_000 }).toBe(3);
  await page.getByRole('button', { name: take, exact: true }).and(page.locator(':not([data-loading])')).waitFor();
  await sees(page.getByRole('alert'), t('problem.lineLost'));
  await sees(page, t('line.lost'));
  await page.getByTestId('act-preview').waitFor();
  line.mend();
  await sees(page, t('line.live'));
  await sees(manager.page, t('line.live'));
  for (const visitor of [cashier, manager]) visitor.lineIsCut = false;
  await press(page, take);
  await page.getByTestId('issued-receipt').waitFor();
  // Every try carried the same key, so whichever arrived was the same payment.
  expect(new Set(keys).size).toBe(1);

  // Back and forth after the payment: the receipt stays one.
  await page.goBack();
  await page.goForward();
  expect(await countReceipts(page)).toBe(1);
});

const RECEIPTS = /\/api\/receipts$/;

/** A receipt into savings that arrives, is done, and is never answered for. */
async function loseReceipt(page: Page, amount: string): Promise<string[]> {
  const { member } = society;
  await follow(menu(page), t('nav.counter'));
  const finder = page.getByLabel(t('counter.find'), { exact: true }).and(page.locator('input'));
  await finder.fill(member.memberNumber);
  await page.getByRole('option', { name: new RegExp(member.name) }).waitFor();
  await finder.press('Enter');
  await fill(page, t('counter.amount'), amount);
  await page.getByTestId('act-preview').waitFor();
  // The page tries three times by itself before it gives up and says so.
  const keys = await loseAnswers(page, RECEIPTS, 3);
  cashier.lineIsCut = true;
  await press(page, `${t('counter.take', { amount: words.money(amount) })} F9`);
  await sees(page.getByRole('alert'), t('problem.lineLost'));
  cashier.lineIsCut = false;
  return keys;
}

const unansweredTitle = (amount: string) =>
  t('counter.unanswered.receipt', {
    number: society.member.memberNumber,
    name: society.member.name,
    amount: words.money(amount),
  });

async function logOutOf(page: Page, name: string): Promise<void> {
  await press(page, t('account.menuOf', { name }));
  await press(page, t('login.out'));
}

async function countReceipts(page: Page): Promise<number> {
  await follow(menu(page), t('nav.counterReceipts'));
  const receipts = page.getByRole('table').locator('tbody tr');
  await receipts.first().waitFor();
  return receipts.count();
}

test('a receipt without an answer is asked for again after a reload, and is one receipt', async () => {
  const { page } = cashier;
  const keys = await loseReceipt(page, '1500.00');
  expect([keys.length, new Set(keys).size]).toEqual([3, 1]);
  await page.reload();
  await sees(page, unansweredTitle('1500.00'));
  await cashier.look('counter-unanswered');
  const focused = page.locator('button:focus');
  expect(await focused.textContent()).toBe(t('counter.askAgain'));
  const again = page.waitForRequest((request) => request.method() === 'POST' && RECEIPTS.test(request.url()));
  await press(page, t('counter.askAgain'));
  expect((await again).headers()['idempotency-key']).toBe(keys[0]);
  await sees(page.getByTestId('issued-receipt'), words.money('1500.00'));
  expect(await countReceipts(page)).toBe(2);
  await follow(menu(page), t('nav.counter'));
  await sees(page, t('counter.nobody'));
});

test('nobody else is told of it, and its cashier lets go of it only with the books before them', async () => {
  const { page } = cashier;
  await loseReceipt(page, '250.00');
  // Another amount would be a second act: the first one is cleared up before.
  await fill(page, t('counter.amount'), '260');
  await sees(page, unansweredTitle('250.00'));
  await logOutOf(page, 'The cashier');
  await enter(page, 'manager');
  await follow(menu(page), t('nav.counter'));
  await sees(page, t('counter.nobody'));
  await logOutOf(page, 'The manager');
  await enter(page, 'cashier');
  await follow(menu(page), t('nav.counter'));
  await sees(page, unansweredTitle('250.00'));
  await press(page, t('counter.letGo'));
  await sees(dialogOf(page), words.money('250.00'));
  await cashier.look('counter-let-go');
  await press(dialogOf(page), t('counter.letGoNow'));
  await sees(page, t('counter.nobody'));
  expect(await countReceipts(page)).toBe(3);
});

test('a session that ends elsewhere asks to log in again, and the form is as it was', async () => {
  const { page } = cashier;
  await follow(menu(page), t('nav.applications'));
  await follow(page, t('applications.register'));
  await fill(page, t('member.name'), 'Half Written Down');
  cashier.mayBeRefused(401);
  expect(await endSessionElsewhere(page)).toBe(true);
  await page.getByLabel(t('member.phone'), { exact: true }).fill('9123456789');
  // The page finds out when it next asks the server for news.
  await page.evaluate("dispatchEvent(new Event('online'))");
  await title(page, t('login.ended'));
  await enter(page, 'cashier');
  await title(page, t('register.title'));
  expect(await page.getByLabel(t('member.name'), { exact: true }).inputValue()).toBe('Half Written Down');
  expect(await page.getByLabel(t('member.phone'), { exact: true }).inputValue()).toBe('9123456789');
  cashier.mayBeRefused(undefined);
});

test('a panel that stood open does not stand over the log-in', async () => {
  const { page } = manager;
  const name = await register('Waits For A Decision', '9100000001');
  await follow(menu(page), t('nav.applications'));
  await follow(page, name);
  await press(page, t('application.reject'));
  await fill(dialogOf(page), t('act.reason'), 'The papers are of somebody else');
  manager.mayBeRefused(401);
  // Pressed in the moment the log-out is done: the line that breaks with it brings the log-in by itself a little later.
  const pressed = await page.evaluate(`${LOG_OUT}.then((isOut) => {
    const said = ${JSON.stringify(t('application.rejectNow'))};
    const [button] = [...document.querySelectorAll('[role=dialog] button')].filter((one) => one.textContent === said);
    button.click();
    return isOut;
  })`);
  expect(pressed).toBe(true);
  await title(page, t('login.ended'));
  await enter(page, 'manager');
  expect(await dialogOf(page).getByLabel(t('act.reason'), { exact: true }).inputValue()).toBe(
    'The papers are of somebody else',
  );
  manager.mayBeRefused(undefined);
  await press(dialogOf(page), t('act.cancel'));
});

test('a server that is asked too much says when to come again; one that fails says that nothing was written', async () => {
  const { page } = manager;
  const busy = { status: 429, code: 'TOO_MANY_REQUESTS', detail: 'That was a lot at once.' };
  manager.expectRefusal(429, '/api/members');
  await answerOnce(page, '/api/members', 429, busy, { 'retry-after': '30' });
  await follow(menu(page), t('nav.members'));
  await sees(page.getByRole('alert'), t('problem.wait', { count: 30 }));
  await press(page.getByRole('alert'), t('act.retry'));
  await page.getByRole('link', { name: society.member.name }).waitFor();

  const name = await register('Meets A Broken Server', '9100000002');
  await follow(menu(page), t('nav.applications'));
  await follow(page, name);
  const approve = /\/api\/admin\/member-requests\/\d+\/approve$/;
  manager.expectRefusal(500, '/approve');
  await answerOnce(page, approve, 500, { status: 500, code: 'INTERNAL_ERROR', detail: 'Nothing was written.' });
  await press(page, t('application.approve'));
  await sees(page.getByRole('alert'), 'Nothing was written.');
  await press(page, t('application.approve'));
  await title(page, t('application.title.approved', { name }));
});

test('when somebody else decided first, the second decision is refused and the page shows the first one', async () => {
  const { page } = manager;
  const name = await register('Decided By Two', '9100000003');
  await follow(menu(page), t('nav.applications'));
  await follow(page, name);
  await press(page, t('application.reject'));
  await fill(dialogOf(page), t('act.reason'), 'Lives outside the area');
  // The first decision, sent from here so that no word of it reaches the page before the second.
  const approve = await page.evaluate(`(async () => {
    const id = location.pathname.split('/').at(-1);
    const login = await fetch('/api/auth/admin/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ identifier: 'admin', password: ${JSON.stringify(society.cashier.password)} }),
    });
    const { accessToken } = await login.json();
    return (await fetch('/api/admin/member-requests/' + id + '/approve', {
      method: 'PUT',
      headers: { 'content-type': 'application/json', authorization: 'Bearer ' + accessToken },
      body: '{}',
    })).status;
  })()`);
  expect(approve).toBe(200);
  manager.expectRefusal(409, '/reject');
  const refused = page.waitForResponse((answer) => answer.url().endsWith('/reject') && answer.status() === 409);
  await press(dialogOf(page), t('application.rejectNow'));
  await refused;
  await title(page, t('application.title.approved', { name }));
});

test('a form tells a slip as its field is left, and is not left by mistake', async () => {
  const { page } = manager;
  await follow(menu(page), t('nav.members'));
  await follow(page, society.member.name);
  await press(page, t('status.change'));
  const panel = page.getByRole('dialog', { name: t('status.changeOf', { name: society.member.name }) });
  const reason = panel.getByLabel(t('act.reason'), { exact: true });
  await reason.fill('abc');
  await page.keyboard.press('Tab');
  await sees(panel, fieldSentences.en.TEXT_TOO_SHORT);

  await page.keyboard.press('Escape');
  await sees(page, t('unsaved.title'));
  await press(page, t('unsaved.stay'));
  expect(await reason.inputValue()).toBe('abc');
  await page.keyboard.press('Escape');
  await press(page, t('unsaved.leave'));
  await panel.waitFor({ state: 'hidden' });
});
