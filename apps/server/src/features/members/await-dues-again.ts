import type { Actor } from '../../platform/http/actor.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { getMemberForUpdate } from './find-member.ts';
import { hasUnpaidDues } from './member-dues.ts';
import { recordStatusChange } from './status-history.ts';

/** Stands in the history where nobody gave a reason: a payment of the dues was taken back. */
export const DUES_OPEN_AGAIN = 'MEMBER_DUES_OPEN_AGAIN';

/** The way back from activateWhenComplete: a member who was active waits for payment again once a due is unpaid. */
export async function awaitDuesAgain(trx: Trx, platform: Platform, actor: Actor, memberId: number): Promise<boolean> {
  const member = await getMemberForUpdate(trx, platform, memberId);
  if (member.status !== 'active' || !(await hasUnpaidDues(trx, memberId))) return false;

  await recordStatusChange(trx, platform, {
    member,
    toStatus: 'pending_payment',
    reason: DUES_OPEN_AGAIN,
    effectiveOn: await currentBusinessDay(platform, trx),
    requestedByUserId: null,
    decidedByUserId: null,
  });
  await recordAudit(trx, platform, actor, {
    action: 'member.dues_open_again',
    subjectKind: 'member',
    subjectId: memberId,
    oldValues: { status: 'active' },
    newValues: { status: 'pending_payment' },
  });
  await recordEvent(trx, platform, {
    name: 'member.status-changed',
    memberId,
    payload: { memberId, status: 'pending_payment' },
  });
  return true;
}
