// The readable documentation. Its viewer is a plugin of its own and large, so it lives in an app of its own that is
// opened on first use and asked in memory. Only these pages may run a script that stands in the page.

import scalar from '@scalar/fastify-api-reference';
import fastify, { type FastifyInstance } from 'fastify';

const DOCS_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

let viewer: Promise<FastifyInstance> | undefined;

async function openViewer(): Promise<FastifyInstance> {
  const app = fastify();
  await app.register(scalar, {
    routePrefix: '/api/docs',
    // No script, font or question of the reader leaves this server.
    configuration: {
      url: '/api/openapi.json',
      title: 'Kafal',
      withDefaultFonts: false,
      hideClientButton: true,
      agent: { disabled: true },
      mcp: { disabled: true },
      telemetry: false,
      documentDownloadType: 'json',
    },
  });
  await app.ready();
  return app;
}

export interface DocsPage {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

export async function readDocsPage(url: string): Promise<DocsPage> {
  viewer ??= openViewer();
  const answer = await (await viewer).inject({ method: 'GET', url });
  const location = answer.headers.location;
  const isScript = /\/js\//.test(url);
  return {
    status: answer.statusCode,
    headers: {
      'content-type': String(answer.headers['content-type'] ?? 'text/plain; charset=utf-8'),
      'content-security-policy': DOCS_POLICY,
      'cache-control': isScript ? 'public, max-age=86400' : 'no-cache',
      ...(typeof location === 'string' ? { location } : {}),
    },
    body: answer.rawPayload,
  };
}
