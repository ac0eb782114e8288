// Accounts of the society of the day-end tests that nobody uses, and sums that are held back: how the program is told.

import { addDays, type CalendarDate, money } from '@kafal/core';
import type { TestBooks } from '../../apps/server/src/features/accounting/test-books.ts';
import { approveRequest } from '../../apps/server/src/features/approvals/decide-approval.ts';
import { askRestriction } from '../../apps/server/src/features/deposits/restrict-deposit.ts';
import type { Seeded } from '../society/seeded.ts';
import { once } from './once.ts';
import { asleepOnPaper, type FallenAsleep, type PaperHold } from './quiet-books.ts';
import type { Movement, Plan } from './savings-society.ts';

/** After so many months without an act of its member an account is dormant; savings that deposits rely on never are. */
export const DORMANT_MONTHS: Readonly<Record<string, number>> = { CA: 1, GS: 2, OS: 4 };
const LONGEST_HOLD = 60;

export interface PlannedHold extends PaperHold {
  readonly setOn: CalendarDate;
  readonly untilOn: CalendarDate;
}

/** On an account that nothing is paid out of, a part of its first money. */
export function planHold(
  depositId: number,
  first: Movement,
  days: readonly CalendarDate[],
  random: Seeded,
): PlannedHold[] {
  const setOn = days.find((day) => day > first.on);
  if (setOn === undefined) return [];
  const untilOn = addDays(setOn, random.whole(0, LONGEST_HOLD));
  return [{ depositId, setOn, untilOn, amount: random.whole(1, first.amount) }];
}

/** One person asks and another agrees. */
export async function holdBack(books: TestBooks, holds: readonly PlannedHold[], on: CalendarDate): Promise<void> {
  const { platform, manager, accountant } = books;
  for (const { depositId, amount, untilOn } of holds.filter(({ setOn }) => setOn === on)) {
    const restriction = { kind: 'hold', amount: money(amount), untilOn, reason: 'Order of a court' } as const;
    const approvalId = await askRestriction(platform, accountant.actor, depositId, restriction);
    await approveRequest(platform, manager.actor, { approvalId }, once(`hold-${depositId}`));
  }
}

const asleepLine = ({ depositId, on, lastActiveOn }: FallenAsleep) =>
  `account ${depositId}: dormant on ${on}, quiet since ${lastActiveOn}`;
const heldLine = (depositId: number, amount: number, untilOn: string, endedOn: string | null) =>
  `account ${depositId}: ${amount} held up to ${untilOn}, ${endedOn === null ? 'still' : `ended on ${endedOn}`}`;

export function quietOfPlan({ accounts, movements, holds, days }: Plan, last: CalendarDate): string[] {
  const acts = Map.groupBy(
    [...movements.values()].flat().filter(({ isAct }) => isAct),
    ({ depositId }) => depositId,
  );
  const quiet = accounts.flatMap(({ depositId, openedOn, kind: { code } }) => {
    const months = DORMANT_MONTHS[code];
    const activeOn = (acts.get(depositId) ?? []).map(({ on }) => on);
    return months === undefined ? [] : [{ depositId, openedOn, months, activeOn }];
  });
  return [
    ...asleepOnPaper(quiet, days, last).map(asleepLine),
    ...holds.map(({ depositId, amount, untilOn }) =>
      heldLine(depositId, amount, untilOn, untilOn <= last ? untilOn : null),
    ),
  ];
}

export async function quietInTheBooks({ platform: { database } }: TestBooks): Promise<string[]> {
  const asleep = await database
    .selectFrom('deposit_dormancy')
    .select(['depositId', 'dormantOn as on', 'lastActiveOn'])
    .execute();
  const held = await database
    .selectFrom('deposit_restriction')
    .select(['depositId', 'amount', 'untilOn', 'endedOn'])
    .execute();
  return [
    ...asleep.map(asleepLine),
    ...held.map(({ depositId, amount, untilOn, endedOn }) =>
      heldLine(depositId, amount ?? 0, untilOn ?? 'its end', endedOn),
    ),
  ];
}
