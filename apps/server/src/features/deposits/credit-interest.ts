// At the end of a day that the product names, each account gets the interest of the days since the last time: one entry
// for each account, and one row that claims the account and the day, also where the days earned nothing.

import {
  type CalendarDate,
  DomainError,
  type Money,
  savingsInterest,
  subtract,
  sum,
  TERM_KINDS,
  ZERO,
} from '@kafal/core';
import { idList, insertRows } from '../../platform/database/many-rows.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { DAY_END_SERIES, type EntryDraft, type PostingDraft, postJournalEntries } from '../accounting/index.ts';
import { accruedOf, interestPostings, keepTaken } from './accrued-interest.ts';
import {
  countedFrom,
  type DepositInterestTerms,
  endOfDayBalances,
  interestFrom,
  interestOfDeposits,
  productInterest,
  withArrears,
} from './interest-terms.ts';
import { type CountedTax, keepTaxes, taxOnInterest, taxPostings, withheld } from './tax-on-interest.ts';
import { arrearsOf } from './thrift-dues.ts';

export { DAY_END_SERIES };

export const INTEREST_ON_SAVINGS = '5101';

export interface AccountsAtOnce {
  readonly on: CalendarDate;
  readonly afterId: number;
  readonly limit: number;
  /** No account beyond this one. */
  readonly upToId?: number;
}

export interface FailedAccount {
  readonly depositId: number;
  readonly reason: DomainError;
}

export interface AccountsDone {
  /** The last account of these; undefined when there was none. */
  readonly lastId: number | undefined;
  /** Those with which something was done. */
  readonly credited: number;
  /** What those accounts got together. */
  readonly amount: Money;
  readonly failures: readonly FailedAccount[];
}

/** The next accounts by their ids. An account whose figure cannot be told is named, and the others go on. */
export async function creditInterest(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  accounts: AccountsAtOnce,
): Promise<AccountsDone> {
  const { on } = accounts;
  const deposits = await nextDeposits(trx, accounts);
  const lastId = deposits.at(-1)?.id;
  if (lastId === undefined) return { lastId, credited: 0, amount: ZERO, failures: [] };

  const products = await productInterest(trx, on);
  const earliest = await interestFrom(platform, trx);
  const due: DueInterest[] = [];
  const failures: FailedAccount[] = [];
  const interestOf = await interestOfDeposits(trx, products, deposits);
  for (const deposit of deposits) {
    keepingFailures(failures, deposit.id, () => {
      const from = countedFrom(deposit, earliest);
      const interest = interestOf(deposit, from);
      if (interest.isCreditedOn(on) && from <= on) due.push({ ...deposit, from, rules: interest });
    });
  }
  if (due.length === 0) return { lastId, credited: 0, amount: ZERO, failures };

  // Whoever is posting into these accounts is waited for, so everything up to the newest entry is known.
  const ids = due.map(({ id }) => id);
  const { marks, values } = idList(ids);
  const wait = `SELECT subLedgerId FROM balance WHERE subLedger = 'deposit' AND subLedgerId IN (${marks}) ORDER BY subLedgerId`;
  await platform.dialect.all(trx, `${wait}${platform.dialect.forUpdateText}`, values);
  const newest = await trx
    .selectFrom('journal_entry')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirst();
  const knewEntryId = Number(newest?.id ?? 0);
  const balances = await endOfDayBalances(platform, trx, ids, on, knewEntryId);
  const thrift = due.flatMap(({ id, rules }) => (rules.restsInArrear ? id : []));
  const arrears = await arrearsOf(platform, trx, thrift, { to: on, knewEntryId });

  const earned: EarnedInterest[] = [];
  for (const deposit of due) {
    keepingFailures(failures, deposit.id, () => {
      const period = { from: deposit.from, to: on };
      const terms = withArrears(deposit.rules.terms, arrears.get(deposit.id));
      const { interest } = savingsInterest(terms, balances.get(deposit.id) ?? [], period);
      earned.push({ deposit, interest });
    });
  }
  // A refusal from here on has written a part already, so it ends the transaction and not only the account.
  const credits = earned.filter(({ interest }) => interest > 0);
  const taxes = await taxOnInterest(
    platform,
    trx,
    credits.map(({ deposit: { memberId }, interest }) => ({ memberId, interest })),
  );
  const accrued = await accruedOf(
    platform,
    trx,
    credits.map(({ deposit }) => deposit.id),
  );
  const accruedOn = ({ id }: DueInterest) => accrued.get(id) ?? ZERO;
  const drafts = credits.map(({ deposit, interest }, place) =>
    creditEntry(deposit, on, { interest, accrued: accruedOn(deposit), tax: taxes[place] }),
  );
  const entries = await postJournalEntries(trx, platform, actor, drafts);
  const given = entries.flatMap(({ id: entryId }, place) => {
    const deposit = credits[place]?.deposit;
    if (deposit === undefined) return [];
    const { id: depositId, memberId } = deposit;
    return [{ entryId, memberId, depositId, tax: taxes[place], accrued: accruedOn(deposit) }];
  });
  await keepTaxes(trx, platform, given);
  await keepTaken(trx, platform, given);
  const entryOf = new Map(credits.map(({ deposit }, place) => [deposit.id, entries[place]?.id ?? null]));
  await claim(
    trx,
    platform,
    earned.map(({ deposit, interest }) => [
      deposit.id,
      deposit.from,
      on,
      interest,
      entryOf.get(deposit.id) ?? null,
      knewEntryId,
    ]),
  );
  const amount = sum(earned.map(({ interest }) => interest));
  return { lastId, credited: credits.length, amount, failures };
}

