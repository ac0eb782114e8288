// Notices from the draft to the archive: who may see them, how the relay tells them, and what is refused.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/http/test-app.ts';
import { type AdmittedMember, openTestCounter, type TestCounter } from '../counter/test-counter.ts';
import { anyFile, formWith, pdfBytes, pdfFile, pngFile } from '../files/test-files.ts';
import { noticesMessages, noticesRoutes, publishDueNotices } from '../notices/index.ts';
import { notificationsRoutes } from '../notifications/index.ts';
import type { DeliveredRow } from './live-message.ts';
import { outboxRelay } from './relay-outbox.ts';

const HOUR_MS = 3_600_000;

let counter: TestCounter;
let asha: AdmittedMember;
let bina: AdmittedMember;
let told: DeliveredRow[] = [];
let relay: ReturnType<typeof outboxRelay>;

beforeAll(async () => {
  counter = await openTestCounter({}, undefined, [
    { name: 'notices', routes: noticesRoutes, messages: noticesMessages },
    { name: 'notifications', routes: notificationsRoutes },
  ]);
  relay = outboxRelay(counter.platform, (rows) => told.push(...rows));
  await counter.openTill();
  asha = await counter.admitActive('Asha Rawat');
  bina = await counter.admitActive('Bina Negi');
});
afterAll(() => counter.close());

const meeting = {
  kind: 'event',
  priority: 'medium',
  audience: 'members',
  texts: [
    { language: 'en', title: 'Annual general meeting', text: 'At 11 in the school.\n\nPlease come.' },
    { language: 'ne', title: 'वार्षिक साधारण सभा', text: 'विद्यालयमा ११ बजे।' },
  ],
};
const as = (who: Pick<SignedIn, 'inject'>, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) =>
  who.inject({ method, url, ...(payload === undefined ? {} : { payload }) } as InjectOptions);
const write = (change: object = {}, by: SignedIn = counter.manager) =>
  as(by, 'POST', '/api/notices', { ...meeting, ...change });
async function written(change: object = {}): Promise<{ id: string; office: { version: number } }> {
  const answer = await write(change);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json();
}
const publish = (id: string, by: SignedIn = counter.manager) => as(by, 'POST', `/api/notices/${id}/publication`);
async function published(change: object = {}): Promise<string> {
  const { id } = await written(change);
  const answer = await publish(id);
  expect(answer.statusCode, answer.body).toBe(200);
  return id;
}
const titles = async (who: SignedIn, query = '') =>
  (await as(who, 'GET', `/api/notices${query}`)).json().items.map(({ title }: { title: string }) => title) as string[];
const ids = async (who: SignedIn, query = '') =>
  (await as(who, 'GET', `/api/notices${query}`)).json().items.map(({ id }: { id: string }) => id) as string[];
const notified = async (who: SignedIn) =>
  (await as(who, 'GET', '/api/notifications'))
    .json()
    .items.filter(({ event }: { event: string }) => event.startsWith('notice.')) as {
    title: string;
    link: string;
  }[];
/** What the relay has told since the last time, but for what says “look again”. */
async function relayed(): Promise<string[]> {
  told = [];
  await relay.relayOnce();
  return told.map(({ name }) => name).filter((name) => name.startsWith('notice.') && !/changed|drafted/.test(name));
}
const passerBy = (url: string) => counter.inject({ url });
const gone = async (answer: Promise<{ statusCode: number; json(): { code?: string } }>) => {
  const given = await answer;
  return `${given.statusCode} ${given.json().code}`;
};
const onDisk = () =>
  ['files', 'incoming'].flatMap((name) => {
    const folder = join(counter.platform.config.dataFolder, name);
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  }).length;

