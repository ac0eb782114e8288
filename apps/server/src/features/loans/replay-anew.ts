// What counts from an earlier day, or is taken back though other money came after it, changes all that came since: how later
// receipts were shared, interest, the penal charges of the days between. The events are replayed with it, and the difference
// to what was posted is one correcting entry. What is shown before the act and what is posted with it are one calculation.

import {
  add,
  addDays,
  type CalendarDate,
  type LoanEvent,
  type Money,
  type OwnPenalRule,
  type ReplayedLoan,
  subtract,
  sum,
  ZERO,
} from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';
import type { Trx } from '../../platform/platform.ts';
import type { LoanWithBalance } from './loan-queries.ts';
import {
  asOfDay,
  eventRowsOf,
  type LoanParts,
  type NewLoanEvent,
  paidParts,
  partsBetween,
  type RunningLoan,
  runningLoan,
  stateOf,
} from './loan-state.ts';
import {
  overdueByRate,
  type PenalRules,
  penalDueOn,
  penalGrowth,
  penalRulesOf,
  penalRulesWithin,
} from './penal-days.ts';

type PenalDay = Pick<Row<'loan_penal_day'>, 'chargedOn' | 'annualRate' | 'overdue' | 'amount'>;

/** A loan on an earlier day, with what the days since have charged. */
export interface LoanThen {
  readonly on: CalendarDate;
  readonly rows: readonly Row<'loan_event'>[];
  /** As it stands. */
  readonly running: RunningLoan;
  /** Without the penal charges from the day on: they follow from what was paid by then. */
  readonly base: RunningLoan;
  /** Places of those charges, and the days they are of. */
  readonly charges: readonly {
    readonly place: number;
    readonly chargedOn: CalendarDate;
    readonly dueOn: CalendarDate;
  }[];
  readonly days: readonly PenalDay[];
  readonly ownRule: OwnPenalRule;
}

/** What stands in place of what was posted, once the events are replayed. */
export interface LoanAnew {
  readonly on: CalendarDate;
  readonly before: ReplayedLoan;
  readonly after: ReplayedLoan;
  /** By how much more is paid of each part, less than nothing where it is less: all that the books must move. */
  readonly moved: LoanParts;
  /** Of the days since, when they are charged otherwise. */
  readonly penal: {
    readonly takenBack: readonly number[];
    readonly days: readonly PenalDay[];
    readonly charges: readonly Charge[];
  } | null;
  readonly penalBefore: Money;
  readonly penalAfter: Money;
}

interface Charge {
  readonly chargedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly amount: Money;
}

export async function loanThen(reader: Reader, loan: LoanWithBalance, on: CalendarDate): Promise<LoanThen> {
  const rows = await eventRowsOf(reader, loan.id);
  const running = await runningLoan(reader, loan);
  const takenBack = new Set(rows.map(({ takesBack }) => takesBack));
  const standing = rows.filter(({ type, place }) => type === 'penalty' && !takenBack.has(place));
  const all = await reader
    .selectFrom('loan_penal_day')
    .select(['chargedOn', 'annualRate', 'overdue', 'amount'])
    .where('loanId', '=', loan.id)
    .orderBy('chargedOn')
    .orderBy('annualRate')
    .execute();
  // Each day that charges anything has added one event, in the order of the days.
  const charged = [...new Set(all.filter(({ amount }) => amount > 0).map(({ chargedOn }) => chargedOn))];
  const charges = charged.flatMap((chargedOn, index) => {
    const row = standing[index];
    return row === undefined || chargedOn < on ? [] : [{ place: row.place, chargedOn, dueOn: row.occurredOn }];
  });
  const undone = charges.map(({ place }): LoanEvent => ({ type: 'undo', place }));
  const base = { ...running, events: [...running.events, ...undone] };
  return { on, rows, running, base, charges, days: all, ownRule: loan };
}

/** On the day itself, before anything of a later day happened. */
export const stateThen = ({ base, on }: LoanThen, more: readonly LoanEvent[] = []): ReplayedLoan =>
  stateOf(asOfDay({ ...base, events: [...base.events, ...more] }, on), on);

/** Whether money came in or went out after the day. */
export function movedAfter({ rows, on }: LoanThen): boolean {
  const takenBack = new Set(rows.map(({ takesBack }) => takesBack));
  return rows.some((row) => isMoney(row) && row.occurredOn > on && !takenBack.has(row.place));
}

const WITHOUT_MONEY: readonly string[] = ['undo', 'penalty', 'correction'];
export const isMoney = ({ type }: Pick<Row<'loan_event'>, 'type'>): boolean => !WITHOUT_MONEY.includes(type);

