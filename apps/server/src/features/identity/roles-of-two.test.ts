import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type SignedIn, type TestApp } from '../../platform/http/test-app.ts';
import { societyFeatures } from '../setup/test-features.ts';
import { setUpTestSociety } from '../setup/test-society.ts';

let kafal: TestApp;
let administrator: SignedIn;
let manager: SignedIn;
let cashier: SignedIn;
beforeEach(async () => {
  kafal = await createTestApp(societyFeatures);
  await setUpTestSociety(kafal.platform);
  // Set-up made an administrator of its own, who has left.
  await kafal.platform.transact(async (trx) => {
    await trx.updateTable('user').set({ status: 'closed' }).execute();
  });
  administrator = await kafal.staff('administrator', 'Asha Negi');
  manager = await kafal.staff('manager', 'Meena Joshi');
  cashier = await kafal.staff('cashier', 'Kavita Bisht');
});
afterEach(() => kafal.close());

const send = (method: 'POST' | 'PUT' | 'DELETE', url: string, payload: object = {}, who = administrator) =>
  who.inject({ method, url, payload });
const roleOf = async (code: string) =>
  (await administrator.inject({ url: '/api/admin/roles' }))
    .json()
    .items.find((role: { code: string }) => role.code === code);
let keys = 0;
const approve = (id: string, who = manager) => {
  keys += 1;
  const headers = { 'idempotency-key': `roles-of-two-${String(keys).padStart(8, '0')}` };
  return who.inject({ method: 'POST', url: `/api/approvals/${id}/approval`, payload: {}, headers });
};
const userRole = async (id: number) =>
  (await kafal.platform.database.selectFrom('user').select('roleCode').where('id', '=', id).executeTakeFirstOrThrow())
    .roleCode;

describe('what a role may do', () => {
  const change = async (
    code: string,
    difference: { add?: string; remove?: string },
    query = '',
    who = administrator,
  ) => {
    const { permissions, version } = await roleOf(code);
    const wanted = permissions.filter((permission: string) => permission !== difference.remove);
    if (difference.add !== undefined) wanted.push(difference.add);
    return send(
      'PUT',
      `/api/admin/roles/${code}${query}`,
      { permissions: wanted, version, reason: 'Resolution 7' },
      who,
    );
  };

  test('is shown as a difference, waits for a second person, and acts when that one agrees', async () => {
    const preview = await change('cashier', { add: 'books.read', remove: 'entry.reverse' }, '?preview=true');
    expect(preview.json()).toMatchObject({
      preview: true,
      deciders: ['Meena Joshi'],
      lines: [
        { label: 'May from then on', before: null, after: 'books.read' },
        { label: 'May no longer', before: null, after: 'entry.reverse' },
        { label: 'Users who have this role', before: null, after: '1' },
        { label: 'Why', before: null, after: 'Resolution 7' },
      ],
    });
    const asked = await change('cashier', { add: 'books.read', remove: 'entry.reverse' });
    expect([asked.statusCode, asked.json().applied]).toEqual([202, false]);
    expect((await roleOf('cashier')).permissions).not.toContain('books.read');
    expect((await approve(asked.json().approvalId, administrator)).json().code).toBe('APPROVAL_OWN_REQUEST');
    expect((await approve(asked.json().approvalId)).statusCode).toBe(200);
    const { permissions, version } = await roleOf('cashier');
    expect(permissions).toContain('books.read');
    expect(permissions).not.toContain('entry.reverse');
    expect(version).toBe(2);
    expect((await change('cashier', { remove: 'books.read' })).statusCode).toBe(202);
    expect((await change('cashier', { remove: 'books.read' })).json().code).toBe('RULE_CHANGE_WAITING');
  });

  test('cannot be taken from the last administrator, and that is said when it is asked', async () => {
    const answer = await change('administrator', { remove: 'role.manage' });
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'LAST_ADMINISTRATOR']);
  });

  test('that stays as it is needs nobody', async () => {
    const answer = await change('cashier', {});
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'ROLE_UNCHANGED']);
  });
});

