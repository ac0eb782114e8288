// A fixed or recurring deposit begins with its money: cash, a cheque, a transfer or UPI at the counter, or from the member's own savings. What is
// taken from savings beyond the society's limit is looked at by a second person, as any transfer is; what a member asks
// for in the app always is, by somebody of the society.

import type { OpenDepositAnswer, OpenDepositBody, OpenedTermDeposit } from '@kafal/contract';
import { formatMoney, type Money, subtract, termAccounts } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type KeptOutcome, withIdempotency } from '../../platform/http/with-idempotency.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import {
  businessDayFor,
  moveBusinessDayIfDue,
  NOT_OPENED_YET,
  type PostedEntry,
  type PostingDraft,
  postJournalEntry,
  previewPostings,
} from '../accounting/index.ts';
import { type ApprovalRequest, type ApprovedAct, requestApproval } from '../approvals/index.ts';
import {
  type AgreedOpening,
  agreeOnOpening,
  agreeOnPreview,
  confirmOpening,
  type DepositWithBalance,
  openTermDeposit,
  quoteView,
  type TermOpening,
} from '../deposits/index.ts';
import { readSettings, readSettingsWithin, type Settings } from '../society/index.ts';
import { cashWarnings } from './cash-warnings.ts';
import { keepReceipt } from './keep-receipt.ts';
import { getPayingDeposit, memoOf, refuseBeyondBalance } from './money-out.ts';
import { getOwnOpenSession, type OpenSession } from './open-session.ts';
import { type Reference, referenceOf, refuseUsedReference } from './payment-reference.ts';
import { type BothLanguages, receiptNarration, savingsLabel, transferNarration } from './receipt-words.ts';
import { receivedPosting } from './received-money.ts';

export type OpenTermDeposit = z.output<typeof OpenDepositBody>;
type Answer = z.input<typeof OpenedTermDeposit>;
type Preview = Extract<z.input<typeof OpenDepositAnswer>, { preview: true }>;

/** What is kept while a second person is asked. */
export interface AskedOpening {
  readonly opening: TermOpening;
  readonly fromDepositId: number;
  readonly isByMember: boolean;
}
/** With the rate that was shown: whoever says yes opens no deposit at another. */
export type KeptOpening = AskedOpening & { readonly annualRate: string };

interface People {
  readonly makerUserId?: number;
  readonly checkerUserId?: number;
  readonly idempotencyKey?: string | null;
}

