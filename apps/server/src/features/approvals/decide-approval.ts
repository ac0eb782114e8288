// The second person says yes or no. A yes does the act in the same transaction, so an approval without its effect, or an
// effect without its approval, cannot exist.

import { invariant } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type KeptOutcome, underKeyIfSent } from '../../platform/http/with-idempotency.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { type ApprovedAct, ruleOf } from './approval-kinds.ts';
import { getRequest, mayNotDecide, type RequestRow, readChecker, toRequest } from './approval-queries.ts';

export interface Decision {
  readonly approvalId: number;
  readonly note?: string | undefined;
}

/**
 * Kept are ids alone: what a request says of a member is read again for whoever asks. Without a key a second yes finds it decided,
 * which is enough where no money moves.
 */
export async function approveRequest(
  platform: Platform,
  actor: Actor,
  decision: Decision,
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<ApprovedAct>> {
  const approve = async (trx: Trx): Promise<ApprovedAct> => {
    const row = await lockRequest(trx, platform, decision.approvalId);
    await refuseUnlessMayDecide(trx, platform, actor, row);

    const request = toRequest(row);
    // Decided first: what the act posts may look at who approved it.
    await settle(trx, platform, actor, row, 'approved', decision.note ?? null);
    const done = (await ruleOf(request.kind).approve(platform, trx, actor, request)) ?? {};
    if (done.entryId !== undefined) {
      await platform.dialect.run(trx, 'UPDATE approval_request SET entryId = ? WHERE id = ?', [done.entryId, row.id]);
    }
    return done;
  };
  return keepingRefusals(platform, actor, decision.approvalId, () =>
    underKeyIfSent(platform, actor, idempotency, approve, () => 200),
  );
}

export async function rejectRequest(
  platform: Platform,
  actor: Actor,
  decision: { readonly approvalId: number; readonly reason: string },
): Promise<void> {
  const reject = async (trx: Trx) => {
    const row = await lockRequest(trx, platform, decision.approvalId);
    await refuseUnlessMayDecide(trx, platform, actor, row);
    await settle(trx, platform, actor, row, 'rejected', decision.reason);
    await refused(trx, platform, row, 'rejected', { by: actor, reason: decision.reason });
  };
  await keepingRefusals(platform, actor, decision.approvalId, () => platform.transact(reject));
}

/** Only whoever asked may take the question back, and only while nobody has answered. */
export async function withdrawRequest(platform: Platform, actor: Actor, approvalId: number): Promise<void> {
  await platform.transact(async (trx) => {
    const row = await lockRequest(trx, platform, approvalId);
    if (row.requestedByUserId !== actor.userId) {
      if (!actor.permissions.has('approval.read')) throw new Refusal('missing', 'APPROVAL_NOT_FOUND');
      throw new Refusal('forbidden', 'APPROVAL_NOT_YOURS');
    }
    if (row.status !== 'pending') throw decidedAlready(row);
    await settle(trx, platform, actor, row, 'withdrawn', null);
    await refused(trx, platform, row, 'withdrawn', { by: actor, reason: null });
  });
}

/** A maker who tries to be the checker is refused, and the try stands in the trail, where an auditor finds it. */
async function keepingRefusals<Answer>(
  platform: Platform,
  actor: Actor,
  approvalId: number,
  decide: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await decide();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'APPROVAL_OWN_REQUEST') {
      await platform.transact((trx) =>
        recordAudit(trx, platform, actor, {
          action: 'approval.refused-to-maker',
          subjectKind: 'approval_request',
          subjectId: approvalId,
        }),
      );
    }
    throw error;
  }
}

async function refused(
  trx: Trx,
  platform: Platform,
  row: RequestRow,
  became: 'rejected' | 'withdrawn',
  refusal: { readonly by: Actor; readonly reason: string | null },
): Promise<void> {
  const request = toRequest(row);
  await ruleOf(request.kind).refused?.(platform, trx, request, became, refusal);
}

/** Two people may press at the same moment: the second finds it decided. */
async function lockRequest(trx: Trx, platform: Platform, id: number): Promise<RequestRow> {
  await platform.dialect.one(trx, `SELECT id FROM approval_request WHERE id = ?${platform.dialect.forUpdateText}`, [
    id,
  ]);
  return getRequest(trx, id);
}

async function refuseUnlessMayDecide(trx: Trx, platform: Platform, actor: Actor, row: RequestRow): Promise<void> {
  const refusal = await mayNotDecide(platform, await readChecker(platform, actor, trx), row);
  if (refusal === undefined) return;
  if (refusal.code === 'APPROVAL_DECIDED') throw decidedAlready(row);
  throw new Refusal(refusal.kind, refusal.code);
}

function decidedAlready(row: RequestRow): Refusal {
  return new Refusal('conflict', 'APPROVAL_DECIDED', { who: row.decidedBy ?? '' });
}

async function settle(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  row: RequestRow,
  status: 'approved' | 'rejected' | 'withdrawn',
  reason: string | null,
): Promise<void> {
  const { changes } = await platform.dialect.run(
    trx,
    'UPDATE approval_request SET status = ?, decidedByUserId = ?, decidedAt = ?, reason = ?, version = version + 1 ' +
      "WHERE id = ? AND status = 'pending'",
    [status, actor.userId, platform.clock.now(), reason, row.id],
  );
  invariant(changes === 1, 'a locked request that was pending still is');
  await recordAudit(trx, platform, actor, {
    action: `approval.${status}`,
    subjectKind: 'approval_request',
    subjectId: row.id,
    oldValues: { status: row.status },
    newValues: { status, reason, kind: row.kind, requestedByUserId: row.requestedByUserId },
  });
  await recordEvent(trx, platform, {
    name: 'approval.decided',
    memberId: row.memberId,
    // Whoever asked is waiting for it; a member hears of the act itself.
    userId: row.requesterKind === 'staff' && status !== 'withdrawn' ? row.requestedByUserId : null,
    payload: { approvalId: row.id, kind: row.kind, status },
  });
}
