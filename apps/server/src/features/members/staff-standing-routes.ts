import { AskedStaffStanding, AskStaffStandingBody, IdParams, StaffStandingList } from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { askStaffStanding, staffStandingsOf } from './staff-standing.ts';

const tags = ['members'];

export async function staffStandingRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.get(
    '/api/members/:id/staff-standings',
    {
      config: { permission: 'member.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'Whether a member is of the society’s staff, and each day on which that changed',
        params: IdParams,
        response: { 200: StaffStandingList },
      },
    },
    ({ params }) => staffStandingsOf(platform, params.id),
  );

  app.post(
    '/api/members/:id/staff-standings',
    {
      config: { permission: 'member.change', audience: 'staff' },
      schema: {
        tags,
        summary: 'Ask for a member to be of the society’s staff from a day on, or no longer; a second person decides',
        params: IdParams,
        body: AskStaffStandingBody,
        response: { 202: AskedStaffStanding },
      },
    },
    async ({ actor, params, body }, reply) => {
      const approvalId = await askStaffStanding(platform, actor, { ...body, memberId: params.id });
      return reply.code(202).send({ approvalId: String(approvalId) });
    },
  );
}
