// What a member's accounts brought in a financial year, what was withheld from it, and what is owed at its end: as the books
// have it, entry by entry, so that it adds up to the accounts of the ledger.

import { add, type CalendarDate, financialYearOf, type Money, minDate, money, ZERO } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Platform } from '../../platform/platform.ts';
import { bookRules, currentBusinessDay } from '../accounting/index.ts';
import { INTEREST_ACCOUNTS, yearSoFar } from './tax-on-interest.ts';

export interface AccountInterest {
  readonly depositId: number;
  readonly number: string;
  /** Credited, paid out or paid at the end; less what was recovered or taken back. */
  readonly interest: Money;
  /** Earned by the last day of the year that is over, and not given then. */
  readonly accrued: Money;
}

export interface InterestOfYear {
  readonly financialYear: string;
  readonly from: CalendarDate;
  /** The last day of the year, or today within it. */
  readonly until: CalendarDate;
  readonly accounts: readonly AccountInterest[];
  readonly interest: Money;
  readonly tax: Money;
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
  const given = await givenByDeposit(reader, memberId, label);
  const owed = await accruedByDeposit(reader, memberId, until);
  const deposits = await reader
    .selectFrom('deposit')
    .select(['id', 'number'])
    .where('memberId', '=', memberId)
    .orderBy('id')
    .execute();
  const accounts = deposits.flatMap(({ id, number }) => {
    const [interest, accrued] = [given.get(id) ?? ZERO, owed.get(id) ?? ZERO];
    return interest === ZERO && accrued === ZERO ? [] : [{ depositId: id, number, interest, accrued }];
  });
  const sums = (await yearSoFar(platform, reader, [memberId], label)).get(memberId);
  return {
    financialYear: label,
    from: startsOn,
    until,
    accounts,
    interest: sums?.interest ?? ZERO,
    tax: sums?.tax ?? ZERO,
  };
}

async function givenByDeposit(reader: Reader, memberId: number, financialYear: string): Promise<Map<number, Money>> {
  const postings = await reader
    .selectFrom('journal_entry as e')
    .innerJoin('posting as p', 'p.entryId', 'e.id')
    // What takes an entry back belongs to the account of that entry.
    .select(({ fn }) => [fn.coalesce('e.reversesEntryId', 'e.id').as('ofEntryId'), 'p.side', 'p.amount'])
    .where('e.memberId', '=', memberId)
    .where('e.financialYear', '=', financialYear)
    .where('p.accountCode', 'in', [...INTEREST_ACCOUNTS])
    .orderBy('e.id')
    .execute();
  const depositOf = await depositsOfEntries(reader, [...new Set(postings.map(({ ofEntryId }) => ofEntryId))]);
  const given = new Map<number, Money>();
  for (const { ofEntryId, side, amount } of postings) {
    const depositId = depositOf.get(ofEntryId);
    if (depositId === undefined) continue;
    given.set(depositId, add(given.get(depositId) ?? ZERO, side === 'debit' ? amount : money(-amount)));
  }
  return given;
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

async function accruedByDeposit(reader: Reader, memberId: number, until: CalendarDate): Promise<Map<number, Money>> {
  const rows = await reader
    .selectFrom('interest_accrual as a')
    .innerJoin('deposit as d', 'd.id', 'a.depositId')
    .leftJoin('accrual_run as r', 'r.id', 'a.runId')
    .leftJoin('journal_entry as e', 'e.id', 'a.entryId')
    .select(['a.depositId', 'a.amount'])
    .where('d.memberId', '=', memberId)
    .where(({ eb, fn }) => eb(fn.coalesce('r.accruedOn', 'e.postedOn'), '<=', until))
    .execute();
  const accrued = new Map<number, Money>();
  for (const { depositId, amount } of rows) accrued.set(depositId, add(accrued.get(depositId) ?? ZERO, amount));
  return accrued;
}
