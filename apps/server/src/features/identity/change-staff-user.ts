import { normaliseName } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { isOfAdministrator, lockRoles, refuseLosingLastAdministrator } from './administrators.ts';
import { checkedEmail, checkedPhone, staffLoginNames } from './create-staff-user.ts';
import { changeLoginNames } from './login-names.ts';
import { endSessionsOf, rereadSessionsOf } from './sessions.ts';
import { societyFacts } from './society-facts.ts';
import { getUserForUpdate, permissionsOfRole, type User } from './user-queries.ts';

type Status = 'active' | 'suspended' | 'closed';

export interface ChangeStaffUser {
  readonly id: number;
  readonly version: number;
  readonly name?: string | undefined;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly status?: Status | undefined;
  readonly reason?: string | undefined;
}

/** Acts at once: a suspended user's next request is nobody's. Another role takes a second person; see changeUserRole. */
export async function changeStaffUser(platform: Platform, actor: Actor, command: ChangeStaffUser): Promise<void> {
  const { phoneCountry } = await societyFacts(platform);
  const email = command.email === undefined ? undefined : checkedEmail(command.email);
  const phone = command.phone === undefined ? undefined : checkedPhone(command.phone, phoneCountry);

  await platform.transact(async (trx) => {
    await lockRoles(trx, platform);
    const user = await getUserForUpdate(trx, platform, command.id);
    if (user.kind !== 'staff') throw new Refusal('missing', 'USER_NOT_FOUND');
    if (user.version !== command.version) throw new Refusal('conflict', 'USER_CHANGED_MEANWHILE');
    const after = {
      name: command.name === undefined ? user.name : normaliseName(command.name),
      email: email === undefined ? user.email : email,
      phone: phone === undefined ? user.phone : phone,
      status: command.status ?? user.status,
    };
    const changed = changedKeys(user, after);
    if (changed.length === 0) return;
    refuseChange(actor, user, after, command.reason);

    await trx
      .updateTable('user')
      .set({ ...after, version: user.version + 1 })
      .where('id', '=', user.id)
      .execute();
    if (changed.includes('email') || changed.includes('phone')) {
      await changeLoginNames(trx, platform, user.id, staffLoginNames(after), ['email', 'phone']);
    }
    if (isOfAdministrator(await permissionsOfRole(trx, user.roleCode ?? ''))) await refuseLosingLastAdministrator(trx);
    await actAtOnce(trx, platform, user.id, changed, after.status);
    await recordAudit(trx, platform, actor, {
      action: after.status === user.status ? 'user.changed' : `user.${statusAct(after.status)}`,
      subjectKind: 'user',
      subjectId: user.id,
      oldValues: Object.fromEntries(changed.map((key) => [key, user[key]])),
      newValues: {
        ...Object.fromEntries(changed.map((key) => [key, after[key]])),
        ...(command.reason === undefined ? {} : { reason: command.reason }),
      },
    });
  });
}

type After = Pick<User, 'name' | 'email' | 'phone' | 'status'>;

function changedKeys(user: User, after: After): (keyof After)[] {
  return (['name', 'email', 'phone', 'status'] as const).filter((key) => user[key] !== after[key]);
}

function refuseChange(actor: Actor, user: User, after: After, reason: string | undefined): void {
  const changesStatus = after.status !== user.status;
  if (user.id === actor.userId && changesStatus) throw new Refusal('forbidden', 'OWN_STATUS', {}, 'status');
  if (changesStatus && reason === undefined) throw new Refusal('rule', 'STATUS_NEEDS_REASON', {}, 'reason');
}

async function actAtOnce(
  trx: Trx,
  platform: Platform,
  userId: number,
  changed: readonly string[],
  status: string,
): Promise<void> {
  if (changed.includes('status') && status !== 'active') {
    await endSessionsOf(trx, platform, userId, status === 'closed' ? 'user-closed' : 'user-suspended');
  } else {
    await rereadSessionsOf(trx, platform, userId);
  }
}

function statusAct(status: string): string {
  return status === 'active' ? 'reinstated' : status;
}
