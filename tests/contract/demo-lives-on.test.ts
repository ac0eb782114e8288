import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { calendarDate } from '@kafal/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DemoScale, prepareDemo } from '../../apps/server/src/features/demo/index.ts';
import { readConfig } from '../../apps/server/src/platform/config/config.ts';
import { bareEnvironment } from '../servers/real-server.ts';
import { verifyBooksOf } from '../servers/verify-books-of.ts';

const SMALL: DemoScale = { members: 30, begins: calendarDate('2026-09-01'), ends: calendarDate('2026-11-30') };
let dataFolder: string;
let books: DatabaseSync;

const openUntil = (until?: string) =>
  prepareDemo({
    config: readConfig({ ...bareEnvironment(), DATA_DIR: dataFolder }, 'demo'),
    password: 'Kafal-demo-2026',
    scale: SMALL,
    until: until === undefined ? undefined : calendarDate(until),
    progress: () => {},
  });
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
