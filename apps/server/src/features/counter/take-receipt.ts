// Money comes in over the counter: one receipt, many lines, one journal entry. It reads like what the cashier does.

import type { ActPreview, MemberStatus, TakeReceiptBody } from '@kafal/contract';
import { formatMoney, type Money } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type KeptOutcome, withIdempotency } from '../../platform/http/with-idempotency.ts';
import type { Platform } from '../../platform/platform.ts';
import { assertPostableValueDate, type PostingDraft, previewPostings } from '../accounting/index.ts';
import { type ProductNames, productNames } from '../deposits/index.ts';
import { readSettings, type Settings } from '../society/index.ts';
import { cashWarnings } from './cash-warnings.ts';
import { getOwnOpenSession, type OpenSession } from './open-session.ts';
import { referenceOf, refuseUsedReference } from './payment-reference.ts';
import { type DecidedLines, decideLines } from './receipt-lines.ts';
import { changeOf, type ReceiptAnswer } from './receipt-view.ts';
import { receivedPosting } from './received-money.ts';
import { type ReceivedPayment, receiptNarrationOf, recordReceipt } from './record-receipt.ts';

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
    const { receipt, memberStatus, becameActive } = await recordReceipt(trx, platform, actor, {
      place: session,
      mode: command.mode,
      valueOn: command.valueOn,
      decided,
      payment,
      received: receivedPosting(session, command.mode, decided.total, settings),
      settings,
      idempotencyKey: idempotency?.key ?? null,
    });
    return { preview: false, receipt, memberStatus, becameActive };
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
    narration: receiptNarrationOf(command.mode, decided),
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

async function decide(
  platform: Platform,
  reader: Reader,
  actor: Actor,
  command: TakeReceipt,
  products: ProductNames,
): Promise<{ session: OpenSession; decided: DecidedLines; payment: ReceivedPayment }> {
  const session = await getOwnOpenSession(platform, actor, reader);
  const decided = await decideLines(platform, reader, command.memberId, command, products);
  return { session, decided, payment: paymentOf(command, decided.total) };
}

/** Cash is counted on the table, everything else proved by a number that counts once. */
function paymentOf(command: TakeReceipt, total: Money): ReceivedPayment {
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
