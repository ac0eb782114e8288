import { createHmac } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp } from '../../apps/server/src/platform/http/test-app.ts';
import { webRoutes } from '../../apps/server/src/platform/static/web-routes.ts';
import { openSociety, SOCIETY } from '../society/open-society.ts';
import { refusedInBoth } from './refused-whole.ts';
import { MEMBER_PASSWORD, must, openForBusiness, type Person, type SocietyInBusiness } from './society-in-business.ts';

let society: SocietyInBusiness;
let asha: Person;
let bina: Person;
beforeAll(async () => {
  society = await openForBusiness();
  asha = await society.admitActive('5000.00');
  bina = await society.admitActive('5000.00');
});
afterAll(() => society.close());

const me = (token: string) => society.bearer(token).inject({ url: '/api/me' });

describe('who somebody is', () => {
  test('S87 an access token is ours or nobody’s: forged, altered, without algorithm or for the other entry', async () => {
    must(await me(asha.tokens.accessToken), 200);
    const [head = '', claims = '', signature = ''] = asha.tokens.accessToken.split('.');
    const decoded = JSON.parse(Buffer.from(claims, 'base64url').toString());
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = (text: string, key: string) =>
      `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
    const otherPerson = encode({ ...decoded, sub: String(bina.userId) });
    const staff = encode({ ...decoded, aud: 'kafal-staff' });
    const forged = [
      `${encode({ alg: 'none', typ: 'at+jwt' })}.${claims}.`,
      `${encode({ alg: 'none', typ: 'at+jwt' })}.${claims}.${signature}`,
      `${head}.${otherPerson}.${signature}`,
      `${head}.${staff}.${signature}`,
      `${head}.${encode({ ...decoded, exp: decoded.exp + 86_400 })}.${signature}`,
      signed(`${head}.${claims}`, 'your_super_secret_jwt_key'),
      signed(`${head}.${claims}`, ''),
      `${head}.${claims}.${signature.slice(0, -2)}`,
      `${head}.${claims}`,
      asha.tokens.accessToken.repeat(20),
      'Bearer',
      '',
    ];
    for (const token of forged) expect((await me(token)).statusCode, token).toBe(401);
  });

  test('S88 a refresh token opens no door and an access token renews nothing', async () => {
    expect((await me(asha.tokens.refreshToken)).statusCode).toBe(401);
    const renew = (refreshToken: string) =>
      society.inject({ method: 'POST', url: '/api/auth/refresh', payload: { refreshToken } });
    const misused = await renew(asha.tokens.accessToken);
    expect([400, 401]).toContain(misused.statusCode);
    must(await renew(asha.tokens.refreshToken), 200);
  });

  test('S89 a role says what somebody may do; a changed role, a suspension and a closed log-in act at once', async () => {
    const person = await society.addStaff('shifting', 'cashier');
    const status = async (url: string) => (await person.inject({ url })).statusCode;
    expect([await status('/api/counter/members?q=rawat'), await status('/api/day-book?on=2026-11-30')]).toEqual([
      200, 403,
    ]);
    const { administrator } = society;
    const change = async (body: object, act = '') => {
      const users = must(await administrator.inject({ url: '/api/admin/users?q=shifting' }), 200).json();
      const { id, version } = users.items[0];
      const method = act === '' ? 'PUT' : 'POST';
      return must(
        await society.send(administrator, method, `/api/admin/users/${id}${act}`, { ...body, version }),
        200,
        202,
      );
    };
    await society.agree(await change({ role: 'accountant', reason: 'Resolution 7' }, '/role-changes'));
    expect(await status('/api/day-book?on=2026-11-30')).toBe(200);

    const { items } = must(await administrator.inject({ url: '/api/admin/roles' }), 200).json();
    const role = items.find(({ code }: { code: string }) => code === 'accountant');
    const permissions = role.permissions.filter((permission: string) => permission !== 'books.read');
    await society.agree(
      await society.send(administrator, 'PUT', '/api/admin/roles/accountant', { permissions, version: role.version }),
    );
    expect(await status('/api/day-book?on=2026-11-30')).toBe(403);
    await change({ status: 'suspended', reason: 'On leave until March' });
    expect(await status('/api/me')).toBe(401);
    // Nobody takes away their own power, or gives themselves more.
    const users = must(await administrator.inject({ url: '/api/admin/users?q=admin' }), 200).json();
    const own = users.items.find(({ username }: { username: string }) => username === 'admin');
    const demoted = await society.send(administrator, 'POST', `/api/admin/users/${own.id}/role-changes`, {
      role: 'auditor',
      reason: 'Resolution 8',
      version: own.version,
    });
    expect(demoted.statusCode).toBe(403);
  });

  test('S90 guessing is stopped after ten tries, and a stranger cannot lock the treasurer out', async () => {
    const own = await openForBusiness({ environment: { RATE_LOGIN_IDENTIFIER: '10', RATE_LOGIN_ADDRESS: '300' } });
    await own.addStaff('treasurer', 'accountant');
    const password = 'the treasurer keeps a careful ledger';
    const logIn = (guess: string, remoteAddress: string) =>
      own.logIn('admin', { username: 'treasurer', password: guess }, { remoteAddress });
    // The treasurer has logged in from 127.0.0.1; the stranger comes from elsewhere, also over all of a /64.
    for (let guess = 0; guess < 10; guess += 1) {
      expect((await logIn(`guess number ${guess}`, '203.0.113.9')).statusCode).toBe(401);
    }
    const stopped = await logIn('guess number 11', '203.0.113.9');
    expect(stopped.json()).toMatchObject({ status: 429, code: 'TOO_MANY_LOGINS' });
    expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0);
    for (let guess = 0; guess < 60; guess += 1) await logIn(`guess ${guess}`, `2001:db8:${guess}::1`);
    expect((await logIn(password, '198.51.100.7')).statusCode).toBe(429);
    // Where they have been before, the treasurer comes in; a success uses nothing up.
    for (let time = 0; time < 12; time += 1) must(await logIn(password, '127.0.0.1'), 200);
    // And whoever forgot it gets a one-time code from staff, whatever strangers do.
    const users = must(await own.administrator.inject({ url: '/api/admin/users?q=treasurer' }), 200).json();
    const url = `/api/admin/users/${users.items[0].id}/one-time-code`;
    const { oneTimeCode } = must(await own.administrator.inject({ method: 'POST', url }), 200).json();
    const payload = { identifier: 'treasurer', code: oneTimeCode, newPassword: 'a wholly different careful sentence' };
    must(
      await own.inject({ method: 'POST', url: '/api/auth/password/reset', payload, remoteAddress: '198.51.100.7' }),
      200,
    );
    own.clock.advance(16 * 60_000);
    must(await logIn('a wholly different careful sentence', '198.51.100.7'), 200);
    await own.close();
  });
});

describe('the door', () => {
  test('S91 100 requests in 15 minutes for a stranger’s address; signed in, page, files and health are not among them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kafal-contract-web-'));
    mkdirSync(join(folder, 'assets'));
    for (const file of ['index.html', 'staff.html', 'setup.html', 'assets/app-12345678.js'])
      writeFileSync(join(folder, file), 'x');
    const own = await openSociety({ environment: { RATE_USER: '3000' } });
    const web = await createTestApp([
      {
        name: 'page',
        routes: async (app) => {
          await app.register(webRoutes, { folder, prefix: '/page' });
        },
      },
    ]);
    const ask = (remoteAddress: string, headers: Record<string, string> = {}) =>
      own.inject({
        method: 'POST',
        url: '/api/members/register/status',
        payload: { trackingNumber: 'AAAAAAAAAA', phone: '9811111111' },
        remoteAddress,
        headers,
      });
    const answers: LightMyRequestResponse[] = [];
    for (let count = 0; count < 101; count += 1) answers.push(await ask('203.0.113.5'));
    expect(answers.slice(0, 100).every(({ statusCode }) => statusCode === 404)).toBe(true);
    expect(answers[0]?.headers).toMatchObject({ 'ratelimit-limit': '100', 'ratelimit-remaining': '99' });
    const refused = answers.at(-1);
    expect(refused?.statusCode).toBe(429);
    expect(refused?.headers).toMatchObject({
      'ratelimit-remaining': '0',
      'retry-after': expect.stringMatching(/^\d+$/),
    });
    await refusedInBoth((language) => ask('203.0.113.5', { 'accept-language': language }), {
      status: 429,
      code: 'TOO_MANY_REQUESTS',
    });

    // Another address is another stranger; what a stranger says of their address is not believed.
    expect((await ask('203.0.113.6')).statusCode).toBe(404);
    expect((await ask('203.0.113.5', { 'x-forwarded-for': '198.51.100.1' })).statusCode).toBe(429);
    // One household's IPv6 network is one address.
    for (let host = 0; host < 100; host += 1) await ask(`2001:db8:1:2::${host.toString(16)}`);
    expect((await ask('2001:db8:1:2:ffff::1')).statusCode).toBe(429);
    expect((await ask('2001:db8:1:3::1')).statusCode).toBe(404);

    // Ten clerks behind that same address work on.
    for (let clerk = 0; clerk < 10; clerk += 1) {
      const person = await own.staff('cashier', `Clerk ${clerk}`);
      for (let request = 0; request < 30; request += 1) {
        const answer = await person.inject({ url: '/api/tills', remoteAddress: '203.0.113.5' });
        expect(answer.statusCode).toBe(200);
      }
    }
    for (const url of ['/health', '/api/society', '/api/setup', '/api/openapi.json']) {
      for (let count = 0; count < 3; count += 1)
        expect((await own.inject({ url, remoteAddress: '203.0.113.5' })).statusCode).toBe(200);
    }
    for (let count = 0; count < 150; count += 1) {
      expect((await web.inject({ url: '/page/', remoteAddress: '203.0.113.5' })).statusCode).toBe(200);
    }
    own.clock.advance(15 * 60_000);
    expect((await ask('203.0.113.5')).statusCode).toBe(404);
    await own.close();
    await web.close();
    rmSync(folder, { recursive: true });
  });

  test('S92 only pages of allowed addresses may call from elsewhere; the society’s own page is never foreign', async () => {
    const ask = (origin: string, more: object = {}) =>
      society.inject({ url: '/api/society', headers: { origin, host: 'api.society.example:3000', ...more } });
    for (const origin of ['http://localhost:8000', 'http://127.0.0.1:8000']) {
      const answer = must(await ask(origin), 200);
      expect(answer.headers).toMatchObject({ 'access-control-allow-origin': origin, vary: 'Origin' });
    }
    const own = must(await ask('https://api.society.example:3000'), 200);
    expect(own.headers).not.toHaveProperty('access-control-allow-origin');
    for (const origin of [
      'http://localhost:8001',
      'http://localhost:8000.evil.example',
      'https://my-app.vercel.app',
      'https://vercel.app',
      'null',
      'http://evil.example',
    ]) {
      const answer = await ask(origin);
      expect(answer.json(), origin).toMatchObject({ status: 403, code: 'ORIGIN_NOT_ALLOWED' });
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    }
    const preflight = (origin: string) =>
      society.inject({
        method: 'OPTIONS',
        url: '/api/receipts',
        headers: { origin, host: 'api.society.example', 'access-control-request-method': 'POST' },
      });
    const allowed = await preflight('http://localhost:8000');
    expect(allowed.statusCode).toBe(204);
    expect(allowed.headers['access-control-allow-headers']).toContain('Idempotency-Key');
    expect((await preflight('http://evil.example')).statusCode).toBe(403);
  });

  describe('S93 the security headers, one by one', () => {
    test.each([
      ['x-content-type-options', /^nosniff$/],
      ['x-frame-options', /^DENY$/],
      ['x-dns-prefetch-control', /^off$/],
      ['x-download-options', /^noopen$/],
      ['x-permitted-cross-domain-policies', /^none$/],
      ['x-xss-protection', /^0$/],
      ['referrer-policy', /^no-referrer$/],
      ['cross-origin-opener-policy', /^same-origin$/],
      ['cross-origin-resource-policy', /^same-origin$/],
      ['origin-agent-cluster', /^\?1$/],
      ['permissions-policy', /camera=\(self\)/],
      ['content-security-policy', /default-src '(self|none)'.*frame-ancestors 'none'/],
    ] as const)('%s is on every answer: of the API, a page, a problem, a path nobody knows', async (name, form) => {
      for (const url of ['/api/society', '/', '/staff', '/api/members', '/api/nothing', '/assets/nothing.js', '/%']) {
        expect((await society.inject({ url })).headers[name], url).toMatch(form);
      }
    });

    test('the content policy of the page allows no script in the page, and the API’s answers are never kept', async () => {
      const page = (await society.inject({ url: '/' })).headers['content-security-policy'];
      expect(page).toContain("script-src 'self'");
      expect(page).not.toMatch(/script-src[^;]*(unsafe|data:|blob:|\*|http)/);
      expect((await society.inject({ url: '/api/society' })).headers['cache-control']).toBe('no-store');
      expect((await society.inject({ url: '/api/society' })).headers).not.toHaveProperty('x-powered-by');
    });

    test('strict-transport-security stands over HTTPS alone', async () => {
      expect((await society.inject({ url: '/' })).headers).not.toHaveProperty('strict-transport-security');
      const own = await createTestApp([], { environment: { TRUST_PROXY: '10.0.0.5' } });
      const over = (remoteAddress: string) =>
        own.inject({ url: '/health', remoteAddress, headers: { 'x-forwarded-proto': 'https' } });
      expect((await over('10.0.0.5')).headers['strict-transport-security']).toBe('max-age=31536000');
      expect((await over('10.0.0.6')).headers).not.toHaveProperty('strict-transport-security');
      await own.close();
    });
  });

  test('S94 every route checks all that it is given: unknown keys, wrong kinds, too long, too many', async () => {
    const document = must(await society.inject({ url: '/api/openapi.json' }), 200).json();
    let checked = 0;
    for (const [path, operations] of Object.entries<
      Record<string, { requestBody?: unknown; parameters: { in: string; name: string }[] }>
    >(document.paths)) {
      for (const [method, operation] of Object.entries(operations)) {
        const url = path.replace(/\{\w+\}/g, '1');
        const send = (query: string, payload?: unknown) =>
          society.administrator.inject({
            method: method.toUpperCase() as 'POST',
            url: `${url}${query}`,
            headers: { 'idempotency-key': 'a-key-of-sixteen-letters' },
            ...(payload === undefined ? {} : { payload: payload as object }),
          });
        const admitted = (await send('', operation.requestBody === undefined ? undefined : { nonsense: true }))
          .statusCode;
        expect(admitted, `${method} ${path}`).toBeLessThan(500);
        if (admitted === 401 || admitted === 403) continue;
        if (operation.requestBody !== undefined && !path.endsWith('/logout') && !path.endsWith('/refresh')) {
          for (const body of [{ nonsense: true }, [], 'text', 7, { ['x'.repeat(300)]: 1 }]) {
            const answer = await send('', JSON.parse(JSON.stringify(body)));
            expect([400, 415], `${method} ${path} ${JSON.stringify(body)}`).toContain(answer.statusCode);
            checked += 1;
          }
        }
        if (operation.parameters.some((parameter) => parameter.in === 'query')) {
          const answer = await send('?nonsense=1');
          expect(answer.json(), `${method} ${path}`).toMatchObject({ status: 400, code: 'VALIDATION_FAILED' });
          checked += 1;
        }
      }
    }
    expect(checked).toBeGreaterThan(150);
  });

  test('S95 no text becomes SQL: every searched, filtered, sorted and named value is bound or from a fixed list', async () => {
    const before = await society.count('member');
    const injections = [
      "' OR '1'='1",
      "'; DROP TABLE member; --",
      '" OR ""="',
      '\\',
      '%',
      '_',
      '`',
      'name; DELETE FROM member',
      '\u0000',
    ];
    const lists = [
      '/api/members',
      '/api/deposits',
      '/api/shares',
      '/api/receipts',
      '/api/transactions',
      '/api/admin/member-requests',
      '/api/admin/audit',
      '/api/admin/users',
    ];
    const all = new Map<string, number>();
    for (const url of lists) all.set(url, must(await society.administrator.inject({ url }), 200).json().items.length);
    for (const text of injections) {
      const q = encodeURIComponent(text);
      for (const url of lists) {
        const answer = await society.administrator.inject({ url: `${url}?q=${q}` });
        expect([200, 400], `${url} ${text}`).toContain(answer.statusCode);
        // A wildcard or a condition would find everybody.
        if (answer.statusCode === 200 && /\p{L}|'/u.test(text))
          expect(answer.json().items, `${url} ${text}`).toEqual([]);
        for (const name of ['sort', 'cursor', 'status', 'kind', 'from']) {
          const other = await society.administrator.inject({ url: `${url}?${name}=${q}` });
          expect([200, 400], `${url}?${name}=${text}`).toContain(other.statusCode);
        }
      }
      must(await society.logIn('member', { identifier: text, password: text }), 400, 401);
      expect((await society.send(society.manager, 'GET', `/api/counter/members?q=${q}`)).statusCode).toBeLessThan(500);
      expect((await society.administrator.inject({ url: `/api/settings/${q}/history` })).statusCode).toBe(404);
      expect([400, 404]).toContain(
        (await society.administrator.inject({ url: `/api/accounts/${q}/ledger` })).statusCode,
      );
    }
    expect(await society.count('member')).toBe(before);
    const named = { ...SOCIETY.society, name: "Robert'); DROP TABLE member;--" };
    await society.changeSetting('society.name', named.name);
    expect(must(await society.inject({ url: '/api/society' }), 200).json().name).toBe(named.name);
  });
});

