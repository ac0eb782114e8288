// A daily deposit by the rules it was opened with: what it earned, what closing it comes to, its interest at the end of a
// day, and its end.

import {
  add,
  type CalendarDate,
  type DailyTerms,
  dailyClosure,
  dailyInterest,
  type EndOfDayBalance,
  formatMoney,
  type InterestDays,
  lastDueDay,
  type Money,
  maxDate,
  money,
  moneyInAllowed,
  movedDueDay,
  nextDailyInterestOn,
  paidAtClosure,
  type Side,
  subtract,
  type TermLine,
  ZERO,
} from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { type PostingDraft, postJournalEntry, type ReversalRule } from '../accounting/index.ts';
import { businessCalendar } from '../society/index.ts';
import { demandClosingOn, isDemandAccount } from './close-demand-deposit.ts';
import { type ClosingDeposit, closureInterest, closureOn, markClosed, refuseHeld } from './close-term-deposit.ts';
import { type AccountsAtOnce, type AccountsDone, DAY_END_SERIES } from './credit-interest.ts';
import { type DepositWithBalance, findDeposit } from './deposit-queries.ts';
import { firstSavings, lockMembersOf } from './due-terms.ts';
import { EVERY_ENTRY } from './interest-terms.ts';
import { keepTaxes, taxOnInterest, taxPostings, withheld } from './tax-on-interest.ts';

const INTEREST_ACCOUNT = '5103';
const CHARGE_ACCOUNT = '4202';
const STEP = 'settle-daily';

export type DailyDeposit = Row<'daily_deposit'> & DailyTerms;

export async function findDailyDeposit(reader: Reader, depositId: number): Promise<DailyDeposit | undefined> {
  return reader
    .selectFrom('daily_deposit as y')
    .innerJoin('deposit as d', 'd.id', 'y.depositId')
    .selectAll('y')
    .select('d.openedOn')
    .where('y.depositId', '=', depositId)
    .executeTakeFirst();
}

async function getDailyDeposit(reader: Reader, { id, number }: Pick<DepositWithBalance, 'id' | 'number'>) {
  const daily = await findDailyDeposit(reader, id);
  if (daily === undefined) throw new Refusal('rule', 'DEPOSIT_WITHOUT_TERM', { number });
  return daily;
}

interface DayMoves {
  readonly day: CalendarDate;
  readonly side: Side;
  readonly amount: number;
}

/** What was paid in and out by the day it counts from, without the interest that was credited. */
export async function paidInByDay(
  { dialect }: Pick<Platform, 'dialect'>,
  reader: Reader,
  depositId: number,
  until: CalendarDate,
  knewEntryId = EVERY_ENTRY,
): Promise<EndOfDayBalance[]> {
  const moves = await dialect.all<DayMoves>(
    reader,
    `SELECT e.valueOn AS day, p.side, ${dialect.sumText('p.amount')} AS amount
       FROM posting p JOIN journal_entry e ON e.id = p.entryId LEFT JOIN journal_entry o ON o.id = e.reversesEntryId
      WHERE p.subLedger = 'deposit' AND p.subLedgerId = ? AND p.entryId <= ? AND e.valueOn <= ?
        AND COALESCE(o.kind, e.kind) <> 'interest'
      GROUP BY e.valueOn, p.side ORDER BY e.valueOn, p.side`,
    [depositId, knewEntryId, until],
  );
  const balances: EndOfDayBalance[] = [];
  for (const { day: on, side, amount } of moves) {
    const held = balances.at(-1)?.balance ?? ZERO;
    // What came in and what went out on one day are two rows, and one balance at its end.
    if (balances.at(-1)?.on === on) balances.pop();
    balances.push({ on, balance: side === 'credit' ? add(held, money(amount)) : subtract(held, money(amount)) });
  }
  return balances;
}

export interface Closing extends Omit<ClosingDeposit, 'term' | 'closure'> {
  readonly closure: Omit<ClosingDeposit['closure'], 'lines'> & {
    /** With a rate of its own where the account has had several. */
    readonly lines: readonly (TermLine & { readonly annualRate?: string })[];
  };
  readonly charge: Money;
  /** Of an account without a term that earned: for which days, and the newest entry that was counted. */
  readonly credit?: (InterestDays & { readonly interest: Money; readonly knewEntryId: number }) | undefined;
}

