// SMS through a provider on loopback: who may name it, what text goes to whom, what it costs, and that nothing that may
// have been taken is ever sent again by itself.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/http/test-app.ts';
import { type AdmittedMember, openTestCounter, type TestCounter } from '../counter/test-counter.ts';
import { type Deliverer, deliverer, deliveriesMessages, deliveriesRoutes, smsChannel } from '../deliveries/index.ts';
import { outboxRelay } from './relay-outbox.ts';

interface Received {
  readonly to: string;
  readonly message: string;
  readonly from: string;
  readonly template: string;
}

let counter: TestCounter;
let provider: Server;
let origin: string;
let received: { secret: string | undefined; body: Received }[] = [];
let answers: (number | 'hang up')[] = [];
let sender: Deliverer;
let relay: ReturnType<typeof outboxRelay>;
let asha: AdmittedMember;
let administrator: SignedIn;
let committee: SignedIn;

beforeAll(async () => {
  provider = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      const answer = answers.shift() ?? 200;
      received.push({ secret: request.headers['x-secret']?.toString(), body: JSON.parse(text) });
      if (answer === 'hang up') request.socket.destroy();
      else response.writeHead(answer).end();
    });
  });
  await new Promise<void>((ready) => provider.listen(0, '127.0.0.1', ready));
  // A server that listens on an address has one.
  origin = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  counter = await openTestCounter({ environment: { SMS_PRIVATE_GATEWAY: origin } }, undefined, [
    { name: 'deliveries', routes: deliveriesRoutes, messages: deliveriesMessages },
  ]);
  administrator = await counter.staff('administrator', 'Hema Joshi');
  committee = await counter.staff('committee', 'Hari Chandra');
  sender = deliverer(counter.platform, smsChannel(counter.platform));
  relay = outboxRelay(counter.platform, () => undefined);
  await counter.openTill();
  asha = await counter.admitActive('Asha Rawat');
  await relay.relayOnce();
  await counter.platform.transact((trx) =>
    trx.updateTable('user').set({ language: 'en' }).where('memberId', '=', Number(asha.id)).execute(),
  );
});
afterAll(async () => {
  await sender.stop();
  await counter.close();
  await new Promise((closed) => provider.close(closed));
});

