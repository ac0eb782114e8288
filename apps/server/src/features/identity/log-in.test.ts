import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bearer, codeOf, createIdentityTest, type IdentityTest, OTHER_PASSWORD, PASSWORD } from './test-identity.ts';

let kafal: IdentityTest;
beforeEach(async () => {
  kafal = await createIdentityTest();
});
afterEach(() => kafal.close());

describe('a log-in', () => {
  test('answers both tokens, the user and how long the access token lives', async () => {
    await kafal.addStaff('manager', 'manager');
    const answer = await kafal.logIn('manager');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      tokenType: 'Bearer',
      expiresIn: 86_400,
      user: { kind: 'staff', role: 'manager', roleName: 'Manager', mustChangePassword: false, totpEnabled: false },
    });
    expect(answer.json().refreshToken).toMatch(/^[\w-]{22}\.[\w-]{65}$/);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.headers['cache-control']).toBe('no-store');

    const me = await kafal.me(answer.json().accessToken);
    expect(me.statusCode).toBe(200);
    expect(me.json()).toMatchObject({ user: { role: 'manager' }, businessDate: '2026-11-30', unreadNotifications: 0 });
  });

  test.each(['identifier', 'email', 'username', 'adminId'])('takes the name as "%s"', async (field) => {
    await kafal.addStaff('manager', 'manager');
    const answer = await kafal.post('/api/auth/admin/login', { [field]: 'manager', password: PASSWORD });
    expect(answer.statusCode).toBe(200);
  });

  test('wants exactly one name', async () => {
    for (const names of [{}, { email: 'manager', username: 'manager' }]) {
      const answer = await kafal.post('/api/auth/admin/login', { ...names, password: PASSWORD });
      expect(answer.statusCode).toBe(400);
      expect(answer.json().fields[0].code).toBe('IDENTIFIER_ONE');
    }
  });

  test.each([
    'KCS2026001',
    ' kcs 2026 001 ',
    'kcs२०२६००१',
    'Asha@Example.org',
    '98123 45678',
    '098123-45678',
    '+91 98123 45678',
    '0091 98123 45678',
    '९८१२३४५६७८',
  ])('knows a member by "%s"', async (typed) => {
    await kafal.addMember('KCS2026001', { email: 'asha@example.org', phone: '+919812345678' });
    const answer = await kafal.logIn(typed, { member: true });
    expect(answer.statusCode).toBe(200);
    expect(answer.json().user).toMatchObject({ kind: 'member', memberNumber: 'KCS2026001', language: 'hi' });
  });

  test('lets no two people log in with the same name, member or staff', async () => {
    await kafal.addMember('KCS2026001', { email: 'shared@example.org', phone: '+919812345678' });
    await kafal.addMember('KCS2026002', { email: 'shared@example.org', phone: '+919812345678' });
    await kafal.addStaff('manager', 'manager', { email: 'Shared@Example.org' });
    const first = await kafal.logIn('shared@example.org', { member: true });
    expect(first.json().user.memberNumber).toBe('KCS2026001');
    expect(codeOf(await kafal.logIn('shared@example.org'))).toBe('LOGIN_WRONG');
    await expect(kafal.addStaff('kcs2026001', 'manager')).rejects.toMatchObject({ code: 'LOGIN_NAME_TAKEN' });
    await expect(kafal.addMember('KCS2026001')).rejects.toThrow();
  });

  test('tells nobody whether the name, the entry or the password was wrong', async () => {
    await kafal.addStaff('manager', 'manager');
    await kafal.addMember('KCS2026001');
    await kafal.addMember('KCS2026002', { password: null });
    const answers = [
      await kafal.logIn('nobody'),
      await kafal.logIn('manager', { password: 'something else entirely' }),
      await kafal.logIn('manager', { member: true }),
      await kafal.logIn('KCS2026001'),
      await kafal.logIn('KCS2026002', { member: true }),
    ];
    const [first, ...others] = answers.map((answer) => {
      const { requestId, ...problem } = answer.json();
      expect(requestId).toBeTruthy();
      return { status: answer.statusCode, problem, headers: Object.keys(answer.headers).sort() };
    });
    expect(first?.status).toBe(401);
    expect(first?.problem.code).toBe('LOGIN_WRONG');
    for (const other of others) expect(other).toEqual(first);
  });

  test('reads a password to its last letter and in any Unicode form', async () => {
    const long = `${'लालटेन '.repeat(40)}एक`;
    await kafal.addStaff('manager', 'manager', { password: long });
    expect((await kafal.logIn('manager', { password: `${long}x` })).statusCode).toBe(401);
    expect((await kafal.logIn('manager', { password: long.slice(0, 80) })).statusCode).toBe(401);
    expect((await kafal.logIn('manager', { password: long.normalize('NFD') })).statusCode).toBe(200);
  });

  test('a suspended user learns it only with the right password', async () => {
    const userId = await kafal.addStaff('manager', 'manager');
    await kafal.platform.transact((trx) =>
      trx.updateTable('user').set({ status: 'suspended' }).where('id', '=', userId).execute(),
    );
    expect(codeOf(await kafal.logIn('manager', { password: 'wrong wrong wrong' }))).toBe('LOGIN_WRONG');
    const answer = await kafal.logIn('manager');
    expect([answer.statusCode, codeOf(answer)]).toEqual([423, 'USER_SUSPENDED']);
  });

  test('is in the history, the trail and the stream of the day, without what was typed', async () => {
    const userId = await kafal.addStaff('manager', 'manager');
    const { memberId } = await kafal.addMember('KCS2026001');
    await kafal.logIn('manager', { password: 'my cat is called Mohan', address: '10.1.1.1' });
    await kafal.logIn('my cat is called Mohan');
    const { accessToken } = await kafal.tokens('manager');
    await kafal.tokens('KCS2026001', { member: true });

    const rows = await kafal.platform.database.selectFrom('login_attempt').selectAll().orderBy('id').execute();
    expect(rows.map(({ outcome, userId: of }) => [outcome, of])).toEqual([
      ['wrong-password', userId],
      ['unknown', null],
      ['success', userId],
      ['success', expect.any(Number)],
    ]);
    expect(rows[0]?.identifierHash).toBe(rows[2]?.identifierHash);
    expect(JSON.stringify(rows)).not.toMatch(/manager|Mohan/i);

    const trail = await kafal.platform.database.selectFrom('audit').selectAll().orderBy('id').execute();
    const failed = trail.filter(({ action }) => action === 'user.login-failed');
    expect(failed.map(({ subjectId, userKind, address }) => [subjectId, userKind, address])).toEqual([
      [String(userId), 'visitor', '10.1.1.1'],
      [null, 'visitor', '127.0.0.1'],
    ]);
    expect(trail.filter(({ action }) => action === 'user.logged-in')).toHaveLength(2);
    expect(JSON.stringify(trail)).not.toMatch(/Mohan/);
    expect(kafal.logged.join('')).not.toMatch(/Mohan|manager/);

    const events = await kafal.platform.database.selectFrom('outbox').selectAll().orderBy('id').execute();
    expect(events.map(({ name, audience, payload }) => [name, audience, JSON.parse(payload)])).toEqual([
      ['staff.logged-in', 'staff', { userId }],
      ['member.logged-in', 'staff', { memberId }],
    ]);

    const history = await kafal.inject({ url: '/api/auth/login-history', headers: bearer(accessToken) });
    expect(history.json().items.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'success',
      'wrong-password',
    ]);
    const page = await kafal.inject({ url: '/api/auth/login-history?limit=1', headers: bearer(accessToken) });
    const next = await kafal.inject({
      url: `/api/auth/login-history?limit=1&cursor=${page.json().nextCursor}`,
      headers: bearer(accessToken),
    });
    expect(next.json()).toMatchObject({
      items: [{ outcome: 'wrong-password', address: '10.1.1.1' }],
      nextCursor: null,
    });
    const bad = await kafal.inject({ url: '/api/auth/login-history?cursor=x', headers: bearer(accessToken) });
    expect(codeOf(bad)).toBe('CURSOR_MALFORMED');
  });

  test('hashes a password anew when the cost has changed', async () => {
    const userId = await kafal.addStaff('manager', 'manager');
    const hash = async () =>
      (
        await kafal.platform.database
          .selectFrom('user')
          .select('passwordHash')
          .where('id', '=', userId)
          .executeTakeFirst()
      )?.passwordHash ?? '';
    const before = await hash();
    expect(before).toMatch(/^[\w-]+\$2b\$04\$/);
    await kafal.tokens('manager');
    expect(await hash()).toBe(before);

    const costly = { ...kafal.platform.config, passwordCost: 5 };
    Object.assign(kafal.platform, { config: costly });
    await kafal.tokens('manager');
    expect(await hash()).toMatch(/^[\w-]+\$2b\$05\$/);
    await kafal.tokens('manager');
  });
});

