import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type SignedIn, type TestApp } from '../../platform/http/test-app.ts';
import { formWith, pngFile } from '../files/test-files.ts';
import { societyFeatures } from '../setup/test-features.ts';
import { setUpTestSociety } from '../setup/test-society.ts';
import { admitMember, applicantBody, payDues } from './test-members.ts';

let kafal: TestApp;
let clerk: SignedIn;
let manager: SignedIn;
let committee: SignedIn;
let memberId: number;

beforeEach(async () => {
  kafal = await createTestApp(societyFeatures);
  await setUpTestSociety(kafal.platform);
  clerk = await kafal.staff('cashier', 'Kiran Cashier');
  manager = await kafal.staff('manager', 'Meena Manager');
  committee = await kafal.staff('committee', 'Chandra Committee');
  ({ memberId } = await admitMember(kafal.platform, { clerk, manager }));
});
afterEach(() => kafal.close());

const get = async (path: string, who = manager) =>
  (await who.inject({ url: `/api/members/${memberId}${path}` })).json();
const post = (path: string, payload: object, who = manager) =>
  who.inject({ method: 'POST', url: `/api/members/${memberId}${path}`, payload });

describe('notes', () => {
  test('stand with who wrote them and when, newest first, and are counted', async () => {
    await post('/notes', { text: 'Comes on Fridays.' }, clerk);
    kafal.clock.advance(60_000);
    await post('/notes', { text: 'सुबह फ़ोन न करें।' });

    expect((await get('/notes')).items).toMatchObject([
      { text: 'सुबह फ़ोन न करें।', by: 'Meena Manager', at: '2026-11-30T04:31:00.000Z' },
      { text: 'Comes on Fridays.', by: 'Kiran Cashier', at: '2026-11-30T04:30:00.000Z' },
    ]);
    expect(await get('/counts')).toMatchObject({ notes: 2, papers: 0, receipts: 0, waiting: 0 });
    const first = await get('/notes?limit=1');
    const second = await get(`/notes?limit=1&cursor=${first.nextCursor}`);
    expect([first.items[0].by, second.items[0].by, second.nextCursor]).toEqual([
      'Meena Manager',
      'Kiran Cashier',
      null,
    ]);
  });

  test('of nothing, of too much and about nobody are refused', async () => {
    expect((await post('/notes', { text: ' ' })).json()).toMatchObject({ fields: [{ code: 'TEXT_TOO_SHORT' }] });
    expect((await post('/notes', { text: 'x'.repeat(1_001) })).json()).toMatchObject({
      fields: [{ code: 'TEXT_TOO_LONG' }],
    });
    const nobody = await manager.inject({
      method: 'POST',
      url: '/api/members/999999/notes',
      payload: { text: 'Nobody' },
    });
    expect([nobody.statusCode, nobody.json().code]).toEqual([404, 'MEMBER_NOT_FOUND']);
  });
});

describe('the timeline', () => {
  const live = async () => {
    await payDues(kafal.platform, clerk, memberId);
    kafal.clock.advance(1_000);
    await post('/notes', { text: 'First note' });
    kafal.clock.advance(1_000);
    await manager.inject({
      method: 'POST',
      url: `/api/members/${memberId}/files?kind=photo`,
      payload: formWith(pngFile()),
    });
    // At one and the same moment: the order of the sources decides, and nothing is lost between pages.
    await post('/status-changes', {
      toStatus: 'suspended',
      reason: 'Order of the committee',
      effectiveOn: '2026-11-30',
    });
    const [asked] = (await committee.inject({ url: '/api/approvals' })).json().items;
    await committee.inject({
      method: 'POST',
      url: `/api/approvals/${asked.id}/approval`,
      headers: { 'idempotency-key': 'the-committee-says-yes' },
      payload: {},
    });
    await post('/notes', { text: 'Second note' });
  };

  test('holds what happened, newest first, each with its person', async () => {
    await live();
    const { items, nextCursor } = await get('/timeline');

    expect(items.map(({ kind, code, by }: Record<string, string>) => [kind, code, by])).toEqual([
      ['status', 'suspended', 'Meena Manager'],
      ['papers', 'file.added', 'Meena Manager'],
      ['approvals', 'member-status.approved', 'Meena Manager → Chandra Committee'],
      ['notes', 'note', 'Meena Manager'],
      ['notes', 'note', 'Meena Manager'],
      ['status', 'active', null],
      ['profile', 'member.approved', 'Meena Manager'],
    ]);
    expect(nextCursor).toBeNull();
  });

  test('page by page is the same as at once, whatever the size of a page', async () => {
    await live();
    const whole = (await get('/timeline')).items;
    for (const limit of [1, 2, 3]) {
      const paged: unknown[] = [];
      let cursor = '';
      do {
        const page = await get(`/timeline?limit=${limit}${cursor}`);
        paged.push(...page.items);
        cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
      } while (cursor !== '');
      expect(paged).toEqual(whole);
    }
  });

  test('is asked for one kind, and refuses a place that is none', async () => {
    await live();
    const { items } = await get('/timeline?kind=notes');
    expect(items.map(({ text }: { text: string }) => text)).toEqual(['Second note', 'First note']);
    for (const cursor of [
      'x',
      Buffer.from('[1,2]').toString('base64url'),
      Buffer.from('["a",1,1]').toString('base64url'),
    ]) {
      const answer = await manager.inject({ url: `/api/members/${memberId}/timeline?cursor=${cursor}` });
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'CURSOR_MALFORMED']);
    }
  });
});

