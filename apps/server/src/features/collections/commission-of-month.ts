// What an agent earned with the collections of a month, with the lines that it is made of. The statement, the preview and
// the payment ask here, so that they cannot differ.

import {
  add,
  type CalendarDate,
  type CalendarMonth,
  calendarMonthLabelled,
  calendarMonthOf,
  collectionCommission,
  financialYearOf,
  type Money,
  money,
  parseRate,
  type SocietyCalendar,
  startOfMonth,
  sum,
  ZERO,
} from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { balanceOf, bookRules, currentBusinessDay } from '../accounting/index.ts';
import { settingWithin } from '../society/index.ts';
import { termsOf } from './agent-terms.ts';

/** Days in a row at one rate. */
export interface CommissionLine {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly collected: Money;
  readonly rate: string;
  readonly commission: Money;
}

export interface MonthCommission {
  readonly month: CalendarMonth;
  readonly collected: Money;
  readonly lines: readonly CommissionLine[];
  readonly commission: Money;
  /** Of the financial year, paid before. */
  readonly yearBefore: Money;
  /** Null where nothing is withheld: no rule, or the year is not above its threshold. */
  readonly taxRate: string | null;
  readonly tax: Money;
  readonly net: Money;
  /** Of the month's collections, still with the agent. */
  readonly notHandedOver: Money;
  readonly paidByEntryId: number | null;
}

export async function commissionOfMonth(
  platform: Platform,
  reader: Reader,
  agentId: number,
  label: string,
): Promise<MonthCommission> {
  const month = calendarMonthLabelled(label, await calendarOf(platform, reader));
  if (month === undefined) throw new Refusal('malformed', 'DAY_MALFORMED', undefined, 'month');
  const { to: monthEndsOn } = month;
  const lines = await linesOf(platform, reader, agentId, month);
  const commission = sum(lines.map((line) => line.commission));
  const paid = await reader
    .selectFrom('agent_commission')
    .selectAll()
    .where('agentId', '=', agentId)
    .where('monthEndsOn', '=', monthEndsOn)
    .executeTakeFirst();
  const yearBefore = await paidInYear(platform, reader, agentId, monthEndsOn);
  const taxRate = paid === undefined ? await taxRateOn(platform, reader, add(yearBefore, commission)) : paid.taxRate;
  const { tax } = collectionCommission(
    { commission: parseRate('100'), tax: taxRate === null ? null : parseRate(taxRate) },
    commission,
  );
  return {
    month,
    collected: sum(lines.map(({ collected }) => collected)),
    lines,
    commission,
    yearBefore,
    taxRate,
    tax,
    net: money(commission - tax),
    notHandedOver: await notHandedOver(platform, reader, agentId, monthEndsOn),
    paidByEntryId: paid?.entryId ?? null,
  };
}

async function calendarOf(platform: Platform, reader: Reader): Promise<SocietyCalendar> {
  return settingWithin(reader, 'calendar.kind', await currentBusinessDay(platform, reader));
}

async function linesOf(
  platform: Platform,
  reader: Reader,
  agentId: number,
  { from, to }: CalendarMonth,
): Promise<CommissionLine[]> {
  const paidElsewhere = (await paidMonths(reader, agentId)).filter((paid) => paid.to !== to);
  const days = await reader
    .selectFrom('collection')
    .select(['collectedOn', platform.dialect.sum('amount').as('amount')])
    .where('agentId', '=', agentId)
    .where('reversedByEntryId', 'is', null)
    .where('collectedOn', '>=', from)
    .where('collectedOn', '<=', to)
    .groupBy('collectedOn')
    .orderBy('collectedOn')
    .execute();
  const agreed = await termsOf(reader, agentId, to);
  const rows: { from: CalendarDate; to: CalendarDate; collected: Money; rate: string }[] = [];
  for (const { collectedOn, amount } of days) {
    // A month of the other calendar that was paid before the society's own months counted.
    if (paidElsewhere.some((paid) => collectedOn >= paid.from && collectedOn <= paid.to)) continue;
    const own = agreed.findLast((terms) => terms.effectiveFrom <= collectedOn)?.commissionRate ?? null;
    const rate = own ?? (await settingWithin(reader, 'collections.commissionRate', collectedOn));
    const last = rows.at(-1);
    if (last?.rate === rate) {
      last.to = collectedOn;
      last.collected = add(last.collected, money(amount));
    } else rows.push({ from: collectedOn, to: collectedOn, collected: money(amount), rate });
  }
  return rows.map((row) => ({
    ...row,
    commission: collectionCommission({ commission: parseRate(row.rate), tax: null }, row.collected).commission,
  }));
}

/** Withheld from the whole commission once the year is above the threshold; without a threshold from the first. */
async function taxRateOn(platform: Platform, reader: Reader, ofYear: Money): Promise<string | null> {
  const on = await currentBusinessDay(platform, reader);
  const rate = await settingWithin(reader, 'collections.commissionTax', on);
  const threshold = await settingWithin(reader, 'collections.commissionTaxFrom', on);
  return rate !== null && (threshold === null || ofYear > threshold) ? rate : null;
}

async function paidInYear(platform: Platform, reader: Reader, agentId: number, before: CalendarDate): Promise<Money> {
  const { financialYearStart } = await bookRules(platform, reader, before);
  const { startsOn } = financialYearOf(before, financialYearStart);
  const { amount } = await reader
    .selectFrom('agent_commission')
    .select(platform.dialect.sum('commission').as('amount'))
    .where('agentId', '=', agentId)
    .where('monthEndsOn', '>=', startsOn)
    .where('monthEndsOn', '<', before)
    .executeTakeFirstOrThrow();
  return money(amount);
}

/** What was collected first is handed over first; so what came after the month is what is left last. */
async function notHandedOver(
  platform: Platform,
  reader: Reader,
  agentId: number,
  monthEndsOn: CalendarDate,
): Promise<Money> {
  const { amount: cash } = await balanceOf(platform, { subLedger: 'agent', subLedgerId: agentId }, reader);
  const { amount } = await reader
    .selectFrom('collection')
    .select(platform.dialect.sum('amount').as('amount'))
    .where('agentId', '=', agentId)
    .where('reversedByEntryId', 'is', null)
    .where('collectedOn', '>', monthEndsOn)
    .executeTakeFirstOrThrow();
  const left = cash - Number(amount);
  return left > 0 ? money(left) : ZERO;
}

/** A month whose commission was paid takes no more collections and gives none back. */
export async function refuseCounted(
  reader: Reader,
  platform: Platform,
  agentId: number,
  on: CalendarDate,
): Promise<void> {
  const isCounted = (await paidMonths(reader, agentId)).some(({ from, to }) => on >= from && on <= to);
  if (!isCounted) return;
  const { label: month } = calendarMonthOf(on, await calendarOf(platform, reader));
  throw new Refusal('conflict', 'COLLECTION_COUNTED', { month });
}

/** What was paid before a society's own months counted was a month of the common calendar. */
async function paidMonths(reader: Reader, agentId: number): Promise<Pick<CalendarMonth, 'from' | 'to'>[]> {
  const paid = await reader
    .selectFrom('agent_commission')
    .select(['monthStartsOn', 'monthEndsOn'])
    .where('agentId', '=', agentId)
    .execute();
  return paid.map(({ monthStartsOn, monthEndsOn }) => ({
    from: monthStartsOn ?? startOfMonth(monthEndsOn),
    to: monthEndsOn,
  }));
}
