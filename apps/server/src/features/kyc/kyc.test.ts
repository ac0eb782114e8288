import { addMonths, calendarDate } from '@kafal/core';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/http/test-app.ts';
import { type AdmittedMember, openTestCounter, type TestCounter } from '../counter/test-counter.ts';
import { anyFile, formWith, pdfFile, pngFile } from '../files/test-files.ts';
import { kycEndings } from './index.ts';

const DAY_MS = 86_400_000;

let counter: TestCounter;
let officer: SignedIn;
let asha: AdmittedMember;

beforeAll(async () => {
  counter = await openTestCounter();
  officer = await counter.staff('loan_officer', 'Deepa Rana');
});
afterAll(() => counter.close());
let people = 0;
beforeEach(async () => {
  people += 1;
  asha = await counter.admit(`Asha Rawat ${people}`);
});

const post = (who: SignedIn, url: string, payload: object = {}) => who.inject({ method: 'POST', url, payload });
const send = async (
  who: SignedIn,
  kind: string,
  file: File,
  fields: Record<string, string> = {},
  replaces?: string,
) => {
  const place = who.actor.kind === 'member' ? '/api/members/profile/files' : `/api/members/${asha.id}/files`;
  const more = replaces === undefined ? '' : `&replaces=${replaces}`;
  return who.inject({ method: 'POST', url: `${place}?kind=${kind}${more}`, payload: formWith(file, fields) });
};
const sent = async (...paper: Parameters<typeof send>): Promise<string> => {
  const answer = await send(...paper);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json().file.id;
};
const said = async (
  answer: Promise<{ statusCode: number; json(): { code?: string; errors?: { field: string }[] } }>,
) => {
  const given = await answer;
  return `${given.statusCode} ${given.json().code}`;
};
const verify = (who: SignedIn, id: string, body: object = {}) => post(who, `/api/papers/${id}/verification`, body);
const reject = (who: SignedIn, id: string, reason = 'It cannot be read') =>
  post(who, `/api/papers/${id}/rejection`, { reason });
const kyc = async (who: SignedIn = counter.manager) =>
  (
    await who.inject({ url: who.actor.kind === 'member' ? '/api/members/profile/kyc' : `/api/members/${asha.id}/kyc` })
  ).json();
const desk = async (who: SignedIn) =>
  (await who.inject({ url: `/api/papers-to-check?q=${asha.number}` })).json().items as {
    file: { id: string };
    mayNotCheckBecause: string | null;
  }[];
const listed = async (query: string) =>
  (await counter.get(`/api/kyc?q=${asha.number}&${query}`, counter.manager))
    .json()
    .items.map(({ state }: { state: string }) => state) as string[];
const events = async (name: string) =>
  (
    await counter.platform.database
      .selectFrom('outbox')
      .select(['memberId', 'userId'])
      .where('name', '=', name)
      .execute()
  ).filter(({ memberId, userId }) => String(memberId) === asha.id || userId !== null);
const today = () => calendarDate(new Date(counter.clock.now()).toISOString().slice(0, 10));

/** Everything an Indian member needs, taken in by the manager. */
async function allPapers(): Promise<string[]> {
  const { manager } = counter;
  return [
    await sent(manager, 'photo', pngFile({ shade: 10 + people })),
    await sent(manager, 'signature', pngFile({ shade: 60 + people })),
    await sent(manager, 'pan_card', pdfFile(`pan ${people}`), { number: 'ABCPE1234F' }),
    await sent(manager, 'passport', pdfFile(`passport ${people}`), { number: 'Z1234567', expiresOn: '2027-02-10' }),
  ];
}

