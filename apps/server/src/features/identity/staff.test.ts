import { FIRST_ROLES, PERMISSIONS } from '@kafal/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAdmin, prepareAdmin, seedRoles } from './index.ts';
import { bearer, codeOf, createIdentityTest, type IdentityTest, PASSWORD } from './test-identity.ts';

let kafal: IdentityTest;
let adminId: number;
let admin: { accessToken: string; sessionId: string };
beforeEach(async () => {
  kafal = await createIdentityTest();
  adminId = await kafal.addStaff('admin');
  admin = await kafal.tokens('admin');
});
afterEach(() => kafal.close());

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
const send = (method: Method, url: string, payload?: object, accessToken = admin.accessToken) =>
  kafal.inject({ method, url, headers: bearer(accessToken), ...(payload === undefined ? {} : { payload }) });
const changeRoleOf = (id: number | string, role: string, version: number, accessToken = admin.accessToken) =>
  send('POST', `/api/admin/users/${id}/role-changes`, { role, reason: 'Resolution 7', version }, accessToken);
const users = async (query = '') => (await send('GET', `/api/admin/users${query}`)).json().items;
const userOf = async (username: string) =>
  (await users()).find((user: { username: string }) => user.username === username);
const roleOf = async (code: string) =>
  (await send('GET', '/api/admin/roles')).json().items.find((role: { code: string }) => role.code === code);

const newUser = {
  username: 'meena',
  name: 'Meena  Joshi',
  role: 'cashier',
  email: 'Meena@Example.org',
  phone: '98765 43210',
};

