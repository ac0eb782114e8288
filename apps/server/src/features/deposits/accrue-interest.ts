// At the end of a month, and of the society's year, the books show what is owed as interest although it is not given yet.
// The step goes from account to account and keeps what each has earned more than was accrued before; when all are done, one
// entry for each kind of account brings the sum. So the journal does not depend on how many were done at once.

import {
  type CalendarDate,
  endOfMonth,
  financialYearOf,
  type Money,
  money,
  savingsInterest,
  subtract,
  sum,
  TERM_KINDS,
  termAccounts,
  termAccrued,
  ZERO,
} from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { insertRows } from '../../platform/database/many-rows.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { postJournalEntry } from '../accounting/index.ts';
import { financialYearStartOf, settingWithin } from '../society/index.ts';
import { accruedOf, INTEREST_ACCRUED, interestPostings } from './accrued-interest.ts';
import {
  type AccountsAtOnce,
  type AccountsDone,
  DAY_END_SERIES,
  type FailedAccount,
  INTEREST_ON_SAVINGS,
  keepingFailures,
} from './credit-interest.ts';
import { countedFrom, endOfDayBalances, interestFrom, interestOfDeposits, productInterest } from './interest-terms.ts';
import { getTermDeposit, instalmentsOf } from './term-deposits.ts';

export async function isAccrualDay(reader: Reader, day: CalendarDate): Promise<boolean> {
  const start = financialYearStartOf({
    'calendar.financialYearStart': await settingWithin(reader, 'calendar.financialYearStart', day),
  });
  if (day !== endOfMonth(day) && day !== financialYearOf(day, start).endsOn) return false;
  return settingWithin(reader, 'deposits.accrueInterest', day);
}

/** The next accounts by their ids; a figure that cannot be told is named, and the others go on. */
export async function accrueInterest(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  accounts: AccountsAtOnce,
): Promise<AccountsDone> {
  const { on, upToId } = accounts;
  const deposits = await nextAccruing(trx, accounts);
  const lastId = deposits.at(-1)?.id;
  if (lastId === undefined) return { lastId, credited: 0, amount: ZERO, failures: [] };

  const failures: FailedAccount[] = [];
  const earned = [
    ...(await earnedOnSavings(trx, platform, on, deposits, failures)),
    ...(await earnedOnTerms(trx, on, deposits, failures)),
  ];
  const before = await accruedOf(
    platform,
    trx,
    earned.map(({ deposit }) => deposit.id),
  );
  const added = earned.flatMap(({ deposit, accountCode, interest }) => {
    const amount = subtract(interest, before.get(deposit.id) ?? ZERO);
    return amount === ZERO ? [] : [{ deposit, accountCode, amount }];
  });
  await keepAdded(trx, platform, on, added);
  // Tried again after the others: the entries of the day are written already.
  if (upToId !== undefined) await postAccruals(trx, platform, actor, on);
  return { lastId, credited: added.length, amount: sum(added.map(({ amount }) => amount)), failures };
}

interface AccruingDeposit {
  readonly id: number;
  readonly kind: string;
  readonly memberId: number;
  readonly productCode: string;
  readonly openedOn: CalendarDate;
  readonly creditedTo: CalendarDate | null;
}

interface EarnedByThen {
  readonly deposit: AccruingDeposit;
  readonly accountCode: string;
  readonly interest: Money;
}

/** Kinds that were given their interest at this very end of a day owe nothing, and none of their accounts is looked at. */
async function nextAccruing(trx: Trx, { on, afterId, limit, upToId }: AccountsAtOnce): Promise<AccruingDeposit[]> {
  const products = [...(await productInterest(trx, on))];
  const codes = products.flatMap(([code, { earnsAsSavings, isAllCreditedOn }]) =>
    earnsAsSavings && !isAllCreditedOn(on) ? code : [],
  );
  return trx
    .selectFrom('deposit')
    .select((expression) => [
      'deposit.id',
      'deposit.kind',
      'deposit.memberId',
      'deposit.productCode',
      'deposit.openedOn',
      expression
        .selectFrom('interest_credit')
        .select(({ fn }) => fn.max('interest_credit.periodTo').as('periodTo'))
        .whereRef('interest_credit.depositId', '=', 'deposit.id')
        .as('creditedTo'),
    ])
    .where('deposit.id', '>', afterId)
    .where((where) => (upToId === undefined ? where.and([]) : where('deposit.id', '<=', upToId)))
    .where('deposit.status', '!=', 'closed')
    .where('deposit.openedOn', '<=', on)
    .where((where) =>
      where.or([
        where('deposit.kind', 'in', [...TERM_KINDS]),
        ...(codes.length === 0 ? [] : [where('deposit.productCode', 'in', codes)]),
      ]),
    )
    .orderBy('deposit.id')
    .limit(limit)
    .execute();
}

const isTerm = ({ kind }: AccruingDeposit) => TERM_KINDS.some((each) => each === kind);