describe('from the draft to the archive', () => {
  test('a draft is nobody’s but the writers’; published, each gets it in their language or the one there is', async () => {
    const { id } = await written();
    expect(await gone(as(asha.signedIn, 'GET', `/api/notices/${id}`))).toBe('404 NOTICE_NOT_FOUND');
    expect(await gone(as(counter.cashier, 'GET', `/api/notices/${id}`))).toBe('404 NOTICE_NOT_FOUND');
    expect(await titles(counter.manager, '?state=draft')).toEqual(['Annual general meeting']);
    expect(await titles(asha.signedIn, '?state=all')).toEqual([]);
    expect((await write({}, counter.cashier)).statusCode).toBe(403);
    expect((await publish(id, counter.cashier)).statusCode).toBe(403);

    // Asked for again under its key, because the answer was lost, it is published once and says so again.
    const headers = { 'idempotency-key': 'the-meeting-is-published-once' };
    const once = () => counter.manager.inject({ method: 'POST', url: `/api/notices/${id}/publication`, headers });
    const first = await once();
    expect(first.json()).toMatchObject({ state: 'published', office: { publishedBy: 'Meena Joshi' } });
    const again = await once();
    expect([again.statusCode, again.headers['idempotency-replayed'], again.json()]).toEqual([
      200,
      'true',
      first.json(),
    ]);
    expect((await publish(id)).json().code).toBe('NOTICE_PUBLISHED');
    const own = (await as(asha.signedIn, 'GET', `/api/notices/${id}`)).json();
    expect(own).toMatchObject({ title: 'Annual general meeting', languages: ['en', 'ne'], office: null, reads: null });
    const hindi = { 'accept-language': 'hi' };
    const list = (await asha.signedIn.inject({ url: '/api/notices', headers: hindi })).json();
    expect(list.items[0].language).toBe('en');
    expect(await gone(passerBy(`/api/public/notices/${id}`))).toBe('404 NOTICE_NOT_FOUND');

    const archived = (await as(counter.manager, 'DELETE', `/api/notices/${id}`)).json();
    expect(archived).toMatchObject({
      state: 'archived',
      title: 'Annual general meeting',
      office: { archivedBy: 'Meena Joshi' },
    });
    expect(await gone(as(asha.signedIn, 'GET', `/api/notices/${id}`))).toBe('404 NOTICE_NOT_FOUND');
    expect(await gone(as(counter.manager, 'DELETE', `/api/notices/${id}`))).toBe('409 NOTICE_ARCHIVED');
    expect(await ids(counter.manager, '?state=archived')).toEqual([id]);
  });

  test('what is out changes its words, its last day and its pin, and keeps in the trail what it said', async () => {
    const { id, office } = await written({ audience: 'staff' });
    await publish(id);
    const change = {
      ...meeting,
      audience: 'staff',
      texts: [{ language: 'en', title: 'Another day', text: 'On Sunday.' }],
    };
    const put = (body: object) => as(counter.manager, 'PUT', `/api/notices/${id}`, body);
    expect((await put({ ...change, version: office.version })).json().code).toBe('NOTICE_CHANGED_MEANWHILE');
    const { version } = (await as(counter.manager, 'GET', `/api/notices/${id}`)).json().office;
    const louder = (await put({ ...change, priority: 'high', version })).json();
    expect([louder.code, louder.fields[0].path]).toEqual(['NOTICE_IS_OUT', 'priority']);
    expect((await put({ ...change, isPinned: true, version })).json()).toMatchObject({
      title: 'Another day',
      languages: ['en'],
      isPinned: true,
    });
    const trail = await counter.platform.database
      .selectFrom('audit')
      .select('oldValues')
      .where('action', '=', 'notice.changed')
      .executeTakeFirstOrThrow();
    expect(trail.oldValues).toContain('विद्यालयमा');
    expect(await titles(counter.cashier)).toEqual(['Another day']);
    expect(await titles(asha.signedIn)).toEqual([]);
    await as(counter.manager, 'DELETE', `/api/notices/${id}`);
  });

  test('pinned ones stand first, then the newest; the list goes on where it stopped', async () => {
    const first = await published({ isPinned: true });
    const others = [];
    for (const priority of ['low', 'high', 'low']) {
      counter.clock.advance(1_000);
      others.unshift(await published({ priority, audience: 'everyone' }));
    }
    const wanted = [first, ...others];
    expect(await ids(asha.signedIn)).toEqual(wanted);
    const page = (await as(asha.signedIn, 'GET', '/api/notices?limit=2')).json();
    expect(await ids(asha.signedIn, `?limit=2&cursor=${page.nextCursor}`)).toEqual(wanted.slice(2));
    expect(await ids(asha.signedIn, '?priority=high')).toEqual([others[1]]);
    expect(await ids(asha.signedIn, '?q=GENERAL%20meet&kind=event')).toEqual(wanted);
    expect(await ids(asha.signedIn, '?q=100%25')).toEqual([]);
    expect((await as(asha.signedIn, 'GET', '/api/notices?cursor=nonsense')).json().code).toBe('CURSOR_MALFORMED');
    for (const id of wanted) await as(counter.manager, 'DELETE', `/api/notices/${id}`);
  });
});

