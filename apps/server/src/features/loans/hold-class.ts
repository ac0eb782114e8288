// Planning a loan anew makes no bad loan good: while it does not perform, it stays in its class until it has been paid as agreed
// for as long as the society says (RBI, norms for restructured accounts). Where its rules say so, one that performs does not any
// more from the day on which its terms were eased.

import { addDays, type CalendarDate, type LoanMeasureKind } from '@kafal/core';
import type { Platform, Trx } from '../../platform/platform.ts';
import { settingWithin } from '../society/index.ts';
import { newStanding } from './age-loans.ts';

export async function holdClass(
  trx: Trx,
  platform: Platform,
  loanId: number,
  kind: LoanMeasureKind,
  on: CalendarDate,
): Promise<void> {
  const before =
    (await trx.selectFrom('loan_standing').selectAll().where('loanId', '=', loanId).executeTakeFirst()) ??
    newStanding(loanId);
  const lowers = kind === 'rescheduling' && (await settingWithin(trx, 'loans.rescheduledLowers', on));
  const nonPerformingSince = before.nonPerformingSince ?? (lowers ? on : null);
  if (nonPerformingSince === null) return;
  const heldUntil = addDays(on, await settingWithin(trx, 'loans.rescheduledDays', on));
  await platform.dialect.upsert(
    trx,
    'loan_standing',
    { ...before, nonPerformingSince, heldUntil },
    { key: ['loanId'] },
  );
}

/** It was taken back; the end of the day decides by what is past due. */
export async function letClassGo(trx: Trx, loanId: number, takenOn: CalendarDate): Promise<void> {
  const at = trx.updateTable('loan_standing').where('loanId', '=', loanId);
  await at.set({ heldUntil: null }).execute();
  await at.set({ nonPerformingSince: null }).where('nonPerformingSince', '=', takenOn).execute();
}
