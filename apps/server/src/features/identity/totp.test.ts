import { generateSync } from 'otplib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bearer, codeOf, createIdentityTest, type IdentityTest, OTHER_PASSWORD, PASSWORD } from './test-identity.ts';

let kafal: IdentityTest;
let userId: number;
beforeEach(async () => {
  kafal = await createIdentityTest();
  userId = await kafal.addStaff('manager', 'manager');
});
afterEach(() => kafal.close());

const as = (accessToken: string) => ({ headers: bearer(accessToken) });
const codeNow = (secret: string, secondsOff = 0) =>
  generateSync({ secret, epoch: Math.floor(kafal.clock.now() / 1_000) + secondsOff });
const wrongCode = (secret: string) => String((Number(codeNow(secret)) + 1) % 1_000_000).padStart(6, '0');
const logIn = (totpCode?: string, password = PASSWORD) =>
  kafal.post('/api/auth/admin/login', {
    identifier: 'manager',
    password,
    ...(totpCode === undefined ? {} : { totpCode }),
  });

async function enrolled() {
  const { accessToken } = await kafal.tokens('manager');
  const enrolment = await kafal.post('/api/auth/totp/enrolment', { password: PASSWORD }, as(accessToken));
  const { secret } = enrolment.json();
  const confirm = await kafal.post('/api/auth/totp/confirmation', { code: codeNow(secret) }, as(accessToken));
  expect(confirm.json()).toEqual({ done: true });
  kafal.clock.advance(60_000);
  return { accessToken, secret: secret as string };
}

