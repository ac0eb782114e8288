// A rate, a fee, a limit or a role changes when two people want it. The change is shown first, then waits as an approval;
// what a yes does is what happens at once where the rule needs nobody else, or where there is nobody else yet.

import type { RuleChange } from '@kafal/contract';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { type ApprovalKind, type ApprovalRequest, ruleOf } from './approval-kinds.ts';
import { linesFor } from './approval-queries.ts';
import { type RequestedApproval, requestApproval } from './request-approval.ts';
import { othersWhoDecide } from './second-person.ts';

/** How the change came about, for the row it makes and for the audit log. */
export interface RuleChangeBy {
  readonly makerUserId: number;
  readonly checkerUserId: number | null;
  /** It takes a second person, and nobody else could have been that. */
  readonly isAlone: boolean;
}

/** When whoever asked has heard a yes. */
export const agreedBy = ({ requestedByUserId }: ApprovalRequest, { userId }: Actor): RuleChangeBy => ({
  makerUserId: requestedByUserId,
  checkerUserId: userId,
  isAlone: false,
});

export interface AskedRuleChange extends RequestedApproval {
  /** What this change is about, within its kind: one change of it waits at a time. */
  readonly rule: string;
  readonly needsSecondPerson: boolean;
  /** Whom it is about: nobody decides about themself. */
  readonly aboutUserId?: number | undefined;
  readonly act: (by: RuleChangeBy) => Promise<void>;
}

export async function changeRule(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  asked: AskedRuleChange,
  isPreview: boolean,
): Promise<z.input<typeof RuleChange>> {
  const { kind, rule, needsSecondPerson, aboutUserId, act, lines = [], command } = asked;
  // Two who ask at the same moment come one after the other, and nobody gains or loses the right to decide meanwhile.
  await platform.dialect.forUpdate(trx.selectFrom('role').select('code').orderBy('code')).execute();
  if ((await waitingRules(trx, kind)).has(rule)) throw new Refusal('conflict', 'RULE_CHANGE_WAITING');
  const deciders = needsSecondPerson ? await othersWhoDecide(trx, actor.userId, aboutUserId) : [];
  const isAlone = needsSecondPerson && deciders.length === 0;
  const answer = {
    preview: isPreview,
    applied: false,
    approvalId: null,
    needsSecondPerson,
    isAlone,
    deciders: deciders.map(({ name }) => name),
    lines: linesFor(ruleOf(kind).messages, actor.language, lines),
  };
  if (isPreview) return answer;
  if (!needsSecondPerson || isAlone) {
    await act({ makerUserId: actor.userId, checkerUserId: null, isAlone });
    return { ...answer, applied: true };
  }
  const approvalId = await requestApproval(trx, platform, actor, { ...asked, command: { rule, ...command } });
  return { ...answer, approvalId: String(approvalId) };
}

/** The rules of a kind for which a change waits, each with the number of its request. */
export async function waitingRules(reader: Reader, kind: ApprovalKind): Promise<ReadonlyMap<string, number>> {
  const rows = await reader
    .selectFrom('approval_request')
    .select(['id', 'command'])
    .where('status', '=', 'pending')
    .where('kind', '=', kind)
    .orderBy('id')
    .execute();
  // changeRule wrote the command.
  return new Map(rows.map(({ id, command }) => [(JSON.parse(command) as { rule: string }).rule, id]));
}
