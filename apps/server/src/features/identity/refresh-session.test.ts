import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { onSessionsEnded } from './index.ts';
import { bearer, codeOf, createIdentityTest, type IdentityTest } from './test-identity.ts';

let kafal: IdentityTest;
beforeEach(async () => {
  kafal = await createIdentityTest();
  await kafal.addStaff('manager', 'manager');
});
afterEach(() => kafal.close());

const refresh = (refreshToken: string, headers: Record<string, string> = {}) =>
  kafal.post('/api/auth/refresh', { refreshToken }, { headers });

describe('a refresh token', () => {
  test('is used up by one use and leads on to the next', async () => {
    const first = await kafal.tokens('manager');
    const second = await refresh(first.refreshToken);
    expect(second.statusCode).toBe(200);
    expect(second.json()).toMatchObject({ tokenType: 'Bearer', expiresIn: 86_400, user: { role: 'manager' } });
    expect(second.json().refreshToken).not.toBe(first.refreshToken);
    expect(second.json().refreshToken.split('.')[0]).toBe(first.sessionId);
    const third = await refresh(second.json().refreshToken);
    expect(third.statusCode).toBe(200);
    // The access token before it is good for its own time.
    expect((await kafal.me(first.accessToken)).statusCode).toBe(200);
    expect((await kafal.me(third.json().accessToken)).statusCode).toBe(200);
  });

  test('is nowhere in the database', async () => {
    const { refreshToken } = await kafal.tokens('manager');
    const renewed = (await refresh(refreshToken)).json().refreshToken;
    const rows = JSON.stringify(await kafal.platform.database.selectFrom('session').selectAll().execute());
    for (const token of [refreshToken, renewed]) expect(rows).not.toContain(token.split('.')[1]);
    expect(rows).toContain(kafal.platform.keys.current('refresh').id);
  });

  test('lives as long as the variable says, from its last use on', async () => {
    let { refreshToken } = await kafal.tokens('manager');
    kafal.clock.advance(6 * 86_400_000);
    refreshToken = (await refresh(refreshToken)).json().refreshToken;
    kafal.clock.advance(6 * 86_400_000);
    const renewed = await refresh(refreshToken);
    expect(renewed.statusCode).toBe(200);
    kafal.clock.advance(7 * 86_400_000);
    expect(codeOf(await refresh(renewed.json().refreshToken))).toBe('REFRESH_TOKEN_INVALID');
  });

  test('sent by two tabs within ten seconds gives both the same next one', async () => {
    const { refreshToken } = await kafal.tokens('manager');
    const one = await refresh(refreshToken);
    kafal.clock.advance(10_000);
    const other = await refresh(refreshToken);
    expect(other.statusCode).toBe(200);
    expect(other.json().refreshToken).toBe(one.json().refreshToken);
    expect((await refresh(one.json().refreshToken)).statusCode).toBe(200);
  });

  test('sent twenty times at once has one child', async () => {
    const { refreshToken } = await kafal.tokens('manager');
    const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(refreshToken)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(20).fill(200));
    expect(new Set(answers.map((answer) => answer.json().refreshToken)).size).toBe(1);
    const child = answers[0]?.json().refreshToken;
    expect((await refresh(child)).statusCode).toBe(200);
  });

  test('used again later is a theft: the whole session ends, for both of them', async () => {
    const { refreshToken, accessToken, sessionId } = await kafal.tokens('manager');
    const bystander = await kafal.tokens('manager');
    const child = await refresh(refreshToken);
    kafal.clock.advance(10_001);
    const ended: string[] = [];
    const stop = onSessionsEnded((ids) => ended.push(...ids));
    const again = await refresh(refreshToken);
    stop();
    expect([again.statusCode, codeOf(again)]).toEqual([401, 'REFRESH_TOKEN_INVALID']);
    expect(ended).toEqual([sessionId]);
    expect((await kafal.me(accessToken)).statusCode).toBe(401);
    expect((await kafal.me(child.json().accessToken)).statusCode).toBe(401);
    expect((await refresh(child.json().refreshToken)).statusCode).toBe(401);
    expect((await kafal.me(bystander.accessToken)).statusCode).toBe(200);

    const session = await kafal.platform.database
      .selectFrom('session')
      .select(['endReason'])
      .where('id', '=', sessionId)
      .executeTakeFirst();
    expect(session?.endReason).toBe('token-reused');
    const trail = await kafal.platform.database
      .selectFrom('audit')
      .select(['action', 'newValues'])
      .where('action', '=', 'session.theft-suspected')
      .execute();
    expect(trail.map(({ newValues }) => JSON.parse(newValues ?? ''))).toEqual([{ sessionId }]);
    const notice = await kafal.platform.database
      .selectFrom('outbox')
      .select(['audience', 'userId'])
      .where('name', '=', 'session.theft-suspected')
      .executeTakeFirstOrThrow();
    expect(notice).toEqual({ audience: 'user', userId: expect.any(Number) });
  });

  test('made up for a session whose id somebody has read ends nothing', async () => {
    const { refreshToken, accessToken, sessionId } = await kafal.tokens('manager');
    const other = await kafal.tokens('manager');
    const [, foreignSecret] = other.refreshToken.split('.');
    for (const secret of [
      'A'.repeat(65),
      foreignSecret,
      `${refreshToken.split('.')[1]?.slice(0, -22)}${'A'.repeat(22)}`,
    ]) {
      expect(codeOf(await refresh(`${sessionId}.${secret}`))).toBe('REFRESH_TOKEN_INVALID');
    }
    expect((await kafal.me(accessToken)).statusCode).toBe(200);
    expect((await refresh(refreshToken)).statusCode).toBe(200);
  });

  test('of an older generation is a theft too', async () => {
    const first = await kafal.tokens('manager');
    const second = (await refresh(first.refreshToken)).json().refreshToken;
    const third = (await refresh(second)).json().refreshToken;
    expect((await refresh(first.refreshToken)).statusCode).toBe(401);
    expect((await refresh(third)).statusCode).toBe(401);
  });

  test('from another browser within the ten seconds is a theft', async () => {
    const { refreshToken } = await kafal.tokens('manager');
    const mine = await refresh(refreshToken);
    expect((await refresh(refreshToken, { 'user-agent': 'another' })).statusCode).toBe(401);
    expect((await refresh(mine.json().refreshToken)).statusCode).toBe(401);
  });

  test.each([
    ['nothing', ''],
    ['a word', 'token'],
    ['a session nobody has', `${'A'.repeat(22)}.${'B'.repeat(65)}`],
    ['a quote', `' OR 1=1 --.${'B'.repeat(65)}`],
    ['no secret', `${'A'.repeat(22)}.`],
  ])('that is %s is refused', async (_, token) => {
    const answer = await refresh(token);
    expect([answer.statusCode, codeOf(answer)]).toEqual([401, 'REFRESH_TOKEN_INVALID']);
  });

  test('is no access token', async () => {
    const { refreshToken } = await kafal.tokens('manager');
    expect((await kafal.me(refreshToken)).statusCode).toBe(401);
  });

  test('of a suspended user is refused', async () => {
    const userId = await kafal.addStaff('clerk', 'cashier');
    const { refreshToken } = await kafal.tokens('clerk');
    await kafal.platform.transact((trx) =>
      trx.updateTable('user').set({ status: 'suspended' }).where('id', '=', userId).execute(),
    );
    expect((await refresh(refreshToken)).statusCode).toBe(401);
  });

  test('may be renewed a hundred times in a quarter of an hour', async () => {
    let { refreshToken } = await kafal.tokens('manager');
    for (let times = 0; times < 100; times += 1) {
      refreshToken = (await refresh(refreshToken)).json().refreshToken;
    }
    const answer = await refresh(refreshToken);
    expect([answer.statusCode, codeOf(answer)]).toEqual([429, 'TOO_MANY_REQUESTS']);
    kafal.clock.advance(15 * 60_000);
    expect((await refresh(refreshToken)).statusCode).toBe(200);
  });
});

