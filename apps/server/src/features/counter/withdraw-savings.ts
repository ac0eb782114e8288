// Money goes out over the counter. Above the society's limit a second person looks at it first; the cash then leaves
// the till of the cashier who asked, which must be open still.

import type { ActPreview, WithdrawBody } from '@kafal/contract';
import { formatMoney, type Money, subtract } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type KeptOutcome, withIdempotency } from '../../platform/http/with-idempotency.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import {
  balanceOf,
  type PostedEntry,
  type PostingDraft,
  postJournalEntry,
  previewPostings,
} from '../accounting/index.ts';
import { type ApprovalRequest, type ApprovedAct, requestApproval } from '../approvals/index.ts';
import { type DepositWithBalance, type ProductNames, productNames } from '../deposits/index.ts';
import { readSettings, type Settings } from '../society/index.ts';
import { cashWarnings } from './cash-warnings.ts';
import { keepReceipt } from './keep-receipt.ts';
import { balanceAfter, getPayingDeposit, memoOf, refuseBeyondBalance } from './money-out.ts';
import { getOpenSession, getOwnOpenSession, type OpenSession } from './open-session.ts';
import { type Reference, referenceOf, refuseUsedReference } from './payment-reference.ts';
import { savingsLabel, withdrawalNarration } from './receipt-words.ts';
import { tillPosting } from './till-cash.ts';

export type WithdrawSavings = z.output<typeof WithdrawBody> & { readonly depositId: number };

export type WithdrawnSavings =
  | {
      readonly preview: false;
      readonly status: 'paid';
      readonly receiptId: string;
      readonly receiptNumber: string;
      readonly entryId: string;
      readonly balance: string;
    }
  | { readonly preview: false; readonly status: 'waiting'; readonly approvalId: string };

/** What is kept while a second person is asked: everything but what may change meanwhile. */
interface AskedWithdrawal {
  readonly depositId: number;
  readonly amount: Money;
  readonly mode: WithdrawSavings['mode'];
  readonly reference: string | null;
  readonly note: string | null;
  readonly tillSessionId: number;
  /** Where the money leaves from when it is not cash, by the rule of the day it was asked. */
  readonly bankAccountCode: string;
}