describe('how it is told', () => {
  test('low stands in the list alone, medium is a notification, high knocks on the phone too', async () => {
    await relayed();
    await counter.platform.transact((trx) => trx.deleteFrom('notification').execute());
    const phone = await subscribe(asha);
    await published({ priority: 'low' });
    expect(await relayed()).toEqual(['notice.for-members']);
    expect([await notified(asha.signedIn), await waitingPushes()]).toEqual([[], 0]);

    const medium = await published({ audience: 'everyone' });
    expect(await relayed()).toEqual(['notice.published']);
    const link = `/notices/${medium}`;
    expect(await notified(asha.signedIn)).toMatchObject([{ title: 'Annual general meeting', link }]);
    expect(await notified(counter.cashier)).toMatchObject([{ link: `/staff/notice-board/${medium}` }]);
    expect(await waitingPushes()).toBe(0);

    await published({ priority: 'high', texts: [{ language: 'hi', title: 'आज बंद', text: 'तूफ़ान आया है।' }] });
    await relayed();
    expect((await notified(asha.signedIn)).map(({ title }) => title)).toEqual(['आज बंद', 'Annual general meeting']);
    expect((await notified(counter.cashier)).length).toBe(1);
    expect(await waitingPushes()).toBe(1);
    await counter.platform.transact((trx) =>
      trx.deleteFrom('push_message').where('subscriptionId', '=', phone).execute(),
    );
  });

  test('a group is who was in it that day: only they are told, and only they find it later', async () => {
    // A year is the most that “soon” may be; hers is for twelve months.
    await counter.changeSetting('notices.maturingDays', 365);
    await openTerm(bina);
    const reach = (audience: string, by = counter.manager) => as(by, 'GET', `/api/notice-reach?audience=${audience}`);
    // Hers is counted before anybody is told; a member who may not log in any more is of the group and is not reached.
    const soon = { audience: 'depositors-maturing', members: 1 };
    expect((await reach('depositors-maturing')).json()).toEqual({ ...soon, logIns: 1 });
    const stand = (status: 'active' | 'suspended') =>
      counter.platform.transact((trx) =>
        trx.updateTable('user').set({ status }).where('id', '=', bina.signedIn.actor.userId).execute(),
      );
    await stand('suspended');
    expect((await reach('depositors-maturing')).json()).toEqual({ ...soon, logIns: 0 });
    await stand('active');
    expect((await reach('borrowers')).json()).toEqual({ audience: 'borrowers', members: 0, logIns: 0 });
    const [members, staff, everyone] = await Promise.all(
      ['members', 'staff', 'everyone'].map(async (audience) => (await reach(audience)).json()),
    );
    expect(members).toEqual({ audience: 'members', members: null, logIns: 3 });
    expect(everyone.logIns).toBe(members.logIns + staff.logIns);
    expect((await reach('members', counter.cashier)).statusCode).toBe(403);
    expect((await reach('nobody')).statusCode).toBe(400);
    const before = await notified(asha.signedIn);
    const id = await published({ audience: 'depositors-maturing', priority: 'high' });
    expect(await relayed()).toEqual(['notice.for-group']);
    expect((await notified(bina.signedIn))[0]).toMatchObject({ link: `/notices/${id}` });
    expect(await notified(asha.signedIn)).toEqual(before);
    expect(await gone(as(asha.signedIn, 'GET', `/api/notices/${id}`))).toBe('404 NOTICE_NOT_FOUND');
    expect((await as(bina.signedIn, 'GET', `/api/notices/${id}`)).statusCode).toBe(200);
    await openTerm(asha);
    expect(await ids(asha.signedIn)).not.toContain(id);
    expect((await as(counter.manager, 'GET', `/api/notices/${id}`)).json().reads).toEqual({ read: 0, of: 1 });
    await published({ audience: 'borrowers-in-arrears' });
    expect(await relayed()).toEqual([]);
  });

  test('who has read it is known once, and to the writers alone', async () => {
    const id = await published();
    const read = () => as(asha.signedIn, 'POST', `/api/notices/${id}/reading`);
    const first = (await read()).json().readAt;
    counter.clock.advance(60_000);
    expect((await read()).json().readAt).toBe(first);
    expect(await ids(asha.signedIn, '?unread=true')).not.toContain(id);
    expect(await ids(bina.signedIn, '?unread=true')).toContain(id);
    // The third log-in of a member is that of whoever this house was opened with.
    expect((await as(counter.manager, 'GET', `/api/notices/${id}`)).json().reads).toEqual({ read: 1, of: 3 });
    const readers = `/api/notices/${id}/readers`;
    expect((await as(counter.manager, 'GET', readers)).json()).toEqual({
      items: [{ name: 'Asha Rawat', memberId: asha.id, memberNumber: asha.number, readAt: first }],
      nextCursor: null,
    });
    expect((await as(counter.cashier, 'GET', readers)).statusCode).toBe(403);

    const csv = await as(counter.manager, 'GET', '/api/notices.csv?limit=1');
    const rows = csv.body.trim().split('\r\n').slice(1);
    expect(rows).toHaveLength((await ids(counter.manager, '?limit=200')).length);
    const { publishedAt } = (await as(counter.manager, 'GET', `/api/notices/${id}`)).json();
    expect(rows).toContain(`Annual general meeting,Event,All members,With a notification,Up,${publishedAt},,1,3`);
  });
});

