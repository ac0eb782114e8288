// What one receipt is for, line by line: decided from the rows as they stand, before anything is written.

import type { MemberStatus } from '@kafal/contract';
import {
  type CalendarDate,
  formatMoney,
  invariant,
  type Money,
  maximum,
  minimum,
  moneyInAllowed,
  type PrepaymentChoice,
  subtract,
  sum,
  ZERO,
} from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { currentBusinessDay, type PostingDraft } from '../accounting/index.ts';
import {
  type DepositWithBalance,
  findDeposit,
  LATE_FINES,
  nextInstalment,
  type ProductNames,
  refuseTermKind,
} from '../deposits/index.ts';
import {
  type DecidedRepayment,
  decideRepayment,
  decideRepaymentDatedBack,
  findLoan,
  isGuarantor,
  type LoanWithBalance,
  lockLoanRow,
  refuseGuarantorPayment,
} from '../loans/index.ts';
import { getMember, getMemberForUpdate, type MemberDue, memberDues } from '../members/index.ts';
import { type BothLanguages, lateFineLabel, loanLineLabel, SHARE_MONEY, savingsLabel } from './receipt-words.ts';

export type AskedLine =
  | { readonly kind: 'due'; readonly dueId: number; readonly amount: Money }
  | { readonly kind: 'shares'; readonly amount: Money }
  | { readonly kind: 'savings' | 'instalment'; readonly depositId: number; readonly amount: Money }
  | {
      readonly kind: 'loan';
      readonly loanId: number;
      readonly amount: Money;
      readonly prepayment?: PrepaymentChoice | undefined;
    };

interface DatedBackTo {
  /** The day the payment counts from, where it is not the business day. */
  readonly valueOn: CalendarDate | undefined;
}

/** A repayment is printed by what it paid. */
const LOAN_LINES = {
  principal: 'loan-principal',
  interest: 'loan-interest',
  fee: 'loan-fee',
  penalty: 'loan-penalty',
} as const;
type LoanLineKind = (typeof LOAN_LINES)[keyof typeof LOAN_LINES] | 'loan-recovery';

/** What a receipt pays on a loan, kept once its entry is posted. */
export interface LoanPayment {
  readonly loan: LoanWithBalance;
  readonly decided: DecidedRepayment;
  /** Whoever stands surety for it and pays. */
  readonly guarantorId: number | null;
}

export interface ReceiptLine {
  readonly kind: 'due' | 'shares' | 'savings' | 'instalment' | 'fine' | LoanLineKind;
  readonly dueId: number | null;
  readonly depositId: number | null;
  /** Which instalment of the deposit the line pays. */
  readonly instalment?: number;
  readonly label: BothLanguages;
  readonly amount: Money;
  readonly posting: PostingDraft;
}

export interface PayingMember {
  readonly id: number;
  readonly number: string;
  readonly name: string;
  readonly nameLocal: string | null;
  readonly status: z.infer<typeof MemberStatus>;
}

export interface DecidedLines {
  readonly member: PayingMember;
  readonly lines: readonly ReceiptLine[];
  readonly loanPayments: readonly LoanPayment[];
  readonly total: Money;
}

/**
 * Inside a transaction the member is locked where dues or instalments are touched: two payments never pay the same due,
 * and nothing is paid into a deposit that is being closed.
 */
