// A money request is done once, however often it is sent. The key's row goes in first, inside the transaction of the
// act: a copy that comes meanwhile waits for it (the one writer of SQLite, the row's lock elsewhere), and a refusal
// takes the key away with everything else, so the same key may be sent again.

import { invariant } from '@kafal/core';
import type { FastifyReply } from 'fastify';
import type { Platform, Trx } from '../platform.ts';
import type { Actor } from './actor.ts';
import type { Idempotency } from './kafal-app.ts';
import { Refusal } from './refusal.ts';

export interface KeptOutcome<Answer> {
  readonly answer: Answer;
  readonly status: number;
  /** The act was done before; this is the answer it gave then. */
  readonly replayed: boolean;
}

/** 201 unless the answer says something else, such as 202 for what waits for a second person. */
export type StatusOf<Answer> = (answer: Answer) => number;

interface KeptRow {
  readonly requestHash: string;
  readonly status: number;
  readonly answer: string;
}

const TAKE =
  'INSERT INTO idempotency (userId, idempotencyKey, requestHash, status, answer, recordedAt) ' +
  "VALUES (?, ?, ?, 0, 'null', ?)";
const READ = 'SELECT requestHash, status, answer FROM idempotency WHERE userId = ? AND idempotencyKey = ?';
const KEEP = 'UPDATE idempotency SET status = ?, answer = ? WHERE userId = ? AND idempotencyKey = ?';

const RETRY_AFTER_SECONDS = 1;

/**
 * Runs the act in one transaction together with its key. The answer must be plain JSON without secrets: it is kept as
 * long as the journal and given again to every copy of the request.
 */
export async function withIdempotency<Answer>(
  platform: Platform,
  actor: Pick<Actor, 'userId'>,
  idempotency: Idempotency | undefined,
  act: (trx: Trx) => Promise<Answer>,
  statusOf: StatusOf<Answer> = () => 201,
): Promise<KeptOutcome<Answer>> {
  invariant(idempotency, 'a money request without its key never comes this far');
  const { key, requestHash } = idempotency;

  return platform.transact(async (trx) => {
    const isFirst = await takeKey(trx, platform, actor.userId, key, requestHash);
    if (!isFirst) return keptAnswer<Answer>(trx, platform, actor.userId, key, requestHash);

    const answer = await act(trx);
    const status = statusOf(answer);
    await platform.dialect.run(trx, KEEP, [status, JSON.stringify(answer), actor.userId, key]);
    return { answer, status, replayed: false };
  });
}

/** Of an act that moves no money: its key may be left out, and then every copy of the request is an act of its own. */
export async function underKeyIfSent<Answer>(
  platform: Platform,
  actor: Pick<Actor, 'userId'>,
  idempotency: Idempotency | undefined,
  act: (trx: Trx) => Promise<Answer>,
  statusOf: StatusOf<Answer> = () => 201,
): Promise<KeptOutcome<Answer>> {
  if (idempotency !== undefined) return withIdempotency(platform, actor, idempotency, act, statusOf);
  const answer = await platform.transact(act);
  return { answer, status: statusOf(answer), replayed: false };
}

/** Sends what withIdempotency gave: its status, and whether it was said before. */
export function sendKept<Answer>(reply: FastifyReply, outcome: KeptOutcome<Answer>): Answer {
  reply.code(outcome.status);
  if (outcome.replayed) reply.header('Idempotency-Replayed', 'true');
  return outcome.answer;
}

async function takeKey(trx: Trx, platform: Platform, userId: number, key: string, requestHash: string) {
  try {
    await platform.dialect.run(trx, TAKE, [userId, key, requestHash, platform.clock.now()]);
    return true;
  } catch (error) {
    if (platform.dialect.isDuplicateKey(error) !== undefined) return false;
    if (waitedTooLong(error)) throw new Refusal('conflict', 'IDEMPOTENCY_IN_PROGRESS').retryAfter(RETRY_AFTER_SECONDS);
    throw error;
  }
}

async function keptAnswer<Answer>(
  trx: Trx,
  platform: Platform,
  userId: number,
  key: string,
  requestHash: string,
): Promise<KeptOutcome<Answer>> {
  const kept = await platform.dialect.one<KeptRow>(trx, READ, [userId, key]);
  // The first copy was refused between our two statements: whoever sends it again becomes the first.
  if (kept === undefined) throw new Refusal('conflict', 'IDEMPOTENCY_IN_PROGRESS').retryAfter(RETRY_AFTER_SECONDS);
  if (kept.requestHash !== requestHash) throw new Refusal('rule', 'IDEMPOTENCY_KEY_REUSED');
  // The same code wrote it: the answer of this act for this very request.
  return { answer: JSON.parse(kept.answer) as Answer, status: kept.status, replayed: true };
}

// MySQL and MariaDB give up on a row's lock after five seconds with this number; SQLite has nothing to wait for.
const LOCK_WAIT_TIMEOUT = 1205;

function waitedTooLong(error: unknown): boolean {
  return error instanceof Error && 'errno' in error && error.errno === LOCK_WAIT_TIMEOUT;
}
