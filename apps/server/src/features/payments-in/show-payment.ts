// The code of a request appears on a screen for the first time. It is given out only while it can be paid.

import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockPaymentRequestFor, statusAt } from './payment-request-row.ts';

export async function showPayment(platform: Platform, actor: Actor, id: number): Promise<void> {
  await platform.transact(async (trx) => {
    const request = await lockPaymentRequestFor(trx, platform, actor, id);
    const now = platform.clock.now();
    const status = statusAt(request, now);
    if (status === 'expired') throw new Refusal('conflict', 'PAYMENT_REQUEST_EXPIRED');
    if (status !== 'created' && status !== 'shown') throw new Refusal('conflict', 'PAYMENT_REQUEST_OVER');
    if (status === 'shown') return;
    await trx.updateTable('payment_request').set({ status: 'shown', shownAt: now }).where('id', '=', id).execute();
  });
}
