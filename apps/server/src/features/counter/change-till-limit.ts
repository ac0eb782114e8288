// How much cash may lie in one till. What is above it belongs in the vault, so the figure is a limit like any other: two
// people agree on it.

import type { ChangeTillLimitBody } from '@kafal/contract';
import { formatMoney, type Money } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { type ApprovalRequest, agreedBy, changeRule, type RuleChangeBy } from '../approvals/index.ts';
import { recordAudit } from '../audit/index.ts';
import { auditedBy, cleanWhy } from '../society/index.ts';
import { lockSeenTill, lockTill } from './till-row.ts';

export type ChangeTillLimit = z.output<typeof ChangeTillLimitBody> & { readonly id: number };

interface TillLimitChange {
  readonly tillId: number;
  readonly from: Money | null;
  readonly to: Money | null;
  readonly reason: string | null;
}

export async function changeTillLimit(platform: Platform, actor: Actor, command: ChangeTillLimit, isPreview: boolean) {
  return platform.transact(async (trx) => {
    const till = await lockSeenTill(trx, platform, command);
    const to = command.cashLimit;
    if (to === till.cashLimit) throw new Refusal('rule', 'TILL_LIMIT_UNCHANGED', {}, 'cashLimit');
    const { reason } = cleanWhy(command);
    const change: TillLimitChange = { tillId: till.id, from: till.cashLimit, to, reason };
    return changeRule(
      trx,
      platform,
      actor,
      {
        kind: 'till-limit',
        subjectKind: 'till',
        subjectId: till.id,
        rule: String(till.id),
        needsSecondPerson: true,
        ...(to === null ? {} : { amount: to }),
        summary: { code: 'ASKS_TILL_LIMIT', params: { till: `${till.code} · ${till.name}` } },
        lines: [
          { label: { code: 'LINE_TILL_LIMIT' }, before: limitWords(change.from), after: limitWords(to) },
          ...(reason === null ? [] : [{ label: { code: 'LINE_REASON' }, before: null, after: reason }]),
        ],
        command: change,
        act: (by) => writeTillLimit(trx, platform, actor, change, by),
      },
      isPreview,
    );
  });
}

/** What a yes of the second person does. */
export async function applyApprovedTillLimit(
  platform: Platform,
  trx: Trx,
  checker: Actor,
  request: ApprovalRequest,
): Promise<undefined> {
  // changeTillLimit wrote it.
  await writeTillLimit(trx, platform, checker, request.command as TillLimitChange, agreedBy(request, checker));
}

async function writeTillLimit(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { tillId, to, reason }: TillLimitChange,
  by: RuleChangeBy,
): Promise<void> {
  const till = await lockTill(trx, platform, tillId);
  await trx
    .updateTable('till')
    .set({ cashLimit: to, version: till.version + 1 })
    .where('id', '=', tillId)
    .execute();
  await recordAudit(trx, platform, actor, {
    action: 'till.limit-changed',
    subjectKind: 'till',
    subjectId: tillId,
    oldValues: { cashLimit: audited(till.cashLimit) },
    newValues: { cashLimit: audited(to), ...auditedBy(reason, by) },
  });
  await recordEvent(trx, platform, { name: 'settings.changed', payload: { name: `till.${till.code}` } });
}

const audited = (limit: Money | null) => (limit === null ? null : formatMoney(limit));

const limitWords = (limit: Money | null) =>
  limit === null ? { en: 'no limit', hi: 'कोई सीमा नहीं' } : formatMoney(limit);
