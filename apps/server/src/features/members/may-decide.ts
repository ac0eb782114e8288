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
}

/** Why this person may not decide now; undefined when they may. */
export async function mayNotDecide(
  reader: Reader,
  settings: Settings,
  actor: Actor,
  application: Application,
): Promise<DecisionRefusal | undefined> {
  const decided = alreadySettled(application);
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
  if (refusal !== undefined) throw new Refusal(refusal.kind, refusal.code);
}

function alreadySettled({ status }: Application): DecisionRefusal | undefined {
  if (status === 'approved' || status === 'rejected') return { kind: 'conflict', code: 'APPLICATION_DECIDED' };
  return undefined;
}

interface Person {
  readonly id: number;
  readonly memberId: number | null;
  readonly email: string | null;
  readonly phone: string | null;
}

function personOf(reader: Reader, userId: number): Promise<Person | undefined> {
  return reader
    .selectFrom('user')
    .select(['id', 'memberId', 'email', 'phone'])
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
