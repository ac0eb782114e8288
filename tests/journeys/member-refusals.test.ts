// What goes wrong in front of a member, on a phone: the screen says plainly what happened, what was typed stays, and
// nothing is done twice.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fieldSentences } from '@kafal/contract';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type RealServer, startRealServer } from '../servers/real-server.ts';
import {
  ask,
  choosePassword,
  logIn,
  PASSWORD,
  type RealSaver,
  type RealSociety,
  setUpRealSociety,
} from '../servers/real-society.ts';
import { verifyBooksOf } from '../servers/verify-books-of.ts';
import { answerOnce, loseAnswers } from './answer-once.ts';
import { launchBrowser } from './browser.ts';
import { fill, fillDay, follow, noLonger, pick, press, sees, title } from './society-day/controls.ts';
import { type Visitor, visit } from './visitor.ts';
import { wordsOf } from './words.ts';

const words = wordsOf('en');
const t = words.member;
const TRANSFERS = /\/transfers$/;

let folder: string;
let server: RealServer;
let browser: Browser;
let society: RealSociety;
let saver: RealSaver;
let other: RealSaver;
let otherAccount: string;
let phone: Visitor;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kafal-journey-'));
  server = await startRealServer({ dataFolder: folder, environment: { HOST: '127.0.0.1' } });
  browser = await launchBrowser();
  society = await setUpRealSociety(server, 2);
  [saver, other] = society.savers as [RealSaver, RealSaver];
  await payIn('5000.00');
  await choosePassword(server, saver.memberNumber, saver.oneTimeCode);
  await choosePassword(server, other.memberNumber, other.oneTimeCode);
  const others = await logIn(server, 'member', other.memberNumber);
  otherAccount = (
    await ask<{ accountNumber: string }>(server, 'GET', `/api/deposits/${other.depositId}`, { token: others })
  ).accountNumber;
  const origin = `http://localhost:${server.port}`;
  phone = await visit({ browser, name: 'phone', screen: 'phone', language: 'en', origin });
  await phone.open('/');
  await enter();
  await page().getByTestId('latest-entries').waitFor();
});
afterEach(() => {
  expect(phone.takeComplaints()).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  const wrong = verifyBooksOf(['--database', join(folder, 'kafal.db')]);
  rmSync(folder, { recursive: true, force: true });
  expect(wrong).toBeUndefined();
});

const page = () => phone.page;

async function enter(): Promise<void> {
  await fill(page(), t('login.identifier'), saver.memberNumber);
  await fill(page(), t('login.password'), PASSWORD);
  await press(page(), t('login.act'));
}

const payIn = (amount: string) =>
  ask(server, 'POST', '/api/receipts', {
    token: society.tokens.cashier,
    body: {
      memberId: saver.memberId,
      lines: [{ kind: 'savings', depositId: saver.depositId, amount }],
      mode: 'cash',
    },
  });

async function balance(): Promise<string> {
  const path = `/api/deposits/${saver.depositId}`;
  return (
    await ask<{ balance: string }>(server, 'GET', path, { token: await logIn(server, 'member', saver.memberNumber) })
  ).balance;
}

async function typeTransfer(amount: string): Promise<void> {
  await phone.open('/transfer');
  await title(page(), t('transfer.title'));
  await pick(page(), t('transfer.toMember'));
  await fill(page(), t('transfer.accountNumber'), otherAccount);
  await fill(page(), t('transfer.amount'), amount);
}

const typedAmount = () => page().getByLabel(t('transfer.amount'), { exact: true }).inputValue();

/** As the society or the owner would do elsewhere: the page itself does not hear of it. */
const endSessionElsewhere = () =>
  page().evaluate(`fetch('/api/auth/logout', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-kafal-client': 'web' },
    body: '{"audience":"member"}',
  }).then((answer) => answer.ok)`);

test('a transfer whose answer was lost is made once, even after the phone was closed', async () => {
  await typeTransfer('700');
  await press(page(), t('transfer.look'));
  await title(page(), t('transfer.previewTitle', { amount: words.money('700.00') }));
  phone.lineIsCut = true;
  // The page tries three times by itself before it gives up and says so.
  const keys = await loseAnswers(page(), TRANSFERS, 3);
  await press(page(), t('transfer.send'));
  await sees(page(), t('transfer.maybeSent'));
  await sees(page().getByRole('alert'), t('problem.lineLost'));
  expect([keys.length, new Set(keys).size]).toEqual([3, 1]);
  phone.lineIsCut = false;

  await phone.open('/transfer');
  await title(page(), t('transfer.unansweredTitle'));
  await sees(page(), words.money('700.00'));
  const sent = page().waitForRequest((request) => request.method() === 'POST' && TRANSFERS.test(request.url()));
  await press(page(), t('transfer.send'));
  expect((await sent).headers()['idempotency-key']).toBe(keys[0]);
  await title(page(), t('transfer.doneTitle'));
  expect(await balance()).toBe('4300.00');
});

