import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { sweepSessions } from '../../apps/server/src/features/identity/index.ts';
import { memoryOf } from '../../apps/server/src/features/identity/memory.ts';
import { MemoryCache } from '../../apps/server/src/platform/cache/memory-cache.ts';
import { systemClock } from '../../apps/server/src/platform/clock.ts';
import { readConfig } from '../../apps/server/src/platform/config/config.ts';
import { SqliteConnection } from '../../apps/server/src/platform/database/dialects/sqlite-connection.ts';
import { startSchedule } from '../../apps/server/src/platform/jobs.ts';
import { MemoryLimitStore } from '../../apps/server/src/platform/limits/memory-limit-store.ts';
import { silentLog } from '../../apps/server/src/platform/log/log.ts';
import { openRedisStores } from '../../apps/server/src/platform/redis/redis-stores.ts';
import { openTestRedis } from '../../apps/server/src/platform/redis/test-redis.ts';
import { applicant, openSociety } from '../society/open-society.ts';
import { type Lines, openLines } from './live-lines.ts';
import { ROOT } from './running-server.ts';
import { must, openForBusiness, type Person, type SocietyInBusiness } from './society-in-business.ts';

let society: SocietyInBusiness;
let lines: Lines;
let asha: Person;
beforeAll(async () => {
  society = await openForBusiness();
  lines = await openLines(society);
  asha = await society.admitActive('5000.00');
});
afterAll(async () => {
  await lines.close();
  await society.close();
});

/**
 * How often an act asks the database or writes to it: the least of three times, since the server that the lines hang on is at its
 * own work meanwhile.
 */
async function statementsWhile(act: () => Promise<unknown>): Promise<number> {
  const counted: number[] = [];
  for (let time = 0; time < 3; time += 1) {
    const spies = (['all', 'run', 'executeQuery'] as const).map((name) => vi.spyOn(SqliteConnection.prototype, name));
    await act();
    counted.push(spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0));
    for (const spy of spies) spy.mockRestore();
  }
  return Math.min(...counted);
}

