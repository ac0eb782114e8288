// Takes the script of the documentation viewer out of its package and ends. It is several megabytes of text inside a
// plugin; in a thread of its own that memory goes away with the thread.

import { parentPort } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import scalar from '@scalar/fastify-api-reference';
import fastify from 'fastify';

const app = fastify();
await app.register(scalar, { routePrefix: '/docs', configuration: { url: '/' } });
const { statusCode, rawPayload } = await app.inject({ url: '/docs/js/scalar.js' });
if (statusCode !== 200) throw new Error(`The documentation viewer answers ${statusCode}.`);
parentPort?.postMessage(gzipSync(rawPayload));
await app.close();
