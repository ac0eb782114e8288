// What people type is text on every screen that shows it. Sixty texts that would run in a careless page are put into notices, names,
// addresses, notes and narrations, and the pages that show them are opened: nothing runs, nothing is fetched, and each text can
// be read as it was typed.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeLetter } from '../../apps/server/src/features/deliveries/write-letter.ts';
import { pdfFlaw } from '../../apps/server/src/features/files/check-pdf.ts';
import { type RealServer, startRealServer } from '../servers/real-server.ts';
import {
  ask,
  choosePassword,
  hire,
  PASSWORD,
  type RealSociety,
  send,
  setUpRealSociety,
} from '../servers/real-society.ts';
import { applicant } from '../society/open-society.ts';
import { launchBrowser } from './browser.ts';
import { CANARY, PAYLOADS } from './script-texts/payloads.ts';
import { fill, press, sees } from './society-day/controls.ts';
import { type Visitor, visit } from './visitor.ts';
import { wordsOf } from './words.ts';

const { staff, member } = wordsOf('en');
/** What every page of the lists below shows of it. */
const FIRST = PAYLOADS[0] ?? '';

let folder: string;
let server: RealServer;
let browser: Browser;
let society: RealSociety;
let noticeId = '';
let applicationId = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kafal-journey-'));
  server = await startRealServer({ dataFolder: folder, environment: { HOST: '127.0.0.1', RATE_USER: '10000' } });
  browser = await launchBrowser();
  society = await setUpRealSociety(server, 1);
  const accountant = await hire(server, society.tokens.admin, 'accountant');
  // The first comes last, so that it stands on top of every list.
  for (const text of PAYLOADS.toReversed()) await typeEverywhere(text, accountant);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function typeEverywhere(text: string, accountant: string): Promise<void> {
  const { manager, cashier } = society.tokens;
  const memberId = society.savers[0]?.memberId;
  await ask(server, 'POST', `/api/members/${memberId}/notes`, { token: cashier, body: { text } });
  const notice = {
    ...{ kind: 'urgent', priority: text === FIRST ? 'high' : 'medium', audience: 'everyone' },
    texts: [{ language: 'en', title: text, text: `${text}\n${text}` }],
  };
  ({ id: noticeId } = await ask<{ id: string }>(server, 'POST', '/api/notices', { token: manager, body: notice }));
  await ask(server, 'POST', `/api/notices/${noticeId}/publication`, { token: manager });
  await ask(server, 'POST', '/api/vouchers', {
    token: accountant,
    body: {
      kind: 'expense',
      lines: [
        { accountCode: '5203', side: 'debit', amount: '1.00' },
        { accountCode: '1201', side: 'credit', amount: '1.00' },
      ],
      narration: text,
    },
  });
  const place = PAYLOADS.indexOf(text) + 10;
  const named = { ...applicant(place), name: `Rawat ${text}`, addressLine: text, locality: text, occupation: text };
  const { status } = await send(server, 'POST', '/api/admin/member-requests', { token: cashier, body: named });
  // A name or an address that cannot be one is refused; it is shown nowhere then.
  if (status !== 201) expect(status).toBe(400);
}

async function findApplication(): Promise<void> {
  const { items } = await ask<{ items: { id: string }[] }>(server, 'GET', '/api/admin/member-requests?limit=1', {
    token: society.tokens.manager,
  });
  applicationId = items[0]?.id ?? '';
}

const seen: string[] = [];
/** Opens a page, waits for the first text on it, and looks whether any ran. */
async function looks(visitor: Visitor, path: string, tab?: string): Promise<void> {
  await visitor.open(path);
  if (tab !== undefined) await visitor.page.getByRole('tab', { name: tab, exact: true }).click();
  await sees(visitor.page, FIRST);
  // Whatever would run when it comes into sight or is pointed at gets its chance.
  await visitor.page.keyboard.press('End');
  await visitor.page.mouse.move(300, 300);
  expect(await visitor.page.evaluate(`typeof top.${CANARY}`)).toBe('undefined');
  expect(visitor.takeComplaints()).toEqual([]);
  seen.push(path);
}

