import { afterEach, beforeEach, expect, test } from 'vitest';
import { bearer, createIdentityTest, type IdentityTest, PASSWORD, type Tokens } from '../identity/test-identity.ts';
import { pushMessages, pushRoutes, queuePushes, sweepPushes } from './index.ts';
import { type PushSender, pushSender } from './send-pushes.ts';
import { loopbackDoor, type PushService, startPushService, testBrowser, vapidClaims } from './test-push.ts';
import { onWakeSender } from './wake-sender.ts';

let kafal: IdentityTest;
let service: PushService;
let sender: PushSender;
let asha: { userId: number; memberId: number };
let phone: Tokens;
let seq = 0;

beforeEach(async () => {
  kafal = await createIdentityTest({}, [
    { name: 'push', routes: (app) => pushRoutes(app, loopbackDoor), messages: pushMessages },
  ]);
  service = await startPushService();
  sender = pushSender(kafal.platform, loopbackDoor);
  asha = await kafal.addMember('M-0001');
  phone = await kafal.tokens('M-0001', { member: true });
  // The sender of the running server keeps still; each test says when one looks.
  onWakeSender(kafal.platform, () => {});
});
afterEach(async () => {
  await kafal.close();
  await service.close();
});

const subscribe = (tokens: Tokens, payload: object) =>
  kafal.inject({ method: 'PUT', url: '/api/push/subscription', headers: bearer(tokens.accessToken), payload });
const state = async (tokens: Tokens) =>
  (await kafal.inject({ url: '/api/push/subscription', headers: bearer(tokens.accessToken) })).json();
const count = async (table: 'push_subscription' | 'push_message') =>
  (await kafal.platform.database.selectFrom(table).select('id').execute()).length;

/** Something happened that the member is told of. */
async function happens(name = 'receipt.issued', userId = asha.userId): Promise<void> {
  seq += 1;
  const notified = [{ userId, deliverySeq: seq, name }];
  await kafal.platform.transact((trx) => queuePushes(trx, kafal.platform, notified));
}

