// What running loans have earned and is not paid stands in the books as a receivable: at the end of a month of all of them, on
// other days of those that were paid on or charged. Of a borrower who does not perform it is no income but stands in the reserve
// for overdue interest, and comes out of it as it is paid. At the end of a month what is put aside for each loan follows its class
// and what is owed. The rows of the loans hold the differences; when all are counted, one entry each brings their sums.

import {
  add,
  type CalendarDate,
  endOfMonth,
  financialYearOf,
  LOAN_CLASS_RULES,
  type LoanClassRule,
  loanClassBand,
  type Money,
  maximum,
  minimum,
  money,
  provisionFor,
  subtract,
  sum,
  ZERO,
} from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { idList, insertRows } from '../../platform/database/many-rows.ts';
import type { Row } from '../../platform/database/schema.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { type PostingDraft, postJournalEntry } from '../accounting/index.ts';
import { financialYearStartOf, settingWithin } from '../society/index.ts';
import { newStanding } from './age-loans.ts';
import { countLoans, type LoanCount } from './count-loans.ts';
import { DAY_END_SERIES, type LoansAtOnce, type LoansDone } from './day-end-loans.ts';
import { valueSecurity } from './value-security.ts';

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
  await lockLoans(trx, platform, ids);
  const rules: CountRules = {
    on,
    isMonthEnd,
    accrues: await settingWithin(trx, 'loans.accrueInterest', on),
    classRule: await settingWithin(trx, 'loans.classRule', on),
  };
  const standings = await standingsOf(trx, ids);
  const booked = await bookedOfLoans(trx, platform, ids);
  const counts = await countLoans(trx, platform, ids, on);
  const counted = ids.flatMap((loanId): CountedLoan[] => {
    const count = counts.get(loanId);
    const standing = standings.get(loanId) ?? newStanding(loanId);
    return count === undefined ? [] : [{ loanId, count, standing, booked: booked.get(loanId) ?? NOTHING_BOOKED }];
  });
  const grown = counted.map((loan) => receivableGrowth(loan, rules));
  await insertReceivables(
    trx,
    platform,
    grown.flat().map(({ loanId, part, amount, reserved }) => [loanId, part, on, amount, reserved]),
  );
  if (isMonthEnd) await provide(trx, platform, counted, rules);
  const amounts = grown.map((parts) => sum(parts.map(({ amount }) => amount)));
  return { lastId: ids.at(-1), done: amounts.filter((amount) => amount !== ZERO).length, amount: sum(amounts) };
}

interface CountRules {
  readonly on: CalendarDate;
  readonly isMonthEnd: boolean;
  readonly accrues: boolean;
  readonly classRule: LoanClassRule;
}

interface CountedLoan {
  readonly loanId: number;
  readonly count: LoanCount;
  readonly standing: Standing;
  readonly booked: BookedReceivables;
}

/** Borrowers first and all in the order of their ids, as everybody does who moves money of theirs. */
async function lockLoans(trx: Trx, { dialect }: Pick<Platform, 'dialect'>, ids: readonly number[]): Promise<void> {
  const { marks, values } = idList(ids);
  const those = `SELECT memberId FROM loan WHERE id IN (${marks})`;
  const lock = dialect.forUpdateText;
  // SQLite has one writer.
  if (lock === '') return;
  await dialect.all(trx, `SELECT id FROM member WHERE id IN (${those}) ORDER BY id${lock}`, values);
  await dialect.all(trx, `SELECT id FROM loan WHERE id IN (${marks}) ORDER BY id${lock}`, values);
}

