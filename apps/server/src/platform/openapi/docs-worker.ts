// Makes the documentation pages and ends. The viewer is a plugin with a script of several megabytes in its source; in a
// thread of its own that memory goes away with the thread.

import { parentPort } from 'node:worker_threads';
import { gunzipSync, gzipSync } from 'node:zlib';
import scalar from '@scalar/fastify-api-reference';
import fastify from 'fastify';
import type { DocsFile } from './docs-pages.ts';

const app = fastify();
await app.register(scalar, {
  routePrefix: '/api/docs',
  // No script, font or question of the reader leaves this server.
  configuration: {
    url: '/api/openapi.json',
    title: 'Kafal',
    withDefaultFonts: false,
    hideClientButton: true,
    showDeveloperTools: 'never',
    agent: { disabled: true },
    mcp: { disabled: true },
    telemetry: false,
    documentDownloadType: 'json',
    customCss: 'a[href*="scalar.com"] { display: none }',
  },
});
const read = async (url: string): Promise<DocsFile> => {
  const answer = await app.inject({ url });
  if (answer.statusCode !== 200) throw new Error(`The documentation viewer answers ${answer.statusCode} at ${url}.`);
  return { url, mediaType: String(answer.headers['content-type']), zipped: gzipSync(answer.rawPayload) };
};

const page = await read('/api/docs/');
const script = /["'](\/?[^"'\s]*js\/[^"']+\.js)["']/.exec(gunzipSync(page.zipped).toString())?.[1];
if (script === undefined) throw new Error('The documentation page names no script of its own.');
parentPort?.postMessage([page, await read(new URL(script, 'http://docs/api/docs/').pathname)]);
await app.close();
