// What a request shows: the society's own address with the amount and the reference, as the scheme writes it.

import { invariant, type Money, nepalQr, PAYMENT_REFERENCE_BYTES, paymentReference, upiLink } from '@kafal/core';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { phonePaymentsOf, type Settings } from '../society/index.ts';

export interface PaymentCode {
  readonly scheme: 'upi' | 'nepal-qr';
  readonly payeeName: string;
  readonly payeeAddress: string;
  readonly payload: string;
}

/** What the payer reads beside the amount. */
const NOTE = 'Payment';

export function paymentCode(
  settings: Settings,
  {
    amount,
    reference,
    memberNumber,
  }: { readonly amount: Money; readonly reference: string; readonly memberNumber: string },
): PaymentCode {
  const payeeName = settings['payments.payeeName'] ?? settings['society.name'];
  const upiAddress = settings['payments.upiAddress'];
  const standing = settings['payments.nepalCode'];
  switch (phonePaymentsOf(settings)) {
    case 'upi': {
      invariant(upiAddress, 'a society that takes UPI has its address');
      const note = `${NOTE} ${memberNumber}`;
      return {
        scheme: 'upi',
        payeeName,
        payeeAddress: upiAddress,
        payload: upiLink({ payeeAddress: upiAddress, payeeName, amount, reference, note }),
      };
    }
    case 'nepal-qr': {
      invariant(standing, 'a society that takes Nepal QR has its code');
      const payload = nepalQr(standing, { amount, reference });
      invariant(payload, 'the setting lets no other code in');
      return { scheme: 'nepal-qr', payeeName, payeeAddress: payeeName, payload };
    }
    case null:
      throw new Refusal('rule', 'PHONE_PAYMENTS_NOT_OFFERED');
  }
}

export function newPaymentReference({ ids }: Pick<Platform, 'ids'>): string {
  for (;;) {
    const reference = paymentReference(Buffer.from(ids.randomToken(PAYMENT_REFERENCE_BYTES), 'base64url'));
    if (reference !== undefined) return reference;
  }
}

/** The code as a picture, drawn here and by nobody else. The library is loaded by the first who needs it. */
export async function codePicture(payload: string): Promise<string> {
  const qrcode = await import('qrcode');
  return qrcode.toString(payload, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
}
