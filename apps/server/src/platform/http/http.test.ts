import { DayInput } from '@kafal/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Feature } from './build-app.ts';
import { Refusal } from './refusal.ts';
import { createTestApp, type TestApp } from './test-app.ts';

const Body = z.strictObject({ name: z.string().max(10), on: DayInput.optional(), count: z.number().int().optional() });

const feature: Feature = {
  name: 'example',
  messages: {
    en: { EXAMPLE_CLOSED: 'It is closed until {day}.' },
    hi: { EXAMPLE_CLOSED: 'यह {day} तक बंद है।' },
  },
  routes: async (app) => {
    app.get('/api/open', { config: { permission: 'public' } }, async () => ({ open: true }));
    app.get('/api/mine', { config: { permission: 'signed-in' } }, async (request) => ({ name: request.actor.name }));
    app.get('/api/books', { config: { permission: 'books.read', audience: 'staff' } }, async () => ({ books: true }));
    app.get(
      '/api/both',
      { config: { permission: { member: 'own.accounts.read', staff: 'share.read' } } },
      async (request) => ({ kind: request.actor.kind }),
    );
    app.post(
      '/api/things',
      { config: { permission: 'public' }, schema: { body: Body, response: { 200: z.object({ name: z.string() }) } } },
      async (request) => ({ ...request.body, secret: 'never sent' }),
    );
    app.post('/api/money', { config: { permission: 'signed-in', idempotent: true } }, async (request) => ({
      idempotency: request.idempotency ?? null,
    }));
    app.post('/api/closed', { config: { permission: 'public' } }, async () => {
      throw new Refusal('conflict', 'EXAMPLE_CLOSED', { day: '2026-12-01' }, 'on').retryAfter(7);
    });
    app.get('/api/broken', { config: { permission: 'public' } }, async () => {
      throw new Error('a secret inside');
    });
    app.get('/api/unsaid', { config: { permission: 'public' } }, async () => {
      throw new Refusal('rule', 'NOBODY_EVER_SAID_THIS');
    });
  },
};

let test_: TestApp;
beforeEach(async () => {
  test_ = await createTestApp([feature]);
});
afterEach(() => test_.close());

const json = { 'content-type': 'application/json' };

describe('the door', () => {
  test('a route without a permission stops the server from starting', async () => {
    const careless: Feature = { name: 'careless', routes: async (app) => void app.get('/api/careless', async () => 1) };
    await expect(createTestApp([careless])).rejects.toThrow(
      'GET /api/careless does not say which permission it needs.',
    );
  });

  test('who is not signed in gets 401, who may not 403, a member on a staff route 403', async () => {
    const stranger = await test_.inject({ url: '/api/books' });
    expect(stranger.statusCode).toBe(401);
    expect(stranger.headers['www-authenticate']).toBe('Bearer');
    expect(stranger.json()).toMatchObject({ code: 'NOT_SIGNED_IN', status: 401, detail: 'Please log in.' });
    expect(stranger.headers['content-type']).toBe('application/problem+json; charset=utf-8');

    const powerless = await test_.signIn({ kind: 'staff' }).inject({ url: '/api/books' });
    expect(powerless.json()).toMatchObject({ code: 'NOT_PERMITTED', status: 403 });
    const member = await test_
      .signIn({ kind: 'member', permissions: new Set(['books.read']) })
      .inject({ url: '/api/books' });
    expect(member.json()).toMatchObject({ code: 'FOR_STAFF_ONLY', status: 403 });
    const accountant = await test_.staff('accountant');
    expect((await accountant.inject({ url: '/api/books' })).json()).toEqual({ books: true });
  });

  test('a path for both roles asks each for its own permission', async () => {
    const member = await test_.member(null);
    const manager = await test_.staff('manager');
    const wrong = test_.signIn({ kind: 'member', permissions: new Set(['share.read']) });
    expect((await member.inject({ url: '/api/both' })).json()).toEqual({ kind: 'member' });
    expect((await manager.inject({ url: '/api/both' })).json()).toEqual({ kind: 'staff' });
    expect((await wrong.inject({ url: '/api/both' })).statusCode).toBe(403);
  });

  test('an unknown path of the API is a problem, also below a known one', async () => {
    for (const url of ['/api/nothing', '/api/open/more', '/api//open', '/api/open;x=1', '/api']) {
      const answer = await test_.inject({ url });
      expect(answer.statusCode, url).toBe(404);
      expect(answer.json().code, url).toBe('PATH_UNKNOWN');
    }
  });
});

