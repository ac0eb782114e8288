import { existsSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type SignedIn, type TestApp } from '../../platform/http/test-app.ts';
import { admitMember, applicantBody } from '../members/test-members.ts';
import { societyFeatures } from '../setup/test-features.ts';
import { setUpTestSociety } from '../setup/test-society.ts';
import { moveIn, writeDraft } from './file-store.ts';
import { pictureSize, typeOfContent } from './picture-size.ts';
import { sweepFiles } from './sweep-files.ts';
import { anyFile, formWith, jpegBytes, jpegFile, pdfBytes, pdfFile, pngBytes, pngFile } from './test-files.ts';

const DAY_MS = 86_400_000;

let kafal: TestApp;
let manager: SignedIn;
let clerk: SignedIn;
let committee: SignedIn;
let auditor: SignedIn;
let memberId: number;
let member: SignedIn;
let neighbour: SignedIn;

beforeEach(async () => {
  kafal = await createTestApp(societyFeatures);
  await setUpTestSociety(kafal.platform);
  clerk = await kafal.staff('cashier');
  manager = await kafal.staff('manager');
  committee = await kafal.staff('committee');
  auditor = await kafal.staff('auditor');
  ({ memberId } = await admitMember(kafal.platform, { clerk, manager }));
  const other = await admitMember(kafal.platform, { clerk, manager });
  member = await memberOf(memberId);
  neighbour = await memberOf(other.memberId);
});
afterEach(() => kafal.close());

async function memberOf(id: number): Promise<SignedIn> {
  const { permissions } = (await kafal.member(null)).actor;
  const user = await kafal.platform.database
    .selectFrom('user')
    .select('id')
    .where('memberId', '=', id)
    .executeTakeFirstOrThrow();
  return kafal.signIn({ kind: 'member', memberId: id, userId: user.id, name: 'A member', permissions });
}

const send = (who: Pick<SignedIn, 'inject'>, url: string, file: File, fields?: Record<string, string>) =>
  who.inject({ method: 'POST', url, payload: formWith(file, fields) });
const add = (file: File, kind = 'photo') => send(manager, `/api/members/${memberId}/files?kind=${kind}`, file);
const listed = async () => (await manager.inject({ url: `/api/members/${memberId}/files` })).json().items;
const open = (who: Pick<SignedIn, 'inject'>, id: string) => who.inject({ url: `/api/files/${id}` });

/** Every file on the disk, wherever the service put it. */
const onDisk = () =>
  ['files', 'incoming'].flatMap((name) => {
    const folder = join(kafal.platform.config.dataFolder, name);
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name);
  });
const audited = async (action: string) =>
  (await kafal.platform.database.selectFrom('audit').select('newValues').where('action', '=', action).execute()).length;

