import { beforeEach, expect, test } from 'vitest';
import { simulatedClock } from '../clock.ts';
import { MemoryCache } from './memory-cache.ts';

const clock = simulatedClock(0);
let cache: MemoryCache;
beforeEach(() => {
  clock.set(0);
  cache = new MemoryCache(clock, { entries: 3, characters: 1_000 });
});

test('an answer is kept for its time and no longer', () => {
  cache.set('a', 'first', { ttl: 1_000 });
  clock.advance(999);
  expect(cache.get('a')).toBe('first');
  clock.advance(1);
  expect(cache.get('a')).toBeUndefined();
  expect(cache.size).toBe(0);
});

test('a dropped tag ends what was made of it, and nothing else', () => {
  cache.set('list', '1', { ttl: 1_000, tags: ['members', 'settings'] });
  cache.set('other', '2', { ttl: 1_000, tags: ['settings'] });
  cache.dropTag('members');
  expect(cache.get('list')).toBeUndefined();
  expect(cache.get('other')).toBe('2');
});

test('callers at the same moment share one making; a failed one is not kept', async () => {
  let made = 0;
  const make = async () => {
    made += 1;
    if (made === 2) throw new Error('the database is away');
    return `answer ${made}`;
  };
  const options = { ttl: 1_000 };
  expect(await Promise.all([cache.remember('a', options, make), cache.remember('a', options, make)])).toEqual([
    'answer 1',
    'answer 1',
  ]);
  expect(cache.remember('a', options, make)).toBe('answer 1');
  await expect(cache.remember('b', options, make)).rejects.toThrow('the database is away');
  expect(await cache.remember('b', options, make)).toBe('answer 3');
});

test('an answer from before a change does not outlive the change', async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const options = { ttl: 60_000, tags: ['members'] };
  const early = cache.remember('list', options, () => promise);
  cache.dropTag('members');
  const late = cache.remember('list', options, async () => 'after');
  resolve('before');
  expect(await early).toBe('before');
  expect(await late).toBe('after');
  expect(cache.get('list')).toBe('after');
});

test('the cache stays within its bounds: the least recently used leaves first', () => {
  for (const key of ['a', 'b', 'c']) cache.set(key, key, { ttl: 1_000 });
  cache.get('a');
  cache.set('d', 'd', { ttl: 1_000 });
  expect([cache.get('a'), cache.get('b'), cache.size]).toEqual(['a', undefined, 3]);
  cache.set('large', 'x'.repeat(2_000), { ttl: 1_000 });
  expect(cache.get('large')).toBeUndefined();
  for (let count = 0; count < 100; count += 1)
    cache.set('same', 'x'.repeat(200), { ttl: 1_000, tags: [`tag-${count}`] });
  expect(cache.size).toBeLessThanOrEqual(3);
});
