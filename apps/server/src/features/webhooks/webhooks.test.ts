import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestApp, type SignedIn, type TestApp } from '../../platform/http/test-app.ts';
import { type OutsideDoor, publicDoor } from '../../platform/outbound/post-outside.ts';
import { isPublicAddress } from '../../platform/outbound/public-address.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import { approvalsMessages, approvalsRoutes } from '../approvals/index.ts';
import { outboxRelay } from '../live/index.ts';
import { webhooksMessages } from './index.ts';
import { type WebhookSender, webhookSender } from './send-deliveries.ts';
import { sweepWebhooks } from './sweep-webhooks.ts';
import { routesThrough } from './webhook-routes.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Lets the test's own machine in, and nothing else. */
const loopback: OutsideDoor = {
  mayName: ({ protocol, hostname }) => protocol === 'http:' && hostname === '127.0.0.1',
  mayCall: (address) => address === '127.0.0.1',
};

interface Received {
  readonly headers: Record<string, unknown>;
  readonly body: string;
}
const received: Received[] = [];
/** What the receiver answers next; the last one stays. */
let answers: (number | 'hang up')[] = [200];
let redirectTo: string | undefined;
const receiver = createServer((request, response) => {
  const pieces: Buffer[] = [];
  request.on('data', (piece: Buffer) => pieces.push(piece));
  request.on('end', () => {
    received.push({ headers: request.headers, body: Buffer.concat(pieces).toString() });
    const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? 200;
    if (answer === 'hang up') return request.socket.destroy();
    response.writeHead(answer, redirectTo === undefined ? {} : { location: redirectTo });
    return response.end();
  });
});

