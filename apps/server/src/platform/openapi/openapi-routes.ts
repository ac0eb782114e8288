// The document for machines and the pages for people. Both are made when they are first asked for: nobody who takes a
// deposit should wait for them, or hold them in memory.

import type { ApiRoute } from '../http/create-app.ts';
import type { KafalApp } from '../http/kafal-app.ts';
import type { Sentences } from '../http/sentences.ts';

export interface OpenApiOptions {
  routes: readonly ApiRoute[];
  sentences: Sentences;
}

export async function openApiRoutes(app: KafalApp, { routes, sentences }: OpenApiOptions): Promise<void> {
  let document: Promise<string> | undefined;
  const documentText = () => {
    document ??= import('./openapi-document.ts').then(({ openApiDocument }) =>
      JSON.stringify(openApiDocument(routes, sentences)),
    );
    return document;
  };

  app.get(
    '/api/openapi.json',
    {
      config: { permission: 'public', limit: 'none' },
      schema: { tags: ['documentation'], summary: 'This document: OpenAPI 3.1 of every route' },
    },
    async (_request, reply) => {
      const text = await documentText();
      return reply
        .header('content-type', 'application/json; charset=utf-8')
        .header('cache-control', 'no-cache')
        .send(text);
    },
  );

  for (const url of ['/api/docs', '/api/docs/*']) {
    app.get(
      url,
      { config: { permission: 'public', limit: 'none' }, schema: { hide: true } },
      async (request, reply) => {
        const { readDocs } = await import('./docs-pages.ts');
        const answer = await readDocs(request.url.split('?', 1)[0] ?? '', request.headers['accept-encoding']);
        if (answer.status === 404) return reply.callNotFound();
        return reply.code(answer.status).headers(answer.headers).send(answer.body);
      },
    );
  }
}
