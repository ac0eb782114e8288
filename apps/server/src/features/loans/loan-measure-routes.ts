import {
  AskedPlans,
  IdParams,
  LoanMeasureAnswer,
  LoanMeasureBody,
  LoanMeasureParams,
  PreviewQuery,
  TakeBackMeasureAnswer,
  TakeBackMeasureBody,
} from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { sendKept } from '../../platform/http/with-idempotency.ts';
import { askToTakeBack } from './take-back-measure.ts';
import { askedPlans, askForMeasure, previewMeasure } from './take-measure.ts';

const tags = ['loans'];

/** What is done about a loan that goes wrong. */
export function loanMeasureRoutes(app: KafalApp): void {
  const { platform } = app;

  app.post(
    '/api/loans/:id/measures',
    {
      config: { permission: 'loan.recommend', audience: 'staff', idempotent: true },
      schema: {
        tags,
        summary:
          'Ask for a waiver, a new plan, a moratorium or a write-off, with the loan before and after; it waits for a second person',
        params: IdParams,
        querystring: PreviewQuery,
        body: LoanMeasureBody,
        response: { 200: LoanMeasureAnswer, 202: LoanMeasureAnswer },
      },
    },
    async (request, reply) => {
      const asked = { loanId: request.params.id, ...request.body };
      if (request.query.preview === true) return previewMeasure(platform, request.actor, asked);
      return sendKept(reply, await askForMeasure(platform, request.actor, asked, request.idempotency));
    },
  );

  app.get(
    '/api/approvals/:id/loan-plans',
    {
      config: { permission: 'approval.read', audience: 'staff' },
      schema: {
        tags,
        summary:
          'Of a request for a new plan or a moratorium that waits: the rest of the loan before and after, day by day',
        params: IdParams,
        response: { 200: AskedPlans },
      },
    },
    (request) => askedPlans(platform, request.params.id),
  );

  app.post(
    '/api/loans/:id/measures/:measureId/reversal',
    {
      config: { permission: 'loan.recommend', audience: 'staff', idempotent: true },
      schema: {
        tags,
        summary: 'Ask for what was done about a loan to be taken back; it waits for a second person',
        params: LoanMeasureParams,
        body: TakeBackMeasureBody,
        response: { 202: TakeBackMeasureAnswer },
      },
    },
    async (request, reply) => {
      const { id: loanId, measureId } = request.params;
      const command = { loanId, measureId, ...request.body };
      return sendKept(reply, await askToTakeBack(platform, request.actor, command, request.idempotency));
    },
  );
}
