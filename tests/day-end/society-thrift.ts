// Compulsory thrift of the society of the day-end tests: who pays when, and how the program is told.

import { addDays, type CalendarDate, calendarDate, maxDate, money } from '@kafal/core';
import { postJournalEntry } from '../../apps/server/src/features/accounting/index.ts';
import type { TestBooks } from '../../apps/server/src/features/accounting/test-books.ts';
import type { Trx } from '../../apps/server/src/platform/platform.ts';
import type { Seeded } from '../society/seeded.ts';
import type { KnownMovement } from './accrual-books.ts';
import type { PaperAccount } from './day-end-books.ts';
import { DUE_DAY, duesOnPaper, GRACE_DAY, MONTHLY_DUE, monthsAtRest, THRIFT } from './thrift-books.ts';

/** What the savings must have on the first day for the thrift of a year. */
export const ENOUGH_FOR_THRIFT = 13 * MONTHLY_DUE;
const MOST_DAYS_BACK = 40;

interface ThriftPayment {
  readonly on: CalendarDate;
  readonly valueOn: CalendarDate;
  readonly amount: number;
  /** The instruction of a day's end takes it for the due of this day. */
  readonly takenFor?: CalendarDate;
}

export interface PlannedThrift {
  readonly memberId: number;
  readonly dues: ReturnType<typeof duesOnPaper>;
  /** The day of the account: the first due raises it, also where nobody worked on that day. */
  readonly openedOn: CalendarDate;
  /** From the end of this day on an instruction pays all that is due. */
  readonly instructedOn: CalendarDate | undefined;
  readonly payments: readonly ThriftPayment[];
}

/** Every member owes it; some pay in time, some late, some ahead, some dated back, and for some savings pay. */
export function planThrift(
  members: readonly { readonly depositId: number; readonly openedOn: string }[],
  isInstructed: (memberId: number) => boolean,
  days: readonly CalendarDate[],
  random: Seeded,
): PlannedThrift[] {
  const last = days.at(-1);
  if (last === undefined) return [];
  // Each member has one savings account, with their own number.
  return members.flatMap(({ depositId: memberId, openedOn: joinedOn }): PlannedThrift[] => {
    const dues = duesOnPaper(joinedOn, last);
    const [first] = dues;
    const openedOn = days.find((day) => first !== undefined && day >= first.dueOn);
    if (openedOn === undefined) return [];
    const after = days.find((day) => day > openedOn);
    const thrift = { memberId, dues, openedOn };
    if (isInstructed(memberId)) {
      if (after === undefined) return [{ ...thrift, instructedOn: undefined, payments: [] }];
      const payments = dues.map(({ dueOn }) => {
        const on = maxDate(calendarDate(dueOn), after);
        return { on, valueOn: on, amount: MONTHLY_DUE, takenFor: calendarDate(dueOn) };
      });
      return [{ ...thrift, instructedOn: after, payments: payments.filter(({ on }) => on <= last) }];
    }
    const isLate = random.chance(0.4);
    const payments = dues.flatMap(({ dueOn }): ThriftPayment[] => {
      if (random.chance(0.1)) return [];
      const asked = addDays(calendarDate(dueOn), random.whole(1, isLate ? 25 : GRACE_DAY - DUE_DAY));
      const on = days.find((day) => day >= asked && day > openedOn);
      if (on === undefined) return [];
      const back = random.chance(0.2) ? random.whole(1, MOST_DAYS_BACK) : 0;
      const months = random.chance(0.1) ? 2 : 1;
      const amount = random.chance(0.1) ? random.whole(1, MONTHLY_DUE) : MONTHLY_DUE * months;
      return [{ on, amount, valueOn: maxDate(addDays(on, -back), openedOn) }];
    });
    return [{ ...thrift, instructedOn: undefined, payments }];
  });
}

