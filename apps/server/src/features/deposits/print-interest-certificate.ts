import type { CalendarDate } from '@kafal/core';
import type { Actor, Language } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { getMemberFor } from '../members/index.ts';
import { interestCertificatePdf } from '../paper/index.ts';
import { interestOfYear } from './interest-of-year.ts';

export interface WantedCertificate {
  /** A day of the year that is asked for; today's when nothing is said. */
  readonly on?: CalendarDate | undefined;
  readonly language: Language;
}

/** A member gets their own; staff that of every member. */
export async function printInterestCertificate(
  platform: Platform,
  actor: Actor,
  memberId: number,
  { on, language }: WantedCertificate,
): Promise<{ readonly pdf: Uint8Array; readonly name: string }> {
  const member = await getMemberFor(platform, actor, memberId);
  const { database } = platform;
  const ofYear = await interestOfYear(platform, database, member.id, on ?? (await currentBusinessDay(platform)));
  const { financialYear } = ofYear;
  await platform.transact((trx) =>
    recordAudit(trx, platform, actor, {
      action: 'member.interest-certificate-printed',
      subjectKind: 'member',
      subjectId: member.id,
      newValues: { financialYear },
    }),
  );
  const { name: memberName, number: memberNumber, addressLine, locality, district, panMasked } = member;
  const pdf = await interestCertificatePdf(
    platform,
    { ...ofYear, memberName, memberNumber, address: `${addressLine}, ${locality}, ${district}`, panMasked },
    { language, printedBy: actor.name, printedByUserId: actor.userId, printedAt: platform.clock.now() },
  );
  return { pdf, name: `interest-${memberNumber}-${financialYear}` };
}
