import { Done, SavedView, SavedViewList, SavedViewParams, SavedViewQuery, SaveViewBody } from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { removeView, saveView } from './save-view.ts';
import { listViews } from './view-queries.ts';

export async function viewsRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;
  const config = { permission: 'signed-in', audience: 'staff' } as const;
  const tags = ['views'];

  app.get(
    '/api/me/views',
    {
      config,
      schema: {
        tags,
        summary: 'The views of lists that I keep, by name',
        querystring: SavedViewQuery,
        response: { 200: SavedViewList },
      },
    },
    (request) => listViews(platform.database, request.actor, request.query),
  );

  app.post(
    '/api/me/views',
    {
      config,
      schema: {
        tags,
        summary: 'Keep filters, order and hidden columns of a list under a name; an old one of that name is replaced',
        body: SaveViewBody,
        response: { 201: SavedView },
      },
    },
    async (request, reply) => reply.code(201).send(await saveView(platform, request.actor, request.body)),
  );

  app.delete(
    '/api/me/views/:id',
    {
      config,
      schema: { tags, summary: 'Forget a view of mine', params: SavedViewParams, response: { 200: Done } },
    },
    async (request) => {
      await removeView(platform, request.actor, request.params.id);
      return { done: true as const };
    },
  );
}