describe('failed log-ins', () => {
  const wrong = 'not the password at all';

  test('ten from one address lock the name there, and nowhere else', async () => {
    await kafal.addStaff('treasurer');
    for (let tries = 0; tries < 10; tries += 1) {
      const answer = await kafal.logIn('treasurer', { password: wrong, address: '10.0.0.1' });
      expect(codeOf(answer)).toBe('LOGIN_WRONG');
    }
    const locked = await kafal.logIn('treasurer', { address: '10.0.0.1' });
    expect([locked.statusCode, codeOf(locked)]).toEqual([429, 'TOO_MANY_LOGINS']);
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(0);
    expect((await kafal.logIn('treasurer', { address: '10.0.0.2' })).statusCode).toBe(200);

    kafal.clock.advance(15 * 60_000);
    expect((await kafal.logIn('treasurer', { address: '10.0.0.1' })).statusCode).toBe(200);
  });

  test('an unknown name is locked just like a known one', async () => {
    for (let tries = 0; tries < 10; tries += 1) {
      expect((await kafal.logIn('nobody', { password: wrong })).statusCode).toBe(401);
    }
    expect((await kafal.logIn('nobody', { password: wrong })).statusCode).toBe(429);
  });

  test('all ways to write one phone number are one name', async () => {
    await kafal.addMember('KCS2026001', { phone: '+919812345678' });
    const forms = ['9812345678', '098123 45678', '+919812345678', '+91-98123-45678', '९८१२३४५६७८'];
    for (let tries = 0; tries < 10; tries += 1) {
      await kafal.logIn(forms[tries % forms.length] ?? '', { password: wrong, member: true });
    }
    expect((await kafal.logIn('9812345678', { member: true })).statusCode).toBe(429);
  });

  test('an IPv6 caller counts by the network', async () => {
    await kafal.addStaff('treasurer');
    for (let tries = 0; tries < 10; tries += 1) {
      await kafal.logIn('treasurer', { password: wrong, address: `2001:db8:1:2::${tries + 1}` });
    }
    expect((await kafal.logIn('treasurer', { address: '2001:db8:1:2:ffff::1' })).statusCode).toBe(429);
    expect((await kafal.logIn('treasurer', { address: '2001:db8:1:3::1' })).statusCode).toBe(200);
  });

  test('fifty from anywhere lock a name, but not where its owner was logged in lately', async () => {
    await kafal.addStaff('treasurer');
    await kafal.tokens('treasurer', { address: '10.9.9.9' });
    for (let tries = 0; tries < 50; tries += 1) {
      const answer = await kafal.logIn('treasurer', { password: wrong, address: `10.0.${tries % 10}.7` });
      expect(answer.statusCode).toBe(401);
    }
    expect((await kafal.logIn('treasurer', { password: wrong, address: '10.0.77.7' })).statusCode).toBe(429);
    expect((await kafal.logIn('treasurer', { address: '10.0.77.7' })).statusCode).toBe(429);
    expect((await kafal.logIn('treasurer', { address: '10.9.9.9' })).statusCode).toBe(200);
  });

  test('three hundred from one address lock the address', async () => {
    await kafal.addStaff('treasurer');
    for (let tries = 0; tries < 300; tries += 1) await kafal.logIn(`nobody${tries}`, { address: '10.0.0.1' });
    expect((await kafal.logIn('treasurer', { address: '10.0.0.1' })).statusCode).toBe(429);
    expect((await kafal.logIn('treasurer', { address: '10.0.0.2' })).statusCode).toBe(200);
  });

  test('right ones are free: an office of clerks behind one address never waits', async () => {
    await kafal.addStaff('cashier', 'cashier');
    for (let times = 0; times < 60; times += 1) {
      expect((await kafal.logIn('cashier')).statusCode).toBe(200);
    }
  });

  test('thirty guesses at the same moment are counted one by one', async () => {
    await kafal.addStaff('treasurer');
    const answers = await Promise.all(Array.from({ length: 30 }, () => kafal.logIn('treasurer', { password: wrong })));
    expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(10);
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(20);
  });

  test('a stranger behind the same address does not lock out a device its owner knows', async () => {
    await kafal.addStaff('treasurer');
    const web = { 'x-kafal-client': 'web', origin: 'http://localhost', host: 'localhost' };
    const logIn = (password: string, cookie?: string) =>
      kafal.post(
        '/api/auth/admin/login',
        { identifier: 'treasurer', password },
        { headers: { ...web, ...(cookie === undefined ? {} : { cookie }) } },
      );
    const first = await logIn(PASSWORD);
    const device = first.cookies.find(({ name }) => name === 'kafal-device');
    expect(device).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });

    for (let tries = 0; tries < 11; tries += 1) await logIn(OTHER_PASSWORD);
    expect((await logIn(PASSWORD)).statusCode).toBe(429);
    expect((await logIn(PASSWORD, 'kafal-device=AAAAAAAAAAAAAAAAAAAAAA~k1.forged-mark')).statusCode).toBe(429);
    expect((await logIn(PASSWORD, `kafal-device=${device?.value}`)).statusCode).toBe(200);
    // The device is no free ticket: ten guesses at it lock it too.
    for (let tries = 0; tries < 10; tries += 1) await logIn(OTHER_PASSWORD, `kafal-device=${device?.value}`);
    expect((await logIn(PASSWORD, `kafal-device=${device?.value}`)).statusCode).toBe(429);
  });
});
