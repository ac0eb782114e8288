import { IdParams, PreviewQuery, TransferAnswer, TransferBody, WithdrawAnswer, WithdrawBody } from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { sendKept } from '../../platform/http/with-idempotency.ts';
import { previewTransfer, transferSavings } from './transfer-savings.ts';
import { previewWithdrawal, withdrawSavings } from './withdraw-savings.ts';

const tags = ['deposits'];

export async function savingsRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.post(
    '/api/deposits/:id/withdrawals',
    {
      config: { permission: 'savings.withdraw', audience: 'staff', idempotent: true },
      schema: {
        tags,
        summary: 'Pay out of a savings account; above the limit it waits for a second person',
        params: IdParams,
        querystring: PreviewQuery,
        body: WithdrawBody,
        response: { 200: WithdrawAnswer, 201: WithdrawAnswer, 202: WithdrawAnswer },
      },
    },
    async (request, reply) => {
      const command = { depositId: request.params.id, ...request.body };
      if (request.query.preview === true) return previewWithdrawal(platform, request.actor, command);
      return sendKept(reply, await withdrawSavings(platform, request.actor, command, request.idempotency));
    },
  );

  app.post(
    '/api/deposits/:id/transfers',
    {
      config: { permission: { member: 'own.transfer', staff: 'savings.transfer' }, idempotent: true },
      schema: {
        tags,
        summary: "Transfer to an own account, to share money, to dues, or to another member's account",
        params: IdParams,
        querystring: PreviewQuery,
        body: TransferBody,
        response: { 200: TransferAnswer, 201: TransferAnswer, 202: TransferAnswer },
      },
    },
    async (request, reply) => {
      const command = { depositId: request.params.id, ...request.body };
      if (request.query.preview === true) return previewTransfer(platform, request.actor, command);
      return sendKept(reply, await transferSavings(platform, request.actor, command, request.idempotency));
    },
  );
}