/** The figures of a closure on a day, of a deposit of a term, a daily one or one without a term. */
export async function closingOn(
  platform: Platform,
  reader: Reader,
  deposit: DepositWithBalance,
  closesOn: CalendarDate,
): Promise<Closing> {
  if (isDemandAccount(deposit)) return demandClosingOn(platform, reader, deposit, closesOn);
  if (deposit.kind !== 'daily') return { ...(await closureOn(platform, reader, deposit, closesOn)), charge: ZERO };
  const daily = await getDailyDeposit(reader, deposit);
  const maturedBy = movedDueDay(await businessCalendar(reader), daily.maturesOn);
  const closure = dailyClosure(daily, await paidInByDay(platform, reader, deposit.id, closesOn), {
    // Where a term that ends on a holiday is over before it, it is not cut short.
    closesOn: closesOn >= maturedBy ? maxDate(closesOn, daily.maturesOn) : closesOn,
    credited: daily.interestCredited,
  });
  const { interest, charge, isPremature, isKept, lines } = closure;
  const [tax] = await taxOnInterest(platform, reader, [{ memberId: deposit.memberId, interest }]);
  return {
    closure: {
      isPremature,
      annualRate: isKept ? daily.annualRate : '0',
      // With the interest that was credited before.
      paidIn: deposit.balance,
      interest,
      recovered: ZERO,
      paid: add(deposit.balance, interest),
      lines,
    },
    interestAccount: INTEREST_ACCOUNT,
    // Its interest is booked when it is credited.
    accrued: ZERO,
    tax,
    charge,
    net: subtract(paidAtClosure(deposit.balance, closure), withheld(tax)),
  };
}

/** Beside the account and who gets the money: interest, tax, and the charge for closing too early. */
export function closingPostings(closing: Closing): PostingDraft[] {
  const { charge } = closing;
  return [
    ...closureInterest(closing),
    ...(charge > ZERO ? [{ accountCode: CHARGE_ACCOUNT, side: 'credit' as const, amount: charge }] : []),
  ];
}

interface DueDaily extends AccountsAtOnce {
  /** A term that ends on a holiday is over when its turn has come. */
  readonly lastDueOn: CalendarDate;
}

/** The next by their ids: those whose interest is due, and those whose term is over. */
function dueDaily(trx: Trx, { on, afterId, limit, upToId, lastDueOn }: DueDaily) {
  return trx
    .selectFrom('daily_deposit')
    .innerJoin('deposit', 'deposit.id', 'daily_deposit.depositId')
    .select(['deposit.id', 'deposit.memberId'])
    .where('daily_deposit.closingEntryId', 'is', null)
    .where('deposit.status', '!=', 'closed')
    .where((is) =>
      is.or([is('daily_deposit.nextInterestOn', '<=', on), is('daily_deposit.maturesOn', '<=', lastDueOn)]),
    )
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('day_end_failure')
            .select('day_end_failure.depositId')
            .whereRef('day_end_failure.depositId', '=', 'daily_deposit.depositId')
            .where('day_end_failure.step', '=', STEP)
            .where('day_end_failure.resolvedAt', 'is', null),
        ),
      ),
    )
    .where('daily_deposit.depositId', '>', afterId)
    .where((where) => (upToId === undefined ? where.and([]) : where('daily_deposit.depositId', '<=', upToId)))
    .orderBy('daily_deposit.depositId')
    .limit(limit)
    .execute();
}

export async function nextDailyId(trx: Trx, on: CalendarDate, afterId: number): Promise<number | undefined> {
  const lastDueOn = lastDueDay(await businessCalendar(trx), on);
  const [deposit] = await dueDaily(trx, { on, afterId, limit: 1, lastDueOn });
  return deposit?.id;
}

/** A refusal has written a part already, so it ends the transaction. */
export async function settleDaily(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  accounts: AccountsAtOnce,
): Promise<AccountsDone> {
  const lastDueOn = lastDueDay(await businessCalendar(trx), accounts.on);
  const due = await dueDaily(trx, { ...accounts, lastDueOn });
  const members = await lockMembersOf(trx, platform, due);
  let [credited, amount] = [0, ZERO];
  for (const { id, memberId } of due) {
    // Whoever is posting into it is waited for, so everything up to the newest entry is known.
    await platform.dialect.one(
      trx,
      `SELECT subLedgerId FROM balance WHERE subLedger = 'deposit' AND subLedgerId = ?${platform.dialect.forUpdateText}`,
      [id],
    );
    const deposit = await findDeposit(platform, id, trx);
    const daily = await findDailyDeposit(trx, id);
    if (deposit === undefined || daily === undefined || deposit.status === 'closed') continue;
    const isOver = daily.maturesOn <= lastDueOn;
    const mayGet = moneyInAllowed(members.get(memberId)?.status ?? 'closed');
    const interest = isOver
      ? await mature(trx, platform, actor, deposit, accounts.on, mayGet)
      : await credit(trx, platform, actor, deposit, daily, accounts.on);
    if (interest === ZERO && !isOver) continue;
    credited += 1;
    amount = add(amount, interest);
  }
  return { lastId: due.at(-1)?.id, credited, amount, failures: [] };
}

/** Adds what the whole months came to, less what was added before: a collection that was taken back lessens the next. */
async function credit(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  deposit: DepositWithBalance,
  daily: DailyDeposit,
  on: CalendarDate,
): Promise<Money> {
  const newest = await trx
    .selectFrom('journal_entry')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirst();
  const knewEntryId = Number(newest?.id ?? 0);
  const paidIn = await paidInByDay(platform, trx, deposit.id, on, knewEntryId);
  const { interest: earned } = dailyInterest(daily, paidIn, on);
  const interest = earned > daily.interestCredited ? subtract(earned, daily.interestCredited) : ZERO;
  const entryId = interest === ZERO ? null : await postInterest(trx, platform, actor, deposit, interest, on);
  await trx
    .insertInto('daily_interest')
    .values({ depositId: deposit.id, periodTo: on, interest, entryId, knewEntryId })
    .execute();
  await trx
    .updateTable('daily_deposit')
    .set({ interestCredited: add(daily.interestCredited, interest), nextInterestOn: nextDailyInterestOn(daily, on) })
    .where('depositId', '=', deposit.id)
    .execute();
  return interest;
}