describe('the web app', () => {
  const web = { 'x-kafal-client': 'web', origin: 'http://localhost:8000', host: 'localhost:8000' };
  const secure = { ...web, origin: 'https://kafal.example', host: 'kafal.example', 'x-forwarded-proto': 'https' };

  async function webLogIn(headers: Record<string, string> = web, on: IdentityTest = kafal) {
    const answer = await on.post(
      '/api/auth/admin/login',
      { identifier: 'manager', password: 'seven quiet lanterns' },
      { headers },
    );
    const cookie = answer.cookies.find(({ name }) => name.endsWith('kafal-staff'));
    return { answer, cookie, header: `${cookie?.name}=${cookie?.value}` };
  }

  test('gets the refresh token as a cookie alone', async () => {
    const { answer, cookie } = await webLogIn();
    expect(answer.json().refreshToken).toBeNull();
    expect(cookie).toMatchObject({
      name: 'kafal-staff',
      value: expect.stringMatching(/^[\w-]{22}\.[\w-]{65}$/),
      path: '/',
      httpOnly: true,
      sameSite: 'Strict',
      maxAge: 604_800,
    });
    expect(cookie?.secure).toBeUndefined();
    expect(cookie?.domain).toBeUndefined();
  });

  test('over HTTPS the cookie is Secure and bound to the host', async () => {
    const behindProxy = await createIdentityTest({ environment: { TRUST_PROXY: 'loopback' } });
    await behindProxy.addStaff('manager', 'manager');
    const { cookie, header } = await webLogIn(secure, behindProxy);
    expect(cookie).toMatchObject({ name: '__Host-kafal-staff', secure: true, httpOnly: true, path: '/' });
    const renewed = await behindProxy.post('/api/auth/refresh', {}, { headers: { ...secure, cookie: header } });
    expect(renewed.statusCode).toBe(200);
    const plainPage = { ...secure, origin: 'http://kafal.example', cookie: header };
    expect((await behindProxy.post('/api/auth/refresh', {}, { headers: plainPage })).statusCode).toBe(403);
    await behindProxy.close();
  });

  test('refreshes by cookie, which moves on', async () => {
    const { header } = await webLogIn();
    const renewed = await kafal.post(
      '/api/auth/refresh',
      { audience: 'staff' },
      { headers: { ...web, cookie: header } },
    );
    expect(renewed.statusCode).toBe(200);
    expect(renewed.json().refreshToken).toBeNull();
    const next = renewed.cookies.find(({ name }) => name === 'kafal-staff');
    expect(`${next?.name}=${next?.value}`).not.toBe(header);
  });

  test.each([
    ['without the header', { 'x-kafal-client': '' }],
    ['from another page', { origin: 'http://127.0.0.1:8000' }],
    ['from another port', { origin: 'http://localhost:3000' }],
    ['from nowhere', { origin: 'null' }],
  ])('%s a cookie opens and ends nothing', async (_, wrong) => {
    const { header, answer } = await webLogIn();
    const headers = { ...web, ...wrong, cookie: header };
    for (const url of ['/api/auth/refresh', '/api/auth/logout']) {
      const refused = await kafal.post(url, {}, { headers });
      expect(refused.statusCode).toBe(403);
      expect(refused.headers['set-cookie']).toBeUndefined();
    }
    expect((await kafal.me(answer.json().accessToken)).statusCode).toBe(200);
  });

  test('without an Origin a cookie opens nothing', async () => {
    const { header } = await webLogIn();
    const { origin: _, ...headers } = web;
    const refused = await kafal.post('/api/auth/refresh', {}, { headers: { ...headers, cookie: header } });
    expect([refused.statusCode, codeOf(refused)]).toEqual([403, 'COOKIE_OF_OWN_PAGE_ONLY']);
  });

  test('keeps a member’s and a staff log-in apart in one browser', async () => {
    await kafal.addMember('KCS2026001');
    const staff = await webLogIn();
    const member = await kafal.post(
      '/api/auth/member/login',
      { identifier: 'KCS2026001', password: 'seven quiet lanterns' },
      { headers: web },
    );
    const memberCookie = member.cookies.find(({ name }) => name === 'kafal-member');
    const both = { ...web, cookie: `${staff.header}; kafal-member=${memberCookie?.value}` };
    expect(codeOf(await kafal.post('/api/auth/refresh', {}, { headers: both }))).toBe('AUDIENCE_NEEDED');
    const asMember = await kafal.post('/api/auth/refresh', { audience: 'member' }, { headers: both });
    expect(asMember.json().user.kind).toBe('member');
    // A member's token in the staff cookie opens no staff session.
    const next = asMember.cookies.find(({ name }) => name === 'kafal-member');
    const swapped = { ...web, cookie: `kafal-staff=${next?.value}` };
    expect((await kafal.post('/api/auth/refresh', { audience: 'staff' }, { headers: swapped })).statusCode).toBe(401);
  });

  test('a cookie that opens nothing any more is taken back', async () => {
    const headers = { ...web, cookie: `kafal-staff=${'A'.repeat(22)}.${'B'.repeat(65)}` };
    const answer = await kafal.post('/api/auth/refresh', {}, { headers });
    expect(answer.statusCode).toBe(401);
    expect(answer.cookies).toMatchObject([{ name: 'kafal-staff', value: '', maxAge: 0 }]);
  });

  test('logs out by cookie alone', async () => {
    const { header, answer } = await webLogIn();
    const out = await kafal.post('/api/auth/logout', {}, { headers: { ...web, cookie: header } });
    expect(out.statusCode).toBe(200);
    expect(out.cookies).toMatchObject([{ name: 'kafal-staff', value: '', maxAge: 0 }]);
    expect((await kafal.me(answer.json().accessToken)).statusCode).toBe(401);
  });
});

