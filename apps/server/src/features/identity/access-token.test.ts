// Forged and worn-out tokens, made with the server's real key where that is the point.

import { createHmac, generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { actorOfToken } from './index.ts';
import { endSession } from './sessions.ts';
import { bearer, createIdentityTest, type IdentityTest, type Tokens } from './test-identity.ts';

let kafal: IdentityTest;
let tokens: Tokens;
let userId: number;
let key: { id: string; bytes: Buffer };

beforeAll(async () => {
  kafal = await createIdentityTest({ environment: { RATE_ANONYMOUS: '100000' } });
  userId = await kafal.addStaff('manager', 'manager');
  tokens = await kafal.tokens('manager');
  key = kafal.platform.keys.current('access');
});
afterAll(() => kafal.close());

const seconds = () => Math.floor(kafal.clock.now() / 1_000);
const text = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

const goodHeader = () => ({ alg: 'HS256', typ: 'at+jwt', kid: key.id });
const goodClaims = () => ({
  sid: tokens.sessionId,
  iss: 'kafal',
  aud: 'kafal-staff',
  sub: String(userId),
  jti: 'AAAAAAAAAAAA',
  iat: seconds(),
  exp: seconds() + 600,
});

/** Signed by hand, so that nothing keeps a header or claim from being wrong. */
function forge(header: object = {}, claims: object = {}, secret: Buffer = key.bytes): string {
  const body = `${text({ ...goodHeader(), ...header })}.${text({ ...goodClaims(), ...claims })}`;
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
}

const without = (name: string) => ({ [name]: undefined });

describe('a token is taken only when every part of it is right', () => {
  test('the real one, and one made by hand in its likeness', async () => {
    expect((await kafal.me(tokens.accessToken)).statusCode).toBe(200);
    expect((await kafal.me(forge())).statusCode).toBe(200);
  });

  const forgeries: [string, () => string | Promise<string>][] = [
    ['alg none', () => `${text({ ...goodHeader(), alg: 'none' })}.${text(goodClaims())}.`],
    ['alg None', () => `${text({ ...goodHeader(), alg: 'None' })}.${text(goodClaims())}.`],
    ['no signature', () => tokens.accessToken.split('.').slice(0, 2).join('.')],
    ['an empty signature', () => `${tokens.accessToken.split('.').slice(0, 2).join('.')}.`],
    ['another algorithm with our key (HS384)', () => signed('HS384')],
    ['another algorithm with our key (HS512)', () => signed('HS512')],
    ['a public key algorithm', () => signedByKeyPair()],
    ['another secret', () => forge({}, {}, Buffer.alloc(32, 7))],
    ['an empty secret', () => forge({}, {}, Buffer.alloc(0))],
    ['the key id as secret', () => forge({}, {}, Buffer.from(key.id))],
    ['an unknown key', () => forge({ kid: 'k9' })],
    ['no key id', () => forge(without('kid'))],
    ['a key id that is a path', () => forge({ kid: '../../dev/null' })],
    ['a key id that is a number', () => forge({ kid: 1 })],
    ['a key id that is an object', () => forge({ kid: { toString: 'x' } })],
    ['a key id of Object.prototype', () => forge({ kid: 'constructor' })],
    ['the key of refresh tokens', () => forge({ kid: refreshKey().id }, {}, refreshKey().bytes)],
    ['the key of passwords under our name', () => forge({}, {}, kafal.platform.keys.current('password').bytes)],
    ['a key that it brings along', () => forge({ jwk: { kty: 'oct', k: text('x') } }, {}, Buffer.from('x'))],
    ['an unknown critical header', () => forge({ crit: ['exp2'], exp2: 1 })],
    ['unencoded payload', () => forge({ b64: false, crit: ['b64'] })],
    ['another type', () => forge({ typ: 'JWT' })],
    ['a refresh type', () => forge({ typ: 'rt+jwt' })],
    ['no type', () => forge(without('typ'))],
    ['another issuer', () => forge({}, { iss: 'somebody' })],
    ['no issuer', () => forge({}, without('iss'))],
    ['another audience', () => forge({}, { aud: 'kafal-refresh' })],
    ['no audience', () => forge({}, without('aud'))],
    ['both audiences', () => forge({}, { aud: ['kafal-staff', 'kafal-member'] })],
    ['the members’ audience on a staff session', () => forge({}, { aud: 'kafal-member' })],
    ['no expiry', () => forge({}, without('exp'))],
    ['expired by a second', () => forge({}, { exp: seconds() - 1 })],
    ['expiring now', () => forge({}, { exp: seconds() })],
    ['an expiry in text', () => forge({}, { exp: String(seconds() + 600) })],
    ['not yet good', () => forge({}, { nbf: seconds() + 60 })],
    ['no session', () => forge({}, without('sid'))],
    ['a session nobody has', () => forge({}, { sid: 'AAAAAAAAAAAAAAAAAAAAAA' })],
    ['a session that is a number', () => forge({}, { sid: 0 })],
    ['a session that is a list', () => forge({}, { sid: [tokens.sessionId] })],
    ['no subject', () => forge({}, without('sub'))],
    ['another subject than the session’s', () => forge({}, { sub: String(userId + 1) })],
    ['a subject that is a number', () => forge({}, { sub: userId })],
    ['a subject of 0', () => forge({}, { sub: '0' })],
    ['a subject with a leading zero', () => forge({}, { sub: `0${userId}` })],
    ['no token id', () => forge({}, without('jti'))],
    ['no time of issue', () => forge({}, without('iat'))],
    ['a changed payload under the old signature', () => swapPayload()],
    ['the refresh token', () => tokens.refreshToken],
    ['the session id', () => tokens.sessionId],
    ['three dots', () => '...'],
    ['five parts', () => 'a.b.c.d.e'],
    ['nothing', () => ''],
    ['Unicode', () => 'नमस्ते.a.b'],
    ['10,000 letters', () => `${'a'.repeat(5_000)}.${'b'.repeat(5_000)}.c`],
  ];

  async function signed(alg: string): Promise<string> {
    return new SignJWT(goodClaims())
      .setProtectedHeader({ ...goodHeader(), alg })
      .sign(Buffer.concat([key.bytes, key.bytes]));
  }

  async function signedByKeyPair(): Promise<string> {
    const { privateKey } = generateKeyPairSync('ed25519');
    return new SignJWT(goodClaims()).setProtectedHeader({ ...goodHeader(), alg: 'EdDSA' }).sign(privateKey);
  }

  function refreshKey() {
    return kafal.platform.keys.current('refresh');
  }

  function swapPayload(): string {
    const [header, , signature] = tokens.accessToken.split('.');
    return `${header}.${text({ ...goodClaims(), exp: seconds() + 9_999_999 })}.${signature}`;
  }

  test.each(forgeries)('%s', async (_, make) => {
    const token = await make();
    for (const url of ['/api/me', '/api/auth/sessions']) {
      const answer = await kafal.inject({
        url,
        headers: { authorization: Buffer.from(`Bearer ${token}`).toString('latin1') },
      });
      expect([answer.statusCode, answer.json().code]).toEqual([401, 'NOT_SIGNED_IN']);
      expect(answer.headers['www-authenticate']).toBe('Bearer');
    }
    expect(await actorOfToken(kafal.platform, token, someone)).toBeUndefined();
  });

  test.each(['Basic', 'bearer:', 'Token', 'Bearertoken'])('behind the word "%s"', async (word) => {
    const answer = await kafal.inject({ url: '/api/me', headers: { authorization: `${word} ${tokens.accessToken}` } });
    expect(answer.statusCode).toBe(401);
  });

  test('not in the address, nor in a cookie, nor as another header', async () => {
    const { accessToken } = tokens;
    for (const request of [
      { url: `/api/me?access_token=${accessToken}` },
      { url: `/api/me?token=${accessToken}` },
      { url: '/api/me', headers: { cookie: `kafal-staff=${accessToken}; token=${accessToken}` } },
      { url: '/api/me', headers: { 'x-access-token': accessToken } },
    ]) {
      expect((await kafal.inject(request)).statusCode).toBe(401);
    }
  });

  test.each(['//api/me', '/api//me', '/api/me;x', '/API/me', '/api/me/', '/api/%6de', '/./api/me', '/api/x/../me'])(
    'nobody gets past it by writing the path as %s',
    async (url) => {
      const answer = await kafal.inject({ url });
      expect(answer.body).not.toContain('permissions');
      if (answer.statusCode < 300) expect(answer.headers['content-type']).toMatch(/^text\/html/);
    },
  );

  test('an access token is no refresh token', async () => {
    const answer = await kafal.post('/api/auth/refresh', { refreshToken: tokens.accessToken.slice(0, 400) });
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'REFRESH_TOKEN_INVALID']);
  });
});

