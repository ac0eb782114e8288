// How good a loan is, by the days that its borrower is past due, and what is to be put aside for it.

import { type CalendarDate, daysBetween } from '../calendar/calendar-date.ts';
import { fraction, percentOf, roundToMoney, timesFraction } from '../money/fraction.ts';
import { add, type Money, minimum, subtract } from '../money/money.ts';
import { parseRate } from '../money/rate.ts';

export const LOAN_CLASSES = [
  'standard',
  'watch',
  'sub-standard',
  'doubtful',
  'doubtful-1',
  'doubtful-2',
  'doubtful-3',
  'loss',
] as const;
export type LoanClass = (typeof LOAN_CLASSES)[number];

export interface LoanClassBand {
  readonly code: LoanClass;
  /** The days past due from which a loan is in it; days since it is non-performing count on. */
  readonly fromDays: number;
  readonly isPerforming: boolean;
  /** Put aside for what a security covers of the principal owed and for what it does not, in per cent. */
  readonly secured: string;
  readonly unsecured: string;
}

const band = (
  code: LoanClass,
  fromDays: number,
  isPerforming: boolean,
  secured: string,
  unsecured = secured,
): LoanClassBand => ({ code, fromDays, isPerforming, secured, unsecured });

/** Tables that regulators and federations have published; a society says from which day it goes by which. */
export const LOAN_CLASS_RULES = {
  /** RBI, income recognition and asset classification of urban co-operative banks: 90 days; doubtful after a year. */
  'IN-UCB-IRAC': [
    band('standard', 0, true, '0.40'),
    band('sub-standard', 91, false, '10'),
    band('doubtful-1', 456, false, '20', '100'),
    band('doubtful-2', 821, false, '30', '100'),
    band('doubtful-3', 1_551, false, '100'),
  ],
  /** Nepal Rastra Bank, standards for savings and credit co-operatives of 2081: three, six and twelve months. */
  'NP-NRB-2081': [
    band('standard', 0, true, '1'),
    band('sub-standard', 91, false, '25'),
    band('doubtful', 181, false, '50'),
    band('loss', 366, false, '100'),
  ],
  /** WOCCU PEARLS: 35 % of what is past due from one to twelve months, all of what is older. */
  PEARLS: [
    band('standard', 0, true, '0'),
    band('watch', 31, true, '35'),
    band('sub-standard', 91, false, '35'),
    band('loss', 366, false, '100'),
  ],
} as const satisfies Record<string, readonly LoanClassBand[]>;
export type LoanClassRule = keyof typeof LOAN_CLASS_RULES;
export const LOAN_CLASS_RULE_NAMES = Object.keys(LOAN_CLASS_RULES) as LoanClassRule[];

export interface BorrowerStanding {
  readonly band: LoanClassBand;
  /** The first of the days without a break on which the borrower was non-performing. */
  readonly nonPerformingSince: CalendarDate | null;
}

/**
 * The class of all loans of a borrower at the end of a day, by the worst of them. Whoever is non-performing stays so, and grows
 * older, until nothing is past due any more (RBI clarification of 12 November 2021). `isHeld`: and not then either, because a
 * loan was planned anew and has not been paid as agreed for long enough since (RBI, norms for restructured accounts).
 */
export function classifyBorrower(
  rule: LoanClassRule,
  daysPastDue: number,
  since: CalendarDate | null,
  on: CalendarDate,
  isHeld = false,
): BorrowerStanding {
  const bands: readonly LoanClassBand[] = LOAN_CLASS_RULES[rule];
  const firstBad = bands.find(({ isPerforming }) => !isPerforming);
  const kept = (daysPastDue === 0 && !isHeld) || since === null || firstBad === undefined ? null : since;
  const days = Math.max(daysPastDue, kept === null || !firstBad ? 0 : firstBad.fromDays + daysBetween(kept, on));
  const reached = bands.findLast(({ fromDays }) => days >= fromDays);
  if (reached === undefined) throw new RangeError(`no class of ${rule} begins with the first day`);
  return { band: reached, nonPerformingSince: reached.isPerforming ? null : (kept ?? on) };
}

export const loanClassBand = (rule: LoanClassRule, code: string): LoanClassBand | undefined =>
  LOAN_CLASS_RULES[rule].find((one) => one.code === code);

/** What is to be put aside for a loan: of the principal that its security covers, and of what it does not. */
export function provisionFor({ secured, unsecured }: LoanClassBand, principalOwed: Money, security: Money): Money {
  const covered = minimum(principalOwed, security);
  const part = (amount: Money, percent: string) =>
    roundToMoney(timesFraction(fraction(amount), percentOf(parseRate(percent))), { multiple: 1, rounding: 'half-up' });
  return add(part(covered, secured), part(subtract(principalOwed, covered), unsecured));
}
