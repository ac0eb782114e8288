// Money that comes in on a loan that was written off is income of its day, and lowers what is remembered as owed.

import { add, type CalendarDate, formatMoney, type LoanEvent, type Money, subtract, ZERO } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import type { PostedEntry } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { LoanWithBalance } from './loan-queries.ts';
import { addLoanEvent, type NewLoanEvent, runningLoan, stateOf } from './loan-state.ts';
import type { DecidedRepayment } from './repay-loan.ts';
import { standOwedAgain, standPaidBack } from './stand-paid-back.ts';
import { leftOfWriteOff } from './written-off.ts';

const RECOVERED = '4205';
const NO_PARTS = { principal: ZERO, interest: ZERO, fee: ZERO, penalty: ZERO };

export async function decideRecovery(
  reader: Reader,
  loan: LoanWithBalance,
  amount: Money,
  on: CalendarDate,
  field: string,
): Promise<DecidedRepayment> {
  const { number } = loan;
  const left = leftOfWriteOff(loan);
  if (amount > left) throw new Refusal('rule', 'LOAN_RECOVERY_ABOVE', { number, left: formatMoney(left) }, field);
  const running = await runningLoan(reader, loan);
  const event: LoanEvent = { type: 'recovery', on, amount };
  return {
    amount,
    split: NO_PARTS,
    recovered: amount,
    postings: [{ accountCode: RECOVERED, side: 'credit', amount, memo: number }],
    after: stateOf({ ...running, events: [...running.events, event] }, on),
    event: { type: 'recovery' },
  };
}

/** After its entry was posted. Answers whether nothing is owed any more. */
export async function recordRecovery(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  loan: LoanWithBalance,
  amount: Money,
  { id: entryId, postedOn, recordedAt }: Pick<PostedEntry, 'id' | 'postedOn' | 'recordedAt'>,
): Promise<boolean> {
  const { userId } = actor;
  await addLoanEvent(trx, loan.id, { type: 'recovery', occurredOn: postedOn, amount, entryId, userId, recordedAt });
  const recovered = add(loan.recovered ?? ZERO, amount);
  await trx
    .updateTable('loan')
    .set({ recovered, version: loan.version + 1 })
    .where('id', '=', loan.id)
    .execute();
  await recordAudit(trx, platform, actor, {
    action: 'loan.recovered',
    subjectKind: 'loan',
    subjectId: loan.id,
    newValues: { entryId, amount: formatMoney(amount), left: formatMoney(leftOfWriteOff({ ...loan, recovered })) },
  });
  if (leftOfWriteOff({ ...loan, recovered }) > ZERO) return false;
  await standPaidBack(trx, platform, actor, { ...loan, version: loan.version + 1 }, postedOn);
  return true;
}

/** The receipt was taken back: it is owed again. */
export async function takeBackRecovery(
  trx: Trx,
  platform: Platform,
  loan: LoanWithBalance,
  { amount }: Row<'loan_event'>,
  undo: NewLoanEvent,
): Promise<void> {
  const { id, version, recovered } = loan;
  await addLoanEvent(trx, id, undo);
  await standOwedAgain(trx, platform, loan);
  await trx
    .updateTable('loan')
    .set({ recovered: subtract(recovered ?? ZERO, amount ?? ZERO), closedOn: null, version: version + 1 })
    .where('id', '=', id)
    .execute();
}