test('the back button after a transfer leads to an empty form, and forward to the receipt again', async () => {
  await typeTransfer('300');
  await press(page(), t('transfer.look'));
  await title(page(), t('transfer.previewTitle', { amount: words.money('300.00') }));
  await page().goBack();
  await title(page(), t('transfer.title'));
  expect(await typedAmount()).toBe('300');
  await page().goForward();
  await press(page(), t('transfer.send'));
  await title(page(), t('transfer.doneTitle'));
  await page().goBack();
  await title(page(), t('transfer.title'));
  expect(await typedAmount()).toBe('');
  await page().goForward();
  await title(page(), t('transfer.doneTitle'));
  expect(await balance()).toBe('4000.00');
});

test('a slip is told as its field is left, and nothing is sent for it', async () => {
  await phone.open('/transfer');
  await title(page(), t('transfer.title'));
  await pick(page(), t('transfer.toMember'));
  await leaveWith(t('transfer.amount'), '0');
  await sees(page(), fieldSentences.en.MONEY_ZERO);
  await leaveWith(t('transfer.amount'), '50');
  await noLonger(page().getByText(fieldSentences.en.MONEY_ZERO));

  await follow(page(), t('profile.title'));
  await press(page(), t('profile.editContact'));
  await leaveWith(t('apply.phone'), '98112');
  await sees(page(), t('apply.phoneMalformed'));
  // Empty is not wrong before the form is sent: somebody may be about to write it anew.
  await leaveWith(t('apply.phone'), '');
  await noLonger(page().getByText(t('apply.phoneMalformed')));
  await press(page(), t('act.cancel'));
});

async function leaveWith(label: string, text: string): Promise<void> {
  const field = page().getByLabel(label, { exact: true });
  await field.fill(text);
  await field.blur();
}

test('a server that is asked too much says when to come again, one that fails says so, and the form stays', async () => {
  await typeTransfer('50');
  phone.expectRefusal(429, '/transfers');
  const busy = { status: 429, code: 'TOO_MANY_REQUESTS', detail: 'That was a lot at once.' };
  await answerOnce(page(), TRANSFERS, 429, busy, { 'retry-after': '30' });
  await press(page(), t('transfer.look'));
  await sees(page().getByRole('alert'), t('problem.wait', { count: 30 }));
  phone.expectRefusal(500, '/transfers');
  await answerOnce(page(), TRANSFERS, 500, { status: 500, code: 'INTERNAL_ERROR', detail: 'Nothing was written.' });
  await press(page(), t('transfer.look'));
  await sees(page().getByRole('alert'), 'Nothing was written.');
  expect(await typedAmount()).toBe('50');
  await press(page(), t('transfer.look'));
  await title(page(), t('transfer.previewTitle', { amount: words.money('50.00') }));
  await press(page(), t('transfer.change'));
  await title(page(), t('transfer.title'));
});

test('a session that ends elsewhere asks to log in again, and both forms are as they were', async () => {
  await follow(page(), t('profile.title'));
  await press(page(), t('profile.editContact'));
  await fill(page(), t('apply.addressLine'), 'House 99, Half Typed');
  await typeTransferAfterProfile();
  expect(await endSessionElsewhere()).toBe(true);
  phone.mayBeRefused(401);
  await press(page(), t('transfer.look'));
  await sees(page(), t('login.ended'));
  await sees(page(), t('login.typedStays'));
  await enter();
  await title(page(), t('transfer.title'));
  expect(await typedAmount()).toBe('50');
  await follow(page(), t('profile.title'));
  expect(await page().getByLabel(t('apply.addressLine'), { exact: true }).inputValue()).toBe('House 99, Half Typed');
  await press(page(), t('act.cancel'));
  await press(page(), t('profile.editContact'));
  expect(await page().getByLabel(t('apply.addressLine'), { exact: true }).inputValue()).not.toBe(
    'House 99, Half Typed',
  );
  phone.mayBeRefused(undefined);
});

