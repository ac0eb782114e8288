// The end of a day, step by step, in this order. A step is run again until it is finished; what it has done is not done
// twice, because each piece of work is claimed by a row in the transaction that does it.

import type { DayEndStepName } from '@kafal/contract';
import type { CalendarDate } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { raiseDues } from './raise-dues.ts';
import { checkBooks, checkTills, closeDay, endHoldsOfDay } from './single-steps.ts';
import { workThroughAccounts } from './work-through-accounts.ts';
import { workThroughLoans } from './work-through-loans.ts';
import { workThroughReminders } from './work-through-reminders.ts';

export interface StepWork {
  readonly platform: Platform;
  readonly actor: Actor;
  readonly day: CalendarDate;
  readonly step: DayEndStepName;
  /** Called after each piece, with what is done so far. */
  readonly told: (done: number) => void;
}

export interface DayEndStep {
  readonly name: DayEndStepName;
  run(work: StepWork): Promise<void>;
}

export const daySteps: readonly DayEndStep[] = [
  { name: 'check-tills', run: checkTills },
  { name: 'raise-dues', run: raiseDues },
  // Before the interest on savings: what comes to them counts from this day on.
  { name: 'pay-interest', run: workThroughAccounts },
  { name: 'mature-deposits', run: workThroughAccounts },
  { name: 'take-instructions', run: workThroughAccounts },
  { name: 'lapse-sanctions', run: workThroughLoans },
  // After everything that the savings of the day have got and the deposits have taken.
  { name: 'debit-loans', run: workThroughLoans },
  { name: 'age-loans', run: workThroughLoans },
  { name: 'accrue-loans', run: workThroughLoans },
  { name: 'mark-missed', run: workThroughAccounts },
  { name: 'settle-daily', run: workThroughAccounts },
  // After everything that was paid or taken with the end of this day.
  { name: 'remind', run: workThroughReminders },
  { name: 'credit-interest', run: workThroughAccounts },
  // What is still owed after everything that was given.
  { name: 'accrue-interest', run: workThroughAccounts },
  { name: 'mark-dormant', run: workThroughAccounts },
  // After the maturities: a hold keeps until its last day is over.
  { name: 'end-holds', run: endHoldsOfDay },
  { name: 'check-books', run: checkBooks },
  { name: 'close-day', run: closeDay },
];
