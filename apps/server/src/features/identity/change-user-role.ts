// A colleague gets another role. Who they are stays; what they may do is what two people have agreed on.

import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { type ApprovalRequest, agreedBy, changeRule, type RuleChangeBy } from '../approvals/index.ts';
import { recordAudit } from '../audit/index.ts';
import { auditedBy } from '../society/index.ts';
import { isOfAdministrator, lockRoles, refuseLosingLastAdministrator } from './administrators.ts';
import { findRole } from './roles.ts';
import { renewRightsOf } from './sessions.ts';
import { getUserForUpdate, permissionsOfRole, type User } from './user-queries.ts';

export interface ChangeUserRole {
  readonly id: number;
  readonly role: string;
  readonly reason: string;
  readonly version: number;
}

interface UserRoleChange {
  readonly userId: number;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export async function changeUserRole(platform: Platform, actor: Actor, command: ChangeUserRole, isPreview: boolean) {
  return platform.transact(async (trx) => {
    await lockRoles(trx, platform);
    const user = await getUserForUpdate(trx, platform, command.id);
    if (user.kind !== 'staff') throw new Refusal('missing', 'USER_NOT_FOUND');
    if (user.version !== command.version) throw new Refusal('conflict', 'USER_CHANGED_MEANWHILE');
    if (user.id === actor.userId) throw new Refusal('forbidden', 'OWN_ROLE', {}, 'role');
    const to = await findRole(trx, command.role);
    const from = await findRole(trx, user.roleCode ?? '');
    if (to === undefined || from === undefined) throw new Refusal('missing', 'ROLE_NOT_FOUND', {}, 'role');
    if (to.code === from.code) throw new Refusal('rule', 'ROLE_UNCHANGED', {}, 'role');
    const losesRights = isOfAdministrator(await permissionsOfRole(trx, from.code));
    if (losesRights && !isOfAdministrator(await permissionsOfRole(trx, to.code))) {
      await refuseLosingLastAdministrator(trx, { userId: user.id });
    }
    const change: UserRoleChange = { userId: user.id, from: from.code, to: to.code, reason: command.reason };

    return changeRule(
      trx,
      platform,
      actor,
      {
        kind: 'user-role',
        subjectKind: 'user',
        subjectId: user.id,
        rule: String(user.id),
        needsSecondPerson: true,
        aboutUserId: user.id,
        summary: { code: 'ASKS_USER_ROLE', params: { name: user.name } },
        lines: [
          {
            label: { code: 'LINE_ROLE' },
            before: { en: from.nameEn, hi: from.nameHi },
            after: { en: to.nameEn, hi: to.nameHi },
          },
          ...(await rightsLines(trx, from.code, to.code)),
          { label: { code: 'LINE_REASON' }, before: null, after: command.reason },
        ],
        command: change,
        act: (by) => writeUserRole(trx, platform, actor, change, by),
      },
      isPreview,
    );
  });
}

/** What a yes of the second person does. */
export async function applyApprovedUserRole(
  platform: Platform,
  trx: Trx,
  checker: Actor,
  request: ApprovalRequest,
): Promise<undefined> {
  // changeUserRole wrote it.
  const change = request.command as UserRoleChange;
  await writeUserRole(trx, platform, checker, change, agreedBy(request, checker));
}

/** Nobody decides about their own role. */
export async function mayNotDecideOwnRole(
  _platform: Platform,
  checker: Actor,
  { subjectId }: ApprovalRequest,
): Promise<string | undefined> {
  return subjectId === checker.userId ? 'OWN_ROLE' : undefined;
}

async function writeUserRole(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { userId, from, to, reason }: UserRoleChange,
  by: RuleChangeBy,
): Promise<void> {
  await lockRoles(trx, platform);
  const user: User = await getUserForUpdate(trx, platform, userId);
  if (user.roleCode !== from) throw new Refusal('conflict', 'USER_CHANGED_MEANWHILE');
  if ((await findRole(trx, to)) === undefined) throw new Refusal('missing', 'ROLE_NOT_FOUND', {}, 'role');
  await trx
    .updateTable('user')
    .set({ roleCode: to, version: user.version + 1 })
    .where('id', '=', userId)
    .execute();
  if (isOfAdministrator(await permissionsOfRole(trx, from))) await refuseLosingLastAdministrator(trx);
  await renewRightsOf(trx, platform, userId);
  await recordAudit(trx, platform, actor, {
    action: 'user.changed',
    subjectKind: 'user',
    subjectId: userId,
    oldValues: { roleCode: from },
    newValues: { roleCode: to, ...auditedBy(reason, by) },
  });
}

async function rightsLines(trx: Trx, from: string, to: string) {
  const before = await permissionsOfRole(trx, from);
  const after = await permissionsOfRole(trx, to);
  const line = (code: string) => (permission: string) => ({ label: { code }, before: null, after: permission });
  return [
    ...after.filter((permission) => !before.includes(permission)).map(line('LINE_GAINS')),
    ...before.filter((permission) => !after.includes(permission)).map(line('LINE_LOSES')),
  ];
}
