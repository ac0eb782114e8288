// An account is closed and paid out: a deposit of a term at its end with what was promised, before it by the rate for the time
// that it ran less the penalty; one without a term with its balance and the interest up to that day. Before its end, and
// above the society's limit, a second person sees the figures first.

import type { CloseTermDepositAnswer, CloseTermDepositBody, TermClosureView } from '@kafal/contract';
import { formatMoney, type Money, ZERO } from '@kafal/core';
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
  currentBusinessDay,
  type EntryDraft,
  moveBusinessDayIfDue,
  type PostingDraft,
  postJournalEntry,
  previewPostings,
} from '../accounting/index.ts';
import { type ApprovalRequest, type ApprovedAct, requestApproval } from '../approvals/index.ts';
import { recordAudit } from '../audit/index.ts';
import {
  type Closing as ClosingFigures,
  closingOn,
  closingPostings,
  type DepositWithBalance,
  isDemandAccount,
  keepClosing,
  keepDemandClosing,
  markClosed,
  productNames,
  refuseHeld,
  refuseWhileUsed,
  taxView,
  termLineView,
  withheld,
} from '../deposits/index.ts';
import { loansPaidFrom } from '../loans/index.ts';
import { readSettings, type Settings } from '../society/index.ts';
import { keepReceipt } from './keep-receipt.ts';
import { getPayingDeposit, getStillDeposit, memoOf, refuseUnlessMayPayOut, refuseWhileKept } from './money-out.ts';
import { getOpenSession, getOwnOpenSession, type OpenSession } from './open-session.ts';
import { savingsLabel, transferNarration, withdrawalNarration } from './receipt-words.ts';
import { tillPosting } from './till-cash.ts';

type Body = z.output<typeof CloseTermDepositBody>;
type Answer = z.input<typeof CloseTermDepositAnswer>;
type Done = Extract<Answer, { preview: false }>;

/** Where the money goes: over the counter, or to savings of the same member. */
type Payee = { readonly session: OpenSession } | { readonly savings: DepositWithBalance };

interface Closing extends ClosingFigures {
  readonly deposit: DepositWithBalance;
  readonly payee: Payee;
}

/** What is kept while a second person is asked. */
interface AskedClosure {
  readonly depositId: number;
  readonly tillSessionId: number | null;
  readonly savingsId: number | null;
  readonly reason: string | null;
  /** What they say yes to; another amount is asked for anew. */
  readonly paid: Money;
}

interface People {
  readonly makerUserId?: number;
  readonly checkerUserId?: number;
  readonly idempotencyKey?: string | null;
}

