import {
  CsvText,
  IdParams,
  PreviewQuery,
  ReceiptList,
  ReceiptMessage,
  ReceiptPdfQuery,
  ReceiptQuery,
  ReceiptView,
  TakeReceiptAnswer,
  TakeReceiptBody,
} from '@kafal/contract';
import { sendCsv } from '../../platform/csv/send-csv.ts';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { sendKept } from '../../platform/http/with-idempotency.ts';
import { sendPdf } from '../paper/index.ts';
import { exportReceipts } from './export-receipts.ts';
import { printReceipt } from './print-receipt.ts';
import { listReceipts, receiptFor } from './receipt-queries.ts';
import { receiptMessage } from './send-receipt.ts';
import { previewReceipt, takeReceipt } from './take-receipt.ts';

const tags = ['counter'];
const ownOrAll = { permission: { member: 'own.accounts.read', staff: 'counter.read' } } as const;

export async function receiptRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.post(
    '/api/receipts',
    {
      config: { permission: 'receipt.take', audience: 'staff', idempotent: true },
      schema: {
        tags,
        summary: 'Take one receipt with many lines: fees, contributions, share money, savings',
        querystring: PreviewQuery,
        body: TakeReceiptBody,
        response: { 200: TakeReceiptAnswer, 201: TakeReceiptAnswer },
      },
    },
    async (request, reply) => {
      if (request.query.preview === true) return previewReceipt(platform, request.actor, request.body);
      return sendKept(reply, await takeReceipt(platform, request.actor, request.body, request.idempotency));
    },
  );

  app.get(
    '/api/receipts',
    {
      config: ownOrAll,
      schema: {
        tags,
        summary: 'Receipts and payment vouchers, newest first: a member sees their own, staff all',
        querystring: ReceiptQuery,
        response: { 200: ReceiptList },
      },
    },
    (request) => listReceipts(platform, request.actor, request.query),
  );

  app.get(
    '/api/receipts.csv',
    {
      config: { permission: 'export.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'Receipts and payment vouchers as a file, the whole filter',
        querystring: ReceiptQuery,
        response: { 200: CsvText },
      },
    },
    async (request, reply) => sendCsv(reply, await exportReceipts(platform, request.actor, request.query), 'receipts'),
  );

  app.get(
    '/api/receipts/:id',
    {
      config: ownOrAll,
      schema: { tags, summary: 'One receipt or payment voucher', params: IdParams, response: { 200: ReceiptView } },
    },
    (request) => receiptFor(platform, request.actor, request.params.id),
  );

  app.get(
    '/api/receipts/:id/message',
    {
      config: ownOrAll,
      schema: {
        tags,
        summary: 'The receipt as words in a link that opens WhatsApp, in the language of its receiver',
        params: IdParams,
        response: { 200: ReceiptMessage },
      },
    },
    (request) => receiptMessage(platform, request.actor, request.params.id),
  );

  app.get(
    '/api/receipts/:id/pdf',
    {
      // A HEAD would be counted as a print.
      exposeHeadRoute: false,
      config: ownOrAll,
      schema: {
        tags,
        summary: 'The receipt on paper, A5 or 80 mm; every print after the first is marked as a duplicate',
        params: IdParams,
        querystring: ReceiptPdfQuery,
      },
    },
    async (request, reply) => {
      const { size = 'a5', language = request.actor.language } = request.query;
      const { number, pdf } = await printReceipt(platform, request.actor, {
        receiptId: request.params.id,
        size,
        language,
      });
      return sendPdf(reply, pdf, number);
    },
  );
}
