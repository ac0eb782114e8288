import {
  AskedForApproval,
  DepositRestrictionList,
  IdParams,
  LiftRestrictionBody,
  ReactivateBody,
  RestrictDepositBody,
  RestrictionParams,
} from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { getDepositFor } from './deposit-queries.ts';
import { askLift } from './lift-restriction.ts';
import { askReactivation } from './reactivate-deposit.ts';
import { askRestriction } from './restrict-deposit.ts';
import { restrictionsOf } from './restrictions.ts';

const tags = ['deposits'];
const asks = { permission: 'member.status.request', audience: 'staff' } as const;

export async function restrictionRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.get(
    '/api/deposits/:id/restrictions',
    {
      config: { permission: { member: 'own.accounts.read', staff: 'counter.read' } },
      schema: {
        tags,
        summary: 'Holds, liens and freezes of the account; staff also see those that are over',
        params: IdParams,
        response: { 200: DepositRestrictionList },
      },
    },
    async ({ actor, params }) => {
      const deposit = await getDepositFor(platform, actor, params.id);
      return restrictionsOf(platform, actor, deposit.id);
    },
  );

  app.post(
    '/api/deposits/:id/restrictions',
    {
      config: asks,
      schema: {
        tags,
        summary: 'Ask for a hold, a lien or a freeze; it waits for a second person',
        params: IdParams,
        body: RestrictDepositBody,
        response: { 202: AskedForApproval },
      },
    },
    async ({ actor, params, body }, reply) => {
      const approvalId = await askRestriction(platform, actor, params.id, body);
      return reply.code(202).send({ approvalId: String(approvalId) });
    },
  );

  app.post(
    '/api/deposits/:id/restrictions/:restrictionId/lift',
    {
      config: asks,
      schema: {
        tags,
        summary: 'Ask for a hold, a lien or a freeze to be lifted; it waits for a second person',
        params: RestrictionParams,
        body: LiftRestrictionBody,
        response: { 202: AskedForApproval },
      },
    },
    async ({ actor, params, body }, reply) => {
      const { id: depositId, restrictionId } = params;
      const approvalId = await askLift(platform, actor, { depositId, restrictionId, reason: body.reason });
      return reply.code(202).send({ approvalId: String(approvalId) });
    },
  );

  app.post(
    '/api/deposits/:id/reactivation',
    {
      config: { permission: 'deposit.open', audience: 'staff' },
      schema: {
        tags,
        summary: 'Ask for a dormant account to be re-activated; it waits for a second person',
        params: IdParams,
        body: ReactivateBody,
        response: { 202: AskedForApproval },
      },
    },
    async ({ actor, params, body }, reply) => {
      const approvalId = await askReactivation(platform, actor, { depositId: params.id, ...body });
      return reply.code(202).send({ approvalId: String(approvalId) });
    },
  );
}
