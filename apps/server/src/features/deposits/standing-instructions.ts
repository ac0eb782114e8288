// A member, or staff for them, says once that what a deposit is due is taken from savings on its day, and stops it again.

import type { SetStandingInstructionBody } from '@kafal/contract';
import { type CalendarDate, invariant, moneyInAllowed } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { businessDayFor, moveBusinessDayIfDue } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { getMemberForUpdate } from '../members/index.ts';
import { type DepositWithBalance, getDepositFor } from './deposit-queries.ts';
import { hasDues } from './next-due.ts';

export type SetStandingInstruction = z.output<typeof SetStandingInstructionBody>;

export async function setStandingInstruction(
  platform: Platform,
  actor: Actor,
  command: SetStandingInstruction,
): Promise<number> {
  await moveBusinessDayIfDue(platform);
  return platform.transact(async (trx) => {
    const { from, to } = await accountsOf(trx, platform, actor, command);
    const today = await businessDayFor(trx, platform);
    const startsOn = command.startsOn ?? today;
    if (startsOn < today) throw new Refusal('rule', 'INSTRUCTION_PAST', { day: today }, 'startsOn');
    await refuseSecond(trx, to);
    const { insertId } = await trx
      .insertInto('standing_instruction')
      .values({
        memberId: to.memberId,
        fromDepositId: from.id,
        toDepositId: to.id,
        activeToId: to.id,
        startsOn,
        stoppedOn: null,
        setByUserId: actor.userId,
        stoppedByUserId: null,
        recordedAt: platform.clock.now(),
      })
      .executeTakeFirstOrThrow();
    const id = Number(insertId);
    await recordAudit(trx, platform, actor, {
      action: 'instruction.set',
      subjectKind: 'deposit',
      subjectId: to.id,
      newValues: { from: from.number, to: to.number, startsOn },
    });
    return id;
  });
}

/** Nothing more is taken from now on; what was taken stays. */
export async function stopStandingInstruction(platform: Platform, actor: Actor, id: number): Promise<void> {
  await moveBusinessDayIfDue(platform);
  await platform.transact(async (trx) => {
    const instruction = await trx
      .selectFrom('standing_instruction')
      .select(['memberId', 'fromDepositId', 'toDepositId'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (instruction === undefined || (actor.kind === 'member' && instruction.memberId !== actor.memberId)) {
      throw new Refusal('missing', 'INSTRUCTION_UNKNOWN');
    }
    await markStopped(trx, platform, actor, { id, ...instruction }, await businessDayFor(trx, platform));
  });
}

async function markStopped(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { id, toDepositId }: { readonly id: number; readonly toDepositId: number },
  on: CalendarDate,
): Promise<void> {
  const { changes } = await platform.dialect.run(
    trx,
    'UPDATE standing_instruction SET activeToId = NULL, stoppedOn = ?, stoppedByUserId = ? ' +
      'WHERE id = ? AND activeToId IS NOT NULL',
    [on, actor.userId, id],
  );
  if (changes === 0) throw new Refusal('conflict', 'INSTRUCTION_STOPPED_ALREADY');
  await recordAudit(trx, platform, actor, {
    action: 'instruction.stopped',
    subjectKind: 'deposit',
    subjectId: toDepositId,
    newValues: { instruction: id },
  });
}

/** Both of one member, whose row is locked: an account that is being closed at this moment is waited for. */
async function accountsOf(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { fromDepositId, toDepositId }: SetStandingInstruction,
): Promise<{ readonly from: DepositWithBalance; readonly to: DepositWithBalance }> {
  const { memberId } = await getDepositFor(platform, actor, toDepositId, trx);
  // A holder beside the first orders nothing: the money of the first would go.
  if (actor.kind === 'member' && memberId !== actor.memberId) throw new Refusal('missing', 'DEPOSIT_UNKNOWN');
  const member = await getMemberForUpdate(trx, platform, memberId);
  if (!moneyInAllowed(member.status)) throw new Refusal('rule', 'DEPOSIT_MEMBER_STATUS');
  const to = await getDepositFor(platform, actor, toDepositId, trx);
  const from = await getDepositFor(platform, actor, fromDepositId, trx);
  if (!hasDues(to)) throw new Refusal('rule', 'INSTRUCTION_WITHOUT_DUES', { number: to.number }, 'toDepositId');
  if (from.memberId !== to.memberId || from.kind !== 'savings') {
    throw new Refusal('rule', 'INSTRUCTION_FROM_SAVINGS', undefined, 'fromDepositId');
  }
  for (const { status, number } of [from, to]) {
    if (status === 'closed') throw new Refusal('conflict', 'DEPOSIT_CLOSED', { number });
  }
  invariant(from.id !== to.id, 'savings are due nothing');
  return { from, to };
}

async function refuseSecond(trx: Trx, { id, number }: DepositWithBalance): Promise<void> {
  const there = await trx
    .selectFrom('standing_instruction')
    .select('id')
    .where('activeToId', '=', id)
    .executeTakeFirst();
  if (there !== undefined) throw new Refusal('conflict', 'INSTRUCTION_THERE', { number });
}
