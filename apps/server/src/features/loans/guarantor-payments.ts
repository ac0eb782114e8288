// What guarantors pay of a loan that is overdue: up to what is left of their part. It is a repayment like any other; this keeps
// who made it.

import { formatMoney, type Money } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { currentBusinessDay, type PostedEntry } from '../accounting/index.ts';
import { leftOfGuarantee } from './guarantor-capacity.ts';
import { duesOfLoans, loanDayOf } from './loan-dues.ts';
import type { LoanWithBalance } from './loan-queries.ts';
import type { DecidedRepayment } from './repay-loan.ts';
import { isWrittenOff } from './written-off.ts';

export async function isGuarantor(reader: Reader, loanId: number, memberId: number): Promise<boolean> {
  const surety = await reader
    .selectFrom('loan_guarantor')
    .select('id')
    .where('loanId', '=', loanId)
    .where('memberId', '=', memberId)
    .where('status', '=', 'consented')
    .executeTakeFirst();
  return surety !== undefined;
}

/** Asked of a guarantor who stands, of a loan that is overdue, up to what is left of their part. */
export async function refuseGuarantorPayment(
  platform: Pick<Platform, 'database' | 'dialect' | 'clock'>,
  reader: Reader,
  loan: LoanWithBalance,
  memberId: number,
  amount: Money,
  field = 'amount',
): Promise<void> {
  const { number } = loan;
  if (!(await isGuarantor(reader, loan.id, memberId))) throw new Refusal('missing', 'GUARANTOR_NOT_THERE');
  if (!isWrittenOff(loan)) {
    if (loan.status !== 'active') throw new Refusal('conflict', 'LOAN_NOT_ACTIVE', { number });
    const day = await loanDayOf(reader, await currentBusinessDay(platform, reader));
    const { overdue } = (await duesOfLoans(reader, [loan], day))(loan.id);
    if (overdue <= 0) throw new Refusal('rule', 'GUARANTOR_NOTHING_OVERDUE', { number }, field);
  }
  const left = await leftOfGuarantee(reader, loan, memberId);
  if (amount > left) {
    throw new Refusal('rule', 'GUARANTOR_ABOVE_PART', { number, left: formatMoney(left) }, field);
  }
}

/** After its entry was posted and its repayment kept. */
export async function recordGuarantorPayment(
  trx: Trx,
  platform: Platform,
  { id: loanId }: LoanWithBalance,
  memberId: number,
  { amount, split, recovered }: DecidedRepayment,
  entry: Pick<PostedEntry, 'id'>,
): Promise<void> {
  await trx
    .insertInto('loan_guarantor_payment')
    .values({ loanId, memberId, entryId: entry.id, amount, principal: recovered ?? split.principal })
    .execute();
  await recordEvent(trx, platform, { name: 'surety.paid', memberId, payload: { loanId } });
}
