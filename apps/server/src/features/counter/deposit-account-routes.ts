import {
  CloseTermDepositAnswer,
  CloseTermDepositBody,
  IdParams,
  OpenDepositAnswer,
  OpenDepositBody,
  PreviewQuery,
  TermRequestList,
  TermRequestView,
} from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { sendKept } from '../../platform/http/with-idempotency.ts';
import { depositView, getDepositFor, hasTermProduct, openDepositFor } from '../deposits/index.ts';
import { closeTermDeposit, previewClosure } from './close-term-deposit.ts';
import { openTermDepositFor, previewTermOpening } from './open-term-deposit.ts';
import { takeBackTermRequest, termRequestsOf } from './term-requests.ts';

/** One path opens every account. A deposit of a term comes and goes with its money, so the counter answers for it. */
export async function depositAccountRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.post(
    '/api/deposits',
    {
      config: { permission: { member: 'own.accounts.read', staff: 'deposit.open' }, idempotent: 'if-sent' },
      schema: {
        tags: ['deposits'],
        summary: 'Open a savings account, or a fixed or recurring deposit with its money',
        querystring: PreviewQuery,
        body: OpenDepositBody,
        response: { 200: OpenDepositAnswer, 201: OpenDepositAnswer, 202: OpenDepositAnswer },
      },
    },
    async (request, reply) => {
      const { actor, body, idempotency } = request;
      if (request.query.preview === true) return previewTermOpening(platform, actor, body);
      if (await hasTermProduct(platform.database, body.productCode)) {
        return sendKept(reply, await openTermDepositFor(platform, actor, body, idempotency));
      }
      const { id } = await openDepositFor(platform, actor, body, idempotency);
      const deposit = await getDepositFor(platform, actor, id);
      return reply.code(201).send(await depositView(platform, deposit, actor.language));
    },
  );

  app.get(
    '/api/deposit-requests',
    {
      config: { permission: 'own.accounts.read', audience: 'member' },
      schema: {
        tags: ['deposits'],
        summary: 'The deposits of a term that I asked for, newest first',
        response: { 200: TermRequestList },
      },
    },
    async ({ actor }) => ({ items: await termRequestsOf(platform, actor) }),
  );

  app.post(
    '/api/deposit-requests/:id/withdrawal',
    {
      config: { permission: 'own.accounts.read', audience: 'member' },
      schema: {
        tags: ['deposits'],
        summary: 'Takes back what I asked for, while the society has not answered',
        params: IdParams,
        response: { 200: TermRequestView },
      },
    },
    ({ actor, params }) => takeBackTermRequest(platform, actor, params.id),
  );

  app.post(
    '/api/deposits/:id/closure',
    {
      config: { permission: 'savings.withdraw', audience: 'staff', idempotent: true },
      schema: {
        tags: ['deposits'],
        summary:
          'Close an account with the interest up to that day and pay it out; before its end it waits for a second person',
        params: IdParams,
        querystring: PreviewQuery,
        body: CloseTermDepositBody,
        response: { 200: CloseTermDepositAnswer, 201: CloseTermDepositAnswer, 202: CloseTermDepositAnswer },
      },
    },
    async (request, reply) => {
      const command = { depositId: request.params.id, ...request.body };
      if (request.query.preview === true) return previewClosure(platform, request.actor, command);
      return sendKept(reply, await closeTermDeposit(platform, request.actor, command, request.idempotency));
    },
  );
}
