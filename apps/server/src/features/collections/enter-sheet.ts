// A day's paper of an agent, typed at the counter: every row is a collection with its own receipt, and all of them stand
// or none.

import type { CollectionSheetBody } from '@kafal/contract';
import { DomainError, formatMoney, sum } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type KeptOutcome, withIdempotency } from '../../platform/http/with-idempotency.ts';
import type { Platform } from '../../platform/platform.ts';
import { balanceOf } from '../accounting/index.ts';
import { productNames } from '../deposits/index.ts';
import { lockAgent } from './agent-row.ts';
import { takeCollection } from './collect.ts';

export interface EnteredSheet {
  readonly total: string;
  readonly cash: string;
  readonly receipts: { depositId: string; receiptId: string; number: string; amount: string }[];
}

export async function enterSheet(
  platform: Platform,
  actor: Actor,
  { agentId, collectedOn, total, rows }: z.output<typeof CollectionSheetBody>,
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<EnteredSheet>> {
  const names = await productNames(platform);
  const added = sum(rows.map(({ amount }) => amount));
  if (added !== total) {
    throw new Refusal('rule', 'SHEET_TOTAL_DIFFERS', { total: formatMoney(total), rows: formatMoney(added) }, 'total');
  }
  return withIdempotency(platform, actor, idempotency, async (trx) => {
    const agent = await lockAgent(trx, platform, agentId);
    const how = { names, isFromSheet: true, idempotencyKey: idempotency?.key ?? null };
    const receipts: EnteredSheet['receipts'] = [];
    for (const [place, row] of rows.entries()) {
      const { entry, receiptId } = await takeCollection(
        trx,
        platform,
        actor,
        agent,
        { ...row, collectedOn },
        how,
      ).catch((error: unknown) => {
        // The clerk finds the row by it.
        if (error instanceof DomainError) error.field = `rows.${place}`;
        throw error;
      });
      receipts.push({
        depositId: String(row.depositId),
        receiptId: String(receiptId),
        number: entry.printedNumber,
        amount: formatMoney(row.amount),
      });
    }
    const { amount: cash } = await balanceOf(platform, { subLedger: 'agent', subLedgerId: agent.id }, trx);
    return { total: formatMoney(total), cash: formatMoney(cash), receipts };
  });
}
