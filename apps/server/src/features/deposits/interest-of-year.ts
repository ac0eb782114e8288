// What members' accounts brought in a financial year or a part of it, what was withheld from it, and what is owed at its
// end: as the books have it, entry by entry, so that it adds up to the accounts of the ledger.

import type { AccountInterestView } from '@kafal/contract';
import {
  type CalendarDate,
  financialYearOf,
  formatMoney,
  type Money,
  minDate,
  negate,
  sum,
  type YearPart,
  ZERO,
} from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Platform } from '../../platform/platform.ts';
import { bookRules, currentBusinessDay } from '../accounting/index.ts';
import { INTEREST_ACCOUNTS } from './tax-on-interest.ts';

export interface AccountInterest {
  readonly depositId: number;
  readonly number: string;
  /** Credited, paid out or paid at the end; less what was recovered or taken back. */
  readonly interest: Money;
  readonly tax: Money;
  /** Earned by the last day that is over, and not given then. */
  readonly accrued: Money;
}

export interface MemberInterest {
  readonly accounts: readonly AccountInterest[];
  /** Also by an entry that names the member and no account. */
  readonly interest: Money;
  readonly tax: Money;
}

export interface InterestOfYear extends MemberInterest {
  readonly financialYear: string;
  readonly from: CalendarDate;
  /** The last day of the year, or today within it. */
  readonly until: CalendarDate;
}

/** Of the year in which the day lies. */
export async function interestOfYear(
  platform: Platform,
  reader: Reader,
  memberId: number,
  on: CalendarDate,
): Promise<InterestOfYear> {
  const { financialYearStart } = await bookRules(platform, reader, on);
  const { label, startsOn, endsOn } = financialYearOf(on, financialYearStart);
  const until = minDate(endsOn, await currentBusinessDay(platform, reader));
  const ofMember = (await interestOfMembers(reader, [memberId], { from: startsOn, to: until })).get(memberId);
  return { financialYear: label, from: startsOn, until, ...(ofMember ?? NO_INTEREST) };
}

export const NO_INTEREST: MemberInterest = { accounts: [], interest: ZERO, tax: ZERO };

export async function interestOfMembers(
  reader: Reader,
  memberIds: readonly number[],
  period: YearPart,
): Promise<ReadonlyMap<number, MemberInterest>> {
  if (memberIds.length === 0) return new Map();
  const given = await givenTo(reader, memberIds, period);
  const taxes = await withheldFrom(reader, memberIds, period);
  const owed = await accruedFor(reader, memberIds, period.to);
  const deposits = await reader
    .selectFrom('deposit')
    .select(['id', 'number', 'memberId'])
    .where('memberId', 'in', [...memberIds])
    .orderBy('id')
    .execute();
  const depositsOf = Map.groupBy(deposits, ({ memberId }) => memberId);
  const ofDeposit = (moved: readonly OfDeposit[]) => Map.groupBy(moved, ({ depositId }) => depositId);
  const [interestOf, taxOf, accruedOf] = [ofDeposit(given), ofDeposit(taxes), ofDeposit(owed)];
  const total = (moved: readonly OfDeposit[] | undefined) => sum((moved ?? []).map(({ amount }) => amount));
  const ofMember = (moved: readonly OfDeposit[]) => Map.groupBy(moved, ({ memberId }) => memberId);
  const [givenOf, withheldOf] = [ofMember(given), ofMember(taxes)];
  return new Map(
    memberIds.map((memberId) => {
      const accounts = (depositsOf.get(memberId) ?? []).flatMap(({ id, number }) => {
        const interest = total(interestOf.get(id));
        const tax = total(taxOf.get(id));
        const accrued = total(accruedOf.get(id));
        const isBlank = interest === ZERO && tax === ZERO && accrued === ZERO;
        return isBlank ? [] : [{ depositId: id, number, interest, tax, accrued }];
      });
      return [memberId, { accounts, interest: total(givenOf.get(memberId)), tax: total(withheldOf.get(memberId)) }];
    }),
  );
}

export const accruedOn = ({ accounts }: MemberInterest): Money => sum(accounts.map(({ accrued }) => accrued));

export function accountInterestView({
  depositId,
  number,
  interest,
  tax,
  accrued,
}: AccountInterest): z.input<typeof AccountInterestView> {
  return {
    depositId: String(depositId),
    accountNumber: number,
    interest: formatMoney(interest),
    tax: formatMoney(tax),
    accrued: formatMoney(accrued),
  };
}

interface OfDeposit {
  readonly memberId: number;
  /** Undefined where no account can be told from the entry. */
  readonly depositId: number | undefined;
  readonly amount: Money;
}

