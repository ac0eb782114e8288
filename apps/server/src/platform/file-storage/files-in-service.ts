// Files as objects `files/ab/abcdef…` of one bucket of a service that speaks S3. Nothing is ever said of who may read them: a bucket
// is private unless its owner makes it public, and nobody is given an address of an object.

import { openAsBlob } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { openS3Requests, type Patience, type S3Answer, type S3Settings } from './s3-requests.ts';
import { isFileId, placeOf, StorageDown, type StoredFiles } from './stored-files.ts';

const PREFIX = 'files/';
/** A look costs a request that is paid for. */
const LOOK_AGAIN_MS = 30_000;

const keyOf = (id: string) => `${PREFIX}${placeOf(id)}`;

export function filesInService(settings: S3Settings, patience?: Patience): StoredFiles {
  const requests = openS3Requests(settings, patience);
  const get = (id: string, from: number) =>
    requests.send({
      method: 'GET',
      key: keyOf(id),
      ...(from === 0 ? {} : { headers: { range: `bytes=${from}-` } }),
    });

  const forget = async (id: string) => {
    await (await requests.send({ method: 'DELETE', key: keyOf(id) })).drop();
  };

  /** What breaks off is asked for again from where it broke: an object never changes. */
  async function* wholeOf(id: string, bytes: number, first: S3Answer): AsyncGenerator<Uint8Array> {
    let answer = first;
    let got = 0;
    for (let breaks = 0; got < bytes; ) {
      try {
        for await (const piece of answer.pieces()) {
          got += piece.length;
          yield piece;
        }
        if (got >= bytes) return;
        throw brokenOff();
      } catch (error) {
        breaks += 1;
        if (breaks >= requests.patience.tries) throw brokenOff(error);
        answer = await get(id, got);
        if (answer.status !== 206) throw brokenOff(error);
      }
    }
  }

  let looked: { readonly at: number; readonly found: Promise<string | undefined> } | undefined;
  const look = async () => {
    try {
      const query = { 'list-type': '2', prefix: PREFIX, 'max-keys': '1' };
      await (await requests.send({ method: 'GET', query }, 1)).drop();
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };

  return {
    keep: async ({ id, path, sha256 }) => {
      const body = { content: await openAsBlob(path), sha256 };
      await (await requests.send({ method: 'PUT', key: keyOf(id), body })).drop();
      // Whoever took it away meanwhile did not want it kept.
      if (!(await took(path))) await forget(id);
    },
    open: async (id, bytes) => {
      const answer = await get(id, 0);
      if (answer.status === 404) return undefined;
      if (answer.headers.get('content-length') === String(bytes)) {
        return Readable.from(wholeOf(id, bytes, answer), { objectMode: false });
      }
      await answer.drop();
      return undefined;
    },
    forget,
    list: async function* () {
      let token: string | undefined;
      do {
        const from: Record<string, string> = token === undefined ? {} : { 'continuation-token': token };
        const answer = await requests.send({ method: 'GET', query: { 'list-type': '2', prefix: PREFIX, ...from } });
        const { files, next } = readList(await answer.text());
        yield* files;
        token = next;
      } while (token !== undefined);
    },
    trouble: () => {
      const now = performance.now();
      if (looked === undefined || now - looked.at > LOOK_AGAIN_MS) looked = { at: now, found: look() };
      return looked.found;
    },
  };
}

const brokenOff = (cause?: unknown) =>
  new StorageDown('The service that keeps the files broke off in the middle of one.', { cause });

async function took(path: string): Promise<boolean> {
  try {
    await unlink(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

/** ListObjectsV2: of each object its key and its size, and where the next part begins. */
function readList(xml: string): { files: { id: string; bytes: number }[]; next: string | undefined } {
  const files = [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].flatMap(([, content = '']) => {
    const id = textIn(content, 'Key')?.split('/').at(-1) ?? '';
    const bytes = Number(textIn(content, 'Size'));
    return isFileId(id) && Number.isSafeInteger(bytes) ? [{ id, bytes }] : [];
  });
  const isCutOff = textIn(xml, 'IsTruncated') === 'true';
  return { files, next: isCutOff ? textIn(xml, 'NextContinuationToken') : undefined };
}

const LETTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function textIn(xml: string, name: string): string | undefined {
  const [, text] = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml) ?? [];
  return text?.replace(/&(amp|lt|gt|quot|apos);/g, (_all, letter: string) => LETTERS[letter] ?? '');
}
