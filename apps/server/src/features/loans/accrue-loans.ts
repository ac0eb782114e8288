// What running loans have earned and is not paid stands in the books as a receivable: at the end of a month of all of them, on
// other days of those that were paid on or charged. Of a borrower who does not perform it is no income but stands in the reserve
// for overdue interest, and comes out of it as it is paid. At the end of a month what is put aside for each loan follows its class
// and what is owed. The rows of the loans hold the differences; when all are counted, one entry each brings their sums.

import {
  add,
  type CalendarDate,
  endOfMonth,
  financialYearOf,
  interestEarned,
  LOAN_CLASS_RULES,
  loanClassBand,
  type Money,
  maximum,
  money,
  provisionFor,
  standingEvents,
  subtract,
  sum,
  ZERO,
} from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { type PostingDraft, postJournalEntry } from '../accounting/index.ts';
import { getMemberForUpdate } from '../members/index.ts';
import { financialYearStartOf, settingWithin } from '../society/index.ts';
import { newStanding } from './age-loans.ts';
import { DAY_END_SERIES, type LoansAtOnce, type LoansDone } from './day-end-loans.ts';
import { findLoan, type LoanWithBalance, lockLoanRow } from './loan-queries.ts';
import { asOfDay, paidParts, runningLoan, stateOf } from './loan-state.ts';

export const RECEIVABLE_ACCOUNTS = {
  interest: '1401',
  interestReserved: '1402',
  penalty: '1403',
  reserve: '2302',
  interestIncome: '4101',
  penaltyIncome: '4103',
  performing: '2301',
  nonPerforming: '2303',
  writtenBack: '4206',
  providedPerforming: '5301',
  providedNonPerforming: '5302',
} as const;

type Standing = Row<'loan_standing'>;

export async function isMonthOfLoans(reader: Reader, day: CalendarDate): Promise<boolean> {
  if (day === endOfMonth(day)) return true;
  const start = financialYearStartOf({
    'calendar.financialYearStart': await settingWithin(reader, 'calendar.financialYearStart', day),
  });
  return day === financialYearOf(day, start).endsOn;
}

export async function accrueLoans(
  trx: Trx,
  platform: Platform,
  _actor: Actor,
  { on, afterId, limit }: LoansAtOnce,
): Promise<LoansDone> {
  const isMonthEnd = await isMonthOfLoans(trx, on);
  const ids = await loansToCount(trx, { on, afterId, limit }, isMonthEnd);
  if (ids.length === 0) return { lastId: undefined, done: 0, amount: ZERO };
  const accrues = await settingWithin(trx, 'loans.accrueInterest', on);
  let [done, amount] = [0, ZERO];
  for (const id of ids) {
    const found = await findLoan(trx, id);
    if (found === undefined) continue;
    await getMemberForUpdate(trx, platform, found.memberId);
    const loan = await lockLoanRow(trx, platform, found);
    const standing =
      (await trx.selectFrom('loan_standing').selectAll().where('loanId', '=', id).executeTakeFirst()) ??
      newStanding(id);
    const changed = await countReceivable(trx, platform, loan, standing, on, accrues, isMonthEnd);
    if (isMonthEnd) await provide(trx, platform, loan, standing, on);
    if (changed === ZERO) continue;
    done += 1;
    amount = add(amount, changed);
  }
  return { lastId: ids.at(-1), done, amount };
}

