// The readable documentation: a page of ours, and the viewer's script, which is made when somebody first asks.

import { Worker } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';

export interface DocsAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer | string;
}

/** As strict as that of the app itself, except that the viewer may bring its own letters and pictures as data. */
const DOCS_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>Kafal API</title>
</head>
<body>
<div id="app"></div>
<script src="/api/docs/viewer.js"></script>
<script src="/api/docs/open.js"></script>
</body>
</html>
`;

// No script, letter or question of the reader leaves this server.
const OPEN = `Scalar.createApiReference('#app', {
  url: '/api/openapi.json',
  withDefaultFonts: false,
  hideClientButton: true,
  showDeveloperTools: 'never',
  agent: { disabled: true },
  mcp: { disabled: true },
  telemetry: false,
  documentDownloadType: 'json',
  customCss: 'a[href*="scalar.com"] { display: none }',
});
`;

let viewer: Promise<Uint8Array> | undefined;

export async function readDocs(path: string, acceptEncoding = ''): Promise<DocsAnswer> {
  const headers = { 'content-security-policy': DOCS_POLICY, 'cache-control': 'no-cache' };
  const script = { ...headers, 'content-type': 'text/javascript; charset=utf-8' };
  switch (path) {
    case '/api/docs':
    case '/api/docs/':
      return { status: 200, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' }, body: PAGE };
    case '/api/docs/open.js':
      return { status: 200, headers: script, body: OPEN };
    case '/api/docs/viewer.js': {
      const zipped = await zippedViewer();
      const vary = { ...script, vary: 'Accept-Encoding' };
      return /\bgzip\b/.test(acceptEncoding)
        ? { status: 200, headers: { ...vary, 'content-encoding': 'gzip' }, body: Buffer.from(zipped) }
        : { status: 200, headers: vary, body: gunzipSync(zipped) };
    }
    default:
      return { status: 404, headers, body: '' };
  }
}

function zippedViewer(): Promise<Uint8Array> {
  if (viewer === undefined) {
    viewer = takeOutViewer();
    // A failure is not kept: the next reader tries again.
    viewer.catch(() => {
      viewer = undefined;
    });
  }
  return viewer;
}

function takeOutViewer(): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const worker = new Worker(new URL('docs-worker.ts', import.meta.url));
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', (code) => reject(new Error(`The documentation viewer could not be made (${code}).`)));
  return promise;
}
