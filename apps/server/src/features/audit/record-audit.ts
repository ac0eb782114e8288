// The trail of who did what: one row per write, kept in the transaction that did it, so neither can exist alone.

import { ANY_WRITE } from '../../platform/cache/remember-until-written.ts';
import { insertRows } from '../../platform/database/many-rows.ts';
import type { Trx } from '../../platform/database/transaction.ts';
import type { Actor, Caller } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';

export type AuditValues = Readonly<Record<string, unknown>>;

export interface AuditedAct {
  /** Dotted and in the past tense: `member.approved`, `till.opened`. At most 48 characters. */
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | number | null;
  /** What the act changed, before and after. Never a password, a code, a token or an unmasked identity number. */
  readonly oldValues?: AuditValues | null;
  readonly newValues?: AuditValues | null;
}

/** Who is written down: everything of an Actor that the trail keeps. A visitor is nobody we know. */
export interface AuditedActor extends Pick<Actor, 'userId' | 'name' | 'address' | 'agent' | 'requestId'> {
  readonly kind: Actor['kind'] | 'visitor';
}

/** For acts before anybody is signed in: an application, a failed log-in. */
export function visitor(caller: Caller, name = ''): AuditedActor {
  const { address, agent, requestId } = caller;
  return { userId: 0, kind: 'visitor', name, address, agent, requestId };
}

const add = insertRows(
  'INSERT INTO audit (recordedAt, userId, userKind, userName, action, subjectKind, subjectId, oldValues, newValues, ' +
    'address, agent, requestId)',
);

type AuditPlatform = Pick<Platform, 'cache' | 'clock' | 'dialect'>;

export function recordAudit(trx: Trx, platform: AuditPlatform, actor: AuditedActor, act: AuditedAct): Promise<void> {
  return recordAudits(trx, platform, actor, [act]);
}

/** What one person did at one moment, a row for each. */
export async function recordAudits(
  trx: Trx,
  platform: AuditPlatform,
  actor: AuditedActor,
  acts: readonly AuditedAct[],
): Promise<void> {
  const now = platform.clock.now();
  const userId = actor.userId === 0 ? null : actor.userId;
  const name = fitting(actor.name, 160);
  const address = fitting(actor.address, 64);
  const agent = fitting(actor.agent, 200);
  const requestId = fitting(actor.requestId, 40);
  const rows = acts.map((act) => [
    now,
    userId,
    actor.kind,
    name,
    act.action,
    act.subjectKind,
    act.subjectId === null ? null : String(act.subjectId),
    act.oldValues == null ? null : JSON.stringify(act.oldValues),
    act.newValues == null ? null : JSON.stringify(act.newValues),
    address,
    agent,
    requestId,
  ]);
  await add(trx, platform, rows);
  trx.afterCommit(() => platform.cache.dropTag(ANY_WRITE));
}

/** What a stranger's browser says of itself must never be the reason that an act cannot be recorded. */
function fitting(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).toWellFormed();
}
