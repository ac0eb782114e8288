import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import bcrypt from 'bcrypt';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { bearer, codeOf, createIdentityTest, type IdentityTest, OTHER_PASSWORD, PASSWORD } from './test-identity.ts';

let kafal: IdentityTest;
beforeEach(async () => {
  kafal = await createIdentityTest();
});
afterEach(() => kafal.close());

const as = (accessToken: string) => ({ headers: bearer(accessToken) });
const change = (accessToken: string, currentPassword: string, newPassword: string) =>
  kafal.post('/api/auth/password/change', { currentPassword, newPassword }, as(accessToken));
const reset = (identifier: string, code: string, newPassword = OTHER_PASSWORD, remoteAddress?: string) =>
  kafal.post(
    '/api/auth/password/reset',
    { identifier, code, newPassword },
    remoteAddress === undefined ? {} : { remoteAddress },
  );

async function memberWithCode(number = 'KCS2026001') {
  await kafal.addStaff('admin');
  const member = await kafal.addMember(number, { password: null });
  const admin = await kafal.tokens('admin');
  const issued = await kafal.post(`/api/members/${member.memberId}/one-time-code`, {}, as(admin.accessToken));
  return { ...member, admin, code: issued.json().oneTimeCode as string, issued };
}

describe('at rest', () => {
  test('a password is a bcrypt hash that names its key, and another key does not open it', async () => {
    const stored = await hashPassword(kafal.platform, PASSWORD);
    const { id } = kafal.platform.keys.current('password');
    expect(stored.startsWith(`${id}$2b$04$`)).toBe(true);
    expect(await verifyPassword(kafal.platform, stored, PASSWORD)).toBe(true);
    expect(await verifyPassword(kafal.platform, stored, `${PASSWORD} `)).toBe(false);
    const elsewhere = await createIdentityTest();
    expect(await verifyPassword(elsewhere.platform, stored, PASSWORD)).toBe(false);
    await elsewhere.close();
  });

  test('broken or missing hashes open nothing', async () => {
    for (const stored of [null, '', '$2b$04$', 'k1', 'k1$2b$04$short', `unknown$2b$04$${'a'.repeat(53)}`]) {
      expect(await verifyPassword(kafal.platform, stored, '')).toBe(false);
    }
  });

  test('two passwords alike in their first 72 bytes are two', async () => {
    const start = 'x'.repeat(80);
    const stored = await hashPassword(kafal.platform, `${start}1`);
    expect(await verifyPassword(kafal.platform, stored, `${start}2`)).toBe(false);
  });

  test('a flood waits its turn, and beyond sixty-four is asked to come back', async () => {
    const stored = await hashPassword(kafal.platform, PASSWORD);
    const all = await Promise.allSettled(
      Array.from({ length: 80 }, () => verifyPassword(kafal.platform, stored, PASSWORD)),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(66);
    const refused = all.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused[0]).toMatchObject({ kind: 'unavailable', code: 'PASSWORDS_BUSY', retryAfterSeconds: 2 });
    expect(await verifyPassword(kafal.platform, stored, PASSWORD)).toBe(true);
  });

  test('a log-in in the flood is answered with 503 and when to come back', async () => {
    const stored = await hashPassword(kafal.platform, PASSWORD);
    await kafal.addStaff('manager', 'manager');
    const gate = Promise.withResolvers<boolean>();
    const compare = vi.spyOn(bcrypt, 'compare').mockImplementation(() => gate.promise);
    const flood = Array.from({ length: 66 }, () => verifyPassword(kafal.platform, stored, PASSWORD));
    const answer = await kafal.logIn('manager');
    expect([answer.statusCode, codeOf(answer), answer.headers['retry-after']]).toEqual([503, 'PASSWORDS_BUSY', '2']);
    compare.mockRestore();
    gate.resolve(false);
    await Promise.all(flood);
    expect((await kafal.logIn('manager')).statusCode).toBe(200);
  });
});