test('a paper is looked at by a second person, and what a member must have is verified one by one', async () => {
  expect(await kyc()).toMatchObject({ state: 'missing', validUntil: null });
  const papers = await allPapers();
  expect(await desk(counter.manager)).toHaveLength(4);
  expect((await desk(counter.manager)).every(({ mayNotCheckBecause }) => mayNotCheckBecause !== null)).toBe(true);
  expect((await desk(officer)).every(({ mayNotCheckBecause }) => mayNotCheckBecause === null)).toBe(true);
  // Never by who took it in, and not by somebody whose role does not say so.
  expect(await said(verify(counter.manager, papers[0] ?? ''))).toBe('403 PAPER_SENT_BY_YOU');
  expect(await said(verify(counter.cashier, papers[0] ?? ''))).toBe('403 NOT_PERMITTED');
  // Nor by the same person under another log-in.
  const secondLogin = await counter.staff('loan_officer', 'M. Joshi');
  for (const { actor } of [counter.manager, secondLogin]) {
    await counter.platform.transact((trx) =>
      trx.updateTable('user').set({ phone: '+919811110042' }).where('id', '=', actor.userId).execute(),
    );
  }
  expect(await said(verify(secondLogin, papers[0] ?? ''))).toBe('403 PAPER_SENT_BY_YOU');
  expect(await said(reject(secondLogin, papers[0] ?? ''))).toBe('403 PAPER_SENT_BY_YOU');
  expect((await desk(secondLogin)).every(({ mayNotCheckBecause }) => mayNotCheckBecause !== null)).toBe(true);
  expect(await kyc()).toMatchObject({ state: 'pending', office: { mayCheck: true, riskClass: 'low' } });
  for (const id of papers.slice(0, 3)) expect((await verify(officer, id)).statusCode).toBe(200);
  expect(await said(verify(officer, papers[0] ?? ''))).toBe('409 PAPER_CHECKED');
  expect(await said(reject(officer, papers[0] ?? ''))).toBe('409 PAPER_CHECKED');
  const last = await verify(officer, papers[3] ?? '', { note: 'Seen with the original', issuedOn: '2017-02-11' });
  expect(last.json()).toMatchObject({
    state: 'verified',
    file: {
      numberMasked: 'XXXX4567',
      issuedOn: '2017-02-11',
      check: { checkedBy: 'Deepa Rana', note: 'Seen with the original' },
    },
  });
  // Low risk: three years, but the passport ends before.
  expect(await kyc(asha.signedIn)).toMatchObject({ state: 'verified', validUntil: '2027-02-10', office: null });
  expect(await kyc()).toMatchObject({
    office: { reviewedOn: today(), reviewDueOn: addMonths(today(), 36), reviewedBy: 'Deepa Rana', reviewMonths: 36 },
  });
  expect(await events('paper.verified')).toHaveLength(4);
  expect(await desk(officer)).toEqual([]);
  expect(await listed('')).toEqual([]);
  expect(await listed('state=verified')).toEqual(['verified']);

  counter.clock.advance(20 * DAY_MS);
  // 60 days before 10 February is 12 December.
  expect(await listed('')).toEqual(['expiring']);
  const day = calendarDate;
  const days = { after: day('2027-02-09'), through: day('2027-02-10'), today: day('2026-12-20') };
  const found = await kycEndings(counter.platform.database, { ...days, afterId: 0, limit: 50 });
  expect(found.endings).toEqual([{ memberId: Number(asha.id), validUntil: '2027-02-10' }]);
});

test('a rejected paper is told to its owner and to whoever took it in, and is replaced', async () => {
  const papers = await allPapers();
  const [photo = '', , , passport = ''] = papers;
  expect(await said(reject(officer, photo, 'No'))).toBe('400 VALIDATION_FAILED');
  expect((await reject(officer, photo, 'The face is in the dark')).json().state).toBe('rejected');
  expect(await events('paper.rejected')).toHaveLength(1);
  expect((await events('paper.sent-back')).map(({ userId }) => userId)).toContain(counter.manager.actor.userId);
  // Not shown at the counter any more, and the member reads why.
  expect((await counter.get(`/api/counter/members/${asha.id}`)).json().photoFileId).toBe(null);
  const own = await kyc(asha.signedIn);
  expect(own.wanted[0]).toMatchObject({ kinds: ['photo'], state: 'rejected' });
  expect(own.papers.find(({ id }: { id: string }) => id === photo).check.note).toBe('The face is in the dark');

  // A new one of the member's waits for the office; whoever looks at the desk says yes to it.
  const next = await sent(asha.signedIn, 'photo', pngFile({ shade: 200 }));
  expect(await said(verify(counter.cashier, next))).toBe('403 NOT_PERMITTED');
  expect((await verify(counter.manager, next)).json()).toMatchObject({
    state: 'verified',
    file: { status: 'current' },
  });
  expect((await counter.get(`/api/counter/members/${asha.id}`)).json()).toMatchObject({
    photoFileId: next,
    unverifiedPictures: ['signature'],
  });

  // A passport that is replaced stays as long as the new one is not verified, and in the history afterwards.
  await verify(officer, passport);
  const renewed = await sent(
    asha.signedIn,
    'passport',
    pdfFile(`renewed ${people}`),
    { number: 'Z7654321', expiresOn: '2036-11-30' },
    passport,
  );
  const status = async (id: string) => (await kyc()).papers.find((paper: { id: string }) => paper.id === id).status;
  expect([await status(passport), await status(renewed)]).toEqual(['current', 'current']);
  await verify(officer, renewed);
  expect([await status(passport), await status(renewed)]).toEqual(['replaced', 'current']);
  expect(await said(send(asha.signedIn, 'passport', pdfFile('x'), {}, 'AAAAAAAAAAAAAAAAAAAAAA'))).toBe(
    '404 FILE_NOT_FOUND',
  );
});