describe('its day', () => {
  test('it waits for its day and hour on the society’s clock, goes out once, and is over after its last day', async () => {
    await relayed();
    // The society keeps Indian time: 09:30 there is four o'clock in UTC.
    const { id } = await written({ publishOn: '2027-03-01', publishTime: '09:30', expiresOn: '2027-03-02' });
    expect((await publish(id)).json().state).toBe('scheduled');
    expect(await ids(counter.manager, '?state=scheduled')).toEqual([id]);
    expect((await as(counter.manager, 'DELETE', `/api/notices/${id}/publication`)).json().state).toBe('draft');
    expect(await gone(as(counter.manager, 'DELETE', `/api/notices/${id}/publication`))).toBe('409 NOTICE_NOT_WAITING');
    await publish(id);

    counter.clock.set(Date.parse('2027-03-01T03:59:59Z'));
    expect(await publishDueNotices(counter.platform)).toBe(0);
    counter.clock.set(Date.parse('2027-03-01T04:00:00Z'));
    const both = await Promise.all([publishDueNotices(counter.platform), publishDueNotices(counter.platform)]);
    expect(both[0] + both[1]).toBe(1);
    expect(await publishDueNotices(counter.platform)).toBe(0);
    expect(await relayed()).toEqual(['notice.for-members']);
    expect(await ids(asha.signedIn)).toContain(id);

    // The last day counts whole: midnight there is half past six in the evening in UTC.
    counter.clock.set(Date.parse('2027-03-02T18:29:59Z'));
    expect(await ids(asha.signedIn)).toContain(id);
    counter.clock.advance(1_000);
    expect(await ids(asha.signedIn)).not.toContain(id);
    expect((await as(asha.signedIn, 'GET', `/api/notices/${id}`)).json().state).toBe('expired');
    expect(await ids(asha.signedIn, '?state=expired')).toContain(id);
  });

  test('a passer-by reads what is for everyone, while it is up', async () => {
    const id = await published({ audience: 'everyone', expiresOn: '2027-03-05' });
    await as(counter.manager, 'POST', `/api/notices/${id}/file`);
    const seen = (await passerBy('/api/public/notices')).json().items.map((notice: { id: string }) => notice.id);
    expect(seen).toContain(id);
    expect((await passerBy(`/api/public/notices/${id}`)).json()).toMatchObject({ texts: meeting.texts, file: null });
    expect((await passerBy(`/api/public/notices/${id}`)).body).not.toMatch(/Meena|readAt|office/);
    counter.clock.advance(4 * 24 * HOUR_MS);
    expect(await gone(passerBy(`/api/public/notices/${id}`))).toBe('404 NOTICE_NOT_FOUND');
  });
});