/** Within the page: what a reload would forget stays. */
async function typeTransferAfterProfile(): Promise<void> {
  await page().getByRole('banner').getByRole('link').first().click();
  await follow(page().getByRole('main'), t('home.transfer'));
  await title(page(), t('transfer.title'));
  expect(await typedAmount()).toBe('50');
}

test('a list that was opened again from what the phone had kept still refreshes by itself', async () => {
  const before = await keptBytes();
  await phone.open('/receipts');
  const first = page().getByRole('main').getByRole('listitem').first();
  await first.waitFor();
  await expect.poll(keptBytes, { timeout: 30_000 }).not.toBe(before);
  await page().reload();
  await first.waitFor();
  await sees(page(), t('line.live'));
  await payIn('12.00');
  await sees(first, words.money('12.00'));
});

/** How much this phone keeps of what its owner was shown; sealed, so nobody sees what it is. */
const keptBytes = () =>
  page().evaluate(`new Promise((resolve) => {
    const opening = indexedDB.open('kafal-member', 1);
    opening.onsuccess = () => {
      const asked = opening.result.transaction('kept').objectStore('kept').get('answers');
      asked.onsuccess = () => resolve(asked.result?.sealed.byteLength ?? 0);
    };
  })`);

test('an application whose answer was lost is taken once, and its number is there when it is looked up', async () => {
  const visitor = await visit({ browser, name: 'applicant', screen: 'phone', language: 'en', origin: phone.origin });
  const { page: form } = visitor;
  await visitor.open('/apply');
  await title(form, t('apply.step.identity'));
  await fill(form, t('apply.name'), 'Deepa Joshi');
  await fillDay(form, words, t('apply.dateOfBirth'), ['1', '2', '1990']);
  await pick(form, t('apply.female'));
  await fill(form, t('apply.phone'), '9123456701');
  await press(form, t('act.next'));
  await fill(form, t('apply.addressLine'), 'House 3');
  await fill(form, t('apply.locality'), 'Hilltop');
  await fill(form, t('apply.district'), 'Dehradun');
  await fill(form, t('apply.state'), 'Uttarakhand');
  await fill(form, t('apply.postalCode'), '248001');
  await press(form, t('act.next'));
  await fill(form, t('apply.occupation'), 'Tailor');
  await press(form, t('act.next'));
  await fill(form, t('apply.nomineeName'), 'Mohan Joshi');
  await fill(form, t('apply.nomineeRelation'), 'husband');
  await fillDay(form, words, t('apply.dateOfBirth'), ['1', '2', '1988']);
  await fill(form, t('apply.nomineeShare'), '100');
  await press(form, t('act.next'));
  await press(form, t('act.next'));
  await form.getByRole('checkbox').check();

  visitor.lineIsCut = true;
  const keys = await loseAnswers(form, /\/register$/, 3);
  await press(form, t('apply.send'));
  await sees(form, t('apply.maybeSent'));
  expect([keys.length, new Set(keys).size]).toEqual([3, 1]);
  visitor.lineIsCut = false;
  await press(form, t('apply.send'));
  await title(form, t('apply.doneTitle'));
  const trackingNumber = (await form.getByTestId('tracking-number').innerText()).trim();

  // Back is not the form again: what was sent was sent.
  await form.goBack();
  await title(form, t('apply.doneTitle'));
  const path = '/api/admin/member-requests?q=Deepa';
  const { items } = await ask<{ items: object[] }>(server, 'GET', path, { token: society.tokens.manager });
  expect(items).toMatchObject([{ trackingNumber }]);

  await visitor.open('/application');
  expect(await form.getByLabel(t('status.trackingNumber'), { exact: true }).inputValue()).toBe(trackingNumber);
  await fill(form, t('apply.phone'), '9123456701');
  await press(form, t('status.look'));
  await sees(form, words.papers('paper.identity_proof'));
  await form.getByLabel(words.papers('paper.photo'), { exact: true }).setInputFiles({
    name: 'face.png',
    mimeType: 'image/png',
    buffer: Buffer.from(ONE_POINT, 'base64'),
  });
  await sees(form, t('photo.received'));
  await visitor.look('application-with-wanted-papers');
  expect(visitor.takeComplaints()).toEqual([]);
  await visitor.close();
});

/** The smallest picture there is. */
const ONE_POINT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