/** By the function that credits it, as if it were credited now. */
async function earnedOnSavings(
  trx: Trx,
  platform: Platform,
  on: CalendarDate,
  deposits: readonly AccruingDeposit[],
  failures: FailedAccount[],
): Promise<EarnedByThen[]> {
  const savings = deposits.filter((deposit) => !isTerm(deposit));
  if (savings.length === 0) return [];
  const products = await productInterest(trx, on);
  const interestOf = await interestOfDeposits(trx, products, savings);
  const earliest = await interestFrom(platform, trx);
  const ids = savings.map(({ id }) => id);
  const balances = await endOfDayBalances(platform, trx, ids, on, Number.MAX_SAFE_INTEGER);
  const earned: EarnedByThen[] = [];
  for (const deposit of savings) {
    keepingFailures(failures, deposit.id, () => {
      const from = countedFrom(deposit, earliest);
      const { terms } = interestOf(deposit, from);
      const { interest } =
        from > on ? { interest: ZERO } : savingsInterest(terms, balances.get(deposit.id) ?? [], { from, to: on });
      earned.push({ deposit, accountCode: INTEREST_ON_SAVINGS, interest });
    });
  }
  return earned;
}

async function earnedOnTerms(
  trx: Trx,
  on: CalendarDate,
  deposits: readonly AccruingDeposit[],
  failures: FailedAccount[],
): Promise<EarnedByThen[]> {
  const earned: EarnedByThen[] = [];
  for (const deposit of deposits.filter(isTerm)) {
    const term = await getTermDeposit(trx, deposit.id);
    const instalments = await instalmentsOf(trx, deposit.id);
    keepingFailures(failures, deposit.id, () => {
      const paid = instalments.flatMap(({ paidOn, amount }) =>
        paidOn === null || paidOn > on ? [] : [{ on: paidOn, amount }],
      );
      const interest = termAccrued({ ...term.product, ...term, openedOn: deposit.openedOn, instalments: paid }, on);
      earned.push({ deposit, accountCode: termAccounts(term.product).interest, interest });
    });
  }
  return earned;
}

interface AddedAccrual {
  readonly deposit: AccruingDeposit;
  readonly accountCode: string;
  readonly amount: Money;
}

const insertAdded = insertRows('INSERT INTO interest_accrual (depositId, runId, amount)');

async function keepAdded(
  trx: Trx,
  platform: Platform,
  on: CalendarDate,
  added: readonly AddedAccrual[],
): Promise<void> {
  for (const [productCode, ofProduct] of Map.groupBy(added, ({ deposit }) => deposit.productCode)) {
    const runId = await runOf(trx, on, productCode, ofProduct[0]?.accountCode ?? '');
    await insertAdded(
      trx,
      platform,
      ofProduct.map(({ deposit, amount }) => [deposit.id, runId, amount]),
    );
    await trx
      .updateTable('accrual_run')
      .set(({ eb }) => ({ amount: eb('amount', '+', sum(ofProduct.map(({ amount }) => amount))) }))
      .where('id', '=', runId)
      .execute();
  }
}

/** The one of the day that has no entry yet; the row of the step keeps others away meanwhile. */
async function runOf(trx: Trx, accruedOn: CalendarDate, productCode: string, accountCode: string): Promise<number> {
  const open = await trx
    .selectFrom('accrual_run')
    .select('id')
    .where('accruedOn', '=', accruedOn)
    .where('productCode', '=', productCode)
    .where('entryId', 'is', null)
    .orderBy('id')
    .executeTakeFirst();
  if (open !== undefined) return open.id;
  const { insertId } = await trx
    .insertInto('accrual_run')
    .values({ accruedOn, productCode, accountCode, amount: ZERO, entryId: null })
    .executeTakeFirstOrThrow();
  return Number(insertId);
}

/** When every account is done. What is accrued less than before comes back as a smaller expense. */
export async function postAccruals(trx: Trx, platform: Platform, actor: Actor, on: CalendarDate): Promise<void> {
  const runs = await trx
    .selectFrom('accrual_run')
    .selectAll()
    .where('accruedOn', '=', on)
    .where('entryId', 'is', null)
    .where('amount', '!=', ZERO)
    .orderBy('productCode')
    .execute();
  for (const { id, productCode, accountCode, amount } of runs) {
    const size = money(Math.abs(amount));
    const added = [
      { accountCode, side: 'debit' as const, amount: size },
      { accountCode: INTEREST_ACCRUED, side: 'credit' as const, amount: size },
    ];
    const entry = await postJournalEntry(trx, platform, actor, {
      seriesCode: DAY_END_SERIES,
      kind: 'accrual',
      narration: `Interest accrued on ${productCode} up to ${on}`,
      postings: amount > ZERO ? added : interestPostings({ accountCode, interest: ZERO, accrued: size }),
      valueOn: on,
      audit: { action: 'deposits.interest-accrued', newValues: { productCode, upTo: on } },
      event: null,
    });
    await trx.updateTable('accrual_run').set({ entryId: entry.id }).where('id', '=', id).execute();
  }
}

/** Whose turn it is after this id. */
export async function nextAccruingId(trx: Trx, on: CalendarDate, afterId: number): Promise<number | undefined> {
  const [deposit] = await nextAccruing(trx, { on, afterId, limit: 1 });
  return deposit?.id;
}
