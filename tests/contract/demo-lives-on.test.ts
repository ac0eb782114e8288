import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { calendarDate } from '@kafal/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DemoScale, openPostOffice, prepareDemo } from '../../apps/server/src/features/demo/index.ts';
import { readConfig } from '../../apps/server/src/platform/config/config.ts';
import { bareEnvironment } from '../servers/real-server.ts';
import { verifyBooksOf } from '../servers/verify-books-of.ts';

const SMALL: DemoScale = { members: 30, begins: calendarDate('2026-09-01'), ends: calendarDate('2026-11-30') };
let dataFolder: string;
let books: DatabaseSync;

const openUntil = async (until?: string) => {
  const post = await openPostOffice(dataFolder);
  return prepareDemo({
    config: readConfig({ ...bareEnvironment(), DATA_DIR: dataFolder }, 'demo'),
    password: 'Kafal-demo-2026',
    scale: SMALL,
    until: until === undefined ? undefined : calendarDate(until),
    post,
    progress: () => {},
  }).finally(post.close);
};
const endedDays = () =>
  books
    .prepare(
      "SELECT businessDate FROM day_end_step WHERE step = 'close-day' AND finishedAt IS NOT NULL ORDER BY 1 DESC",
    )
    .all()
    .map(({ businessDate }) => businessDate);
const count = (sql: string) => Number(Object.values(books.prepare(sql).get() ?? {})[0]);

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'kafal-demo-'));
  await openUntil('2026-12-05');
  books = new DatabaseSync(join(dataFolder, 'kafal.db'), { readOnly: true });
});
afterAll(() => {
  books.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

test('the demo lives on to the morning of the day that is named: each day before it is ended', () => {
  expect(endedDays().slice(0, 5)).toEqual(['2026-12-04', '2026-12-03', '2026-12-02', '2026-12-01', '2026-11-30']);
});

test('it has sent letters, SMS and webhooks to itself: some did not go out, some wait, a receiver is gone and one is paused', () => {
  const states = (channel: string) =>
    books
      .prepare('SELECT DISTINCT state FROM message_delivery WHERE channel = ? ORDER BY 1')
      .all(channel)
      .map(({ state }) => state);
  expect(states('email')).toEqual(expect.arrayContaining(['failed', 'sent', 'waiting']));
  expect(states('sms')).toEqual(expect.arrayContaining(['failed', 'sent', 'unsure']));
  expect(count("SELECT SUM(cost) FROM message_delivery WHERE channel = 'sms'")).toBeGreaterThan(2_000);
  expect(count('SELECT COUNT(*) FROM sms_template WHERE version = 2')).toBe(1);
  expect(count('SELECT COUNT(*) FROM message_channel WHERE downSince IS NOT NULL')).toBe(0);
  const receivers = books.prepare('SELECT state, url FROM webhook ORDER BY id').all();
  expect(receivers.map(({ state }) => state)).toEqual(['on', 'off', 'paused']);
  expect(count("SELECT COUNT(*) FROM webhook_delivery WHERE state = 'delivered' AND attempts > 1")).toBeGreaterThan(0);
  for (const { url } of receivers) expect(new URL(String(url)).hostname).toBe('127.0.0.1');
});

test('its post office is found again where it was, and takes what the rows of the demo are sent to', async () => {
  const post = await openPostOffice(dataFolder);
  const provider = books.prepare('SELECT url FROM sms_provider WHERE endedAt IS NULL').get();
  const answer = await fetch(String(provider?.url), { method: 'POST', body: '{"to":"9400010619","ref":"1"}' });
  await post.close();
  expect(provider?.url).toBe(`${post.origin}/sms`);
  expect(answer.status).toBe(202);
});

test('started again it goes on from there, to the quarter whose interest is credited, and its books agree', async () => {
  const credits = count('SELECT COUNT(*) FROM interest_credit');
  await openUntil('2027-01-02');
  expect(endedDays()[0]).toBe('2027-01-01');
  expect(count("SELECT COUNT(*) FROM interest_credit WHERE periodTo = '2026-12-31'")).toBeGreaterThan(20);
  expect(count('SELECT COUNT(*) FROM interest_credit')).toBeGreaterThan(credits);
  expect(count("SELECT COUNT(*) FROM till_session WHERE status = 'open'")).toBe(0);
  expect(verifyBooksOf(['--database', join(dataFolder, 'kafal.db')])).toBeUndefined();
});

test('where it stands already, nothing is lived again', async () => {
  const entries = count('SELECT COUNT(*) FROM journal_entry');
  const { clock } = await openUntil('2026-12-20');
  expect(count('SELECT COUNT(*) FROM journal_entry')).toBe(entries);
  expect(new Date(clock.now()).toISOString().slice(0, 10)).toBe('2027-01-02');
});