async function standingsOf(reader: Reader, ids: readonly number[]): Promise<ReadonlyMap<number, Standing>> {
  const rows = await reader.selectFrom('loan_standing').selectAll().where('loanId', 'in', ids).execute();
  return new Map(rows.map((row) => [row.loanId, row]));
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

interface ReceivableGrowth {
  readonly loanId: number;
  readonly part: 'interest' | 'penalty';
  readonly amount: Money;
  readonly reserved: Money;
}

function receivableGrowth(
  { loanId, count, standing, booked }: CountedLoan,
  { accrues, isMonthEnd }: CountRules,
): ReceivableGrowth[] {
  // Within a month a loan that has nothing accrued yet waits for its end.
  const countsInterest = accrues && (isMonthEnd || booked.interest.amount > ZERO);
  const targets = { interest: countsInterest ? count.interest : ZERO, penalty: count.penalty };
  return (['interest', 'penalty'] as const).flatMap((part) => {
    const target = targets[part];
    const amount = subtract(target, booked[part].amount);
    const reserved = subtract(standing.nonPerformingSince === null ? ZERO : target, booked[part].reserved);
    return amount === ZERO && reserved === ZERO ? [] : [{ loanId, part, amount, reserved }];
  });
}

const insertReceivables = insertRows('INSERT INTO loan_receivable (loanId, part, countedOn, amount, reserved)');

/** Receivable, and of it what is no income yet. */
export type BookedReceivables = Readonly<
  Record<'interest' | 'penalty', { readonly amount: Money; readonly reserved: Money }>
>;

const NOTHING = { amount: ZERO, reserved: ZERO };
const NOTHING_BOOKED: BookedReceivables = { interest: NOTHING, penalty: NOTHING };

/** What stands in the books of its interest and penal charges and is not paid. */
export async function bookedOf(
  reader: Reader,
  platform: Pick<Platform, 'dialect'>,
  loanId: number,
): Promise<BookedReceivables> {
  return (await bookedOfLoans(reader, platform, [loanId])).get(loanId) ?? NOTHING_BOOKED;
}

async function bookedOfLoans(
  reader: Reader,
  { dialect }: Pick<Platform, 'dialect'>,
  ids: readonly number[],
): Promise<ReadonlyMap<number, BookedReceivables>> {
  const rows = await reader
    .selectFrom('loan_receivable')
    .select(['loanId', 'part', dialect.sum('amount').as('amount'), dialect.sum('reserved').as('reserved')])
    .where('loanId', 'in', ids)
    .groupBy(['loanId', 'part'])
    .execute();
  const booked = new Map<number, BookedReceivables>();
  for (const { loanId, part, amount, reserved } of rows) {
    const own = { amount: money(Number(amount)), reserved: money(Number(reserved)) };
    booked.set(loanId, { ...(booked.get(loanId) ?? NOTHING_BOOKED), [part]: own });
  }
  return booked;
}

const insertProvisions = insertRows(
  'INSERT INTO loan_provision (loanId, providedOn, classCode, principalOwed, secured, amount, `change`)',
);

/** By the class of each loan and what secures it; what changed is kept, with the class it was provided as. */
async function provide(
  trx: Trx,
  platform: Platform,
  counted: readonly CountedLoan[],
  { on, classRule }: CountRules,
): Promise<void> {
  const [first, last] = [counted[0], counted.at(-1)];
  if (first === undefined || last === undefined) return;
  const securities = await valueSecurity(trx, { from: first.loanId, to: last.loanId }, on);
  const provided = counted.flatMap(({ loanId, count: { principal }, standing }) => {
    const band = loanClassBand(classRule, standing.classCode) ?? LOAN_CLASS_RULES[classRule][0];
    const secured = minimum(principal, securities.get(loanId) ?? ZERO);
    const amount = provisionFor(band, principal, secured);
    const change = subtract(amount, standing.provision);
    if (change === ZERO && standing.providedAs === band.code) return [];
    return [{ loanId, standing, code: band.code, principal, secured, amount, change }];
  });
  if (provided.length === 0) return;
  await insertProvisions(
    trx,
    platform,
    provided.map(({ loanId, code, principal, secured, amount, change }) => [
      loanId,
      on,
      code,
      principal,
      secured,
      amount,
      change,
    ]),
  );
  await platform.dialect.upsert(
    trx,
    'loan_standing',
    provided.map(({ standing, amount, code }) => ({ ...standing, provision: amount, providedAs: code })),
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