export async function decideLines(
  platform: Platform,
  reader: Reader,
  memberId: number,
  { lines: asked, valueOn }: { readonly lines: readonly AskedLine[]; readonly valueOn?: CalendarDate | undefined },
  products: ProductNames,
): Promise<DecidedLines> {
  refuseRepeated(asked);
  const paysDues = asked.some((line) => line.kind === 'due' || line.kind === 'shares');
  const paysInstalments = asked.some((line) => line.kind === 'instalment');
  const paysLoans = asked.some((line) => line.kind === 'loan');
  let member = paysDues || paysInstalments || paysLoans ? await lockedMember(platform, reader, memberId) : undefined;
  const dues = paysDues ? await memberDues(reader, memberId) : [];

  const lines: ReceiptLine[] = [];
  const loanPayments: LoanPayment[] = [];
  for (const [index, line] of asked.entries()) {
    switch (line.kind) {
      case 'due':
        lines.push(dueLine(dues, line, `lines.${index}`));
        break;
      case 'shares':
        lines.push(...shareLines(dues, memberId, line.amount, paidOnShareDue(dues, asked)));
        break;
      case 'savings': {
        const found = await savingsLine(platform, reader, memberId, line, products, `lines.${index}`);
        member ??= found.member;
        lines.push(found.line);
        break;
      }
      case 'instalment': {
        const found = await instalmentLines(platform, reader, memberId, line, products, `lines.${index}`);
        member ??= found.member;
        lines.push(...found.lines);
        break;
      }
      case 'loan': {
        const payment = await loanPayment(platform, reader, memberId, { ...line, valueOn }, `lines.${index}`);
        loanPayments.push(payment);
        lines.push(...loanLines(payment));
      }
    }
  }
  if (member === undefined) throw new Refusal('missing', 'MEMBER_NOT_FOUND');
  if (!moneyInAllowed(member.status)) throw new Refusal('rule', 'MEMBER_MONEY_IN', { number: member.number });
  return { member, lines, loanPayments, total: sum(lines.map(({ amount }) => amount)) };
}

function refuseRepeated(asked: readonly AskedLine[]): void {
  const seen = new Set<string>();
  for (const [index, line] of asked.entries()) {
    const key = keyOf(line);
    if (seen.has(key)) throw new Refusal('rule', 'RECEIPT_LINE_REPEATED', undefined, `lines.${index}`);
    seen.add(key);
  }
}

function keyOf(line: AskedLine): string {
  switch (line.kind) {
    case 'due':
      return `due ${line.dueId}`;
    case 'shares':
      return 'shares';
    case 'loan':
      return `loan ${line.loanId}`;
    default:
      return `deposit ${line.depositId}`;
  }
}

async function lockedMember(platform: Platform, reader: Reader, memberId: number): Promise<PayingMember> {
  return isTransaction(platform, reader) ? getMemberForUpdate(reader, platform, memberId) : getMember(reader, memberId);
}

function isTransaction(platform: Platform, reader: Reader): reader is Trx {
  return reader !== platform.database;
}

function paidOnShareDue(dues: readonly MemberDue[], asked: readonly AskedLine[]): Money {
  const shareDue = dues.find(({ kind }) => kind === 'share');
  return sum(asked.flatMap((line) => (line.kind === 'due' && line.dueId === shareDue?.id ? line.amount : [])));
}

function dueLine(
  dues: readonly MemberDue[],
  { dueId, amount }: Extract<AskedLine, { kind: 'due' }>,
  field: string,
): ReceiptLine {
  const due = dues.find(({ id }) => id === dueId);
  if (due === undefined) throw new Refusal('missing', 'DUE_NOT_FOUND', undefined, `${field}.dueId`);
  if (amount > due.outstanding) {
    throw new Refusal('rule', 'DUE_OVERPAID', { outstanding: formatMoney(due.outstanding) }, `${field}.amount`);
  }
  return lineOfDue(due, amount);
}

export function lineOfDue(due: MemberDue, amount: Money): ReceiptLine {
  const isShareMoney = due.kind === 'share';
  return {
    kind: 'due',
    dueId: due.id,
    depositId: null,
    label: { en: due.nameEn, hi: due.nameHi },
    amount,
    posting: {
      accountCode: due.accountCode,
      side: 'credit',
      amount,
      // Which due it paid: a reversal reads it here.
      memo: due.feeCode,
      ...(isShareMoney ? { subLedger: 'share_pending' as const, subLedgerId: due.memberId } : {}),
    },
  };
}

/**
 * Money for shares first pays what is still due for the fewest shares a member may hold; both wait in the same account
 * until they are allotted. `paidBeside` is what another line of the same act already pays of that due.
 */
