// At the end of a day that the product names, each account gets the interest of the days since the last time: one entry
// for each account, and one row that claims the account and the day, also where the days earned nothing.

import {
  add,
  addDays,
  type CalendarDate,
  DomainError,
  type Money,
  type SavingsInterestTerms,
  savingsInterest,
  TERM_KINDS,
  ZERO,
} from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { postJournalEntry } from '../accounting/index.ts';
import { endOfDayBalances, interestOfProduct, productInterest } from './interest-terms.ts';

/** Vouchers of what the day's end writes. */
export const DAY_END_SERIES = 'DE';
const INTEREST_ON_SAVINGS = '5101';

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
  const due: DueInterest[] = [];
  const failures: FailedAccount[] = [];
  for (const deposit of deposits) {
    keepingFailures(failures, deposit.id, () => {
      const product = interestOfProduct(products, deposit.productCode);
      const from = deposit.creditedTo === null ? deposit.openedOn : addDays(deposit.creditedTo, 1);
      if (product.isCreditedOn(on) && from <= on) due.push({ ...deposit, from, terms: product.terms });
    });
  }
  if (due.length === 0) return { lastId, credited: 0, amount: ZERO, failures };

  // Whoever is posting into these accounts is waited for, so everything up to the newest entry is known.
  const ids = due.map(({ id }) => id);
  await platform.dialect
    .forUpdate(
      trx
        .selectFrom('balance')
        .select('subLedgerId')
        .where('subLedger', '=', 'deposit')
        .where('subLedgerId', 'in', ids)
        .orderBy('subLedgerId'),
    )
    .execute();
  const newest = await trx
    .selectFrom('journal_entry')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirst();
  const knewEntryId = Number(newest?.id ?? 0);
  const balances = await endOfDayBalances(platform, trx, ids, on, knewEntryId);

  const earned: { readonly deposit: DueInterest; readonly interest: Money }[] = [];
  for (const deposit of due) {
    keepingFailures(failures, deposit.id, () => {
      const period = { from: deposit.from, to: on };
      const { interest } = savingsInterest(deposit.terms, balances.get(deposit.id) ?? [], period);
      earned.push({ deposit, interest });
    });
  }
  let [credited, amount] = [0, ZERO];
  for (const { deposit, interest } of earned) {
    // A refusal from here on has written a part already, so it ends the transaction and not only the account.
    const entryId = interest > 0 ? await post(trx, platform, actor, deposit, on, interest) : null;
    await trx
      .insertInto('interest_credit')
      .values({ depositId: deposit.id, periodFrom: deposit.from, periodTo: on, interest, entryId, knewEntryId })
      .execute();
    if (entryId !== null) credited += 1;
    amount = add(amount, interest);
  }
  return { lastId, credited, amount, failures };
}

interface NextDeposit {
  readonly id: number;
  readonly memberId: number;
  readonly productCode: string;
  readonly openedOn: CalendarDate;
  readonly accountCode: string;
  readonly creditedTo: CalendarDate | null;
}

interface DueInterest extends NextDeposit {
  readonly from: CalendarDate;
  readonly terms: SavingsInterestTerms;
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
function keepingFailures(failures: FailedAccount[], depositId: number, act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    failures.push({ depositId, reason: error });
  }
}

async function post(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  deposit: DueInterest,
  on: CalendarDate,
  interest: Money,
): Promise<number> {
  const { id } = await postJournalEntry(trx, platform, actor, {
    seriesCode: DAY_END_SERIES,
    kind: 'interest',
    narration: `Interest from ${deposit.from} to ${on}`,
    postings: [
      { accountCode: INTEREST_ON_SAVINGS, side: 'debit', amount: interest },
      {
        accountCode: deposit.accountCode,
        side: 'credit',
        amount: interest,
        subLedger: 'deposit',
        subLedgerId: deposit.id,
      },
    ],
    memberId: deposit.memberId,
    valueOn: on,
    audit: {
      action: 'savings.interest-credited',
      subjectKind: 'deposit',
      subjectId: deposit.id,
      newValues: { from: deposit.from, to: on },
    },
    event: { name: 'interest.credited', memberId: deposit.memberId, payload: { depositId: deposit.id } },
  });
  return id;
}

/** Whose turn it is after this id. */
export async function nextDepositId(trx: Trx, on: CalendarDate, afterId: number): Promise<number | undefined> {
  const [deposit] = await nextDeposits(trx, { on, afterId, limit: 1 });
  return deposit?.id;
}
