// One door for every receipt, wherever its money arrived: at a till, or on the statement of a bank. What its lines are
// was decided before; here all of it is posted, kept and told.

import type { MemberStatus } from '@kafal/contract';
import type { CalendarDate, Money } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { type PostedEntry, type PostingDraft, postJournalEntry } from '../accounting/index.ts';
import { payInstalment } from '../deposits/index.ts';
import { recordGuarantorPayment, recordRepayment } from '../loans/index.ts';
import { activateWhenComplete, payDue } from '../members/index.ts';
import type { Settings } from '../society/index.ts';
import { keepReceipt } from './keep-receipt.ts';
import type { OpenSession } from './open-session.ts';
import type { Reference } from './payment-reference.ts';
import type { DecidedLines } from './receipt-lines.ts';
import { issuedReceipt, type ReceiptAnswer } from './receipt-view.ts';
import { receiptNarration } from './receipt-words.ts';
import type { ReceivedMode } from './received-money.ts';

export interface ReceivedPayment {
  readonly reference: Reference | null;
  /** Of a row of a sheet of repayments, in the place of a reference. */
  readonly sheetNumber?: string;
  readonly referenceOn: CalendarDate | null;
  readonly drawnOn: string | null;
  readonly cashGiven: Money | null;
}

export interface RecordReceipt {
  /** The open till, or the series of receipts that belong to none. */
  readonly place: OpenSession | { readonly seriesCode: string };
  /** `transfer`: from what came for many, such as a sheet of repayments. */
  readonly mode: ReceivedMode | 'transfer';
  readonly valueOn?: CalendarDate | undefined;
  readonly decided: DecidedLines;
  readonly payment: ReceivedPayment;
  /** Where the money lies, debited with the total. */
  readonly received: PostingDraft;
  readonly settings: Pick<Settings, 'money.currency'>;
  readonly idempotencyKey: string | null;
  /** Who asked for it and who agreed, where it took two. */
  readonly by?: { readonly makerUserId: number; readonly checkerUserId: number };
  readonly audit?: Readonly<Record<string, string | number | null>>;
}

export interface RecordedReceipt {
  readonly id: number;
  readonly entry: PostedEntry;
  readonly receipt: ReceiptAnswer;
  readonly memberStatus: z.infer<typeof MemberStatus>;
  readonly becameActive: boolean;
}

export async function recordReceipt(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { place, mode, valueOn, decided, payment, received, settings, idempotencyKey, by, audit = {} }: RecordReceipt,
): Promise<RecordedReceipt> {
  const { member, lines, total } = decided;
  const till = 'tillId' in place ? place : undefined;
  for (const { dueId, amount } of lines) {
    if (dueId !== null) await payDue(trx, platform, { memberId: member.id, dueId, amount });
  }

  const entry = await postJournalEntry(trx, platform, actor, {
    seriesCode: place.seriesCode,
    kind: 'receipt',
    narration: receiptNarrationOf(mode, decided),
    postings: [received, ...lines.map(({ posting }) => posting)],
    memberId: member.id,
    tillId: till?.tillId ?? null,
    mode,
    ...(valueOn === undefined ? {} : { valueOn }),
    ...by,
    idempotencyKey,
    audit: { action: 'receipt.taken', newValues: { memberId: member.id, mode, ...audit } },
    // Told below, when the receipt that people look at is there.
    event: null,
  });
  const kept = {
    ...payment,
    direction: 'in' as const,
    memberId: member.id,
    tillSessionId: till?.id ?? null,
    mode,
    total,
    issuedByUserId: by?.makerUserId ?? actor.userId,
    lines,
  };
  for (const { depositId, instalment } of lines) {
    if (depositId === null || instalment === undefined) continue;
    await payInstalment(trx, platform, { depositId, number: instalment, entryId: entry.id, on: entry.postedOn });
  }
  for (const { loan, decided: paid, guarantorId } of decided.loanPayments) {
    await recordRepayment(trx, platform, actor, loan, paid, entry);
    if (guarantorId === null) continue;
    await recordGuarantorPayment(trx, platform, loan, guarantorId, paid, entry);
    await recordEvent(trx, platform, {
      name: 'loan.repaid',
      memberId: loan.memberId,
      payload: { loanId: loan.id },
    });
  }
  const receiptId = await keepReceipt(trx, platform, entry, kept);
  await recordEvent(trx, platform, {
    name: 'receipt.issued',
    memberId: member.id,
    payload: { receiptId, entryId: entry.id, memberId: member.id, ...onlyDeposit(lines) },
  });
  const becameActive =
    member.status === 'pending_payment' &&
    lines.some(({ dueId }) => dueId !== null) &&
    (await activateWhenComplete(trx, platform, actor, member.id));

  return {
    id: receiptId,
    entry,
    receipt: issuedReceipt(actor, settings, entry, kept, {
      id: receiptId,
      memberNumber: member.number,
      memberName: member.name,
      tillCode: till?.tillCode ?? null,
    }),
    memberStatus: becameActive ? 'active' : member.status,
    becameActive,
  };
}

export function receiptNarrationOf(mode: ReceivedMode | 'transfer', { member, lines }: DecidedLines): string {
  return receiptNarration(
    mode,
    member.number,
    lines.map(({ label }) => label),
  );
}

/** The deposit that all lines are of, if there is one: whoever holds it too is told of the receipt. */
function onlyDeposit(lines: readonly { readonly depositId: number | null }[]): { depositId?: number } {
  const [first] = lines;
  if (first === undefined || first.depositId === null) return {};
  return lines.every(({ depositId }) => depositId === first.depositId) ? { depositId: first.depositId } : {};
}