describe('a log-out', () => {
  test('acts at once, on both tokens, and may be repeated', async () => {
    const { accessToken, refreshToken } = await kafal.tokens('manager');
    expect((await kafal.me(accessToken)).statusCode).toBe(200);
    for (let times = 0; times < 2; times += 1) {
      const out = await kafal.inject({ method: 'POST', url: '/api/auth/logout', headers: bearer(accessToken) });
      expect([out.statusCode, out.json()]).toEqual([200, { done: true }]);
    }
    expect((await kafal.me(accessToken)).statusCode).toBe(401);
    expect((await refresh(refreshToken)).statusCode).toBe(401);
    const trail = await kafal.platform.database.selectFrom('audit').select('action').execute();
    expect(trail.filter(({ action }) => action === 'user.logged-out')).toHaveLength(1);
  });

  test('works with the refresh token alone, for its holder only', async () => {
    const { accessToken, refreshToken, sessionId } = await kafal.tokens('manager');
    await kafal.post('/api/auth/logout', { refreshToken: `${sessionId}.${'B'.repeat(65)}` });
    expect((await kafal.me(accessToken)).statusCode).toBe(200);
    await kafal.post('/api/auth/logout', { refreshToken });
    expect((await kafal.me(accessToken)).statusCode).toBe(401);
  });

  test('of nobody is done already', async () => {
    expect((await kafal.post('/api/auth/logout', {})).json()).toEqual({ done: true });
  });
});