describe('a colleague', () => {
  test('is added with a one-time code and chooses a password', async () => {
    const created = await send('POST', '/api/admin/users', newUser);
    expect(created.statusCode).toBe(201);
    expect(created.json()).toMatchObject({
      user: {
        username: 'meena',
        name: 'Meena Joshi',
        role: 'cashier',
        roleName: 'Cashier',
        email: 'Meena@Example.org',
        phone: '+919876543210',
        status: 'active',
        mustChangePassword: true,
        totpEnabled: false,
        lastLoginAt: null,
      },
      expiresAt: '2026-12-01T04:30:00.000Z',
    });
    const { oneTimeCode } = created.json();
    const reset = await kafal.post('/api/auth/password/reset', {
      identifier: '9876543210',
      code: oneTimeCode,
      newPassword: PASSWORD,
    });
    expect(reset.statusCode).toBe(200);
    for (const name of ['MEENA', 'meena@example.org', '+91 98765 43210']) {
      expect((await kafal.logIn(name)).statusCode).toBe(200);
    }
    const trail = await kafal.platform.database
      .selectFrom('audit')
      .select(['userId', 'newValues'])
      .where('action', '=', 'user.created')
      .orderBy('id', 'desc')
      .executeTakeFirst();
    expect(trail?.userId).toBe(adminId);
    expect(JSON.parse(trail?.newValues ?? '')).toMatchObject({ username: 'meena', role: 'cashier' });
  });

  test.each([
    ['a user name of digits', { username: '9876543210' }, 422, 'USERNAME_NEEDS_LETTER'],
    ['a user name that is taken', { username: 'admin' }, 409, 'LOGIN_NAME_TAKEN'],
    ['an unknown role', { role: 'king' }, 404, 'ROLE_NOT_FOUND'],
    ['a broken e-mail', { email: 'meena@' }, 422, 'USER_EMAIL_FORM'],
    ['a broken phone', { phone: '12345' }, 422, 'USER_PHONE_FORM'],
  ])('with %s is refused', async (_, wrong, status, code) => {
    const answer = await send('POST', '/api/admin/users', { ...newUser, ...wrong });
    expect([answer.statusCode, codeOf(answer)]).toEqual([status, code]);
    expect(await userOf('meena')).toBeUndefined();
  });

  test('with an unknown key, a capital or no name is refused', async () => {
    for (const wrong of [{ kind: 'member' }, { permissions: [] }, { username: 'Meena' }, { name: ' ' }]) {
      expect((await send('POST', '/api/admin/users', { ...newUser, ...wrong })).statusCode).toBe(400);
    }
  });

  test('is found by the beginning of any word, page by page', async () => {
    for (const name of ['anil', 'asha', 'bina']) await kafal.addStaff(name, 'cashier');
    const names = async (query: string) => (await users(query)).map(({ username }: { username: string }) => username);
    expect(await names('')).toEqual(['admin', 'anil', 'asha', 'bina']);
    expect(await names('?q=ANI')).toEqual(['anil']);
    expect(await names('?q=administ')).toEqual(['admin']);
    expect(await names('?q=nobody')).toEqual([]);
    expect(await names('?status=suspended')).toEqual([]);
    const first = await send('GET', '/api/admin/users?limit=3');
    expect(first.json().nextCursor).toBe('asha');
    const rest = await send('GET', `/api/admin/users?limit=3&cursor=${first.json().nextCursor}`);
    expect(rest.json()).toMatchObject({ items: [{ username: 'bina' }], nextCursor: null });
    expect((await send('GET', '/api/admin/users?limit=3&total=true')).json().total).toBe(4);
    expect((await send('GET', '/api/admin/users?limit=3&cursor=asha&total=true')).json().total).toBe(4);
    expect(first.json()).not.toHaveProperty('total');
    expect((await send('GET', '/api/admin/users?limit=1000000')).statusCode).toBe(400);
  });

  test('is changed, with both values in the trail', async () => {
    await kafal.addStaff('clerk', 'cashier', { email: 'old@example.org' });
    const before = await userOf('clerk');
    const answer = await send('PUT', `/api/admin/users/${before.id}`, {
      name: 'New Name',
      email: 'new@example.org',
      phone: null,
      version: before.version,
    });
    expect(answer.json()).toMatchObject({ name: 'New Name', email: 'new@example.org', version: before.version + 1 });
    expect((await kafal.logIn('new@example.org')).statusCode).toBe(200);
    expect((await kafal.logIn('old@example.org')).statusCode).toBe(401);
    expect((await kafal.logIn('clerk')).statusCode).toBe(200);
    const trail = await kafal.platform.database
      .selectFrom('audit')
      .selectAll()
      .where('action', '=', 'user.changed')
      .executeTakeFirst();
    expect(JSON.parse(trail?.oldValues ?? '')).toEqual({ name: 'Asha of clerk', email: 'old@example.org' });
    expect(JSON.parse(trail?.newValues ?? '')).toEqual({ name: 'New Name', email: 'new@example.org' });

    const stale = await send('PUT', `/api/admin/users/${before.id}`, { name: 'X', version: before.version });
    expect([stale.statusCode, codeOf(stale)]).toEqual([409, 'USER_CHANGED_MEANWHILE']);
    expect(codeOf(await send('PUT', '/api/admin/users/999', { name: 'X', version: 1 }))).toBe('USER_NOT_FOUND');
  });

  test('a member is no staff user', async () => {
    const { userId } = await kafal.addMember('KCS2026001');
    const answer = await changeRoleOf(userId, 'administrator', 1);
    expect([answer.statusCode, codeOf(answer)]).toEqual([404, 'USER_NOT_FOUND']);
    expect((await users()).length).toBe(1);
  });

  test('suspended is out at once, and in again with the reason noted', async () => {
    const id = await kafal.addStaff('clerk', 'cashier');
    const clerk = await kafal.tokens('clerk');
    expect((await kafal.me(clerk.accessToken)).statusCode).toBe(200);
    const noReason = await send('PUT', `/api/admin/users/${id}`, { status: 'suspended', version: 1 });
    expect([noReason.statusCode, codeOf(noReason)]).toEqual([422, 'STATUS_NEEDS_REASON']);
    const suspend = { status: 'suspended', reason: 'on leave', version: 1 };
    expect((await send('PUT', `/api/admin/users/${id}`, suspend)).json().status).toBe('suspended');
    expect((await kafal.me(clerk.accessToken)).statusCode).toBe(401);
    expect((await kafal.post('/api/auth/refresh', { refreshToken: clerk.refreshToken })).statusCode).toBe(401);
    expect(codeOf(await kafal.logIn('clerk'))).toBe('USER_SUSPENDED');
    await send('PUT', `/api/admin/users/${id}`, { status: 'active', reason: 'back', version: 2 });
    expect((await kafal.logIn('clerk')).statusCode).toBe(200);
    expect((await kafal.me(clerk.accessToken)).statusCode).toBe(401);
    const acts = await kafal.platform.database
      .selectFrom('audit')
      .select(['action', 'newValues'])
      .where('action', 'in', ['user.suspended', 'user.reinstated'])
      .orderBy('id')
      .execute();
    expect(acts.map(({ action, newValues }) => [action, JSON.parse(newValues ?? '')])).toEqual([
      ['user.suspended', { status: 'suspended', reason: 'on leave' }],
      ['user.reinstated', { status: 'active', reason: 'back' }],
    ]);
  });

  test('with another role may do the new things from the next request on', async () => {
    const id = await kafal.addStaff('clerk', 'cashier');
    const clerk = await kafal.tokens('clerk');
    expect((await send('GET', '/api/admin/audit', undefined, clerk.accessToken)).statusCode).toBe(403);
    expect((await changeRoleOf(id, 'auditor', 1)).json()).toMatchObject({ applied: true, isAlone: true });
    expect((await send('GET', '/api/admin/audit', undefined, clerk.accessToken)).statusCode).toBe(200);
    await changeRoleOf(id, 'cashier', 2);
    expect((await send('GET', '/api/admin/audit', undefined, clerk.accessToken)).statusCode).toBe(403);
  });

  test('shows where they are logged in', async () => {
    const id = await kafal.addStaff('clerk', 'cashier');
    const clerk = await kafal.tokens('clerk', { address: '10.0.0.9' });
    const answer = await send('GET', `/api/admin/users/${id}/sessions`);
    expect(answer.json().items).toMatchObject([{ id: clerk.sessionId, address: '10.0.0.9', isCurrent: false }]);
    expect(codeOf(await send('GET', '/api/admin/users/999/sessions'))).toBe('USER_NOT_FOUND');
    expect((await send('GET', `/api/admin/users/${id}/sessions`, undefined, clerk.accessToken)).statusCode).toBe(403);
  });
});

