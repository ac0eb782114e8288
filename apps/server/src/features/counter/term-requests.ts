// The deposits of a term that a member asked for in the app, and what became of each.

import type { TermRequestView } from '@kafal/contract';
import { formatMoney } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { withdrawRequest } from '../approvals/index.ts';
import { productName, productNames } from '../deposits/index.ts';
import type { KeptOpening } from './open-term-deposit.ts';

const SHOWN = 5;
type TermRequest = z.input<typeof TermRequestView>;

export async function termRequestsOf(platform: Platform, actor: Actor): Promise<TermRequest[]> {
  const rows = await ownRequests(platform, actor).orderBy('approval_request.id', 'desc').limit(SHOWN).execute();
  const names = await productNames(platform);
  return rows.map((row) => termRequest(row, names, actor));
}

/** The society has not answered yet: from now on it cannot. */
export async function takeBackTermRequest(platform: Platform, actor: Actor, id: number): Promise<TermRequest> {
  await getOwn(platform, actor, id);
  await withdrawRequest(platform, actor, id);
  return termRequest(await getOwn(platform, actor, id), await productNames(platform), actor);
}

async function getOwn(platform: Platform, actor: Actor, id: number): Promise<OwnRequest> {
  const own = await ownRequests(platform, actor).where('approval_request.id', '=', id).executeTakeFirst();
  if (own === undefined) throw new Refusal('missing', 'APPROVAL_NOT_FOUND');
  return own;
}

type OwnRequest = Awaited<ReturnType<ReturnType<typeof ownRequests>['execute']>>[number];

function ownRequests({ database }: Platform, actor: Actor) {
  return (
    database
      .selectFrom('approval_request')
      .innerJoin('deposit', 'deposit.id', 'approval_request.subjectId')
      .select(['approval_request.id', 'approval_request.status', 'command', 'requestedAt', 'decidedAt', 'reason'])
      .select('deposit.number as fromAccount')
      // By the index: a member who never asked must not cost a walk through every request of the society.
      .where('approval_request.memberId', '=', actor.memberId)
      .where('approval_request.kind', '=', 'term-opening')
      .where('requestedByUserId', '=', actor.userId)
  );
}

function termRequest(
  { id, status, command, requestedAt, decidedAt, reason, fromAccount }: OwnRequest,
  names: Awaited<ReturnType<typeof productNames>>,
  { language }: Actor,
): TermRequest {
  // openTermDepositFor wrote it.
  const { opening, annualRate } = JSON.parse(command) as KeptOpening;
  const { amount, months, days } = opening;
  return {
    id: String(id),
    // Kept to its list by the table's check.
    status: status as TermRequest['status'],
    product: productName(names, opening, language),
    amount: formatMoney(amount),
    months,
    days,
    fromAccount,
    annualRate,
    requestedAt: new Date(requestedAt).toISOString(),
    decidedAt: decidedAt === null ? null : new Date(decidedAt).toISOString(),
    reason,
  };
}
