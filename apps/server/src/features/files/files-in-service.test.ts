// The same promises where a service that speaks S3 keeps the files: the disk holds a file only until it was looked at.

import { existsSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestS3, type TestS3 } from '../../platform/file-storage/test-s3-service.ts';
import { createTestApp, type SignedIn, type TestApp } from '../../platform/http/test-app.ts';
import { admitMember } from '../members/test-members.ts';
import { societyFeatures } from '../setup/test-features.ts';
import { setUpTestSociety } from '../setup/test-society.ts';
import { sweepFiles } from './sweep-files.ts';
import { anyFile, formWith, pdfBytes, pdfFile, pngBytes, pngFile } from './test-files.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let s3: TestS3;
let kafal: TestApp;
let manager: SignedIn;
let administrator: SignedIn;
let memberId: number;
let member: SignedIn;
let neighbour: SignedIn;
let keysBefore: string[];

beforeAll(async () => {
  s3 = await startTestS3();
  kafal = await createTestApp(societyFeatures, { environment: s3.environment });
  await setUpTestSociety(kafal.platform);
  const clerk = await kafal.staff('cashier');
  manager = await kafal.staff('manager');
  administrator = await kafal.staff('administrator');
  ({ memberId } = await admitMember(kafal.platform, { clerk, manager }));
  const other = await admitMember(kafal.platform, { clerk, manager });
  member = await kafal.member(null);
  member = kafal.signIn({ ...member.actor, memberId });
  neighbour = kafal.signIn({ ...member.actor, memberId: other.memberId });
});
afterAll(async () => {
  await kafal.close();
  await s3.close();
});
beforeEach(() => {
  keysBefore = [...s3.objects.keys()];
});
afterEach(() => s3.mend());

const add = (file: File, kind = 'photo', to = memberId) =>
  manager.inject({ method: 'POST', url: `/api/members/${to}/files?kind=${kind}`, payload: formWith(file) });
const open = (who: Pick<SignedIn, 'inject'>, id: string) => who.inject({ url: `/api/files/${id}` });
const newKeys = () => [...s3.objects.keys()].filter((key) => !keysBefore.includes(key));
const rows = async () => (await kafal.platform.database.selectFrom('stored_file').select('id').execute()).length;
const filesIn = (name: 'files' | 'incoming') => {
  const folder = join(kafal.platform.config.dataFolder, name);
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
};
const onDisk = () => [...filesIn('files'), ...filesIn('incoming')];
let shade = 10;
/** One that was not sent before. */
const newPicture = () => {
  shade += 1;
  return pngFile({ shade });
};

describe('a file that was looked at', () => {
  test('is in the service and nowhere on the disk, and comes back through the server alone, to whom it concerns', async () => {
    const { file } = (await add(pdfFile('of the service'), 'pan_card')).json();

    expect(newKeys()).toEqual([`files/${file.id.slice(0, 2)}/${file.id}`]);
    expect(onDisk()).toEqual([]);
    const { statusCode, headers, rawPayload } = await open(member, file.id);
    expect([statusCode, headers.location, headers['cache-control']]).toEqual([200, undefined, 'private, no-store']);
    expect(rawPayload.equals(pdfBytes('of the service'))).toBe(true);
    expect((await open(neighbour, file.id)).statusCode).toBe(404);
    expect((await open(kafal, file.id)).statusCode).toBe(401);
  });

  test('so is the logo', async () => {
    const logo = `data:image/png;base64,${pngBytes({ shade: 3 }).toString('base64')}`;
    const changed = await administrator.inject({ method: 'PUT', url: '/api/society/logo', payload: { logo } });
    expect(changed.statusCode).toBe(200);
    expect([newKeys().length, onDisk()]).toEqual([1, []]);
    const shown = await kafal.inject({ url: '/api/society/logo' });
    expect(shown.rawPayload.equals(pngBytes({ shade: 3 }))).toBe(true);
  });
});

