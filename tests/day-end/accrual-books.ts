// The second calculation of interest that is owed and not given yet, as a clerk would make it at the end of a month: of each
// account, as much as it would get if it were given now.

import { accountOnPaper, dayAfter, isMonthEnd, type PaperAccount, type PaperMovement } from './day-end-books.ts';

type Day = string;

/** What is paid in or out is in the books from the day on which it is posted, also when it counts from one before. */
export interface KnownMovement extends PaperMovement {
  readonly on: Day;
}

export interface PaperAccrual {
  readonly depositId: number;
  readonly on: Day;
  readonly earned: number;
}

/** Of a day on which nobody works, the end is known to the next one that is worked. */
export function knownTo(day: Day, days: readonly Day[]): Day | undefined {
  return days.find((worked) => worked >= day);
}

export function monthEnds(first: Day, last: Day): Day[] {
  const ends: Day[] = [];
  for (let day = first; day <= last; day = dayAfter(day)) if (isMonthEnd(day)) ends.push(day);
  return ends;
}

/** Accounts that owe nothing are left out. Thrift accrues nothing, nor does what bears no interest. */
export function accruedOnAccounts(
  accounts: readonly PaperAccount[],
  movements: readonly KnownMovement[],
  ends: readonly Day[],
  days: readonly Day[],
): PaperAccrual[] {
  const ofAccount = Map.groupBy(movements, ({ depositId }) => depositId);
  return accounts.flatMap((account) => {
    const { depositId, openedOn, kind } = account;
    if (kind.kind === 'thrift' || kind.months.length === 0) return [];
    return ends.flatMap((on): PaperAccrual[] => {
      const known = knownTo(on, days);
      if (known === undefined || openedOn > on) return [];
      const moved = (ofAccount.get(depositId) ?? []).filter((movement) => movement.on <= known);
      const { earned } = accountOnPaper(account, moved, on);
      return earned === 0 ? [] : [{ depositId, on, earned }];
    });
  });
}
