// An act that needs a second person is written down whole and waits; nothing of it has happened yet.

import type { Money } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { type ApprovalKind, type ApprovalLine, ruleOf, type Sentence } from './approval-kinds.ts';

export interface RequestedApproval {
  readonly kind: ApprovalKind;
  readonly subjectKind: string;
  readonly subjectId: number;
  readonly memberId?: number | null;
  readonly amount?: Money | null;
  /** What is asked, in one sentence. */
  readonly summary: Sentence;
  readonly lines?: readonly ApprovalLine[];
  /** All that `approve` needs to do the act later: plain JSON, money as whole numbers of the smallest unit. */
  readonly command: object;
}

/** The id of the request, which waits until somebody else decides or its maker withdraws it. */
export async function requestApproval(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  asked: RequestedApproval,
): Promise<number> {
  ruleOf(asked.kind);
  const { kind, subjectKind, subjectId, memberId = null, amount = null, summary, lines = [], command } = asked;
  const { insertId: id } = await platform.dialect.run(
    trx,
    'INSERT INTO approval_request (kind, subjectKind, subjectId, memberId, summary, command, amount, status, ' +
      "requestedByUserId, requestedAt, version) VALUES (?, ?, ?, ?, ?, ?, ?, 'pending', ?, ?, 1)",
    [
      kind,
      subjectKind,
      subjectId,
      memberId,
      JSON.stringify({ ...summary, lines }),
      JSON.stringify(command),
      amount,
      actor.userId,
      platform.clock.now(),
    ],
  );
  await recordAudit(trx, platform, actor, {
    action: 'approval.requested',
    subjectKind: 'approval_request',
    subjectId: id,
    newValues: { kind, subjectKind, subjectId, memberId, amount },
  });
  await recordEvent(trx, platform, { name: 'approval.requested', memberId, payload: { approvalId: id, kind } });
  return id;
}