const someone = { address: '127.0.0.1', agent: 'test', language: 'en' as const, requestId: 'test' };

describe('a token', () => {
  test('ends with its time, also when this process has seen it before', async () => {
    const other = await createIdentityTest({ environment: { JWT_EXPIRES_IN: '10m' } });
    await other.addStaff('manager', 'manager');
    const { accessToken } = await other.tokens('manager');
    expect((await other.me(accessToken)).statusCode).toBe(200);
    other.clock.advance(599_000);
    expect((await other.me(accessToken)).statusCode).toBe(200);
    other.clock.advance(1_000);
    expect((await other.me(accessToken)).statusCode).toBe(401);
    await other.close();
  });

  test('ends with its session', async () => {
    const other = await createIdentityTest({ environment: { JWT_EXPIRES_IN: '30d', JWT_REFRESH_EXPIRES_IN: '7d' } });
    await other.addStaff('manager', 'manager');
    const { accessToken } = await other.tokens('manager');
    other.clock.advance(7 * 86_400_000 - 1);
    expect((await other.me(accessToken)).statusCode).toBe(200);
    other.clock.advance(1);
    expect((await other.me(accessToken)).statusCode).toBe(401);
    await other.close();
  });

  test('two of one session differ', async () => {
    const again = await kafal.tokens('manager');
    const renewed = await kafal.post('/api/auth/refresh', { refreshToken: again.refreshToken });
    expect(renewed.json().accessToken).not.toBe(again.accessToken);
  });

  test('is believed for a second at most when the change came from elsewhere', async () => {
    await kafal.addStaff('clerk', 'cashier');
    const { accessToken, sessionId } = await kafal.tokens('clerk');
    expect((await kafal.me(accessToken)).statusCode).toBe(200);
    // Another instance ends the session: this process hears nothing of it.
    await kafal.platform.transact((trx) =>
      trx.updateTable('session').set({ endedAt: kafal.clock.now() }).where('id', '=', sessionId).execute(),
    );
    expect((await kafal.me(accessToken)).statusCode).toBe(200);
    kafal.clock.advance(1_000);
    expect((await kafal.me(accessToken)).statusCode).toBe(401);
  });

  test('is used without asking the database again within that second', async () => {
    await kafal.addStaff('reader', 'auditor');
    const { accessToken } = await kafal.tokens('reader');
    const asked = vi.spyOn(kafal.platform.dialect, 'one');
    for (let times = 0; times < 20; times += 1) await actorOfToken(kafal.platform, accessToken, someone);
    expect(asked).toHaveBeenCalledTimes(1);
    kafal.clock.advance(1_000);
    await Promise.all(Array.from({ length: 20 }, () => actorOfToken(kafal.platform, accessToken, someone)));
    expect(asked).toHaveBeenCalledTimes(2);
    asked.mockRestore();
  });

  test('that was read while its session ended is not believed afterwards', async () => {
    await kafal.addStaff('runner', 'auditor');
    const { accessToken, sessionId } = await kafal.tokens('runner');
    const { one } = kafal.platform.dialect;
    const slow = vi.spyOn(kafal.platform.dialect, 'one').mockImplementation(async (...asked) => {
      const row = await one(...asked);
      // The log-out commits after the row was read and before it is kept.
      await kafal.platform.transact(async (trx) => {
        await endSession(trx, kafal.platform, sessionId, 'logged-out');
      });
      return row as never;
    });
    await kafal.me(accessToken);
    slow.mockRestore();
    expect((await kafal.me(accessToken)).statusCode).toBe(401);
  });

  test('knows the language of its owner unless the request says another', async () => {
    await kafal.addMember('KCS2026009');
    const { accessToken } = await kafal.tokens('KCS2026009', { member: true });
    const headers = bearer(accessToken);
    const hindi = await kafal.inject({ url: '/api/admin/users', headers });
    expect(hindi.json().detail).toMatch(/[\u0900-\u097f]/);
    const english = await kafal.inject({ url: '/api/admin/users', headers: { ...headers, 'accept-language': 'en' } });
    expect(english.json().detail).toMatch(/^[ -~]+$/);
  });

  test('notes its last use, a few minutes exact', async () => {
    await kafal.addStaff('walker', 'auditor');
    const { accessToken, sessionId } = await kafal.tokens('walker');
    const seen = async () =>
      (
        await kafal.platform.database
          .selectFrom('session')
          .select('lastSeenAt')
          .where('id', '=', sessionId)
          .executeTakeFirst()
      )?.lastSeenAt;
    const start = kafal.clock.now();
    kafal.clock.advance(299_000);
    await kafal.me(accessToken);
    kafal.clock.advance(1_001);
    await kafal.me(accessToken);
    // Nobody waits for it to be written.
    await vi.waitFor(async () => expect(await seen()).toBe(start + 300_001), 10_000);
  });
});

test('a session that another server of the same database has ended opens nothing, at once', async () => {
  const one = await createIdentityTest({ environment: { REDIS_URL: 'redis://127.0.0.1:6379' } });
  try {
    await one.addStaff('manager', 'manager');
    const { accessToken, sessionId } = await one.tokens('manager');
    expect((await one.me(accessToken)).statusCode).toBe(200);
    // As the other server writes it; nothing tells this one.
    await one.platform.transact(async (trx) => {
      await one.platform.dialect.run(trx, 'UPDATE `session` SET endedAt = ? WHERE id = ?', [
        one.clock.now(),
        sessionId,
      ]);
    });
    expect((await one.me(accessToken)).statusCode).toBe(401);
  } finally {
    await one.close();
  }
});
