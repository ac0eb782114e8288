// Where the files that people send are kept for good: on the disk of the server, or in a service that speaks S3. Nobody else may know
// which; whoever may read a file is asked elsewhere, and the bytes always pass through the server.

import type { Readable } from 'node:stream';

export interface FinishedFile {
  /** 22 letters of base64url, never used twice. */
  readonly id: string;
  /** On the disk of the server; it is taken away from there. */
  readonly path: string;
  readonly bytes: number;
  /** Of its content, in hexadecimal digits. */
  readonly sha256: string;
}

export interface StoredFiles {
  /** Once this resolves the file is kept, whole. When it rejects with `StorageDown` it may be kept all the same. */
  keep(file: FinishedFile): Promise<void>;
  /** The file as it was kept, or undefined when it is not there or not of this length any more. */
  open(id: string, bytes: number): Promise<Readable | undefined>;
  /** Also when it is not there. */
  forget(id: string): Promise<void>;
  /** Every file that is kept; one that comes or goes meanwhile may be told or not. */
  list(): AsyncIterable<{ readonly id: string; readonly bytes: number }>;
  /** Why files cannot be reached at the moment, as a sentence for the operator; undefined when they can. */
  trouble(): Promise<string | undefined>;
}

/** The files cannot be reached; what was asked for may go well a little later. */
export class StorageDown extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = 'StorageDown';
  }
}

const ID = /^[A-Za-z0-9_-]{22}$/;

export const isFileId = (text: string): boolean => ID.test(text);

/** Where a file stands among the others: a few thousand small folders, because one with a million is slow to open on some disks. */
export function placeOf(id: string): string {
  if (!isFileId(id)) throw new Error('An id that is not ours never becomes a path.');
  return `${id.slice(0, 2)}/${id}`;
}
