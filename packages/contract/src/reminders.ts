import { z } from 'zod';
import { DayText } from './common.ts';
import { SettingView } from './society.ts';

/** What members are reminded of before its day, in the order in which the end of a day goes through it. */
export const REMINDER_KINDS = [
  'loan-instalment',
  'deposit-instalment',
  'thrift',
  'maturity',
  'kyc',
  'meeting',
] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

export const ReminderRule = z.object({
  kind: z.enum(REMINDER_KINDS),
  /** How many days before, the farthest first; empty where nobody is reminded. */
  daysBefore: z.array(z.number()),
  /** The dated rule behind it, which is changed as every other is. */
  setting: SettingView,
  /** Whom it will reach by what is due now, on each of the seven days that begin with the open one. */
  week: z.array(z.object({ day: DayText, members: z.number() })),
});
export const ReminderList = z.object({ items: z.array(ReminderRule) });
