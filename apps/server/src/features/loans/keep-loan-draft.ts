// A question for a loan that is begun today and asked tomorrow, on another phone or at the desk: one for each member, kept as it was
// typed, and gone when it is asked.

import type { LoanDraft, LoanDraftBody } from '@kafal/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { getMemberFor, getMemberForUpdate } from '../members/index.ts';

type Draft = z.output<typeof LoanDraftBody>;
type Fields = Omit<Draft, 'memberId'>;

export async function loanDraft(
  platform: Platform,
  actor: Actor,
  asked: { readonly memberId?: number | undefined },
): Promise<z.output<typeof LoanDraft> | null> {
  const memberId = memberOf(actor, asked.memberId);
  await getMemberFor(platform, actor, memberId);
  const row = await platform.database
    .selectFrom('loan_draft as d')
    .innerJoin('user as u', 'u.id', 'd.savedByUserId')
    .select(['d.asked', 'd.savedAt', 'u.name'])
    .where('d.memberId', '=', memberId)
    .executeTakeFirst();
  if (row === undefined) return null;
  // As keepLoanDraft wrote it.
  const fields = JSON.parse(row.asked) as Fields;
  return { ...fields, savedAt: new Date(row.savedAt).toISOString(), savedBy: row.name };
}

/** In the place of the one before. */
export async function keepLoanDraft(platform: Platform, actor: Actor, { memberId, ...fields }: Draft): Promise<void> {
  const id = memberOf(actor, memberId);
  await platform.transact(async (trx) => {
    await getMemberForUpdate(trx, platform, id);
    const row = { memberId: id, asked: JSON.stringify(fields), savedByUserId: actor.userId };
    await platform.dialect.upsert(trx, 'loan_draft', { ...row, savedAt: platform.clock.now() }, { key: ['memberId'] });
    await note(trx, platform, actor, 'loan.draft-kept', id);
  });
}

export async function throwLoanDraftAway(
  platform: Platform,
  actor: Actor,
  asked: { readonly memberId?: number | undefined },
): Promise<void> {
  const memberId = memberOf(actor, asked.memberId);
  await platform.transact(async (trx) => {
    await getMemberForUpdate(trx, platform, memberId);
    if (await forgetLoanDraft(trx, memberId)) await note(trx, platform, actor, 'loan.draft-dropped', memberId);
  });
}

/** It was asked, or nobody wants it any more. Answers whether there was one. */
export async function forgetLoanDraft(trx: Trx, memberId: number): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('loan_draft')
    .where('memberId', '=', memberId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

function memberOf(actor: Actor, memberId: number | undefined): number {
  if (actor.kind !== 'member') {
    if (memberId === undefined) throw new Refusal('rule', 'LOAN_MEMBER_MISSING', undefined, 'memberId');
    return memberId;
  }
  if (memberId !== undefined && memberId !== actor.memberId) {
    throw new Refusal('missing', 'MEMBER_NOT_FOUND', undefined, 'memberId');
  }
  return actor.memberId ?? 0;
}

const note = (trx: Trx, platform: Platform, actor: Actor, action: string, memberId: number) =>
  recordAudit(trx, platform, actor, { action, subjectKind: 'member', subjectId: memberId });