describe('nothing is left behind, in the service or on the disk', () => {
  test('by what is not what it says', async () => {
    for (const file of [anyFile(Buffer.from('<svg/>'), 'a.png'), anyFile(pngBytes().subarray(0, -5), 'a.png')]) {
      expect((await add(file)).statusCode).toBe(422);
    }
    expect([newKeys(), onDisk()]).toEqual([[], []]);
  });

  test('by a sender who stops half-way', async () => {
    await kafal.app.listen({ port: 0, host: '127.0.0.1' });
    const address = kafal.app.server.address();
    const socket = connect(typeof address === 'object' && address !== null ? address.port : 0, '127.0.0.1');
    socket.write(
      [
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
      ].join('\r\n'),
    );
    socket.write(pngBytes());
    await expect.poll(onDisk).toHaveLength(1);
    socket.destroy();
    await expect.poll(onDisk).toEqual([]);
    expect(newKeys()).toEqual([]);
  });

  test('by a refusal after it was kept', async () => {
    const waiting = await member.inject({
      method: 'POST',
      url: '/api/members/profile/files?kind=signature',
      payload: formWith(newPicture()),
    });
    expect(waiting.statusCode).toBe(201);
    const again = await member.inject({
      method: 'POST',
      url: '/api/members/profile/files?kind=signature',
      payload: formWith(newPicture()),
    });
    expect([again.statusCode, again.json().code]).toEqual([409, 'FILE_WAITING']);
    expect(newKeys()).toEqual([`files/${waiting.json().file.id.slice(0, 2)}/${waiting.json().file.id}`]);
    expect(onDisk()).toEqual([]);
  });

  test('by a service that fails: a clear sentence, no row, and what arrived unseen is swept', async () => {
    const before = await rows();
    s3.fault('PUT', 'fails');
    const failed = await add(newPicture());
    expect([failed.statusCode, failed.json()]).toEqual([
      503,
      expect.objectContaining({ code: 'FILE_NOT_KEPT', detail: expect.stringContaining('nothing was kept') }),
    ]);
    s3.mend();
    s3.fault('PUT', 'hangs-up');
    expect((await add(newPicture())).json().code).toBe('FILE_NOT_KEPT');
    s3.mend();
    expect([await rows(), newKeys().length]).toEqual([before, 1]);
    expect(filesIn('incoming')).toEqual([expect.stringMatching(/moving$/), expect.stringMatching(/moving$/)]);

    await sweepFiles(kafal.platform);
    // It may still be under way.
    expect(newKeys()).toHaveLength(1);
    kafal.clock.advance(HOUR_MS + 1);
    await sweepFiles(kafal.platform);
    expect([newKeys(), onDisk()]).toEqual([[], []]);
  });

  test('by a paper taken away while the service does not answer', async () => {
    const { file } = (await add(pdfFile('to be taken away'), 'other_paper')).json();
    await manager.inject({
      method: 'POST',
      url: `/api/members/${memberId}/files/${file.id}/removal`,
      payload: { reason: 'The paper of another person' },
    });
    kafal.clock.advance(31 * DAY_MS);
    s3.fault('DELETE', 'fails');
    expect(await sweepFiles(kafal.platform)).toBe(1);
    expect([newKeys().length, onDisk().length]).toEqual([1, 1]);
    s3.mend();
    kafal.clock.advance(HOUR_MS + 1);
    await sweepFiles(kafal.platform);
    expect([newKeys(), onDisk()]).toEqual([[], []]);
  });
});

test('while the service does not answer a file is out of reach, nobody is said to have looked, and the server tells of it', async () => {
  const { file } = (await add(pdfFile('out of reach'), 'identity_proof')).json();
  const looks = async () =>
    (await kafal.platform.database.selectFrom('audit').select('id').where('action', '=', 'file.opened').execute())
      .length;
  const before = await looks();
  s3.fault('GET', 'fails');

  const answer = await open(manager, file.id);
  expect([answer.statusCode, answer.json().code, answer.headers['retry-after']]).toEqual([
    503,
    'FILE_OUT_OF_REACH',
    '30',
  ]);
  expect(await looks()).toBe(before);
  const health = await kafal.inject({ url: '/health' });
  // Money goes on.
  expect([health.statusCode, health.json()]).toEqual([
    200,
    expect.objectContaining({ status: 'ok', files: { status: 'failing' } }),
  ]);
  s3.mend();
  expect((await open(manager, file.id)).statusCode).toBe(200);
});