export function shareLines(
  dues: readonly MemberDue[],
  memberId: number,
  amount: Money,
  paidBeside: Money = ZERO,
): ReceiptLine[] {
  const due = dues.find(({ kind }) => kind === 'share');
  const stillDue = due === undefined ? ZERO : maximum(ZERO, subtract(due.outstanding, paidBeside));
  const ofDue = minimum(stillDue, amount);
  const rest = subtract(amount, ofDue);
  return [
    ...(due !== undefined && ofDue > 0 ? [lineOfDue(due, ofDue)] : []),
    ...(rest > 0 ? [shareLine(rest, memberId)] : []),
  ];
}

function shareLine(amount: Money, memberId: number): ReceiptLine {
  return {
    kind: 'shares',
    dueId: null,
    depositId: null,
    label: SHARE_MONEY,
    amount,
    posting: { accountCode: '2204', side: 'credit', amount, subLedger: 'share_pending', subLedgerId: memberId },
  };
}

async function savingsLine(
  platform: Platform,
  reader: Reader,
  memberId: number,
  { depositId, amount }: Extract<AskedLine, { depositId: number }>,
  products: ProductNames,
  field: string,
): Promise<{ line: ReceiptLine; member: PayingMember }> {
  const deposit = await getOpenDeposit(platform, reader, memberId, depositId, `${field}.depositId`);
  refuseTermKind(deposit, `${field}.depositId`);
  refuseBelowSmallest(deposit, amount, `${field}.amount`);
  return {
    member: payingMember(deposit),
    line: {
      kind: 'savings',
      dueId: null,
      depositId: deposit.id,
      label: labelOf(deposit, products),
      amount,
      posting: depositPosting(deposit, amount),
    },
  };
}

/** The contracted instalment and nothing else; a fine for being late stands beside it. */
async function instalmentLines(
  platform: Platform,
  reader: Reader,
  memberId: number,
  { depositId, amount }: Extract<AskedLine, { depositId: number }>,
  products: ProductNames,
  field: string,
): Promise<{ lines: ReceiptLine[]; member: PayingMember }> {
  const deposit = await getOpenDeposit(platform, reader, memberId, depositId, `${field}.depositId`);
  const { number } = deposit;
  if (deposit.kind !== 'recurring') {
    throw new Refusal('rule', 'DEPOSIT_NOT_RECURRING', { number }, `${field}.depositId`);
  }
  const next = await nextInstalment(reader, depositId, await currentBusinessDay(platform, reader));
  if (next === undefined) throw new Refusal('rule', 'INSTALMENTS_ALL_PAID', { number }, `${field}.depositId`);
  if (amount !== next.amount) {
    throw new Refusal('rule', 'INSTALMENT_AMOUNT', { number, amount: formatMoney(next.amount) }, `${field}.amount`);
  }
  const instalment: ReceiptLine = {
    kind: 'instalment',
    dueId: null,
    depositId,
    instalment: next.number,
    label: labelOf(deposit, products),
    amount,
    posting: depositPosting(deposit, amount),
  };
  const fine: ReceiptLine = {
    kind: 'fine',
    dueId: null,
    depositId,
    label: lateFineLabel(number),
    amount: next.fine,
    posting: { accountCode: LATE_FINES, side: 'credit', amount: next.fine },
  };
  return { member: payingMember(deposit), lines: next.fine > 0 ? [instalment, fine] : [instalment] };
}

/** Locked inside a transaction, so that two receipts never share the same instalment. */
async function loanPayment(
  platform: Platform,
  reader: Reader,
  memberId: number,
  { loanId, amount, prepayment, valueOn }: Extract<AskedLine, { kind: 'loan' }> & DatedBackTo,
  field: string,
): Promise<LoanPayment> {
  const found = await findLoan(reader, loanId);
  const isBorrower = found?.memberId === memberId;
  if (found === undefined || !(isBorrower || (await isGuarantor(reader, loanId, memberId)))) {
    throw new Refusal('missing', 'LOAN_UNKNOWN', undefined, `${field}.loanId`);
  }
  if (!isBorrower && isTransaction(platform, reader)) await getMemberForUpdate(reader, platform, found.memberId);
  const loan = isTransaction(platform, reader) ? await lockLoanRow(reader, platform, found) : found;
  const on = await currentBusinessDay(platform, reader);
  const at = `${field}.amount`;
  if (!isBorrower) await refuseByGuarantor(platform, reader, loan, memberId, { amount, prepayment, valueOn }, field);
  const decided =
    valueOn !== undefined && valueOn < on
      ? await decideRepaymentDatedBack(reader, loan, { amount, prepayment }, { on: valueOn, today: on }, at)
      : await decideRepayment(reader, loan, { amount, prepayment }, on, at);
  return { loan, decided, guarantorId: isBorrower ? null : memberId };
}

