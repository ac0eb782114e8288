import { z } from 'zod';
import { DayInput, DayText, Id, InstantText, ListQuery, MoneyText, page } from './common.ts';

/** What the end of a day is made of, in the order it is done. */
export const DAY_END_STEPS = [
  'check-tills',
  'raise-dues',
  'pay-interest',
  'mature-deposits',
  'take-instructions',
  'lapse-sanctions',
  'debit-loans',
  'age-loans',
  'accrue-loans',
  'mark-missed',
  'settle-daily',
  'remind',
  'credit-interest',
  'accrue-interest',
  'mark-dormant',
  'end-holds',
  'check-books',
  'close-day',
] as const;
export type DayEndStepName = (typeof DAY_END_STEPS)[number];

/** Those that bring interest: what a day credited is what they came to together. */
export const INTEREST_STEPS = [
  'pay-interest',
  'mature-deposits',
  'settle-daily',
  'credit-interest',
] as const satisfies readonly DayEndStepName[];
export const isInterestStep = (name: string): boolean => INTEREST_STEPS.some((step) => step === name);

export const DayEndStepView = z.object({
  step: z.enum(DAY_END_STEPS),
  /** `stopped`: begun and not finished, and nobody is at it. */
  state: z.enum(['waiting', 'running', 'stopped', 'done']),
  /** Accounts that the step did something with, and the money that went with it: interest, or what was taken. */
  done: z.number(),
  amount: MoneyText,
  startedAt: InstantText.nullable(),
  endedAt: InstantText.nullable(),
});

export const DayEndView = z.object({
  day: DayText,
  state: z.enum(['running', 'stopped', 'ended']),
  startedAt: InstantText,
  endedAt: InstantText.nullable(),
  durationMs: z.number().nullable(),
  /** Accounts that got interest, and how much together. */
  credited: z.number(),
  amount: MoneyText,
  /** Accounts that could not be done and still wait. */
  failuresLeft: z.number(),
  steps: z.array(DayEndStepView),
});
/** With a day to begin with, the days that are ended from there on are summed, on whatever page they stand. */
export const DayEndQuery = z.strictObject({
  from: DayInput.optional(),
  limit: ListQuery.limit,
  cursor: ListQuery.cursor,
});
export const DayEndList = page(DayEndView).extend({
  totals: z.object({ days: z.number(), credited: z.number(), amount: MoneyText, failuresLeft: z.number() }).nullable(),
  currency: z.string(),
});

const FailedAccountView = z.object({
  depositId: Id,
  accountNumber: z.string(),
  memberName: z.string(),
  step: z.enum(DAY_END_STEPS),
  code: z.string(),
  reason: z.string(),
  failedAt: InstantText,
  resolvedAt: InstantText.nullable(),
});
export const DayEndDetails = DayEndView.extend({
  currency: z.string(),
  /** Why the last try did not get on; null where nothing was said, for one when the machine went off. */
  stopped: z.object({ step: z.enum(DAY_END_STEPS), code: z.string(), reason: z.string() }).nullable(),
  /** Those that wait first; at most 200. */
  failures: z.array(FailedAccountView),
});

/** What the end of the day would do now, and how far it is. */
export const DayEndState = z.object({
  state: z.enum(['ended', 'due', 'running', 'stopped']),
  businessDate: DayText,
  calendarToday: DayText,
  /** The days that are not ended, the last of them by the books and the calendar. */
  from: DayText,
  until: DayText,
  days: z.number(),
  /** Those of them on which interest is credited. */
  interestDays: z.array(DayText),
  openTills: z.array(z.object({ id: Id, code: z.string(), cashier: z.string(), businessDate: DayText })),
  /** The day that was begun and is not ended. */
  current: DayEndDetails.nullable(),
  /** How many of a hundred parts of the accounts of that day are done. */
  accountsPercent: z.number(),
  failuresLeft: z.number(),
});

export const StartDayEndBody = z
  .strictObject({ until: DayInput.optional() })
  .meta({ examples: [{ until: '2026-11-30' }] });
export const StartedDayEnd = z.object({
  from: DayText,
  until: DayText,
  days: z.number(),
  /** Somebody had begun it already. */
  joined: z.boolean(),
});
export const RetriedDayEnd = z.object({ retried: z.number(), done: z.number(), failuresLeft: z.number() });
