// What the relay tells goes out as a letter: to whom, by whose choice, at which hour, and what becomes of it when the mail
// server says no, is not there, or this server ends in between.

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/http/test-app.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import { type AdmittedMember, openTestCounter, type TestCounter } from '../counter/test-counter.ts';
import {
  type Deliverer,
  deliverer,
  deliveriesMessages,
  deliveriesRoutes,
  mailChannel,
  sweepDeliveries,
} from '../deliveries/index.ts';
import { startTestMailServer, type TestMailServer } from '../deliveries/test-mail-server.ts';
import { outboxRelay } from './relay-outbox.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

let counter: TestCounter;
let mail: TestMailServer;
let sender: Deliverer;
let asha: AdmittedMember;
let relay: ReturnType<typeof outboxRelay>;

beforeAll(async () => {
  mail = await startTestMailServer();
  counter = await openTestCounter(
    { environment: { SMTP_URL: `smtp://127.0.0.1:${mail.port}`, MAIL_FROM: 'Kafal <office@kafal.example>' } },
    undefined,
    [{ name: 'deliveries', routes: deliveriesRoutes, messages: deliveriesMessages }],
  );
  relay = outboxRelay(counter.platform, () => undefined);
  sender = newSender();
  await counter.openTill();
  asha = await counter.admitActive('Asha Rawat');
  await relay.relayOnce();
  await counter.platform.transact((trx) =>
    trx.updateTable('user').set({ email: 'asha@example.org' }).where('memberId', '=', Number(asha.id)).execute(),
  );
});
afterAll(async () => {
  await sender.stop();
  await counter.close();
  await mail.close();
});
beforeEach(async () => {
  await choose({ choices: [], quiet: { whose: 'society' }, language: 'en' });
  mail.received.length = 0;
});

const newSender = () =>
  deliverer(
    counter.platform,
    mailChannel(counter.platform, { url: `smtp://127.0.0.1:${mail.port}`, from: 'Kafal <office@kafal.example>' }),
  );

const choices = (by: SignedIn) => by.inject({ method: 'GET', url: '/api/notification-choices' });
async function choose(body: object, by: SignedIn = asha.signedIn) {
  return by.inject({ method: 'PUT', url: '/api/notification-choices', payload: body });
}
const choice = (kind: string, isOn: boolean, channel = 'email') => ({
  choices: [{ kind, channel, isOn }],
  quiet: { whose: 'society' },
  language: 'en',
});
async function receipt(): Promise<string> {
  const answer = await counter.deposit(asha, '500.00');
  await relay.relayOnce();
  return answer.json().receipt.number;
}
async function passwordChanged(): Promise<void> {
  const { userId } = asha.signedIn.actor;
  await counter.platform.transact((trx) =>
    recordEvent(trx, counter.platform, { name: 'password.changed', userId, payload: { userId } }),
  );
  await relay.relayOnce();
}
async function states(): Promise<string[]> {
  const rows = await counter.platform.database
    .selectFrom('message_delivery')
    .select(['state', 'attempts'])
    .orderBy('id')
    .execute();
  return rows.map(({ state, attempts }) => `${state} ${attempts}`);
}
const newest = async () => (await states()).at(-1);
async function atHour(hour: string): Promise<void> {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Kolkata', hour: '2-digit', minute: '2-digit' });
  while (clock.format(counter.clock.now()) !== hour) counter.clock.advance(MINUTE_MS);
}

test('a receipt becomes one letter: no amount in the subject, the account in part, nothing twice', async () => {
  const number = await receipt();
  expect(await newest()).toBe('waiting 0');
  expect(await sender.deliverOnce()).toBe(1);
  expect(await sender.deliverOnce()).toBe(0);
  expect(mail.received).toHaveLength(1);
  const [letter] = mail.received;
  expect(letter).toMatchObject({ to: 'asha@example.org' });
  expect(letter?.subject).toMatch(/: Money in your accounts$/);
  expect(letter?.messageId).toMatch(/^<[0-9a-f]{32}@kafal\.example>$/);
  expect(letter?.text).toContain(`Received ₹500.00\nReceipt ${number}.`);
  expect(letter?.html).toContain(`>Receipt ${number}.<`);
  expect(await newest()).toBe('sent 1');
});

