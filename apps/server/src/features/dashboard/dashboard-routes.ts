import { DashboardStats } from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { dashboardText } from './dashboard-stats.ts';

export async function dashboardRoutes(app: KafalApp): Promise<void> {
  app.get(
    '/api/admin/dashboard/stats',
    {
      config: { permission: 'dashboard.read', audience: 'staff' },
      schema: {
        tags: ['dashboard'],
        summary: 'Members, applications, deposits, shares, cash by till, today, and the latest activity',
        response: { 200: DashboardStats },
      },
    },
    async (request, reply) => {
      // The text was made once and kept for every reader; a test holds it against the schema.
      const text: unknown = await dashboardText(app.platform, request.actor.language);
      reply.header('content-type', 'application/json; charset=utf-8').serializer((kept) => kept as string);
      return text as DashboardStats;
    },
  );
}
