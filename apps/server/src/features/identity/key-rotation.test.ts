// Two keys of every ring side by side: what the first one made goes on to work, new work takes the second.

import { generateSync } from 'otplib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openKeys, RINGS } from '../../platform/keys/keys.ts';
import { newSecrets, type SecretsFile, withNewKey } from '../../platform/keys/secrets-file.ts';
import { bearer, createIdentityTest, type IdentityTest, OTHER_PASSWORD, PASSWORD } from './test-identity.ts';

let kafal: IdentityTest;
let secrets: SecretsFile;

beforeEach(async () => {
  kafal = await createIdentityTest();
  secrets = newSecrets();
  Object.assign(kafal.platform, { keys: openKeys(secrets) });
});
afterEach(() => kafal.close());

function addKeys(): void {
  for (const ring of RINGS) secrets = withNewKey(secrets, ring);
  Object.assign(kafal.platform, { keys: openKeys(secrets) });
}

/** A new start with the old keys gone. */
function dropOldKeys(): void {
  const only = RINGS.map((ring) => {
    const { current, keys } = secrets[ring];
    const key = keys[current];
    return [ring, { current, keys: key === undefined ? {} : { [current]: key } }];
  });
  // Every ring is there again, with its current key alone.
  Object.assign(kafal.platform, { keys: openKeys(Object.fromEntries(only) as SecretsFile) });
}

test('tokens, passwords, codes and second factors of the old key go on to work', async () => {
  const userId = await kafal.addStaff('manager', 'manager', { password: PASSWORD });
  await kafal.addStaff('admin');
  const old = await kafal.tokens('manager');
  const enrolment = await kafal.inject({
    method: 'POST',
    url: '/api/auth/totp/enrolment',
    headers: bearer(old.accessToken),
    payload: { password: PASSWORD },
  });
  const { secret } = enrolment.json();
  const admin = await kafal.tokens('admin');
  const issued = await kafal.post(
    `/api/admin/users/${userId}/one-time-code`,
    {},
    { headers: bearer(admin.accessToken) },
  );

  addKeys();
  expect((await kafal.me(old.accessToken)).statusCode).toBe(200);
  const fresh = await kafal.tokens('manager');
  expect((await kafal.me(fresh.accessToken)).statusCode).toBe(200);

  const renewed = await kafal.post('/api/auth/refresh', { refreshToken: old.refreshToken });
  expect(renewed.statusCode).toBe(200);
  const tab = await kafal.post('/api/auth/refresh', { refreshToken: old.refreshToken });
  expect(tab.json().refreshToken).toBe(renewed.json().refreshToken);
  expect((await kafal.post('/api/auth/refresh', { refreshToken: tab.json().refreshToken })).statusCode).toBe(200);

  const confirm = await kafal.inject({
    method: 'POST',
    url: '/api/auth/totp/confirmation',
    headers: bearer(old.accessToken),
    payload: { code: generateSync({ secret, epoch: Math.floor(kafal.clock.now() / 1_000) }) },
  });
  expect(confirm.statusCode).toBe(200);

  const reset = await kafal.post('/api/auth/password/reset', {
    identifier: 'manager',
    code: issued.json().oneTimeCode,
    newPassword: OTHER_PASSWORD,
  });
  expect(reset.statusCode).toBe(200);
});

test('a log-in moves the password to the new key', async () => {
  const userId = await kafal.addStaff('manager', 'manager');
  await kafal.tokens('manager');
  addKeys();
  const hash = async () =>
    (
      await kafal.platform.database
        .selectFrom('user')
        .select('passwordHash')
        .where('id', '=', userId)
        .executeTakeFirst()
    )?.passwordHash;
  expect(await hash()).not.toContain(secrets.password.current);
  await kafal.tokens('manager');
  expect(await hash()).toContain(`${secrets.password.current}$2b$`);
  dropOldKeys();
  expect((await kafal.logIn('manager')).statusCode).toBe(200);
});

test('without the old key its tokens and passwords open nothing, and nothing breaks', async () => {
  await kafal.addStaff('manager', 'manager');
  const old = await kafal.tokens('manager');
  addKeys();
  dropOldKeys();
  expect((await kafal.logIn('manager')).statusCode).toBe(401);
  expect((await kafal.post('/api/auth/refresh', { refreshToken: old.refreshToken })).statusCode).toBe(401);
  // This process has checked the access token before; another start has not.
  const { IdentityMemory, memoryOf } = await import('./memory.ts');
  expect(memoryOf(kafal.platform)).toBeInstanceOf(IdentityMemory);
  memoryOf(kafal.platform).sweep(Number.MAX_SAFE_INTEGER);
  expect((await kafal.me(old.accessToken)).statusCode).toBe(401);
});
