import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { KafalApp } from '../http/kafal-app.ts';
import { webRoutes } from './web-routes.ts';

const root = mkdtempSync(join(tmpdir(), 'kafal-web-'));
const folder = join(root, 'dist');
let app: FastifyInstance;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(root, 'secret.txt'), 'never');
  writeFileSync(join(folder, '.stamp'), 'never');
  writeFileSync(join(folder, 'assets', 'staff-1a2b.js.map'), 'never');
  for (const name of ['index', 'staff', 'setup']) writeFileSync(join(folder, `${name}.html`), `<p>${name}</p>`);
  const script = 'console.log("kafal");'.repeat(5_000);
  writeFileSync(join(folder, 'assets', 'staff-1a2b.js'), script);
  writeFileSync(join(folder, 'assets', 'staff-1a2b.js.br'), brotliCompressSync(script));
  writeFileSync(join(folder, 'assets', 'staff-1a2b.js.gz'), gzipSync(script));
  for (const language of ['en', 'hi']) writeFileSync(join(folder, 'assets', `member-messages-${language}-9z.js`), '1');
  app = fastify();
  // The routes need nothing of the platform.
  await app.register(async (scope) => webRoutes(scope as unknown as KafalApp, { folder }));
});
afterAll(async () => {
  await app.close();
  rmSync(root, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

test.each([
  ['/', 'index'],
  ['/?from=sms', 'index'],
  ['/passbook/12', 'index'],
  ['/staffroom', 'index'],
  ['/index.html', 'index'],
  ['/staff', 'staff'],
  ['/staff/', 'staff'],
  ['/staff/members/7', 'staff'],
  ['/setup', 'setup'],
])('%s is the %s entry', async (url, entry) => {
  const answer = await get(url);
  if (url.endsWith('.html')) {
    // The entries are pages, not files: they have one address each.
    expect(answer.statusCode).toBe(404);
    return;
  }
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(answer.headers['cache-control']).toBe('no-cache');
  expect(answer.body).toBe(`<p>${entry}</p>`);
});

test('a hashed file is kept for a year and sent as small as the browser can take it', async () => {
  const url = '/assets/staff-1a2b.js';
  const best = await get(url, { 'accept-encoding': 'gzip, deflate, br' });
  expect(best.headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
  });
  expect((await get(url, { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBe('gzip');
  expect((await get(url, { 'accept-encoding': 'br;q=0, gzip' })).headers['content-encoding']).toBe('gzip');
  const plain = await get(url);
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(plain.body).toContain('console.log("kafal");');
  const again = await get(url, { 'accept-encoding': 'br', 'if-none-match': String(best.headers.etag) });
  expect([again.statusCode, again.body]).toEqual([304, '']);
});

test('the member entry names the words of the reader beforehand, the others none', async () => {
  const link = async (url: string, language?: string) =>
    (await get(url, language === undefined ? {} : { 'accept-language': language })).headers.link;
  expect(await link('/', 'hi-IN,hi;q=0.9')).toBe('</assets/member-messages-hi-9z.js>; rel=modulepreload');
  expect(await link('/accounts/3')).toBe('</assets/member-messages-en-9z.js>; rel=modulepreload');
  expect(await link('/staff', 'hi')).toBeUndefined();
});

test.each([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/assets/%2e%2e/%2e%2e/secret.txt',
  '/.stamp',
  '/.env',
  '/.git/config',
  '/assets/staff-1a2b.js.map',
  '/assets/staff-1a2b.js.br',
  '/assets/gone-9f.js',
  '/server.js',
  '/secret.txt',
  '/C:\\secret.txt',
])('%s is not served', async (url) => {
  const answer = await get(url);
  expect(answer.statusCode).toBe(404);
  expect(answer.body).not.toContain('never');
});

test('before the app is built the page says so', async () => {
  const empty = fastify();
  await empty.register(async (scope) => webRoutes(scope as unknown as KafalApp, { folder: join(root, 'nothing') }));
  const answer = await empty.inject({ url: '/staff' });
  expect(answer.statusCode).toBe(503);
  expect(answer.body).toContain('npm run build');
  await empty.close();
});
