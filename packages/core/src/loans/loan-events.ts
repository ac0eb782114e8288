// What happens to a loan, in the order in which it was entered. `on` is the day from which it counts.

import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Money } from '../money/money.ts';
import type { Rate } from '../money/rate.ts';

export type ChargeKind = 'fee' | 'penalty';
export type ChargeBase = 'principal' | 'interest' | 'principalAndInterest';

/** What principal that comes back ahead of its time does to what is left, as the borrower chose. */
export const PREPAYMENT_CHOICES = ['reduceInstalment', 'reduceTerm'] as const;
export type PrepaymentChoice = (typeof PREPAYMENT_CHOICES)[number];

/**
 * What a flat loan that is closed early is spared of the interest agreed. `unbegun`: that of the periods that have not
 * begun. `ruleOf78`: all interest × k(k+1) / n(n+1), of k periods that have not begun out of n. `nothing`: none of it.
 */
export const FLAT_REBATES = ['unbegun', 'ruleOf78', 'nothing'] as const;
export type FlatRebate = (typeof FLAT_REBATES)[number];

export const WAIVABLE_PARTS = ['interest', 'fee', 'penalty'] as const;
export type WaivablePart = (typeof WAIVABLE_PARTS)[number];
/** Minor units. Principal is never waived; it is written off. */
export type WaivedParts = Readonly<Record<WaivablePart, Money>>;

/**
 * `served`: interest is paid from the first due day on. `apart`: it is not while no principal is; it bears no interest, and is
 * collected in equal parts beside the instalments after that.
 */
export const HOLIDAY_INTERESTS = ['served', 'apart'] as const;
export type HolidayInterest = (typeof HOLIDAY_INTERESTS)[number];

/** Unpaid interest that has fallen due stays due, or is collected in equal parts beside the instalments that pay principal. */
export const PLAN_ARREARS = ['stay', 'apart'] as const;

/**
 * What is left of a loan is planned anew from a day on. What has fallen due by then stands as it was paid, with its unpaid fees
 * and penal charges; its unpaid principal is planned anew with the rest. Interest of the days since the last due day falls due
 * with the first new instalment.
 */
export interface NewPlan {
  readonly firstDue: CalendarDate;
  /** Of all instalments from `firstDue` on, those without principal among them. */
  readonly instalments: number;
  readonly annualRate: Rate;
  /** So many of the first pay no principal: a moratorium. */
  readonly holiday: number;
  readonly interest: HolidayInterest;
  readonly arrears: (typeof PLAN_ARREARS)[number];
}

export type LoanEvent =
  /**
   * With a plan it is a later part: it counts from its very day, and all that is owed then is planned anew. The first may name the
   * due day of the first instalment: within two periods, and the others follow it period by period.
   */
  | {
      readonly type: 'payout';
      readonly on: CalendarDate;
      readonly amount: Money;
      readonly plan?: NewPlan;
      readonly firstDue?: CalendarDate;
    }
  | { readonly type: 'repayment'; readonly on: CalendarDate; readonly amount: Money }
  /** Everything that is owed on the day. */
  | { readonly type: 'payoff'; readonly on: CalendarDate }
  /** All that is due on the day, and with the rest principal ahead of its time. */
  | {
      readonly type: 'prepayment';
      readonly on: CalendarDate;
      readonly amount: Money;
      readonly choice: PrepaymentChoice;
    }
  /** The loan is closed: what is due, interest up to the day, a fee for it, and all principal. Nothing comes after it. */
  | { readonly type: 'settlement'; readonly on: CalendarDate; readonly fee: Money; readonly rebate: FlatRebate }
  /**
   * So much of what is owed is not asked for any more: of interest that has fallen due, of fees and of penal charges, the
   * oldest first. It is settled without money.
   */
  | ({ readonly type: 'waiver'; readonly on: CalendarDate } & WaivedParts)
  | ({ readonly type: 'reschedule'; readonly on: CalendarDate } & NewPlan)
  /** So much of the interest that has fallen due, the oldest first, is lent on: it is settled, and principal from the day on. */
  | { readonly type: 'capitalisation'; readonly on: CalendarDate; readonly amount: Money }
  /**
   * Nobody expects the rest any more: what is owed on the day, with interest up to it, is kept as a memo. Nothing is due after
   * it, bears interest or is charged. `rebate`: what a flat loan is spared of interest, as at a settlement.
   */
  | { readonly type: 'writeOff'; readonly on: CalendarDate; readonly rebate: FlatRebate }
  /** Money that comes in on a loan that was written off; it lowers the memo. */
  | { readonly type: 'recovery'; readonly on: CalendarDate; readonly amount: Money }
  | { readonly type: 'charge'; readonly kind: ChargeKind; readonly dueOn: CalendarDate; readonly amount: Money }
  /** A part of what was lent, of all interest, or of both. */
  | {
      readonly type: 'percentCharge';
      readonly kind: ChargeKind;
      readonly dueOn: CalendarDate;
      readonly percent: Rate;
      readonly base: ChargeBase;
    }
  /** On every instalment: an amount, or a part of its principal, its interest or both. */
  | { readonly type: 'instalmentCharge'; readonly kind: ChargeKind; readonly amount: Money }
  | {
      readonly type: 'instalmentPercentCharge';
      readonly kind: ChargeKind;
      readonly percent: Rate;
      readonly base: ChargeBase;
    }
  /** The rate of the day before `from` on: interest of a day is earned when the day ends. */
  | { readonly type: 'rateChange'; readonly from: CalendarDate; readonly annualRate: Rate }
  | {
      readonly type: 'moveDue';
      readonly due: CalendarDate;
      readonly newDue: CalendarDate;
      readonly enteredOn: CalendarDate;
    }
  | { readonly type: 'extraInstalments'; readonly from: CalendarDate; readonly count: number }
  | { readonly type: 'endOfDay'; readonly on: CalendarDate }
  /** Takes back the event at this place of the list, counted from 0. */
  | { readonly type: 'undo'; readonly place: number };