/** With one more event, which the engine puts on its day. */
export async function replayAnew(
  reader: Reader,
  then: LoanThen,
  event: LoanEvent,
  today: CalendarDate,
): Promise<LoanAnew> {
  const { running, base, on } = then;
  const before = stateOf(running, today);
  const changed = { ...base, events: [...base.events, event] };
  const { days, charges } = await penalDaysAnew(reader, then, changed);
  const daysBefore = then.days.filter(({ chargedOn }) => chargedOn >= on);
  const isSame = JSON.stringify(days) === JSON.stringify(daysBefore);
  const events = isSame
    ? [...running.events, event]
    : [...changed.events, ...charges.map(({ dueOn, amount }) => penalEvent(dueOn, amount))];
  const after = stateOf({ ...running, events }, today);
  return {
    on,
    before,
    after,
    moved: partsBetween(paidParts(before), paidParts(after)),
    penal: isSame ? null : { takenBack: then.charges.map(({ place }) => place), days, charges },
    penalBefore: sum(daysBefore.map(({ amount }) => amount)),
    penalAfter: sum(days.map(({ amount }) => amount)),
  };
}

const penalEvent = (dueOn: CalendarDate, amount: Money): LoanEvent => ({
  type: 'charge',
  kind: 'penalty',
  dueOn,
  amount,
});

/** The days whose end has charged already, one after the other, each by what was overdue when it was over. */
async function penalDaysAnew(
  reader: Reader,
  { on, days: known, charges: charged, ownRule }: LoanThen,
  changed: RunningLoan,
): Promise<{ readonly days: PenalDay[]; readonly charges: Charge[] }> {
  const [days, charges]: [PenalDay[], Charge[]] = [[], []];
  const last = await lastAgedDay(reader);
  if (last === undefined || last < on || !isLateBy(changed, last)) return { days, charges };
  const rules = penalRulesOf(await penalRulesWithin(reader), ownRule);
  let running = changed;
  for (let day = on; day <= last; day = addDays(day, 1)) {
    const ofDay = chargesOfDay(running, day, rules, [...known.filter(({ chargedOn }) => chargedOn < on), ...days]);
    days.push(...ofDay);
    const amount = sum(ofDay.map((one) => one.amount));
    if (amount === ZERO) continue;
    const dueOn = charged.find(({ chargedOn }) => chargedOn === day)?.dueOn ?? penalDueOn(stateOf(running, day), day);
    charges.push({ chargedOn: day, dueOn, amount });
    running = { ...running, events: [...running.events, penalEvent(dueOn, amount)] };
  }
  return { days, charges };
}

/** Nothing is gone through day by day where every instalment was paid by its day. */
function isLateBy(running: RunningLoan, last: CalendarDate): boolean {
  const { instalments } = stateOf(asOfDay(running, last), last);
  return instalments.some(({ due, outstanding, paidLate }) => due <= last && (outstanding > 0 || paidLate > 0));
}

function chargesOfDay(
  running: RunningLoan,
  day: CalendarDate,
  rules: PenalRules,
  before: readonly PenalDay[],
): PenalDay[] {
  const { instalments } = stateOf(asOfDay(running, day), day);
  return [...overdueByRate(instalments, day, rules)].sort().map(([annualRate, overdue]) => {
    const ofRate = before.filter((one) => one.annualRate === annualRate);
    const known = { overdue: sum(ofRate.map((one) => one.overdue)), amount: sum(ofRate.map((one) => one.amount)) };
    return { chargedOn: day, annualRate, overdue, amount: penalGrowth(known, overdue, annualRate) };
  });
}

export async function lastAgedDay(reader: Reader): Promise<CalendarDate | undefined> {
  const row = await reader
    .selectFrom('day_end_step')
    .select('businessDate')
    .where('step', '=', 'age-loans')
    .where('finishedAt', 'is not', null)
    .orderBy('businessDate', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.businessDate;
}

type Entered = Pick<NewLoanEvent, 'userId' | 'recordedAt'>;

/** Charges of the days since that stand no more go before the event, in the order in which it was replayed. */
export function takenBackCharges({ penal }: LoanAnew, today: CalendarDate, entered: Entered): NewLoanEvent[] {
  return (penal?.takenBack ?? []).map((takesBack) => ({
    type: 'undo',
    occurredOn: today,
    takesBack,
    entryId: null,
    ...entered,
  }));
}

/** Those that stand in their place come after it. */
export function chargesAnew({ penal }: LoanAnew, entered: Entered): NewLoanEvent[] {
  return (penal?.charges ?? []).map(({ dueOn, amount }) => ({
    type: 'penalty',
    occurredOn: dueOn,
    amount,
    entryId: null,
    ...entered,
  }));
}

export async function keepPenalDays(trx: Trx, loanId: number, { penal, on }: LoanAnew): Promise<void> {
  if (penal === null) return;
  await trx.deleteFrom('loan_penal_day').where('loanId', '=', loanId).where('chargedOn', '>=', on).execute();
  const rows = penal.days.map((day) => ({ ...day, loanId }));
  if (rows.length > 0) await trx.insertInto('loan_penal_day').values(rows).execute();
}

export const sumOfParts = ({ principal, interest, fee, penalty }: LoanParts): Money =>
  add(add(principal, interest), add(fee, penalty));

/** What is left to post beside the entry itself. */
export const correctionOf = (moved: LoanParts, own: LoanParts): LoanParts => partsBetween(own, moved);

export const minus = ({ principal, interest, fee, penalty }: LoanParts): LoanParts => ({
  principal: subtract(ZERO, principal),
  interest: subtract(ZERO, interest),
  fee: subtract(ZERO, fee),
  penalty: subtract(ZERO, penalty),
});