describe('what comes in', () => {
  const send = (payload: string, headers: Record<string, string> = json) =>
    test_.inject({ method: 'POST', url: '/api/things', payload, headers });

  test('an answer holds what its schema names and no more', async () => {
    expect((await send('{"name":"a"}')).json()).toEqual({ name: 'a' });
  });

  test.each([
    ['{}', 'name', 'REQUIRED'],
    ['{"name":1}', 'name', 'WRONG_TYPE'],
    ['{"name":"a","more":1}', 'more', 'UNKNOWN_KEY'],
    ['{"name":"abcdefghijkl"}', 'name', 'TOO_LONG'],
    ['{"name":"a","on":"2026-02-30"}', 'on', 'DAY_MALFORMED'],
    ['{"name":"a","count":1.5}', 'count', 'WRONG_TYPE'],
    ['{"name":"a","count":"1"}', 'count', 'WRONG_TYPE'],
  ])('%s is refused at %s as %s', async (payload, path, code) => {
    const answer = await send(payload);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'VALIDATION_FAILED', fields: [{ path, code }] });
    expect(answer.json().fields[0].detail).not.toBe(code);
  });

  test.each([
    ['{"name":', 400, 'JSON_MALFORMED'],
    ['{"name":"a","name":"b"}', 400, 'JSON_KEY_REPEATED'],
    ['{"name":"a","\\u006eame":"b"}', 400, 'JSON_KEY_REPEATED'],
    [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 400, 'JSON_TOO_DEEP'],
    ['{"name":"\\ud800"}', 400, 'TEXT_NOT_WELL_FORMED'],
    ['{"__proto__":{"name":"a"}}', 400, 'JSON_MALFORMED'],
    [`{"name":"${'a'.repeat(300_000)}"}`, 413, 'BODY_TOO_LARGE'],
  ])('a body that cannot be read is refused (%#)', async (payload, status, code) => {
    const answer = await send(payload);
    expect(answer.statusCode).toBe(status);
    expect(answer.json().code).toBe(code);
  });

  test('a colon or a brace inside a text counts for nothing', async () => {
    expect((await send('{"name":"{:\\"[:"}')).json()).toEqual({ name: '{:"[:' });
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/json\t,text/plain',
    'x',
  ])('%s is refused with 415', async (type) => {
    const answer = await send('{"name":"a"}', { 'content-type': type });
    expect(answer.statusCode).toBe(415);
    expect(answer.json().code).toBe('MEDIA_TYPE_UNSUPPORTED');
  });
});

describe('what goes wrong', () => {
  test('a refusal is told in the reader’s language, with its field and when to try again', async () => {
    const english = await test_.inject({ method: 'POST', url: '/api/closed' });
    expect(english.statusCode).toBe(409);
    expect(english.headers['retry-after']).toBe('7');
    expect(english.json()).toEqual({
      type: 'about:blank',
      title: 'Conflict',
      status: 409,
      code: 'EXAMPLE_CLOSED',
      detail: 'It is closed until 2026-12-01.',
      fields: [{ path: 'on', code: 'EXAMPLE_CLOSED', detail: 'It is closed until 2026-12-01.' }],
      requestId: english.headers['x-request-id'],
    });
    const hindi = await test_.inject({
      method: 'POST',
      url: '/api/closed',
      headers: { 'accept-language': 'hi-IN,en;q=0.8' },
    });
    expect(hindi.json().detail).toBe('यह 2026-12-01 तक बंद है।');
  });

  test('without Accept-Language the actor’s own language is used', async () => {
    const reader = test_.signIn({ language: 'hi' });
    expect((await reader.inject({ url: '/api/books' })).json().detail).toBe('आपकी भूमिका को इसकी अनुमति नहीं है।');
  });

  test('our own mistake is a plain 500 with the request’s number, and is logged whole', async () => {
    const answer = await test_.inject({ url: '/api/broken' });
    expect(answer.statusCode).toBe(500);
    expect(answer.json().code).toBe('INTERNAL_ERROR');
    expect(answer.body).not.toContain('a secret inside');
    expect(answer.json().detail).toContain(answer.json().requestId);
    const logged = test_.logged.map((line) => JSON.parse(line)).find(({ level }) => level === 'error');
    expect(logged).toMatchObject({ requestId: answer.json().requestId, err: { message: 'a secret inside' } });
  });

  test('a code that no feature has a sentence for is found by the tests', async () => {
    expect((await test_.inject({ url: '/api/unsaid' })).statusCode).toBe(500);
  });

  test('a sentence in one language only stops the server from starting', async () => {
    const half: Feature = { name: 'half', routes: async () => {}, messages: { en: { HALF_SAID: 'Half.' }, hi: {} } };
    await expect(createTestApp([half])).rejects.toThrow('HALF_SAID has no sentence in Hindi');
  });
});

