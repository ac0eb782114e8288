// One interface, a kind for each way in which gateways write and sign. What a kind answers is looked at as if a stranger had
// sent it; nothing of it is money before the matcher has found whose it is.

import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { AmountInput, fieldRefusals, type GatewayKind, typedText } from '@kafal/contract';
import { isPaymentReference, type Money, money } from '@kafal/core';
import { z } from 'zod';
import { Refusal } from '../../platform/http/refusal.ts';

export interface GatewayMessage {
  readonly headers: IncomingHttpHeaders;
  /** The bytes that were signed. */
  readonly raw: Buffer;
  readonly body: unknown;
}

export interface GatewayPayment {
  /** By which the gateway knows the message; one that it sends again has the same. */
  readonly eventId: string;
  readonly amount: Money;
  readonly currency: string;
  readonly number: string;
  readonly paidAt: number;
  /** What the payer's app carried: our reference, and who paid. */
  readonly words: readonly string[];
}

interface KindOfGateway {
  /** Throws where the message is not of whoever holds the secret, or is too old to be believed. */
  check(message: GatewayMessage, secret: string, now: number): void;
  /** Undefined where it tells of no payment that arrived. */
  read(message: GatewayMessage): GatewayPayment | undefined;
}

const MINUTE = 60_000;
/** A message that was on the way for longer may have been kept by somebody. */
const PATIENCE_MS = 5 * MINUTE;
/** Razorpay signs no time of sending, and sends what was not taken again for a day; its ids count once in any case. */
const RAZORPAY_PATIENCE_MS = 24 * 60 * MINUTE;

const kafal: KindOfGateway = {
  check({ headers, raw }, secret, now) {
    const timestamp = headerOf(headers, 'kafal-timestamp');
    const signed = Buffer.concat([Buffer.from(`${timestamp}.`), raw]);
    refuseUnlessSigned(headerOf(headers, 'kafal-signature'), signed, secret);
    refuseStale(/^\d{10}$/.test(timestamp) ? Number(timestamp) * 1_000 : Number.NaN, now, PATIENCE_MS);
  },
  read({ body }) {
    const { id, type } = understood(KafalEnvelope, body);
    if (type !== 'payment.received') return undefined;
    const { amount, currency, number, reference, payer, paidAt } = understood(KafalPayment, body);
    const words = [reference, payer].filter((word) => word !== undefined);
    return { eventId: id, amount, currency, number, paidAt: Date.parse(paidAt), words };
  },
};

const razorpay: KindOfGateway = {
  check({ headers, raw, body }, secret, now) {
    refuseUnlessSigned(headerOf(headers, 'x-razorpay-signature'), raw, secret);
    refuseStale(understood(RazorpayEnvelope, body).created_at * 1_000, now, RAZORPAY_PATIENCE_MS);
  },
  read({ headers, body }) {
    // Other ways of paying reach the bank as one sum of many, so no line of the bank has their number.
    if (understood(RazorpayEnvelope, body).event !== 'payment.captured') return undefined;
    const { method } = understood(RazorpayMethod, body).payload.payment.entity;
    if (method !== 'upi') return undefined;
    const { entity } = understood(RazorpayPayment, body).payload.payment;
    return {
      eventId: headerOf(headers, 'x-razorpay-event-id') || entity.id,
      amount: money(entity.amount),
      currency: entity.currency,
      number: entity.acquirer_data.rrn,
      paidAt: entity.created_at * 1_000,
      words: [entity.description ?? '', ...Object.values(entity.notes ?? {}), entity.vpa ?? ''].filter(Boolean),
    };
  },
};

export const GATEWAY_KINDS: Readonly<Record<GatewayKind, KindOfGateway>> = { kafal, razorpay };

const EventId = z.string().regex(/^[\w.:-]{1,80}$/, 'GATEWAY_EVENT_ID');
const KafalEnvelope = z.looseObject({ id: EventId, type: z.string().max(80) });
const KafalPayment = z.strictObject({
  id: EventId,
  type: z.literal('payment.received'),
  amount: AmountInput,
  currency: z.string().length(3),
  number: z.string().max(40),
  reference: typedText(40).refine(isPaymentReference, 'GATEWAY_REFERENCE').optional(),
  payer: typedText(120).optional(),
  paidAt: z.iso.datetime({ offset: true }),
});

const Seconds = z.number().int().positive().max(9_999_999_999);
const RazorpayEnvelope = z.looseObject({ event: z.string().max(80), created_at: Seconds });
const ofEntity = <T extends z.ZodType>(entity: T) =>
  z.looseObject({ payload: z.looseObject({ payment: z.looseObject({ entity }) }) });
const RazorpayMethod = ofEntity(z.looseObject({ method: z.string().max(40) }));
const RazorpayPayment = ofEntity(
  z.looseObject({
    id: EventId,
    // In the smallest unit.
    amount: z.number().int().positive().max(900_000_000_000_000),
    currency: z.string().length(3),
    description: typedText(255, 0).nullish(),
    notes: z
      .record(z.string().max(80), typedText(255, 0))
      .nullish()
      .or(z.array(z.never()).transform(() => null)),
    vpa: typedText(120).nullish(),
    acquirer_data: z.looseObject({ rrn: z.string().max(40) }),
    created_at: Seconds,
  }),
);

function understood<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  const [first] = fieldRefusals(read.error.issues);
  throw new Refusal('malformed', 'GATEWAY_BODY', { field: first?.path ?? '' }, first?.path);
}

function headerOf(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}

function refuseUnlessSigned(given: string, signed: Buffer, secret: string): void {
  const right = createHmac('sha256', secret).update(signed).digest();
  const sent = /^[0-9a-f]{64}$/i.test(given) ? Buffer.from(given, 'hex') : Buffer.alloc(right.length);
  if (!timingSafeEqual(right, sent)) throw new Refusal('unauthorised', 'GATEWAY_SIGNATURE');
}

function refuseStale(sentAt: number, now: number, patience: number): void {
  // A clock may run ahead of ours by as little as it may be late.
  const isFresh = now - sentAt <= patience && sentAt - now <= PATIENCE_MS;
  if (!isFresh) throw new Refusal('unauthorised', 'GATEWAY_STALE');
}
