import { AskedForApproval, ChangeHoldersBody, IdParams, NameNomineesBody } from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { askHolders } from './change-holders.ts';
import { askNominees } from './deposit-nominees.ts';

export async function holderRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.post(
    '/api/deposits/:id/holders',
    {
      config: { permission: 'deposit.open', audience: 'staff' },
      schema: {
        tags: ['deposits'],
        summary: 'Ask for other holders or another operating mode; it waits for a second person',
        params: IdParams,
        body: ChangeHoldersBody,
        response: { 202: AskedForApproval },
      },
    },
    async ({ actor, params, body }, reply) => {
      const approvalId = await askHolders(platform, actor, { depositId: params.id, ...body });
      return reply.code(202).send({ approvalId: String(approvalId) });
    },
  );

  app.post(
    '/api/deposits/:id/nominees',
    {
      config: { permission: 'deposit.open', audience: 'staff' },
      schema: {
        tags: ['deposits'],
        summary: 'Ask for other nominees of one deposit, or for those of the membership; it waits for a second person',
        params: IdParams,
        body: NameNomineesBody,
        response: { 202: AskedForApproval },
      },
    },
    async ({ actor, params, body }, reply) => {
      const approvalId = await askNominees(platform, actor, { depositId: params.id, ...body });
      return reply.code(202).send({ approvalId: String(approvalId) });
    },
  );
}
