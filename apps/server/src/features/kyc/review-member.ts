// The papers of a member as a whole: looked at again, and how great the risk is.

import type { ChangeRiskBody, ReviewKycBody } from '@kafal/contract';
import { addMonths } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { calendarToday } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { getMemberForUpdate } from '../members/index.ts';
import { readSettings } from '../society/index.ts';
import { reviewMonths } from './kyc-rules.ts';
import { isOwnPaper } from './may-check.ts';
import { knownPapers, kycRowOf, setReviewed, standing } from './member-kyc.ts';

/** Nothing has changed, and nothing is missing: the papers are good until the next review. */
export async function reviewMember(
  platform: Platform,
  actor: Actor,
  memberId: number,
  { note }: z.output<typeof ReviewKycBody>,
): Promise<void> {
  const settings = await readSettings(platform);
  const today = await calendarToday(platform);
  await platform.transact(async (trx) => {
    const member = await getMemberForUpdate(trx, platform, memberId);
    if (await isOwnPaper(trx, actor, memberId)) throw new Refusal('forbidden', 'PAPER_OWN');
    const row = await kycRowOf(trx, memberId);
    const papers = (await knownPapers(trx, [memberId])).get(memberId) ?? [];
    const { wanted } = standing(settings, member.memberClass, papers, { reviewDueOn: null, today });
    if (wanted.some(({ state }) => state !== 'verified')) throw new Refusal('conflict', 'KYC_NOT_COMPLETE');
    await setReviewed(trx, platform, actor, { memberId, row, today, settings });
    await recordAudit(trx, platform, actor, {
      ...{ action: 'kyc.reviewed', subjectKind: 'member', subjectId: memberId },
      oldValues: { reviewedOn: row.reviewedOn, reviewDueOn: row.reviewDueOn },
      newValues: { reviewedOn: today, note },
    });
  });
}

/** Counted from the last review by the months of the new class, so that a higher risk is looked at sooner. */
export async function changeRisk(
  platform: Platform,
  actor: Actor,
  memberId: number,
  { riskClass, reason }: z.output<typeof ChangeRiskBody>,
): Promise<void> {
  const settings = await readSettings(platform);
  await platform.transact(async (trx) => {
    await getMemberForUpdate(trx, platform, memberId);
    if (await isOwnPaper(trx, actor, memberId)) throw new Refusal('forbidden', 'PAPER_OWN');
    const row = await kycRowOf(trx, memberId);
    if (row.riskClass === riskClass) throw new Refusal('conflict', 'KYC_SAME_RISK', undefined, 'riskClass');
    const reviewDueOn = row.reviewedOn === null ? null : addMonths(row.reviewedOn, reviewMonths(settings, riskClass));
    await platform.dialect.upsert(
      trx,
      'member_kyc',
      { memberId, ...row, riskClass, riskReason: reason, reviewDueOn },
      { key: ['memberId'] },
    );
    await recordAudit(trx, platform, actor, {
      ...{ action: 'kyc.risk_changed', subjectKind: 'member', subjectId: memberId },
      oldValues: { riskClass: row.riskClass, reviewDueOn: row.reviewDueOn },
      newValues: { riskClass, reviewDueOn, reason },
    });
  });
}
