/// <reference types="node" />

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Api } from './api.ts';
import { lineState } from './line-state.ts';
import { LineLostError, ProblemError } from './problem.ts';

// A real server on this machine answers as each test says; the page's own origin is put before its addresses.

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let answer: Answer;
let seen: { method: string; path: string; headers: IncomingMessage['headers'] }[];
const pageFetch = globalThis.fetch;

beforeEach(async () => {
  seen = [];
  server = createServer((request, response) => {
    seen.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port of the network has an address object.
  const { port } = server.address() as AddressInfo;
  globalThis.fetch = (path, init) => pageFetch(`http://127.0.0.1:${port}${String(path)}`, init);
});

afterEach(async () => {
  globalThis.fetch = pageFetch;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

const tokenAnswer = (accessToken: string, expiresIn = 900) => ({ accessToken, expiresIn, user: { id: '1' } });

async function signedIn(expiresIn = 900): Promise<Api> {
  const api = new Api('member');
  answer = (_request, response) => send(response, 200, tokenAnswer('first', expiresIn));
  await api.signIn('/api/auth/member/login', { identifier: 'M-1', password: 'p' });
  seen = [];
  return api;
}

test('requests that find the token expired share one refresh and are sent again with the new token', async () => {
  const api = await signedIn();
  answer = (request, response) => {
    if (request.url === '/api/auth/refresh') send(response, 200, tokenAnswer('second'));
    else if (request.headers.authorization === 'Bearer second') send(response, 200, { path: request.url });
    else send(response, 401, { code: 'TOKEN_EXPIRED', detail: 'Log in again.' });
  };
  const answers = await Promise.all(['/api/a', '/api/b', '/api/c'].map((path) => api.get(path)));
  expect(answers).toEqual([{ path: '/api/a' }, { path: '/api/b' }, { path: '/api/c' }]);
  expect(seen.filter((request) => request.path === '/api/auth/refresh')).toHaveLength(1);
});

test('a token about to expire is refreshed before it is used', async () => {
  const api = await signedIn(10);
  answer = (request, response) =>
    send(response, 200, request.url === '/api/auth/refresh' ? tokenAnswer('second') : { ok: true });
  await api.get('/api/me');
  expect(seen.map((request) => request.path)).toEqual(['/api/auth/refresh', '/api/me']);
  expect(seen[1]?.headers.authorization).toBe('Bearer second');
});

test('a session that was ended tells the page once and the refusal reaches the caller', async () => {
  const api = await signedIn();
  let toldTimes = 0;
  api.onSignedOut(() => {
    toldTimes += 1;
  });
  answer = (_request, response) => send(response, 401, { code: 'SESSION_ENDED', detail: 'Log in again.' });
  await expect(Promise.all([api.get('/api/a'), api.get('/api/b')])).rejects.toMatchObject({ code: 'SESSION_ENDED' });
  expect([toldTimes, api.isSignedIn]).toEqual([1, false]);
});

test('a lost line during a refresh does not log anybody out', async () => {
  const api = await signedIn();
  answer = (request, response) => {
    if (request.url === '/api/auth/refresh') request.socket.destroy();
    else send(response, 401, { code: 'TOKEN_EXPIRED', detail: 'Log in again.' });
  };
  await expect(api.get('/api/me')).rejects.toBeInstanceOf(LineLostError);
  expect(api.isSignedIn).toBe(true);
  expect(lineState().status).toBe('lost');
});

test('an act with a key is sent again over a broken line, with the same key', async () => {
  const api = await signedIn();
  answer = (request, response) => {
    if (seen.length === 1) request.socket.destroy();
    else send(response, 201, { entryNumber: 'ON/1' });
  };
  const posted = await api.post('/api/deposits/{id}/transfers', {
    path: { id: '7' },
    body: {},
    idempotencyKey: 'k'.repeat(32),
  });
  expect(posted).toEqual({ entryNumber: 'ON/1' });
  expect(seen.map((request) => [request.path, request.headers['idempotency-key']])).toEqual([
    ['/api/deposits/7/transfers', 'k'.repeat(32)],
    ['/api/deposits/7/transfers', 'k'.repeat(32)],
  ]);
});

test('an act without a key is never sent twice by itself', async () => {
  const api = await signedIn();
  answer = (request) => request.socket.destroy();
  await expect(api.post('/api/members/register', { body: {} })).rejects.toBeInstanceOf(LineLostError);
  expect(seen).toHaveLength(1);
});

test('a refusal carries its code, its sentence, its fields and how long to wait', async () => {
  const api = new Api('member');
  answer = (_request, response) =>
    send(
      response,
      429,
      { code: 'TOO_MANY', detail: 'Slow down.', fields: [{ path: 'phone', code: 'X', detail: 'Y' }], requestId: 'r1' },
      { 'retry-after': '30', 'content-type': 'application/problem+json' },
    );
  const refusal = await api.get('/api/a', { anonymous: true }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ProblemError);
  expect(refusal).toMatchObject({
    status: 429,
    code: 'TOO_MANY',
    detail: 'Slow down.',
    retryAfter: 30,
    requestId: 'r1',
  });
  expect(refusal).toMatchObject({ fields: [{ path: 'phone', code: 'X', detail: 'Y' }] });
});

test('whatever a proxy answers in place of the server is a refusal too', async () => {
  const api = new Api('member');
  answer = (_request, response) => {
    response.writeHead(502, { 'content-type': 'text/html' });
    response.end('<h1>Bad gateway</h1>');
  };
  await expect(api.get('/api/a')).rejects.toMatchObject({ status: 502, code: 'HTTP_502' });
});

test('an empty filter is not sent, and what stands in a path is escaped', async () => {
  const api = new Api('member');
  answer = (_request, response) => send(response, 200, {});
  await api.get('/api/things/{id}', { path: { id: 'a/b' }, query: { q: '', limit: 5, cursor: undefined, on: true } });
  expect(seen[0]?.path).toBe('/api/things/a%2Fb?limit=5&on=true');
});

test('a file keeps the name the server gives it', async () => {
  const api = new Api('member');
  answer = (_request, response) => {
    response.writeHead(200, {
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="R-1.pdf"',
    });
    response.end('%PDF');
  };
  const file = await api.download('/api/receipts/1/pdf');
  expect([file.fileName, file.blob.type, file.blob.size]).toEqual(['R-1.pdf', 'application/pdf', 4]);
});

test('what is asked for ahead is asked for once, and whoever asks again later gets a fresh answer', async () => {
  const api = await signedIn();
  let answers = 0;
  answer = (_request, response) => {
    answers += 1;
    send(response, 200, { answers });
  };
  api.getAhead('/api/deposits/{id}', { path: { id: '7' } });
  expect(await api.get('/api/deposits/{id}', { path: { id: '7' } })).toEqual({ answers: 1 });
  expect(await api.get('/api/deposits/{id}', { path: { id: '7' } })).toEqual({ answers: 2 });
  expect(seen.map(({ path }) => path)).toEqual(['/api/deposits/7', '/api/deposits/7']);
});

test('a refusal of what was asked for ahead is told to whoever wants it', async () => {
  const api = await signedIn();
  answer = (_request, response) => send(response, 404, { code: 'NOT_THERE', detail: 'Not there.' });
  api.getAhead('/api/a');
  await expect(api.get('/api/a')).rejects.toMatchObject({ code: 'NOT_THERE' });
});
