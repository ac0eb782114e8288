// What a deposit is due next, whichever kind it is, and how it is noted that it was paid.

import type { CalendarDate, Money } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import type { DepositWithBalance } from './deposit-queries.ts';
import { nextInstalment, payInstalment } from './instalments.ts';

export interface NextDue {
  readonly dueOn: CalendarDate;
  readonly amount: Money;
  readonly fine: Money;
  pay(trx: Trx, platform: Pick<Platform, 'dialect'>, entryId: number, on: CalendarDate): Promise<void>;
}

/** Whether something falls due on the account day after day, or month after month. */
export function hasDues({ kind }: Pick<DepositWithBalance, 'kind'>): boolean {
  return kind === 'recurring';
}

/** The first that is not paid and has come; its fine is that of the day on which it is paid. */
export async function nextDue(
  reader: Reader,
  { id }: Pick<DepositWithBalance, 'id' | 'kind'>,
  on: CalendarDate,
): Promise<NextDue | undefined> {
  const next = await nextInstalment(reader, id, on);
  if (next === undefined || next.dueOn > on) return undefined;
  const { number, dueOn, amount, fine } = next;
  return {
    dueOn,
    amount,
    fine,
    pay: (trx, platform, entryId, paidOn) =>
      payInstalment(trx, platform, { depositId: id, number, entryId, on: paidOn }),
  };
}