describe('one’s own password', () => {
  test('is changed with the current one; the other sessions end at once, this one stays', async () => {
    const userId = await kafal.addStaff('manager', 'manager');
    const here = await kafal.tokens('manager');
    const there = await kafal.tokens('manager');
    expect((await kafal.me(there.accessToken)).statusCode).toBe(200);
    expect((await change(here.accessToken, PASSWORD, OTHER_PASSWORD)).json()).toEqual({ done: true });
    expect((await kafal.me(there.accessToken)).statusCode).toBe(401);
    expect((await kafal.me(here.accessToken)).statusCode).toBe(200);
    expect((await kafal.logIn('manager')).statusCode).toBe(401);
    expect((await kafal.logIn('manager', { password: OTHER_PASSWORD })).statusCode).toBe(200);
    const notice = await kafal.platform.database
      .selectFrom('outbox')
      .select(['userId', 'audience'])
      .where('name', '=', 'password.changed')
      .execute();
    expect(notice).toEqual([{ userId, audience: 'user' }]);
    const trail = await kafal.platform.database.selectFrom('audit').selectAll().execute();
    expect(trail.some(({ action }) => action === 'user.password-changed')).toBe(true);
    expect(JSON.stringify(trail)).not.toContain(OTHER_PASSWORD);
  });

  test.each([
    ['the current one is wrong', 'not my password at all', OTHER_PASSWORD, 'CURRENT_PASSWORD_WRONG'],
    ['the new one is the old one', PASSWORD, PASSWORD, 'PASSWORD_SAME'],
    ['the new one is short', PASSWORD, 'five words', 'PASSWORD_TOO_SHORT'],
    ['the new one is common', PASSWORD, 'password1234567890', 'PASSWORD_COMMON'],
    ['the new one is the own name', PASSWORD, 'asha of manager 2026', 'PASSWORD_OWN_WORDS'],
  ])('stays when %s', async (_, current, wanted, code) => {
    await kafal.addStaff('manager', 'manager');
    const { accessToken } = await kafal.tokens('manager');
    const answer = await change(accessToken, current, wanted);
    expect([answer.statusCode, codeOf(answer)]).toEqual([422, code]);
    expect((await kafal.logIn('manager')).statusCode).toBe(200);
  });

  test('is guessed ten times at an open screen and no more', async () => {
    await kafal.addStaff('manager', 'manager');
    const { accessToken } = await kafal.tokens('manager');
    for (let tries = 0; tries < 10; tries += 1) await change(accessToken, `guess number ${tries}`, OTHER_PASSWORD);
    expect(codeOf(await change(accessToken, PASSWORD, OTHER_PASSWORD))).toBe('TOO_MANY_LOGINS');
    expect((await kafal.logIn('manager')).statusCode).toBe(200);
  });

  test('must be chosen before anything else may be done', async () => {
    const userId = await kafal.addStaff('manager', 'manager');
    await kafal.platform.transact((trx) =>
      trx.updateTable('user').set({ mustChangePassword: 1 }).where('id', '=', userId).execute(),
    );
    const { accessToken, refreshToken } = await kafal.tokens('manager');
    const me = await kafal.me(accessToken);
    expect(me.json().user.mustChangePassword).toBe(true);
    for (const [method, url] of [
      ['GET', '/api/auth/sessions'],
      ['GET', '/api/admin/users'],
      ['PUT', '/api/me/language'],
      ['POST', '/api/auth/totp/enrolment'],
      ['GET', '/api/admin/audit'],
    ] as const) {
      const answer = await kafal.inject({ method, url, ...as(accessToken) });
      expect([answer.statusCode, codeOf(answer)]).toEqual([403, 'PASSWORD_CHANGE_NEEDED']);
    }
    const { actorOfToken } = await import('./index.ts');
    const caller = { address: '', agent: '', language: 'en' as const, requestId: '' };
    expect(await actorOfToken(kafal.platform, accessToken, caller)).toBeUndefined();

    const renewed = await kafal.post('/api/auth/refresh', { refreshToken }, as(accessToken));
    expect(renewed.statusCode).toBe(200);
    expect((await change(accessToken, PASSWORD, OTHER_PASSWORD)).statusCode).toBe(200);
    expect((await kafal.inject({ url: '/api/admin/users', ...as(accessToken) })).statusCode).toBe(200);
  });

  test('not chosen yet, one may still log out', async () => {
    const userId = await kafal.addStaff('manager', 'manager');
    await kafal.platform.transact((trx) =>
      trx.updateTable('user').set({ mustChangePassword: 1 }).where('id', '=', userId).execute(),
    );
    const { accessToken } = await kafal.tokens('manager');
    await kafal.post('/api/auth/logout', {}, as(accessToken));
    expect((await kafal.me(accessToken)).statusCode).toBe(401);
  });
});