const named = {
  name: 'Provider on loopback',
  body: '{"to":"{to}","message":"{text}","from":"{sender}","template":"{templateId}"}',
  authHeader: 'x-secret',
  secret: 'quite a secret',
  sender: 'KAFALS',
  entityId: '1101234567890123456',
};
const put = (url: string, payload: object) => administrator.inject({ method: 'PUT', url, payload });
async function agree(url: string, payload: object): Promise<void> {
  const asked = await put(url, payload);
  expect(asked.statusCode, asked.body).toBe(202);
  const decided = await counter.post(`/api/approvals/${asked.json().approvalId}/approval`, {}, committee);
  expect(decided.statusCode, decided.body).toBe(200);
}
const template = (change: object = {}) => ({
  ...{ event: 'receipt.issued', language: 'en', dltId: '1107161234567890123' },
  ...{ text: 'Received {#var#}, receipt {#var#}. {#var#}', slots: ['amount', 'number', 'society'] },
  ...change,
});
async function receipt(): Promise<string> {
  const answer = await counter.deposit(asha, '500.00');
  await relay.relayOnce();
  return answer.json().receipt.number;
}
async function newest() {
  return counter.platform.database
    .selectFrom('message_delivery')
    .select(['id', 'state', 'parts', 'cost', 'lastError', 'template'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

test('nothing is queued before there is a provider and a text', async () => {
  await receipt();
  expect(await newest()).toBeUndefined();
});

test.each([
  ['http://169.254.169.254/latest', 'SMS_ADDRESS', 'url'],
  ['https://10.0.0.8/send', 'SMS_ADDRESS', 'url'],
  ['https://localhost/send', 'SMS_ADDRESS', 'url'],
])('%s is no address of a provider', async (url, code, path) => {
  const answer = await put('/api/sms/provider', { ...named, url });
  expect([answer.statusCode, answer.json().code, answer.json().fields[0].path]).toEqual([422, code, path]);
});

test.each([
  [{ event: 'till.opened' }, 'SMS_EVENT'],
  [{ slots: ['amount'] }, 'SMS_SLOTS'],
  [{ text: 'Account 123456789012 {#var#} {#var#} {#var#}' }, 'SMS_LONG_NUMBER'],
])('%o is no text of an SMS', async (change, code) => {
  const answer = await put('/api/sms/templates', template(change));
  expect([answer.statusCode, answer.json().code]).toEqual([422, code]);
});

test('two people name the provider and the text, and a receipt is texted once with its price', async () => {
  await agree('/api/sms/provider', { ...named, url: `${origin}/send` });
  await agree('/api/sms/templates', template());
  await counter.changeSetting('messages.smsPrice', '0.20');
  const number = await receipt();
  expect(await sender.deliverOnce()).toBe(1);
  expect(await sender.deliverOnce()).toBe(0);
  expect(received).toHaveLength(1);
  expect(received[0]?.secret).toBe('quite a secret');
  expect(received[0]?.body).toMatchObject({ from: 'KAFALS', template: '1107161234567890123' });
  expect(received[0]?.body.message).toMatch(new RegExp(`^Received Rs 500\\.00, receipt ${number}\\. Nehru`));
  expect(await newest()).toMatchObject({ state: 'sent', parts: 1, cost: 20 });
  const { month } = (await counter.get('/api/deliveries/overview', counter.manager)).json();
  expect(month).toMatchObject({ cost: '0.20', days: expect.arrayContaining([expect.objectContaining({ sms: 1 })]) });
  expect((await counter.get('/api/sms', administrator)).body).not.toContain('quite a secret');
});

test('a new text takes the place of the one before, which stays as it was', async () => {
  await agree('/api/sms/templates', template({ text: 'आपके {#var#} प्राप्त हुए। {#var#}', slots: ['amount', 'society'] }));
  await receipt();
  await sender.deliverOnce();
  expect(received.at(-1)?.body.message).toMatch(/^आपके Rs 500\.00 प्राप्त हुए। Nehru/);
  const { templates } = (await counter.get('/api/sms', administrator)).json();
  expect(templates).toMatchObject([
    { version: 2, endedAt: null, setBy: 'Hema Joshi', approvedBy: 'Hari Chandra' },
    { version: 1, text: 'Received {#var#}, receipt {#var#}. {#var#}', endedAt: expect.any(String) },
  ]);
});

test('what may have been taken is never sent again by itself; somebody may say so', async () => {
  received = [];
  for (const answer of ['hang up', 502] as const) {
    await receipt();
    answers = [answer];
    await sender.deliverOnce();
    expect((await newest())?.state).toBe('unsure');
  }
  await receipt();
  await counter.platform.transact((trx) =>
    trx
      .updateTable('message_delivery')
      .set({ state: 'sending', takenBy: 'a server that died' })
      .where('state', '=', 'waiting')
      .execute(),
  );
  await sender.deliverOnce();
  const row = await newest();
  expect([row?.state, received.length]).toEqual(['unsure', 2]);
  const again = await counter.post(`/api/deliveries/${row?.id}/retry`, {}, counter.manager);
  expect(again.statusCode, again.body).toBe(200);
  await sender.deliverOnce();
  expect([(await newest())?.state, received.length]).toEqual(['sent', 3]);
});

test('a secret that is refused is the channel’s trouble; a number that is refused is given up', async () => {
  await receipt();
  answers = [401];
  await sender.deliverOnce();
  const { channels } = (await counter.get('/api/deliveries/overview', counter.manager)).json();
  expect(channels[1]).toMatchObject({ channel: 'sms', isInUse: true, lastError: 'The provider answered 401.' });
  counter.clock.advance(60_000);
  answers = [400];
  await sender.deliverOnce();
  expect(await newest()).toMatchObject({ state: 'failed', lastError: 'The provider answered 400.' });
});

test('without a provider no more is queued', async () => {
  expect((await administrator.inject({ method: 'DELETE', url: '/api/sms/provider' })).statusCode).toBe(200);
  const before = await newest();
  await receipt();
  expect((await newest())?.id).toBe(before?.id);
});