async function loansToCount(
  trx: Trx,
  { on, afterId, limit }: LoansAtOnce,
  isMonthEnd: boolean,
): Promise<readonly number[]> {
  const rows = await trx
    .selectFrom('loan as l')
    .leftJoin('loan_standing as s', 's.loanId', 'l.id')
    .select('l.id')
    .where('l.disbursedOn', 'is not', null)
    .where('l.id', '>', afterId)
    .where(({ eb, or, exists, selectFrom }) => {
      const moved = exists(
        selectFrom('loan_event as e')
          .leftJoin('journal_entry as j', 'j.id', 'e.entryId')
          .select('e.place')
          .whereRef('e.loanId', '=', 'l.id')
          .where('e.type', '!=', 'penalty')
          // What is dated back is counted on the day it was posted on.
          .where((is) => is.or([is('e.occurredOn', '=', on), is('j.postedOn', '=', on)])),
      );
      const charged = exists(
        selectFrom('loan_penal_day as d')
          .select('d.chargedOn')
          .whereRef('d.loanId', '=', 'l.id')
          .where('d.amount', '>', ZERO)
          .where('d.chargedOn', '=', on),
      );
      const reclassed = exists(
        selectFrom('loan_class_change as c')
          .select('c.changedOn')
          .whereRef('c.loanId', '=', 'l.id')
          .where('c.changedOn', '=', on),
      );
      const held = exists(selectFrom('loan_receivable as r').select('r.id').whereRef('r.loanId', '=', 'l.id'));
      return or(
        isMonthEnd
          ? [eb('l.status', '=', 'active'), moved, charged, held, eb('s.provision', '>', ZERO)]
          : [moved, charged, reclassed],
      );
    })
    .orderBy('l.id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Answers what the receivable of the loan grew by. */
async function countReceivable(
  trx: Trx,
  platform: Platform,
  loan: LoanWithBalance,
  { nonPerformingSince }: Standing,
  on: CalendarDate,
  accrues: boolean,
  isMonthEnd: boolean,
): Promise<Money> {
  const booked = await bookedOf(trx, platform, loan.id);
  const running = asOfDay(await runningLoan(trx, loan), on);
  const isRunning = isRunningOn(loan, on);
  const state = stateOf(running, on);
  const paid = paidParts(state);
  const waived = sum(state.instalments.map(({ waivedOf }) => waivedOf.penalty));
  const charged = sum(
    standingEvents(running.events).flatMap((event) =>
      event.type === 'charge' && event.kind === 'penalty' ? event.amount : [],
    ),
  );
  // Within a month a loan that has nothing accrued yet waits for its end.
  const countsInterest = accrues && (isMonthEnd || booked.interest.amount > ZERO);
  const earned = countsInterest ? interestEarned(running.terms, running.disbursedOn, running.events, on) : ZERO;
  const targets = {
    interest: isRunning ? maximum(ZERO, subtract(earned, countsInterest ? paid.interest : ZERO)) : ZERO,
    penalty: isRunning ? maximum(ZERO, subtract(subtract(charged, waived), paid.penalty)) : ZERO,
  };
  let grown = ZERO;
  for (const part of ['interest', 'penalty'] as const) {
    const reserved = nonPerformingSince === null ? ZERO : targets[part];
    const amount = subtract(targets[part], booked[part].amount);
    const reserve = subtract(reserved, booked[part].reserved);
    if (amount === ZERO && reserve === ZERO) continue;
    await trx
      .insertInto('loan_receivable')
      .values({ loanId: loan.id, part, countedOn: on, amount, reserved: reserve, entryId: null })
      .execute();
    grown = add(grown, amount);
  }
  return grown;
}

const isRunningOn = ({ status, closedOn }: LoanWithBalance, on: CalendarDate) =>
  status === 'active' || (status === 'closed' && closedOn !== null && closedOn > on);

/** Receivable, and of it what is no income yet. */
export type BookedReceivables = Readonly<
  Record<'interest' | 'penalty', { readonly amount: Money; readonly reserved: Money }>
>;

/** What stands in the books of its interest and penal charges and is not paid. */
export async function bookedOf(
  reader: Reader,
  { dialect }: Pick<Platform, 'dialect'>,
  loanId: number,
): Promise<BookedReceivables> {
  const rows = await reader
    .selectFrom('loan_receivable')
    .select(['part', dialect.sum('amount').as('amount'), dialect.sum('reserved').as('reserved')])
    .where('loanId', '=', loanId)
    .groupBy('part')
    .execute();
  const of = (part: 'interest' | 'penalty') => {
    const row = rows.find((one) => one.part === part);
    return { amount: money(Number(row?.amount ?? 0)), reserved: money(Number(row?.reserved ?? 0)) };
  };
  return { interest: of('interest'), penalty: of('penalty') };
}

async function provide(
  trx: Trx,
  platform: Platform,
  loan: LoanWithBalance,
  standing: Standing,
  on: CalendarDate,
): Promise<void> {
  const rule = await settingWithin(trx, 'loans.classRule', on);
  const band = loanClassBand(rule, standing.classCode) ?? LOAN_CLASS_RULES[rule][0];
  const { instalments } = stateOf(asOfDay(await runningLoan(trx, loan), on), on);
  const owed = sum(instalments.map(({ principal, paidOf }) => subtract(principal, paidOf.principal)));
  const principalOwed = isRunningOn(loan, on) ? owed : ZERO;
  const amount = provisionFor(band, principalOwed, ZERO);
  const change = subtract(amount, standing.provision);
  if (change === ZERO && standing.providedAs === band.code) return;
  await trx
    .insertInto('loan_provision')
    .values({ loanId: loan.id, providedOn: on, classCode: band.code, principalOwed, amount, change, entryId: null })
    .execute();
  await platform.dialect.upsert(
    trx,
    'loan_standing',
    { ...standing, provision: amount, providedAs: band.code },
    { key: ['loanId'] },
  );
}

/** In one transaction with the end of the step. */
export async function postLoanAccruals(trx: Trx, platform: Platform, actor: Actor, on: CalendarDate): Promise<void> {
  await postReceivables(trx, platform, actor, on);
  await postProvisions(trx, platform, actor, on);
}

async function postReceivables(trx: Trx, platform: Platform, actor: Actor, on: CalendarDate): Promise<void> {
  const rows = await trx
    .selectFrom('loan_receivable')
    .select(['part', 'amount', 'reserved'])
    .where('countedOn', '=', on)
    .where('entryId', 'is', null)
    .execute();
  const of = (part: 'interest' | 'penalty') => {
    const own = rows.filter((row) => row.part === part);
    return { amount: sum(own.map((row) => row.amount)), reserved: sum(own.map((row) => row.reserved)) };
  };
  const [interest, penalty] = [of('interest'), of('penalty')];
  const entryId = await post(trx, platform, actor, `Interest and charges of loans up to ${on}`, on, [
    [RECEIVABLE_ACCOUNTS.interest, subtract(interest.amount, interest.reserved)],
    [RECEIVABLE_ACCOUNTS.interestReserved, interest.reserved],
    [RECEIVABLE_ACCOUNTS.penalty, penalty.amount],
    [RECEIVABLE_ACCOUNTS.reserve, subtract(ZERO, add(interest.reserved, penalty.reserved))],
    [RECEIVABLE_ACCOUNTS.interestIncome, subtract(interest.reserved, interest.amount)],
    [RECEIVABLE_ACCOUNTS.penaltyIncome, subtract(penalty.reserved, penalty.amount)],
  ]);
  if (entryId === undefined) return;
  await trx
    .updateTable('loan_receivable')
    .set({ entryId })
    .where('countedOn', '=', on)
    .where('entryId', 'is', null)
    .execute();
  await trx
    .updateTable('loan_event')
    .set({ entryId })
    .where('type', '=', 'penalty')
    .where('entryId', 'is', null)
    .execute();
  await trx.updateTable('loan_class_change').set({ entryId }).where('changedOn', '=', on).execute();
}

async function postProvisions(trx: Trx, platform: Platform, actor: Actor, on: CalendarDate): Promise<void> {
  const rows = await trx
    .selectFrom('loan_provision as p')
    .select(['p.classCode', 'p.amount', 'p.change', 'p.loanId'])
    .select((of) =>
      of
        .selectFrom('loan_provision as before')
        .select('before.classCode')
        .whereRef('before.loanId', '=', 'p.loanId')
        .where('before.providedOn', '<', on)
        .orderBy('before.providedOn', 'desc')
        .limit(1)
        .as('classBefore'),
    )
    .where('p.providedOn', '=', on)
    .where('p.entryId', 'is', null)
    .execute();
  if (rows.length === 0) return;
  const rule = await settingWithin(trx, 'loans.classRule', on);
  const isPerforming = (code: string | null) => code === null || (loanClassBand(rule, code)?.isPerforming ?? false);
  const grown = (performing: boolean) =>
    subtract(
      sum(rows.flatMap(({ classCode, amount }) => (isPerforming(classCode) === performing ? amount : []))),
      sum(
        rows.flatMap(({ classBefore, amount, change }) =>
          isPerforming(classBefore) === performing ? subtract(amount, change) : [],
        ),
      ),
    );
  const [good, bad] = [grown(true), grown(false)];
  const entryId = await post(trx, platform, actor, `Provisions for loans on ${on}`, on, [
    [RECEIVABLE_ACCOUNTS.providedPerforming, maximum(good, ZERO)],
    [RECEIVABLE_ACCOUNTS.providedNonPerforming, maximum(bad, ZERO)],
    [RECEIVABLE_ACCOUNTS.performing, subtract(ZERO, good)],
    [RECEIVABLE_ACCOUNTS.nonPerforming, subtract(ZERO, bad)],
    [RECEIVABLE_ACCOUNTS.writtenBack, add(good < ZERO ? good : ZERO, bad < ZERO ? bad : ZERO)],
  ]);
  if (entryId === undefined) return;
  await trx
    .updateTable('loan_provision')
    .set({ entryId })
    .where('providedOn', '=', on)
    .where('entryId', 'is', null)
    .execute();
}

/** What each account is debited with, less than nothing where it is credited. */
async function post(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  narration: string,
  on: CalendarDate,
  moved: readonly (readonly [string, Money])[],
): Promise<number | undefined> {
  const postings = moved.flatMap(([accountCode, amount]): PostingDraft[] =>
    amount === ZERO ? [] : [{ accountCode, side: amount > ZERO ? 'debit' : 'credit', amount: money(Math.abs(amount)) }],
  );
  if (postings.length === 0) return undefined;
  const { id } = await postJournalEntry(trx, platform, actor, {
    seriesCode: DAY_END_SERIES,
    kind: 'accrual',
    narration,
    postings,
    valueOn: on,
    audit: { action: 'loans.accrued', newValues: { upTo: on } },
    event: null,
  });
  return id;
}