describe('a one-time code from the office', () => {
  test('lets its owner choose a password, once, and ends every session', async () => {
    const { code, issued, admin, userId } = await memberWithCode();
    expect(issued.statusCode).toBe(200);
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}$/);
    expect(issued.json().expiresAt).toBe('2026-12-01T04:30:00.000Z');

    const typed = code.toLowerCase().replaceAll('-', ' ');
    expect((await reset('kcs 2026 001', typed)).json()).toEqual({ done: true });
    const loggedIn = await kafal.logIn('KCS2026001', { member: true, password: OTHER_PASSWORD });
    expect(loggedIn.json().user.mustChangePassword).toBe(false);
    expect(codeOf(await reset('KCS2026001', code, 'a third one entirely'))).toBe('CODE_WRONG');

    const again = await kafal.post(`/api/members/1/one-time-code`, {}, as(admin.accessToken));
    expect((await reset('KCS2026001', again.json().oneTimeCode, 'a third one entirely')).statusCode).toBe(200);
    expect((await kafal.me(loggedIn.json().accessToken)).statusCode).toBe(401);

    const trail = await kafal.platform.database
      .selectFrom('audit')
      .select(['action', 'userId', 'subjectId'])
      .where('action', 'in', ['user.one-time-code-issued', 'user.password-reset'])
      .orderBy('id')
      .execute();
    expect(trail.map(({ action }) => action)).toEqual([
      'user.one-time-code-issued',
      'user.password-reset',
      'user.one-time-code-issued',
      'user.password-reset',
    ]);
    expect(trail[1]).toMatchObject({ userId, subjectId: String(userId) });
  });

  test('is nowhere in the database, the trail or the log', async () => {
    const { code } = await memberWithCode();
    const tables = await Promise.all([
      kafal.platform.database.selectFrom('one_time_code').selectAll().execute(),
      kafal.platform.database.selectFrom('audit').selectAll().execute(),
      kafal.platform.database.selectFrom('outbox').selectAll().execute(),
    ]);
    const text = JSON.stringify(tables) + kafal.logged.join('');
    expect(text).not.toContain(code);
    expect(text).not.toContain(code.replaceAll('-', ''));
  });

  test('is not ended by strangers, however often and from wherever they try', async () => {
    const { code } = await memberWithCode();
    for (let place = 1; place <= 8; place += 1) {
      const tries = Array.from({ length: 10 }, () =>
        reset('KCS2026001', 'WRONG-WRONG-WRONG', OTHER_PASSWORD, `10.9.0.${place}`),
      );
      expect((await Promise.all(tries)).map(codeOf)).toEqual(Array(10).fill('CODE_WRONG'));
    }
    expect((await reset('KCS2026001', code)).statusCode).toBe(200);
  });

  test('lives for a day', async () => {
    const { code } = await memberWithCode();
    kafal.clock.advance(86_400_000);
    expect(codeOf(await reset('KCS2026001', code))).toBe('CODE_WRONG');
  });

  test('gives way to a newer one', async () => {
    const { code, admin } = await memberWithCode();
    await kafal.post('/api/members/1/one-time-code', {}, as(admin.accessToken));
    expect(codeOf(await reset('KCS2026001', code))).toBe('CODE_WRONG');
  });

  test('of one person does nothing for another', async () => {
    const { code } = await memberWithCode();
    await kafal.addMember('KCS2026002', { password: null });
    expect(codeOf(await reset('KCS2026002', code))).toBe('CODE_WRONG');
  });

  test('is not used up by a password that is too weak', async () => {
    const { code } = await memberWithCode();
    expect(codeOf(await reset('KCS2026001', code, 'password'))).toBe('PASSWORD_COMMON');
    expect(codeOf(await reset('KCS2026001', code, 'short'))).toBe('PASSWORD_TOO_SHORT');
    expect((await reset('KCS2026001', code)).statusCode).toBe(200);
  });

  test('used twenty times at once sets one password', async () => {
    const { code } = await memberWithCode();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, place) => reset('KCS2026001', code, `lanterns and goats ${place}`)),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
  });

  test('answers a stranger alike whether the name is known or not', async () => {
    await memberWithCode();
    const known = await reset('KCS2026001', 'WRONG');
    const unknown = await reset('nobody', 'WRONG');
    expect({ ...known.json(), requestId: '' }).toEqual({ ...unknown.json(), requestId: '' });
    expect(known.statusCode).toBe(unknown.statusCode);
  });

  test('is guessed ten times from one address and no more, beside the guesses at a password', async () => {
    const { code, admin } = await memberWithCode();
    for (let tries = 0; tries < 10; tries += 1) await kafal.logIn('KCS2026001', { member: true });
    expect((await kafal.logIn('KCS2026001', { member: true })).statusCode).toBe(429);
    expect((await reset('KCS2026001', code)).statusCode).toBe(200);

    const next = await kafal.post('/api/members/1/one-time-code', {}, as(admin.accessToken));
    for (let tries = 0; tries < 10; tries += 1) await reset('KCS2026001', 'WRONG');
    expect((await reset('KCS2026001', next.json().oneTimeCode)).statusCode).toBe(429);
  });

  test.each([
    ['a cashier', 'cashier', 403, 'NOT_PERMITTED'],
    ['an auditor', 'auditor', 403, 'NOT_PERMITTED'],
  ])('%s cannot issue', async (_, role, status, code) => {
    const { memberId } = await kafal.addMember('KCS2026001');
    await kafal.addStaff('somebody', role);
    const { accessToken } = await kafal.tokens('somebody');
    const answer = await kafal.post(`/api/members/${memberId}/one-time-code`, {}, as(accessToken));
    expect([answer.statusCode, codeOf(answer)]).toEqual([status, code]);
  });

  test('for nobody, for oneself or for a suspended user is refused', async () => {
    const adminId = await kafal.addStaff('admin');
    const clerkId = await kafal.addStaff('clerk', 'cashier');
    const { memberId, userId } = await kafal.addMember('KCS2026001');
    const { accessToken } = await kafal.tokens('admin');
    const issue = async (url: string) => {
      const answer = await kafal.post(url, {}, as(accessToken));
      return [answer.statusCode, answer.json().code];
    };
    expect(await issue('/api/members/999/one-time-code')).toEqual([404, 'MEMBER_LOGIN_NOT_FOUND']);
    expect(await issue('/api/members/x/one-time-code')).toEqual([404, 'MEMBER_LOGIN_NOT_FOUND']);
    expect(await issue('/api/admin/users/999/one-time-code')).toEqual([404, 'USER_NOT_FOUND']);
    expect(await issue(`/api/admin/users/${userId}/one-time-code`)).toEqual([404, 'USER_NOT_FOUND']);
    expect(await issue(`/api/admin/users/${adminId}/one-time-code`)).toEqual([403, 'CODE_FOR_SELF']);
    expect(await issue(`/api/admin/users/${clerkId}/one-time-code`)).toEqual([200, undefined]);
    expect(await issue(`/api/members/${memberId}/one-time-code`)).toEqual([200, undefined]);
    await kafal.platform.transact((trx) =>
      trx.updateTable('user').set({ status: 'suspended' }).where('id', '=', clerkId).execute(),
    );
    expect(await issue(`/api/admin/users/${clerkId}/one-time-code`)).toEqual([409, 'USER_NOT_ACTIVE']);
  });
});

