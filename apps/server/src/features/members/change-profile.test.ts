import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type SignedIn, type TestApp } from '../../platform/http/test-app.ts';
import { societyFeatures } from '../setup/test-features.ts';
import { setUpTestSociety } from '../setup/test-society.ts';
import { admitMember } from './test-members.ts';

let kafal: TestApp;
let clerk: SignedIn;
let manager: SignedIn;
let officer: SignedIn;
let committee: SignedIn;
let memberId: number;
let member: SignedIn;

beforeEach(async () => {
  kafal = await createTestApp(societyFeatures);
  await setUpTestSociety(kafal.platform);
  clerk = await kafal.staff('cashier');
  manager = await kafal.staff('manager');
  officer = await kafal.staff('loan_officer');
  committee = await kafal.staff('committee');
  const person = { name: 'Sunita Rawat', phone: '9811002200', email: 'sunita@example.org', pan: 'ABCPE1234F' };
  ({ memberId } = await admitMember(kafal.platform, { clerk, manager }, person));
  const permissions = (await kafal.member(null)).actor.permissions;
  member = kafal.signIn({ kind: 'member', memberId, userId: 4_000, name: 'Sunita Rawat', permissions });
});
afterEach(() => kafal.close());

const own = async () => (await member.inject({ url: '/api/members/profile' })).json();
const asMember = async (payload: object) =>
  member.inject({
    method: 'PUT',
    url: '/api/members/profile',
    payload: { version: (await own()).version, ...payload },
  });
const asOfficer = async (payload: object) =>
  officer.inject({
    method: 'PUT',
    url: `/api/members/${memberId}`,
    payload: { version: (await own()).version, ...payload },
  });
const confirm = (approvalId: string) =>
  committee.inject({
    method: 'POST',
    url: `/api/approvals/${approvalId}/approval`,
    headers: { 'idempotency-key': `approval-of-request-${approvalId}` },
    payload: {},
  });
const audit = (action: string) =>
  kafal.platform.database
    .selectFrom('audit')
    .select(['userId', 'oldValues', 'newValues'])
    .where('action', '=', action)
    .execute();

describe('the own profile', () => {
  test('shows identity numbers by halves', async () => {
    expect(await own()).toMatchObject({
      memberNumber: 'M-2026-0001',
      panMasked: 'ABCxxxxx4F',
      loginNames: ['sunita@example.org', 'M-2026-0001', '+919811002200'],
    });
    expect(JSON.stringify(await own())).not.toContain('ABCPE1234F');
  });

  test('is the member’s own and nobody else’s', async () => {
    expect((await clerk.inject({ url: '/api/members/profile' })).statusCode).toBe(403);
    expect((await member.inject({ url: `/api/members/${memberId}` })).statusCode).toBe(403);
    expect((await kafal.inject({ url: '/api/members/profile' })).statusCode).toBe(401);
  });
});

