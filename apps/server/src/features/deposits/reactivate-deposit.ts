// A dormant account is awake again when somebody has seen who the member is, and a second person agrees. Money that came in
// meanwhile did not wake it: anybody may pay in, only its member may ask for money out.

import type { ReactivateBody } from '@kafal/contract';
import type { CalendarDate } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { businessDayFor } from '../accounting/index.ts';
import { type ApprovalRequest, requestApproval } from '../approvals/index.ts';
import { recordAudit } from '../audit/index.ts';
import { type DepositWithBalance, getDepositFor, lockDeposit } from './deposit-queries.ts';

type AskedReactivation = z.output<typeof ReactivateBody> & { readonly depositId: number };

/** The id of the request that waits for a second person. */
export function askReactivation(platform: Platform, actor: Actor, asked: AskedReactivation): Promise<number> {
  return platform.transact(async (trx) => {
    const deposit = await getDepositFor(platform, actor, asked.depositId, trx);
    refuseUnlessDormant(deposit);
    const dormancy = await dormancyOf(trx, deposit.id);
    return requestApproval(trx, platform, actor, {
      kind: 'deposit-reactivation',
      subjectKind: 'deposit',
      subjectId: deposit.id,
      memberId: deposit.memberId,
      summary: {
        code: 'ASKS_REACTIVATION',
        params: { account: deposit.number, name: deposit.memberName, number: deposit.memberNumber },
      },
      lines: [
        ...(dormancy === null
          ? []
          : [{ label: { code: 'LINE_LAST_ACTIVE' }, before: null, after: dormancy.lastActiveOn }]),
        { label: { code: 'LINE_KNOWN_BY' }, before: null, after: asked.note },
      ],
      command: asked,
    });
  });
}

export async function reactivateApproved(
  platform: Platform,
  trx: Trx,
  checker: Actor,
  request: ApprovalRequest,
): Promise<undefined> {
  // askReactivation above wrote it.
  const { depositId, note } = request.command as AskedReactivation;
  const deposit = await lockDeposit(trx, platform, checker, depositId);
  refuseUnlessDormant(deposit);
  const on = await businessDayFor(trx, platform);
  await trx
    .updateTable('deposit')
    .set(({ eb }) => ({ status: 'active', activeOn: on, version: eb('version', '+', 1) }))
    .where('id', '=', depositId)
    .execute();
  await trx
    .updateTable('deposit_dormancy')
    .set({
      reactivatedOn: on,
      note,
      askedByUserId: request.requestedByUserId,
      approvedByUserId: checker.userId,
    })
    .where('depositId', '=', depositId)
    .where('reactivatedOn', 'is', null)
    .execute();
  const { memberId } = deposit;
  await recordAudit(trx, platform, checker, {
    action: 'deposit.reactivated',
    subjectKind: 'deposit',
    subjectId: depositId,
    newValues: { note },
  });
  await recordEvent(trx, platform, { name: 'deposit.reactivated', memberId, payload: { depositId, memberId } });
}

function refuseUnlessDormant({ number, status }: DepositWithBalance): void {
  if (status !== 'dormant') throw new Refusal('conflict', 'DEPOSIT_NOT_DORMANT', { number });
}

/** Since when the account sleeps, and the day of the last thing its member did. */
export async function dormancyOf(
  reader: Reader,
  depositId: number,
): Promise<{ readonly dormantOn: CalendarDate; readonly lastActiveOn: CalendarDate } | null> {
  const row = await reader
    .selectFrom('deposit_dormancy')
    .select(['dormantOn', 'lastActiveOn'])
    .where('depositId', '=', depositId)
    .where('reactivatedOn', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}
