// Who holds a deposit, and how it is operated, changes when one person asks and another says yes. The first holder stays:
// the money is theirs in the books.

import type { ChangeHoldersBody } from '@kafal/contract';
import type { OperatingMode } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { type ApprovalRequest, requestApproval } from '../approvals/index.ts';
import { recordAudit } from '../audit/index.ts';
import { getMember } from '../members/index.ts';
import { type DepositWithBalance, lockDeposit } from './deposit-queries.ts';
import { holderMessages } from './holder-messages.ts';
import { checkHolding, type Holding, holdingOf, saveHolding } from './holders.ts';

type AskedHolders = z.output<typeof ChangeHoldersBody> & { readonly depositId: number };

/** The id of the request that waits for a second person. */
export function askHolders(platform: Platform, actor: Actor, asked: AskedHolders): Promise<number> {
  return platform.transact(async (trx) => {
    const deposit = await lockDeposit(trx, platform, actor, asked.depositId);
    await refuseUnlessMayChange(trx, platform, deposit, asked);
    const before = await holdingOf(trx, deposit);
    return requestApproval(trx, platform, actor, {
      kind: 'deposit-holders',
      subjectKind: 'deposit',
      subjectId: deposit.id,
      memberId: deposit.memberId,
      summary: {
        code: 'ASKS_HOLDERS',
        params: { account: deposit.number, name: deposit.memberName, number: deposit.memberNumber },
      },
      lines: [
        { label: { code: 'LINE_MODE' }, before: modeWords(before.mode), after: modeWords(asked.mode) },
        {
          label: { code: 'LINE_HOLDERS' },
          before: before.holders.map(({ name }) => name).join(', '),
          after: [deposit.memberName, ...(await namesOf(trx, asked.memberIds))].join(', '),
        },
        ...(asked.guardianName === undefined
          ? []
          : [{ label: { code: 'LINE_GUARDIAN' }, before: before.guardianName, after: asked.guardianName }]),
        { label: { code: 'LINE_REASON' }, before: null, after: asked.reason },
      ],
      command: asked,
    });
  });
}

export async function changeApprovedHolders(
  platform: Platform,
  trx: Trx,
  checker: Actor,
  request: ApprovalRequest,
): Promise<undefined> {
  // askHolders above wrote it.
  const asked = request.command as AskedHolders;
  const deposit = await lockDeposit(trx, platform, checker, asked.depositId);
  await refuseUnlessMayChange(trx, platform, deposit, asked);
  const before = await holdingOf(trx, deposit);
  await saveHolding(trx, deposit.id, asked);
  await recordAudit(trx, platform, checker, {
    action: 'deposit.holders-changed',
    subjectKind: 'deposit',
    subjectId: deposit.id,
    oldValues: { mode: before.mode, holders: before.holders.map(({ memberNumber }) => memberNumber).join(', ') },
    newValues: { mode: asked.mode, memberIds: asked.memberIds.join(', '), reason: asked.reason },
  });
}

async function refuseUnlessMayChange(
  trx: Trx,
  platform: Platform,
  { number, status, memberId }: DepositWithBalance,
  holding: Holding,
): Promise<void> {
  if (status === 'closed') throw new Refusal('conflict', 'DEPOSIT_CLOSED', { number });
  await checkHolding(trx, platform, memberId, holding);
}

async function namesOf(trx: Trx, memberIds: readonly number[]): Promise<string[]> {
  const names: string[] = [];
  for (const id of memberIds) names.push((await getMember(trx, id)).name);
  return names;
}

/** A mode in both languages. */
function modeWords(mode: OperatingMode): { en: string; hi: string } {
  return { en: holderMessages.en[`MODE_${mode}`], hi: holderMessages.hi[`MODE_${mode}`] };
}
