// The deposits of a term that a member asked for in the app, and what became of each.

import type { TermRequestList } from '@kafal/contract';
import { formatMoney } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { productName, productNames } from '../deposits/index.ts';
import type { KeptOpening } from './open-term-deposit.ts';

const SHOWN = 5;
type Requests = z.input<typeof TermRequestList>;

export async function termRequestsOf(platform: Platform, actor: Actor): Promise<Requests> {
  const rows = await platform.database
    .selectFrom('approval_request')
    .innerJoin('deposit', 'deposit.id', 'approval_request.subjectId')
    .select(['approval_request.id', 'approval_request.status', 'command', 'requestedAt', 'decidedAt', 'reason'])
    .select('deposit.number as fromAccount')
    // By the index: a member who never asked must not cost a walk through every request of the society.
    .where('approval_request.memberId', '=', actor.memberId)
    .where('approval_request.kind', '=', 'term-opening')
    .where('requestedByUserId', '=', actor.userId)
    .orderBy('approval_request.id', 'desc')
    .limit(SHOWN)
    .execute();
  const names = await productNames(platform);
  const items = rows.map(({ id, status, command, requestedAt, decidedAt, reason, fromAccount }) => {
    // openTermDepositFor wrote it.
    const { opening, annualRate } = JSON.parse(command) as KeptOpening;
    const { amount, months, days } = opening;
    return {
      id: String(id),
      // Kept to its list by the table's check.
      status: status as Requests['items'][number]['status'],
      product: productName(names, opening, actor.language),
      amount: formatMoney(amount),
      months,
      days,
      fromAccount,
      annualRate,
      requestedAt: new Date(requestedAt).toISOString(),
      decidedAt: decidedAt === null ? null : new Date(decidedAt).toISOString(),
      reason,
    };
  });
  return { items };
}
