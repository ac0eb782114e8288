// A notice letter on paper, as it was issued: to the borrower, or to one who answers for the loan, in the reader's language.

import { guaranteedPart } from '@kafal/core';
import type { Actor, Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { noticePdf } from '../paper/index.ts';
import { addresseesOf, noticesOf } from './issue-notice.ts';
import { getLoanFor } from './loan-queries.ts';

export async function printNotice(
  platform: Platform,
  actor: Actor,
  asked: {
    readonly noticeId: number;
    readonly to?: number | undefined;
    readonly language: Language;
  },
): Promise<{ readonly name: string; readonly pdf: Uint8Array }> {
  const { language } = asked;
  const reader = platform.database;
  const notice = await reader.selectFrom('loan_notice').selectAll().where('id', '=', asked.noticeId).executeTakeFirst();
  if (notice === undefined) throw new Refusal('missing', 'NOTICE_UNKNOWN');
  const loan = await getLoanFor(reader, actor, notice.loanId);
  const notices = await noticesOf(reader, loan.id);
  const addressees = await addresseesOf(reader, loan, notice.noticedOn);
  const to = addressees.find(({ memberId }) => memberId === (asked.to ?? loan.memberId));
  if (to === undefined) throw new Refusal('missing', 'NOTICE_NOT_TO_THEM', undefined, 'to');
  const borrower = addressees[0]?.member;
  const nameOf = (member: { name: string; nameLocal: string | null }) =>
    language === 'hi' ? (member.nameLocal ?? member.name) : member.name;
  const guarantors = addressees.filter(({ isBorrower }) => !isBorrower);
  const before = notices.find(({ round, level }) => round === notice.round && level === notice.level - 1);
  const pdf = await noticePdf(
    platform,
    {
      level: notice.level,
      noticedOn: notice.noticedOn,
      payBy: notice.payBy,
      before: before?.noticedOn ?? null,
      loan: loan.number,
      product: language === 'hi' ? loan.nameHi : loan.nameEn,
      borrower: { name: borrower === undefined ? loan.memberName : nameOf(borrower), number: loan.memberNumber },
      to: {
        name: nameOf(to.member),
        number: to.member.number,
        addressLines: [to.member.addressLine, `${to.member.locality}, ${to.member.district}`],
      },
      part: to.isBorrower ? null : guaranteedPart(notice.principalOwed, guarantors.length),
      guarantors: guarantors.map(({ member }) => ({ name: nameOf(member), number: member.number })),
      dueSince: notice.dueSince,
      daysPastDue: notice.daysPastDue,
      principal: notice.principal,
      interest: notice.interest,
      charges: notice.charges,
      penalty: notice.penalty,
      principalOwed: notice.principalOwed,
    },
    { language, printedBy: actor.name, printedByUserId: actor.userId, printedAt: platform.clock.now() },
  );
  await platform.transact((trx) =>
    recordAudit(trx, platform, actor, {
      action: 'loan.paper-printed',
      subjectKind: 'loan',
      subjectId: loan.id,
      newValues: { paper: `notice-${notice.level}`, number: loan.number, to: to.member.number },
    }),
  );
  return { name: `notice-${notice.level}-${loan.number}-${to.member.number}`, pdf };
}