describe('money requests', () => {
  const key = 'abcdefgh-12345678';
  const pay = (
    headers: Record<string, string>,
    payload: object = { b: 1, a: [1, { d: 2, c: 3 }] },
    url = '/api/money',
  ) => test_.signIn({}).inject({ method: 'POST', url, payload, headers });

  test('carry a key of 16 to 64 letters and digits', async () => {
    expect((await pay({})).json()).toMatchObject({ status: 400, code: 'IDEMPOTENCY_KEY_REQUIRED' });
    for (const bad of ['short', 'a'.repeat(65), 'abcdefgh 12345678', 'abcdefgh.12345678']) {
      expect((await pay({ 'idempotency-key': bad })).json()).toMatchObject({
        status: 400,
        code: 'IDEMPOTENCY_KEY_MALFORMED',
      });
    }
    expect((await pay({ 'idempotency-key': key })).json().idempotency.key).toBe(key);
  });

  test('are the same request however their keys are ordered, and another one with another value or path', async () => {
    const hashOf = async (payload: object, url?: string) =>
      (await pay({ 'idempotency-key': key }, payload, url)).json().idempotency.requestHash;
    const first = await hashOf({ b: 1, a: [1, { d: 2, c: 3 }] });
    expect(await hashOf({ a: [1, { c: 3, d: 2 }], b: 1 })).toBe(first);
    expect(await hashOf({ a: [1, { c: 3, d: 2 }], b: 1 }, '/api/money?preview=false')).toBe(first);
    expect(await hashOf({ a: [{ c: 3, d: 2 }, 1], b: 1 })).not.toBe(first);
    expect(await hashOf({ a: [1, { c: 3, d: 2 }], b: '1' })).not.toBe(first);
  });

  test('take no key as a preview', async () => {
    expect((await pay({}, {}, '/api/money?preview=true')).json()).toEqual({ idempotency: null });
  });
});

describe('headers', () => {
  test.each(['/health', '/api/open', '/api/nothing', '/', '/api/books'])(
    '%s carries every protecting header',
    async (url) => {
      const { headers } = await test_.inject({ url });
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-frame-options']).toBe('DENY');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['cross-origin-opener-policy']).toBe('same-origin');
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
      expect(headers['permissions-policy']).toContain('microphone=()');
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/);
      expect(headers['strict-transport-security']).toBeUndefined();
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['x-request-id']).toMatch(/^[\w-]{8}-\w+$/);
    },
  );

  test('answers of the API are not kept by anybody', async () => {
    expect((await test_.inject({ url: '/api/open' })).headers['cache-control']).toBe('no-store');
  });

  test('no two requests share an id, and a client cannot choose one', async () => {
    const ids = await Promise.all(
      [1, 2, 3].map(() => test_.inject({ url: '/api/open', headers: { 'x-request-id': 'mine' } })),
    );
    expect(new Set(ids.map(({ headers }) => headers['x-request-id'])).size).toBe(3);
    expect(ids.some(({ headers }) => headers['x-request-id'] === 'mine')).toBe(false);
  });
});

