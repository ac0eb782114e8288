import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { MemoryCache } from '../../apps/server/src/platform/cache/memory-cache.ts';
import { simulatedClock } from '../../apps/server/src/platform/clock.ts';
import { MemoryLimitStore } from '../../apps/server/src/platform/limits/memory-limit-store.ts';
import { openMetrics } from '../../apps/server/src/platform/metrics/metrics.ts';
import { watchProcess } from '../../apps/server/src/platform/metrics/process-gauges.ts';
import { jobs } from '../../apps/server/src/schedule.ts';
import { ROOT } from './running-server.ts';
import { must, openForBusiness, type Person, type SocietyInBusiness } from './society-in-business.ts';

const MINUTE = 60_000;

let society: SocietyInBusiness;
let asha: Person;
let bina: Person;
beforeAll(async () => {
  society = await openForBusiness();
  asha = await society.admitActive('5000.00');
  bina = await society.admitActive('5000.00');
});
afterAll(() => society.close());

/** What the cache was given to keep while something was asked. */
async function keptWhile(ask: () => Promise<unknown>): Promise<{ key: string; ttl: number }[]> {
  const set = vi.spyOn(society.platform.cache, 'set');
  await ask();
  const kept = set.mock.calls.map(([key, , { ttl }]) => ({ key, ttl }));
  set.mockRestore();
  return kept;
}

describe('caching', () => {
  test('S77 what everybody asks for again and again is kept for 5 to 10 minutes and dies with its change', async () => {
    const { administrator } = society;
    for (const url of [
      '/api/deposit-products',
      '/api/term-products',
      '/api/accounts',
      '/api/fees',
      '/api/admin/roles',
    ]) {
      const kept = await keptWhile(() => administrator.inject({ url }));
      expect(kept.length, url).toBeGreaterThan(0);
      for (const { ttl } of kept) {
        expect(ttl, url).toBeGreaterThanOrEqual(5 * MINUTE);
        expect(ttl, url).toBeLessThanOrEqual(10 * MINUTE);
      }
      expect(await keptWhile(() => administrator.inject({ url }))).toEqual([]);
    }
    const roles = async () => must(await administrator.inject({ url: '/api/admin/roles' }), 200).json().items;
    const officer = (await roles()).find(({ code }: { code: string }) => code === 'loan_officer');
    await society.agree(
      await society.send(administrator, 'PUT', '/api/admin/roles/loan_officer', {
        permissions: [...officer.permissions, 'books.read'],
        version: officer.version,
      }),
    );
    const changed = (await roles()).find(({ code }: { code: string }) => code === 'loan_officer');
    expect(changed.permissions).toContain('books.read');
  });

  test('S78 the dashboard is kept for one minute, and for no moment longer than it is true', async () => {
    const ask = async () => must(await society.send(society.manager, 'GET', '/api/admin/dashboard/stats'), 200).json();
    const dashboards = async () => (await keptWhile(ask)).filter(({ key }) => key.startsWith('dashboard'));
    await society.deposit(asha, '1.00');
    expect(await dashboards()).toEqual([{ key: 'dashboard:en', ttl: MINUTE }]);
    expect(await dashboards()).toEqual([]);
    society.clock.advance(MINUTE);
    expect(await dashboards()).toHaveLength(1);
    const before = await ask();
    await society.deposit(asha, '1.00');
    expect(Number((await ask()).totalDeposits) - Number(before.totalDeposits)).toBe(1);
  });

  test('S79 a member’s data is kept for 10 minutes per viewer, and dies with any change of it', async () => {
    const own = async () => must(await asha.signedIn.inject({ url: '/api/members/profile' }), 200).json();
    const byStaff = async () =>
      must(await society.send(society.manager, 'GET', `/api/members/${asha.memberId}`), 200).json();
    const [mine, theirs] = [await keptWhile(own), await keptWhile(byStaff)];
    expect(mine.map(({ ttl }) => ttl)).toEqual([10 * MINUTE]);
    expect(theirs.map(({ ttl }) => ttl)).toEqual([10 * MINUTE]);
    expect(mine[0]?.key).not.toBe(theirs[0]?.key);
    expect(await keptWhile(own)).toEqual([]);

    const before = await own();
    await society.deposit(asha, '40.00');
    expect(Number((await own()).deposits[0].balance) - Number(before.deposits[0].balance)).toBe(40);
    must(
      await society.send(asha.signedIn, 'PUT', '/api/members/profile', {
        version: before.version,
        occupation: 'Weaver',
      }),
      200,
    );
    expect((await own()).occupation).toBe('Weaver');
    expect((await byStaff()).occupation).toBe('Weaver');
    expect(must(await bina.signedIn.inject({ url: '/api/members/profile' }), 200).json().id).toBe(bina.memberId);
  });
});

