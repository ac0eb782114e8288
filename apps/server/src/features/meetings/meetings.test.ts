// A general meeting from its draft to its minutes: called in time, attended, voted in secret, and what is refused.

import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/http/test-app.ts';
import { type AdmittedMember, openTestCounter, type TestCounter } from '../counter/test-counter.ts';
import { noticesMessages, noticesRoutes } from '../notices/index.ts';
import { meetingsMessages, meetingsRoutes } from './index.ts';

const DAY_MS = 86_400_000;
const names = ['Asha Rawat', 'Bina Negi', 'Chand Pal', 'Deepa Rana', 'Esha Bisht', 'Farid Khan'];

let counter: TestCounter;
let chair: SignedIn;
let second: SignedIn;
let members: AdmittedMember[];

beforeAll(async () => {
  counter = await openTestCounter({}, undefined, [
    { name: 'notices', routes: noticesRoutes, messages: noticesMessages },
    { name: 'meetings', routes: meetingsRoutes, messages: meetingsMessages },
  ]);
  await counter.openTill();
  chair = await counter.staff('committee', 'Hari Chandra');
  second = await counter.staff('committee', 'Gita Devi');
  members = [];
  for (const name of names) members.push(await counter.admitActive(name));
  await counter.platform.transact((trx) =>
    trx.updateTable('member').set({ memberClass: 'nominal' }).where('name', '=', 'Farid Khan').execute(),
  );
});
afterAll(() => counter.close());

const as = (who: Pick<SignedIn, 'inject'>, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) =>
  who.inject({ method, url, ...(payload === undefined ? {} : { payload }) } as InjectOptions);
async function ok(answer: ReturnType<typeof as>, status = 200) {
  const given = await answer;
  expect(given.statusCode, given.body).toBe(status);
  return given.json();
}
const said = async (answer: ReturnType<typeof as>) => {
  const given = await answer;
  return `${given.statusCode} ${given.json().code}`;
};
const plan = (change: object = {}) => ({
  ...{ kind: 'annual', title: 'Annual general meeting', heldOn: '2026-12-15', heldTime: '11:00' },
  ...{ place: 'Hall of the school', chairUserId: String(chair.actor.userId) },
  items: [{ kind: 'text', title: 'Accounts of the year', text: 'To adopt the accounts.' }],
  ...change,
});
const draft = async (change: object = {}) => ok(as(counter.manager, 'POST', '/api/meetings', plan(change)), 201);
const member = (place: number) => members[place] as AdmittedMember;
const act = (id: string, what: string, payload: object = {}, by: SignedIn = counter.manager) =>
  as(by, 'POST', `/api/meetings/${id}/${what}`, payload);
const onResolution = (id: string, what: string, payload: object = {}, by: SignedIn = counter.manager) =>
  as(by, 'POST', `/api/resolutions/${id}/${what}`, payload);
const attend = async (id: string, place: number) =>
  ok(act(id, 'attendance', { who: member(place).number })) as Promise<{ invitee: { id: string } }>;
const rows = (table: 'vote_mark' | 'ballot', resolutionId: string) =>
  counter.platform.database.selectFrom(table).selectAll().where('resolutionId', '=', Number(resolutionId)).execute();

async function openedMeeting(change: object = {}, there: readonly number[] = [0, 1, 2]) {
  const { id } = await draft(change);
  await ok(act(id, 'call'));
  await counter.platform.transact((trx) =>
    trx
      .updateTable('meeting')
      .set({ heldOn: '2026-11-30' as never })
      .where('id', '=', Number(id))
      .execute(),
  );
  await ok(act(id, 'opening'));
  const ids: string[] = [];
  for (const place of there) ids.push((await attend(id, place)).invitee.id);
  return { id: id as string, ids };
}
async function proposed(id: string, [proposerId, seconderId]: readonly string[], change: object = {}) {
  const body = { text: 'Resolved that the accounts are adopted.', proposerId, seconderId, ...change };
  const meeting = await ok(act(id, 'resolutions', body));
  return meeting.resolutions.at(-1).id as string;
}