async function givenTo(reader: Reader, memberIds: readonly number[], { from, to }: YearPart): Promise<OfDeposit[]> {
  const postings = await reader
    .selectFrom('journal_entry as e')
    .innerJoin('posting as p', 'p.entryId', 'e.id')
    // What takes an entry back belongs to the account of that entry.
    .select(({ fn }) => [fn.coalesce('e.reversesEntryId', 'e.id').as('ofEntryId'), 'e.memberId', 'p.side', 'p.amount'])
    .where('e.memberId', 'in', [...memberIds])
    .where('e.postedOn', '>=', from)
    .where('e.postedOn', '<=', to)
    .where('p.accountCode', 'in', [...INTEREST_ACCOUNTS])
    .orderBy('e.id')
    .execute();
  const depositOf = await depositsOfEntries(reader, [...new Set(postings.map(({ ofEntryId }) => ofEntryId))]);
  return postings.map(({ ofEntryId, memberId, side, amount }) => ({
    memberId: memberId ?? 0,
    depositId: depositOf.get(ofEntryId),
    amount: side === 'debit' ? amount : negate(amount),
  }));
}

/** On the day of the entry that withheld it; what was given back, on the day of the entry that gave it. */
async function withheldFrom(
  reader: Reader,
  memberIds: readonly number[],
  { from, to }: YearPart,
): Promise<OfDeposit[]> {
  const taxes = reader
    .selectFrom('interest_tax as t')
    .select(['t.memberId', 't.depositId', 't.tax as amount'])
    .where('t.memberId', 'in', [...memberIds])
    .where('t.tax', '>', ZERO);
  const withheld = await taxes
    .innerJoin('journal_entry as e', 'e.id', 't.entryId')
    .where('e.postedOn', '>=', from)
    .where('e.postedOn', '<=', to)
    .execute();
  const givenBack = await taxes
    .innerJoin('journal_entry as e', 'e.reversesEntryId', 't.entryId')
    .where('e.postedOn', '>=', from)
    .where('e.postedOn', '<=', to)
    .execute();
  return [...withheld, ...givenBack.map(({ amount, ...of }) => ({ ...of, amount: negate(amount) }))];
}

/** Whose interest it was: the part that was paid says it, then the tax, then the deposit that was closed, then the account credited. */
async function depositsOfEntries(reader: Reader, entryIds: readonly number[]): Promise<ReadonlyMap<number, number>> {
  if (entryIds.length === 0) return new Map();
  const accounts = await reader
    .selectFrom('posting as p')
    .innerJoin('deposit as d', 'd.id', 'p.subLedgerId')
    .select(['p.entryId', 'd.id as depositId'])
    .where('p.entryId', 'in', entryIds)
    .where('p.subLedger', '=', 'deposit')
    .where('p.side', '=', 'credit')
    .orderBy('p.id')
    .execute();
  const closed = await reader
    .selectFrom('posting as p')
    .innerJoin('deposit as d', 'd.id', 'p.subLedgerId')
    .select(['p.entryId', 'd.id as depositId'])
    .where('p.entryId', 'in', entryIds)
    .where('p.subLedger', '=', 'deposit')
    .where('p.side', '=', 'debit')
    .execute();
  const taxed = await reader
    .selectFrom('interest_tax')
    .select(['entryId', 'depositId'])
    .where('entryId', 'in', entryIds)
    .execute();
  const parts = await reader
    .selectFrom('term_payout')
    .select(['entryId', 'depositId'])
    .where('entryId', 'in', entryIds)
    .execute();
  return new Map([...accounts, ...closed, ...taxed, ...parts].map(({ entryId, depositId }) => [entryId, depositId]));
}

function accruedFor(reader: Reader, memberIds: readonly number[], until: CalendarDate): Promise<OfDeposit[]> {
  return accruedBy(reader, until)
    .select(['d.memberId', 'a.depositId', 'a.amount'])
    .where('d.memberId', 'in', [...memberIds])
    .execute();
}

/**
 * What was accrued in the books of a day, and not given by it: where the last day of a month was a day off, its entry stands
 * on the next one.
 */
export function accruedBy(reader: Reader, until: CalendarDate) {
  return reader
    .selectFrom('interest_accrual as a')
    .innerJoin('deposit as d', 'd.id', 'a.depositId')
    .leftJoin('accrual_run as r', 'r.id', 'a.runId')
    .leftJoin('journal_entry as e', (join) =>
      join.on(({ eb, fn, ref }) => eb(ref('e.id'), '=', fn.coalesce('a.entryId', 'r.entryId'))),
    )
    .where(({ eb, fn }) => eb(fn.coalesce('e.postedOn', 'r.accruedOn'), '<=', until));
}
