// At the end of a day every borrower who is late, or was: how many days each loan is past due, the class of all of them by the
// worst, the penal charge of the day, and at the first overdue whoever stands surety is told.

import {
  add,
  addDays,
  type BusinessCalendar,
  bearsPenalDay,
  type CalendarDate,
  classifyBorrower,
  daysPastDueOn,
  endOfMonth,
  type LoanClassRule,
  lastDueDay,
  type Money,
  money,
  movedDueDay,
  penalOfDays,
  type ReplayedLoan,
  subtract,
  ZERO,
} from '@kafal/core';
import type { Row } from '../../platform/database/schema.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { getMemberForUpdate } from '../members/index.ts';
import { businessCalendar, settingHistoryWithin, settingWithin } from '../society/index.ts';
import type { LoansAtOnce, LoansDone } from './day-end-loans.ts';
import { type LoanWithBalance, lockLoanRow, runningLoansOf } from './loan-queries.ts';
import { addLoanEvent, asOfDay, keepInstalments, oldestUnpaid, runningLoan, stateOf } from './loan-state.ts';

/** The rules of a day's end, read once for some borrowers. */
interface Rules {
  readonly on: CalendarDate;
  readonly calendar: BusinessCalendar;
  /** The last agreed due day whose turn has come. */
  readonly through: CalendarDate;
  readonly classRule: LoanClassRule;
  readonly penalRateOn: (day: CalendarDate) => string;
  readonly graceDaysOn: (day: CalendarDate) => number;
}

/** Goes from borrower to borrower; what it counts are loans that were charged. */
export async function ageLoans(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { on, afterId, limit }: LoansAtOnce,
): Promise<LoansDone> {
  const calendar = await businessCalendar(trx);
  const through = lastDueDay(calendar, on);
  const borrowers = await trx
    .selectFrom('loan as l')
    .leftJoin('loan_standing as s', 's.loanId', 'l.id')
    .select('l.memberId')
    .distinct()
    .where('l.status', '=', 'active')
    .where('l.memberId', '>', afterId)
    .where((is) =>
      is.or([
        is('l.nextDueOn', '<=', through),
        is('s.daysPastDue', '>', 0),
        is('s.nonPerformingSince', 'is not', null),
        // A day off is ended when the next day has seen money already.
        is.exists(
          is
            .selectFrom('loan_event as e')
            .select('e.place')
            .whereRef('e.loanId', '=', 'l.id')
            .where('e.type', '!=', 'penalty')
            .where('e.occurredOn', '>', on),
        ),
      ]),
    )
    .orderBy('l.memberId')
    .limit(limit)
    .execute();
  if (borrowers.length === 0) return { lastId: undefined, done: 0, amount: ZERO };
  const rules: Rules = {
    on,
    calendar,
    through,
    classRule: await settingWithin(trx, 'loans.classRule', on),
    penalRateOn: await settingHistoryWithin(trx, 'loans.penalRate'),
    graceDaysOn: await settingHistoryWithin(trx, 'loans.penalGraceDays'),
  };
  let [done, amount] = [0, ZERO];
  for (const { memberId } of borrowers) {
    for (const charge of await ageLoansOf(trx, platform, actor, memberId, rules)) {
      if (charge === ZERO) continue;
      done += 1;
      amount = add(amount, charge);
    }
  }
  return { lastId: borrowers.at(-1)?.memberId, done, amount };
}

/** Answers what each loan of the borrower was charged. */
async function ageLoansOf(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  memberId: number,
  rules: Rules,
): Promise<Money[]> {
  await getMemberForUpdate(trx, platform, memberId);
  const loans: { loan: LoanWithBalance; days: number; charge: Money }[] = [];
  for (const found of await runningLoansOf(trx, memberId)) {
    const loan = await lockLoanRow(trx, platform, found);
    const running = await runningLoan(trx, loan);
    const state = stateOf(asOfDay(running, rules.on), rules.on);
    const charge = await chargeDay(trx, platform, loan, state, rules);
    if (charge > ZERO) await addCharge(trx, platform, actor, loan, stateOf(running, rules.on), charge, rules.on);
    // As the day that comes sees it: what is overdue has borne interest until then.
    await keepInstalments(trx, loan.id, stateOf(await runningLoan(trx, loan), addDays(rules.on, 1)));
    const oldest = oldestUnpaid(state)?.due ?? null;
    const days = daysPastDueOn(rules.calendar, oldest, addDays(rules.on, 1));
    if (days > 0 && oldest !== null) await tellOverdue(trx, platform, loan, oldest, rules.on);
    loans.push({ loan, days, charge });
  }
  await classify(trx, platform, loans, rules);
  return loans.map(({ charge }) => charge);
}

