// The money of a sanctioned loan goes out: gross into the books, what is taken from it beside, the rest to the borrower.
// The counter calls this inside the transaction in which the entry is posted.

import {
  add,
  addDays,
  type CalendarDate,
  formatMoney,
  type InstalmentState,
  inHandAfter,
  invariant,
  type Money,
  type NewPlan,
  type PayoutDeductions,
  payoutDeductions,
  shareShortfall,
  subtract,
  ZERO,
} from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { findBalance, openBalance, type PostedEntry, type PostingDraft } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { type Settings, settingWithin } from '../society/index.ts';
import { insuranceRulesOf, withDeductions } from './insurance-rules.ts';
import { getProductVersion, type LoanProduct } from './loan-products.ts';
import type { LoanWithBalance } from './loan-queries.ts';
import { addLoanEvent, type KeptPayout, keepInstalments, runningLoan, stateOf } from './loan-state.ts';
import { recordStep } from './loan-steps.ts';
import { keptPlan, payoutParts, planOfPart } from './pay-out-part.ts';
import { refuseOtherFirstDue } from './quote-loan.ts';
import { recordRepayment } from './repay-loan.ts';
import { type EarlierLoan, earlierLoanOn, standAsReplaced } from './replace-loan.ts';
import { placeLiens, refuseUnsecured } from './secure-payout.ts';
import { sharesOf } from './shares-of.ts';

/** Fees of processing. */
const PROCESSING_FEES = '4202';
/** GST or VAT, owed to the state. */
const FEE_TAX = '2212';
const SHARE_MONEY = '2204';

export interface LoanPayout extends PayoutDeductions {
  readonly amount: Money;
  /** Of the sanction, after it. */
  readonly left: Money;
  /** Of a later part: how all that is owed then is paid. Fee, tax, insurance, shares and an earlier loan went with the first. */
  readonly plan: NewPlan | undefined;
  /** Of the first part, where its due day was agreed. */
  readonly firstDue: CalendarDate | undefined;
  /** The first that is due after it. */
  readonly next: InstalmentState;
  /** What is short in shares; it waits as share money until it is allotted. */
  readonly shares: Money;
  /** The loan that it replaces, closed on the day. */
  readonly earlier: EarlierLoan | undefined;
  readonly inHand: Money;
  /** All but the posting that pays the borrower. */
  readonly postings: readonly PostingDraft[];
}

/** What is kept of it once its entry stands. */
export type PaidOut = Omit<LoanPayout, 'left' | 'next' | 'inHand' | 'postings'>;

export async function decidePayout(
  platform: Pick<Platform, 'dialect' | 'database'>,
  reader: Reader,
  settings: Settings,
  loan: LoanWithBalance,
  on: CalendarDate,
  asked: { readonly amount?: Money | undefined; readonly firstDueOn?: CalendarDate | undefined } = {},
): Promise<LoanPayout> {
  const { sanctionedAmount, validUntil, status } = loan;
  const { paidOut, stillToPayOut } = await payoutParts(reader, loan, on);
  const isOpen = status === 'sanctioned' || (status === 'active' && paidOut < (sanctionedAmount ?? ZERO));
  if (!isOpen || sanctionedAmount === null || validUntil === null) {
    throw new Refusal('conflict', 'LOAN_NOT_SANCTIONED', { number: loan.number });
  }
  if (on > validUntil) throw new Refusal('rule', 'LOAN_SANCTION_LAPSED', { day: validUntil });
  const amount = asked.amount ?? stillToPayOut;
  if (amount > stillToPayOut) {
    throw new Refusal('rule', 'LOAN_PART_ABOVE', { number: loan.number, left: formatMoney(stillToPayOut) }, 'amount');
  }
  const isFirst = status === 'sanctioned';
  const product = await getProductVersion(reader, loan.loanProductId);
  if (isFirst) await refuseUnsecured(platform, reader, loan, product, sanctionedAmount);
  const instalments = loan.instalments ?? loan.askedInstalments;
  const taken: PayoutDeductions = isFirst
    ? payoutDeductions(await withDeductions(reader, product, on), sanctionedAmount, instalments)
    : { fee: ZERO, feeTax: ZERO, insurance: ZERO };
  const shares = isFirst ? await sharesShort(reader, settings, loan, product.shareLinkPercent, sanctionedAmount) : ZERO;
  const earlier = isFirst ? await earlierLoanOn(reader, loan, on) : undefined;
  const plan = isFirst ? undefined : await planOfPart(reader, loan, on);
  const firstDue = firstDueAsked(product, loan, on, asked.firstDueOn);
  const running = await runningLoan(reader, { ...loan, disbursedOn: loan.disbursedOn ?? on });
  const paidOutNow = { type: 'payout', on, amount, ...(plan && { plan }), ...(firstDue && { firstDue }) } as const;
  const next = stateOf({ ...running, events: [...running.events, paidOutNow] }, on).instalments.find(
    ({ due, isPast }) => !isPast && on < due,
  );
  invariant(next, 'what goes out is paid back');
  const inHand = subtract(subtract(inHandAfter(amount, taken), shares), earlier?.amount ?? ZERO);
  if (inHand <= 0) refuseNothingInHand(subtract(amount, inHandAfter(amount, taken)), shares, earlier);
  const lent: PostingDraft = {
    accountCode: loan.accountCode,
    side: 'debit',
    amount,
    subLedger: 'loan',
    subLedgerId: loan.id,
  };
  return {
    amount,
    left: subtract(stillToPayOut, amount),
    plan,
    firstDue,
    next,
    ...taken,
    shares,
    earlier,
    inHand,
    postings: [
      lent,
      ...deductionPostings(taken, insuranceRulesOf(product)?.accountCode),
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
      ...(earlier?.postings ?? []),
    ],
  };
}

