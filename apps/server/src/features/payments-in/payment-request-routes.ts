import {
  AskPaymentAnswer,
  AskPaymentBody,
  ClaimPaymentBody,
  IdParams,
  NoQuery,
  PaymentRequestList,
  PaymentRequestQuery,
  PaymentRequestView,
  PreviewQuery,
  RejectPaymentBody,
} from '@kafal/contract';
import type { Actor } from '../../platform/http/actor.ts';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { sendKept } from '../../platform/http/with-idempotency.ts';
import { readSettings } from '../society/index.ts';
import { askPayment, previewPayment } from './ask-payment.ts';
import { claimPayment } from './claim-payment.ts';
import { listPaymentRequests, paymentRequestView } from './payment-request-queries.ts';
import { rejectPayment } from './reject-payment.ts';
import { showPayment } from './show-payment.ts';

const tags = ['payments'];
const look = { permission: { member: 'own.accounts.read', staff: 'counter.read' } } as const;
const ask = { permission: { member: 'own.transfer', staff: 'receipt.take' } } as const;

export async function paymentRequestRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;
  const viewOf = async (actor: Actor, id: number) =>
    paymentRequestView(platform, actor, id, (await readSettings(platform))['money.currency']);

  app.post(
    '/api/payment-requests',
    {
      config: { ...ask, idempotent: true },
      schema: {
        tags,
        summary: 'Ask for a payment from a phone: what for, as a receipt takes it; nothing is received by it',
        querystring: PreviewQuery,
        body: AskPaymentBody,
        response: { 200: AskPaymentAnswer, 201: AskPaymentAnswer },
      },
    },
    async (request, reply) => {
      if (request.query.preview === true) return previewPayment(platform, request.actor, request.body);
      return sendKept(reply, await askPayment(platform, request.actor, request.body, request.idempotency));
    },
  );

  app.get(
    '/api/payment-requests',
    {
      config: look,
      schema: {
        tags,
        summary: 'Payment requests, newest first: a member sees their own, staff all',
        querystring: PaymentRequestQuery,
        response: { 200: PaymentRequestList },
      },
    },
    (request) => listPaymentRequests(platform, request.actor, request.query),
  );

  app.get(
    '/api/payment-requests/:id',
    {
      config: look,
      schema: { tags, summary: 'One payment request', params: IdParams, response: { 200: PaymentRequestView } },
    },
    (request) => viewOf(request.actor, request.params.id),
  );

  app.post(
    '/api/payment-requests/:id/showing',
    {
      config: ask,
      schema: {
        tags,
        summary: 'Show the code of a request, while it can be paid',
        params: IdParams,
        querystring: NoQuery,
        response: { 200: PaymentRequestView },
      },
    },
    async ({ actor, params }) => {
      await showPayment(platform, actor, params.id);
      return viewOf(actor, params.id);
    },
  );

  app.put(
    '/api/payment-requests/:id/claim',
    {
      config: ask,
      schema: {
        tags,
        summary: 'Say that it was paid, with the number of the payment; it credits nothing',
        params: IdParams,
        querystring: NoQuery,
        body: ClaimPaymentBody,
        response: { 200: PaymentRequestView },
      },
    },
    async ({ actor, params, body }) => {
      await claimPayment(platform, actor, { ...params, ...body });
      return viewOf(actor, params.id);
    },
  );

  app.post(
    '/api/payment-requests/:id/rejection',
    {
      // Whoever matches the bank's lines ends what has none, and never whoever asks or claims.
      config: { permission: 'voucher.enter', audience: 'staff' },
      schema: {
        tags,
        summary: 'End a request that no line of the bank belongs to',
        params: IdParams,
        querystring: NoQuery,
        body: RejectPaymentBody,
        response: { 200: PaymentRequestView },
      },
    },
    async ({ actor, params, body }) => {
      await rejectPayment(platform, actor, { ...params, ...body });
      return viewOf(actor, params.id);
    },
  );
}
