// The two certificates of a tax year: the interest that a member's accounts brought, and the tax that was withheld from it.

import {
  type CalendarDate,
  financialYearOf,
  type Money,
  minDate,
  monthsOfFinancialYear,
  type YearPart,
  ZERO,
} from '@kafal/core';
import type { Actor, Language } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { bookRules, currentBusinessDay } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { getMemberFor } from '../members/index.ts';
import { interestCertificatePdf, taxCertificatePdf } from '../paper/index.ts';
import { type InterestOfYear, interestOfMembers, interestOfYear } from './interest-of-year.ts';
import { quartersOf } from './tax-period.ts';

export interface WantedCertificate {
  readonly of: 'interest' | 'tax';
  /** A day of the year that is asked for; today's when nothing is said. */
  readonly on?: CalendarDate | undefined;
  readonly language: Language;
}

/** A member gets their own; staff that of every member. */
export async function printInterestCertificate(
  platform: Platform,
  actor: Actor,
  memberId: number,
  { of, on, language }: WantedCertificate,
): Promise<{ readonly pdf: Uint8Array; readonly name: string }> {
  const member = await getMemberFor(platform, actor, memberId);
  const { database } = platform;
  const ofYear = await interestOfYear(platform, database, member.id, on ?? (await currentBusinessDay(platform)));
  const { financialYear } = ofYear;
  await platform.transact((trx) =>
    recordAudit(trx, platform, actor, {
      action: `member.${of}-certificate-printed`,
      subjectKind: 'member',
      subjectId: member.id,
      newValues: { financialYear },
    }),
  );
  const { name: memberName, number: memberNumber, addressLine, locality, district, panMasked } = member;
  const address = `${addressLine}, ${locality}, ${district}`;
  const certificate = { ...ofYear, memberName, memberNumber, address, panMasked };
  const printing = {
    language,
    printedBy: actor.name,
    printedByUserId: actor.userId,
    printedAt: platform.clock.now(),
  };
  const pdf =
    of === 'interest'
      ? await interestCertificatePdf(platform, certificate, printing)
      : await taxCertificatePdf(
          platform,
          { ...certificate, quarters: await taxByQuarter(platform, member.id, ofYear) },
          printing,
        );
  return { pdf, name: `${of}-${memberNumber}-${financialYear}` };
}

/** Of the quarters that have begun. */
async function taxByQuarter(
  platform: Platform,
  memberId: number,
  { from, until }: InterestOfYear,
): Promise<(YearPart & { readonly tax: Money })[]> {
  const { financialYearStart } = await bookRules(platform, undefined, from);
  const quarters = quartersOf(monthsOfFinancialYear(financialYearOf(from, financialYearStart), financialYearStart));
  const taxed: (YearPart & { readonly tax: Money })[] = [];
  for (const quarter of quarters) {
    if (quarter.from > until) break;
    const days = { from: quarter.from, to: minDate(quarter.to, until) };
    const inQuarter = (await interestOfMembers(platform.database, [memberId], days)).get(memberId);
    taxed.push({ ...quarter, tax: inQuarter?.tax ?? ZERO });
  }
  return taxed;
}
