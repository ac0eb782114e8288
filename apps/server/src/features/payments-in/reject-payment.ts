// The office ends a request that no line of the bank belongs to. Whoever asked for it does not.

import type { RejectPaymentBody } from '@kafal/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { lockPaymentRequestFor } from './payment-request-row.ts';

export type RejectPayment = z.output<typeof RejectPaymentBody> & { readonly id: number };

export async function rejectPayment(platform: Platform, actor: Actor, { id, reason }: RejectPayment): Promise<void> {
  await platform.transact(async (trx) => {
    const request = await lockPaymentRequestFor(trx, platform, actor, id);
    if (request.status === 'receipted' || request.status === 'rejected') {
      throw new Refusal('conflict', 'PAYMENT_REQUEST_OVER');
    }
    if (request.memberId === actor.memberId) throw new Refusal('forbidden', 'PAYMENT_OWN');
    await trx
      .updateTable('payment_request')
      // Its number may be said of another request: whoever claimed it had no line of the bank behind it.
      .set({
        status: 'rejected',
        reason,
        claimedNumber: null,
        endedAt: platform.clock.now(),
        endedByUserId: actor.userId,
      })
      .where('id', '=', id)
      .execute();
    await recordAudit(trx, platform, actor, {
      action: 'payment.rejected',
      subjectKind: 'payment_request',
      subjectId: id,
      oldValues: { number: request.claimedNumber },
      newValues: { reference: request.reference, reason },
    });
    await recordEvent(trx, platform, {
      name: 'payment.rejected',
      memberId: request.memberId,
      payload: { paymentRequestId: id, memberId: request.memberId },
    });
  });
}
