// The one file of a backup: named entries one after another, each with its length before it and its SHA-256 after it,
// compressed as a whole. A file that was cut off or changed is found out before anything of it is used.

import { createHash } from 'node:crypto';
import { closeSync, createReadStream, createWriteStream, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress, createZstdDecompress } from 'node:zlib';
import { BackupRefused } from './backup-refused.ts';

const MAGIC = Buffer.from('KAFAL-BACKUP 1\n');
const HASH_BYTES = 32;
const LONGEST_HEADER = 64 * 1024;

export interface Entry {
  readonly name: string;
  readonly bytes: number;
  /** Read once, while the entry is written. */
  readonly content: AsyncIterable<Buffer> | Iterable<Buffer>;
}

export interface StoredEntry {
  readonly name: string;
  readonly bytes: number;
}

/** Writes beside the path and renames at the end, so that a backup with its final name is whole. */
export async function writeContainer(path: string, entries: AsyncIterable<Entry>): Promise<void> {
  const unfinished = `${path}.unfinished`;
  try {
    const file = createWriteStream(unfinished, { mode: 0o600 });
    await pipeline(Readable.from(frames(entries), { objectMode: false }), createZstdCompress(), file);
    flush(unfinished);
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

async function* frames(entries: AsyncIterable<Entry>): AsyncGenerator<Buffer> {
  yield MAGIC;
  let count = 0;
  for await (const entry of entries) {
    yield header({ name: entry.name, bytes: entry.bytes });
    yield* hashed(entry);
    count += 1;
  }
  yield header({ end: true, entries: count });
}

function header(value: object): Buffer {
  const text = Buffer.from(JSON.stringify(value));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return Buffer.concat([length, text]);
}

async function* hashed(entry: Entry): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let written = 0;
  for await (const chunk of entry.content) {
    hash.update(chunk);
    written += chunk.length;
    yield chunk;
  }
  if (written !== entry.bytes) {
    throw new BackupRefused(`${entry.name} changed while it was being copied; take the backup again.`);
  }
  yield hash.digest();
}

function flush(path: string): void {
  const descriptor = openSync(path, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Hands over each entry in turn; what `take` does not read is skipped, and checked all the same. */
export async function readContainer(
  path: string,
  take: (entry: StoredEntry, content: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  const bytes = new ByteReader(path);
  try {
    if (!(await bytes.exactly(MAGIC.length)).equals(MAGIC)) {
      throw new BackupRefused(`${path} is not a backup of this program, or of a version it does not know.`);
    }
    for (let count = 0; ; count += 1) {
      const head = await readHeader(bytes);
      if (head.end === true) {
        if (head.entries !== count) {
          throw new BackupRefused(`${path} is damaged: it should hold ${head.entries} entries and holds ${count}.`);
        }
        return;
      }
      await readEntry(bytes, { name: String(head.name), bytes: Number(head.bytes) }, take);
    }
  } finally {
    bytes.close();
  }
}

async function readHeader(bytes: ByteReader): Promise<Record<string, unknown>> {
  const length = (await bytes.exactly(4)).readUInt32BE();
  if (length > LONGEST_HEADER) {
    throw new BackupRefused('The backup is damaged: an entry has no readable head.');
  }
  return JSON.parse((await bytes.exactly(length)).toString());
}

async function readEntry(
  bytes: ByteReader,
  entry: StoredEntry,
  take: (entry: StoredEntry, content: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  const hash = createHash('sha256');
  let left = entry.bytes;
  const content = (async function* () {
    while (left > 0) {
      const chunk = await bytes.upTo(left);
      left -= chunk.length;
      hash.update(chunk);
      yield chunk;
    }
  })();
  await take(entry, content);
  // Whatever was not wanted is read past, so that the next entry begins where it should.
  while (left > 0) {
    const chunk = await bytes.upTo(left);
    left -= chunk.length;
    hash.update(chunk);
  }
  if (!(await bytes.exactly(HASH_BYTES)).equals(hash.digest())) {
    throw new BackupRefused(`The backup is damaged: ${entry.name} is not what was written.`);
  }
}

/** Takes the file apart in the portions that its reader asks for. */
class ByteReader {
  readonly #path: string;
  readonly #file: Readable;
  readonly #chunks: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(path: string) {
    this.#path = path;
    this.#file = createReadStream(path);
    const unpacked = createZstdDecompress();
    // A pipe does not pass errors on by itself.
    this.#file.on('error', (error) => unpacked.destroy(error)).pipe(unpacked);
    this.#chunks = unpacked[Symbol.asyncIterator]();
  }

  async upTo(length: number): Promise<Buffer> {
    if (this.#held.length === 0) {
      this.#held = await this.#nextChunk();
    }
    const taken = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(taken.length);
    return taken;
  }

  async exactly(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let left = length; left > 0; ) {
      const part = await this.upTo(left);
      parts.push(part);
      left -= part.length;
    }
    return Buffer.concat(parts);
  }

  close(): void {
    this.#file.destroy();
  }

  async #nextChunk(): Promise<Buffer> {
    const { value, done } = await this.#chunks.next().catch((error: unknown) => {
      const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      const sentence = isMissing
        ? `There is no backup at ${this.#path}.`
        : `${this.#path} is not a backup of this program, or it is damaged.`;
      throw new BackupRefused(sentence, { cause: error });
    });
    if (done) {
      throw new BackupRefused(`${this.#path} is damaged: it ends before it should.`);
    }
    return value;
  }
}