export async function openTermDepositFor(
  platform: Platform,
  actor: Actor,
  command: OpenTermDeposit,
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<Answer>> {
  // What the key of a savings account may do without, money never does.
  if (idempotency === undefined) throw new Refusal('malformed', 'IDEMPOTENCY_KEY_REQUIRED');
  const { opening, payment } = openingOf(actor, command);
  const settings = await readSettings(platform, await moveBusinessDayIfDue(platform));

  return withIdempotency<Answer>(
    platform,
    actor,
    idempotency,
    async (trx) => {
      const people = { idempotencyKey: idempotency.key };
      if (payment.mode !== 'transfer') {
        const session = await getOwnOpenSession(platform, actor, trx);
        return openAtCounter(trx, platform, actor, settings, { opening, payment, session }, people);
      }
      const isByMember = actor.kind === 'member';
      const asked = { opening, fromDepositId: payment.depositId, isByMember };
      const from = await getOwnSavings(trx, platform, actor, asked);
      const agreed = await agreeOnOpening(trx, platform, settings, opening);
      refuseBeyondBalance(from, opening.amount);
      if (isByMember) await refuseWhileAsked(trx, actor.userId);
      if (isByMember || needsSecondPerson(settings, opening)) {
        const approvalId = await askSecondPerson(trx, platform, actor, from, agreed, asked);
        return { preview: false, status: 'waiting', approvalId: String(approvalId) };
      }
      return openFromSavings(trx, platform, actor, settings, asked, from, agreed, people);
    },
    (answer) => (answer.status === 'waiting' ? 202 : 201),
  );
}

/** What would be agreed with this member and where the money would come from; nothing is written. */
export async function previewTermOpening(platform: Platform, actor: Actor, command: OpenTermDeposit): Promise<Preview> {
  const { opening, payment } = openingOf(actor, command);
  const { amount, memberId } = opening;
  const { database } = platform;
  const isByMember = actor.kind === 'member';
  if (isByMember) await refuseWhileAsked(database, actor.userId);
  const settings = await readSettings(platform);
  const { member, openedOn, agreed } = await agreeOnPreview(platform, settings, opening);
  const { product } = agreed;
  const quote = quoteView(agreed, { amount, openedOn }, settings, actor.language);
  const deposit = depositPosting({ id: NOT_OPENED_YET, accountCode: termAccounts(product).deposit }, amount);
  if (payment.mode !== 'transfer') {
    const session = await getOwnOpenSession(platform, actor, database);
    const { tillId } = session;
    const reference = referenceOfPayment(payment);
    if (reference !== null) await refuseUsedReference(database, platform, reference);
    const preview = await previewPostings(platform, actor, {
      kind: 'receipt',
      narration: receiptNarration(payment.mode, member.number, [{ en: product.nameEn, hi: product.nameHi }]),
      postings: [receivedPosting(session, payment.mode, amount, settings), deposit],
      warnings:
        payment.mode === 'cash'
          ? await cashWarnings(platform, actor, settings, { memberId, tillId, total: amount, direction: 'in' })
          : [],
    });
    return { ...preview, quote };
  }
  const asked = { opening, fromDepositId: payment.depositId, isByMember };
  const from = await getOwnSavings(database, platform, actor, asked);
  refuseBeyondBalance(from, amount);
  const preview = await previewPostings(platform, actor, {
    kind: 'transfer',
    narration: transferNarration(from.number, product.code, null),
    postings: [savingsPosting(from, amount), deposit],
    needsApproval: isByMember || needsSecondPerson(settings, opening),
  });
  return { ...preview, quote };
}

/** A second person has said yes. All is looked at again, by the rules of the day on which the money moves. */
export async function openApprovedTermDeposit(
  platform: Platform,
  trx: Trx,
  checker: Actor,
  request: ApprovalRequest,
): Promise<ApprovedAct> {
  // askSecondPerson below wrote it.
  const asked = request.command as KeptOpening;
  const settings = await readSettingsWithin(trx, await businessDayFor(trx, platform));
  const from = await getOwnSavings(trx, platform, checker, asked);
  const agreed = await agreeOnOpening(trx, platform, settings, asked.opening);
  const now = agreed.agreed.rate.annualRate;
  if (now !== asked.annualRate) throw new Refusal('conflict', 'TERM_RATE_CHANGED', { asked: asked.annualRate, now });
  refuseBeyondBalance(from, asked.opening.amount);
  const opened = await openFromSavings(trx, platform, checker, settings, asked, from, agreed, {
    makerUserId: request.requestedByUserId,
    checkerUserId: checker.userId,
  });
  await tellMember(platform, trx, request, 'deposit.accepted');
  return { entryId: Number(opened.entryId) };
}

/** Whoever took their own question back need not be told. */
export async function tellOfRefusal(
  platform: Platform,
  trx: Trx,
  request: ApprovalRequest,
  became: 'rejected' | 'withdrawn',
): Promise<void> {
  if (became === 'rejected') await tellMember(platform, trx, request, 'deposit.refused');
}

/** Whoever asked in the app hears of the answer, a no as well as a yes. */
async function tellMember(
  platform: Platform,
  trx: Trx,
  request: ApprovalRequest,
  name: 'deposit.accepted' | 'deposit.refused',
): Promise<void> {
  // askSecondPerson below wrote it.
  const { isByMember } = request.command as KeptOpening;
  if (!isByMember) return;
  const { id: approvalId, memberId } = request;
  await recordEvent(trx, platform, { name, memberId, payload: { approvalId } });
}

function openingOf(actor: Actor, command: OpenTermDeposit) {
  const { productCode, amount, months, days, openedOn, atMaturity, payment, holding } = command;
  const memberId = actor.kind === 'member' ? ownMemberId(actor, command) : command.memberId;
  if (memberId === undefined) throw new Refusal('malformed', 'DEPOSIT_MEMBER_NAMED', undefined, 'memberId');
  if (amount === undefined) throw new Refusal('rule', 'TERM_AMOUNT_NAMED', undefined, 'amount');
  if (payment === undefined) throw new Refusal('rule', 'TERM_PAYMENT_NAMED', undefined, 'payment');
  const permission =
    payment.mode !== 'transfer' ? 'receipt.take' : actor.kind === 'member' ? 'own.transfer' : 'savings.transfer';
  if (!actor.permissions.has(permission)) throw new Refusal('forbidden', 'NOT_PERMITTED');
  const opening: TermOpening = {
    memberId,
    productCode,
    amount,
    months: months ?? null,
    days: days ?? null,
    openedOn: openedOn ?? null,
    atMaturity: atMaturity ?? null,
    ...(holding === undefined ? {} : { holding }),
  };
  return { opening, payment };
}

/** A member asks for themselves, from their savings, and for no day of the past. */
function ownMemberId(actor: Actor, { memberId, openedOn, payment, holding }: OpenTermDeposit): number {
  if (actor.memberId === null || (memberId !== undefined && memberId !== actor.memberId)) {
    throw new Refusal('missing', 'DEPOSIT_MEMBER_UNKNOWN', undefined, 'memberId');
  }
  if (payment !== undefined && payment.mode !== 'transfer')
    throw new Refusal('forbidden', 'TERM_AT_COUNTER', undefined, 'payment.mode');
  if (openedOn !== undefined) throw new Refusal('forbidden', 'TERM_DAY_AT_COUNTER', undefined, 'openedOn');
  if (holding !== undefined) throw new Refusal('forbidden', 'HOLDERS_AT_COUNTER', undefined, 'holding');
  return actor.memberId;
}

/** One question at a time. The member's row is locked by whoever asks, so two never pass together. */
async function refuseWhileAsked(reader: Reader, userId: number): Promise<void> {
  const waiting = await reader
    .selectFrom('approval_request')
    .select('id')
    .where('kind', '=', 'term-opening')
    .where('requestedByUserId', '=', userId)
    .where('status', '=', 'pending')
    .executeTakeFirst();
  if (waiting !== undefined) throw new Refusal('conflict', 'TERM_REQUEST_WAITING');
}

/** Somebody else's money opens no deposit: their account answers as one that is not there. */
async function getOwnSavings(
  reader: Reader,
  platform: Platform,
  actor: Actor,
  { opening, fromDepositId }: AskedOpening,
): Promise<DepositWithBalance> {
  const from = await getPayingDeposit(platform, reader, actor, fromDepositId);
  if (from.memberId !== opening.memberId) {
    throw new Refusal('missing', 'DEPOSIT_UNKNOWN', undefined, 'payment.depositId');
  }
  return from;
}

type Payment = NonNullable<OpenTermDeposit['payment']>;
type CounterPayment = Exclude<Payment, { mode: 'transfer' }>;

/** Cash is counted on the table, everything else proved by a number that counts once. */
function referenceOfPayment(payment: CounterPayment): Reference | null {
  if (payment.mode === 'cash') return null;
  return referenceOf('in', payment.mode, payment.reference, payment.drawnOn ?? null, 'payment.');
}

async function openAtCounter(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  settings: Settings,
  come: { readonly opening: TermOpening; readonly payment: CounterPayment; readonly session: OpenSession },
  people: People,
): Promise<Answer> {
  const { opening, payment, session } = come;
  const { amount } = opening;
  const { mode } = payment;
  const reference = referenceOfPayment(payment);
  const agreed = await agreeOnOpening(trx, platform, settings, opening);
  const { member } = agreed;
  const opened = await openTermDeposit(trx, platform, actor, settings, opening, agreed);
  const label = labelOf(agreed, opened.number);
  const entry = await postJournalEntry(trx, platform, actor, {
    ...people,
    seriesCode: session.seriesCode,
    kind: 'receipt',
    narration: receiptNarration(mode, member.number, [label]),
    postings: [receivedPosting(session, mode, amount, settings), depositPosting(opened, amount)],
    memberId: member.id,
    tillId: session.tillId,
    mode,
    valueOn: agreed.openedOn,
    audit: { action: 'receipt.taken', newValues: { memberId: member.id, mode, depositId: opened.id } },
    // Told below, when the receipt that people look at is there.
    event: null,
  });
  const receiptId = await keepReceipt(trx, platform, entry, {
    direction: 'in',
    memberId: member.id,
    tillSessionId: session.id,
    mode,
    reference,
    referenceOn: payment.mode === 'cash' ? null : (payment.referenceOn ?? null),
    drawnOn: reference?.drawnOn ?? null,
    total: amount,
    cashGiven: null,
    issuedByUserId: actor.userId,
    lines: [{ kind: 'term', dueId: null, depositId: opened.id, label, amount }],
  });
  await recordEvent(trx, platform, {
    name: 'receipt.issued',
    memberId: member.id,
    payload: { receiptId, entryId: entry.id, memberId: member.id },
  });
  return confirm(trx, agreed, opened, entry, receiptId);
}

async function openFromSavings(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  settings: Settings,
  { opening }: AskedOpening,
  from: DepositWithBalance,
  agreed: AgreedOpening,
  people: People,
): Promise<Extract<Answer, { status: 'opened' }>> {
  const { amount } = opening;
  const opened = await openTermDeposit(trx, platform, actor, settings, opening, agreed);
  const entry = await postJournalEntry(trx, platform, actor, {
    ...people,
    seriesCode: 'JV',
    kind: 'transfer',
    narration: transferNarration(from.number, opened.number, null),
    postings: [
      { ...savingsPosting(from, amount), ...memoOf(opened.number) },
      { ...depositPosting(opened, amount), ...memoOf(from.number) },
    ],
    memberId: from.memberId,
    mode: 'transfer',
    valueOn: agreed.openedOn,
    audit: { action: 'savings.transferred', newValues: { depositId: from.id, to: opened.number } },
    event: {
      name: 'savings.transferred',
      memberId: from.memberId,
      payload: { depositId: opened.id, memberId: from.memberId },
    },
  });
  return confirm(trx, agreed, opened, entry, null);
}

function depositPosting({ id, accountCode }: { id: number; accountCode: string }, amount: Money): PostingDraft {
  return { accountCode, side: 'credit', amount, subLedger: 'deposit', subLedgerId: id };
}

function savingsPosting({ id, accountCode }: DepositWithBalance, amount: Money): PostingDraft {
  return { accountCode, side: 'debit', amount, subLedger: 'deposit', subLedgerId: id };
}

function needsSecondPerson(settings: Settings, { amount }: TermOpening): boolean {
  const limit = settings['limit.transferApproval'];
  return limit !== null && amount > limit;
}

function labelOf({ agreed }: AgreedOpening, number: string): BothLanguages {
  return savingsLabel(agreed.product, number);
}

async function confirm(
  trx: Trx,
  { agreed, openedOn }: AgreedOpening,
  { id, number }: { readonly id: number; readonly number: string },
  entry: PostedEntry,
  receiptId: number | null,
): Promise<Extract<Answer, { status: 'opened' }>> {
  await confirmOpening(trx, id, { entryId: entry.id, paidOn: openedOn });
  return {
    preview: false,
    status: 'opened',
    id: String(id),
    accountNumber: number,
    annualRate: agreed.rate.annualRate,
    maturesOn: agreed.maturesOn,
    maturityValue: formatMoney(agreed.value.maturityValue),
    entryId: String(entry.id),
    receiptId: receiptId === null ? null : String(receiptId),
  };
}

function askSecondPerson(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  from: DepositWithBalance,
  { agreed }: AgreedOpening,
  asked: AskedOpening,
): Promise<number> {
  const { amount, months, days } = asked.opening;
  const { product, rate, maturesOn, value } = agreed;
  const command: KeptOpening = { ...asked, annualRate: rate.annualRate };
  return requestApproval(trx, platform, actor, {
    kind: 'term-opening',
    subjectKind: 'deposit',
    subjectId: from.id,
    memberId: from.memberId,
    amount,
    summary: {
      code: 'ASKS_TERM_OPENING',
      params: {
        amount: formatMoney(amount),
        account: from.number,
        product: { en: product.nameEn, hi: product.nameHi },
        name: from.memberName,
        number: from.memberNumber,
      },
    },
    lines: [
      {
        label: { code: 'LINE_BALANCE', params: { account: from.number } },
        before: formatMoney(from.balance),
        after: formatMoney(subtract(from.balance, amount)),
      },
      { label: { code: 'LINE_TERM' }, before: null, after: termWords(months, days) },
      { label: { code: 'LINE_AGREED_RATE' }, before: null, after: `${rate.annualRate} %` },
      { label: { code: 'LINE_MATURES_ON' }, before: null, after: maturesOn },
      { label: { code: 'LINE_MATURITY_VALUE' }, before: null, after: formatMoney(value.maturityValue) },
    ],
    command,
  });
}

function termWords(months: number | null, days: number | null): { en: string; hi: string } {
  const [count, en, hi] =
    months === null ? [days ?? 0, 'day', 'दिन'] : [months, 'month', months === 1 ? 'महीना' : 'महीने'];
  return { en: `${count} ${en}${count === 1 ? '' : 's'}`, hi: `${count} ${hi}` };
}