let app: TestApp;
let administrator: SignedIn;
let manager: SignedIn;
let sender: WebhookSender;
let url: string;
beforeAll(async () => {
  app = await createTestApp([
    { name: 'approvals', routes: approvalsRoutes, messages: approvalsMessages },
    { name: 'webhooks', routes: (fastify) => routesThrough(fastify, loopback), messages: webhooksMessages },
  ]);
  administrator = await app.staff('administrator', 'Indu Rana');
  manager = await app.staff('manager', 'Meena Joshi');
  sender = webhookSender(app.platform, loopback);
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  // Listening on a port, not on a path.
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/kafal`;
});
afterAll(async () => {
  await app.close();
  receiver.closeAllConnections();
  receiver.close();
});
beforeEach(async () => {
  answers = [200];
  redirectTo = undefined;
  received.length = 0;
  const { items } = (await administrator.inject({ url: '/api/webhooks' })).json();
  for (const { id } of items) await administrator.inject({ method: 'DELETE', url: `/api/webhooks/${id}` });
});

const post = (path: string, payload?: object, by = administrator) =>
  by.inject({ method: 'POST', url: path, ...(payload === undefined ? {} : { payload }) });
async function add(events: readonly string[] = ['till.opened', 'till.closed']) {
  const answer = await post('/api/webhooks', { name: 'Accounting program', url, events });
  expect(answer.statusCode, answer.body).toBe(201);
  const { webhook, secret } = answer.json();
  return { id: webhook.id as string, secret: secret as string };
}
async function happen(name: 'till.opened' | 'till.closed' | 'member.approved', tillSessionId = 7): Promise<void> {
  await app.platform.transact((trx) =>
    recordEvent(trx, app.platform, {
      name,
      memberId: name === 'member.approved' ? 3 : null,
      payload: { tillSessionId },
    }),
  );
  const relay = outboxRelay(app.platform, () => undefined);
  await relay.relayOnce();
  await relay.stop();
}
async function sendAll(): Promise<void> {
  while ((await sender.sendOnce()) > 0);
}
const view = async (id: string) =>
  (await administrator.inject({ url: '/api/webhooks' })).json().items.find((one: { id: string }) => one.id === id);
const log = async (id: string) =>
  (await administrator.inject({ url: `/api/webhooks/${id}/deliveries` })).json().items as {
    id: string;
    event: string;
    state: string;
    attempts: number;
    lastStatus: number | null;
    lastProblem: string | null;
    body: string;
  }[];
const mac = (secret: string, { headers, body }: Received) =>
  `v1,${createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
    .update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`)
    .digest('base64')}`;

test('chosen events are told in their order, signed, with ids and nothing of anybody', async () => {
  const { id, secret } = await add();
  await happen('till.opened');
  await happen('member.approved');
  await happen('till.closed', 8);
  await sendAll();
  expect(received.map(({ body }) => JSON.parse(body).type)).toEqual(['till.opened', 'till.closed']);
  const [first, second] = received;
  if (first === undefined || second === undefined) throw new Error('two arrived');
  const told = JSON.parse(first.body);
  expect(told).toEqual({
    id: `evt_${told.sequence}`,
    type: 'till.opened',
    sequence: expect.any(Number),
    occurredAt: '2026-11-30T04:30:00.000Z',
    data: { tillSessionId: '7' },
  });
  expect(JSON.parse(second.body).sequence).toBeGreaterThan(told.sequence);
  expect(first.headers['webhook-id']).toBe(told.id);
  expect(first.headers['webhook-timestamp']).toBe(String(app.clock.now() / 1_000));
  expect(first.headers['webhook-signature']).toBe(mac(secret, first));
  expect(await log(id)).toMatchObject([
    { event: 'till.closed', state: 'delivered', attempts: 1, lastStatus: 200, lastProblem: null },
    { event: 'till.opened', state: 'delivered', attempts: 1 },
  ]);
  expect(await sender.sendOnce()).toBe(0);
});

test('a secret is shown once, kept sealed, and the one of before signs beside the new one for a day', async () => {
  const { id, secret } = await add();
  const renewed = (await post(`/api/webhooks/${id}/secret`)).json();
  expect(renewed.secret).not.toBe(secret);
  await happen('till.opened');
  await sendAll();
  const [both] = received;
  if (both === undefined) throw new Error('one arrived');
  expect(both.headers['webhook-signature']).toBe(`${mac(renewed.secret, both)} ${mac(secret, both)}`);
  app.clock.advance(24 * HOUR + 1);
  await happen('till.opened');
  await sendAll();
  const alone = received[1];
  if (alone === undefined) throw new Error('two arrived');
  expect(alone.headers['webhook-signature']).toBe(mac(renewed.secret, alone));
  const kept = await Promise.all([
    app.platform.database.selectFrom('webhook').selectAll().execute(),
    app.platform.database.selectFrom('audit').selectAll().execute(),
  ]);
  const seen = (await administrator.inject({ url: '/api/webhooks' })).body;
  for (const hidden of [secret, renewed.secret]) expect(JSON.stringify(kept) + seen).not.toContain(hidden);
});

test('what fails holds back what comes after it and is tried again later and later, until it arrives', async () => {
  const { id } = await add();
  await happen('till.opened');
  await happen('till.closed');
  answers = [500, 'hang up', 302, 200];
  redirectTo = url;
  await sendAll();
  expect(received).toHaveLength(1);
  expect(await view(id)).toMatchObject({ waiting: 2, failedSince: expect.any(String) });
  expect(await sender.sendOnce()).toBe(0);
  app.clock.advance(30_000);
  await sendAll();
  expect(received).toHaveLength(2);
  app.clock.advance(59_000);
  expect(await sender.sendOnce()).toBe(0);
  app.clock.advance(1_000);
  // A redirect is no arrival, and nobody goes where it leads.
  await sendAll();
  expect(received).toHaveLength(3);
  expect((await log(id)).at(-1)).toMatchObject({
    state: 'waiting',
    attempts: 3,
    lastStatus: 302,
    lastProblem: 'refused',
  });
  app.clock.advance(2 * MINUTE);
  await sendAll();
  expect(received.map(({ body }) => JSON.parse(body).type)).toEqual([...Array(4).fill('till.opened'), 'till.closed']);
  expect(new Set(received.slice(0, 4).map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(await view(id)).toMatchObject({ waiting: 0, failedSince: null, nextAttemptAt: null });
});

test('of two instances one sends, and each message goes out once', async () => {
  await add();
  for (let round = 0; round < 6; round += 1) await happen('till.opened', round + 1);
  const other = webhookSender(app.platform, loopback);
  for (let round = 0; round < 12; round += 1) await Promise.all([sender.sendOnce(), other.sendOnce()]);
  await other.stop();
  expect(received.map(({ body }) => JSON.parse(body).data.tillSessionId)).toEqual(['1', '2', '3', '4', '5', '6']);
});

test('after three days without an answer it is switched off, and whoever set it up is told; turned on, it goes on', async () => {
  const { id } = await add();
  await happen('till.opened');
  answers = [503];
  await sendAll();
  app.clock.advance(71 * HOUR);
  await sendAll();
  expect((await view(id)).state).toBe('on');
  app.clock.advance(2 * HOUR);
  await sendAll();
  expect((await view(id)).state).toBe('off');
  const told = await app.platform.database
    .selectFrom('outbox')
    .select(['userId', 'payload'])
    .where('name', '=', 'webhook.switched-off')
    .executeTakeFirst();
  expect(told?.userId).toBe(administrator.actor.userId);
  answers = [200];
  app.clock.advance(24 * HOUR);
  expect(await sender.sendOnce()).toBe(0);
  const again = { name: 'Accounting program', url, events: ['till.opened'], state: 'on' };
  expect((await administrator.inject({ method: 'PUT', url: `/api/webhooks/${id}`, payload: again })).statusCode).toBe(
    200,
  );
  await sendAll();
  expect(await view(id)).toMatchObject({ state: 'on', waiting: 0, failedSince: null });
});

test('a receiver that is gone says so once', async () => {
  const { id } = await add();
  await happen('till.opened');
  answers = [410];
  await sendAll();
  expect((await view(id)).state).toBe('off');
});

test('by hand: a test that says nothing, what waits tried now, what arrived sent once more under its id', async () => {
  const { id } = await add();
  answers = [404, 500, 200];
  const tested = (await post(`/api/webhooks/${id}/test`)).json();
  expect(tested).toMatchObject({ event: 'test', sequence: null, state: 'failed', lastStatus: 404 });
  expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({ type: 'test', data: {} });
  await happen('till.opened');
  await sendAll();
  const [waiting] = await log(id);
  expect(waiting).toMatchObject({ state: 'waiting', lastStatus: 500 });
  const retry = (deliveryId = waiting?.id) => post(`/api/webhooks/${id}/deliveries/${deliveryId}/retry`);
  expect((await retry()).statusCode).toBe(200);
  await sendAll();
  expect((await log(id))[0]).toMatchObject({ state: 'delivered', attempts: 2 });
  expect((await retry()).json()).toMatchObject({ state: 'delivered', attempts: 3 });
  expect(new Set(received.slice(1).map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect((await retry('999999')).statusCode).toBe(404);
  app.clock.advance(31 * 24 * HOUR);
  await sweepWebhooks(app.platform);
  expect(await log(id)).toEqual([]);
});

test('inner machines, other protocols and unknown events are refused where they are entered', async () => {
  const body = { name: 'Accounting program', url, events: ['till.opened'] };
  for (const [wrong, code] of [
    [{ url: 'http://10.0.0.1/x' }, 'WEBHOOK_ADDRESS'],
    [{ url: 'ftp://127.0.0.1/x' }, 'WEBHOOK_ADDRESS'],
    [{ url: 'nothing' }, 'VALIDATION_FAILED'],
    [{ events: [] }, 'VALIDATION_FAILED'],
    [{ events: ['password.changed'] }, 'VALIDATION_FAILED'],
    [{ secret: 'chosen' }, 'VALIDATION_FAILED'],
  ] as const) {
    const answer = await post('/api/webhooks', { ...body, ...wrong });
    expect([answer.statusCode, wrong.url === undefined || wrong.url === 'nothing' ? code : answer.json().code]).toEqual(
      [400, code],
    );
  }
  expect((await post('/api/webhooks', body, manager)).statusCode).toBe(403);
  expect((await administrator.inject({ url: '/api/webhooks' })).json().items).toEqual([]);
  for (let count = 0; count < 10; count += 1) await add();
  expect((await post('/api/webhooks', body)).json()).toMatchObject({ status: 409, code: 'WEBHOOK_MANY' });
});

test('what a name leads to is looked at again where it is called', async () => {
  const { id } = await add();
  await app.platform.transact((trx) =>
    trx
      .updateTable('webhook')
      .set({ url: url.replace('127.0.0.1', 'localhost') })
      .where('id', '=', Number(id))
      .execute(),
  );
  await happen('till.opened');
  // Every name may be said, and no inner machine called.
  const strict = webhookSender(app.platform, { mayName: () => true, mayCall: isPublicAddress });
  await strict.sendOnce();
  await strict.stop();
  expect(received).toEqual([]);
  expect((await log(id))[0]).toMatchObject({
    state: 'waiting',
    attempts: 1,
    lastStatus: null,
    lastProblem: 'forbidden',
  });
  expect(publicDoor.mayName(new URL(url))).toBe(false);
});
