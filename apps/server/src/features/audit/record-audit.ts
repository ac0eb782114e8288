// The trail of who did what: one row per write, kept in the transaction that did it, so neither can exist alone.

import { ANY_WRITE } from '../../platform/cache/remember-until-written.ts';
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

const INSERT =
  'INSERT INTO audit (recordedAt, userId, userKind, userName, action, subjectKind, subjectId, oldValues, newValues, ' +
  'address, agent, requestId) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';

export async function recordAudit(
  trx: Trx,
  platform: Pick<Platform, 'cache' | 'clock' | 'dialect'>,
  actor: AuditedActor,
  act: AuditedAct,
): Promise<void> {
  await platform.dialect.run(trx, INSERT, [
    platform.clock.now(),
    actor.userId === 0 ? null : actor.userId,
    actor.kind,
    fitting(actor.name, 160),
    act.action,
    act.subjectKind,
    act.subjectId === null ? null : String(act.subjectId),
    act.oldValues == null ? null : JSON.stringify(act.oldValues),
    act.newValues == null ? null : JSON.stringify(act.newValues),
    fitting(actor.address, 64),
    fitting(actor.agent, 200),
    fitting(actor.requestId, 40),
  ]);
  trx.afterCommit(() => platform.cache.dropTag(ANY_WRITE));
}

/** What a stranger's browser says of itself must never be the reason that an act cannot be recorded. */
function fitting(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).toWellFormed();
}