test('the letter is in the language that was chosen', async () => {
  await choose({ choices: [], quiet: { whose: 'society' }, language: 'ne' });
  const number = await receipt();
  await sender.deliverOnce();
  expect(mail.received[0]?.text).toContain(`₹500.00 प्राप्त भयो\nरसिद नम्बर ${number}।`);
});

test('what is turned off is never written, and what must come cannot be', async () => {
  expect((await choose(choice('money', false))).json().kinds[0]).toMatchObject({
    kind: 'money',
    email: false,
    push: true,
  });
  const before = await states();
  await receipt();
  expect(await states()).toEqual(before);

  const refused = await choose(choice('security', false));
  expect([refused.statusCode, refused.json().code]).toEqual([422, 'CHOICE_MUST_COME']);
  const strange = await choose(choice('decisions', false));
  expect([strange.statusCode, strange.json().code]).toEqual([422, 'CHOICE_NOT_YOURS']);
  const wrong = { choices: [], quiet: { whose: 'own', from: '25:00', to: '07:00' }, language: 'en' };
  expect((await choose(wrong)).statusCode).toBe(400);
  await choose(choice('money', true));
  const shown = (await choices(asha.signedIn)).json();
  expect(shown.channels.email).toEqual({ isThere: true, address: 'as…@example.org' });
  expect(shown.kinds.find(({ kind }: { kind: string }) => kind === 'legal')).toMatchObject({
    mustCome: true,
    email: true,
  });
});

test('in quiet hours a letter waits until they are over; a changed password does not', async () => {
  await atHour('23:00');
  await receipt();
  expect(await sender.deliverOnce()).toBe(1);
  expect([mail.received.length, await newest()]).toEqual([0, 'waiting 0']);
  await passwordChanged();
  await sender.deliverOnce();
  expect(mail.received.map(({ subject }) => subject.split(': ')[1])).toEqual(['Your log-in']);
  counter.clock.advance(7 * HOUR_MS - MINUTE_MS);
  expect(await sender.deliverOnce()).toBe(0);
  counter.clock.advance(MINUTE_MS);
  await sender.deliverOnce();
  expect(mail.received).toHaveLength(2);

  await choose({ choices: [], quiet: { whose: 'none' }, language: 'en' });
  await atHour('23:00');
  await receipt();
  await sender.deliverOnce();
  expect(mail.received).toHaveLength(3);
  await atHour('10:00');
});

test('a server that says "not now" is asked again later, and a "never" ends it until somebody tries again', async () => {
  await receipt();
  mail.answers.push(451, 250);
  await sender.deliverOnce();
  expect(await newest()).toBe('waiting 1');
  counter.clock.advance(MINUTE_MS - 1);
  expect(await sender.deliverOnce()).toBe(0);
  counter.clock.advance(1);
  await sender.deliverOnce();
  expect([mail.received.length, await newest()]).toEqual([1, 'sent 2']);

  await receipt();
  mail.answers.push(550);
  await sender.deliverOnce();
  expect(await newest()).toBe('failed 1');
  const { items } = (await counter.get('/api/deliveries?state=trouble', counter.manager)).json();
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({
    ...{ channel: 'email', state: 'failed', kind: 'money', title: 'Received ₹500.00', sentTo: null, mayRetry: true },
    lastError: expect.stringMatching(/^550 .*not now <b>$/),
  });
  const again = await counter.post(`/api/deliveries/${items[0].id}/retry`, {}, counter.manager);
  expect(again.statusCode, again.body).toBe(200);
  await sender.deliverOnce();
  expect([mail.received.length, await newest()]).toEqual([2, 'sent 1']);
  const twice = await counter.post(`/api/deliveries/${items[0].id}/retry`, {}, counter.manager);
  expect([twice.statusCode, twice.json().code]).toEqual([409, 'DELIVERY_NOT_ENDED']);
});

test('after twelve refusals it is given up', async () => {
  await receipt();
  for (let attempt = 1; attempt <= 12; attempt += 1) {
    mail.answers.push(450);
    await sender.deliverOnce();
    expect(await newest()).toBe(`${attempt === 12 ? 'failed' : 'waiting'} ${attempt}`);
    counter.clock.advance(6 * HOUR_MS);
    await choose({ choices: [], quiet: { whose: 'none' }, language: 'en' });
  }
  await atHour('10:00');
});

