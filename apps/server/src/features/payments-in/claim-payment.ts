// "I have paid": the number of the payment, as the member read it in their app. It helps to find the line of the bank and
// is worth nothing by itself: nothing is credited, and nobody is told that anything was.

import type { ClaimPaymentBody } from '@kafal/contract';
import { isNepalPaymentNumber, isUtr, toLatinDigits } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { isReferenceUsed, referenceOf } from '../counter/index.ts';
import { lockPaymentRequestFor, type PaymentRequestRow, statusAt } from './payment-request-row.ts';

export type ClaimPayment = z.output<typeof ClaimPaymentBody> & { readonly id: number };

export async function claimPayment(
  platform: Platform,
  actor: Actor,
  { id, number: typed }: ClaimPayment,
): Promise<void> {
  await platform.transact(async (trx) => {
    const request = await lockPaymentRequestFor(trx, platform, actor, id);
    const now = platform.clock.now();
    const status = statusAt(request, now);
    if (status === 'receipted' || status === 'rejected') throw new Refusal('conflict', 'PAYMENT_REQUEST_OVER');
    // Nobody pays what they were never shown.
    if (request.shownAt === null) throw new Refusal('conflict', 'PAYMENT_REQUEST_NOT_SHOWN');
    const number = numberOf(request, typed);
    if (number === request.claimedNumber) return;
    await refuseTaken(trx, platform, number);

    await trx
      .updateTable('payment_request')
      .set({ status: 'claimed', claimedNumber: number, claimedAt: now, claimedByUserId: actor.userId })
      .where('id', '=', id)
      .execute()
      .catch((error: unknown) => {
        if (platform.dialect.isDuplicateKey(error) === undefined) throw error;
        throw taken();
      });
    await recordAudit(trx, platform, actor, {
      action: 'payment.claimed',
      subjectKind: 'payment_request',
      subjectId: id,
      ...(request.claimedNumber === null ? {} : { oldValues: { number: request.claimedNumber } }),
      newValues: { reference: request.reference, number },
    });
    await recordEvent(trx, platform, {
      name: 'payment.claimed',
      memberId: request.memberId,
      payload: { paymentRequestId: id, memberId: request.memberId },
    });
  });
}

function numberOf({ scheme }: PaymentRequestRow, typed: string): string {
  const number = toLatinDigits(typed).toUpperCase().replace(/[\s-]/g, '');
  const isRight = scheme === 'upi' ? isUtr(number) : isNepalPaymentNumber(number);
  if (!isRight)
    throw new Refusal('rule', scheme === 'upi' ? 'PAYMENT_UTR_FORM' : 'PAYMENT_NUMBER_FORM', undefined, 'number');
  return number;
}

/**
 * The same sentence whether the number was received, is said of another request, or both: it tells nothing about anybody
 * else's payment but that this number cannot be used here.
 */
async function refuseTaken(trx: Trx, platform: Platform, number: string): Promise<void> {
  if (await isReferenceUsed(trx, platform, referenceOf('in', 'upi', number, null))) throw taken();
  const other = await trx
    .selectFrom('payment_request')
    .select('id')
    .where('claimedNumber', '=', number)
    .executeTakeFirst();
  if (other !== undefined) throw taken();
}

const taken = () => new Refusal('conflict', 'PAYMENT_NUMBER_TAKEN', undefined, 'number');
