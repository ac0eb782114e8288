import { DashboardStats } from '@kafal/contract';
import type { Language } from '../../platform/http/actor.ts';
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
      const { language } = request.actor;
      // The text was made once and kept for every reader; a test holds it against the schema.
      const text = dashboardText(app.platform, language);
      const bytes: unknown = bytesOf(language, typeof text === 'string' ? text : await text);
      reply.header('content-type', 'application/json; charset=utf-8');
      return bytes as DashboardStats;
    },
  );
}

const encoded = new Map<Language, { readonly text: string; readonly bytes: Buffer }>();

/** As it goes over the line: encoded once for each text, not once for each reader. */
function bytesOf(language: Language, text: string): Buffer {
  const known = encoded.get(language);
  if (known?.text === text) return known.bytes;
  const bytes = Buffer.from(text);
  encoded.set(language, { text, bytes });
  return bytes;
}