test('a mail server that is not there uses nobody’s tries up, is shown, and gets everything when it is back', async () => {
  const { port } = mail;
  await sender.stop();
  await mail.close();
  sender = newSender();
  await receipt();
  await sender.deliverOnce();
  expect(await newest()).toBe('waiting 0');
  const down = (await counter.get('/api/deliveries/overview', counter.manager)).json();
  expect(down.channels[0]).toMatchObject({ channel: 'email', isInUse: true, downSince: expect.any(String) });
  expect(await sender.deliverOnce()).toBe(0);

  mail = await startTestMailServer(port);
  counter.clock.advance(MINUTE_MS);
  await sender.deliverOnce();
  expect([mail.received.length, await newest()]).toEqual([1, 'sent 1']);
  const up = (await counter.get('/api/deliveries/overview', counter.manager)).json();
  expect(up.channels[0]).toMatchObject({ downSince: null, lastError: null });
  expect(up.month.days.at(-1).email).toBeGreaterThan(0);
});

test('what another server marked and never noted is sent again under the same Message-ID', async () => {
  await receipt();
  await sender.deliverOnce();
  const [first] = mail.received;
  const { id } = await counter.platform.database
    .selectFrom('message_delivery')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  await counter.platform.transact((trx) =>
    trx
      .updateTable('message_delivery')
      .set({ state: 'sending', takenBy: 'a server that died' })
      .where('id', '=', id)
      .execute(),
  );
  await sender.deliverOnce();
  expect(mail.received.map(({ messageId }) => messageId)).toEqual([first?.messageId, first?.messageId]);
});

test('two senders at once send each letter once', async () => {
  for (let nth = 0; nth < 5; nth += 1) await receipt();
  const other = newSender();
  await Promise.all([sender.deliverOnce(), other.deliverOnce()]);
  await other.stop();
  expect(new Set(mail.received.map(({ messageId }) => messageId)).size).toBe(5);
  expect(mail.received).toHaveLength(5);
});

test('a member whose log-in is closed meanwhile is told nothing', async () => {
  await receipt();
  const setStatus = (status: string) =>
    counter.platform.transact((trx) =>
      trx.updateTable('user').set({ status }).where('memberId', '=', Number(asha.id)).execute(),
    );
  await setStatus('suspended');
  await sender.deliverOnce();
  expect([mail.received.length, await newest()]).toEqual([0, 'dropped 0']);
  await setStatus('active');
});

test('the call to a general meeting comes at night too, for its days are counted; a letter about a late loan waits', async () => {
  await atHour('23:30');
  await counter.platform.transact(async (trx) => {
    const by = { isPinned: 0 as const, createdByUserId: 1, createdAt: 0, sortAt: 0 };
    const { insertId } = await trx
      .insertInto('notice')
      .values({ kind: 'event', priority: 'high', audience: 'members', status: 'published', ...by })
      .executeTakeFirstOrThrow();
    const noticeId = Number(insertId);
    const words = { noticeId, language: 'en' as const, title: 'Annual general meeting', text: 'At 11 in the school.' };
    await trx.insertInto('notice_text').values(words).execute();
    await recordEvent(trx, counter.platform, { name: 'notice.of-law', payload: { noticeId, priority: 'high' } });
    const memberId = Number(asha.id);
    const payload = { loanId: 1, level: 1, payBy: '2026-12-20' };
    await recordEvent(trx, counter.platform, { name: 'loan.noticed', memberId, payload });
  });
  await relay.relayOnce();
  await sender.deliverOnce();
  const legal = 'A notice you have to read';
  const subjects = () => mail.received.map(({ subject }) => subject.split(': ')[1]);
  expect(subjects()).toEqual([legal]);
  counter.clock.advance(7 * HOUR_MS);
  await sender.deliverOnce();
  expect(subjects()).toEqual([legal, legal]);
});

test('what went out is forgotten after the term of the society; what waits is not', async () => {
  await receipt();
  const before = await states();
  const waiting = before.filter((state) => state.startsWith('waiting'));
  expect(waiting.length).toBeGreaterThan(0);
  // 24 months.
  counter.clock.advance(700 * DAY_MS);
  expect(await sweepDeliveries(counter.platform)).toBe(0);
  counter.clock.advance(60 * DAY_MS);
  expect(await sweepDeliveries(counter.platform)).toBe(before.length - waiting.length);
  expect(await states()).toEqual(waiting);
});
