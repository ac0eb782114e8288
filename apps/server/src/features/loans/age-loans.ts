// At the end of a day every borrower who is late, or was: how many days each loan is past due, the class of all of them by the
// worst, the penal charge of the day, and at the first overdue whoever stands surety is told.

import {
  add,
  addDays,
  type CalendarDate,
  classifyBorrower,
  daysPastDueOn,
  LOAN_CLASS_RULES,
  type LoanClassRule,
  type LoanEvent,
  lastDueDay,
  type Money,
  money,
  type ReplayedLoan,
  ZERO,
} from '@kafal/core';
import type { Row } from '../../platform/database/schema.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { getMemberForUpdate } from '../members/index.ts';
import { settingWithin } from '../society/index.ts';
import type { LoansAtOnce, LoansDone } from './day-end-loans.ts';
import { type LoanWithBalance, lockLoanRow, runningLoansOf } from './loan-queries.ts';
import { addLoanEvent, asOfDay, keepInstalments, oldestUnpaid, runningLoan, stateOf } from './loan-state.ts';
import {
  overdueByRate,
  type PenalRules,
  penalDueOn,
  penalGrowth,
  penalRulesOf,
  penalRulesWithin,
} from './penal-days.ts';

/** The rules of a day's end, read once for some borrowers. */
interface Rules extends PenalRules {
  readonly on: CalendarDate;
  readonly classRule: LoanClassRule;
  /** How long a loan that was planned anew is to be paid as agreed before its class is better. */
  readonly heldDays: number;
}

/** Goes from borrower to borrower; what it counts are loans that were charged. */
export async function ageLoans(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { on, afterId, limit }: LoansAtOnce,
): Promise<LoansDone> {
  const penal = await penalRulesWithin(trx);
  const through = lastDueDay(penal.calendar, on);
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
        is(
          'l.memberId',
          'in',
          is
            .selectFrom('loan as w')
            .select('w.memberId')
            .where('w.writtenOffOn', '<=', on)
            .where('w.closedOn', 'is', null),
        ),
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
    ...penal,
    on,
    classRule: await settingWithin(trx, 'loans.classRule', on),
    heldDays: await settingWithin(trx, 'loans.rescheduledDays', on),
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
    const then = asOfDay(running, rules.on);
    const state = stateOf(then, rules.on);
    const charge = await chargeDay(trx, platform, loan, state, rules);
    const today = then === running ? state : stateOf(running, rules.on);
    const charged = charge > ZERO ? [await addCharge(trx, platform, actor, loan, today, charge, rules.on)] : [];
    // As the day that comes sees it: what is overdue has borne interest until then.
    const after = stateOf({ ...running, events: [...running.events, ...charged] }, addDays(rules.on, 1));
    await keepInstalments(trx, platform, loan.id, after);
    const oldest = oldestUnpaid(state)?.due ?? null;
    const days = daysPastDueOn(rules.calendar, oldest, addDays(rules.on, 1));
    if (days > 0 && oldest !== null) await tellOverdue(trx, platform, loan, oldest, rules.on);
    loans.push({ loan, days, charge });
  }
  await classify(trx, platform, memberId, loans, rules);
  return loans.map(({ charge }) => charge);
}

/** The rows of the day stand for each rate; the charge is the growth of the whole, so that no fraction is lost. */
async function chargeDay(
  trx: Trx,
  platform: Platform,
  loan: LoanWithBalance,
  { instalments }: ReplayedLoan,
  rules: Rules,
): Promise<Money> {
  const loanId = loan.id;
  let charge = ZERO;
  for (const [annualRate, overdue] of overdueByRate(instalments, rules.on, penalRulesOf(rules, loan))) {
    const before = await trx
      .selectFrom('loan_penal_day')
      .select([platform.dialect.sum('overdue').as('overdue'), platform.dialect.sum('amount').as('amount')])
      .where('loanId', '=', loanId)
      .where('annualRate', '=', annualRate)
      .executeTakeFirstOrThrow();
    const known = { overdue: money(Number(before.overdue)), amount: money(Number(before.amount)) };
    const amount = penalGrowth(known, overdue, annualRate);
    await trx
      .insertInto('loan_penal_day')
      .values({ loanId, chargedOn: rules.on, annualRate, overdue, amount })
      .execute();
    charge = add(charge, amount);
  }
  return charge;
}

async function addCharge(
  trx: Trx,
  platform: Platform,
  { userId }: Actor,
  { id: loanId }: LoanWithBalance,
  state: ReplayedLoan,
  amount: Money,
  on: CalendarDate,
): Promise<LoanEvent> {
  const dueOn = penalDueOn(state, on);
  const recordedAt = platform.clock.now();
  await addLoanEvent(trx, loanId, { type: 'penalty', occurredOn: dueOn, amount, entryId: null, userId, recordedAt });
  return { type: 'charge', kind: 'penalty', dueOn, amount };
}

async function classify(
  trx: Trx,
  platform: Platform,
  memberId: number,
  loans: readonly { readonly loan: LoanWithBalance; readonly days: number }[],
  { on, classRule, heldDays }: Rules,
): Promise<void> {
  const ids = loans.map(({ loan }) => loan.id);
  const standings = await trx.selectFrom('loan_standing').selectAll().where('loanId', 'in', ids).execute();
  const lost = await writtenOffOf(trx, memberId);
  const since = [...standings, ...lost]
    .map(({ nonPerformingSince }) => nonPerformingSince)
    .filter((day) => day !== null);
  // Whoever left a loan behind does not perform on the others either, until it has come in.
  const firstBad = LOAN_CLASS_RULES[classRule].find(({ isPerforming }) => !isPerforming)?.fromDays ?? 0;
  const worst = Math.max(...loans.map(({ days }) => days), ...lost.map(() => firstBad));
  const isHeld = standings.some(({ heldUntil }) => heldUntil !== null && on < heldUntil);
  const { band, nonPerformingSince } = classifyBorrower(classRule, worst, since.sort()[0] ?? null, on, isHeld);
  for (const { loan, days } of loans) {
    const before = standings.find(({ loanId }) => loanId === loan.id) ?? newStanding(loan.id);
    const heldUntil = heldAfter(before.heldUntil, on, worst > 0, heldDays);
    const standing = { ...before, daysPastDue: days, heldUntil };
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

/** Whoever is late again within the time begins it anew. */
function heldAfter(
  heldUntil: CalendarDate | null,
  on: CalendarDate,
  isLate: boolean,
  days: number,
): CalendarDate | null {
  if (heldUntil === null) return null;
  if (isLate) return addDays(on, days);
  return on < heldUntil ? heldUntil : null;
}

/** Loans of the borrower that were written off and have not come in since. */
function writtenOffOf(trx: Trx, memberId: number) {
  return trx
    .selectFrom('loan as l')
    .leftJoin('loan_standing as s', 's.loanId', 'l.id')
    .select('s.nonPerformingSince')
    .where('l.memberId', '=', memberId)
    .where('l.writtenOffOn', 'is not', null)
    .where('l.closedOn', 'is', null)
    .execute();
}

export const newStanding = (loanId: number): Row<'loan_standing'> => ({
  loanId,
  classCode: 'standard',
  daysPastDue: 0,
  nonPerformingSince: null,
  provision: ZERO,
  providedAs: null,
  heldUntil: null,
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
