// Another member takes the place of a guarantor. While nothing is decided the other is asked at once; afterwards a second
// person agrees first. Whoever is replaced answers for the loan until the other has said yes.

import type { SubstituteGuarantorBody } from '@kafal/contract';
import { guaranteedPart } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { businessDayFor } from '../accounting/index.ts';
import { type ApprovalRequest, requestApproval } from '../approvals/index.ts';
import { recordAudit } from '../audit/index.ts';
import { findGuarantor } from './check-guarantor.ts';

import { guaranteedAmount } from './guarantor-capacity.ts';
import { getProductVersion } from './loan-products.ts';
import { type LoanWithBalance, lockLoan } from './loan-queries.ts';
import { refuseOwn } from './who-may-decide.ts';

export type SubstituteGuarantor = z.output<typeof SubstituteGuarantorBody> & { readonly loanId: number };

const UNDECIDED = ['submitted', 'returned'];
const DECIDED = ['recommended', 'sanctioned', 'active'];

export async function substituteGuarantor(platform: Platform, actor: Actor, command: SubstituteGuarantor) {
  return platform.transact(async (trx) => {
    const loan = await lockLoan(trx, platform, actor, command.loanId);
    await refuseOwn(trx, actor, loan);
    const { leaving, comingId } = await findBoth(trx, platform, loan, command);
    if (UNDECIDED.includes(loan.status)) {
      await askInstead(trx, platform, actor, loan, command, comingId);
      return { approvalId: null };
    }
    if (await isAsked(trx, loan.id)) throw new Refusal('conflict', 'SUBSTITUTION_WAITING');
    const approvalId = await requestApproval(trx, platform, actor, {
      kind: 'guarantor-substitution',
      subjectKind: 'loan',
      subjectId: loan.id,
      memberId: loan.memberId,
      summary: { code: 'ASKS_SUBSTITUTION', params: { loan: loan.number, name: loan.memberName } },
      lines: [
        { label: { code: 'LINE_GUARANTOR' }, before: leaving.number, after: command.memberNumber },
        { label: { code: 'LINE_WHY' }, before: null, after: command.reason },
      ],
      command,
    });
    return { approvalId: String(approvalId) };
  });
}

/** A second person has said yes: the other is asked. */
export async function askApprovedGuarantor(
  platform: Platform,
  trx: Trx,
  checker: Actor,
  request: ApprovalRequest,
): Promise<undefined> {
  // substituteGuarantor above wrote it.
  const command = request.command as SubstituteGuarantor;
  const loan = await lockLoan(trx, platform, checker, command.loanId);
  await refuseOwn(trx, checker, loan);
  const { comingId } = await findBoth(trx, platform, loan, command);
  await askInstead(trx, platform, checker, loan, command, comingId);
}

async function findBoth(trx: Trx, platform: Platform, loan: LoanWithBalance, command: SubstituteGuarantor) {
  const { loanId, replacesMemberId, memberNumber } = command;
  if (![...UNDECIDED, ...DECIDED].includes(loan.status)) {
    throw new Refusal('conflict', `LOAN_IS_${loan.status.toUpperCase()}`);
  }
  const all = await trx
    .selectFrom('loan_guarantor as g')
    .innerJoin('member as m', 'm.id', 'g.memberId')
    .select(['g.memberId', 'm.number', 'g.releasedOn', 'g.replacesMemberId'])
    .where('g.loanId', '=', loanId)
    .execute();
  const standing = all.filter((one) => one.releasedOn === null && one.replacesMemberId === null);
  const leaving = standing.find(({ memberId }) => memberId === replacesMemberId);
  if (leaving === undefined) throw new Refusal('missing', 'GUARANTOR_NOT_THERE');
  if (all.some(({ number }) => number === memberNumber)) {
    throw new Refusal('rule', 'GUARANTOR_TWICE', { number: memberNumber }, 'memberNumber');
  }
  if (all.some((one) => one.replacesMemberId === replacesMemberId)) {
    throw new Refusal('conflict', 'SUBSTITUTION_WAITING');
  }
  const comingId = await findGuarantor(
    trx,
    await getProductVersion(trx, loan.loanProductId),
    memberNumber,
    {
      loanId,
      borrowerId: loan.memberId,
      part: guaranteedPart(guaranteedAmount(loan), standing.length),
      on: await businessDayFor(trx, platform),
    },
    'memberNumber',
  );
  return { leaving, comingId };
}

async function isAsked(trx: Trx, loanId: number): Promise<boolean> {
  const waiting = await trx
    .selectFrom('approval_request')
    .select('id')
    .where('kind', '=', 'guarantor-substitution')
    .where('subjectId', '=', loanId)
    .where('status', '=', 'pending')
    .executeTakeFirst();
  return waiting !== undefined;
}

async function askInstead(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { id: loanId }: LoanWithBalance,
  { replacesMemberId, reason }: SubstituteGuarantor,
  comingId: number,
): Promise<void> {
  await trx
    .insertInto('loan_guarantor')
    .values({
      loanId,
      memberId: comingId,
      status: 'asked',
      answeredAt: null,
      answeredByUserId: null,
      replacesMemberId,
      releasedOn: null,
    })
    .execute();
  await recordAudit(trx, platform, actor, {
    action: 'surety.substitution-asked',
    subjectKind: 'loan',
    subjectId: loanId,
    newValues: { memberId: comingId, replaces: replacesMemberId, reason },
  });
  await recordEvent(trx, platform, { name: 'surety.asked', memberId: comingId, payload: { loanId } });
}