describe('nobody raises themself', () => {
  test('by changing their own role or status', async () => {
    await kafal.addStaff('second');
    const own = await userOf('admin');
    const role = await changeRoleOf(adminId, 'manager', own.version);
    expect([role.statusCode, codeOf(role)]).toEqual([403, 'OWN_ROLE']);
    const status = await send('PUT', `/api/admin/users/${adminId}`, {
      status: 'closed',
      reason: 'enough',
      version: own.version,
    });
    expect([status.statusCode, codeOf(status)]).toEqual([403, 'OWN_STATUS']);
    expect((await send('PUT', `/api/admin/users/${adminId}`, { name: 'Asha', version: own.version })).statusCode).toBe(
      200,
    );
  });

  test('by adding to what their own role may do', async () => {
    const role = await roleOf('administrator');
    const permissions = [...role.permissions, 'receipt.take'];
    const answer = await send('PUT', '/api/admin/roles/administrator', { permissions, version: role.version });
    expect([answer.statusCode, codeOf(answer)]).toEqual([403, 'OWN_ROLE_PERMISSIONS']);
    expect((await roleOf('administrator')).permissions).toEqual(role.permissions);
  });

  test.each(['cashier', 'accountant', 'manager', 'auditor', 'loan_officer', 'committee'])(
    'a %s changes no users and no roles',
    async (role) => {
      await kafal.addStaff('somebody', role);
      const { accessToken } = await kafal.tokens('somebody');
      for (const [method, url, body] of [
        ['POST', '/api/admin/users', newUser],
        ['PUT', `/api/admin/users/${adminId}`, { name: 'Another', version: 1 }],
        ['POST', `/api/admin/users/${adminId}/role-changes`, { role: 'cashier', reason: 'a quarrel', version: 1 }],
        ['PUT', '/api/admin/roles/cashier', { permissions: [], version: 1 }],
        ['POST', '/api/admin/roles', { from: 'cashier', nameEn: 'Second', nameHi: 'दूसरा' }],
        ['DELETE', '/api/admin/roles/cashier', undefined],
        ['POST', `/api/admin/users/${adminId}/one-time-code`, {}],
      ] as const) {
        const answer = await send(method, url, body, accessToken);
        expect([answer.statusCode, codeOf(answer)]).toEqual([403, 'NOT_PERMITTED']);
      }
    },
  );

  test('a member sees none of it', async () => {
    await kafal.addMember('KCS2026001');
    const { accessToken } = await kafal.tokens('KCS2026001', { member: true });
    for (const url of ['/api/admin/users', '/api/admin/roles', '/api/admin/audit', '/api/admin/audit.csv']) {
      const answer = await send('GET', url, undefined, accessToken);
      expect([answer.statusCode, codeOf(answer)]).toEqual([403, 'FOR_STAFF_ONLY']);
    }
  });
});

