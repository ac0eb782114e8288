// The readable documentation: one page and its script, made when somebody first asks. Only this page may run a script
// that stands in the page itself.

import { Worker } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';

export interface DocsFile {
  readonly url: string;
  readonly mediaType: string;
  readonly zipped: Uint8Array;
}

export interface DocsAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

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

let made: Promise<readonly DocsFile[]> | undefined;

export async function readDocs(url: string, acceptEncoding = ''): Promise<DocsAnswer> {
  const path = url.split('?', 1)[0];
  const common = { 'content-security-policy': DOCS_POLICY, 'cache-control': 'no-cache' };
  if (path === '/api/docs')
    return { status: 302, headers: { ...common, location: '/api/docs/' }, body: Buffer.alloc(0) };

  made ??= makeDocs();
  // A failure is not kept: the next reader tries again.
  made.catch(() => {
    made = undefined;
  });
  const file = (await made).find((one) => one.url === path);
  if (file === undefined) return { status: 404, headers: common, body: Buffer.alloc(0) };
  const takesGzip = /\bgzip\b/.test(acceptEncoding);
  return {
    status: 200,
    headers: {
      ...common,
      vary: 'Accept-Encoding',
      'content-type': file.mediaType,
      ...(takesGzip ? { 'content-encoding': 'gzip' } : {}),
    },
    body: takesGzip ? Buffer.from(file.zipped) : gunzipSync(file.zipped),
  };
}

function makeDocs(): Promise<readonly DocsFile[]> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly DocsFile[]>();
  const worker = new Worker(new URL('docs-worker.ts', import.meta.url));
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', (code) => reject(new Error(`The documentation could not be made (${code}).`)));
  return promise;
}
