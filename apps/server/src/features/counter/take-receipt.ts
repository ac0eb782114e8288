// Money comes in over the counter: one receipt, many lines, one journal entry. It reads like what the cashier does.

import type { ActPreview, MemberStatus, TakeReceiptBody } from '@kafal/contract';
import { type CalendarDate, formatMoney, type Money } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type KeptOutcome, withIdempotency } from '../../platform/http/with-idempotency.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { assertPostableValueDate, type PostingDraft, postJournalEntry, previewPostings } from '../accounting/index.ts';
import { type ProductNames, payInstalment, productNames } from '../deposits/index.ts';
import { recordGuarantorPayment, recordRepayment } from '../loans/index.ts';
import { activateWhenComplete, payDue } from '../members/index.ts';
import { readSettings, type Settings } from '../society/index.ts';
import { cashWarnings } from './cash-warnings.ts';
import { keepReceipt } from './keep-receipt.ts';
import { getOwnOpenSession, type OpenSession } from './open-session.ts';
import { type Reference, referenceOf, refuseUsedReference } from './payment-reference.ts';
import { type DecidedLines, decideLines } from './receipt-lines.ts';
import { changeOf, issuedReceipt, type ReceiptAnswer } from './receipt-view.ts';
import { receiptNarration } from './receipt-words.ts';
import { receivedPosting } from './received-money.ts';

export type TakeReceipt = z.output<typeof TakeReceiptBody>;

export interface TakenReceipt {
  readonly preview: false;
  readonly receipt: ReceiptAnswer;
  readonly memberStatus: z.infer<typeof MemberStatus>;
  readonly becameActive: boolean;
}

export async function takeReceipt(
  platform: Platform,
  actor: Actor,
  command: TakeReceipt,
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<TakenReceipt>> {
  const settings = await readSettings(platform);
  const products = await productNames(platform);
  await refuseDatedBack(platform, command);

  return withIdempotency(platform, actor, idempotency, async (trx) => {
    const { session, decided, payment } = await decide(platform, trx, actor, command, products);
    const { member, lines, total } = decided;
    for (const { dueId, amount } of lines) {
      if (dueId !== null) await payDue(trx, platform, { memberId: member.id, dueId, amount });
    }

    const entry = await postJournalEntry(trx, platform, actor, {
      seriesCode: session.seriesCode,
      kind: 'receipt',
      narration: narrationOf(command, decided),
      postings: postingsOf(session, command, decided, settings),
      memberId: member.id,
      tillId: session.tillId,
      mode: command.mode,
      ...(command.valueOn === undefined ? {} : { valueOn: command.valueOn }),
      idempotencyKey: idempotency?.key ?? null,
      audit: { action: 'receipt.taken', newValues: { memberId: member.id, mode: command.mode } },
      // Told below, when the receipt that people look at is there.
      event: null,
    });
    const kept = {
      ...payment,
      direction: 'in' as const,
      memberId: member.id,
      tillSessionId: session.id,
      mode: command.mode,
      total,
      issuedByUserId: actor.userId,
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
      preview: false,
      receipt: issuedReceipt(actor, settings, entry, kept, {
        id: receiptId,
        memberNumber: member.number,
        memberName: member.name,
        tillCode: session.tillCode,
      }),
      memberStatus: becameActive ? 'active' : member.status,
      becameActive,
    };
  });
}

export async function previewReceipt(
  platform: Platform,
  actor: Actor,
  command: TakeReceipt,
): Promise<z.input<typeof ActPreview> & { change: string | null }> {
  const settings = await readSettings(platform);
  const reader = platform.database;
  const products = await productNames(platform);
  await refuseDatedBack(platform, command);
  const { session, decided, payment } = await decide(platform, reader, actor, command, products);
  if (payment.reference !== null) await refuseUsedReference(reader, platform, payment.reference);

  const { total, member } = decided;
  const preview = await previewPostings(platform, actor, {
    kind: 'receipt',
    narration: narrationOf(command, decided),
    postings: postingsOf(session, command, decided, settings),
    valueOn: command.valueOn ?? null,
    corrections: decided.loanPayments.flatMap(({ decided: { datedBack } }) => datedBack?.correction.view ?? []),
    warnings:
      command.mode === 'cash'
        ? await cashWarnings(platform, actor, settings, {
            memberId: member.id,
            tillId: session.tillId,
            total,
            direction: 'in',
          })
        : [],
  });
  return { ...preview, change: payment.cashGiven === null ? null : formatMoney(changeOf(payment.cashGiven, total)) };
}

/** What is dated back is for loans alone: nothing else that a receipt can pay counts from another day than its own. */
async function refuseDatedBack(platform: Platform, { valueOn, lines }: TakeReceipt): Promise<void> {
  if (valueOn === undefined) return;
  await assertPostableValueDate(platform, valueOn);
  if (lines.some(({ kind }) => kind !== 'loan')) {
    throw new Refusal('rule', 'RECEIPT_DATED_BACK', undefined, 'valueOn');
  }
}

interface Payment {
  readonly reference: Reference | null;
  readonly referenceOn: CalendarDate | null;
  readonly drawnOn: string | null;
  readonly cashGiven: Money | null;
}

async function decide(
  platform: Platform,
  reader: Reader,
  actor: Actor,
  command: TakeReceipt,
  products: ProductNames,
): Promise<{ session: OpenSession; decided: DecidedLines; payment: Payment }> {
  const session = await getOwnOpenSession(platform, actor, reader);
  const decided = await decideLines(platform, reader, command.memberId, command, products);
  return { session, decided, payment: paymentOf(command, decided.total) };
}

/** Cash is counted on the table, everything else proved by a number that counts once. */
function paymentOf(command: TakeReceipt, total: Money): Payment {
  const { mode, reference, referenceOn = null, drawnOn = null, cashGiven } = command;
  if (mode === 'cash') {
    if (reference !== undefined) throw new Refusal('rule', 'REFERENCE_NOT_FOR_CASH', undefined, 'reference');
    if (cashGiven !== undefined && cashGiven < total) {
      const params = { given: formatMoney(cashGiven), total: formatMoney(total) };
      throw new Refusal('rule', 'CASH_GIVEN_TOO_LITTLE', params, 'cashGiven');
    }
    return { reference: null, referenceOn: null, drawnOn: null, cashGiven: cashGiven ?? null };
  }
  if (cashGiven !== undefined) throw new Refusal('rule', 'CASH_GIVEN_ONLY_CASH', undefined, 'cashGiven');
  return { reference: referenceOf('in', mode, reference, drawnOn), referenceOn, drawnOn, cashGiven: null };
}

function postingsOf(
  session: OpenSession,
  { mode }: TakeReceipt,
  { lines, total }: DecidedLines,
  settings: Settings,
): PostingDraft[] {
  return [receivedPosting(session, mode, total, settings), ...lines.map(({ posting }) => posting)];
}

function narrationOf({ mode }: TakeReceipt, { member, lines }: DecidedLines): string {
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