describe('a role of the society’s own', () => {
  const copy = (body: object = {}) =>
    send('POST', '/api/admin/roles', { from: 'cashier', nameEn: 'Senior cashier', nameHi: 'वरिष्ठ खजांची', ...body });

  test('begins as a copy that nobody has', async () => {
    const answer = await copy();
    expect([answer.statusCode, answer.json()]).toMatchObject([
      201,
      { code: 'senior_cashier', nameHi: 'वरिष्ठ खजांची', builtIn: false, users: 0 },
    ]);
    expect(answer.json().permissions).toEqual((await roleOf('cashier')).permissions);
  });

  test.each([
    ['of a name that is taken', { nameEn: 'Cashier' }, 409, 'ROLE_NAME_TAKEN'],
    ['without a Latin letter', { nameEn: 'वरिष्ठ' }, 422, 'ROLE_NAME_LATIN'],
    ['of a role that is not there', { from: 'king' }, 404, 'ROLE_NOT_FOUND'],
  ])('%s is refused', async (_what, body, status, code) => {
    const answer = await copy(body);
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  });

  test('goes while nobody has had it; those the society started with stay', async () => {
    await copy();
    expect((await send('DELETE', '/api/admin/roles/senior_cashier')).statusCode).toBe(200);
    expect(await roleOf('senior_cashier')).toBeUndefined();
    expect((await send('DELETE', '/api/admin/roles/auditor')).json().code).toBe('ROLE_BUILT_IN');
    expect((await send('DELETE', '/api/admin/roles/king')).json().code).toBe('ROLE_NOT_FOUND');

    await copy();
    await kafal.platform.transact(async (trx) => {
      await trx
        .updateTable('user')
        .set({ roleCode: 'senior_cashier', status: 'closed' })
        .where('id', '=', cashier.actor.userId)
        .execute();
    });
    expect((await send('DELETE', '/api/admin/roles/senior_cashier')).json().code).toBe('ROLE_IN_USE');
  });
});

describe('another role for a colleague', () => {
  const ask = (id: number, role: string, more: object = {}, query = '') =>
    send('POST', `/api/admin/users/${id}/role-changes${query}`, {
      role,
      reason: 'Resolution 9',
      version: 1,
      ...more,
    });

  test('is shown with the rights that come and go, and waits for a second person', async () => {
    const { userId } = cashier.actor;
    const preview = (await ask(userId, 'loan_officer', {}, '?preview=true')).json();
    expect(preview.lines[0]).toEqual({ label: 'Role', before: 'Cashier', after: 'Loan officer' });
    expect(preview.lines).toContainEqual({ label: 'May from then on', before: null, after: 'member.change' });
    expect(preview.lines).toContainEqual({ label: 'May no longer', before: null, after: 'receipt.take' });

    const { approvalId } = (await ask(userId, 'loan_officer')).json();
    expect(await userRole(userId)).toBe('cashier');
    expect((await approve(approvalId)).statusCode).toBe(200);
    expect(await userRole(userId)).toBe('loan_officer');
    const [trail] = await kafal.platform.database
      .selectFrom('audit')
      .select(['userName', 'oldValues', 'newValues'])
      .where('action', '=', 'user.changed')
      .execute();
    expect(trail).toEqual({
      userName: 'Meena Joshi',
      oldValues: '{"roleCode":"cashier"}',
      newValues: JSON.stringify({
        roleCode: 'loan_officer',
        reason: 'Resolution 9',
        requestedByUserId: administrator.actor.userId,
      }),
    });
  });

  test('is not decided by the colleague; with nobody else it holds at once and is noted', async () => {
    const committee = await kafal.staff('committee', 'Hari Singh');
    const { approvalId } = (await ask(manager.actor.userId, 'accountant')).json();
    const own = await approve(approvalId, manager);
    expect([own.statusCode, own.json().code]).toEqual([403, 'OWN_ROLE']);
    expect((await approve(approvalId, committee)).statusCode).toBe(200);

    await kafal.platform.transact(async (trx) => {
      await trx.updateTable('user').set({ status: 'closed' }).where('id', '=', committee.actor.userId).execute();
    });
    const alone = await ask(manager.actor.userId, 'manager', { version: 2 });
    expect([alone.statusCode, alone.json()]).toMatchObject([200, { applied: true, isAlone: true }]);
    expect(await userRole(manager.actor.userId)).toBe('manager');
  });

  test.each([
    ['a stale version', 'auditor', { version: 7 }, 409, 'USER_CHANGED_MEANWHILE'],
    ['the role they have', 'cashier', {}, 422, 'ROLE_UNCHANGED'],
    ['a role that is not there', 'king', {}, 404, 'ROLE_NOT_FOUND'],
    ['no reason', 'auditor', { reason: ' ' }, 400, 'VALIDATION_FAILED'],
  ])('with %s is refused', async (_what, role, more, status, code) => {
    const answer = await ask(cashier.actor.userId, role, more);
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  });

  test('that would leave no administrator is refused when it is asked', async () => {
    const second = await kafal.staff('administrator', 'Hema Bisht');
    await kafal.platform.transact(async (trx) => {
      await trx.updateTable('user').set({ status: 'suspended' }).where('id', '=', administrator.actor.userId).execute();
    });
    const answer = await ask(second.actor.userId, 'auditor');
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'LAST_ADMINISTRATOR']);
  });
});