describe('scalability', () => {
  test('S114 with REDIS_URL instances share cache and limits, and without it, or while it is away, all still works', async () => {
    expect(readConfig({}).redisUrl).toBeNull();
    expect(readConfig({ REDIS_URL: 'redis://cache.example:6379' }).redisUrl).toBe('redis://cache.example:6379');
    const redis = await openTestRedis();
    const instance = () =>
      openRedisStores({
        url: redis.url,
        cache: new MemoryCache(systemClock),
        limits: new MemoryLimitStore(systemClock, 15),
        sweep: () => {},
        log: silentLog(),
        windowMinutes: 15,
      });
    const [one, other] = [await instance(), await instance()];
    const keep = { ttl: 60_000, tags: ['rates'] };
    expect(await one.cache.remember('rates', keep, async () => 'four per cent')).toBe('four per cent');
    await vi.waitUntil(async () => (await other.cache.get('rates')) === 'four per cent');
    one.cache.dropTag('rates');
    await vi.waitUntil(async () => (await other.cache.get('rates')) === undefined);
    await one.limits.take('anonymous', '10.0.0.1', 2);
    await other.limits.take('anonymous', '10.0.0.1', 2);
    expect((await one.limits.take('anonymous', '10.0.0.1', 2)).isAllowed).toBe(false);
    await redis.goAway();
    expect(await one.cache.remember('fees', keep, async () => 'a hundred')).toBe('a hundred');
    expect((await one.limits.take('anonymous', '10.0.0.2', 2)).isAllowed).toBe(true);
    await Promise.all([one.close(), other.close()]);
    await redis.close();
  });

  test('S115 behind a balancer: only a named proxy is believed, and of several instances one does a recurring job', async () => {
    const own = await openSociety({ environment: { TRUST_PROXY: '10.0.0.5,10.1.0.0/16', RATE_ANONYMOUS: '3' } });
    const ask = (remoteAddress: string, client: string) =>
      own.inject({
        method: 'POST',
        url: '/api/members/register/status',
        payload: { trackingNumber: 'AAAAAAAAAA', phone: '9811111111' },
        remoteAddress,
        headers: { 'x-forwarded-for': client },
      });
    for (const client of ['203.0.113.1', '203.0.113.2', '203.0.113.3', '203.0.113.4', '203.0.113.5']) {
      expect((await ask('10.0.0.5', client)).statusCode).toBe(404);
      expect((await ask('10.1.2.3', client)).statusCode).toBe(404);
    }
    for (let count = 0; count < 3; count += 1) await ask('192.0.2.9', `203.0.113.${count + 20}`);
    expect((await ask('192.0.2.9', '203.0.113.99')).statusCode).toBe(429);

    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const ran: string[] = [];
    const schedules = ['one', 'two', 'three'].map((name) =>
      startSchedule(own.platform, [{ name: 'interest', everyMs: 60_000, run: async () => void ran.push(name) }]),
    );
    vi.advanceTimersByTime(60_000);
    vi.useRealTimers();
    await Promise.all(schedules.map((schedule) => schedule.stop()));
    expect(ran).toHaveLength(1);
    await own.close();
  });

  test('S116 a cached answer asks the database nothing (its milliseconds are measured in the bench)', async () => {
    const ask = () => society.send(society.manager, 'GET', '/api/admin/dashboard/stats');
    must(await ask(), 200);
    expect(await statementsWhile(ask)).toBe(0);
    expect(await statementsWhile(() => Promise.all(Array.from({ length: 100 }, ask)))).toBe(0);
  });

  test('S117 more than a hundred people at once: 120 lines and 240 requests, and everybody is answered and told', async () => {
    const clerk = await society.addStaff('watcher', 'manager');
    const password = 'the watcher keeps a careful ledger';
    const desks = [clerk.tokens];
    while (desks.length < 6) desks.push(await society.tokens('admin', { username: 'watcher', password }));
    const open = await Promise.all(
      desks.flatMap(({ accessToken }) => Array.from({ length: 20 }, () => lines.open(accessToken))),
    );
    expect(open).toHaveLength(120);
    expect(await Promise.all(open.map((line) => line.join('join-admin')))).toEqual(open.map(() => ({ joined: true })));
    const headers = { authorization: `Bearer ${clerk.tokens.accessToken}` };
    const answers = await Promise.all(
      Array.from({ length: 240 }, (_each, index) =>
        fetch(`http://127.0.0.1:${lines.port}${index % 2 === 0 ? '/api/admin/dashboard/stats' : '/api/members'}`, {
          headers,
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    await Promise.all(answers.map((answer) => answer.arrayBuffer()));
    const receiptId = await society.deposit(asha, '1.00');
    await Promise.all(
      open.map((line) => line.hearType('TRANSACTION_UPDATE', ({ data }) => data.receiptId === receiptId)),
    );
    for (const line of open) line.hangUp();
  });

  test('S118 a longer list costs no more questions: no list asks the database once per row', async () => {
    const own = await openForBusiness();
    const people: Person[] = [];
    for (let count = 0; count < 12; count += 1) {
      const person = await own.admitActive('500.00');
      people.push(person);
      must(
        await own.inject({
          method: 'POST',
          url: '/api/members/register',
          payload: { ...applicant(20_000 + count), consent: true },
        }),
        201,
      );
      must(
        await own.send(own.accountant, 'POST', '/api/vouchers', {
          kind: 'expense',
          narration: `Voucher ${count}`,
          lines: [
            { accountCode: '5203', side: 'debit', amount: '10.00' },
            { accountCode: '1201', side: 'credit', amount: '10.00' },
          ],
        }),
        202,
      );
      must(await own.send(own.manager, 'POST', '/api/tills', { code: `N${count}`, name: `Till ${count}` }), 201);
    }
    const lists = [
      '/api/members?',
      '/api/deposits?',
      '/api/shares?',
      '/api/receipts?',
      '/api/transactions?',
      '/api/admin/member-requests?',
      '/api/approvals?',
      '/api/admin/audit?',
      '/api/admin/users?',
      '/api/day-book?on=2026-11-30&',
      '/api/till-sessions?',
    ];
    const growing: string[] = [];
    for (const url of lists) {
      const asking = (limit: number) => async () =>
        must(await own.send(own.manager, 'GET', `${url}limit=${limit}`), 200);
      await asking(2)();
      const [short, long] = [await statementsWhile(asking(2)), await statementsWhile(asking(12))];
      if (long > short) growing.push(`${url} ${short} questions for 2 rows, ${long} for 12`);
    }
    expect(growing).toEqual([]);
    await own.close();
  });

  test('S119 what is over leaves the memory: sessions and tokens that ended are forgotten', async () => {
    const own = await openForBusiness();
    const before = memoryOf(own.platform).size;
    for (let count = 0; count < 3; count += 1) {
      const person = await own.admitNew();
      must(await person.signedIn.inject({ url: '/api/me' }), 200);
      must(await person.signedIn.inject({ method: 'POST', url: '/api/auth/logout' }), 200);
    }
    expect(memoryOf(own.platform).size).toBeGreaterThan(before);
    own.clock.advance(25 * 3_600_000);
    await sweepSessions(own.platform);
    expect(memoryOf(own.platform).size).toBe(0);
    await own.close();
  });
});

describe('closing matter', () => {
  const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

  test('S120 CONTRIBUTING says the steps from reading to review', () => {
    const text = read('CONTRIBUTING.md');
    for (const step of [/^1\. /m, /^5\. /m, /npm ci && npm test/, /npm run check/, /\.ci\/run/])
      expect(text).toMatch(step);
    expect(read('README.md')).toContain('`CONTRIBUTING.md`');
  });

  test('S121 the licence is MIT, in its own words', () => {
    expect(read('LICENSE')).toMatch(
      /^MIT License\n\nCopyright \(c\) \d{4} .+\n\nPermission is hereby granted, free of charge/,
    );
    for (const folder of ['.', 'apps/server', 'apps/web', 'packages/core', 'packages/contract']) {
      expect(JSON.parse(read(join(folder, 'package.json'))).license).toBe('MIT');
    }
  });

  test('S122 support shows the society’s own phone and e-mail, and never the address of a stranger', async () => {
    const support = async () => must(await society.inject({ url: '/api/society' }), 200).json().support;
    expect(await support()).toEqual({ phone: null, email: null });
    await society.changeSetting('society.phone', '+91 135 2700000');
    await society.changeSetting('society.email', 'office@hilltop.example');
    expect(await support()).toEqual({ phone: '+91 135 2700000', email: 'office@hilltop.example' });

    const files = globSync(
      join(ROOT, '{*.md,docs/**/*.md,apps/*/src/**/*.{ts,tsx},packages/*/src/**/*.ts,apps/web/*.html}'),
    ).filter((file) => !/\.test\.tsx?$|\/test-/.test(file));
    const strangers = files.flatMap((file) =>
      [
        ...readFileSync(file, 'utf8').matchAll(
          /[\w.+-]+@[\w-]+\.(com|org|net|in|coop)\b|https?:\/\/(?!localhost|127\.0\.0\.1|name\b|\$\{)[\w.-]+\.\w{2,}/g,
        ),
      ]
        .map(([address]) => `${file.slice(ROOT.length)}: ${address}`)
        // By the last one a person sends a receipt from their own WhatsApp; nothing is loaded from there.
        .filter((found) => !/www\.w3\.org|\.example\b|@example\.(org|com)|https:\/\/wa\.me$/i.test(found)),
    );
    expect(strangers).toEqual([]);
  });
});
