// The money of a sanctioned loan goes out: gross into the books, what is taken from it beside, the rest to the borrower.
// The counter calls this inside the transaction in which the entry is posted.

import { add, type CalendarDate, formatMoney, type Money, processingFee, shareShortfall, subtract } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { findBalance, openBalance, type PostedEntry, type PostingDraft } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Settings } from '../society/index.ts';
import { getProductVersion } from './loan-products.ts';
import type { LoanWithBalance } from './loan-queries.ts';
import { addLoanEvent, keepInstalments, runningLoan, stateOf } from './loan-state.ts';
import { recordStep } from './loan-steps.ts';
import { placeLiens, refuseUnsecured } from './secure-payout.ts';
import { sharesOf } from './shares-of.ts';

/** Fees of processing. */
const PROCESSING_FEES = '4202';
const SHARE_MONEY = '2204';

export interface LoanPayout {
  readonly amount: Money;
  readonly fee: Money;
  /** What is short in shares; it waits as share money until it is allotted. */
  readonly shares: Money;
  readonly inHand: Money;
  /** All but the posting that pays the borrower. */
  readonly postings: readonly PostingDraft[];
}

export async function decidePayout(
  platform: Pick<Platform, 'dialect' | 'database'>,
  reader: Reader,
  settings: Settings,
  loan: LoanWithBalance,
  on: CalendarDate,
): Promise<LoanPayout> {
  const { sanctionedAmount: amount, validUntil, status } = loan;
  if (status !== 'sanctioned' || amount === null || validUntil === null) {
    throw new Refusal('conflict', 'LOAN_NOT_SANCTIONED', { number: loan.number });
  }
  if (on > validUntil) throw new Refusal('rule', 'LOAN_SANCTION_LAPSED', { day: validUntil });
  const product = await getProductVersion(reader, loan.loanProductId);
  await refuseUnsecured(platform, reader, loan, product, amount);
  const fee = processingFee(product, amount);
  const shares = await sharesShort(reader, settings, loan, product.shareLinkPercent, amount);
  const inHand = subtract(subtract(amount, fee), shares);
  if (inHand <= 0) {
    throw new Refusal('rule', 'LOAN_NOTHING_IN_HAND', { fee: formatMoney(fee), shares: formatMoney(shares) });
  }
  const lent: PostingDraft = {
    accountCode: loan.accountCode,
    side: 'debit',
    amount,
    subLedger: 'loan',
    subLedgerId: loan.id,
  };
  return {
    amount,
    fee,
    shares,
    inHand,
    postings: [
      lent,
      ...(fee > 0 ? [{ accountCode: PROCESSING_FEES, side: 'credit' as const, amount: fee }] : []),
      ...(shares > 0
        ? [
            {
              accountCode: SHARE_MONEY,
              side: 'credit' as const,
              amount: shares,
              subLedger: 'share_pending' as const,
              subLedgerId: loan.memberId,
            },
          ]
        : []),
    ],
  };
}

/** Shares held and money that waits for its allotment both count. */
async function sharesShort(
  reader: Reader,
  settings: Settings,
  { memberId }: LoanWithBalance,
  shareLinkPercent: string,
  amount: Money,
): Promise<Money> {
  const { held, waiting } = await sharesOf(reader, memberId);
  return shareShortfall({ shareLinkPercent }, amount, add(held, waiting), settings['share.faceValue']);
}

/** With the sanction: what stands behind the loan in the books, nothing yet. */
export async function openLoanBalance(trx: Trx, platform: Platform, loan: LoanWithBalance): Promise<void> {
  const key = { subLedger: 'loan' as const, subLedgerId: loan.id };
  // An earlier payout that was taken back has left one of nothing.
  if ((await findBalance(platform, trx, key)) !== undefined) return;
  await openBalance(trx, platform, { ...key, accountCode: loan.accountCode });
}

export async function recordPayout(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  loan: LoanWithBalance,
  { amount, fee, shares }: LoanPayout,
  entry: PostedEntry,
): Promise<void> {
  const disbursedOn = entry.postedOn;
  await trx
    .updateTable('loan')
    .set({ status: 'active', disbursedOn, disbursementEntryId: entry.id, version: loan.version + 1 })
    .where('id', '=', loan.id)
    .execute();
  await addLoanEvent(trx, loan.id, {
    type: 'payout',
    occurredOn: disbursedOn,
    amount,
    entryId: entry.id,
    userId: actor.userId,
    recordedAt: entry.recordedAt,
  });
  const running = await runningLoan(trx, { ...loan, disbursedOn });
  await keepInstalments(trx, platform, loan.id, stateOf(running, disbursedOn));
  await placeLiens(trx, platform, actor, loan, disbursedOn);
  await recordStep(trx, platform, actor, { loanId: loan.id, act: 'disbursed', note: null });
  await recordAudit(trx, platform, actor, {
    action: 'loan.disbursed',
    subjectKind: 'loan',
    subjectId: loan.id,
    oldValues: { status: loan.status },
    newValues: { status: 'active', amount: formatMoney(amount), fee: formatMoney(fee), shares: formatMoney(shares) },
  });
}