async function postInterest(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { id, number, memberId, accountCode }: DepositWithBalance,
  amount: Money,
  on: CalendarDate,
): Promise<number> {
  const [tax] = await taxOnInterest(platform, trx, [{ memberId, interest: amount }]);
  const net = subtract(amount, withheld(tax));
  const entry = await postJournalEntry(trx, platform, actor, {
    seriesCode: DAY_END_SERIES,
    kind: 'interest',
    narration: `Interest of ${number} on ${on}`,
    postings: [
      { accountCode: INTEREST_ACCOUNT, side: 'debit', amount },
      ...(net > ZERO
        ? [{ accountCode, side: 'credit' as const, amount: net, subLedger: 'deposit' as const, subLedgerId: id }]
        : []),
      ...taxPostings(tax),
    ],
    memberId,
    valueOn: on,
    audit: {
      action: 'deposit.interest-paid',
      subjectKind: 'deposit',
      subjectId: id,
      newValues: { amount: formatMoney(amount), to: number },
    },
    event: { name: 'interest.credited', memberId, payload: { depositId: id } },
  });
  await keepTaxes(trx, platform, [{ entryId: entry.id, memberId, depositId: id, tax }]);
  return entry.id;
}

/** The term is over: all of it goes to the member's savings. */
async function mature(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  deposit: DepositWithBalance,
  on: CalendarDate,
  mayGet: boolean,
): Promise<Money> {
  const { id, number, memberId } = deposit;
  refuseHeld(deposit);
  const closing = await closingOn(platform, trx, deposit, on);
  const savings = mayGet ? await firstSavings(trx, memberId) : undefined;
  // An account that nothing was ever paid into ends without an entry.
  if (closing.net === ZERO) {
    await markClosed(trx, deposit, { entryId: null, on });
    return ZERO;
  }
  if (savings === undefined) throw new Refusal('rule', 'DAILY_MATURITY_NOWHERE', { number });
  const entry = await postJournalEntry(trx, platform, actor, {
    seriesCode: DAY_END_SERIES,
    kind: 'maturity',
    narration: `Maturity of ${number}, to ${savings.number}`,
    postings: [
      {
        accountCode: deposit.accountCode,
        side: 'debit',
        amount: closing.closure.paidIn,
        subLedger: 'deposit',
        subLedgerId: id,
        memo: savings.number,
      },
      ...closingPostings(closing),
      {
        accountCode: savings.accountCode,
        side: 'credit',
        amount: closing.net,
        subLedger: 'deposit',
        subLedgerId: savings.id,
        memo: number,
      },
    ],
    memberId,
    valueOn: on,
    audit: {
      action: 'deposit.matured',
      subjectKind: 'deposit',
      subjectId: id,
      newValues: {
        interest: formatMoney(closing.closure.interest),
        paid: formatMoney(closing.net),
        to: savings.number,
      },
    },
    event: { name: 'deposit.matured', memberId, payload: { depositId: id } },
  });
  await markClosed(trx, deposit, { entryId: entry.id, on });
  await keepTaxes(trx, platform, [{ entryId: entry.id, memberId, depositId: id, tax: closing.tax }]);
  return closing.closure.interest;
}

/** Interest that was credited by mistake is due again. What a closure has counted stands. */
export const dailyInterestReversal: ReversalRule = {
  mayReverse: async (reader, _platform, _actor, entry) => {
    const credited = await creditedBy(reader, entry.id);
    if (credited?.status === 'closed')
      throw new Refusal('conflict', 'TERM_PAYOUT_COUNTED', { number: credited.number });
  },
  undo: async (trx, _platform, _actor, entry) => {
    const credited = await creditedBy(trx, entry.id);
    if (credited === undefined) return;
    await trx.deleteFrom('daily_interest').where('entryId', '=', entry.id).execute();
    await trx
      .updateTable('daily_deposit')
      .set({
        interestCredited: subtract(credited.interestCredited, credited.interest),
        nextInterestOn: credited.periodTo,
      })
      .where('depositId', '=', credited.depositId)
      .execute();
  },
};

function creditedBy(reader: Reader, entryId: number) {
  return reader
    .selectFrom('daily_interest as i')
    .innerJoin('daily_deposit as y', 'y.depositId', 'i.depositId')
    .innerJoin('deposit as d', 'd.id', 'i.depositId')
    .select(['i.depositId', 'i.periodTo', 'i.interest', 'y.interestCredited', 'd.number', 'd.status'])
    .where('i.entryId', '=', entryId)
    .executeTakeFirst();
}
