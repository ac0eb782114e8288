// Who may say yes or no to an application. Nobody decides on their own, and where the society's policy says so, nobody
// decides on what they wrote down themselves.

import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Settings } from '../society/index.ts';

export type Application = Row<'membership_application'>;

export interface DecisionRefusal {
  readonly kind: 'forbidden' | 'conflict';
  readonly code: string;
  readonly params?: Readonly<Record<string, string>>;
}

/** Why this person may not decide now; undefined when they may. */
export async function mayNotDecide(
  reader: Reader,
  settings: Settings,
  actor: Actor,
  application: Application,
): Promise<DecisionRefusal | undefined> {
  const decided = await alreadySettled(reader, application);
  if (decided !== undefined) return decided;
  if (!actor.permissions.has('application.decide')) return { kind: 'forbidden', code: 'NOT_PERMITTED' };

  const decider = await personOf(reader, actor.userId);
  if (decider === undefined) return undefined;
  const isApplicant =
    (decider.email !== null && decider.email.toLowerCase() === application.emailKey) ||
    (decider.phone !== null && decider.phone === application.phone);
  if (isApplicant) return { kind: 'forbidden', code: 'APPLICATION_OWN' };

  if (settings['policy.applicationSecondPerson'] && application.createdByUserId !== null) {
    const registrar = await personOf(reader, application.createdByUserId);
    if (registrar !== undefined && isSamePerson(decider, registrar)) {
      return { kind: 'forbidden', code: 'APPLICATION_SECOND_PERSON' };
    }
  }
  return undefined;
}

export async function refuseUnlessMayDecide(
  reader: Reader,
  settings: Settings,
  actor: Actor,
  application: Application,
): Promise<void> {
  const refusal = await mayNotDecide(reader, settings, actor, application);
  if (refusal !== undefined) throw new Refusal(refusal.kind, refusal.code, refusal.params);
}

/** Two people look at one application; the second is told who was quicker. */
export async function alreadySettled(
  reader: Reader,
  { status, decidedByUserId }: Application,
): Promise<DecisionRefusal | undefined> {
  if (status !== 'approved' && status !== 'rejected') return undefined;
  const decider = decidedByUserId === null ? undefined : await personOf(reader, decidedByUserId);
  return { kind: 'conflict', code: 'APPLICATION_DECIDED', params: { who: decider?.name ?? '' } };
}

interface Person {
  readonly id: number;
  readonly name: string;
  readonly memberId: number | null;
  readonly email: string | null;
  readonly phone: string | null;
}

function personOf(reader: Reader, userId: number): Promise<Person | undefined> {
  return reader
    .selectFrom('user')
    .select(['id', 'name', 'memberId', 'email', 'phone'])
    .where('id', '=', userId)
    .executeTakeFirst();
}

/** One person may have two log-ins; the same membership, e-mail or phone is the same person. */
function isSamePerson(one: Person, other: Person): boolean {
  return (
    one.id === other.id ||
    (one.memberId !== null && one.memberId === other.memberId) ||
    (one.email !== null && one.email.toLowerCase() === other.email?.toLowerCase()) ||
    (one.phone !== null && one.phone === other.phone)
  );
}