const claim = insertRows(
  'INSERT INTO interest_credit (depositId, periodFrom, periodTo, interest, entryId, knewEntryId)',
);

interface EarnedInterest {
  readonly deposit: DueInterest;
  readonly interest: Money;
}

interface NextDeposit {
  readonly id: number;
  readonly memberId: number;
  readonly productCode: string;
  readonly openedOn: CalendarDate;
  readonly accountCode: string;
  readonly creditedTo: CalendarDate | null;
}

/** Of an account and its days what the entry says. */
export type CreditedDeposit = Pick<NextDeposit, 'id' | 'memberId' | 'accountCode'> & { readonly from: CalendarDate };

interface DueInterest extends NextDeposit {
  readonly from: CalendarDate;
  readonly rules: DepositInterestTerms;
}

function nextDeposits(trx: Trx, { on, afterId, limit, upToId }: AccountsAtOnce): Promise<NextDeposit[]> {
  return trx
    .selectFrom('deposit')
    .innerJoin('balance', (join) =>
      join.onRef('balance.subLedgerId', '=', 'deposit.id').on('balance.subLedger', '=', 'deposit'),
    )
    .select((expression) => [
      'deposit.id',
      'deposit.memberId',
      'deposit.productCode',
      'deposit.openedOn',
      'balance.accountCode',
      expression
        .selectFrom('interest_credit')
        .select(({ fn }) => fn.max('interest_credit.periodTo').as('periodTo'))
        .whereRef('interest_credit.depositId', '=', 'deposit.id')
        .as('creditedTo'),
    ])
    .where('deposit.id', '>', afterId)
    .where((where) => (upToId === undefined ? where.and([]) : where('deposit.id', '<=', upToId)))
    .where('deposit.status', '!=', 'closed')
    .where('deposit.kind', 'not in', [...TERM_KINDS])
    .where('deposit.openedOn', '<=', on)
    .orderBy('deposit.id')
    .limit(limit)
    .execute();
}

/** A rule that says no to one account stops no other; what is our own mistake, or the database's, stops the work. */
export function keepingFailures(failures: FailedAccount[], depositId: number, act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    failures.push({ depositId, reason: error });
  }
}

export interface CreditedInterest {
  readonly interest: Money;
  readonly accrued: Money;
  readonly tax: CountedTax | undefined;
}

/** The entry of a credit, also of one that is counted anew. */
export function creditEntry(
  deposit: CreditedDeposit,
  on: CalendarDate,
  { interest, accrued, tax }: CreditedInterest,
): EntryDraft {
  const net = subtract(interest, withheld(tax));
  const toAccount: PostingDraft = {
    accountCode: deposit.accountCode,
    side: 'credit',
    amount: net,
    subLedger: 'deposit',
    subLedgerId: deposit.id,
  };
  return {
    seriesCode: DAY_END_SERIES,
    kind: 'interest',
    narration: `Interest from ${deposit.from} to ${on}`,
    postings: [
      ...interestPostings({ accountCode: INTEREST_ON_SAVINGS, interest, accrued }),
      // Of a credit that is withheld whole, the account sees nothing.
      ...(net > ZERO ? [toAccount] : []),
      ...taxPostings(tax),
    ],
    memberId: deposit.memberId,
    valueOn: on,
    isInterestCount: true,
    audit: {
      action: 'savings.interest-credited',
      subjectKind: 'deposit',
      subjectId: deposit.id,
      newValues: { from: deposit.from, to: on },
    },
    event: { name: 'interest.credited', memberId: deposit.memberId, payload: { depositId: deposit.id } },
  };
}

/** Whose turn it is after this id. */
export async function nextDepositId(trx: Trx, on: CalendarDate, afterId: number): Promise<number | undefined> {
  const [deposit] = await nextDeposits(trx, { on, afterId, limit: 1 });
  return deposit?.id;
}