export async function closeTermDeposit(
  platform: Platform,
  actor: Actor,
  { depositId, payment, reason }: Body & { readonly depositId: number },
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<Done>> {
  const settings = await readSettings(platform, await moveBusinessDayIfDue(platform));
  const products = await productNames(platform);

  return withIdempotency<Done>(
    platform,
    actor,
    idempotency,
    async (trx) => {
      const closing = await decide(platform, trx, actor, depositId, payment);
      if (closing.closure.isPremature && reason === undefined) {
        throw new Refusal('rule', 'TERM_CLOSURE_REASON', undefined, 'reason');
      }
      if (needsSecondPerson(settings, closing)) {
        const approvalId = await askSecondPerson(trx, platform, actor, closing, reason ?? null);
        return { preview: false, status: 'waiting', approvalId: String(approvalId) };
      }
      const { entryId, receiptId } = await payOut(trx, platform, actor, closing, products, {
        idempotencyKey: idempotency?.key ?? null,
        reason: reason ?? null,
      });
      return {
        preview: false,
        status: 'closed',
        paid: formatMoney(closing.net),
        entryId: entryId === null ? null : String(entryId),
        receiptId: receiptId === null ? null : String(receiptId),
      };
    },
    (answer) => (answer.status === 'waiting' ? 202 : 201),
  );
}

export async function previewClosure(
  platform: Platform,
  actor: Actor,
  { depositId, payment }: Body & { readonly depositId: number },
): Promise<Extract<Answer, { preview: true }>> {
  const settings = await readSettings(platform);
  const closing = await decide(platform, platform.database, actor, depositId, payment);
  const preview = await previewPostings(platform, actor, {
    ...entryOf(closing),
    needsApproval: needsSecondPerson(settings, closing),
  });
  const loans = await loansPaidFrom(platform.database, depositId);
  return {
    ...preview,
    closure: closureView(closing, actor),
    paysLoans: loans.map(({ id, number }) => ({ id: String(id), number })),
  };
}

/** A second person has said yes. All is looked at again; what is paid must be what they saw. */
export async function closeApprovedTermDeposit(
  platform: Platform,
  trx: Trx,
  checker: Actor,
  request: ApprovalRequest,
): Promise<ApprovedAct> {
  // askSecondPerson below wrote it.
  const asked = request.command as AskedClosure;
  const deposit = await getClosingDeposit(platform, trx, checker, asked.depositId);
  const payee =
    asked.savingsId === null
      ? { session: await getOpenSession(platform, asked.tillSessionId ?? 0, trx) }
      : { savings: await getOwnSavings(platform, trx, checker, deposit, asked.savingsId) };
  const closing = { ...(await closingOn(platform, trx, deposit, await businessDayFor(trx, platform))), deposit, payee };
  if (closing.net !== asked.paid) {
    throw new Refusal('conflict', 'TERM_CLOSURE_CHANGED', { amount: formatMoney(closing.net) });
  }
  const { entryId, receiptId } = await payOut(trx, platform, checker, closing, await productNames(platform, trx), {
    makerUserId: request.requestedByUserId,
    checkerUserId: checker.userId,
    reason: asked.reason,
  });
  if (entryId === null) return {};
  return receiptId === null ? { entryId } : { entryId, receiptId };
}

async function decide(
  platform: Platform,
  reader: Reader,
  actor: Actor,
  depositId: number,
  payment: Body['payment'],
): Promise<Closing> {
  if (payment.mode === 'cash') {
    const session = await getOwnOpenSession(platform, actor, reader);
    const deposit = await getClosingDeposit(platform, reader, actor, depositId);
    const closing = await closingOn(platform, reader, deposit, await currentBusinessDay(platform, reader));
    const { recovered } = closing.closure;
    // A voucher of the till says what was paid over the counter, and nothing that was kept back.
    if (recovered > 0) {
      throw new Refusal('rule', 'TERM_RECOVERY_TO_SAVINGS', { amount: formatMoney(recovered) }, 'payment.mode');
    }
    return { ...closing, deposit, payee: { session } };
  }
  if (!actor.permissions.has('savings.transfer')) throw new Refusal('forbidden', 'NOT_PERMITTED');
  const deposit = await getClosingDeposit(platform, reader, actor, depositId);
  const savings = await getOwnSavings(platform, reader, actor, deposit, payment.depositId);
  const closing = await closingOn(platform, reader, deposit, await currentBusinessDay(platform, reader));
  return { ...closing, deposit, payee: { savings } };
}

async function getClosingDeposit(
  platform: Platform,
  reader: Reader,
  actor: Actor,
  id: number,
): Promise<DepositWithBalance> {
  const deposit = await getStillDeposit(platform, reader, actor, id);
  refuseUnlessMayPayOut(deposit);
  refuseHeld(deposit);
  if (!isDemandAccount(deposit)) return deposit;
  // That it is kept until it is closed is no reason against closing it.
  if (deposit.withdrawal !== 'closing') refuseWhileKept(deposit, await currentBusinessDay(platform, reader));
  await refuseWhileUsed(reader, deposit);
  return deposit;
}

async function getOwnSavings(
  platform: Platform,
  reader: Reader,
  actor: Actor,
  deposit: DepositWithBalance,
  id: number,
): Promise<DepositWithBalance> {
  if (id === deposit.id) throw new Refusal('rule', 'CLOSURE_INTO_ITSELF', undefined, 'payment.depositId');
  const savings = await getPayingDeposit(platform, reader, actor, id);
  if (savings.memberId === deposit.memberId) return savings;
  throw new Refusal('missing', 'DEPOSIT_UNKNOWN', undefined, 'payment.depositId');
}

function needsSecondPerson(settings: Settings, { closure, net, payee }: Closing): boolean {
  const limit = settings['savings' in payee ? 'limit.transferApproval' : 'limit.withdrawalApproval'];
  return closure.isPremature || (limit !== null && net > limit);
}

function entryOf(closing: Closing): Pick<EntryDraft, 'kind' | 'narration' | 'postings' | 'isClosure'> {
  const { deposit, payee, closure, net } = closing;
  const { paidIn } = closure;
  const principal: PostingDraft = {
    accountCode: deposit.accountCode,
    side: 'debit',
    amount: paidIn,
    subLedger: 'deposit',
    subLedgerId: deposit.id,
    ...memoOf('savings' in payee ? payee.savings.number : null),
  };
  const postings = (to: PostingDraft) =>
    [principal, ...closingPostings(closing), to].filter(({ amount }) => amount > ZERO);
  if ('session' in payee) {
    return {
      kind: 'withdrawal',
      narration: withdrawalNarration('cash', deposit.number, deposit.memberNumber, null),
      postings: postings(tillPosting(payee.session.tillId, 'credit', net)),
      isClosure: true,
    };
  }
  const { savings } = payee;
  return {
    kind: 'transfer',
    narration: transferNarration(deposit.number, savings.number, null),
    postings: postings({
      accountCode: savings.accountCode,
      side: 'credit',
      amount: net,
      subLedger: 'deposit',
      subLedgerId: savings.id,
      ...memoOf(deposit.number),
    }),
    isClosure: true,
  };
}

async function payOut(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  closing: Closing,
  products: Awaited<ReturnType<typeof productNames>>,
  { reason, ...people }: People & { readonly reason: string | null },
): Promise<{ entryId: number | null; receiptId: number | null }> {
  const { deposit, payee, closure, tax, net } = closing;
  const session = 'session' in payee ? payee.session : null;
  // Without money there is nothing to post.
  if (entryOf(closing).postings.length === 0) return closeEmpty(trx, platform, actor, deposit);
  const payload = { depositId: deposit.id, memberId: deposit.memberId };
  const entry = await postJournalEntry(trx, platform, actor, {
    ...people,
    ...entryOf(closing),
    seriesCode: session?.seriesCode ?? 'JV',
    memberId: deposit.memberId,
    tillId: session?.tillId ?? null,
    mode: session === null ? 'transfer' : 'cash',
    audit: {
      action: 'deposit.closed',
      subjectKind: 'deposit',
      subjectId: deposit.id,
      newValues: {
        paid: formatMoney(net),
        tax: formatMoney(withheld(tax)),
        interest: formatMoney(closure.interest),
        recovered: formatMoney(closure.recovered),
        charge: formatMoney(closing.charge),
        annualRate: closure.annualRate,
        ...(reason === null ? {} : { reason }),
      },
    },
    // Cash is told below, when the voucher that people look at is there.
    event: session === null ? { name: 'savings.transferred', memberId: deposit.memberId, payload } : null,
  });
  await markClosed(trx, deposit, { entryId: entry.id, on: entry.postedOn });
  await keepClosing(trx, platform, deposit, closing, entry.id);
  if (isDemandAccount(deposit)) await keepDemandClosing(trx, deposit, closing, entry.id);
  if (session === null) return { entryId: entry.id, receiptId: null };

  const product = products.get(deposit.productCode) ?? { nameEn: deposit.productCode, nameHi: deposit.productCode };
  const label = savingsLabel(product, deposit.number);
  const receiptId = await keepReceipt(trx, platform, entry, {
    direction: 'out',
    memberId: deposit.memberId,
    tillSessionId: session.id,
    mode: 'cash',
    reference: null,
    referenceOn: null,
    drawnOn: null,
    total: net,
    cashGiven: null,
    issuedByUserId: people.makerUserId ?? actor.userId,
    lines: [
      { kind: isDemandAccount(deposit) ? 'savings' : 'term', dueId: null, depositId: deposit.id, label, amount: net },
    ],
  });
  await recordEvent(trx, platform, {
    name: 'savings.withdrawn',
    memberId: deposit.memberId,
    payload: { ...payload, receiptId, entryId: entry.id },
  });
  return { entryId: entry.id, receiptId };
}

/** An account on which nothing lies and nothing was earned. */
async function closeEmpty(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  deposit: DepositWithBalance,
): Promise<{ entryId: null; receiptId: null }> {
  await markClosed(trx, deposit, { entryId: null, on: await businessDayFor(trx, platform) });
  await keepDemandClosing(trx, deposit, {}, null);
  await recordAudit(trx, platform, actor, {
    action: 'deposit.closed',
    subjectKind: 'deposit',
    subjectId: deposit.id,
    newValues: { paid: formatMoney(ZERO) },
  });
  return { entryId: null, receiptId: null };
}

async function askSecondPerson(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { deposit, payee, closure, tax, charge, net: paid }: Closing,
  reason: string | null,
): Promise<number> {
  const { paidIn, interest, recovered, annualRate } = closure;
  const asked: AskedClosure = {
    depositId: deposit.id,
    tillSessionId: 'session' in payee ? payee.session.id : null,
    savingsId: 'savings' in payee ? payee.savings.id : null,
    reason,
    paid,
  };
  const line = (code: string, after: string) => ({ label: { code }, before: null, after });
  const loans = await loansPaidFrom(trx, deposit.id);
  return requestApproval(trx, platform, actor, {
    kind: 'term-closure',
    subjectKind: 'deposit',
    subjectId: deposit.id,
    memberId: deposit.memberId,
    amount: paid,
    summary: {
      code: closure.isPremature ? 'ASKS_TERM_CLOSURE_EARLY' : 'ASKS_TERM_CLOSURE',
      params: {
        amount: formatMoney(paid),
        account: deposit.number,
        name: deposit.memberName,
        number: deposit.memberNumber,
      },
    },
    lines: [
      line('LINE_PAID_IN', formatMoney(paidIn)),
      line('LINE_AGREED_RATE', `${annualRate} %`),
      line('LINE_INTEREST', formatMoney(interest)),
      ...(recovered > 0 ? [line('LINE_RECOVERED', formatMoney(recovered))] : []),
      ...(charge > 0 ? [line('LINE_CHARGE', formatMoney(charge))] : []),
      ...(withheld(tax) > 0 ? [line('LINE_TAX', formatMoney(withheld(tax)))] : []),
      line('LINE_PAID_OUT', formatMoney(paid)),
      ...(loans.length === 0 ? [] : [line('LINE_PAYS_LOANS', loans.map(({ number }) => number).join(', '))]),
      ...(reason === null ? [] : [line('LINE_REASON', reason)]),
    ],
    command: asked,
  });
}

function closureView(
  { closure, tax, charge, net }: ClosingFigures,
  { language }: Actor,
): z.input<typeof TermClosureView> {
  const { isPremature, annualRate, paidIn, interest, recovered, lines } = closure;
  return {
    isPremature,
    annualRate,
    paidIn: formatMoney(paidIn),
    interest: formatMoney(interest),
    recovered: formatMoney(recovered),
    charge: formatMoney(charge),
    tax: taxView(tax),
    paid: formatMoney(net),
    lines: lines.map((line) => termLineView(line, line.annualRate ?? annualRate, language)),
  };
}