test('each device of the member is told once, closed for it alone, and without an amount', async () => {
  const [first, second] = [testBrowser(service, 'phone'), testBrowser(service, 'tablet')];
  const tablet = await kafal.tokens('M-0001', { member: true });
  expect((await subscribe(phone, first.subscription)).statusCode).toBe(200);
  expect((await subscribe(tablet, second.subscription)).statusCode).toBe(200);
  expect(await state(phone)).toEqual({
    publicKey: kafal.platform.keys.pushIdentity.publicKey,
    isSubscribed: true,
  });

  await happens();
  expect(await sender.sendOnce()).toBe(2);
  expect(await sender.sendOnce()).toBe(0);
  expect(service.received.map(({ path }) => path).sort()).toEqual(['/send/phone', '/send/tablet']);
  const onPhone = service.received.find(({ path }) => path === '/send/phone');
  if (onPhone === undefined) throw new Error('the phone was not told');
  expect(first.read(onPhone)).toEqual({
    id: `event-${seq}`,
    title: 'Kafal',
    body: 'आपके खाते में बदलाव हुआ है। देखने के लिए खोलें।',
    link: '/notifications',
  });
  expect(() => second.read(onPhone)).toThrow();
  expect(onPhone.headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400', urgency: 'normal' });
  expect(vapidClaims(onPhone)).toEqual({
    aud: service.origin,
    exp: Math.floor(kafal.clock.now() / 1_000) + 3_600,
  });
  expect(await count('push_message')).toBe(0);
});

test('nobody else is told, and a member without a device costs nothing', async () => {
  const bina = await kafal.addMember('M-0002');
  await subscribe(phone, testBrowser(service, 'phone').subscription);
  await happens('receipt.issued', bina.userId);
  expect(await count('push_message')).toBe(0);
  expect(await sender.sendOnce()).toBe(0);
});

test('a service that is down or asks for patience is tried again later, and the message arrives once', async () => {
  const browser = testBrowser(service, 'phone');
  await subscribe(phone, browser.subscription);
  await happens();
  service.answers = [500, 429, 201];
  expect(await sender.sendOnce()).toBe(1);
  expect(await sender.sendOnce()).toBe(0);
  kafal.clock.advance(30_000);
  service.retryAfter = '300';
  expect(await sender.sendOnce()).toBe(1);
  kafal.clock.advance(299_000);
  expect(await sender.sendOnce()).toBe(0);
  kafal.clock.advance(1_000);
  expect(await sender.sendOnce()).toBe(1);
  expect(service.received.map((push) => browser.read(push).id)).toEqual(Array(3).fill(`event-${seq}`));
  expect(await count('push_message')).toBe(0);
});

test('after eight vain tries it is let go', async () => {
  await subscribe(phone, testBrowser(service, 'phone').subscription);
  await happens();
  service.answers = [503];
  for (let attempt = 0; attempt < 8; attempt++) {
    expect(await sender.sendOnce()).toBe(1);
    kafal.clock.advance(6 * 3_600_000);
  }
  expect([await sender.sendOnce(), await count('push_message'), await count('push_subscription')]).toEqual([0, 0, 1]);
});

test('what may have arrived is not sent again', async () => {
  await subscribe(phone, testBrowser(service, 'phone').subscription);
  await happens();
  service.answers = ['hang up'];
  expect(await sender.sendOnce()).toBe(1);
  kafal.clock.advance(6 * 3_600_000);
  expect([await sender.sendOnce(), service.received.length, await count('push_subscription')]).toEqual([0, 1, 1]);
});

test('what a server took along when it died is not sent a second time, and is swept', async () => {
  await subscribe(phone, testBrowser(service, 'phone').subscription);
  await happens();
  await kafal.platform.transact((trx) => trx.updateTable('push_message').set({ state: 'sending' }).execute());
  expect(await sender.sendOnce()).toBe(0);
  await sweepPushes(kafal.platform);
  expect(await count('push_message')).toBe(1);
  kafal.clock.advance(600_001);
  await sweepPushes(kafal.platform);
  expect([await count('push_message'), service.received.length]).toEqual([0, 0]);
});

test('two senders at once send it once', async () => {
  await subscribe(phone, testBrowser(service, 'phone').subscription);
  await happens();
  const other = pushSender(kafal.platform, loopbackDoor);
  await Promise.all([sender.sendOnce(), other.sendOnce()]);
  expect(service.received).toHaveLength(1);
});

test.each([404, 410, 403])(
  'a service that answers %i knows the device no longer: it is taken off the list',
  async (status) => {
    await subscribe(phone, testBrowser(service, 'phone').subscription);
    await happens();
    await happens();
    service.answers = [status];
    await sender.sendOnce();
    expect([await count('push_subscription'), await count('push_message')]).toEqual([0, 0]);
    expect((await state(phone)).isSubscribed).toBe(false);
  },
);

test('after log-out nothing is sent, also when nobody has swept yet', async () => {
  await subscribe(phone, testBrowser(service, 'phone').subscription);
  await happens();
  await kafal.platform.transact((trx) =>
    trx.updateTable('session').set({ endedAt: kafal.clock.now() }).where('id', '=', phone.sessionId).execute(),
  );
  expect([await sender.sendOnce(), service.received.length]).toEqual([0, 0]);
  await sweepPushes(kafal.platform);
  expect([await count('push_subscription'), await count('push_message')]).toEqual([0, 0]);
});

test('a suspended member is told nothing', async () => {
  await subscribe(phone, testBrowser(service, 'phone').subscription);
  await happens();
  await kafal.platform.transact((trx) =>
    trx.updateTable('user').set({ status: 'suspended' }).where('id', '=', asha.userId).execute(),
  );
  expect([await sender.sendOnce(), service.received.length]).toEqual([0, 0]);
});

test('a shared phone tells whoever asked last, and never the one before', async () => {
  const bina = await kafal.addMember('M-0002');
  const browser = testBrowser(service, 'family-phone');
  await subscribe(phone, browser.subscription);
  await subscribe(await kafal.tokens('M-0002', { member: true }), browser.subscription);
  expect([await count('push_subscription'), (await state(phone)).isSubscribed]).toEqual([1, false]);
  await happens('receipt.issued', asha.userId);
  await happens('receipt.issued', bina.userId);
  await sender.sendOnce();
  expect(service.received.map((push) => browser.read(push).id)).toEqual([`event-${seq}`]);
});

test('asked again it stays one device; taken back it is none; both stand in the audit log', async () => {
  const browser = testBrowser(service, 'phone');
  for (let time = 0; time < 2; time++) await subscribe(phone, browser.subscription);
  expect(await count('push_subscription')).toBe(1);
  const headers = bearer(phone.accessToken);
  for (let time = 0; time < 2; time++) {
    const answer = await kafal.inject({ method: 'DELETE', url: '/api/push/subscription', headers });
    expect(answer.statusCode).toBe(200);
  }
  expect(await count('push_subscription')).toBe(0);
  const audited = await kafal.platform.database
    .selectFrom('audit')
    .select('action')
    .where('action', 'like', 'push.%')
    .orderBy('id')
    .execute();
  expect(audited.map(({ action }) => action)).toEqual(['push.subscribed', 'push.unsubscribed']);
});

test('only the latest ten devices are told', async () => {
  for (let device = 0; device < 12; device++) {
    const tokens = await kafal.tokens('M-0001', { member: true, address: `10.0.0.${device}` });
    await subscribe(tokens, testBrowser(service, `device-${device}`).subscription);
  }
  await happens();
  expect(await sender.sendOnce()).toBe(10);
  expect(service.received.map(({ path }) => path)).not.toContain('/send/device-0');
});

test('an address that is not public is refused, and one that slipped in is never called', async () => {
  const guarded = await createIdentityTest({}, [
    { name: 'push', routes: (app) => pushRoutes(app), messages: pushMessages },
  ]);
  const { userId } = await guarded.addMember('M-0001');
  const own = await guarded.tokens('M-0001', { member: true });
  onWakeSender(guarded.platform, () => {});
  const { keys } = testBrowser(service, 'x').subscription;
  for (const endpoint of [`${service.origin}/send/x`, 'https://169.254.169.254/latest', 'https://localhost/x']) {
    const answer = await guarded.inject({
      method: 'PUT',
      url: '/api/push/subscription',
      headers: { ...bearer(own.accessToken), 'accept-language': 'en' },
      payload: { endpoint, keys },
    });
    expect(answer.json()).toMatchObject({
      status: 400,
      code: 'PUSH_ENDPOINT_REFUSED',
      detail: 'Messages are sent to the push service of a browser only, over https to a public address.',
      fields: [{ path: 'endpoint' }],
    });
  }
  await guarded.platform.transact((trx) =>
    trx
      .insertInto('push_subscription')
      .values({
        userId,
        sessionId: own.sessionId,
        endpoint: `${service.origin}/x`,
        endpointHash: 'x',
        ...keys,
        createdAt: 0,
      })
      .execute(),
  );
  await guarded.platform.transact((trx) =>
    queuePushes(trx, guarded.platform, [{ userId, deliverySeq: 1, name: 'receipt.issued' }]),
  );
  // A name that leads home is no better than the address itself.
  const byName = { ...loopbackDoor, mayCall: () => false };
  expect(await pushSender(guarded.platform, byName).sendOnce()).toBe(1);
  expect(service.received).toEqual([]);
  const left = await guarded.platform.database.selectFrom('push_subscription').select('id').execute();
  expect(left).toEqual([]);
  await guarded.close();
});

test('keys that no browser makes are refused', async () => {
  const { endpoint, keys } = testBrowser(service, 'phone').subscription;
  const answer = await subscribe(phone, { endpoint, keys: { ...keys, p256dh: 'A'.repeat(87) } });
  expect(answer.json()).toMatchObject({ status: 400, code: 'PUSH_KEYS_MALFORMED', fields: [{ path: 'keys' }] });
});

test('staff have no such messages', async () => {
  await kafal.addStaff('manager', 'manager', { password: PASSWORD });
  const manager = await kafal.tokens('manager');
  const answer = await subscribe(manager, testBrowser(service, 'desk').subscription);
  expect(answer.statusCode).toBe(403);
});
