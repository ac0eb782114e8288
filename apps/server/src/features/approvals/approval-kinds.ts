// What may wait for a second person. The feature that asks says here what happens when somebody says yes, and in which
// sentences the question is put.

import type { APPROVAL_KINDS } from '@kafal/contract';
import type { Money } from '@kafal/core';
import { invariant } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import type { Messages } from '../../platform/http/sentences.ts';
import type { Platform, Trx } from '../../platform/platform.ts';

export type ApprovalKind = (typeof APPROVAL_KINDS)[number];

/** A value in a sentence; a name that differs by language is given in both. */
export type SentenceValue = string | number | { readonly en: string; readonly hi: string };

/** A sentence by its code in the kind's own messages. */
export interface Sentence {
  readonly code: string;
  readonly params?: Readonly<Record<string, SentenceValue>>;
}

/** A value ready to be read, such as "1250.00" or a name; in both languages where it differs by language. */
export type LineValue = string | { readonly en: string; readonly hi: string };

/** One line of what would change. */
export interface ApprovalLine {
  readonly label: Sentence;
  readonly before: LineValue | null;
  readonly after: LineValue;
  /** Where pictures change: the stored files, to be looked at side by side. */
  readonly beforeFileId?: string | null;
  readonly afterFileId?: string;
}

/** What was asked, as the act finds it again when somebody decides. */
export interface ApprovalRequest {
  readonly id: number;
  readonly kind: ApprovalKind;
  readonly subjectKind: string;
  readonly subjectId: number;
  readonly memberId: number | null;
  readonly amount: Money | null;
  /** What the requester handed over, as plain JSON. */
  readonly command: unknown;
  readonly requestedByUserId: number;
  readonly requestedAt: number;
}

export interface ApprovedAct {
  readonly entryId?: number;
  readonly receiptId?: number;
}

export interface ApprovalRule {
  /** Sentences of the summary and of the lines. */
  readonly messages: Messages;
  /**
   * Does the act inside the transaction that decides. A Refusal takes the decision back too: the request keeps waiting.
   * The maker of what it posts is the requester, the checker is the one who decides.
   */
  readonly approve: (
    platform: Platform,
    trx: Trx,
    checker: Actor,
    request: ApprovalRequest,
  ) => Promise<ApprovedAct | undefined>;
  /** What a no, or the maker's own second thought, leaves to be put away. */
  readonly refused?: (
    platform: Platform,
    trx: Trx,
    request: ApprovalRequest,
    became: 'rejected' | 'withdrawn',
    refusal: { readonly by: Actor; readonly reason: string | null },
  ) => Promise<void>;
  /** A code of the kind's messages when this person may not decide this one, besides being its maker. */
  readonly mayNotDecide?: (platform: Platform, checker: Actor, request: ApprovalRequest) => Promise<string | undefined>;
}

const rules = new Map<ApprovalKind, ApprovalRule>();

/** Called where a feature is put together. */
export function registerApprovalKind(kind: ApprovalKind, rule: ApprovalRule): void {
  rules.set(kind, rule);
}

export function ruleOf(kind: ApprovalKind): ApprovalRule {
  const rule = rules.get(kind);
  invariant(rule, `no feature has said what approving a ${kind} does`);
  return rule;
}
