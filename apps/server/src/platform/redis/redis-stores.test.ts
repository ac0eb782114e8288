import { afterEach, beforeEach, expect, test } from 'vitest';
import { MemoryCache } from '../cache/memory-cache.ts';
import { systemClock } from '../clock.ts';
import { MemoryLimitStore } from '../limits/memory-limit-store.ts';
import { silentLog } from '../log/log.ts';
import type { Stores } from '../open-platform.ts';
import { openRedisStores } from './redis-stores.ts';
import { openTestRedis, type TestRedis } from './test-redis.ts';

let redis: TestRedis;
let one: Stores;
let other: Stores;

const instance = () =>
  openRedisStores({
    url: redis.url,
    cache: new MemoryCache(systemClock),
    limits: new MemoryLimitStore(systemClock, 15),
    sweep: () => {},
    log: silentLog(),
    windowMinutes: 15,
  });

beforeEach(async () => {
  redis = await openTestRedis();
  [one, other] = await Promise.all([instance(), instance()]);
});
afterEach(async () => {
  await Promise.all([one.close(), other.close()]);
  await redis.close();
});

/** Until it is so: what travels over the bus takes a moment. */
async function eventually(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('It did not become so within two seconds.');
}

const options = { ttl: 60_000, tags: ['members'] };

test('two instances count the requests of one address together', async () => {
  for (let count = 0; count < 3; count += 1) {
    expect((await one.limits.take('anonymous', '10.0.0.1', 5)).isAllowed).toBe(true);
  }
  expect(await other.limits.take('anonymous', '10.0.0.1', 5)).toMatchObject({ remaining: 1, isAllowed: true });
  await other.limits.take('anonymous', '10.0.0.1', 5);
  const refused = await one.limits.take('anonymous', '10.0.0.1', 5);
  expect(refused).toMatchObject({ remaining: 0, isAllowed: false });
  expect(refused.resetSeconds).toBeGreaterThan(890);
  expect((await one.limits.take('anonymous', '10.0.0.2', 5)).isAllowed).toBe(true);
  expect(redis.keys().join()).not.toContain('10.0.0.1');
});

test('what one instance made the other need not make again', async () => {
  expect(await one.cache.remember('list', options, async () => 'made by one')).toBe('made by one');
  await eventually(async () => (await other.cache.get('list')) === 'made by one');
  expect(await other.cache.remember('list', options, async () => 'made again')).toBe('made by one');
});

test('a change in one instance ends what the other keeps', async () => {
  await one.cache.remember('list', options, async () => 'before');
  expect(await other.cache.remember('list', options, async () => 'before')).toBe('before');
  one.cache.dropTag('members');
  await eventually(async () => (await other.cache.get('list')) === undefined);
  expect(await other.cache.remember('list', options, async () => 'after')).toBe('after');
});

test('an answer from before a change is not kept for anybody', async () => {
  const begun = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<string>();
  const making = one.cache.remember('list', options, () => {
    begun.resolve();
    return answer.promise;
  });
  await begun.promise;
  other.cache.dropTag('members');
  await eventually(() => redis.keys().includes('kafal:tag:members'));
  answer.resolve('before');
  expect(await making).toBe('before');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await other.cache.get('list')).toBeUndefined();
});

test('with Redis away everything goes on, and nothing from before comes back with it', async () => {
  await one.cache.remember('list', options, async () => 'before');
  await eventually(() => redis.keys().includes('kafal:cache:list'));
  await redis.goAway();

  expect((await one.limits.take('anonymous', '10.0.0.9', 1)).isAllowed).toBe(true);
  expect((await one.limits.take('anonymous', '10.0.0.9', 1)).isAllowed).toBe(false);
  one.cache.dropTag('members');
  expect(await one.cache.remember('list', options, async () => 'after')).toBe('after');

  await redis.comeBack();
  await eventually(
    async () =>
      (await one.limits.take('user', String(Math.random()), 5)).isAllowed &&
      redis.keys().some((key) => key.startsWith('kafal:limit:user')),
  );
  one.cache.dropTag('members');
  await eventually(async () => (await one.cache.get('list')) !== 'before');
  expect(await one.cache.remember('list', options, async () => 'now')).toBe('now');
});