describe('phone, e-mail and address', () => {
  test('change at once, and the log-in names with them', async () => {
    const answer = await asMember({ phone: '98110 02299', email: 'New@example.org', addressLine: 'House 15' });
    expect([answer.statusCode, answer.json().waiting, answer.json().approvalId]).toEqual([200, [], null]);
    expect(answer.json().member).toMatchObject({
      phone: '+919811002299',
      email: 'New@example.org',
      addressLine: 'House 15',
      loginNames: ['New@example.org', 'M-2026-0001', '+919811002299'],
      version: 2,
    });
    expect(await audit('member.changed')).toEqual([
      {
        userId: 4_000,
        oldValues: JSON.stringify({
          phone: '+919811002200',
          email: 'sunita@example.org',
          emailKey: 'sunita@example.org',
          addressLine: 'House 14, Lane 3',
        }),
        newValues: JSON.stringify({
          phone: '+919811002299',
          email: 'New@example.org',
          emailKey: 'new@example.org',
          addressLine: 'House 15',
        }),
      },
    ]);
  });

  test('are not changed by staff who may not hand out log-in codes', async () => {
    for (const [field, change] of Object.entries({
      email: { email: 'officer@example.org' },
      phone: { phone: '9811009999' },
    })) {
      const answer = await asOfficer(change);
      expect(answer.statusCode).toBe(403);
      expect(answer.json()).toMatchObject({ code: 'CONTACT_OPENS_LOGIN', fields: [{ path: field }] });
    }
    expect((await asOfficer({ addressLine: 'House 9' })).statusCode).toBe(200);
    expect((await own()).loginNames).toEqual(['sunita@example.org', 'M-2026-0001', '+919811002200']);
  });

  test('an e-mail can be taken away', async () => {
    expect((await asMember({ email: null })).json().member).toMatchObject({
      email: null,
      loginNames: ['M-2026-0001', '+919811002200'],
    });
  });

  test('the same again changes nothing', async () => {
    await asMember({ phone: '9811002200', email: 'sunita@example.org', occupation: 'Teacher' });
    expect((await own()).version).toBe(1);
    expect(await audit('member.changed')).toEqual([]);
  });

  test('a phone of another member needs a reason and is no log-in name', async () => {
    await admitMember(
      kafal.platform,
      { clerk, manager },
      { phone: '9811003300', email: 'other@example.org', pan: 'XYZPE9876K' },
    );
    const without = await asMember({ phone: '9811003300' });
    expect([without.statusCode, without.json().code, without.json().detail]).toEqual([
      409,
      'PHONE_IN_USE',
      'This phone number is in use already. If you share it with somebody, give the reason.',
    ]);
    const toStaff = await asOfficer({ phone: '9811003300' });
    expect([toStaff.statusCode, toStaff.json().code]).toEqual([409, 'PHONE_SHARED']);
    expect(toStaff.json().detail).toContain('M-2026-0002');

    const answer = await asMember({ phone: '9811003300', phoneSharedReason: 'My sister’s phone' });
    expect(answer.json().member.loginNames).toEqual(['sunita@example.org', 'M-2026-0001']);
  });

  test.each([
    ['an e-mail of another member', { email: 'OTHER@example.org' }, 409, 'EMAIL_IN_USE', 'EMAIL_TAKEN'],
    ['a PAN of another member', { pan: 'XYZPE9876K' }, 409, 'PAN_IN_USE', 'PAN_TAKEN'],
    ['an e-mail that is none', { email: 'x' }, 400, 'EMAIL_FORM', 'EMAIL_FORM'],
    ['a phone that is none', { phone: '1' }, 400, 'PHONE_FORM', 'PHONE_FORM'],
    ['a postal code that is none', { postalCode: 'x' }, 400, 'POSTAL_CODE_FORM', 'POSTAL_CODE_FORM'],
    ['a PAN that is none', { pan: 'x' }, 400, 'PAN_FORM', 'PAN_FORM'],
    [
      'a bank branch that is none',
      { bankDetails: { accountNumber: '123456789', ifsc: 'SBIN1', accountName: 'S' } },
      400,
      'IFSC_FORM',
      'IFSC_FORM',
    ],
    ['a birth under age', { dateOfBirth: '2015-01-01' }, 422, 'APPLICANT_UNDER_AGE', 'APPLICANT_UNDER_AGE'],
    ['a version long gone', { addressLine: 'House 16', version: 0 }, 409, 'MEMBER_CHANGED', 'MEMBER_CHANGED'],
    ['a status', { status: 'active' }, 400, 'VALIDATION_FAILED', 'VALIDATION_FAILED'],
  ])('refuses %s whole, and tells the member less than staff', async (_what, payload, status, code, toStaff) => {
    await admitMember(
      kafal.platform,
      { clerk, manager },
      { phone: '9811003300', email: 'other@example.org', pan: 'XYZPE9876K' },
    );
    const before = await own();
    const answer = await asMember({ locality: 'Elsewhere', ...payload });
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    expect((await asOfficer({ locality: 'Elsewhere', ...payload })).json().code).toBe(toStaff);
    expect(await own()).toEqual(before);
  });
});

