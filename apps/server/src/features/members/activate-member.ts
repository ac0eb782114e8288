import type { Actor } from '../../platform/http/actor.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { getMemberForUpdate } from './find-member.ts';
import { hasUnpaidDues } from './member-dues.ts';
import { recordStatusChange } from './status-history.ts';

/** Stands in the history where nobody gave a reason: the last of the dues was paid. */
export const DUES_COMPLETE = 'MEMBER_DUES_COMPLETE';

/**
 * Makes a member active when the last of the dues is paid, in the transaction of that payment. Answers whether it did;
 * however many receipts arrive at once, it happens once.
 */
export async function activateWhenComplete(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  memberId: number,
): Promise<boolean> {
  const member = await getMemberForUpdate(trx, platform, memberId);
  if (member.status !== 'pending_payment' || (await hasUnpaidDues(trx, memberId))) return false;

  await recordStatusChange(trx, platform, {
    member,
    toStatus: 'active',
    reason: DUES_COMPLETE,
    effectiveOn: await currentBusinessDay(platform, trx),
    requestedByUserId: null,
    decidedByUserId: null,
  });
  await recordAudit(trx, platform, actor, {
    action: 'member.activated',
    subjectKind: 'member',
    subjectId: memberId,
    oldValues: { status: 'pending_payment' },
    newValues: { status: 'active' },
  });
  await recordEvent(trx, platform, { name: 'member.activated', memberId, payload: { memberId } });
  return true;
}