describe('a forgotten password', () => {
  let server: Server;
  let letters: string[];
  let mailing: IdentityTest;

  beforeEach(async () => {
    letters = [];
    server = mailServer(letters);
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    mailing = await createIdentityTest({
      environment: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'office@kafal.example', RATE_ANONYMOUS: '1000' },
    });
  });
  afterEach(async () => {
    await mailing.close();
    await new Promise((closed) => server.close(closed));
  });

  const forgot = (identifier: string) => mailing.post('/api/auth/password/forgot', { identifier });
  const codeIn = (letter: string) => /[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){2}/.exec(decoded(letter))?.[0] ?? '';

  test('is helped by a letter with a code, in the language of its owner', async () => {
    await mailing.addMember('KCS2026001', { email: 'asha@example.org' });
    expect((await forgot('KCS2026001')).json()).toEqual({ done: true });
    await vi.waitFor(() => expect(letters).toHaveLength(1), 10_000);
    expect(letters[0]).toMatch(/^To: .*asha@example\.org/m);
    expect(decoded(letters[0] ?? '')).toMatch(/आपका कोड/);

    const answer = await mailing.post('/api/auth/password/reset', {
      identifier: 'asha@example.org',
      code: codeIn(letters[0] ?? ''),
      newPassword: OTHER_PASSWORD,
    });
    expect(answer.statusCode).toBe(200);
    const loggedIn = await mailing.logIn('KCS2026001', { member: true, password: OTHER_PASSWORD });
    expect(loggedIn.statusCode).toBe(200);
    expect(mailing.logged.join('')).not.toMatch(/asha@example/);
  });

  test('dies after half an hour', async () => {
    await mailing.addMember('KCS2026001', { email: 'asha@example.org' });
    await forgot('KCS2026001');
    await vi.waitFor(() => expect(letters).toHaveLength(1), 10_000);
    mailing.clock.advance(1_800_000);
    const answer = await mailing.post('/api/auth/password/reset', {
      identifier: 'KCS2026001',
      code: codeIn(letters[0] ?? ''),
      newPassword: OTHER_PASSWORD,
    });
    expect(codeOf(answer)).toBe('CODE_WRONG');
  });

  test('gets the same answer from everybody, and three letters an hour at most', async () => {
    await mailing.addMember('KCS2026001', { email: 'asha@example.org' });
    await mailing.addMember('KCS2026002');
    const answers = [];
    for (const name of ['KCS2026001', 'KCS2026002', 'nobody', ...Array(6).fill('asha@example.org')]) {
      answers.push(await forgot(name));
    }
    for (const answer of answers) {
      expect([answer.statusCode, answer.body, Object.keys(answer.headers).sort()]).toEqual([
        200,
        '{"done":true}',
        Object.keys(answers[0]?.headers ?? {}).sort(),
      ]);
    }
    const asked = () =>
      mailing.platform.database
        .selectFrom('audit')
        .select('id')
        .where('action', '=', 'user.password-forgotten')
        .execute();
    await vi.waitFor(async () => expect(await asked()).toHaveLength(9), 10_000);
    await vi.waitFor(() => expect(letters).toHaveLength(3), 10_000);
    expect(await mailing.platform.database.selectFrom('one_time_code').select('id').execute()).toHaveLength(3);
  });

  test('does not spoil the code that the office has issued', async () => {
    await mailing.addStaff('admin');
    const { memberId } = await mailing.addMember('KCS2026001', { email: 'asha@example.org' });
    const admin = await mailing.tokens('admin');
    const issued = await mailing.post(`/api/members/${memberId}/one-time-code`, {}, as(admin.accessToken));
    await forgot('KCS2026001');
    await vi.waitFor(() => expect(letters).toHaveLength(1), 10_000);
    const answer = await mailing.post('/api/auth/password/reset', {
      identifier: 'KCS2026001',
      code: issued.json().oneTimeCode,
      newPassword: OTHER_PASSWORD,
    });
    expect(answer.statusCode).toBe(200);
  });

  test('without a mail server has the same answer and leaves no trace', async () => {
    await kafal.addMember('KCS2026001', { email: 'asha@example.org' });
    const answer = await kafal.post('/api/auth/password/forgot', { identifier: 'KCS2026001' });
    expect([answer.statusCode, answer.body]).toEqual([200, '{"done":true}']);
    expect(await kafal.platform.database.selectFrom('one_time_code').select('id').execute()).toEqual([]);
  });

  test('with a mail server that is down has the same answer', async () => {
    await new Promise((closed) => server.close(closed));
    server = mailServer(letters).listen(0, '127.0.0.1');
    await mailing.addMember('KCS2026001', { email: 'asha@example.org' });
    expect((await forgot('KCS2026001')).statusCode).toBe(200);
    await vi.waitFor(() => expect(mailing.logged.join('')).toContain('a mail was not sent'), 10_000);
  });
});

/** As much SMTP as one letter needs. */
function mailServer(letters: string[]): Server {
  return createServer((socket) => {
    let letter: string | undefined;
    socket.on('error', () => socket.destroy());
    socket.write('220 test ESMTP\r\n');
    socket.on('data', (data) => {
      for (const line of String(data).split(/(?<=\r\n)/)) {
        if (letter !== undefined) {
          if (line !== '.\r\n') {
            letter += line;
            continue;
          }
          letters.push(letter);
          letter = undefined;
          socket.write('250 kept\r\n');
        } else if (/^DATA/i.test(line)) {
          letter = '';
          socket.write('354 go on\r\n');
        } else if (/^QUIT/i.test(line)) {
          socket.end('221 bye\r\n');
        } else {
          socket.write('250 yes\r\n');
        }
      }
    });
  });
}

function decoded(letter: string): string {
  const body = letter.slice(letter.indexOf('\r\n\r\n') + 4);
  if (/^Content-Transfer-Encoding: base64/im.test(letter)) return Buffer.from(body, 'base64').toString('utf8');
  const bytes = body
    .replaceAll('=\r\n', '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
