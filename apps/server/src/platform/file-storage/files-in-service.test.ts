import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { filesInService } from './files-in-service.ts';
import { filesOnDisk } from './files-on-disk.ts';
import { moveToService } from './move-to-service.ts';
import { serviceWithDisk } from './open-stored-files.ts';
import type { Patience } from './s3-requests.ts';
import { placeOf, StorageDown, type StoredFiles } from './stored-files.ts';
import { startTestS3, type TestS3 } from './test-s3-service.ts';

const PATIENCE: Patience = { answerMs: 10_000, tries: 3, waitMs: 1 };
const IMPATIENT: Patience = { ...PATIENCE, answerMs: 400 };
/** One with the letters that signatures trip over. */
const ID = '-_cdefghijklmnopqrstuv';
const OTHER = 'zz-defghijklmnopqrstuv';
const LATER = 'zzz_efghijklmnopqrstuv';
const CONTENT = Buffer.from('a paper, of which every byte counts. '.repeat(300));

let folder: string;
let s3: TestS3;
let files: StoredFiles;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kafal-s3-'));
  s3 = await startTestS3();
  files = filesInService(s3.settings, PATIENCE);
});
afterEach(async () => {
  await s3.close();
  rmSync(folder, { recursive: true, force: true });
});

function arrived(id: string, content = CONTENT) {
  const path = join(folder, `arrived-${id}`);
  writeFileSync(path, content);
  return { id, path, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
}
const read = async (id: string, from = files, bytes = CONTENT.length) => {
  const stream = await from.open(id, bytes);
  return stream === undefined ? undefined : buffer(stream);
};
const keysOf = () => [...s3.objects.keys()];
const listed = async (from = files) => (await Array.fromAsync(from.list())).map(({ id, bytes }) => `${id} ${bytes}`);

describe('a file in the service', () => {
  test('is kept under its own key alone, signed with its hash and open to nobody, and leaves the disk', async () => {
    const file = arrived(ID);
    await files.keep(file);

    expect(keysOf()).toEqual([`files/-_/${ID}`]);
    expect(s3.objects.get(`files/-_/${ID}`)?.equals(CONTENT)).toBe(true);
    expect(s3.lastHeaders['x-amz-content-sha256']).toBe(file.sha256);
    expect(Object.keys(s3.lastHeaders).filter((name) => /acl|grant/.test(name))).toEqual([]);
    expect(existsSync(file.path)).toBe(false);
    expect((await read(ID))?.equals(CONTENT)).toBe(true);
  });

  test('is not opened when it is not there, not of its length, or deleted; deleting twice is no fault', async () => {
    await files.keep(arrived(ID));
    expect(await read(OTHER)).toBeUndefined();
    expect(await read(ID, files, CONTENT.length - 1)).toBeUndefined();
    await files.forget(ID);
    await files.forget(ID);
    expect(await read(ID)).toBeUndefined();
    expect(keysOf()).toEqual([]);
  });

  test('is listed with all others, however many parts the list has', async () => {
    const ids = [ID, OTHER, LATER, 'bbcdefghijklmnopqrstuv', 'ccddefghijklmnopqrstuv'];
    for (const id of ids) await files.keep(arrived(id, Buffer.from(id)));
    s3.objects.set('files/what-is-not-ours', Buffer.from('x'));
    s3.objects.set('elsewhere/bbcdefghijklmnopqrstuv', Buffer.from('x'));
    expect((await listed()).sort()).toEqual(ids.map((id) => `${id} 22`).sort());
  });

  test.each(['../../secrets', 'short', `${ID}x`, 'ab/defghijklmnopqrstuv'])(
    'an id that is not ours: %s',
    async (id) => {
      await expect(files.forget(id)).rejects.toThrow('An id that is not ours');
      expect(s3.asked).toEqual([]);
    },
  );
});

describe('when the service fails', () => {
  test.each(['fails', 'hangs-up'] as const)('once or twice (%s), it is asked again', async (fault) => {
    for (const method of ['PUT', 'GET', 'DELETE']) s3.fault(method, fault, 2);
    await files.keep(arrived(ID));
    expect((await read(ID))?.equals(CONTENT)).toBe(true);
    await files.forget(ID);
    expect(s3.asked.map((line) => line.split(' ')[0]).join(' ')).toBe('PUT PUT PUT GET GET GET DELETE DELETE DELETE');
  });

  test('by its silence, it is asked again, and in the end that is what is said', async () => {
    const waiting = filesInService(s3.settings, IMPATIENT);
    await files.keep(arrived(ID));
    s3.fault('GET', 'is-silent', 1);
    expect((await read(ID, waiting))?.equals(CONTENT)).toBe(true);
    s3.fault('GET', 'is-silent');
    await expect(read(ID, waiting)).rejects.toThrow('cannot be used: it does not answer in time.');
  });

  test('in the middle of a file, the rest is fetched from there', async () => {
    await files.keep(arrived(ID));
    s3.fault('GET', 'cuts-off', 2);
    expect((await read(ID))?.equals(CONTENT)).toBe(true);
    s3.fault('GET', 'cuts-off');
    await expect(read(ID)).rejects.toThrow('broke off in the middle');
  });

  test('for good, that is said after three tries, and the file stays on the disk', async () => {
    const file = arrived(ID);
    s3.fault('PUT', 'fails');
    s3.fault('GET', 'fails');
    const why = 'The service that keeps the files cannot be used: it answered 500 (InternalError).';
    await expect(files.keep(file)).rejects.toThrow(new StorageDown(why));
    await expect(read(ID)).rejects.toBeInstanceOf(StorageDown);
    expect(s3.asked).toHaveLength(6);
    expect(existsSync(file.path)).toBe(true);
  });

  test('because nobody listens there', async () => {
    await s3.close();
    await expect(files.keep(arrived(ID))).rejects.toThrow('cannot be used: ECONNREFUSED');
    s3 = await startTestS3();
  });

  test.each([
    [{ secretKey: 'not the secret' }, '403 (SignatureDoesNotMatch)'],
    [{ accessKey: 'SOMEBODY' }, '403 (InvalidAccessKeyId)'],
    [{ region: 'eu-west-1' }, '403 (AuthorizationHeaderMalformed)'],
    [{ bucket: 'of-somebody-else' }, '404 (NoSuchBucket)'],
  ])('with wrong settings %o nothing is tried again, and the reason is told', async (change, answer) => {
    const wrong = filesInService({ ...s3.settings, ...change }, PATIENCE);
    const told = `The service that keeps the files cannot be used: it answered ${answer}.`;
    await expect(wrong.keep(arrived(ID))).rejects.toThrow(told);
    await expect(wrong.open(ID, 1)).rejects.toThrow(told);
    expect(await wrong.trouble()).toBe(told);
    expect(keysOf()).toEqual([]);
    expect(await files.trouble()).toBeUndefined();
  });

  test('another content than the one that was hashed is not taken', async () => {
    await expect(files.keep({ ...arrived(ID), sha256: '0'.repeat(64) })).rejects.toThrow('XAmzContentSHA256Mismatch');
    expect(keysOf()).toEqual([]);
  });
});

describe('what was on the disk before the service was named', () => {
  let home: string;
  let both: StoredFiles;
  beforeEach(async () => {
    home = join(folder, 'files');
    const disk = filesOnDisk(home);
    both = serviceWithDisk(files, disk);
    await disk.keep(arrived(ID));
    // As the first logos lie.
    writeFileSync(join(home, OTHER), CONTENT);
    await both.keep(arrived(LATER));
  });
  const onDisk = () => readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

  test('is read, listed and deleted there, while what is new goes to the service', async () => {
    expect(keysOf()).toEqual([`files/${placeOf(LATER)}`]);
    for (const id of [ID, OTHER, LATER]) expect((await read(id, both))?.equals(CONTENT)).toBe(true);
    expect((await listed(both)).sort()).toEqual([ID, OTHER, LATER].map((id) => `${id} ${CONTENT.length}`).sort());
    for (const id of [ID, OTHER, LATER]) await both.forget(id);
    expect([onDisk(), keysOf()]).toEqual([[], []]);
  });

  test('is moved when somebody says so; broken off, the rest is moved later', async () => {
    s3.fault('PUT', 'fails', 3);
    await expect(moveToService(home, files, () => {})).rejects.toBeInstanceOf(StorageDown);
    expect(onDisk()).toHaveLength(2);
    const told: string[] = [];
    const moved = await moveToService(home, files, (done, total) => told.push(`${done} of ${total}`));

    expect(moved).toEqual({ files: 2, bytes: 2 * CONTENT.length });
    expect(told).toEqual(['1 of 2', '2 of 2']);
    expect(onDisk()).toEqual([]);
    expect((await listed(both)).sort()).toEqual([ID, OTHER, LATER].map((id) => `${id} ${CONTENT.length}`).sort());
    for (const id of [ID, OTHER, LATER]) expect((await read(id, both))?.equals(CONTENT)).toBe(true);
    expect(await moveToService(home, files, () => {})).toEqual({ files: 0, bytes: 0 });
  });

  test('and is deleted while it moves, does not stay in the service', async () => {
    const { objects } = s3;
    const set = objects.set.bind(objects);
    objects.set = (key, content) => {
      for (const { parentPath, name } of onDisk()) rmSync(join(parentPath, name));
      return set(key, content);
    };
    expect(await moveToService(home, files, () => {})).toMatchObject({ files: 1 });
    expect(keysOf()).toEqual([`files/${placeOf(LATER)}`]);
  });
});