describe('the last administrator', () => {
  test('cannot be suspended or demoted by anybody', async () => {
    await kafal.addStaff('second');
    const second = await kafal.tokens('second');
    await changeRoleOf(adminId, 'manager', 1, second.accessToken);
    // Now the second one is the last; a permission alone, without the person, does not help.
    await kafal.platform.transact(async (trx) => {
      await trx.insertInto('role_permission').values({ roleCode: 'manager', permission: 'user.manage' }).execute();
    });
    const last = (await send('GET', '/api/admin/users', undefined, second.accessToken))
      .json()
      .items.find(({ username }: { username: string }) => username === 'second');
    const demoted = await changeRoleOf(last.id, 'cashier', last.version);
    expect([demoted.statusCode, codeOf(demoted)]).toEqual([409, 'LAST_ADMINISTRATOR']);
    for (const change of [
      { status: 'suspended', reason: 'x y z' },
      { status: 'closed', reason: 'x y z' },
    ]) {
      const answer = await send('PUT', `/api/admin/users/${last.id}`, { ...change, version: last.version });
      expect([answer.statusCode, codeOf(answer)]).toEqual([409, 'LAST_ADMINISTRATOR']);
    }
    expect((await kafal.me(second.accessToken)).statusCode).toBe(200);
  });

  test('keeps what makes one', async () => {
    const role = await roleOf('administrator');
    for (const needed of ['user.manage', 'role.manage']) {
      const permissions = role.permissions.filter((permission: string) => permission !== needed);
      const answer = await send('PUT', '/api/admin/roles/administrator', { permissions, version: role.version });
      expect([answer.statusCode, codeOf(answer)]).toEqual([409, 'LAST_ADMINISTRATOR']);
    }
    expect((await roleOf('administrator')).permissions).toEqual(role.permissions);
  });

  test('remains when two suspend each other at the same moment', async () => {
    const secondId = await kafal.addStaff('second');
    const second = await kafal.tokens('second');
    const suspend = { status: 'suspended', reason: 'a quarrel', version: 1 };
    const answers = await Promise.all([
      send('PUT', `/api/admin/users/${secondId}`, suspend),
      send('PUT', `/api/admin/users/${adminId}`, suspend, second.accessToken),
    ]);
    // Whoever comes second is the last one, or is shut out already.
    const [first, later] = answers.map(({ statusCode }) => statusCode).sort();
    expect(first).toBe(200);
    expect([401, 409]).toContain(later);
    const active = await kafal.platform.database
      .selectFrom('user')
      .select('id')
      .where('id', 'in', [Number(secondId), Number(adminId)])
      .where('status', '=', 'active')
      .execute();
    expect(active).toHaveLength(1);
  });
});

describe('a role', () => {
  test('starts as the list of first roles says, and a second seeding changes nothing', async () => {
    const cashier = await roleOf('cashier');
    await send('PUT', '/api/admin/roles/cashier', { permissions: ['member.read'], version: cashier.version });
    await kafal.platform.transact((trx) => seedRoles(trx, kafal.platform));
    const answer = await send('GET', '/api/admin/roles');
    expect(answer.json().items).toHaveLength(FIRST_ROLES.length);
    for (const { code, permissions } of FIRST_ROLES.filter((role) => role.code !== 'cashier')) {
      expect((await roleOf(code)).permissions.toSorted()).toEqual([...permissions].toSorted());
    }
    expect((await roleOf('cashier')).permissions).toEqual(['member.read']);
    expect((await roleOf('administrator')).users).toBe(1);
    expect(answer.json().permissions).toEqual(PERMISSIONS.filter((permission) => !permission.startsWith('own.')));
  });

  test('is changed for everybody who has it, from their next request on, with both lists in the trail', async () => {
    await kafal.addStaff('clerk', 'cashier');
    const clerk = await kafal.tokens('clerk');
    const audit = () => send('GET', '/api/admin/audit', undefined, clerk.accessToken);
    expect((await audit()).statusCode).toBe(403);
    const before = await roleOf('cashier');
    const permissions = [
      ...before.permissions.filter((permission: string) => permission !== 'receipt.take'),
      'audit.read',
    ];
    const changed = await send('PUT', '/api/admin/roles/cashier', { permissions, version: before.version });
    expect(changed.json()).toMatchObject({ applied: true, isAlone: true, approvalId: null });
    expect(await roleOf('cashier')).toMatchObject({ version: before.version + 1 });
    expect((await roleOf('cashier')).permissions.toSorted()).toEqual(permissions.toSorted());
    expect((await audit()).statusCode).toBe(200);
    expect((await kafal.me(clerk.accessToken)).json().user.permissions.toSorted()).toEqual(permissions.toSorted());

    const trail = await kafal.platform.database
      .selectFrom('audit')
      .selectAll()
      .where('action', '=', 'role.changed')
      .executeTakeFirst();
    expect(JSON.parse(trail?.oldValues ?? '').permissions).toEqual(before.permissions);
    expect(JSON.parse(trail?.newValues ?? '')).toMatchObject({
      added: ['audit.read'],
      removed: ['receipt.take'],
      withoutSecondPerson: true,
    });
    await send('PUT', '/api/admin/roles/cashier', { permissions: before.permissions, version: before.version + 1 });
    expect((await audit()).statusCode).toBe(403);
  });

  test.each([
    ['a stale version', 'cashier', { permissions: [], version: 7 }, 409, 'ROLE_CHANGED_MEANWHILE'],
    ['what is for members', 'cashier', { permissions: ['own.transfer'], version: 1 }, 422, 'PERMISSION_OF_MEMBERS'],
    ['an unknown role', 'king', { permissions: [], version: 1 }, 404, 'ROLE_NOT_FOUND'],
  ])('with %s is refused', async (_, role, body, status, code) => {
    const answer = await send('PUT', `/api/admin/roles/${role}`, body);
    expect([answer.statusCode, codeOf(answer)]).toEqual([status, code]);
  });

  test('with an unknown permission is refused', async () => {
    const answer = await send('PUT', '/api/admin/roles/cashier', { permissions: ['everything'], version: 1 });
    expect(answer.statusCode).toBe(400);
  });

  test('has its name in the reader’s language', async () => {
    const headers = { ...bearer(admin.accessToken), 'accept-language': 'hi' };
    const roles = await kafal.inject({ url: '/api/admin/roles', headers });
    expect(roles.json().items.find((role: { code: string }) => role.code === 'cashier').name).toBe('खजांची');
  });
});