export async function withdrawSavings(
  platform: Platform,
  actor: Actor,
  command: WithdrawSavings,
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<WithdrawnSavings>> {
  const settings = await readSettings(platform);
  const products = await productNames(platform);

  return withIdempotency<WithdrawnSavings>(
    platform,
    actor,
    idempotency,
    async (trx) => {
      const { session, deposit, asked } = await decide(platform, trx, actor, command, settings);
      if (needsSecondPerson(settings, command.amount)) {
        await refuseUnpayable(platform, trx, deposit, asked, session);
        const approvalId = await askSecondPerson(trx, platform, actor, deposit, asked);
        return { preview: false, status: 'waiting', approvalId: String(approvalId) };
      }
      const { entry, receiptId } = await pay(trx, platform, actor, deposit, session, asked, products, {
        idempotencyKey: idempotency?.key ?? null,
      });
      return {
        preview: false,
        status: 'paid',
        receiptId: String(receiptId),
        receiptNumber: entry.printedNumber,
        entryId: String(entry.id),
        balance: formatMoney(balanceAfter(entry, deposit)),
      };
    },
    (answer) => (answer.status === 'waiting' ? 202 : 201),
  );
}

export async function previewWithdrawal(
  platform: Platform,
  actor: Actor,
  command: WithdrawSavings,
): Promise<z.input<typeof ActPreview>> {
  const settings = await readSettings(platform);
  const { session, deposit, asked } = await decide(platform, platform.database, actor, command, settings);
  const reference = referenceOfAsked(asked);
  if (reference !== null) await refuseUsedReference(platform.database, platform, reference);
  const { memberId } = deposit;

  return previewPostings(platform, actor, {
    kind: 'withdrawal',
    narration: withdrawalNarration(asked.mode, deposit.number, deposit.memberNumber, asked.note),
    postings: postingsOf(session, deposit, asked),
    needsApproval: needsSecondPerson(settings, command.amount),
    warnings:
      asked.mode === 'cash'
        ? await cashWarnings(platform, actor, settings, {
            memberId,
            tillId: session.tillId,
            total: asked.amount,
            direction: 'out',
          })
        : [],
  });
}

/** A second person has said yes. All is looked at again: balance, status, till and its cash may have changed. */
export async function payApprovedWithdrawal(
  platform: Platform,
  trx: Trx,
  checker: Actor,
  request: ApprovalRequest,
): Promise<ApprovedAct> {
  // askSecondPerson below wrote it.
  const asked = request.command as AskedWithdrawal;
  const session = await getOpenSession(platform, asked.tillSessionId, trx);
  const deposit = await getPayingDeposit(platform, trx, checker, asked.depositId);

  const products = await productNames(platform, trx);
  const { entry, receiptId } = await pay(trx, platform, checker, deposit, session, asked, products, {
    makerUserId: request.requestedByUserId,
    checkerUserId: checker.userId,
  });
  return { entryId: entry.id, receiptId };
}

async function decide(
  platform: Platform,
  reader: Reader,
  actor: Actor,
  command: WithdrawSavings,
  settings: Settings,
): Promise<{ session: OpenSession; deposit: DepositWithBalance; asked: AskedWithdrawal }> {
  const { depositId, amount, mode, reference, note } = command;
  const session = await getOwnOpenSession(platform, actor, reader);
  const deposit = await getPayingDeposit(platform, reader, actor, depositId);
  if (mode === 'cash' && reference !== undefined) {
    throw new Refusal('rule', 'REFERENCE_NOT_FOR_CASH', undefined, 'reference');
  }
  const asked = {
    depositId,
    amount,
    mode,
    reference: mode === 'cash' ? null : referenceOf('out', mode, reference, null).reference,
    note: note ?? null,
    tillSessionId: session.id,
    bankAccountCode: settings['accounts.bank'],
  };
  return { session, deposit, asked };
}

function needsSecondPerson(settings: Settings, amount: Money): boolean {
  const limit = settings['limit.withdrawalApproval'];
  return limit !== null && amount > limit;
}

/** Nobody is asked about what could not be paid anyway. */
async function refuseUnpayable(
  platform: Platform,
  trx: Trx,
  deposit: DepositWithBalance,
  asked: AskedWithdrawal,
  session: OpenSession,
): Promise<void> {
  refuseBeyondBalance(deposit, asked.amount);
  const reference = referenceOfAsked(asked);
  if (reference !== null) await refuseUsedReference(trx, platform, reference);
  if (asked.mode !== 'cash') return;

  const till = await balanceOf(platform, { subLedger: 'till', subLedgerId: session.tillId }, trx);
  if (asked.amount > till.amount) {
    const available = formatMoney(till.amount);
    const params = { number: session.tillCode, available, asked: formatMoney(asked.amount) };
    throw new Refusal('rule', 'TILL_CASH_TOO_LOW', params, 'amount');
  }
}

function askSecondPerson(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  deposit: DepositWithBalance,
  asked: AskedWithdrawal,
): Promise<number> {
  return requestApproval(trx, platform, actor, {
    kind: 'withdrawal',
    subjectKind: 'deposit',
    subjectId: deposit.id,
    memberId: deposit.memberId,
    amount: asked.amount,
    summary: {
      code: 'ASKS_WITHDRAWAL',
      params: {
        amount: formatMoney(asked.amount),
        account: deposit.number,
        name: deposit.memberName,
        number: deposit.memberNumber,
      },
    },
    lines: [
      {
        label: { code: 'LINE_BALANCE', params: { account: deposit.number } },
        before: formatMoney(deposit.balance),
        after: formatMoney(subtract(deposit.balance, asked.amount)),
      },
      ...(asked.note === null ? [] : [{ label: { code: 'LINE_NOTE' }, before: null, after: asked.note }]),
    ],
    command: asked,
  });
}

async function pay(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  deposit: DepositWithBalance,
  session: OpenSession,
  asked: AskedWithdrawal,
  products: ProductNames,
  people: { makerUserId?: number; checkerUserId?: number; idempotencyKey?: string | null },
): Promise<{ entry: PostedEntry; receiptId: number }> {
  const { amount, mode, note } = asked;
  const entry = await postJournalEntry(trx, platform, actor, {
    ...people,
    seriesCode: session.seriesCode,
    kind: 'withdrawal',
    narration: withdrawalNarration(mode, deposit.number, deposit.memberNumber, note),
    postings: postingsOf(session, deposit, asked),
    memberId: deposit.memberId,
    tillId: session.tillId,
    mode,
    audit: { action: 'savings.withdrawn', newValues: { depositId: deposit.id, mode } },
    // Told below, when the voucher that people look at is there.
    event: null,
  });
  const product = products.get(deposit.productCode) ?? { nameEn: deposit.productCode, nameHi: deposit.productCode };
  const receiptId = await keepReceipt(trx, platform, entry, {
    direction: 'out',
    memberId: deposit.memberId,
    tillSessionId: session.id,
    mode,
    reference: referenceOfAsked(asked),
    referenceOn: null,
    drawnOn: null,
    total: amount,
    cashGiven: null,
    issuedByUserId: people.makerUserId ?? actor.userId,
    lines: [
      { kind: 'savings', dueId: null, depositId: deposit.id, label: savingsLabel(product, deposit.number), amount },
    ],
  });
  await recordEvent(trx, platform, {
    name: 'savings.withdrawn',
    memberId: deposit.memberId,
    payload: { receiptId, entryId: entry.id, depositId: deposit.id, memberId: deposit.memberId },
  });
  return { entry, receiptId };
}

function postingsOf(session: OpenSession, deposit: DepositWithBalance, asked: AskedWithdrawal): PostingDraft[] {
  const { amount, mode, note } = asked;
  return [
    {
      accountCode: deposit.accountCode,
      side: 'debit',
      amount,
      subLedger: 'deposit',
      subLedgerId: deposit.id,
      ...memoOf(note),
    },
    mode === 'cash'
      ? tillPosting(session.tillId, 'credit', amount)
      : { accountCode: asked.bankAccountCode, side: 'credit', amount },
  ];
}

function referenceOfAsked({ mode, reference }: AskedWithdrawal): Reference | null {
  return mode === 'cash' || reference === null ? null : { direction: 'out', mode, reference, drawnOn: null };
}
