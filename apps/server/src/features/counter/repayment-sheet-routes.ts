// Sheets of repayments: seen before they are entered, paid row by row, looked at afterwards.

import {
  EnterRepaymentSheetAnswer,
  EnterRepaymentSheetBody,
  IdParams,
  PreviewQuery,
  RepaymentSheetDetail,
  RepaymentSheetList,
  RepaymentSheetQuery,
} from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { sendKept } from '../../platform/http/with-idempotency.ts';
import { enterRepaymentSheet, previewRepaymentSheet } from './enter-repayment-sheet.ts';
import { postSheetRows } from './post-sheet-rows.ts';
import { listRepaymentSheets, repaymentSheet } from './repayment-sheet-queries.ts';

const tags = ['counter'];
const look = { permission: 'counter.read', audience: 'staff' } as const;
/** So many rows are paid before the answer; the rest by the job that goes on with sheets. */
const ROWS_AT_ONCE = 25;

export async function repaymentSheetRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.get(
    '/api/repayment-sheets',
    {
      config: look,
      schema: {
        tags,
        summary: 'Sheets of repayments, newest first, and how far each is',
        querystring: RepaymentSheetQuery,
        response: { 200: RepaymentSheetList },
      },
    },
    (request) => listRepaymentSheets(platform, request.query),
  );

  app.get(
    '/api/repayment-sheets/:id',
    {
      config: look,
      schema: {
        tags,
        summary: 'A sheet of repayments with every row: what it paid, or why it did not',
        params: IdParams,
        response: { 200: RepaymentSheetDetail },
      },
    },
    (request) => repaymentSheet(platform, request.actor, request.params.id),
  );

  app.post(
    '/api/repayment-sheets',
    {
      config: { permission: 'receipt.take', audience: 'staff', idempotent: true },
      schema: {
        tags,
        summary: 'Enter a sheet of repayments: one sum of money, a row and a receipt for each loan',
        querystring: PreviewQuery,
        body: EnterRepaymentSheetBody,
        response: { 200: EnterRepaymentSheetAnswer, 201: EnterRepaymentSheetAnswer },
      },
    },
    async (request, reply) => {
      const { actor, body, idempotency } = request;
      if (request.query.preview === true) return previewRepaymentSheet(platform, actor, body);
      const outcome = await enterRepaymentSheet(platform, actor, body, idempotency);
      await postSheetRows(platform, Number(outcome.answer.sheetId), ROWS_AT_ONCE);
      return sendKept(reply, outcome);
    },
  );
}