describe('name, birth date, PAN and bank details', () => {
  const details = {
    name: 'Sunita Negi',
    nameLocal: 'सुनीता नेगी',
    dateOfBirth: '1988-04-13',
    pan: 'ABCPE1234G',
    bankDetails: { accountNumber: '123456789012', ifsc: 'sbin0001234', accountName: 'Sunita Negi' },
  };

  test('wait for a second person, while the address changes at once', async () => {
    const answer = await asMember({ ...details, addressLine: 'House 15' });
    expect(answer.json()).toMatchObject({
      waiting: ['name', 'nameLocal', 'dateOfBirth', 'pan', 'bankDetails'],
      approvalId: expect.any(String),
      member: { name: 'Sunita Rawat', dateOfBirth: '1988-04-12', addressLine: 'House 15' },
    });

    const { approvalId } = answer.json();
    const approval = (await committee.inject({ url: `/api/approvals/${approvalId}` })).json();
    expect(approval.summary).toBe('Changed details of Sunita Rawat (M-2026-0001)');
    expect(approval.lines).toEqual([
      { label: 'Name', before: 'Sunita Rawat', after: 'Sunita Negi' },
      { label: 'Name in the local script', before: null, after: 'सुनीता नेगी' },
      { label: 'Date of birth', before: '1988-04-12', after: '1988-04-13' },
      { label: 'PAN', before: 'ABCxxxxx4F', after: 'ABCxxxxx4G' },
      { label: 'Bank details', before: null, after: 'SBIN0001234 XXXX9012' },
    ]);
    const everything = JSON.stringify(
      await kafal.platform.database.selectFrom('approval_request').selectAll().execute(),
    );
    expect(everything).not.toMatch(/ABCPE1234G|123456789012/);

    expect((await confirm(approvalId)).statusCode).toBe(200);
    expect(await own()).toMatchObject({
      name: 'Sunita Negi',
      nameLocal: 'सुनीता नेगी',
      dateOfBirth: '1988-04-13',
      panMasked: 'ABCxxxxx4G',
      bankDetailsMasked: 'SBIN0001234 XXXX9012',
    });
    const found = await manager.inject({ url: `/api/members?q=${encodeURIComponent('नेगी')}` });
    expect(found.json().items).toHaveLength(1);
    expect((await manager.inject({ url: '/api/members?q=rawat' })).json().items).toEqual([]);
    const user = await kafal.platform.database
      .selectFrom('user')
      .select('name')
      .where('memberId', '=', memberId)
      .execute();
    expect(user).toEqual([{ name: 'Sunita Negi' }]);
  });

  test('are asked once at a time', async () => {
    await asMember({ name: 'Sunita Negi' });
    const again = await asOfficer({ dateOfBirth: '1988-04-13' });
    expect([again.statusCode, again.json().code]).toEqual([409, 'CHANGE_WAITING']);
  });

  test('are not confirmed when the PAN has become another’s meanwhile', async () => {
    const { approvalId } = (await asMember({ pan: 'ABCPE1234G' })).json();
    await admitMember(kafal.platform, { clerk, manager }, { pan: 'ABCPE1234G' });
    const answer = await confirm(approvalId);
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'PAN_TAKEN']);
  });

  test('said as they are ask nobody', async () => {
    const answer = await asMember({ name: 'Sunita  Rawat', dateOfBirth: '1988-04-12', pan: 'abcpe1234f' });
    expect(answer.json()).toMatchObject({ waiting: [], approvalId: null });
  });
});