describe('origins', () => {
  const from = (origin: string, host = 'localhost:3000', method: 'GET' | 'OPTIONS' = 'GET') =>
    test_.inject({
      method,
      url: '/api/open',
      headers: { host, origin, ...(method === 'OPTIONS' ? { 'access-control-request-method': 'POST' } : {}) },
    });

  test('an origin that equals the host is never foreign, whatever the list says', async () => {
    const same = await from('http://till-2.office:8000', 'till-2.office:8000');
    expect(same.statusCode).toBe(200);
    expect(same.headers['access-control-allow-origin']).toBeUndefined();
  });

  test('an allowed origin is answered by name, a foreign one refused with a sentence', async () => {
    for (const allowed of ['http://localhost:8000', 'http://127.0.0.1:8000']) {
      const answer = await from(allowed);
      expect(answer.headers['access-control-allow-origin']).toBe(allowed);
      expect(answer.headers.vary).toBe('Origin');
    }
    for (const foreign of [
      'http://evil.example',
      'http://localhost:8000.evil.example',
      'null',
      'http://localhost:80000',
    ]) {
      const answer = await from(foreign);
      expect(answer.statusCode, foreign).toBe(403);
      expect(answer.json().code).toBe('ORIGIN_NOT_ALLOWED');
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  test('a path of the API written another way is the API’s all the same', async () => {
    const headers = { host: 'localhost:3000', origin: 'http://evil.example' };
    for (const url of ['/%61pi/open', '/ap%69/open', 'http://localhost:3000/api/open']) {
      const foreign = await test_.inject({ url, headers });
      expect(foreign.json().code, url).toBe('ORIGIN_NOT_ALLOWED');
      const own = await test_.inject({ url, headers: { host: 'localhost:3000' } });
      expect([own.json(), own.headers['cache-control']], url).toEqual([{ open: true }, 'no-store']);
    }
  });

  test('a browser asking beforehand hears which methods and headers it may use', async () => {
    const answer = await from('http://localhost:8000', 'localhost:3000', 'OPTIONS');
    expect(answer.statusCode).toBe(204);
    expect(answer.headers['access-control-allow-headers']).toContain('Idempotency-Key');
    expect((await from('http://evil.example', 'localhost:3000', 'OPTIONS')).statusCode).toBe(403);
  });
});

describe('behind a proxy', () => {
  const seen: Feature = {
    name: 'seen',
    routes: async (app) => {
      app.get('/api/seen', { config: { permission: 'public' } }, async (request) => ({
        address: request.caller.address,
        isSecure: request.isSecure,
      }));
    },
  };
  const forwarded = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https' };

  test('only the proxy that TRUST_PROXY names is believed', async () => {
    const trusting = await createTestApp([seen], { environment: { TRUST_PROXY: '10.0.0.5' } });
    const ask = async (remoteAddress: string) =>
      (await trusting.inject({ url: '/api/seen', headers: forwarded, remoteAddress })).json();
    expect(await ask('10.0.0.5')).toEqual({ address: '203.0.113.9', isSecure: true });
    expect(await ask('10.0.0.6')).toEqual({ address: '10.0.0.6', isSecure: false });
    await trusting.close();
    const alone = await createTestApp([seen]);
    const answer = await alone.inject({ url: '/api/seen', headers: forwarded, remoteAddress: '::ffff:10.0.0.5' });
    expect(answer.json()).toEqual({ address: '10.0.0.5', isSecure: false });
    await alone.close();
  });
});

describe('limits', () => {
  test('the 101st anonymous request in 15 minutes is refused, the page, its files and /health are not counted', async () => {
    for (let count = 1; count <= 100; count += 1) {
      expect((await test_.inject({ url: count % 2 === 0 ? '/api/open' : '/api/nothing' })).statusCode).not.toBe(429);
    }
    const refused = await test_.inject({ url: '/api/open' });
    expect(refused.statusCode).toBe(429);
    expect(refused.json().code).toBe('TOO_MANY_REQUESTS');
    expect(refused.headers['retry-after']).toBe('900');
    expect(refused.headers['ratelimit-limit']).toBe('100');
    expect(refused.headers['ratelimit-remaining']).toBe('0');
    expect((await test_.inject({ url: '/health' })).statusCode).toBe(200);
    expect((await test_.inject({ url: '/assets/none.js' })).statusCode).toBe(404);
    expect((await test_.inject({ url: '/api/open', remoteAddress: '10.0.0.9' })).statusCode).toBe(200);
    // Ten clerks behind the same address work on.
    expect((await test_.signIn({}).inject({ url: '/api/mine' })).statusCode).toBe(200);

    test_.clock.advance(15 * 60_000);
    expect((await test_.inject({ url: '/api/open' })).statusCode).toBe(200);
  });
});

describe('operations', () => {
  test('/health tells of database, pool, disk, version and backup, and 503 while the server starts or stops', async () => {
    const healthy = await test_.inject({ url: '/health' });
    expect(healthy.statusCode).toBe(200);
    expect(healthy.json()).toMatchObject({
      status: 'ok',
      version: '0.1.0',
      database: { status: 'ok' },
      lastBackup: null,
    });
    expect(healthy.json().disk.freeBytes).toBeGreaterThan(0);
  });

  test('/metrics is for this machine, or for who may read the system', async () => {
    await test_.inject({ url: '/api/open' });
    const near = await test_.inject({ url: '/metrics' });
    expect(near.statusCode).toBe(200);
    expect(near.body).toContain('kafal_answers_total{status="2xx"} 1');
    expect(near.body).toContain('kafal_answer_seconds_count{route="/api/open"} 1');

    const far = { url: '/metrics', remoteAddress: '10.0.0.9' };
    expect((await test_.inject(far)).statusCode).toBe(401);
    expect((await test_.inject({ url: '/metrics', headers: { 'x-forwarded-for': '127.0.0.1' } })).statusCode).toBe(401);
    expect((await test_.signIn({ permissions: new Set(['system.read']) }).inject(far)).statusCode).toBe(200);
  });

  test('a log line tells the route’s pattern, and nothing of what stood in the address', async () => {
    await test_.inject({ method: 'POST', url: '/api/things?pan=ABCDE1234F', payload: { name: 'Asha' } });
    const line = test_.logged.map((text) => JSON.parse(text)).find(({ route }) => route === '/api/things');
    expect(line).toMatchObject({ method: 'POST', status: 200, level: 'info' });
    expect(test_.logged.join('')).not.toMatch(/ABCDE1234F|Asha/);
  });
});

describe('the document', () => {
  test('lists every route with its permission', async () => {
    const answer = await test_.inject({ url: '/api/openapi.json' });
    expect(answer.statusCode).toBe(200);
    const document = answer.json();
    expect(document.openapi).toBe('3.1.0');
    expect(document.paths['/api/books'].get['x-permission']).toBe('books.read');
    expect(document.paths['/api/things'].post.requestBody.content['application/json'].schema.additionalProperties).toBe(
      false,
    );
    expect(document.paths['/api/money'].post.parameters[0].name).toBe('Idempotency-Key');
    expect(answer.body).not.toContain('#/pending/');
    expect(answer.body).not.toContain('#/$defs/');
  });

  test('is readable in a browser, with the viewer’s script from this server and none in the page', async () => {
    const page = await test_.inject({ url: '/api/docs' });
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.headers['content-security-policy']).toContain("script-src 'self';");
    expect(page.body).not.toMatch(/https?:|<script>/);
    const viewer = await test_.inject({ url: '/api/docs/viewer.js', headers: { 'accept-encoding': 'gzip' } });
    expect(viewer.headers).toMatchObject({
      'content-encoding': 'gzip',
      'content-type': 'text/javascript; charset=utf-8',
    });
    expect(viewer.rawPayload.length).toBeGreaterThan(500_000);
    expect((await test_.inject({ url: '/api/docs/open.js' })).body).toContain('/api/openapi.json');
    expect((await test_.inject({ url: '/api/docs/../package.json' })).statusCode).toBe(404);
  });
});