describe('the checks of an application', () => {
  const checksOf = async (change: Record<string, unknown> = {}) => {
    const registered = await clerk.inject({
      method: 'POST',
      url: '/api/admin/member-requests',
      payload: applicantBody(change),
    });
    expect(registered.statusCode, registered.body).toBe(201);
    const { items } = (
      await manager.inject({ url: `/api/admin/member-requests?q=${registered.json().trackingNumber}` })
    ).json();
    const { checks } = (await manager.inject({ url: `/api/admin/member-requests/${items[0].id}` })).json();
    return {
      id: items[0].id as string,
      of: (code: string) => checks.find((check: { code: string }) => check.code === code),
    };
  };

  test('say what the society asks for and does not have', async () => {
    const { id, of } = await checksOf();
    expect(of('papers')).toMatchObject({
      result: 'look',
      value: '0 / 4',
      missing: ['photo', 'signature', 'identity_proof', 'address_proof'],
    });
    const url = `/api/admin/member-requests/${id}/files?kind=photo`;
    await clerk.inject({ method: 'POST', url, payload: formWith(pngFile()) });
    const again = (await manager.inject({ url: `/api/admin/member-requests/${id}` })).json();
    expect(again.checks.find((check: { code: string }) => check.code === 'papers')).toMatchObject({
      value: '1 / 4',
      missing: ['signature', 'identity_proof', 'address_proof'],
    });
  });

  test('name the members who share a phone or sound alike', async () => {
    await admitMember(kafal.platform, { clerk, manager }, { name: 'Geeta Bisht', phone: '9811777777' });
    const same = await checksOf({ name: 'Gita Bisht', phone: '9811777777', phoneSharedReason: 'One phone at home' });
    expect(same.of('phone')).toMatchObject({ result: 'look', members: [{ name: 'Geeta Bisht' }] });
    expect(same.of('nameAndBirthDate')).toMatchObject({ result: 'good', members: [] });

    const alike = await checksOf({ name: 'Gita Bisht' });
    expect(alike.of('phone')).toMatchObject({ result: 'good' });
    expect(alike.of('nameSound')).toMatchObject({ result: 'look', members: [{ name: 'Geeta Bisht' }] });
  });

  test('stop at a minor without a guardian, and count the nominees and the dues', async () => {
    const minor = { memberClass: 'minor', dateOfBirth: '2015-01-01', parentOrSpouseName: undefined };
    expect((await checksOf(minor)).of('age')).toMatchObject({ result: 'bad', value: '11' });
    const guarded = await checksOf({ ...minor, parentOrSpouseName: 'Mohan Rawat' });
    expect(guarded.of('age')).toMatchObject({ result: 'look', detail: 'A minor; parent or guardian: Mohan Rawat.' });
    expect(guarded.of('nominees')).toMatchObject({ result: 'good', value: '100.00 %' });
    // 100 + 200 + 50, and five shares of 100.
    expect(guarded.of('dues')).toMatchObject({ value: '850.00' });
  });
});