/** What a working day brings: money that is paid in, and orders to take it from savings. */
export async function moveThrift(
  trx: Trx,
  { platform, manager }: TestBooks,
  thrifts: readonly PlannedThrift[],
  on: CalendarDate,
): Promise<void> {
  for (const { memberId, instructedOn, payments } of thrifts) {
    const paid = payments.filter((payment) => payment.takenFor === undefined && payment.on === on);
    if (paid.length === 0 && instructedOn !== on) continue;
    const { id } = await trx
      .selectFrom('deposit')
      .select('id')
      .where('memberId', '=', memberId)
      .where('kind', '=', 'thrift')
      .executeTakeFirstOrThrow();
    for (const { amount, valueOn } of paid) {
      await postJournalEntry(trx, platform, manager.actor, {
        seriesCode: 'JV',
        kind: 'voucher',
        narration: 'Thrift paid in',
        postings: [
          { accountCode: '1201', side: 'debit', amount: money(amount) },
          { accountCode: '2102', side: 'credit', amount: money(amount), subLedger: 'deposit', subLedgerId: id },
        ],
        valueOn,
        audit: { action: 'test.posted' },
        event: { name: 'voucher.posted' },
      });
    }
    if (instructedOn !== on) continue;
    await trx
      .insertInto('standing_instruction')
      .values({
        memberId,
        fromDepositId: memberId,
        toDepositId: id,
        activeToId: id,
        startsOn: on,
        setByUserId: manager.actor.userId,
        recordedAt: 0,
      })
      .execute();
  }
}

const dueLine = (memberId: number, dueOn: string, raised: number, graceTo: string) =>
  `member ${memberId}, thrift of ${dueOn}: ${raised} raised, in time up to ${graceTo}`;
const takenLine = (memberId: number, dueOn: string, on: string, amount: number) =>
  `member ${memberId}, thrift of ${dueOn} on ${on}: ${amount} by instruction`;

/** The accounts with what was paid into them, with a line for each due; and what savings paid. */
export function thriftOfPlan(thrifts: readonly PlannedThrift[], ids: ReadonlyMap<number, number>) {
  const accounts = thrifts.map(({ memberId, openedOn, dues, payments }): PaperAccount => {
    return { depositId: ids.get(memberId) ?? 0, kind: THRIFT, openedOn, resting: monthsAtRest(dues, payments) };
  });
  const movements = thrifts.flatMap(({ memberId, payments }) =>
    payments.map(
      ({ on, valueOn, amount }): KnownMovement => ({ depositId: ids.get(memberId) ?? 0, on, valueOn, amount }),
    ),
  );
  const taken = thrifts.flatMap(({ memberId, payments }) =>
    payments.flatMap(({ takenFor, on, amount }) =>
      takenFor === undefined ? [] : [{ memberId, takenFor, on, amount }],
    ),
  );
  return {
    accounts,
    movements,
    toSavings: taken.map(({ memberId, on, amount }) => ({ memberId, on, amount: -amount })),
    lines: [
      ...thrifts.flatMap(({ memberId, dues }) =>
        dues.map(({ dueOn, raised, graceTo }) => dueLine(memberId, dueOn, raised, graceTo)),
      ),
      ...taken.map(({ memberId, takenFor, on, amount }) => takenLine(memberId, takenFor, on, amount)),
    ],
  };
}

export async function thriftInTheBooks({ platform: { database } }: TestBooks) {
  const accounts = await database
    .selectFrom('deposit')
    .select(['id', 'memberId'])
    .where('kind', '=', 'thrift')
    .execute();
  const dues = await database
    .selectFrom('thrift_due as t')
    .innerJoin('deposit as d', 'd.id', 't.depositId')
    .select(['d.memberId', 't.dueOn', 't.raised', 't.graceTo'])
    .execute();
  const taken = await database
    .selectFrom('instruction_due as t')
    .innerJoin('standing_instruction as s', 's.id', 't.instructionId')
    .innerJoin('deposit as to', 'to.id', 's.toDepositId')
    .select(['s.memberId', 't.dueOn', 't.triedOn', 't.amount'])
    .where('t.status', '=', 'taken')
    .where('to.kind', '=', 'thrift')
    .execute();
  return {
    ids: new Map(accounts.map(({ id, memberId }) => [memberId, id])),
    lines: [
      ...dues.map(({ memberId, dueOn, raised, graceTo }) => dueLine(memberId, dueOn, raised, graceTo)),
      ...taken.map(({ memberId, dueOn, triedOn, amount }) => takenLine(memberId, dueOn, triedOn, amount)),
    ],
  };
}