describe('an administrator by the command line', () => {
  test('gets a one-time code and chooses a password', async () => {
    const created = await createAdmin(kafal.platform, { username: 'Rescue', name: 'Rescue Person' });
    expect(created).toMatchObject({ username: 'rescue', expiresAt: '2026-12-01T04:30:00.000Z' });
    await kafal.post('/api/auth/password/reset', {
      identifier: 'rescue',
      code: created.oneTimeCode ?? '',
      newPassword: 'lanterns by the river',
    });
    const loggedIn = await kafal.logIn('rescue', { password: 'lanterns by the river' });
    expect(loggedIn.json().user).toMatchObject({ role: 'administrator', mustChangePassword: false });
  });

  test('may come before there is any role', async () => {
    const empty = await createIdentityTest();
    await empty.platform.transact(async (trx) => {
      await trx.deleteFrom('role_permission').execute();
      await trx.deleteFrom('role').execute();
    });
    await createAdmin(empty.platform, { username: 'first', name: 'First', password: 'lanterns by the river' });
    const loggedIn = await empty.logIn('first', { password: 'lanterns by the river' });
    expect(loggedIn.json().user.permissions).toContain('role.manage');
    const me = await empty.me(loggedIn.json().accessToken);
    expect(me.json()).toMatchObject({ businessDate: '2026-11-30', businessDateWaits: false });
    await empty.close();
  });

  test.each([
    ['short', 'short words', 'PASSWORD_TOO_SHORT'],
    ['common', 'administrator123', 'PASSWORD_COMMON'],
    ['made of their name', 'rescue-rescue-2026', 'PASSWORD_OWN_WORDS'],
    ['made of the society’s name', 'kafalpani kafalpani', 'PASSWORD_OWN_WORDS'],
  ])('with a password that is %s is refused', async (_, password, code) => {
    const wanted = { username: 'rescue', name: 'Rescue', password };
    await expect(prepareAdmin(kafal.platform, wanted, ['Kafalpani'])).rejects.toMatchObject({
      code,
      field: 'password',
    });
  });

  test('with a name that is taken is refused', async () => {
    await expect(createAdmin(kafal.platform, { username: 'admin', name: 'Second' })).rejects.toMatchObject({
      code: 'LOGIN_NAME_TAKEN',
    });
  });
});

describe('one’s own language', () => {
  test('is kept and used from the next request on', async () => {
    const { accessToken } = admin;
    expect((await send('PUT', '/api/me/language', { language: 'hi' })).json()).toEqual({ done: true });
    const me = await kafal.me(accessToken);
    expect(me.json().user).toMatchObject({ language: 'hi', roleName: 'प्रशासक' });
    expect((await send('PUT', '/api/me/language', { language: 'fr' })).statusCode).toBe(400);
  });
});
