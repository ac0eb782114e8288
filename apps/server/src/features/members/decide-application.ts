// The two ways in which an application goes back to the applicant: for more, and for good.

import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { readSettings } from '../society/index.ts';
import { recordApplicationEvent } from './application-history.ts';
import { type Application, alreadySettled, refuseUnlessMayDecide } from './may-decide.ts';

export interface ApplicationAnswer {
  readonly applicationId: number;
  readonly reason: string;
}

/** Asks the applicant for more; they may correct what they wrote and send it again. */
export async function returnApplication(platform: Platform, actor: Actor, command: ApplicationAnswer): Promise<void> {
  await platform.transact(async (trx) => {
    const application = await getApplicationForUpdate(trx, platform, command.applicationId);
    if (application.status === 'returned') throw new Refusal('conflict', 'APPLICATION_RETURNED');
    const decided = await alreadySettled(trx, application);
    if (decided !== undefined) throw new Refusal(decided.kind, decided.code, decided.params);
    await settle(trx, platform, actor, application, { act: 'returned', reason: command.reason });
  });
}

export async function rejectApplication(platform: Platform, actor: Actor, command: ApplicationAnswer): Promise<void> {
  const settings = await readSettings(platform);
  await platform.transact(async (trx) => {
    const application = await getApplicationForUpdate(trx, platform, command.applicationId);
    await refuseUnlessMayDecide(trx, settings, actor, application);
    await settle(trx, platform, actor, application, { act: 'rejected', reason: command.reason });
  });
}

/** Locked, so that whoever presses at the same moment finds it decided. */
export async function getApplicationForUpdate(
  trx: Trx,
  platform: Pick<Platform, 'dialect'>,
  id: number,
): Promise<Application> {
  const application = await platform.dialect
    .forUpdate(trx.selectFrom('membership_application').selectAll('membership_application').where('id', '=', id))
    .executeTakeFirst();
  if (application === undefined) throw new Refusal('missing', 'APPLICATION_NOT_FOUND');
  return application;
}

async function settle(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  application: Application,
  { act, reason }: { act: 'returned' | 'rejected'; reason: string },
): Promise<void> {
  await trx
    .updateTable('membership_application')
    .set({
      status: act,
      reason,
      version: application.version + 1,
      ...(act === 'rejected' ? { decidedByUserId: actor.userId, decidedAt: platform.clock.now() } : {}),
    })
    .where('id', '=', application.id)
    .execute();
  await recordApplicationEvent(trx, platform, {
    applicationId: application.id,
    act,
    userId: actor.userId,
    note: reason,
  });
  await recordAudit(trx, platform, actor, {
    action: `application.${act}`,
    subjectKind: 'membership_application',
    subjectId: application.id,
    oldValues: { status: application.status },
    newValues: { status: act, reason },
  });
  await recordEvent(trx, platform, { name: `application.${act}`, payload: { applicationId: application.id } });
}
