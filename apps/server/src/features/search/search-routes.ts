import { SearchAnswer, SearchQuery } from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { searchEverything } from './search-everything.ts';

export async function searchRoutes(app: KafalApp): Promise<void> {
  app.get(
    '/api/search',
    {
      // Whoever works here may search; each kind of answer asks for its own permission.
      config: { permission: 'signed-in', audience: 'staff' },
      schema: {
        tags: ['search'],
        summary: 'Members by number, phone or name in either script; accounts, receipts and applications by number',
        querystring: SearchQuery,
        response: { 200: SearchAnswer },
      },
    },
    (request) => searchEverything(app.platform, request.actor, request.query.q),
  );
}