/** Undefined where it is the day it would be anyway. */
function firstDueAsked(
  product: LoanProduct,
  { number, status }: LoanWithBalance,
  on: CalendarDate,
  asked: CalendarDate | undefined,
): CalendarDate | undefined {
  if (asked === undefined) return undefined;
  if (status !== 'sanctioned') throw new Refusal('rule', 'LOAN_FIRST_DUE_STANDS', { number }, 'firstDueOn');
  return refuseOtherFirstDue(product, on, asked) === asked ? undefined : asked;
}

function refuseNothingInHand(charges: Money, shares: Money, earlier: EarlierLoan | undefined): never {
  const taken = { fee: formatMoney(charges), shares: formatMoney(shares) };
  if (earlier === undefined) throw new Refusal('rule', 'LOAN_NOTHING_IN_HAND', taken);
  const earlierLoan = formatMoney(earlier.amount);
  throw new Refusal('rule', 'LOAN_NOTHING_BESIDE_EARLIER', { ...taken, number: earlier.loan.number, earlierLoan });
}

/** The fee is earned; the tax is owed to the state and the premium to the insurer. */
function deductionPostings({ fee, feeTax, insurance }: PayoutDeductions, insurer: string | undefined): PostingDraft[] {
  const credits: readonly (readonly [account: string, amount: Money])[] = [
    [PROCESSING_FEES, fee],
    [FEE_TAX, feeTax],
    [insurer ?? '', insurance],
  ];
  return credits
    .filter(([, amount]) => amount > ZERO)
    .map(([accountCode, amount]) => ({ accountCode, side: 'credit', amount }));
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

function detailOfPayout(plan: NewPlan | undefined, firstDue: CalendarDate | undefined): string | null {
  if (plan === undefined && firstDue === undefined) return null;
  return JSON.stringify((plan === undefined ? { firstDue } : keptPlan(plan)) as KeptPayout);
}

export async function recordPayout(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  loan: LoanWithBalance,
  { amount, plan, firstDue, fee, feeTax, insurance, shares, earlier }: PaidOut,
  entry: PostedEntry,
): Promise<void> {
  const paidOutOn = entry.postedOn;
  const disbursedOn = loan.disbursedOn ?? paidOutOn;
  const first = plan === undefined ? { status: 'active' as const, disbursedOn, disbursementEntryId: entry.id } : {};
  await trx
    .updateTable('loan')
    .set({ ...first, version: loan.version + 1 })
    .where('id', '=', loan.id)
    .execute();
  await addLoanEvent(trx, loan.id, {
    type: 'payout',
    occurredOn: paidOutOn,
    amount,
    detail: detailOfPayout(plan, firstDue),
    entryId: entry.id,
    userId: actor.userId,
    recordedAt: entry.recordedAt,
  });
  const running = await runningLoan(trx, { ...loan, disbursedOn });
  await keepInstalments(trx, platform, loan.id, stateOf(running, paidOutOn));
  if (plan === undefined) await placeLiens(trx, platform, actor, loan, paidOutOn);
  await recordStep(trx, platform, actor, { loanId: loan.id, act: 'disbursed', note: null });
  if (earlier !== undefined) {
    await recordRepayment(trx, platform, actor, earlier.loan, earlier, entry);
    const held = addDays(paidOutOn, await settingWithin(trx, 'loans.rescheduledDays', paidOutOn));
    await standAsReplaced(trx, platform, loan.id, earlier.loan.id, held);
  }
  await recordAudit(trx, platform, actor, {
    action: 'loan.disbursed',
    subjectKind: 'loan',
    subjectId: loan.id,
    oldValues: { status: loan.status },
    newValues: {
      status: 'active',
      amount: formatMoney(amount),
      ...(firstDue === undefined ? {} : { firstDueOn: firstDue }),
      fee: formatMoney(fee),
      ...(feeTax > ZERO ? { feeTax: formatMoney(feeTax) } : {}),
      ...(insurance > ZERO ? { insurance: formatMoney(insurance) } : {}),
      shares: formatMoney(shares),
      ...(earlier === undefined ? {} : { closes: earlier.loan.number, for: formatMoney(earlier.amount) }),
    },
  });
}
