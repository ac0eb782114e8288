// The second calculation of what the end of a day does to an account beside its money: it falls asleep when its member did
// nothing for so many months, and a hold ends with its last day.

import { knownTo } from './accrual-books.ts';
import { dayAfter } from './day-end-books.ts';
import { monthsAfter } from './term-books.ts';

type Day = string;

export interface QuietAccount {
  readonly depositId: number;
  readonly openedOn: Day;
  /** After so many without an act of the member. */
  readonly months: number;
  readonly activeOn: readonly Day[];
}

export interface PaperHold {
  readonly depositId: number;
  readonly setOn: Day;
  readonly untilOn: Day;
  readonly amount: number;
}

export interface FallenAsleep {
  readonly depositId: number;
  readonly on: Day;
  readonly lastActiveOn: Day;
}

/** Nobody wakes them, so each falls asleep once. */
export function asleepOnPaper(accounts: readonly QuietAccount[], days: readonly Day[], last: Day): FallenAsleep[] {
  return accounts.flatMap(({ depositId, openedOn, months, activeOn }) => {
    for (let on = openedOn; on <= last; on = dayAfter(on)) {
      const known = knownTo(on, days) ?? last;
      const lastActiveOn = activeOn
        .filter((day) => day <= known)
        .reduce((one, day) => (day > one ? day : one), openedOn);
      if (lastActiveOn <= monthsAfter(on, -months)) return [{ depositId, on, lastActiveOn }];
    }
    return [];
  });
}