test('a verified picture holds again when the one that took its place is rejected', async () => {
  const first = await sent(counter.manager, 'photo', pngFile({ shade: 1 }));
  await verify(officer, first);
  const second = await sent(counter.manager, 'photo', pngFile({ shade: 2 }));
  const shown = async () => (await counter.get(`/api/counter/members/${asha.id}`)).json();
  expect(await shown()).toMatchObject({ photoFileId: second, unverifiedPictures: ['photo'] });
  await reject(officer, second);
  expect(await shown()).toMatchObject({ photoFileId: first, unverifiedPictures: [] });
});

test('an Aadhaar is kept with its number blacked out, and of the number four digits', async () => {
  const white = await sharp({ create: { width: 200, height: 100, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  const card = anyFile(white, 'aadhaar.png');
  const fields = { number: '4321', blackout: '100,500,400,200' };
  const wrong = (change: Record<string, string>, file = card) =>
    said(send(asha.signedIn, 'aadhaar', file, { ...fields, ...change }));
  expect(await wrong({ blackout: '' })).toBe('422 FILE_AADHAAR_BARE');
  expect(await wrong({ blackout: '100,500,20,200' })).toBe('400 FILE_BLACKOUT');
  expect(await wrong({ blackout: '700,500,400,200' })).toBe('400 FILE_BLACKOUT');
  expect(await wrong({ number: '234567894321' })).toBe('400 PAPER_LAST_FOUR');
  expect(await wrong({}, pdfFile())).toBe('422 FILE_BLACKOUT_PDF');
  // In the digits of the reader's own script.
  const id = await sent(asha.signedIn, 'aadhaar', card, { ...fields, number: '४३२१' });
  const kept = (await asha.signedIn.inject({ url: `/api/files/${id}` })).rawPayload;
  const dots = await sharp(kept).raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => dots.data[(y * dots.info.width + x) * dots.info.channels];
  // 20 to 100 of 200 across, 50 to 70 of 100 down; beside it everything is as it was.
  expect([at(20, 50), at(99, 69), at(60, 60)]).toEqual([0, 0, 0]);
  expect([at(19, 60), at(100, 60), at(60, 49), at(60, 70)]).toEqual([255, 255, 255, 255]);
  expect((await counter.manager.inject({ url: `/api/papers/${id}` })).json().file.numberMasked).toBe('XXXX XXXX 4321');
  // One on which too much can be read is opened by nobody any more.
  await reject(officer, id, 'The number can be read');
  for (const who of [asha.signedIn, officer]) {
    expect((await who.inject({ url: `/api/files/${id}` })).statusCode).toBe(404);
  }
});

test('a passport is verified with its last day alone, and an expired one not at all', async () => {
  const bare = await sent(counter.manager, 'passport', pdfFile(`bare ${people}`));
  expect(await said(verify(officer, bare))).toBe('422 PAPER_EXPIRY_WANTED');
  expect(await said(verify(officer, bare, { expiresOn: '2020-01-01' }))).toBe('422 PAPER_EXPIRED');
  expect(await said(send(counter.manager, 'passport', pdfFile('old'), { expiresOn: '2020-01-01' }))).toBe(
    '422 PAPER_EXPIRED',
  );
  expect(await said(send(counter.manager, 'passport', pdfFile('old'), { issuedOn: '2099-01-01' }))).toBe(
    '422 PAPER_ISSUED_LATER',
  );
  expect((await verify(officer, bare, { expiresOn: '2030-05-05', number: 'Z1112223' })).json().file).toMatchObject({
    expiresOn: '2030-05-05',
    numberMasked: 'XXXX2223',
  });
});

test('a higher risk is looked at sooner; a review that is due is made, and never for oneself', async () => {
  await counter.changeSetting('kyc.always', 'photo');
  await counter.changeSetting('kyc.identity', '');
  await counter.changeSetting('kyc.address', '');
  const risk = (riskClass: string, who = officer) =>
    who.inject({
      method: 'PUT',
      url: `/api/members/${asha.id}/risk-class`,
      payload: { riskClass, reason: 'Trades in gold' },
    });
  const review = (who = officer) => post(who, `/api/members/${asha.id}/kyc-reviews`, { note: 'Nothing has changed' });
  expect(await said(review())).toBe('409 KYC_NOT_COMPLETE');
  await verify(officer, await sent(counter.manager, 'photo', pngFile({ shade: 7 })));
  const reviewedOn = today();
  expect(await kyc()).toMatchObject({ state: 'verified', validUntil: addMonths(reviewedOn, 36) });
  expect(await said(risk('low'))).toBe('409 KYC_SAME_RISK');
  expect((await risk('high')).json()).toMatchObject({
    validUntil: addMonths(reviewedOn, 12),
    office: { riskClass: 'high', riskReason: 'Trades in gold' },
  });
  expect(await listed('state=all&risk=high')).toEqual(['verified']);
  expect(await listed('state=all&risk=low')).toEqual([]);
  counter.clock.advance(370 * DAY_MS);
  expect((await kyc()).state).toBe('expired');
  expect(await listed('state=expired')).toEqual(['expired']);
  expect((await review()).json()).toMatchObject({ state: 'verified', validUntil: addMonths(today(), 12) });
  const csv = (await counter.get(`/api/kyc.csv?q=${asha.number}&state=all`, counter.manager)).body.split('\r\n');
  expect(csv[1]).toContain(`${asha.number},Asha Rawat ${people}`);
  expect(csv[1]).toContain(',High,Verified,');
  // A clerk who is a member is told that a colleague does it.
  await counter.platform.transact((trx) =>
    trx.updateTable('user').set({ phone: '+919999900001' }).where('id', '=', officer.actor.userId).execute(),
  );
  await counter.platform.transact((trx) =>
    trx.updateTable('member').set({ phone: '+919999900001' }).where('id', '=', Number(asha.id)).execute(),
  );
  const own = officer;
  const mine = await sent(counter.manager, 'signature', pngFile({ shade: 8 }));
  expect(await said(verify(own, mine))).toBe('403 PAPER_OWN');
  expect(await said(risk('low', own))).toBe('403 PAPER_OWN');
  expect(await said(review(own))).toBe('403 PAPER_OWN');
});

test('members who look like one person are found by phone and by name and birth date', async () => {
  const twin = await counter.admit(`Asha Rawat ${people}`);
  const phone = async (id: string) =>
    (
      await counter.platform.database
        .selectFrom('member')
        .select('phone')
        .where('id', '=', Number(id))
        .executeTakeFirstOrThrow()
    ).phone;
  const found = async (kind: string) =>
    (await counter.get(`/api/lookalike-members?kind=${kind}`, counter.manager)).json().items as {
      shared: string;
      members: { id: string }[];
    }[];
  const shared = { phone: await phone(asha.id), name: 'Asha Twin', dateOfBirth: calendarDate('1988-04-01') };
  await counter.platform.transact((trx) =>
    trx.updateTable('member').set(shared).where('id', 'in', [asha.id, twin.id].map(Number)).execute(),
  );
  const ids = (groups: { members: { id: string }[] }[]) => groups.map(({ members }) => members.map(({ id }) => id));
  expect(ids(await found('phone'))).toContainEqual([asha.id, twin.id]);
  expect(ids(await found('nameAndBirthDate'))).toContainEqual([asha.id, twin.id]);
});