/** A guarantor pays of what is overdue, today, up to what is left of their part; how the rest is paid is the borrower's. */
async function refuseByGuarantor(
  platform: Platform,
  reader: Reader,
  loan: LoanWithBalance,
  memberId: number,
  { amount, prepayment, valueOn }: Pick<Extract<AskedLine, { kind: 'loan' }>, 'amount' | 'prepayment'> & DatedBackTo,
  field: string,
): Promise<void> {
  if (prepayment !== undefined || valueOn !== undefined) {
    throw new Refusal('rule', 'GUARANTOR_PAYS_WHAT_IS_DUE', { number: loan.number }, `${field}.loanId`);
  }
  await refuseGuarantorPayment(platform, reader, loan, memberId, amount, `${field}.amount`);
}

function loanLines({ loan, decided: { split, recovered, postings }, guarantorId }: LoanPayment): ReceiptLine[] {
  const borrower = guarantorId === null ? undefined : loan.memberNumber;
  const [first] = postings;
  if (recovered !== undefined && first !== undefined) {
    const of = { dueId: null, depositId: null, label: loanLineLabel('recovery', loan.number, borrower) };
    return [{ kind: 'loan-recovery', ...of, amount: recovered, posting: first }];
  }
  const parts = (Object.keys(LOAN_LINES) as (keyof typeof LOAN_LINES)[]).filter((part) => split[part] > 0);
  return parts.map((part, place) => {
    const posting = postings[place];
    invariant(posting, 'each part that is paid has its posting');
    return {
      kind: LOAN_LINES[part],
      dueId: null,
      depositId: null,
      label: loanLineLabel(part, loan.number, borrower),
      amount: split[part],
      posting,
    };
  });
}

/** A kind of account can say how much is put in at once, at least. */
export function refuseBelowSmallest(
  { number, minimumDeposit }: Pick<DepositWithBalance, 'number' | 'minimumDeposit'>,
  amount: Money,
  field: string,
): void {
  if (amount >= minimumDeposit) return;
  throw new Refusal('rule', 'DEPOSIT_BELOW_SMALLEST', { number, minimum: formatMoney(minimumDeposit) }, field);
}

async function getOpenDeposit(
  platform: Platform,
  reader: Reader,
  memberId: number,
  depositId: number,
  field: string,
): Promise<DepositWithBalance> {
  const deposit = await findDeposit(platform, depositId, reader);
  if (deposit === undefined || deposit.memberId !== memberId) {
    throw new Refusal('missing', 'DEPOSIT_UNKNOWN', undefined, field);
  }
  const { number, status, takesMoney } = deposit;
  if (status === 'closed') throw new Refusal('conflict', 'DEPOSIT_CLOSED', { number }, field);
  if (takesMoney === 0) throw new Refusal('rule', 'DEPOSIT_TAKES_NOTHING', { number }, field);
  return deposit;
}

function labelOf({ productCode, number }: DepositWithBalance, products: ProductNames): BothLanguages {
  return savingsLabel(products.get(productCode) ?? { nameEn: productCode, nameHi: productCode }, number);
}

function depositPosting({ id, accountCode }: DepositWithBalance, amount: Money): PostingDraft {
  return { accountCode, side: 'credit', amount, subLedger: 'deposit', subLedgerId: id };
}

function payingMember(deposit: DepositWithBalance): PayingMember {
  return {
    id: deposit.memberId,
    number: deposit.memberNumber,
    name: deposit.memberName,
    nameLocal: deposit.memberNameLocal,
    status: deposit.memberStatus,
  };
}
