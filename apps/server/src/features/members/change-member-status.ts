// A member's status changes by an act of its own: with a reason, a day, a second person where the table of the core
// says so, and a line of history. It acts at once: on log-ins, and on every payment that looks at the status.

import {
  type CalendarDate,
  calendarDate,
  type MemberStatus,
  memberLoginAllowed,
  memberStatusChange,
} from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { moveBusinessDayIfDue } from '../accounting/index.ts';
import { type ApprovalRequest, requestApproval } from '../approvals/index.ts';
import { recordAudit } from '../audit/index.ts';
import { setMemberLogin } from '../identity/index.ts';
import { readSettings } from '../society/index.ts';
import { getMemberForUpdate, type Member } from './find-member.ts';
import { hasUnpaidDues } from './member-dues.ts';
import { membersMessages } from './messages.ts';
import { recordStatusChange } from './status-history.ts';
import { refuseWhileWaiting } from './waiting-approvals.ts';

export interface ChangeMemberStatus {
  readonly memberId: number;
  readonly toStatus: MemberStatus;
  readonly reason: string;
  readonly effectiveOn: CalendarDate;
}

export interface StatusChangeOutcome {
  readonly applied: boolean;
  /** Set when a second person has to look at it first. */
  readonly approvalId: number | null;
  /** The member's status now. */
  readonly status: MemberStatus;
}

export async function changeMemberStatus(
  platform: Platform,
  actor: Actor,
  command: ChangeMemberStatus,
): Promise<StatusChangeOutcome> {
  const on = await moveBusinessDayIfDue(platform);
  const settings = await readSettings(platform, on);

  return platform.transact(async (trx) => {
    const member = await getMemberForUpdate(trx, platform, command.memberId);
    const rule = allowedChange(member.status, command.toStatus);
    if (command.effectiveOn > on) {
      throw new Refusal('rule', 'STATUS_DATE_LATER', { businessDate: on }, 'effectiveOn');
    }
    if (command.effectiveOn < member.joinedOn) {
      throw new Refusal('rule', 'STATUS_DATE_BEFORE_JOINING', { joinedOn: member.joinedOn }, 'effectiveOn');
    }
    await refuseWhileWaiting(trx, 'member-status', member.id);

    if (rule.secondPerson && settings['policy.statusSecondPerson']) {
      const approvalId = await ask(trx, platform, actor, member, command);
      return { applied: false, approvalId, status: member.status };
    }
    const change = { ...command, requestedByUserId: actor.userId, decidedByUserId: null };
    const status = await apply(trx, platform, actor, member, change);
    return { applied: true, approvalId: null, status };
  });
}

/** What a yes of the second person does. */
export async function applyApprovedStatusChange(
  platform: Platform,
  trx: Trx,
  checker: Actor,
  request: ApprovalRequest,
): Promise<undefined> {
  // `ask` below wrote it.
  const command = request.command as ChangeMemberStatus & { fromStatus: MemberStatus };
  const member = await getMemberForUpdate(trx, platform, command.memberId);
  if (member.status !== command.fromStatus) throw new Refusal('conflict', 'STATUS_CHANGED_MEANWHILE');

  await apply(trx, platform, checker, member, {
    ...command,
    effectiveOn: calendarDate(command.effectiveOn),
    requestedByUserId: request.requestedByUserId,
    decidedByUserId: checker.userId,
  });
}

function allowedChange(from: MemberStatus, to: MemberStatus) {
  if (from === to) throw new Refusal('conflict', 'STATUS_IS_ALREADY');
  // Nobody declares the dues paid: the last payment does.
  if (from === 'pending_payment' && to === 'active') throw new Refusal('conflict', 'STATUS_BY_PAYMENT');
  const rule = memberStatusChange(from, to);
  if (rule === undefined) throw new Refusal('conflict', 'STATUS_CHANGE_UNKNOWN', undefined, 'toStatus');
  return rule;
}

async function ask(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  member: Member,
  command: ChangeMemberStatus,
): Promise<number> {
  return requestApproval(trx, platform, actor, {
    kind: 'member-status',
    subjectKind: 'member',
    subjectId: member.id,
    memberId: member.id,
    summary: {
      code: 'MEMBER_ASKS_STATUS',
      params: {
        number: member.number,
        name: member.name,
        from: statusWords(member.status),
        to: statusWords(command.toStatus),
      },
    },
    lines: [
      { label: { code: 'MEMBER_LINE_REASON' }, before: null, after: command.reason },
      { label: { code: 'MEMBER_LINE_EFFECTIVE_ON' }, before: null, after: command.effectiveOn },
    ],
    command: { ...command, fromStatus: member.status },
  });
}

interface DecidedStatusChange extends ChangeMemberStatus {
  readonly requestedByUserId: number;
  readonly decidedByUserId: number | null;
}

async function apply(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  member: Member,
  change: DecidedStatusChange,
): Promise<MemberStatus> {
  const { reason, effectiveOn, requestedByUserId, decidedByUserId } = change;
  // Nobody declares the dues paid on the way back either: who still owes them waits for payment again.
  const owes = change.toStatus === 'active' && (await hasUnpaidDues(trx, member.id));
  const toStatus = owes ? 'pending_payment' : change.toStatus;
  await recordStatusChange(trx, platform, {
    member,
    toStatus,
    reason,
    effectiveOn,
    requestedByUserId: requestedByUserId === 0 ? null : requestedByUserId,
    decidedByUserId: decidedByUserId === 0 ? null : decidedByUserId,
  });
  if (memberLoginAllowed(member.status) !== memberLoginAllowed(toStatus)) {
    await setMemberLogin(trx, platform, member.id, memberLoginAllowed(toStatus));
  }
  await recordAudit(trx, platform, actor, {
    action: 'member.status_changed',
    subjectKind: 'member',
    subjectId: member.id,
    oldValues: { status: member.status, statusSince: member.statusSince },
    newValues: { status: toStatus, statusSince: effectiveOn, reason, requestedByUserId },
  });
  await recordEvent(trx, platform, {
    name: 'member.status-changed',
    memberId: member.id,
    payload: { memberId: member.id, status: toStatus },
  });
  return toStatus;
}

/** A status in both languages. */
export function statusWords(status: MemberStatus): { en: string; hi: string } {
  const code = `MEMBER_STATUS_${status.toUpperCase()}`;
  return { en: membersMessages.en[code] ?? status, hi: membersMessages.hi[code] ?? status };
}
