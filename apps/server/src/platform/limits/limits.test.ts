import { beforeEach, describe, expect, test } from 'vitest';
import { simulatedClock } from '../clock.ts';
import type { Refusal } from '../http/refusal.ts';
import { type Limits, openLimits } from './limits.ts';
import { MemoryLimitStore } from './memory-limit-store.ts';
import { networkOf } from './network.ts';

const clock = simulatedClock(0);
let store: MemoryLimitStore;
let limits: Limits;
beforeEach(() => {
  clock.set(0);
  store = new MemoryLimitStore(clock, 15, 1_000);
  limits = openLimits(store, { anonymous: 100, loginIdentifier: 10, loginAddress: 300, user: 3_000 });
});

const refusalOf = async (work: Promise<unknown>): Promise<Refusal> =>
  work.then(
    () => {
      throw new Error('It was not refused.');
    },
    (error) => error,
  );

const fail = (identifier: string, address: string, isKnownPlace = false) =>
  limits.takeLogin({ identifier, address, isKnownPlace });

describe('log-in', () => {
  test('ten failures of one identifier from one address, then none is tried for the rest of the window', async () => {
    for (let count = 0; count < 10; count += 1) await fail('treasurer', '10.0.0.1');
    const refusal = await refusalOf(fail('treasurer', '10.0.0.1'));
    expect(refusal).toMatchObject({
      kind: 'too_many',
      code: 'TOO_MANY_LOGINS',
      retryAfterSeconds: 900,
      params: { minutes: 15 },
    });
    clock.advance(15 * 60_000);
    await fail('treasurer', '10.0.0.1');
  });

  test('a success is free', async () => {
    for (let count = 0; count < 1_000; count += 1) {
      const attempt = await fail('clerk', '10.0.0.1');
      attempt.succeeded();
    }
  });

  test('a thousand guesses at the same moment are ten guesses', async () => {
    const guesses = await Promise.allSettled(Array.from({ length: 1_000 }, () => fail('treasurer', '10.0.0.1')));
    expect(guesses.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
  });

  test('fifty failures from everywhere keep strangers out, not the place its owner is known at', async () => {
    for (let count = 0; count < 50; count += 1) await fail('treasurer', `10.0.${count}.1`);
    expect((await refusalOf(fail('treasurer', '10.9.9.9'))).code).toBe('TOO_MANY_LOGINS');
    (await fail('treasurer', '192.168.1.7', true)).succeeded();
  });

  test('three hundred failures of one address keep that address out, and no other', async () => {
    for (let count = 0; count < 300; count += 1) await fail(`somebody-${count}`, '10.0.0.1');
    expect((await refusalOf(fail('anybody', '10.0.0.1'))).code).toBe('TOO_MANY_LOGINS');
    await fail('anybody', '10.0.0.2');
  });

  test('a refused log-in uses nothing up elsewhere', async () => {
    for (let count = 0; count < 10; count += 1) await fail('treasurer', '10.0.0.1');
    for (let count = 0; count < 1_000; count += 1) await refusalOf(fail('treasurer', '10.0.0.1'));
    // Ten of the fifty from everywhere are used, and ten of the address's three hundred.
    for (let count = 0; count < 40; count += 1) await fail('treasurer', `10.1.${count}.1`);
    for (let count = 0; count < 290; count += 1) await fail(`other-${count}`, '10.0.0.1');
    await refusalOf(fail('one-more', '10.0.0.1'));
  });
});

test('a session renews its token as often as a stranger asks, and each session for itself', async () => {
  for (let count = 0; count < 100; count += 1) await limits.takeRefresh('one');
  expect((await refusalOf(limits.takeRefresh('one'))).code).toBe('TOO_MANY_REQUESTS');
  await limits.takeRefresh('two');
});

test('the store stays within its bound, and who is signed in is not pushed out by strangers', () => {
  limits.takeUser(7);
  for (let count = 0; count < 5_000; count += 1) limits.takeAnonymous(`10.${count >> 8}.${count & 255}.1`);
  expect(store.size).toBeLessThanOrEqual(1_001);
  expect(limits.takeUser(7)).toMatchObject({ remaining: 2_998 });
  clock.advance(15 * 60_000);
  store.sweep();
  expect(store.size).toBe(0);
});

test.each([
  ['10.0.0.1', '10.0.0.1'],
  ['::ffff:10.0.0.1', '10.0.0.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['64:ff9b::10.0.0.1', '64:ff9b:0:0::/64'],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