test('a general meeting needs its clear days; its notice goes to all members and fixes who may vote', async () => {
  // Today is 30 November: fourteen clear days are 1 to 14 December.
  const early = await draft({ heldOn: '2026-12-14' });
  const late = await act(early.id, 'call');
  expect([late.statusCode, late.json().code, late.json().fields?.[0]?.path]).toEqual([
    422,
    'MEETING_TOO_LATE',
    'heldOn',
  ]);
  expect(late.json().detail).toContain('2026-12-15');
  const changed = await ok(
    as(counter.manager, 'PUT', `/api/meetings/${early.id}`, { ...plan(), version: early.version }),
  );
  expect(
    await said(as(counter.manager, 'PUT', `/api/meetings/${early.id}`, { ...plan(), version: early.version })),
  ).toBe('409 MEETING_CHANGED_MEANWHILE');
  expect(await said(as(member(0).signedIn, 'GET', `/api/meetings/${early.id}`))).toBe('404 MEETING_NOT_FOUND');
  const called = await ok(act(changed.id, 'call'));
  expect(called).toMatchObject({
    state: 'called',
    calledOn: '2026-11-30',
    votersOn: '2026-11-30',
    entitled: 5,
    quorum: 1,
  });
  expect(await said(act(changed.id, 'call'))).toBe('409 MEETING_NOT_DRAFT');
  const notice = await ok(as(member(0).signedIn, 'GET', `/api/notices/${called.noticeId}`));
  // A notice that the law asks for: nobody turns it off.
  const told = await counter.platform.database
    .selectFrom('outbox')
    .select('name')
    .where('payload', 'like', `%"noticeId":${called.noticeId},%`)
    .execute();
  expect(told.map(({ name }) => name)).toContain('notice.of-law');
  expect(notice.texts.map(({ language }: { language: string }) => language)).toEqual(['en', 'hi', 'ne']);
  expect(notice.texts[0].text).toContain('1. Accounts of the year');
  const own = await ok(as(member(5).signedIn, 'GET', `/api/meetings/${called.id}`));
  expect(own.own).toEqual({ mayVote: false, noVoteBecause: 'class', isPresent: false });
  expect(own.steps).toEqual([]);

  // Put off: in time, with a new notice in the place of the first.
  const moved = { heldOn: '2026-12-20', heldTime: '12:00', reason: 'The hall is not free' };
  expect(await said(act(called.id, 'postponement', { ...moved, heldOn: '2026-12-01' }))).toBe('422 MEETING_TOO_LATE');
  const later = await ok(act(called.id, 'postponement', moved));
  expect(later).toMatchObject({ heldOn: '2026-12-20', heldTime: '12:00', state: 'called' });
  expect(await said(as(member(0).signedIn, 'GET', `/api/notices/${called.noticeId}`))).toBe('404 NOTICE_NOT_FOUND');
  expect(await said(act(called.id, 'opening'))).toBe('422 MEETING_TOO_EARLY');
  const pdf = await as(member(0).signedIn, 'GET', `/api/meetings/${called.id}/notice.pdf?language=hi`);
  expect([pdf.statusCode, pdf.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  expect((await ok(act(called.id, 'cancellation', { reason: 'There is nothing to decide' }))).state).toBe('cancelled');
});

test('attendance counts once, by number or by a code that is good for a minute', async () => {
  const { id } = await openedMeeting({}, []);
  const { code } = await ok(as(member(0).signedIn, 'GET', `/api/meetings/${id}/code`));
  const first = await ok(act(id, 'attendance', { who: code }));
  expect(first).toMatchObject({ wasPresent: false, present: 1, invitee: { name: 'Asha Rawat', isPresent: true } });
  expect(await ok(act(id, 'attendance', { who: code }))).toMatchObject({ wasPresent: true, present: 1 });
  const other = await ok(as(member(1).signedIn, 'GET', `/api/meetings/${id}/code`));
  expect(
    await said(act(id, 'attendance', { who: other.code.replace(/.$/, (last: string) => (last === 'x' ? 'y' : 'x')) })),
  ).toBe('422 ATTENDANCE_CODE');
  counter.clock.advance(61_000);
  expect(await said(act(id, 'attendance', { who: other.code }))).toBe('422 ATTENDANCE_CODE');
  expect(await ok(act(id, 'attendance', { who: member(1).number.toLowerCase() }))).toMatchObject({ present: 2 });
  expect(await said(act(id, 'attendance', { who: 'Nobody of that name' }))).toBe('422 ATTENDANCE_WHO_NONE');
  // A nominal member may come, and does not count.
  const nominal = await attend(id, 5);
  expect(nominal).toMatchObject({ present: 2, invitee: { mayVote: false, noVoteBecause: 'class' } });
  expect(await ok(as(counter.manager, 'DELETE', `/api/meetings/${id}/attendance/${nominal.invitee.id}`))).toMatchObject(
    {
      invitee: { isPresent: false },
    },
  );
  expect(await said(as(member(0).signedIn, 'POST', `/api/meetings/${id}/attendance`, { who: code }))).toBe(
    '403 FOR_STAFF_ONLY',
  );
  const list = await ok(as(counter.manager, 'GET', `/api/meetings/${id}/people?which=present`));
  expect(list.items.map(({ name }: { name: string }) => name)).toEqual(['Asha Rawat', 'Bina Negi']);
  const voters = await as(counter.manager, 'GET', `/api/meetings/${id}/voters.pdf`);
  expect(voters.statusCode).toBe(200);
});

test('a secret vote: one each, only by who is there and may, counted once, and nothing joins a ballot to its voter', async () => {
  const { id, ids } = await openedMeeting({}, [0, 1, 2, 5]);
  const resolution = await proposed(id, ids);
  expect(await said(onResolution(resolution, 'ballots', { choice: 'for' }, member(0).signedIn))).toBe(
    '409 VOTE_NOT_OPEN',
  );
  await ok(onResolution(resolution, 'vote', { manner: 'secret' }, chair));
  const both = await Promise.all(
    [1, 2].map(() => onResolution(resolution, 'ballots', { choice: 'for' }, member(0).signedIn)),
  );
  expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
  expect(both.find(({ statusCode }) => statusCode === 409)?.json().code).toBe('VOTE_CAST_ALREADY');
  expect(await said(onResolution(resolution, 'ballots', { choice: 'for' }, member(5).signedIn))).toBe(
    '403 VOTE_NO_RIGHT_CLASS',
  );
  expect(await said(onResolution(resolution, 'ballots', { choice: 'for' }, member(3).signedIn))).toBe(
    '403 VOTE_NOT_PRESENT',
  );
  expect(await said(onResolution(resolution, 'ballots', { choice: 'for' }, counter.manager))).toBe(
    '403 VOTE_NOT_INVITED',
  );
  expect(await said(onResolution(resolution, 'ballots', { choice: 'for', inviteeId: ids[2] }, chair))).toBe(
    '403 VOTE_DESK',
  );
  await counter.setStatus(member(1).id, 'suspended');
  expect(await said(onResolution(resolution, 'ballots', { choice: 'for', inviteeId: ids[1] }))).toBe(
    '403 VOTE_NO_RIGHT_STATUS',
  );
  await counter.setStatus(member(1).id, 'active');
  await ok(onResolution(resolution, 'ballots', { choice: 'against' }, member(1).signedIn));
  // At the desk, for whom the phone is at home.
  await ok(onResolution(resolution, 'ballots', { choice: 'for', inviteeId: ids[2] }));
  expect(await said(act(id, 'closure'))).toBe('409 MEETING_VOTE_OPEN');
  const running = await ok(as(member(2).signedIn, 'GET', `/api/meetings/${id}`));
  expect(running.resolutions[0]).toMatchObject({ cast: 3, votes: null, mayVote: false, hasVoted: true });

  const counted = await ok(onResolution(resolution, 'count', {}, chair));
  const result = {
    state: 'carried',
    number: 'GB/2026-27/001',
    votes: { for: 2, against: 1, abstained: 0 },
    openVotes: [],
  };
  expect(counted.resolutions[0]).toMatchObject(result);
  expect((await ok(onResolution(resolution, 'count', {}, chair))).resolutions[0]).toMatchObject(result);
  expect(await said(onResolution(resolution, 'ballots', { choice: 'for' }, member(3).signedIn))).toBe(
    '409 VOTE_CLOSED',
  );

  const marks = await rows('vote_mark', resolution);
  const ballots = await rows('ballot', resolution);
  expect(marks.map((mark) => Object.keys(mark).toSorted())).toEqual(
    marks.map(() => ['choice', 'inviteeId', 'kind', 'reason', 'resolutionId']),
  );
  expect(marks.every((mark) => 'choice' in mark && (mark.choice as string | null) === null)).toBe(true);
  expect(ballots.map((ballot) => Object.keys(ballot).toSorted())).toEqual(
    ballots.map(() => ['choice', 'id', 'resolutionId']),
  );
  // Neither the trail, nor what is told, nor a kept request says how anybody voted.
  const audits = await counter.platform.database
    .selectFrom('audit')
    .select('newValues')
    .where('action', '=', 'resolution.voted-at-desk')
    .execute();
  expect(audits.map(({ newValues }) => JSON.parse(newValues ?? '{}'))).toEqual([{ inviteeId: Number(ids[2]) }]);
  const keys = await counter.platform.database.selectFrom('idempotency').selectAll().execute();
  expect(JSON.stringify(keys)).not.toContain('ballots');
  expect(await said(as(counter.manager, 'DELETE', `/api/meetings/${id}/attendance/${ids[0]}`))).toBe(
    '409 ATTENDANCE_TOOK_PART',
  );
});

test('hands, greater majorities, a tie and the casting vote; numbers follow without a gap', async () => {
  const { id, ids } = await openedMeeting({}, [0, 1, 2, 3]);
  const two = await proposed(id, ids, { majority: 'two-thirds' });
  expect(await said(onResolution(two, 'hands', { for: 4, against: 1, abstained: 0 }))).toBe(
    '422 RESOLUTION_HANDS_MANY',
  );
  const lost = await ok(onResolution(two, 'hands', { for: 2, against: 2, abstained: 0 }));
  expect(lost.resolutions.at(-1)).toMatchObject({ state: 'lost', number: 'GB/2026-27/002', manner: 'hands' });
  const tied = await proposed(id, ids);
  expect(
    (await ok(onResolution(tied, 'hands', { for: 2, against: 2, abstained: 0 }))).resolutions.at(-1),
  ).toMatchObject({
    ...{ state: 'tied', number: null },
  });
  expect(await said(onResolution(tied, 'casting-vote', { choice: 'for' }))).toBe('403 MEETING_NOT_CHAIR');
  const decided = await ok(onResolution(tied, 'casting-vote', { choice: 'for' }, chair));
  expect(decided.resolutions.at(-1)).toMatchObject({ state: 'carried', number: 'GB/2026-27/003', castingVote: 'for' });
  expect(await said(onResolution(tied, 'casting-vote', { choice: 'for' }, chair))).toBe('409 RESOLUTION_NOT_TIED');
  expect(await said(act(id, 'resolutions', { text: 'Something', proposerId: ids[0], seconderId: ids[0] }))).toBe(
    '422 RESOLUTION_PROPOSER',
  );
  const listed = await ok(as(counter.manager, 'GET', '/api/resolutions?q=GB'));
  expect(listed.items.map(({ number }: { number: string }) => number)).toEqual(['GB/2026-27/003', 'GB/2026-27/001']);
  // Of what was declined nobody can make use.
  const shares = await counter.post(
    '/api/share-allotments',
    { memberId: member(0).id, resolutionNumber: 'GB/2026-27/002' },
    counter.manager,
  );
  expect(shares.statusCode).toBeGreaterThanOrEqual(400);
});

test('without a quorum nothing is resolved; the meeting is adjourned by the rule and meets again', async () => {
  await counter.changeSetting('meetings.generalQuorum', '51');
  await counter.changeSetting('meetings.adjournedQuorum', '33.33');
  // 51 % of five are three.
  const { id, ids } = await openedMeeting({}, [0, 1]);
  const view = await ok(as(counter.manager, 'GET', `/api/meetings/${id}`));
  expect(view).toMatchObject({ present: 2, quorum: 3, isQuorate: false });
  expect(view.adjournableTo).toEqual({ heldOn: '2026-11-30', heldTime: '11:30' });
  const waiting = await proposed(id, ids);
  expect(await said(onResolution(waiting, 'hands', { for: 2, against: 0, abstained: 0 }))).toBe(
    '422 MEETING_NO_QUORUM',
  );
  expect(await said(onResolution(waiting, 'vote', { manner: 'open' }))).toBe('422 MEETING_NO_QUORUM');
  await ok(onResolution(waiting, 'withdrawal'));
  const again = { heldOn: '2026-11-30', heldTime: '11:29', reason: 'There was no quorum' };
  expect(await said(act(id, 'adjournment', again))).toBe('422 MEETING_ADJOURN_EARLY');
  expect(await ok(act(id, 'adjournment', { ...again, heldTime: '11:30' }))).toMatchObject({
    ...{ state: 'called', isAdjourned: true, present: 0, quorum: 2 },
  });
  await ok(act(id, 'opening'));
  await attend(id, 0);
  expect(await said(act(id, 'adjournment', { ...again, heldTime: '13:00' }))).toBe('409 MEETING_ADJOURNED_ONCE');
  await attend(id, 1);
  expect(await ok(as(counter.manager, 'GET', `/api/meetings/${id}`))).toMatchObject({ present: 2, isQuorate: true });
  await counter.changeSetting('meetings.generalQuorum', '20');
});

test('minutes are drafted from what was kept, signed by the chair and one more, and then stand', async () => {
  const { id, ids } = await openedMeeting({}, [0, 1]);
  const resolution = await proposed(id, ids);
  await ok(onResolution(resolution, 'vote', { manner: 'open' }));
  await ok(onResolution(resolution, 'ballots', { choice: 'for' }, member(0).signedIn));
  const counted = await ok(onResolution(resolution, 'count'));
  expect(counted.resolutions[0].openVotes).toEqual([{ name: 'Asha Rawat', choice: 'for' }]);
  const path = `/api/meetings/${id}/minutes`;
  const words = (text: string, version: number, by = counter.manager) => as(by, 'PUT', path, { text, version });
  expect(await said(words('The meeting went well, and all were content.', 0))).toBe('409 MEETING_NOT_HELD');
  await ok(act(id, 'closure', {}, chair));
  const drafted = await ok(as(counter.manager, 'GET', path));
  expect(drafted).toMatchObject({ isWritten: false, version: 0 });
  expect(drafted.text).toContain(counted.resolutions[0].number);
  expect(await said(as(member(0).signedIn, 'GET', path))).toBe('404 MINUTES_NOT_WRITTEN');
  const sign = (version: number, by: SignedIn) => as(by, 'POST', `${path}/signatures`, { version });
  expect(await said(sign(1, chair))).toBe('409 MINUTES_NOT_WRITTEN');
  await ok(words(drafted.text, 0));
  expect(await said(words(drafted.text, 0))).toBe('409 MINUTES_CHANGED_MEANWHILE');
  expect(await said(sign(1, counter.manager))).toBe('403 MINUTES_OWN');
  expect(await said(sign(1, counter.cashier))).toBe('403 MINUTES_SIGNER');
  await ok(sign(1, chair));
  expect(await said(sign(1, chair))).toBe('403 MINUTES_SIGNED_BY_YOU');
  // Nor does the same person by another log-in.
  const chairAgain = await counter.staff('committee', 'H. Chandra');
  const phone = '+919811110043';
  for (const { actor } of [chair, chairAgain]) {
    await counter.platform.transact((trx) =>
      trx.updateTable('user').set({ phone }).where('id', '=', actor.userId).execute(),
    );
  }
  expect(await said(sign(1, chairAgain))).toBe('403 MINUTES_SIGNED_BY_YOU');
  // Other words are signed anew.
  await ok(words(`${drafted.text}\nTea was served.`, 1));
  expect(await ok(sign(2, second))).toMatchObject({ isSigned: false });
  const signed = await ok(sign(2, chair));
  expect(signed).toMatchObject({ isSigned: true, signatures: [{ name: 'Hari Chandra' }, { name: 'Gita Devi' }] });
  expect(await said(words('Something else altogether was said.', 2))).toBe('409 MINUTES_SIGNED');
  const own = await ok(as(member(4).signedIn, 'GET', path));
  expect(own.text).toContain('Tea was served.');
  const pdf = await as(member(4).signedIn, 'GET', `/api/meetings/${id}/minutes.pdf?language=hi`);
  expect([pdf.statusCode, pdf.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  expect((await ok(as(member(4).signedIn, 'GET', '/api/meetings?when=past'))).items[0]).toMatchObject({
    id,
    hasMinutes: true,
  });
  counter.clock.advance(DAY_MS);
});

test.each([
  [{ kind: 'party' }, 'kind', 'NOT_ONE_OF'],
  [{ title: 'x'.repeat(10_000) }, 'title', 'TOO_LONG'],
  [{ heldTime: '25:00' }, 'heldTime', 'MEETING_TIME_FORM'],
  [{ heldOn: '2026-02-30' }, 'heldOn', 'DAY_MALFORMED'],
  [{ link: 'javascript:alert(1)' }, 'link', 'MEETING_LINK_FORM'],
  [{ items: [] }, 'items', 'TOO_FEW_ITEMS'],
])('%j is refused at its field, and nothing is drafted', async (change, path, code) => {
  const answer = await as(counter.manager, 'POST', '/api/meetings', plan(change));
  expect(answer.statusCode).toBe(400);
  expect(answer.json().fields).toMatchObject([{ path, code }]);
});

test('the chair is of the committee, and a loan of the agenda is one that waits', async () => {
  const refused = (change: object) => said(as(counter.manager, 'POST', '/api/meetings', plan(change)));
  expect(await refused({ chairUserId: String(counter.manager.actor.userId) })).toBe('422 MEETING_CHAIR');
  expect(await refused({ items: [{ kind: 'loan', title: 'Loan', subjectId: '999' }] })).toBe('422 MEETING_LOAN');
});
