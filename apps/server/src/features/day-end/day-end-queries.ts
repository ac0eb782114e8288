// What the rows of the steps say: how each end of a day went, and what the next one would do.

import {
  DAY_END_STEPS,
  type DayEndDetails,
  type DayEndState,
  type DayEndStepName,
  type DayEndStepView,
  type DayEndView,
  INTEREST_STEPS,
  isInterestStep,
} from '@kafal/contract';
import { type CalendarDate, formatMoney, isCalendarDate, money, sum, ZERO } from '@kafal/core';
import type { z } from 'zod';
import type { Row } from '../../platform/database/schema.ts';
import type { Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { bookRules, calendarToday, currentBusinessDay, openTills } from '../accounting/index.ts';
import { interestDaysBetween } from '../deposits/index.ts';
import { isDayEndRunning } from './run-and-tell.ts';
import { daysToEnd, numberOfDays } from './run-day-end.ts';
import { sayReason } from './say.ts';

const USUAL_LIMIT = 30;
const MOST_FAILURES = 200;
const FIRST_STEP = DAY_END_STEPS[0];

type StepRow = Row<'day_end_step'>;

/** Newest first. */
export async function dayEndList(
  platform: Platform,
  query: {
    readonly from?: CalendarDate | undefined;
    readonly limit?: number | undefined;
    readonly cursor?: string | undefined;
  },
) {
  const { from, limit = USUAL_LIMIT, cursor } = query;
  if (cursor !== undefined && !isCalendarDate(cursor)) {
    throw new Refusal('malformed', 'CURSOR_MALFORMED', undefined, 'cursor');
  }
  // Every end of a day has this step, so its rows are the days.
  let begun = platform.database
    .selectFrom('day_end_step')
    .select('businessDate')
    .where('step', '=', FIRST_STEP)
    .orderBy('businessDate', 'desc')
    .limit(limit + 1);
  if (cursor !== undefined) begun = begun.where('businessDate', '<', cursor);
  if (from !== undefined) begun = begun.where('businessDate', '>=', from);

  const days = (await begun.execute()).map(({ businessDate }) => businessDate);
  const shown = days.slice(0, limit);
  const { currency } = await bookRules(platform);
  return {
    items: await dayEndViews(platform, shown),
    nextCursor: days.length > limit ? (shown.at(-1) ?? null) : null,
    totals: from === undefined ? null : await totalsFrom(platform, from),
    currency,
  };
}

async function totalsFrom({ database, dialect }: Platform, from: CalendarDate) {
  const ended = database
    .selectFrom('day_end_step')
    .select('businessDate')
    .where('step', '=', 'close-day')
    .where('finishedAt', 'is not', null)
    .where('businessDate', '>=', from);
  const { days } = await database
    .selectFrom(ended.as('ended'))
    .select(({ fn }) => fn.countAll<number>().as('days'))
    .executeTakeFirstOrThrow();
  const steps = await database
    .selectFrom('day_end_step')
    .select(({ fn }) => [fn.sum<number>('done').as('credited'), dialect.sum('amount').as('amount')])
    .where('businessDate', 'in', ended)
    .where('step', 'in', [...INTEREST_STEPS])
    .executeTakeFirstOrThrow();
  const failures = await database
    .selectFrom('day_end_failure')
    .select(({ fn }) => fn.countAll<number>().as('accounts'))
    .where('businessDate', 'in', ended)
    .where('resolvedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return {
    days: Number(days),
    credited: Number(steps.credited ?? 0),
    amount: formatMoney(money(Number(steps.amount ?? 0))),
    failuresLeft: Number(failures.accounts),
  };
}

export async function dayEndDetails(
  platform: Platform,
  language: Language,
  day: CalendarDate,
): Promise<z.input<typeof DayEndDetails>> {
  const details = await findDayEnd(platform, language, day);
  if (details === undefined) throw new Refusal('missing', 'DAY_END_NOT_FOUND', { day });
  return details;
}

async function findDayEnd(platform: Platform, language: Language, day: CalendarDate) {
  const [view] = await dayEndViews(platform, [day]);
  if (view === undefined) return undefined;
  const { currency } = await bookRules(platform);
  return {
    ...view,
    currency,
    stopped: view.state === 'stopped' ? await whyStopped(platform, language, day) : null,
    failures: await failedAccounts(platform, language, day),
  };
}

/** What a start would do now, and how far the day is that was begun. */
export async function dayEndState(platform: Platform, language: Language): Promise<z.input<typeof DayEndState>> {
  const { database } = platform;
  const { from, until } = await daysToEnd(platform);
  const days = numberOfDays({ from, until });
  const isRunning = await isDayEndRunning(platform);
  const current = days === 0 ? undefined : await findDayEnd(platform, language, from);
  const tills = days === 0 ? [] : await openTills(platform, database, until);
  const state = days === 0 ? 'ended' : current === undefined ? 'due' : 'stopped';
  return {
    state: isRunning ? 'running' : state,
    businessDate: await currentBusinessDay(platform),
    calendarToday: await calendarToday(platform),
    from,
    until,
    days,
    interestDays: await interestDaysBetween(database, from, until),
    openTills: tills.map(({ tillId, code, cashier, businessDate }) => ({
      id: String(tillId),
      code,
      cashier,
      businessDate,
    })),
    current: current ?? null,
    accountsPercent: current === undefined ? 0 : await accountsPercent(platform, from),
    failuresLeft: await failuresLeft(platform),
  };
}

async function dayEndViews(platform: Platform, days: readonly CalendarDate[]): Promise<z.input<typeof DayEndView>[]> {
  if (days.length === 0) return [];
  const { database } = platform;
  const rows = await database
    .selectFrom('day_end_step')
    .selectAll()
    .where('businessDate', 'in', [...days])
    .orderBy('businessDate')
    .orderBy('step')
    .execute();
  const waiting = await database
    .selectFrom('day_end_failure')
    .select(({ fn }) => ['businessDate', fn.countAll<number>().as('accounts')])
    .where('businessDate', 'in', [...days])
    .where('resolvedAt', 'is', null)
    .groupBy('businessDate')
    .orderBy('businessDate')
    .execute();
  const isRunning = await isDayEndRunning(platform);
  const rowsOf = Map.groupBy(rows, ({ businessDate }) => businessDate);
  const failuresOf = new Map(waiting.map(({ businessDate, accounts }) => [businessDate, Number(accounts)]));
  return days.flatMap((day) => {
    const ofDay = rowsOf.get(day);
    return ofDay === undefined ? [] : [dayEndView(day, ofDay, { isRunning, failuresLeft: failuresOf.get(day) ?? 0 })];
  });
}

function dayEndView(
  day: CalendarDate,
  rows: readonly StepRow[],
  { isRunning, failuresLeft }: { readonly isRunning: boolean; readonly failuresLeft: number },
): z.input<typeof DayEndView> {
  const startedAt = Math.min(...rows.map((row) => row.startedAt));
  const last = rows.find(({ step }) => step === 'close-day');
  const endedAt = last?.finishedAt ?? null;
  const interest = rows.filter(({ step }) => isInterestStep(step));
  return {
    day,
    state: endedAt !== null ? 'ended' : isRunning ? 'running' : 'stopped',
    startedAt: instant(startedAt),
    endedAt: endedAt === null ? null : instant(endedAt),
    durationMs: endedAt === null ? null : endedAt - startedAt,
    credited: interest.reduce((accounts, { done }) => accounts + done, 0),
    amount: formatMoney(sum(interest.map(({ amount }) => amount))),
    failuresLeft,
    steps: DAY_END_STEPS.map((step) => stepView(step, rows, isRunning)),
  };
}

function stepView(step: DayEndStepName, rows: readonly StepRow[], isRunning: boolean): z.input<typeof DayEndStepView> {
  const row = rows.find((other) => other.step === step);
  if (row === undefined) {
    return { step, state: 'waiting', done: 0, amount: formatMoney(ZERO), startedAt: null, endedAt: null };
  }
  const { done, amount, startedAt, finishedAt } = row;
  return {
    step,
    state: finishedAt !== null ? 'done' : isRunning ? 'running' : 'stopped',
    done,
    amount: formatMoney(amount),
    startedAt: instant(startedAt),
    endedAt: finishedAt === null ? null : instant(finishedAt),
  };
}

async function whyStopped({ database }: Platform, language: Language, day: CalendarDate) {
  const row = await database
    .selectFrom('day_end_step')
    .select(['step', 'stopCode as code', 'stopParams as params'])
    .where('businessDate', '=', day)
    .where('finishedAt', 'is', null)
    .where('stopCode', 'is not', null)
    .orderBy('step')
    .limit(1)
    .executeTakeFirst();
  if (row?.code === undefined || row.code === null) return null;
  const { step, code, params } = row;
  return { step: stepNamed(step), code, reason: sayReason(language, { code, params }) };
}

/** Those that wait first. */
async function failedAccounts({ database }: Platform, language: Language, day: CalendarDate) {
  const rows = await database
    .selectFrom('day_end_failure')
    .innerJoin('deposit', 'deposit.id', 'day_end_failure.depositId')
    .innerJoin('member', 'member.id', 'deposit.memberId')
    .select(['depositId', 'deposit.number', 'member.name', 'step', 'code', 'params', 'failedAt', 'resolvedAt'])
    .where('day_end_failure.businessDate', '=', day)
    .orderBy('resolvedAt')
    .orderBy('depositId')
    .limit(MOST_FAILURES)
    .execute();
  return rows.map(({ depositId, number, name, step, code, params, failedAt, resolvedAt }) => ({
    depositId: String(depositId),
    accountNumber: number,
    memberName: name,
    step: stepNamed(step),
    code,
    reason: sayReason(language, { code, params }),
    failedAt: instant(failedAt),
    resolvedAt: resolvedAt === null ? null : instant(resolvedAt),
  }));
}

/** By the place among the ids: to count the accounts would read each of them every time somebody looks. */
async function accountsPercent({ database }: Platform, day: CalendarDate): Promise<number> {
  const step = await database
    .selectFrom('day_end_step')
    .select(['afterId', 'finishedAt'])
    .where('businessDate', '=', day)
    .where('step', '=', 'credit-interest')
    .executeTakeFirst();
  if (step === undefined) return 0;
  if (step.finishedAt !== null) return 100;
  const last = await database
    .selectFrom('deposit')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirst();
  return Math.floor((100 * step.afterId) / Math.max(1, Number(last?.id ?? 0), step.afterId));
}

export async function failuresLeft({ database }: Platform, day?: CalendarDate): Promise<number> {
  let waiting = database
    .selectFrom('day_end_failure')
    .select(({ fn }) => fn.countAll<number>().as('accounts'))
    .where('resolvedAt', 'is', null);
  if (day !== undefined) waiting = waiting.where('businessDate', '=', day);
  return Number((await waiting.executeTakeFirstOrThrow()).accounts);
}

function stepNamed(name: string): DayEndStepName {
  return DAY_END_STEPS.find((step) => step === name) ?? FIRST_STEP;
}

const instant = (at: number): string => new Date(at).toISOString();
