// The three entries of the web app and their files. Any other path of the page belongs to the entry under which it
// stands, which shows it itself.

import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isApiPath } from '../http/api-path.ts';
import type { KafalApp } from '../http/kafal-app.ts';
import { wantedLanguage } from '../http/language.ts';
import { chooseForm, listWebFiles, type WebFile } from './web-files.ts';

export const WEB_FOLDER = fileURLToPath(new URL('../../../../web/dist', import.meta.url));

const ENTRIES: readonly [string, string][] = [
  ['/staff', '/staff.html'],
  ['/setup', '/setup.html'],
];
const MEMBER_ENTRY = '/index.html';
const FOREVER = 'public, max-age=31536000, immutable';
/** Files by their look, hidden folders, and the sockets' own path where no socket server answers. */
const NEVER_A_PAGE = /^\/(?:assets|socket\.io)\/|\/\.|\.[a-z0-9]{1,11}$/i;
/** Small files go out in one piece; a stream for each would cost more than the file. */
const ONE_PIECE_BYTES = 64 * 1_024;

export interface WebOptions {
  folder?: string;
}

export async function webRoutes(app: KafalApp, { folder = WEB_FOLDER }: WebOptions = {}): Promise<void> {
  let files = await listWebFiles(folder);
  let lastLook = performance.now();

  /** The app may be built while the server runs; looked for again at most once a second, and only while it is missing. */
  const filesNow = async () => {
    if (files.size === 0 && performance.now() - lastLook > 1_000) {
      lastLook = performance.now();
      files = await listWebFiles(folder);
    }
    return files;
  };

  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    if (isApiPath(request.url)) return reply.callNotFound();
    const path = request.url.split('?', 1)[0] ?? '/';
    const there = await filesNow();
    const asked = there.get(path);
    if (asked !== undefined && !path.endsWith('.html')) return sendFile(asked, request, reply);
    // A file that is gone (an old page asks for an asset of before) is missing; it is not a page.
    if (NEVER_A_PAGE.test(path)) return sendMissing(reply);

    const entry = ENTRIES.find(([under]) => path === under || path.startsWith(`${under}/`))?.[1] ?? MEMBER_ENTRY;
    const page = there.get(entry);
    if (page === undefined) return sendNotBuilt(reply);
    if (entry === MEMBER_ENTRY) tellWords(there, request, reply);
    return sendFile(page, request, reply);
  };

  app.get('/', { schema: { hide: true } }, answer);
  app.get('/*', { schema: { hide: true } }, answer);
}

const WORDS = /^\/assets\/member-messages-(en|hi)-[\w-]+\.js$/;

/** The page asks for the words of its language as soon as it runs; on a slow line it is better told beforehand. */
function tellWords(there: ReadonlyMap<string, WebFile>, request: FastifyRequest, reply: FastifyReply): void {
  const language = wantedLanguage(request.headers['accept-language']) ?? 'en';
  for (const address of there.keys()) {
    if (WORDS.exec(address)?.[1] === language) reply.header('link', `<${address}>; rel=modulepreload`);
  }
}

async function sendFile(file: WebFile, request: FastifyRequest, reply: FastifyReply) {
  const encoding = chooseForm(file, request.headers['accept-encoding']);
  const form = file.forms.get(encoding);
  if (form === undefined) return sendMissing(reply);

  reply
    .header('etag', form.etag)
    .header('vary', 'Accept-Encoding')
    .header('cache-control', file.isForever ? FOREVER : 'no-cache');
  if (request.headers['if-none-match'] === form.etag) return reply.code(304).send();
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  reply.header('content-type', file.mediaType).header('content-length', form.bytes);
  return reply.send(form.bytes <= ONE_PIECE_BYTES ? await readFile(form.path) : createReadStream(form.path));
}

function sendMissing(reply: FastifyReply) {
  return reply.code(404).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send('Not found.\n');
}

function sendNotBuilt(reply: FastifyReply) {
  const page =
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Kafal</title>' +
    '<p>The web app is not built yet. <code>npm run build</code> builds it; <code>npm start</code> does so by itself.</p>';
  return reply.code(503).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page);
}