describe('a disclosure', () => {
  const disclose = (who: SignedIn, what: string, id: number = memberId) =>
    who.inject({
      method: 'POST',
      url: `/api/members/${id}/disclosures`,
      payload: { what, reason: 'Annual tax statement' },
    });

  test('shows the number in full and keeps who looked and why', async () => {
    const answer = await disclose(manager, 'pan');
    expect([answer.statusCode, answer.json()]).toEqual([200, { value: 'ABCPE1234F' }]);
    expect(await audit('member.identity_disclosed')).toEqual([
      {
        userId: manager.actor.userId,
        oldValues: null,
        newValues: JSON.stringify({ what: 'pan', reason: 'Annual tax statement' }),
      },
    ]);

    const bankDetails = { accountNumber: '123456789012', ifsc: 'SBIN0001234', accountName: 'Sunita Rawat' };
    const { approvalId } = (await asMember({ bankDetails })).json();
    await confirm(approvalId);
    expect((await disclose(manager, 'bank')).json()).toEqual({ value: 'Sunita Rawat, 123456789012, SBIN0001234' });
  });

  test('is refused to those who may not, and where there is nothing', async () => {
    expect((await disclose(clerk, 'pan')).statusCode).toBe(403);
    expect((await disclose(member, 'pan')).statusCode).toBe(403);
    expect((await disclose(manager, 'bank')).json().code).toBe('DISCLOSURE_NOTHING');
    expect((await disclose(manager, 'pan', 999)).json().code).toBe('MEMBER_NOT_FOUND');
    expect(await audit('member.identity_disclosed')).toEqual([]);
  });
});

describe('nominees', () => {
  const wanted = [
    {
      name: 'Asha Rawat',
      relation: 'daughter',
      dateOfBirth: '2012-03-04',
      sharePercent: '60.00',
      guardianName: 'Mohan Rawat',
    },
    { name: 'Mohan Rawat', relation: 'husband', dateOfBirth: '1985-01-20', sharePercent: '40.00' },
  ];

  test('are asked for, wait for a second person, and then stand in place of those before', async () => {
    const before = (await own()).nominees;
    const asked = (await asMember({ nominees: wanted })).json();
    expect(asked).toMatchObject({ waiting: ['nominees'], member: { nominees: before, waitingChanges: ['nominees'] } });
    const seen = (await committee.inject({ url: `/api/approvals/${asked.approvalId}` })).json();
    expect(seen.lines).toEqual([
      {
        label: 'Nominees',
        before: 'Mohan Rawat, husband, 1985-01-20, 100.00 %',
        after: 'Asha Rawat, daughter, 2012-03-04, 60.00 %, Mohan Rawat; Mohan Rawat, husband, 1985-01-20, 40.00 %',
      },
    ]);
    expect((await confirm(asked.approvalId)).statusCode).toBe(200);
    const after = await own();
    expect(after.waitingChanges).toEqual([]);
    expect(after.nominees.map(({ name, sharePercent }: Record<string, string>) => `${name} ${sharePercent}`)).toEqual([
      'Asha Rawat 60.00',
      'Mohan Rawat 40.00',
    ]);
    expect(JSON.parse((await audit('member.details_changed'))[0]?.oldValues ?? '{}')).toEqual({
      nominees: 'Mohan Rawat, husband, 1985-01-20, 100.00 %',
    });
  });

  test('whose shares are not a whole, or who are under age without a guardian, are refused whole', async () => {
    const [asha, mohan] = wanted;
    const short = await asMember({ nominees: [{ ...asha, sharePercent: '50.00' }, mohan] });
    expect(short.json()).toMatchObject({
      status: 400,
      code: 'NOMINEE_SHARES_NOT_WHOLE',
      fields: [{ path: 'nominees' }],
    });
    const alone = await asMember({ nominees: [{ ...asha, guardianName: undefined }, mohan] });
    expect(alone.json()).toMatchObject({
      status: 400,
      code: 'NOMINEE_GUARDIAN_REQUIRED',
      fields: [{ path: 'nominees.0.guardianName' }],
    });
    expect((await own()).waitingChanges).toEqual([]);
  });

  test('that are the same as before ask nobody', async () => {
    const same = [{ name: 'Mohan Rawat', relation: 'husband', dateOfBirth: '1985-01-20', sharePercent: '100.00' }];
    expect((await asMember({ nominees: same })).json()).toMatchObject({ waiting: [], approvalId: null });
  });
});
