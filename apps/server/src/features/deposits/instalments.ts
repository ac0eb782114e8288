// The instalments of recurring deposits: the next one that is due, what being late costs, and that it was paid.

import {
  addDays,
  type BusinessCalendar,
  type CalendarDate,
  formatMoney,
  type LateFine,
  lateInstalmentFine,
  type Money,
  movedDueDay,
  parseRate,
  ZERO,
} from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import type { ReversalRule } from '../accounting/index.ts';
import { businessCalendar } from '../society/index.ts';
import { type TermConduct, termConducts } from './term-conduct.ts';
import { getTermDeposit } from './term-deposits.ts';

/** Fees of the counter; what a late instalment costs stands there. */
export const LATE_FINES = '4203';

export interface NextInstalment extends LateFine {
  readonly number: number;
  readonly dueOn: CalendarDate;
  /** Its due day, or the one it moves to because the society does no business on it. */
  readonly payableOn: CalendarDate;
  readonly amount: Money;
}

/** The first that is not paid, with the fine of the day on which it is paid, by the rule of the day it was due; undefined when all are paid. */
export async function nextInstalment(
  reader: Reader,
  depositId: number,
  paidOn: CalendarDate,
): Promise<NextInstalment | undefined> {
  const next = await reader
    .selectFrom('term_instalment')
    .select(['number', 'dueOn', 'amount'])
    .where('depositId', '=', depositId)
    .where('paidOn', 'is', null)
    .orderBy('number')
    .limit(1)
    .executeTakeFirst();
  if (next === undefined) return undefined;
  const { product } = await getTermDeposit(reader, depositId);
  const calendar = await businessCalendar(reader);
  const conduct = (await termConducts(reader))(product, next.dueOn);
  return { ...next, payableOn: movedDueDay(calendar, next.dueOn), ...lateFine(conduct, next, paidOn, calendar) };
}

/** What being late costs, by the rule of the day it was due; a due day, or the last day of grace, may be a holiday. */
export function lateFine(
  { lateFinePerHundred: perHundred, graceDays }: Pick<TermConduct, 'lateFinePerHundred' | 'graceDays'>,
  { amount, dueOn }: Pick<NextInstalment, 'amount' | 'dueOn'>,
  paidOn: CalendarDate,
  calendar: BusinessCalendar,
): LateFine {
  if (perHundred === null || paidOn <= movedDueDay(calendar, addDays(dueOn, graceDays))) {
    return { monthsLate: 0, fine: ZERO };
  }
  return lateInstalmentFine(
    { perHundred: parseRate(formatMoney(perHundred)), round: { multiple: 1, rounding: 'half-up' } },
    amount,
    movedDueDay(calendar, dueOn),
    paidOn,
  );
}

/** Two receipts at the same moment never pay the same instalment: the second finds it paid. */
export async function payInstalment(
  trx: Trx,
  { dialect }: Pick<Platform, 'dialect'>,
  paid: { readonly depositId: number; readonly number: number; readonly entryId: number; readonly on: CalendarDate },
): Promise<void> {
  const { changes } = await dialect.run(
    trx,
    'UPDATE term_instalment SET paidOn = ?, entryId = ? WHERE depositId = ? AND number = ? AND paidOn IS NULL',
    [paid.on, paid.entryId, paid.depositId, paid.number],
  );
  if (changes === 0) throw new Refusal('conflict', 'INSTALMENT_PAID_MEANWHILE');
}

/** What the entry paid is due again, as it was. */
export const instalmentReversal: ReversalRule = {
  undo: async (trx, _platform, _actor, entry) => {
    await trx
      .updateTable('term_instalment')
      .set({ paidOn: null, entryId: null })
      .where('entryId', '=', entry.id)
      .execute();
  },
};
