import type { InterestOfYearView } from '@kafal/contract';
import { type CalendarDate, formatMoney } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { bookRules, currentBusinessDay } from '../accounting/index.ts';
import { getMemberFor } from '../members/index.ts';
import { accountInterestView, accruedOn, interestOfYear } from './interest-of-year.ts';
import { declarationsOf } from './tax-declarations.ts';

/** What both certificates of a member say. A member sees their own; staff that of every member. */
export async function interestOfYearView(
  platform: Platform,
  actor: Actor,
  memberId: number,
  on?: CalendarDate,
): Promise<z.input<typeof InterestOfYearView>> {
  const { database } = platform;
  const { id } = await getMemberFor(platform, actor, memberId);
  const ofYear = await interestOfYear(platform, database, id, on ?? (await currentBusinessDay(platform)));
  const declared = await declarationsOf(database, [id], ofYear.financialYear);
  return {
    year: ofYear.financialYear,
    from: ofYear.from,
    to: ofYear.until,
    currency: (await bookRules(platform)).currency,
    accounts: ofYear.accounts.map(accountInterestView),
    interest: formatMoney(ofYear.interest),
    tax: formatMoney(ofYear.tax),
    accrued: formatMoney(accruedOn(ofYear)),
    declaration: declared.get(id) ?? null,
  };
}
