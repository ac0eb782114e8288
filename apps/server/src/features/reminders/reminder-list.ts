// The one list: each kind with its rule and with where it is read from, in the order of the contract.

import type { ReminderKind } from '@kafal/contract';
import { reminderDays } from '@kafal/core';
import type { SettingName, Settings } from '../society/index.ts';
import { depositInstalments, maturities, thriftDues } from './deposit-reminders.ts';
import { loanInstalments } from './loan-reminders.ts';
import { endsOfKyc, generalMeetings } from './member-reminders.ts';
import type { ReminderSource } from './reminder-source.ts';

type RuleName = Extract<SettingName, `reminders.${string}`>;

export interface ListedReminder {
  readonly rule: RuleName;
  readonly source: ReminderSource;
}

export const REMINDER_LIST: Readonly<Record<ReminderKind, ListedReminder>> = {
  'loan-instalment': { rule: 'reminders.loanInstalment', source: loanInstalments },
  'deposit-instalment': { rule: 'reminders.depositInstalment', source: depositInstalments },
  thrift: { rule: 'reminders.thrift', source: thriftDues },
  maturity: { rule: 'reminders.maturity', source: maturities },
  kyc: { rule: 'reminders.kyc', source: endsOfKyc },
  meeting: { rule: 'reminders.meeting', source: generalMeetings },
};

/** The farthest first; none where the society reminds nobody of it. */
export const daysBeforeOf = (rule: Settings[RuleName]): number[] => (rule === null ? [] : (reminderDays(rule) ?? []));