describe('a second factor', () => {
  test('is enrolled with a picture to scan and confirmed with its first code', async () => {
    const { accessToken } = await kafal.tokens('manager');
    const enrolment = await kafal.post('/api/auth/totp/enrolment', { password: PASSWORD }, as(accessToken));
    expect(enrolment.statusCode).toBe(200);
    const { secret, uri, qrSvg } = enrolment.json();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(uri).toBe(`otpauth://totp/Kafal:manager?secret=${secret}&issuer=Kafal`);
    expect(qrSvg).toMatch(/^<svg [\s\S]*<\/svg>\s*$/);
    // Until it is confirmed nothing asks for it.
    expect((await logIn()).statusCode).toBe(200);

    const wrong = await kafal.post('/api/auth/totp/confirmation', { code: wrongCode(secret) }, as(accessToken));
    expect([wrong.statusCode, codeOf(wrong)]).toEqual([422, 'TOTP_CODE_WRONG']);
    expect(
      (await kafal.post('/api/auth/totp/confirmation', { code: codeNow(secret) }, as(accessToken))).statusCode,
    ).toBe(200);
    expect((await kafal.me(accessToken)).json().user.totpEnabled).toBe(true);
    const again = await kafal.post('/api/auth/totp/confirmation', { code: codeNow(secret) }, as(accessToken));
    expect(codeOf(again)).toBe('TOTP_ALREADY_ON');
    expect(codeOf(await kafal.post('/api/auth/totp/enrolment', { password: PASSWORD }, as(accessToken)))).toBe(
      'TOTP_ALREADY_ON',
    );
  });

  test('is not begun at somebody else’s open screen: the password is asked for, and guesses are counted', async () => {
    const { accessToken } = await kafal.tokens('manager');
    const begin = (password: string) => kafal.post('/api/auth/totp/enrolment', { password }, as(accessToken));
    expect((await kafal.post('/api/auth/totp/enrolment', {}, as(accessToken))).statusCode).toBe(400);
    for (let tries = 0; tries < 10; tries += 1) {
      expect((await begin(OTHER_PASSWORD)).json()).toMatchObject({
        status: 422,
        code: 'CURRENT_PASSWORD_WRONG',
        fields: [{ path: 'password' }],
      });
    }
    expect((await begin(PASSWORD)).statusCode).toBe(429);
    const user = kafal.platform.database.selectFrom('user').select('totpSealed').where('id', '=', userId);
    expect(await user.executeTakeFirst()).toEqual({ totpSealed: null });
  });

  test('is sealed for its own user', async () => {
    const { secret } = await enrolled();
    const otherId = await kafal.addStaff('cashier', 'cashier');
    const row = await kafal.platform.database
      .selectFrom('user')
      .select('totpSealed')
      .where('id', '=', userId)
      .executeTakeFirstOrThrow();
    expect(row.totpSealed).toMatch(/^v1\./);
    expect(row.totpSealed).not.toContain(secret);
    const { openTotpSecret } = await import('./totp.ts');
    expect(openTotpSecret(kafal.platform, userId, row.totpSealed ?? '')).toBe(secret);
    expect(() => openTotpSecret(kafal.platform, otherId, row.totpSealed ?? '')).toThrow();
    const trail = JSON.stringify(await kafal.platform.database.selectFrom('audit').selectAll().execute());
    expect(trail).toContain('user.totp-enabled');
    expect(trail).not.toContain(secret);
  });

  test('is confirmed only after an enrolment', async () => {
    const { accessToken } = await kafal.tokens('manager');
    expect(codeOf(await kafal.post('/api/auth/totp/confirmation', { code: '000000' }, as(accessToken)))).toBe(
      'TOTP_NOT_ENROLLED',
    );
  });

  test('is asked for at every log-in, after the password', async () => {
    const { secret } = await enrolled();
    expect(codeOf(await logIn(undefined, 'not the password'))).toBe('LOGIN_WRONG');
    expect(codeOf(await logIn(codeNow(secret), 'not the password'))).toBe('LOGIN_WRONG');
    const asked = await logIn();
    expect([asked.statusCode, codeOf(asked)]).toEqual([401, 'TOTP_REQUIRED']);
    const wrong = await logIn(wrongCode(secret));
    expect([wrong.statusCode, codeOf(wrong)]).toEqual([401, 'TOTP_WRONG']);
    expect((await logIn(codeNow(secret))).statusCode).toBe(200);
  });

  test.each(['12345', '1234567', 'abcdef', '१२३४५६', '      '])('"%s" is no code', async (code) => {
    await enrolled();
    expect((await logIn(code)).statusCode).toBe(401);
  });

  test('works once per code, also when two use it at the same moment', async () => {
    const { secret } = await enrolled();
    const code = codeNow(secret);
    const answers = await Promise.all([logIn(code), logIn(code), logIn(code)]);
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    expect((await logIn(code)).statusCode).toBe(401);
    // The step before the one that was used is used up with it.
    expect((await logIn(codeNow(secret, -30))).statusCode).toBe(401);
    kafal.clock.advance(30_000);
    expect((await logIn(codeNow(secret))).statusCode).toBe(200);
  });

  test('forgives a phone that is half a minute off, and no more', async () => {
    const { secret } = await enrolled();
    expect((await logIn(codeNow(secret, -90))).statusCode).toBe(401);
    expect((await logIn(codeNow(secret, 90))).statusCode).toBe(401);
    expect((await logIn(codeNow(secret, -30))).statusCode).toBe(200);
    kafal.clock.advance(60_000);
    expect((await logIn(codeNow(secret, 30))).statusCode).toBe(200);
  });

  test('is guessed ten times and no more, while asking for it costs nothing', async () => {
    const { secret } = await enrolled();
    for (let times = 0; times < 30; times += 1) expect(codeOf(await logIn())).toBe('TOTP_REQUIRED');
    for (let tries = 0; tries < 10; tries += 1) expect(codeOf(await logIn(wrongCode(secret)))).toBe('TOTP_WRONG');
    expect((await logIn(codeNow(secret))).statusCode).toBe(429);
  });

  test('makes a shorter password good enough, which then keeps it', async () => {
    const { accessToken } = await enrolled();
    const change = (newPassword: string, currentPassword = PASSWORD) =>
      kafal.post('/api/auth/password/change', { currentPassword, newPassword }, as(accessToken));
    expect((await change('goat nine')).statusCode).toBe(200);
    const remove = await kafal.post('/api/auth/totp/removal', { password: 'goat nine' }, as(accessToken));
    expect([remove.statusCode, codeOf(remove)]).toEqual([422, 'TOTP_NEEDED_BY_PASSWORD']);
    expect((await change(OTHER_PASSWORD, 'goat nine')).statusCode).toBe(200);
    expect((await kafal.post('/api/auth/totp/removal', { password: OTHER_PASSWORD }, as(accessToken))).statusCode).toBe(
      200,
    );
    expect((await logIn(undefined, OTHER_PASSWORD)).statusCode).toBe(200);
  });

  test('goes only with the password', async () => {
    const { accessToken } = await enrolled();
    const remove = (password: string) => kafal.post('/api/auth/totp/removal', { password }, as(accessToken));
    expect(codeOf(await remove('not the password'))).toBe('CURRENT_PASSWORD_WRONG');
    expect((await remove(PASSWORD)).statusCode).toBe(200);
    expect(codeOf(await remove(PASSWORD))).toBe('TOTP_NOT_ON');
    expect((await logIn()).statusCode).toBe(200);
  });

  test('goes with a code that the office issued, because the phone is lost too', async () => {
    await enrolled();
    await kafal.addStaff('admin');
    const admin = await kafal.tokens('admin');
    const issued = await kafal.post(`/api/admin/users/${userId}/one-time-code`, {}, as(admin.accessToken));
    const reset = (newPassword: string) =>
      kafal.post('/api/auth/password/reset', { identifier: 'manager', code: issued.json().oneTimeCode, newPassword });
    // Without the second factor the password must be long again.
    expect(codeOf(await reset('goat nine'))).toBe('PASSWORD_TOO_SHORT');
    expect((await reset(OTHER_PASSWORD)).statusCode).toBe(200);
    expect((await logIn(undefined, OTHER_PASSWORD)).statusCode).toBe(200);
    const trail = await kafal.platform.database
      .selectFrom('audit')
      .select('newValues')
      .where('action', '=', 'user.password-reset')
      .executeTakeFirst();
    expect(JSON.parse(trail?.newValues ?? '')).toEqual({ by: 'issued-by-staff', totp: 'removed' });
  });
});