describe('at the office', () => {
  let visitor: Visitor;
  beforeAll(async () => {
    await findApplication();
    visitor = await visit({
      browser,
      name: 'manager',
      screen: 'desk',
      language: 'en',
      origin: `http://localhost:${server.port}`,
    });
    visitor.page.on('dialog', (dialog) => expect.unreachable(`the page says ${dialog.message()}`));
    await visitor.open('/staff');
    await fill(visitor.page, staff('login.username'), 'manager');
    await fill(visitor.page, staff('login.password'), PASSWORD);
    await press(visitor.page, staff('login.enter'));
    await sees(visitor.page, staff('line.live'));
  });
  afterAll(() => visitor?.close());

  const pages: [string, () => string][] = [
    ['the first page', () => '/staff'],
    ['notices', () => '/staff/notice-board'],
    ['a notice', () => `/staff/notice-board/${noticeId}`],
    ['notifications', () => '/staff/notifications'],
    ['applications', () => '/staff/applications'],
    ['an application', () => `/staff/applications/${applicationId}`],
    ['approvals', () => '/staff/approvals'],
    ['audit log', () => '/staff/audit'],
  ];
  test.each(pages)('%s', (_name, path) => looks(visitor, path()));
  test('the notes on a member', () =>
    looks(
      visitor,
      `/staff/members/${society.savers[0]?.memberId}`,
      staff('member.tabNotes', { count: PAYLOADS.length }),
    ));
});

describe('on a phone', () => {
  let visitor: Visitor;
  beforeAll(async () => {
    const { memberNumber = '', oneTimeCode = '' } = society.savers[0] ?? {};
    await choosePassword(server, memberNumber, oneTimeCode);
    visitor = await visit({
      browser,
      name: 'member',
      screen: 'phone',
      language: 'en',
      origin: `http://localhost:${server.port}`,
    });
    visitor.page.on('dialog', (dialog) => expect.unreachable(`the page says ${dialog.message()}`));
  });
  afterAll(() => visitor?.close());

  test('the public notices', () => looks(visitor, '/notices'));
  test('a public notice', () => looks(visitor, `/notices/${noticeId}`));
  test('the first page, with the banner', async () => {
    const { memberNumber = '' } = society.savers[0] ?? {};
    await visitor.open('/');
    await fill(visitor.page, member('login.identifier'), memberNumber);
    await fill(visitor.page, member('login.password'), PASSWORD);
    await press(visitor.page, member('login.act'));
    await sees(visitor.page, FIRST);
    await looks(visitor, '/');
  });
  test('notices', () => looks(visitor, '/notices'));
  test('a notice', () => looks(visitor, `/notices/${noticeId}`));
  test('notifications', () => looks(visitor, '/notifications'));
});

test('the paper of a notice does nothing by itself', async () => {
  const paper = await fetch(`${server.api}/api/notices/${noticeId}/notice.pdf`, {
    headers: { authorization: `Bearer ${society.tokens.manager}` },
  });
  expect(paper.status).toBe(200);
  expect(pdfFlaw(Buffer.from(await paper.arrayBuffer()))).toBeUndefined();
});

test('no letter runs or fetches anything, in a page without a content policy', async () => {
  const page = await browser.newPage();
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  page.on('dialog', (dialog) => expect.unreachable(`the letter says ${dialog.message()}`));
  for (const text of PAYLOADS) {
    const { html } = writeLetter({
      ...{ event: 'notice.published', language: 'en', person: text, title: text, text, happened: text },
      society: { name: text, lines: [text] },
    });
    await page.setContent(html);
    expect(await page.evaluate(`typeof top.${CANARY}`), text).toBe('undefined');
  }
  expect(fetched).toEqual([]);
  // The page would have run it: a letter that forgets to escape is found here.
  await page.setContent(FIRST);
  expect(await page.evaluate(`typeof top.${CANARY}`)).toBe('number');
  await page.close();
});

test('ten screens at the least were looked at', () => {
  expect(new Set(seen).size).toBeGreaterThanOrEqual(10);
});
