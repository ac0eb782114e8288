// What goes into a thread, and what comes out of it.

import type { DomainErrorKind } from '@kafal/core';
import type { Config } from '../config/config.ts';
import type { DatabaseOptions } from '../database/open-database.ts';
import type { SlowStatement } from '../database/slow-statements.ts';

export interface Handed<Asked> {
  readonly asked: Asked;
  readonly config: Config;
  readonly database: DatabaseOptions;
  /** By how much the clock of the society is ahead of the machine's: nothing but in a demo or a test. */
  readonly clockAheadMs: number;
  /** One whole number; not 0 once no further transaction may be begun. */
  readonly stopping: SharedArrayBuffer;
}

export type FromThread<Told, Answer> =
  | { readonly says: 'told'; readonly news: Told }
  /** What was kept under these tags is not true any more, and there are events to tell. */
  | { readonly says: 'wrote'; readonly tags: readonly string[] }
  | { readonly says: 'slow'; readonly statement: SlowStatement }
  | { readonly says: 'fault'; readonly error: string }
  | { readonly says: 'done'; readonly answer: Answer }
  | { readonly says: 'refused'; readonly refusal: RefusalInWords }
  | { readonly says: 'failed'; readonly error: string };

export interface RefusalInWords {
  readonly kind: DomainErrorKind;
  readonly code: string;
  readonly params: Record<string, string | number> | undefined;
  readonly field: string | undefined;
}
