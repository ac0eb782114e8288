import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Money } from '../money/money.ts';

/** Kinds of deposit without a term: money comes in as the member brings it. */
export const DEMAND_KINDS = [
  'savings',
  'current',
  'salary',
  'thrift',
  'daily',
  'goal',
  'optional',
  'emergency',
] as const;
export type DemandKind = (typeof DEMAND_KINDS)[number];

/**
 * When money goes out again: at any time; once the goal is reached or its day has come; when the account is closed; with the settlement of a
 * membership that ends.
 */
export const WITHDRAWAL_RULES = ['free', 'goal', 'closing', 'membership'] as const;
export type WithdrawalRule = (typeof WITHDRAWAL_RULES)[number];

/** By which rule an account earns: not at all, as savings do, or as compulsory thrift or daily deposits do. */
export const INTEREST_RULES = ['none', 'savings', 'thrift', 'daily'] as const;
export type InterestRule = (typeof INTEREST_RULES)[number];

/** Whether new rules hold for every account, or for those alone that are opened from their day on. */
export const RULE_REACHES = ['all', 'new'] as const;
export type RuleReach = (typeof RULE_REACHES)[number];

/** What a member saves for. */
export interface Goal {
  readonly target: Money;
  readonly targetOn: CalendarDate;
}

export interface WithdrawableAccount {
  readonly withdrawal: WithdrawalRule;
  readonly balance: Money;
  readonly goal: Goal | null;
}

/** Whether the rule of the account lets money go out on a day; how much is another question. */
export function isWithdrawable({ withdrawal, balance, goal }: WithdrawableAccount, on: CalendarDate): boolean {
  switch (withdrawal) {
    case 'free':
      return true;
    case 'goal':
      return goal === null || balance >= goal.target || on >= goal.targetOn;
    case 'closing':
    case 'membership':
      return false;
  }
}