describe('a file that is what it says', () => {
  test('a picture comes back with its dots and without its comment, from a random name on the disk', async () => {
    const added = (await add(jpegFile({ width: 640, height: 480 }, 'Sunita सुनीता.jpg'))).json();

    expect(added).toMatchObject({
      approvalId: null,
      file: {
        kind: 'photo',
        name: 'Sunita सुनीता.jpg',
        mediaType: 'image/jpeg',
        width: 640,
        height: 480,
        status: 'current',
        addedBy: 'manager',
      },
    });
    expect(added.file.id).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(onDisk()).toEqual([added.file.id]);
    const { rawPayload } = await open(manager, added.file.id);
    expect(jpegBytes({ width: 640, height: 480 }).includes('aaaa')).toBe(true);
    expect(rawPayload.includes('aaaa')).toBe(false);
    const read = async (from: number, length: number) => rawPayload.subarray(from, from + length);
    expect(await typeOfContent(read)).toBe('image/jpeg');
    expect(await pictureSize(read, 'image/jpeg')).toEqual({ width: 640, height: 480 });
  });

  test('a paper comes back byte for byte', async () => {
    const { file } = (await add(pdfFile(), 'pan_card')).json();
    expect((await open(manager, file.id)).rawPayload.equals(pdfBytes())).toBe(true);
  });

  test('is sent so that no browser runs it, guesses at it or keeps it', async () => {
    const { file } = (await add(pdfFile(), 'identity_proof')).json();
    const { headers } = await open(manager, file.id);

    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="identity_proof.pdf"; filename*=UTF-8''paper.pdf`,
    });
    expect(headers['content-security-policy']).toContain("default-src 'none'; sandbox");
  });

  test('sent twice, as after a lost answer, is kept once', async () => {
    const first = (await add(pdfFile(), 'pan_card')).json();
    const again = (await add(pdfFile(), 'pan_card')).json();

    expect(again.file.id).toBe(first.file.id);
    expect(await listed()).toHaveLength(1);
    expect(onDisk()).toEqual([first.file.id]);
  });

  test('a new photo takes the place of the one before, which the staff can still look at', async () => {
    const before = (await add(pngFile({ shade: 1 }))).json().file.id;
    const after = (await add(pngFile({ shade: 2 }))).json().file.id;

    expect((await listed()).map(({ id }: { id: string }) => id)).toEqual([after]);
    const view = (await manager.inject({ url: `/api/members/${memberId}` })).json();
    expect([view.photoFileId, view.signatureFileId]).toEqual([after, null]);
    expect((await open(auditor, before)).statusCode).toBe(200);
    expect((await open(member, before)).statusCode).toBe(404);
  });
});

describe('a file that is not what it says is refused, and nothing stays on the disk', () => {
  const html = Buffer.from('<!doctype html><script>alert(1)</script>');
  const cases: [string, () => File, string, number, string][] = [
    ['a PDF that is HTML', () => anyFile(html, 'paper.pdf'), 'identity_proof', 422, 'FILE_TYPE'],
    ['a picture that is HTML', () => anyFile(html, 'photo.png'), 'photo', 422, 'FILE_TYPE'],
    ['a picture that is SVG', () => anyFile(Buffer.from('<svg/>'), 'photo.png'), 'photo', 422, 'FILE_TYPE'],
    [
      'a PDF with HTML before it',
      () => anyFile(Buffer.concat([html, pdfBytes()]), 'p.pdf'),
      'pan_card',
      422,
      'FILE_TYPE',
    ],
    ['a PNG named as a PDF', () => anyFile(pngBytes(), 'paper.pdf'), 'pan_card', 422, 'FILE_NAME'],
    ['a PNG named as a program', () => anyFile(pngBytes(), 'photo.png.exe'), 'photo', 422, 'FILE_NAME'],
    ['a name that climbs', () => anyFile(pngBytes(), '../../x'), 'photo', 422, 'FILE_NAME'],
    ['a name of 10,000 letters', () => pngFile({}, `${'x'.repeat(10_000)}.png`), 'photo', 422, 'FILE_NAME_LONG'],
    ['nothing at all', () => anyFile(Buffer.alloc(0), 'photo.png'), 'photo', 422, 'FILE_EMPTY'],
    ['a PNG cut off', () => anyFile(pngBytes().subarray(0, -5), 'photo.png'), 'photo', 422, 'FILE_CUT_OFF'],
    ['a JPEG cut off', () => anyFile(jpegBytes().subarray(0, -2), 'photo.jpg'), 'photo', 422, 'FILE_CUT_OFF'],
    ['a PDF cut off', () => anyFile(pdfBytes().subarray(0, 60), 'paper.pdf'), 'pan_card', 422, 'FILE_CUT_OFF'],
    [
      'a picture with something behind it',
      () => anyFile(Buffer.concat([pngBytes(), html]), 'photo.png'),
      'photo',
      422,
      'FILE_CUT_OFF',
    ],
    [
      'a picture of 50,000 × 50,000 dots in 100 bytes',
      () => pngFile({ claimed: { width: 50_000, height: 50_000 } }),
      'photo',
      422,
      'FILE_PIXELS',
    ],
    ['a JPEG without a frame', () => anyFile(Buffer.from([255, 216, 255, 217]), 'p.jpg'), 'photo', 422, 'FILE_TYPE'],
    ['a photo that is a PDF', () => pdfFile(), 'photo', 422, 'FILE_PICTURE_ONLY'],
    [
      'a photo larger than the society allows',
      () => jpegFile({ comment: 60_000 }, 'p.jpg'),
      'photo',
      413,
      'FILE_TOO_LARGE',
    ],
  ];

  test.each(cases)('%s', async (_what, file, kind, status, code) => {
    // The largest photo here is 50 kB, so that the test need not send a megabyte.
    if (code === 'FILE_TOO_LARGE') await smallestCaps();
    const answer = await add(file(), kind);

    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    expect(answer.json().fields).toEqual([{ path: 'file', code, detail: answer.json().detail }]);
    expect(onDisk()).toEqual([]);
    expect(await listed()).toEqual([]);
  });

  test('a path in a name is no path: only its last part is kept, as a name', async () => {
    const { file } = (await add(pngFile({}, '../../../etc/photo.png'))).json();
    expect(file.name).toBe('photo.png');
    expect(onDisk()).toEqual([file.id]);
  });

  test('a form without a file, with another part, or no form at all', async () => {
    const url = `/api/members/${memberId}/files?kind=photo`;
    const other = new FormData();
    other.append('picture', pngFile());
    for (const payload of [new FormData(), other, { kind: 'photo' }]) {
      const answer = await manager.inject({ method: 'POST', url, payload });
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'FILE_MISSING']);
    }
    const unknown = await send(manager, `/api/members/${memberId}/files?kind=horoscope`, pngFile());
    expect(unknown.json()).toMatchObject({ code: 'VALIDATION_FAILED', fields: [{ path: 'kind' }] });
    expect(onDisk()).toEqual([]);
  });

  test('a form of more than one file, and a form elsewhere', async () => {
    const two = formWith(pngFile({ shade: 7 }));
    two.append('file', pngFile({ shade: 8 }));
    const answer = await manager.inject({
      method: 'POST',
      url: `/api/members/${memberId}/files?kind=photo`,
      payload: two,
    });
    expect(answer.statusCode).toBe(201);
    expect(onDisk()).toHaveLength(1);

    const elsewhere = await manager.inject({ method: 'POST', url: '/api/admin/member-requests', payload: two });
    expect([elsewhere.statusCode, elsewhere.json().code]).toEqual([415, 'MEDIA_TYPE_UNSUPPORTED']);
  });

  test('beyond the room of one person', async () => {
    await kafal.platform.transact(async (trx) => {
      await trx.updateTable('setting').set({ value: '1' }).where('name', '=', 'files.personMegabytes').execute();
      await trx.updateTable('setting').set({ value: '20480' }).where('name', '=', 'files.paperKilobytes').execute();
    });
    kafal.clock.advance(2_000);
    expect((await add(pdfFile('a'.repeat(900_000)), 'other_paper')).statusCode).toBe(201);
    const answer = await add(pdfFile('b'.repeat(200_000)), 'other_paper');
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'FILE_QUOTA']);
    expect(onDisk()).toHaveLength(1);
  });

  async function smallestCaps(): Promise<void> {
    await kafal.platform.transact((trx) =>
      trx.updateTable('setting').set({ value: '50' }).where('name', '=', 'files.photoKilobytes').execute(),
    );
    kafal.clock.advance(2_000);
  }
});

describe('whose it is', () => {
  test("somebody else's file answers as one that does not exist", async () => {
    const { file } = (await add(pdfFile(), 'identity_proof')).json();
    const told = async (who: SignedIn, id: string) => {
      const answer = await open(who, id);
      return [answer.statusCode, { ...answer.json(), requestId: '' }];
    };

    expect((await open(member, file.id)).statusCode).toBe(200);
    expect(await told(neighbour, file.id)).toEqual(await told(neighbour, 'AAAAAAAAAAAAAAAAAAAAAA'));
    expect((await kafal.inject({ url: `/api/files/${file.id}` })).statusCode).toBe(401);
    for (const id of ['..%2f..%2fsecrets.json', '1', 'null', '%00', 'A'.repeat(300)]) {
      expect((await open(manager, id)).statusCode).toBe(404);
    }
  });

  test('opening a paper leaves a line in the trail, looking at a photo none', async () => {
    const paper = (await add(pdfFile(), 'identity_proof')).json().file.id;
    const photo = (await add(pngFile())).json().file.id;
    await open(auditor, photo);
    await open(member, paper);
    expect(await audited('file.opened')).toBe(0);
    await open(auditor, paper);
    expect(await audited('file.opened')).toBe(1);
  });

  test("a member's own new photo waits for the office; the office's holds at once", async () => {
    const first = (await add(pngFile({ shade: 1 }))).json().file.id;
    const sent = await send(member, '/api/members/profile/files?kind=photo', pngFile({ shade: 2 }));
    const { file, approvalId } = sent.json();

    expect([sent.statusCode, file.status]).toEqual([201, 'waiting']);
    const profile = async () => (await member.inject({ url: '/api/members/profile' })).json().photoFileId;
    expect(await profile()).toBe(first);
    const asked = (await committee.inject({ url: `/api/approvals/${approvalId}` })).json();
    expect(asked).toMatchObject({ kind: 'member-picture', lines: [{ beforeFileId: first, afterFileId: file.id }] });

    const another = await send(member, '/api/members/profile/files?kind=photo', pngFile({ shade: 3 }));
    expect([another.statusCode, another.json().code]).toEqual([409, 'FILE_WAITING']);

    const key = { 'idempotency-key': 'the-office-says-yes-to-it' };
    await committee.inject({ method: 'POST', url: `/api/approvals/${approvalId}/approval`, headers: key, payload: {} });
    expect(await profile()).toBe(file.id);
  });

  test('a photo the office says no to is forgotten', async () => {
    const { file, approvalId } = (
      await send(member, '/api/members/profile/files?kind=signature', pngFile({ shade: 2 }))
    ).json();
    const payload = { reason: 'Not the hand on the card' };
    await committee.inject({ method: 'POST', url: `/api/approvals/${approvalId}/rejection`, payload });

    expect(await listed()).toEqual([]);
    expect((await open(member, file.id)).statusCode).toBe(404);
    kafal.clock.advance(31 * DAY_MS);
    await sweepFiles(kafal.platform);
    expect(onDisk()).toEqual([]);
  });
});

describe('another open page learns of it', () => {
  const told = async () => {
    const rows = await kafal.platform.database
      .selectFrom('outbox')
      .select(['memberId', 'payload'])
      .where('name', '=', 'file.changed')
      .orderBy('id')
      .execute();
    return rows.map((row) => [row.memberId, JSON.parse(row.payload)]);
  };

  test('one event with each file added, replaced by a yes or a no of the office, and removed', async () => {
    await add(pngFile({ shade: 1 }), 'signature');
    // The same file after a lost answer changes nothing, and a refused one neither.
    await add(pngFile({ shade: 1 }), 'signature');
    await add(anyFile(Buffer.from('no picture at all'), 'a.png'));
    expect(await told()).toEqual([[memberId, { memberId, kind: 'signature' }]]);

    const { approvalId } = (await send(member, '/api/members/profile/files?kind=photo', pngFile({ shade: 2 }))).json();
    const payload = { reason: 'Not the face on the card' };
    await committee.inject({ method: 'POST', url: `/api/approvals/${approvalId}/rejection`, payload });
    const photo = [memberId, { memberId, kind: 'photo' }];
    expect((await told()).slice(1)).toEqual([photo, photo]);

    const [file] = await listed();
    await manager.inject({ method: 'POST', url: `/api/members/${memberId}/files/${file.id}/removal`, payload });
    expect((await told()).slice(3)).toEqual([[memberId, { memberId, kind: 'signature' }]]);
  });
});

describe('an applicant', () => {
  const apply = async () => {
    const body = { ...applicantBody(), consent: true };
    const answer = await kafal.inject({ method: 'POST', url: '/api/members/register', payload: body });
    return {
      trackingNumber: answer.json().trackingNumber as string,
      phone: String(body['phone' as keyof typeof body]),
    };
  };
  const sendWith = (proof: Record<string, string>, file: File, kind = 'photo') =>
    send(kafal, `/api/members/register/files?kind=${kind}`, file, proof);

  test('sends files by tracking number and phone, and sees and takes back their own', async () => {
    const proof = await apply();
    const { file } = (await sendWith(proof, pngFile())).json();
    const status = async () =>
      (await kafal.inject({ method: 'POST', url: '/api/members/register/status', payload: proof })).json().files;
    expect(await status()).toMatchObject([{ id: file.id, kind: 'photo', addedBy: null }]);

    const url = '/api/members/register/file-removals';
    const gone = await kafal.inject({ method: 'POST', url, payload: { ...proof, fileId: file.id } });
    expect(gone.json()).toEqual({ done: true });
    expect(await status()).toEqual([]);
  });

  test('with a wrong phone is nobody, and the file is not taken', async () => {
    const proof = await apply();
    for (const wrong of [{ ...proof, phone: '9811999999' }, { trackingNumber: proof.trackingNumber }]) {
      const answer = await sendWith(wrong, pngFile());
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'APPLICATION_NOT_FOUND']);
    }
    expect(onDisk()).toEqual([]);
  });

  test('becomes a member, and the files with them; after that nothing more can be added', async () => {
    const proof = await apply();
    const photo = (await sendWith(proof, pngFile())).json().file.id;
    const application = await kafal.platform.database
      .selectFrom('membership_application')
      .select('id')
      .where('trackingNumber', '=', proof.trackingNumber)
      .executeTakeFirstOrThrow();
    expect((await open(member, photo)).statusCode).toBe(404);
    const approved = await manager.inject({
      method: 'PUT',
      url: `/api/admin/member-requests/${application.id}/approve`,
      payload: { acceptFlags: true },
    });
    const view = (await manager.inject({ url: `/api/members/${approved.json().memberId}` })).json();

    expect(view.photoFileId).toBe(photo);
    const late = await sendWith(proof, pngFile({ shade: 5 }), 'other_paper');
    expect([late.statusCode, late.json().code]).toEqual([409, 'APPLICATION_DECIDED']);
  });
});

describe('nothing is left behind', () => {
  test('by a sender who stops half-way', async () => {
    await kafal.app.listen({ port: 0, host: '127.0.0.1' });
    const address = kafal.app.server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const socket = connect(port, '127.0.0.1');
    const head = [
      `POST /api/members/${memberId}/files?kind=photo HTTP/1.1`,
      'Host: 127.0.0.1',
      `Authorization: ${manager.headers.authorization}`,
      'Content-Type: multipart/form-data; boundary=b',
      'Content-Length: 100000',
      '',
      '--b',
      'Content-Disposition: form-data; name="file"; filename="photo.png"',
      '',
      '',
    ].join('\r\n');
    socket.write(head);
    socket.write(pngBytes());
    await expect.poll(onDisk).toHaveLength(1);
    socket.destroy();
    await expect.poll(onDisk).toEqual([]);
    expect(await listed()).toEqual([]);
  });

  test('by a form whose end is missing', async () => {
    const answer = await manager.inject({
      method: 'POST',
      url: `/api/members/${memberId}/files?kind=photo`,
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      payload: Buffer.concat([
        Buffer.from('--b\r\nContent-Disposition: form-data; name="file"; filename="photo.png"\r\n\r\n'),
        pngBytes(),
      ]),
    });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'FILE_BROKEN_OFF']);
    expect(onDisk()).toEqual([]);
  });

  test('by a server that died between the file and its row', async () => {
    const { file } = (await add(pngFile())).json();
    await writeDraft(kafal.platform, Readable.from([pngBytes()]));
    await moveIn(kafal.platform, await writeDraft(kafal.platform, Readable.from([pngBytes()])));

    await sweepFiles(kafal.platform);
    // A draft, a file in its place and its mark: each may still be under way.
    expect(onDisk()).toHaveLength(4);
    kafal.clock.advance(3_600_001);
    await sweepFiles(kafal.platform);
    expect(onDisk()).toEqual([file.id]);
  });

  test('of a paper taken away, a month later', async () => {
    const { file } = (await add(pdfFile(), 'other_paper')).json();
    const removal = await manager.inject({
      method: 'POST',
      url: `/api/members/${memberId}/files/${file.id}/removal`,
      payload: { reason: 'The paper of another person' },
    });
    expect(removal.json()).toEqual({ done: true });
    expect((await open(manager, file.id)).statusCode).toBe(404);
    expect(await sweepFiles(kafal.platform)).toBe(0);
    kafal.clock.advance(31 * DAY_MS);
    expect(await sweepFiles(kafal.platform)).toBe(1);
    expect(onDisk()).toEqual([]);
  });

  test('of a rejected paper but why it was rejected, a month later', async () => {
    const { file } = (await add(pdfFile(), 'pan_card')).json();
    const payload = { reason: 'The name cannot be read' };
    const officer = await kafal.staff('loan_officer');
    await officer.inject({ method: 'POST', url: `/api/papers/${file.id}/rejection`, payload });
    kafal.clock.advance(31 * DAY_MS);
    expect(await sweepFiles(kafal.platform)).toBe(1);
    expect(await sweepFiles(kafal.platform)).toBe(0);

    expect(onDisk()).toEqual([]);
    expect((await open(manager, file.id)).statusCode).toBe(404);
    const { papers, wanted } = (await member.inject({ url: '/api/members/profile/kyc' })).json();
    expect(papers).toMatchObject([{ kind: 'pan_card', check: { state: 'rejected', note: payload.reason } }]);
    expect(wanted).toContainEqual({ kinds: ['pan_card'], state: 'rejected', expiresOn: null });
  });
});