describe('sessions', () => {
  const list = (accessToken: string) => kafal.inject({ url: '/api/auth/sessions', headers: bearer(accessToken) });
  const end = (accessToken: string, id: string) =>
    kafal.inject({ method: 'DELETE', url: `/api/auth/sessions/${id}`, headers: bearer(accessToken) });

  test('are listed for their owner, the current one marked', async () => {
    const old = await kafal.tokens('manager', { address: '10.0.0.5' });
    kafal.clock.advance(60_000);
    const current = await kafal.tokens('manager');
    const { items } = (await list(current.accessToken)).json();
    expect(items).toMatchObject([
      { id: current.sessionId, isCurrent: true, audience: 'staff', address: '127.0.0.1' },
      { id: old.sessionId, isCurrent: false, address: '10.0.0.5' },
    ]);
    expect(JSON.stringify(items)).not.toContain(old.refreshToken.split('.')[1]);
  });

  test('are ended by their owner, at once', async () => {
    const old = await kafal.tokens('manager');
    const current = await kafal.tokens('manager');
    expect((await kafal.me(old.accessToken)).statusCode).toBe(200);
    expect((await end(current.accessToken, old.sessionId)).statusCode).toBe(200);
    expect((await kafal.me(old.accessToken)).statusCode).toBe(401);
    expect((await kafal.me(current.accessToken)).statusCode).toBe(200);
    expect(codeOf(await end(current.accessToken, old.sessionId))).toBe('SESSION_NOT_FOUND');
  });

  test('of somebody else are as if they did not exist, except to an administrator', async () => {
    await kafal.addStaff('admin');
    await kafal.addStaff('cashier', 'cashier');
    const victim = await kafal.tokens('manager');
    const cashier = await kafal.tokens('cashier');
    const admin = await kafal.tokens('admin');
    const other = await end(cashier.accessToken, victim.sessionId);
    const missing = await end(cashier.accessToken, 'A'.repeat(22));
    expect([other.statusCode, codeOf(other)]).toEqual([404, 'SESSION_NOT_FOUND']);
    expect({ ...other.json(), requestId: '' }).toEqual({ ...missing.json(), requestId: '' });
    expect((await kafal.me(victim.accessToken)).statusCode).toBe(200);
    expect((await end(admin.accessToken, victim.sessionId)).statusCode).toBe(200);
    expect((await kafal.me(victim.accessToken)).statusCode).toBe(401);
    const reasons = await kafal.platform.database
      .selectFrom('session')
      .select('endReason')
      .where('id', '=', victim.sessionId)
      .executeTakeFirst();
    expect(reasons?.endReason).toBe('ended-by-administrator');
  });
});
