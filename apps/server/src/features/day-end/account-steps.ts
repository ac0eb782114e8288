// The steps that go from account to account: what is done with some of them at once, and whose turn it is next.

import type { DayEndStepName } from '@kafal/contract';
import { type CalendarDate, invariant } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import {
  type AccountsAtOnce,
  type AccountsDone,
  accrueInterest,
  creditInterest,
  isAccrualDay,
  isInterestDay,
  markDormant,
  markMissed,
  matureDeposits,
  nextAccruingId,
  nextDailyId,
  nextDepositId,
  nextInstructionId,
  nextMaturingId,
  nextMissingId,
  nextPayoutId,
  nextQuietId,
  payInterest,
  postAccruals,
  settleDaily,
  takeInstructions,
} from '../deposits/index.ts';

interface AccountStep {
  /** So many in the first transactions; as many as fit into 20 ms in those that follow. */
  readonly atOnce: number;
  /** Whether the day has any of them; where nothing is said, each is looked for. */
  readonly isDue?: (reader: Reader, day: CalendarDate) => Promise<boolean>;
  act(trx: Trx, platform: Platform, actor: Actor, accounts: AccountsAtOnce): Promise<AccountsDone>;
  /** What is done when every account is, in one transaction with the end of the step. */
  readonly finish?: (trx: Trx, platform: Platform, actor: Actor, day: CalendarDate) => Promise<void>;
  nextId(trx: Trx, on: CalendarDate, afterId: number): Promise<number | undefined>;
}

const steps = {
  'pay-interest': { atOnce: 15, act: payInterest, nextId: nextPayoutId },
  'mature-deposits': { atOnce: 10, act: matureDeposits, nextId: nextMaturingId },
  'take-instructions': { atOnce: 15, act: takeInstructions, nextId: nextInstructionId },
  'mark-missed': { atOnce: 50, act: markMissed, nextId: nextMissingId },
  'mark-dormant': { atOnce: 50, act: markDormant, nextId: nextQuietId },
  'settle-daily': { atOnce: 15, act: settleDaily, nextId: nextDailyId },
  'credit-interest': { atOnce: 50, isDue: isInterestDay, act: creditInterest, nextId: nextDepositId },
  'accrue-interest': {
    atOnce: 50,
    isDue: isAccrualDay,
    act: accrueInterest,
    finish: postAccruals,
    nextId: nextAccruingId,
  },
} satisfies Partial<Record<DayEndStepName, AccountStep>>;

export function accountStep(name: string): AccountStep {
  const step = Object.entries<AccountStep>(steps).find(([known]) => known === name);
  invariant(step, `${name} goes from account to account`);
  return step[1];
}