describe('its PDF', () => {
  test('is kept, served only to whom the notice is for, and the one before it stays on the disk', async () => {
    const id = await published();
    const before = onDisk();
    const send = (file: File, by: SignedIn = counter.manager) =>
      by.inject({ method: 'POST', url: `/api/notices/${id}/file`, payload: formWith(file) });
    const added = await send(pdfFile('the agenda', 'Agenda कार्यसूची.pdf'));
    expect(added.json().file, added.body).toEqual({ name: 'Agenda कार्यसूची.pdf', bytes: pdfBytes('the agenda').length });
    const download = await as(asha.signedIn, 'GET', `/api/notices/${id}/download`);
    expect(download.rawPayload.equals(pdfBytes('the agenda'))).toBe(true);
    expect(download.headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' });
    expect(download.headers['content-security-policy']).toContain('sandbox');
    expect((await passerBy(`/api/public/notices/${id}/download`)).statusCode).toBe(404);
    expect((await send(pdfFile(), counter.cashier)).statusCode).toBe(403);

    await send(pdfFile('the new agenda'));
    expect(onDisk()).toBe(before + 2);
    await as(counter.manager, 'DELETE', `/api/notices/${id}/file`);
    expect((await as(asha.signedIn, 'GET', `/api/notices/${id}/download`)).statusCode).toBe(404);
    expect(onDisk()).toBe(before + 2);
  });

  test.each<[string, () => File, number, string]>([
    [
      'a PDF that is HTML',
      () => anyFile(Buffer.from('<!doctype html><script>alert(1)</script>'), 'a.pdf'),
      422,
      'FILE_TYPE',
    ],
    ['a picture', () => pngFile(), 422, 'NOTICE_FILE_PDF'],
    ['a PDF cut off', () => anyFile(pdfBytes().subarray(0, -9), 'a.pdf'), 422, 'FILE_CUT_OFF'],
    ['a name of 10,000 letters', () => pdfFile('x', `${'x'.repeat(10_000)}.pdf`), 422, 'FILE_NAME_LONG'],
    ['a name that climbs', () => anyFile(pdfBytes(), '../../x'), 422, 'FILE_NAME'],
  ])('%s is refused, and nothing stays on the disk', async (_what, file, status, code) => {
    const { id } = await written();
    const before = onDisk();
    const answer = await counter.manager.inject({
      method: 'POST',
      url: `/api/notices/${id}/file`,
      payload: formWith(file()),
    });
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    expect(onDisk()).toBe(before);
    expect((await as(counter.manager, 'GET', `/api/notices/${id}`)).json().file).toBe(null);
  });
});

describe('what is refused, whole', () => {
  test('a script is text like any other, and comes back as it was typed', async () => {
    const text = '<script>alert(1)</script>\n<img src=x onerror=alert(2)>';
    const { id } = await written({ audience: 'everyone', texts: [{ language: 'en', title: '<b>Bold</b>', text }] });
    await publish(id);
    const seen = (await passerBy(`/api/public/notices/${id}`)).json();
    expect([seen.title, seen.texts[0].text]).toEqual(['<b>Bold</b>', text]);
    const paper = await as(counter.manager, 'GET', `/api/notices/${id}/notice.pdf`);
    expect([paper.statusCode, paper.headers['content-type']]).toEqual([200, 'application/pdf']);
  });

  test.each<[object, number, string, string]>([
    [{ publishOn: '2027-04-10', expiresOn: '2027-04-09' }, 422, 'NOTICE_ENDS_BEFORE', 'expiresOn'],
    [{ publishTime: '10:00' }, 422, 'NOTICE_TIME_ALONE', 'publishTime'],
    [{ publishOn: '2027-04-10', publishTime: '25:00' }, 400, 'NOTICE_TIME_FORM', 'publishTime'],
    [{ publishOn: '2027-02-30' }, 400, 'DAY_MALFORMED', 'publishOn'],
    [{ audience: 'the neighbours' }, 400, 'NOT_ONE_OF', 'audience'],
    [{ texts: [] }, 400, 'TOO_FEW_ITEMS', 'texts'],
    [{ texts: [meeting.texts[0], meeting.texts[0]] }, 400, 'NOTICE_LANGUAGE_TWICE', 'texts'],
    [{ texts: [{ language: 'en', title: 'x'.repeat(10_000), text: 'A text' }] }, 400, 'TOO_LONG', 'texts.0.title'],
    [{ status: 'published' }, 400, 'UNKNOWN_KEY', 'status'],
  ])('%j', async (change, status, code, path) => {
    const count = async () => (await counter.platform.database.selectFrom('notice').select('id').execute()).length;
    const before = await count();
    const answer = await write(change);
    const problem = answer.json();
    expect([answer.statusCode, problem.fields?.[0]?.code ?? problem.code, problem.fields?.[0]?.path]).toEqual([
      status,
      code,
      path,
    ]);
    expect(await count()).toBe(before);
  });

  test('what is over before it is out is not published; a copy of a request writes nothing twice', async () => {
    const { id } = await written({ expiresOn: '2026-01-01' });
    expect((await publish(id)).json()).toMatchObject({ status: 422, code: 'NOTICE_OVER' });
    const headers = { 'idempotency-key': 'the-same-notice-twice' };
    const send = () => counter.manager.inject({ method: 'POST', url: '/api/notices', headers, payload: meeting });
    const [one, other] = [await send(), await send()];
    expect([one.json().id, other.headers['idempotency-replayed']]).toEqual([other.json().id, 'true']);
  });
});

async function subscribe({ signedIn }: AdmittedMember): Promise<number> {
  const { userId } = signedIn.actor;
  const { insertId } = await counter.platform.transact((trx) =>
    trx
      .insertInto('push_subscription')
      .values({
        ...{ userId, sessionId: 'a session', endpoint: 'https://push.example/1', endpointHash: 'hash' },
        ...{ p256dh: 'key', auth: 'secret', createdAt: counter.clock.now() },
      })
      .executeTakeFirstOrThrow(),
  );
  return Number(insertId);
}

const waitingPushes = async () =>
  (await counter.platform.database.selectFrom('push_message').select('id').execute()).length;

async function openTerm({ id }: AdmittedMember): Promise<void> {
  const term = { memberId: id, productCode: 'FD', amount: '1000.00', months: 12, payment: { mode: 'cash' } };
  const opened = await counter.post('/api/deposits', term);
  expect(opened.statusCode, opened.body).toBe(201);
}

describe('the list of what somebody was told', () => {
  test('by kind, by what is unread, and page by page', async () => {
    await counter.deposit(asha, '500.00');
    await relay.relayOnce();
    const list = async (query: string) => (await as(asha.signedIn, 'GET', `/api/notifications?${query}`)).json();
    const events = async (query: string): Promise<string[]> =>
      (await list(query)).items.map(({ event }: { event: string }) => event);
    expect(new Set(await events('kind=money'))).toEqual(new Set(['receipt.issued']));
    const notices = await events('kind=notices');
    expect(notices.length).toBeGreaterThan(1);
    expect(notices.every((event) => event.startsWith('notice.'))).toBe(true);

    const [newest] = (await list('kind=money&unread=true')).items;
    await as(asha.signedIn, 'POST', '/api/notifications/read', { ids: [newest.id] });
    const unread = (await list('kind=money&unread=true')).items.map(({ id }: { id: string }) => id);
    expect(unread).not.toContain(newest.id);

    const first = await list('kind=notices&limit=1');
    const second = await list(`kind=notices&limit=1&cursor=${first.nextCursor}`);
    expect(Number(second.items[0].id)).toBeLessThan(Number(first.items[0].id));
    expect(await list('cursor=x')).toMatchObject({ code: 'CURSOR_MALFORMED' });
    expect((await as(asha.signedIn, 'GET', '/api/notifications?kind=gossip')).statusCode).toBe(400);
  });
});