/** Overdue principal and interest bear the charge of one day, by the rule of the day each fell due on. */
async function chargeDay(
  trx: Trx,
  platform: Platform,
  { id: loanId }: LoanWithBalance,
  { instalments }: ReplayedLoan,
  { on, calendar, through, penalRateOn, graceDaysOn }: Rules,
): Promise<Money> {
  const overdueByRate = new Map<string, Money>();
  for (const { due, principal, interest, paidOf } of instalments) {
    const overdue = subtract(add(principal, interest), add(paidOf.principal, paidOf.interest));
    if (due > through || overdue <= 0) continue;
    if (!bearsPenalDay(movedDueDay(calendar, due), graceDaysOn(due), on)) continue;
    const rate = penalRateOn(due);
    overdueByRate.set(rate, add(overdueByRate.get(rate) ?? ZERO, overdue));
  }
  let charge = ZERO;
  for (const [annualRate, overdue] of overdueByRate) {
    const before = await trx
      .selectFrom('loan_penal_day')
      .select([platform.dialect.sum('overdue').as('overdue'), platform.dialect.sum('amount').as('amount')])
      .where('loanId', '=', loanId)
      .where('annualRate', '=', annualRate)
      .executeTakeFirstOrThrow();
    const whole = penalOfDays(add(money(Number(before.overdue)), overdue), annualRate);
    const amount = subtract(whole, money(Number(before.amount)));
    await trx.insertInto('loan_penal_day').values({ loanId, chargedOn: on, annualRate, overdue, amount }).execute();
    charge = add(charge, amount);
  }
  return charge;
}

/**
 * It falls due with the first instalment that has seen no money yet, so that what was paid before keeps its split; after the last
 * one those of a month stand together.
 */
async function addCharge(
  trx: Trx,
  platform: Platform,
  { userId }: Actor,
  { id: loanId }: LoanWithBalance,
  { instalments }: ReplayedLoan,
  amount: Money,
  on: CalendarDate,
): Promise<void> {
  const untouched = instalments.find(({ due, paid }) => due >= on && paid === ZERO);
  let occurredOn = untouched?.due ?? endOfMonth(on);
  while (untouched === undefined && instalments.some(({ due }) => due >= occurredOn)) {
    occurredOn = endOfMonth(addDays(occurredOn, 1));
  }
  const recordedAt = platform.clock.now();
  await addLoanEvent(trx, loanId, { type: 'penalty', occurredOn, amount, entryId: null, userId, recordedAt });
}

async function classify(
  trx: Trx,
  platform: Platform,
  loans: readonly { readonly loan: LoanWithBalance; readonly days: number }[],
  { on, classRule }: Rules,
): Promise<void> {
  const ids = loans.map(({ loan }) => loan.id);
  const standings = await trx.selectFrom('loan_standing').selectAll().where('loanId', 'in', ids).execute();
  const since = standings.map(({ nonPerformingSince }) => nonPerformingSince).filter((day) => day !== null);
  const worst = Math.max(...loans.map(({ days }) => days));
  const { band, nonPerformingSince } = classifyBorrower(classRule, worst, since.sort()[0] ?? null, on);
  for (const { loan, days } of loans) {
    const before = standings.find(({ loanId }) => loanId === loan.id);
    const standing = { ...(before ?? newStanding(loan.id)), daysPastDue: days };
    await platform.dialect.upsert(
      trx,
      'loan_standing',
      { ...standing, classCode: band.code, nonPerformingSince },
      { key: ['loanId'] },
    );
    if (standing.classCode === band.code) continue;
    const change = { fromClass: standing.classCode, toClass: band.code, daysPastDue: days, entryId: null };
    await trx
      .insertInto('loan_class_change')
      .values({ loanId: loan.id, changedOn: on, ...change })
      .execute();
  }
}

export const newStanding = (loanId: number): Row<'loan_standing'> => ({
  loanId,
  classCode: 'standard',
  daysPastDue: 0,
  nonPerformingSince: null,
  provision: ZERO,
  providedAs: null,
});

/** The borrower and the office for each due day that passes, whoever stands surety at the first one. */
async function tellOverdue(
  trx: Trx,
  platform: Platform,
  { id: loanId, memberId }: LoanWithBalance,
  dueOn: CalendarDate,
  on: CalendarDate,
): Promise<void> {
  const told = await trx
    .selectFrom('loan_reminder')
    .select('dueOn')
    .where('loanId', '=', loanId)
    .where('about', '=', 'overdue')
    .execute();
  if (told.some((row) => row.dueOn === dueOn)) return;
  await trx.insertInto('loan_reminder').values({ loanId, about: 'overdue', dueOn, remindedOn: on }).execute();
  await recordEvent(trx, platform, { name: 'loan.overdue', memberId, payload: { loanId, dueOn } });
  if (told.length > 0) return;
  const sureties = await trx
    .selectFrom('loan_guarantor')
    .select('memberId')
    .where('loanId', '=', loanId)
    .where('status', '=', 'consented')
    .orderBy('id')
    .execute();
  for (const surety of sureties) {
    await recordEvent(trx, platform, {
      name: 'surety.overdue',
      memberId: surety.memberId,
      payload: { loanId, dueOn },
    });
  }
}