test('only the built web app is served as files: no source, no database, no secret, no folder above', async () => {
  for (const url of [
    '/package.json',
    '/server.js',
    '/apps/server/src/main.ts',
    '/.env',
    '/.git/config',
    '/data/kafal.db',
    '/data/secrets.json',
    '/database/schema.sql',
    '/uploads/aadhaar.png',
    '/assets/../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
  ]) {
    const answer = await society.inject({ url });
    expect(answer.body, url).not.toContain('"workspaces"');
    expect(answer.body, url).not.toContain('CREATE TABLE');
    if (answer.statusCode === 200) expect(answer.headers['content-type'], url).toContain('text/html');
  }
});

test('a one-time code is tried ten times at most from one place, and a wrong one tells nothing', async () => {
  const own = await openForBusiness({ environment: { RATE_LOGIN_IDENTIFIER: '10', RATE_LOGIN_ADDRESS: '300' } });
  const { memberId, memberNumber } = await own.admitActive();
  const { oneTimeCode } = must(
    await own.send(own.manager, 'POST', `/api/members/${memberId}/one-time-code`),
    200,
  ).json();
  const reset = (code: string) =>
    own.inject({
      method: 'POST',
      url: '/api/auth/password/reset',
      payload: { identifier: memberNumber, code, newPassword: `${MEMBER_PASSWORD} again` },
    });
  for (let guess = 0; guess < 10; guess += 1) {
    expect((await reset('AAAA-BBBB-CCCC')).json()).toMatchObject({ status: 422, code: 'CODE_WRONG' });
  }
  expect((await reset(oneTimeCode)).statusCode).toBe(429);
  await own.close();
});
