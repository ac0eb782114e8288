import {
  DisburseLoanAnswer,
  DisburseLoanBody,
  GuarantorParams,
  IdParams,
  PreviewQuery,
  RecoverFromGuarantorAnswer,
  RecoverFromGuarantorBody,
  RepayLoanAnswer,
  RepayLoanBody,
} from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { sendKept } from '../../platform/http/with-idempotency.ts';
import { askForDisbursement, previewDisbursement } from './disburse-loan.ts';
import { askForRecovery, previewRecovery } from './recover-from-guarantor.ts';
import { previewRepayment, repayLoan } from './repay-loan.ts';

const tags = ['loans'];

/** Where the money of a loan moves, the counter answers for it. */
export async function loanMoneyRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.post(
    '/api/loans/:id/disbursement',
    {
      config: { permission: 'loan.disburse', audience: 'staff', idempotent: true },
      schema: {
        tags,
        summary: 'Pay a sanctioned loan out to an account of the borrower; it waits for a second person',
        params: IdParams,
        querystring: PreviewQuery,
        body: DisburseLoanBody,
        response: { 200: DisburseLoanAnswer, 202: DisburseLoanAnswer },
      },
    },
    async (request, reply) => {
      const command = { loanId: request.params.id, ...request.body };
      if (request.query.preview === true) return previewDisbursement(platform, request.actor, command);
      return sendKept(reply, await askForDisbursement(platform, request.actor, command, request.idempotency));
    },
  );

  app.post(
    '/api/loans/:id/repayments',
    {
      config: { permission: { member: 'own.transfer', staff: 'savings.transfer' }, idempotent: true },
      schema: {
        tags,
        summary: 'Pay a loan back from an account of the borrower, shared over its instalments as its rules say',
        params: IdParams,
        querystring: PreviewQuery,
        body: RepayLoanBody,
        response: { 200: RepayLoanAnswer, 201: RepayLoanAnswer },
      },
    },
    async (request, reply) => {
      const command = { loanId: request.params.id, ...request.body };
      if (request.query.preview === true) return previewRepayment(platform, request.actor, command);
      return sendKept(reply, await repayLoan(platform, request.actor, command, request.idempotency));
    },
  );

  app.post(
    '/api/loans/:id/guarantors/:memberId/recovery',
    {
      config: { permission: 'loan.recommend', audience: 'staff', idempotent: true },
      schema: {
        tags,
        summary: 'Take a part of an overdue loan from the savings of a guarantor; it waits for a second person',
        params: GuarantorParams,
        querystring: PreviewQuery,
        body: RecoverFromGuarantorBody,
        response: { 200: RecoverFromGuarantorAnswer, 202: RecoverFromGuarantorAnswer },
      },
    },
    async (request, reply) => {
      const { id: loanId, memberId } = request.params;
      const command = { loanId, memberId, ...request.body };
      if (request.query.preview === true) return previewRecovery(platform, request.actor, command);
      return sendKept(reply, await askForRecovery(platform, request.actor, command, request.idempotency));
    },
  );
}