describe('the database', () => {
  test('S80 readers and the writer have connections of their own, lent for one question at a time', async () => {
    const { platform } = society;
    const many = Array.from({ length: 50 }, (_each, index) =>
      platform.dialect.one<{ n: number }>(platform.database, 'SELECT ? AS n', [index]),
    );
    expect((await Promise.all(many)).map((row) => row?.n)).toEqual(many.map((_each, index) => index));
    const { pool } = must(await society.inject({ url: '/health' }), 200).json();
    expect(pool.readersInUse).toBe(0);
    // A reading connection cannot write, whatever it is asked.
    await expect(
      platform.dialect.one(platform.database, "UPDATE member SET name = 'Nobody' RETURNING id"),
    ).rejects.toThrow(/readonly/);
  });

  test('S81 what is asked often is answered by an index, never by reading a whole table', async () => {
    const { platform } = society;
    const asked: [string, (string | number)[]][] = [
      ['SELECT id FROM member WHERE number = ?', ['M-2026-0001']],
      ['SELECT id FROM member WHERE phone = ?', ['+919811100001']],
      ['SELECT id FROM member WHERE status = ? ORDER BY id LIMIT 51', ['active']],
      ['SELECT memberId FROM member_search WHERE kind = ? AND term >= ? AND term < ?', ['word', 'raw', 'rax']],
      ['SELECT userId FROM login_name WHERE nameKey = ?', ['m-2026-0001']],
      ['SELECT userId FROM session WHERE id = ?', ['x']],
      ['SELECT id FROM deposit WHERE number = ?', ['SB000001']],
      ['SELECT id FROM deposit WHERE memberId = ?', [1]],
      ['SELECT amount FROM balance WHERE subLedger = ? AND subLedgerId = ?', ['deposit', 1]],
      ['SELECT id FROM journal_entry WHERE memberId = ? ORDER BY id DESC LIMIT 51', [1]],
      ['SELECT id FROM journal_entry WHERE postedOn = ? ORDER BY id LIMIT 51', ['2026-11-30']],
      ['SELECT id FROM posting WHERE entryId = ?', [1]],
      [
        'SELECT id FROM posting WHERE subLedger = ? AND subLedgerId = ? AND id < ? ORDER BY id DESC LIMIT 51',
        ['deposit', 1, 99],
      ],
      ['SELECT id FROM posting WHERE accountCode = ? AND postedOn >= ? LIMIT 51', ['2101', '2026-11-01']],
      ['SELECT id FROM receipt WHERE memberId = ? ORDER BY id DESC LIMIT 51', [1]],
      ['SELECT id FROM notification WHERE userId = ? AND readAt IS NULL', [1]],
      ['SELECT id FROM outbox WHERE deliverySeq IS NULL ORDER BY id LIMIT 500', []],
      ['SELECT id FROM approval_request WHERE status = ?', ['pending']],
      ['SELECT requestHash FROM idempotency WHERE userId = ? AND idempotencyKey = ?', [1, 'k']],
    ];
    for (const [sql, parameters] of asked) {
      const plan = await platform.dialect.all<{ detail: string }>(
        platform.database,
        `EXPLAIN QUERY PLAN ${sql}`,
        parameters,
      );
      const told = plan.map(({ detail }) => detail).join('; ');
      expect(told, sql).toMatch(/^SEARCH .* USING (COVERING )?(INDEX|(INTEGER )?PRIMARY KEY)/);
      expect(told, sql).not.toContain('TEMP B-TREE');
    }
  });

  test('S82 many at once: twenty lines are one receipt, one entry, one transaction; all notices are read in one act', async () => {
    const own = await society.admitActive();
    const extra = must(
      await society.send(society.cashier, 'POST', '/api/deposits', { memberId: own.memberId, productCode: 'SA' }),
      201,
    ).json();
    const lines = [
      { kind: 'savings', depositId: own.depositId, amount: '100.00' },
      { kind: 'savings', depositId: extra.id, amount: '50.00' },
      { kind: 'shares', amount: '300.00' },
    ];
    const entries = await society.count('journal_entry');
    must(
      await society.send(society.cashier, 'POST', '/api/receipts', { memberId: own.memberId, lines, mode: 'cash' }),
      201,
    );
    expect(await society.count('journal_entry')).toBe(entries + 1);

    const unread = async () => must(await own.signedIn.inject({ url: '/api/notifications' }), 200).json().unread;
    // Every event has become its notices; one that comes after the act is unread by right.
    await vi.waitUntil(async () => (await society.count('outbox', 'deliverySeq IS NULL')) === 0);
    expect(await unread()).toBeGreaterThanOrEqual(3);
    must(await own.signedIn.inject({ method: 'POST', url: '/api/notifications/read', payload: { all: true } }), 200);
    expect(await unread()).toBe(0);
    expect(await society.count('notification', `userId <> ${own.userId} AND readAt IS NOT NULL`)).toBe(0);
  });

  test('S83 every list comes in pages that neither repeat nor miss a row, also while rows are added', async () => {
    for (let count = 0; count < 7; count += 1) await society.deposit(bina, `${count + 1}.00`);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const url: string = `/api/deposits/${bina.depositId}/passbook?limit=3${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
      const page: { items: { id: string }[]; nextCursor: string | null } = must(
        await bina.signedIn.inject({ url }),
        200,
      ).json();
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
      // Newer rows come in before the first page and disturb no later one.
      if (seen.length === 3) await society.deposit(bina, '100.00');
    }
    expect(new Set(seen).size).toBe(seen.length);
    const rows = await society.count('posting', `subLedger = 'deposit' AND subLedgerId = ${bina.depositId}`);
    expect(seen.length).toBe(rows - 1);
    // A total costs a count, so it is told only to who asks.
    const list = must(await society.send(society.manager, 'GET', '/api/members?limit=1'), 200).json();
    expect(list).not.toHaveProperty('total');
  });
});

describe('memory', () => {
  test('S84 what is past its time is swept: sessions, codes, log-ins tried, sent messages', async () => {
    const own = await openForBusiness();
    await own.admitNew();
    const counts = async () =>
      Promise.all([
        own.count('session'),
        own.count('one_time_code'),
        own.count('login_attempt'),
        own.count('outbox', 'deliverySeq IS NOT NULL'),
      ]);
    await vi.waitUntil(async () => (await own.count('outbox', 'deliverySeq IS NULL')) === 0);
    expect((await counts()).every((count) => count > 0)).toBe(true);
    own.clock.advance(401 * 86_400_000);
    for (const job of jobs) await job.run(own.platform);
    expect(await counts()).toEqual([0, 0, 0, 0]);
    // What happened stays: in the trail and in the notices of those who may not have seen them.
    expect(await own.count('audit', "action = 'user.logged-in'")).toBeGreaterThan(0);
    expect(await own.count('notification')).toBeGreaterThan(0);
    await own.close();
  });

  test('S85 counters of requests are forgotten when their window has ended, and never fill the memory', () => {
    const clock = simulatedClock(0);
    const store = new MemoryLimitStore(clock, 15, 100);
    for (let address = 0; address < 1_000; address += 1) store.take('anonymous', `10.0.${address}`, 100);
    expect(store.size).toBeLessThanOrEqual(100);
    // A flood of strangers does not push out who is signed in.
    store.take('user', '1', 3_000);
    for (let address = 0; address < 1_000; address += 1) store.take('anonymous', `10.1.${address}`, 100);
    expect(store.take('user', '1', 3_000).remaining).toBe(2_998);
    clock.advance(15 * MINUTE);
    store.sweep();
    expect(store.size).toBe(0);
  });

  test('S86 memory is kept small by bounds, not by forcing the collector', () => {
    const clock = simulatedClock(0);
    const cache = new MemoryCache(clock, { entries: 50, characters: 10_000 });
    for (let entry = 0; entry < 500; entry += 1)
      cache.set(`key ${entry}`, 'x'.repeat(100), { ttl: MINUTE, tags: [`tag ${entry}`] });
    expect(cache.size).toBeLessThanOrEqual(50);
    clock.advance(MINUTE);
    cache.sweep();
    expect(cache.size).toBe(0);
    const sources = globSync(join(ROOT, 'apps/server/src/**/*.ts')).filter((file) => !file.includes('test'));
    expect(sources.filter((file) => /global(This)?\.gc|expose-gc/.test(readFileSync(file, 'utf8')))).toEqual([]);
    expect(readFileSync(join(ROOT, 'package.json'), 'utf8')).not.toContain('expose-gc');
  });

  test('what is kept in memory can be watched', async () => {
    const metrics = openMetrics();
    watchProcess(
      metrics,
      // Only what the gauges read.
      { gauges: () => ({ readersInUse: 0 }) } as never,
      { cache: { size: 3 }, limits: { size: 4 } } as never,
    );
    const text = await metrics.text();
    for (const line of [/^kafal_memory_resident_bytes \d+$/m, /^kafal_cache_entries 3$/m, /^kafal_limit_windows 4$/m]) {
      expect(text).toMatch(line);
    }
  });
});
