import { calendarDate, money } from '@kafal/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type SignedIn, type TestApp } from '../../platform/http/test-app.ts';
import { societyFeatures } from '../setup/test-features.ts';
import { setUpTestSociety } from '../setup/test-society.ts';
import { changeSetting } from '../society/test-settings.ts';
import { memberDues, payDue, unpayDue } from './index.ts';
import { admitMember, applicantBody, payDues } from './test-members.ts';

let kafal: TestApp;
let clerk: SignedIn;
let manager: SignedIn;

beforeEach(async () => {
  kafal = await createTestApp(societyFeatures, { environment: { RATE_ANONYMOUS: '10000' } });
  await setUpTestSociety(kafal.platform);
  clerk = await kafal.staff('cashier');
  manager = await kafal.staff('manager');
});
afterEach(() => kafal.close());

async function applyAsClerk(who: SignedIn, change: object = {}): Promise<string> {
  const payload = applicantBody({ ...change });
  const answer = await who.inject({ method: 'POST', url: '/api/admin/member-requests', payload });
  expect(answer.statusCode).toBe(201);
  const row = await kafal.platform.database
    .selectFrom('membership_application')
    .select('id')
    .where('trackingNumber', '=', answer.json().trackingNumber)
    .executeTakeFirstOrThrow();
  return String(row.id);
}
async function applyOnline(change: object = {}): Promise<string> {
  const payload = { ...applicantBody({ ...change }), consent: true };
  const { trackingNumber } = (await kafal.inject({ method: 'POST', url: '/api/members/register', payload })).json();
  const row = await kafal.platform.database
    .selectFrom('membership_application')
    .select('id')
    .where('trackingNumber', '=', trackingNumber)
    .executeTakeFirstOrThrow();
  return String(row.id);
}
const decide = (who: SignedIn, id: string, act: 'approve' | 'reject' | 'return', payload: object = {}) =>
  who.inject({ method: 'PUT', url: `/api/admin/member-requests/${id}/${act}`, payload });
const view = async (who: SignedIn, id: string) =>
  (await who.inject({ url: `/api/admin/member-requests/${id}` })).json();
const rows = (table: 'member' | 'user' | 'member_due' | 'share_holding' | 'deposit' | 'balance' | 'nominee') =>
  kafal.platform.database.selectFrom(table).selectAll().execute();

describe('an approval', () => {
  test('makes the member, the log-in, the number, what is owed, the folio and the account', async () => {
    const id = await applyAsClerk(clerk, {
      name: 'Sunita Devi Rawat',
      nameLocal: 'सुनीता देवी रावत',
      phone: '9811002200',
      email: 'Sunita@example.org',
    });
    const answer = await decide(manager, id, 'approve', {
      resolutionNumber: 'MC/2026/41',
      note: 'Known to the committee',
    });
    expect([answer.statusCode, answer.json()]).toEqual([
      200,
      {
        memberId: expect.any(String),
        memberNumber: 'M-2026-0001',
        loginNames: ['M-2026-0001', 'Sunita@example.org', '+919811002200'],
        oneTimeCode: expect.stringMatching(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/),
        oneTimeCodeExpiresAt: expect.any(String),
        duesTotal: '850.00',
        depositNumber: 'SB000001',
      },
    ]);

    const member = (await manager.inject({ url: `/api/members/${answer.json().memberId}` })).json();
    expect(member).toMatchObject({
      memberNumber: 'M-2026-0001',
      status: 'pending_payment',
      joinedOn: '2026-11-30',
      email: 'Sunita@example.org',
      loginNames: ['Sunita@example.org', 'M-2026-0001', '+919811002200'],
      duesOutstanding: '850.00',
      shares: { folio: 'F-0001', shares: 0, amount: '0.00', pending: '0.00' },
      deposits: [{ accountNumber: 'SB000001', product: 'Savings account', balance: '0.00', available: '0.00' }],
      nominees: [{ name: 'Mohan Rawat', sharePercent: '100.00' }],
    });
    expect(member.dues.map(({ code, kind, amount }: Record<string, string>) => [code, kind, amount])).toEqual([
      ['admission_fee', 'fee', '100.00'],
      ['welfare_fund', 'fund', '50.00'],
      ['building_fund', 'fund', '200.00'],
      ['share', 'share', '500.00'],
    ]);
    expect((await rows('member_due')).find(({ feeCode }) => feeCode === 'share')?.accountCode).toBe('2204');
    expect(await view(manager, id)).toMatchObject({
      status: 'approved',
      memberNumber: 'M-2026-0001',
      mayDecide: false,
      mayNotDecideBecause: 'manager has already decided this application.',
      history: [{ act: 'submitted' }, { act: 'approved', by: 'manager', note: 'Known to the committee' }],
    });
    const events = await kafal.platform.database
      .selectFrom('outbox')
      .select(['name', 'memberId'])
      .orderBy('id')
      .execute();
    expect(events).toContainEqual({ name: 'member.approved', memberId: Number(answer.json().memberId) });
  });

  test('lets the new member choose a password with the code and log in by number, e-mail and phone', async () => {
    const id = await applyAsClerk(clerk, { phone: '9811002200', email: 'sunita@example.org' });
    const { oneTimeCode, memberNumber } = (await decide(manager, id, 'approve')).json();
    const chosen = await kafal.inject({
      method: 'POST',
      url: '/api/auth/password/reset',
      payload: { identifier: memberNumber, code: oneTimeCode, newPassword: 'kafal berries in April' },
    });
    expect(chosen.statusCode).toBe(200);
    for (const identifier of [memberNumber.toLowerCase(), 'SUNITA@example.org', '98110 02200']) {
      const payload = { identifier, password: 'kafal berries in April' };
      const answer = await kafal.inject({ method: 'POST', url: '/api/auth/member/login', payload });
      expect([identifier, answer.statusCode]).toEqual([identifier, 200]);
    }
  });

  test('pressed twice makes one member', async () => {
    const id = await applyAsClerk(clerk);
    const answers = await Promise.all([decide(manager, id, 'approve'), decide(manager, id, 'approve')]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const later = await decide(manager, id, 'approve');
    expect([later.statusCode, later.json().code]).toEqual([409, 'APPLICATION_DECIDED']);
    expect(await rows('member')).toHaveLength(1);
    expect(await rows('user')).toHaveLength(4);
    expect(await rows('share_holding')).toHaveLength(1);
    expect(await rows('deposit')).toHaveLength(1);
  });

  test('200, fifty at the same moment, give 200 numbers, none twice, with one folio and one account each', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 200; count += 1) ids.push(await applyAsClerk(clerk));
    // More at once wait for each other longer than a request waits for a connection, on a machine that is busy besides.
    const answers: Awaited<ReturnType<typeof decide>>[] = [];
    while (answers.length < ids.length) {
      const wave = ids.slice(answers.length, answers.length + 50);
      answers.push(...(await Promise.all(wave.map((id) => decide(manager, id, 'approve')))));
    }

    expect(answers.filter(({ statusCode }) => statusCode !== 200)).toEqual([]);
    const expected = Array.from({ length: 200 }, (_, index) => `M-2026-${String(index + 1).padStart(4, '0')}`);
    expect(answers.map((answer) => answer.json().memberNumber).sort()).toEqual(expected);
    expect(new Set(answers.map((answer) => answer.json().depositNumber)).size).toBe(200);
    const holdings = await rows('share_holding');
    expect(new Set(holdings.map((holding) => 'folio' in holding && holding.folio)).size).toBe(200);
  });

  test('opens no account for somebody who wants none', async () => {
    const id = await applyAsClerk(clerk, { accountType: 'none' });
    expect((await decide(manager, id, 'approve')).json().depositNumber).toBeNull();
    expect(await rows('deposit')).toEqual([]);
  });

  test('leaves nothing behind when the database refuses a part of it', async () => {
    const id = await applyAsClerk(clerk);
    // The folio that the approval would give is taken, which only a wrong hand in the database could bring about.
    const other = await admitMember(kafal.platform, { clerk, manager });
    await kafal.platform.transact(async (trx) => {
      await trx.updateTable('share_holding').set({ folio: 'F-0002' }).where('memberId', '=', other.memberId).execute();
    });
    const answer = await decide(manager, id, 'approve');
    expect(answer.statusCode).toBe(500);
    expect(await rows('member')).toHaveLength(1);
    expect((await view(manager, id)).status).toBe('submitted');

    await kafal.platform.transact(async (trx) => {
      await trx.updateTable('share_holding').set({ folio: 'F-0001' }).where('memberId', '=', other.memberId).execute();
    });
    expect((await decide(manager, id, 'approve')).json().memberNumber).toBe('M-2026-0002');
  });
});

describe('whoever may be known already', () => {
  const known = { name: 'Kamla Negi', dateOfBirth: '1970-05-05', phone: '9811555555', email: 'kamla@example.org' };

  test.each([
    ['e-mail', { email: 'KAMLA@example.org' }, 'EMAIL_TAKEN'],
    ['PAN', { pan: 'ABCPE1234F' }, 'PAN_TAKEN'],
  ])('cannot become a second member with the same %s', async (_what, change, code) => {
    const id = await applyOnline(change);
    await admitMember(kafal.platform, { clerk, manager }, { ...known, pan: 'ABCPE1234F' });
    const answer = await decide(manager, id, 'approve', { acceptFlags: true });
    expect([answer.statusCode, answer.json().code]).toEqual([409, code]);
    expect(await rows('member')).toHaveLength(1);
  });

  test('cannot slip in at the same moment', async () => {
    const ids = [await applyOnline({ email: 'twins@example.org' }), await applyOnline({ email: 'Twins@example.org' })];
    const answers = await Promise.all(ids.map((id) => decide(manager, id, 'approve', { acceptFlags: true })));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(answers.find(({ statusCode }) => statusCode === 409)?.json().code).toMatch(/^EMAIL_(TAKEN|IN_USE)$/);
    expect(await rows('member')).toHaveLength(1);
  });

  test('is admitted with a shared phone for a reason, and does not log in with it', async () => {
    await admitMember(kafal.platform, { clerk, manager }, known);
    const id = await applyOnline({ phone: known.phone });
    const without = await decide(manager, id, 'approve', { acceptFlags: true });
    expect([without.statusCode, without.json().code]).toEqual([409, 'PHONE_SHARED']);

    const answer = await decide(manager, id, 'approve', { phoneSharedReason: 'Daughter, one phone in the house' });
    expect([answer.statusCode, answer.json().loginNames]).toEqual([200, ['M-2026-0002']]);
    expect(await view(manager, id)).toMatchObject({ phoneSharedReason: 'Daughter, one phone in the house' });
  });

  test('with the same name and birth date is admitted after somebody has looked', async () => {
    await admitMember(kafal.platform, { clerk, manager }, known);
    const id = await applyOnline({ name: known.name, dateOfBirth: known.dateOfBirth });
    const without = await decide(manager, id, 'approve');
    expect([without.statusCode, without.json().code]).toEqual([409, 'FLAGS_NOT_ACCEPTED']);
    expect((await decide(manager, id, 'approve', { acceptFlags: true })).statusCode).toBe(200);
  });

  test('with a log-in name of somebody on the staff logs in without it', async () => {
    await kafal.platform.transact(async (trx) => {
      await trx
        .insertInto('login_name')
        .values({ nameKey: 'secretary@example.org', kind: 'email', userId: manager.actor.userId })
        .execute();
    });
    const id = await applyOnline({ email: 'secretary@example.org', phone: '9811333333' });
    expect((await decide(manager, id, 'approve')).json().loginNames).toEqual(['M-2026-0001', '+919811333333']);
  });
});

describe('the second person', () => {
  test('decides where policy says so: not whoever registered the applicant', async () => {
    const secretary = await kafal.staff('manager', 'Secretary');
    const id = await applyAsClerk(secretary);
    expect(await view(secretary, id)).toMatchObject({
      mayDecide: false,
      mayNotDecideBecause: 'You registered this applicant yourself; a second person decides.',
    });
    for (const act of ['approve', 'reject'] as const) {
      const payload = act === 'reject' ? { reason: 'Not from this district' } : {};
      const answer = await decide(secretary, id, act, payload);
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'APPLICATION_SECOND_PERSON']);
    }
    expect((await view(manager, id)).mayDecide).toBe(true);
    expect((await decide(manager, id, 'approve')).statusCode).toBe(200);
  });

  test('is not the same person with a second log-in', async () => {
    const one = await kafal.staff('manager', 'Hema at the counter');
    const two = await kafal.staff('manager', 'Hema in the office');
    await kafal.platform.transact(async (trx) => {
      const both = [one.actor.userId, two.actor.userId];
      await trx.updateTable('user').set({ phone: '+919800000001' }).where('id', 'in', both).execute();
    });
    const answer = await decide(two, await applyAsClerk(one), 'approve');
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'APPLICATION_SECOND_PERSON']);
  });

  test('may be the first where policy does not ask for one', async () => {
    const administrator = await kafal.staff('administrator');
    await changeSetting(kafal.platform, administrator.actor, {
      name: 'policy.applicationSecondPerson',
      value: false,
      effectiveFrom: calendarDate('2026-11-30'),
    });
    expect((await decide(manager, await applyAsClerk(manager), 'approve')).statusCode).toBe(200);
  });

  test('never decides on an application of their own', async () => {
    await kafal.platform.transact(async (trx) => {
      await trx.updateTable('user').set({ email: 'Boss@example.org' }).where('id', '=', manager.actor.userId).execute();
    });
    const answer = await decide(manager, await applyOnline({ email: 'boss@example.org' }), 'approve');
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'APPLICATION_OWN']);
  });
});

describe('returned and rejected', () => {
  test('a rejected application stays rejected, with its reason', async () => {
    const id = await applyAsClerk(clerk);
    expect((await decide(manager, id, 'reject', { reason: 'no' })).json().fields[0].code).toBe('TEXT_TOO_SHORT');
    expect((await decide(manager, id, 'reject', { reason: 'Lives in another district' })).statusCode).toBe(200);
    for (const act of ['approve', 'return', 'reject'] as const) {
      const answer = await decide(manager, id, act, act === 'approve' ? {} : { reason: 'Once more' });
      expect([answer.statusCode, answer.json().code]).toEqual([409, 'APPLICATION_DECIDED']);
    }
    expect(await rows('member')).toEqual([]);
    const events = await kafal.platform.database.selectFrom('outbox').select('name').orderBy('id').execute();
    expect(events.map(({ name }) => name)).toEqual(['application.submitted', 'application.rejected']);
  });

  test('a returned application waits for the applicant, and can still be rejected', async () => {
    const id = await applyAsClerk(clerk);
    await decide(manager, id, 'return', { reason: 'A photo is missing' });
    const approved = await decide(manager, id, 'approve');
    expect([approved.statusCode, approved.json().code]).toEqual([409, 'APPLICATION_RETURNED']);
    expect((await decide(manager, id, 'reject', { reason: 'Never heard again' })).statusCode).toBe(200);
  });

  test('those who may not decide do not', async () => {
    const id = await applyAsClerk(clerk);
    const loanOfficer = await kafal.staff('loan_officer');
    expect((await decide(loanOfficer, id, 'approve')).statusCode).toBe(403);
    expect((await decide(loanOfficer, id, 'reject', { reason: 'Because I say so' })).statusCode).toBe(403);
    expect((await decide(clerk, id, 'return', { reason: 'Because I say so' })).statusCode).toBe(403);
    expect((await decide(manager, '99', 'approve')).json().code).toBe('APPLICATION_NOT_FOUND');
    expect((await view(loanOfficer, id)).mayDecide).toBe(false);
  });
});

describe('the dues', () => {
  test('paid in parts make the member active exactly once, with the last part', async () => {
    const { memberId } = await admitMember(kafal.platform, { clerk, manager });
    const half = (due: { outstanding: number }) => money(due.outstanding / 2);
    expect(await payDues(kafal.platform, clerk, memberId, half)).toBe(false);
    const onlyFees = ({ feeCode, outstanding }: { feeCode: string; outstanding: number }) =>
      money(feeCode === 'share' ? 0 : outstanding);
    expect(await payDues(kafal.platform, clerk, memberId, onlyFees)).toBe(false);
    const status = async () => (await manager.inject({ url: `/api/members/${memberId}` })).json().status;
    expect(await status()).toBe('pending_payment');
    expect(await payDues(kafal.platform, clerk, memberId)).toBe(true);
    expect(await status()).toBe('active');
    expect(await payDues(kafal.platform, clerk, memberId)).toBe(false);

    const history = await manager.inject({ url: `/api/members/${memberId}/status-changes` });
    expect(history.json().items).toEqual([
      {
        id: expect.any(String),
        fromStatus: 'pending_payment',
        toStatus: 'active',
        reason: 'All dues were paid.',
        effectiveOn: '2026-11-30',
        requestedBy: null,
        decidedBy: null,
        recordedAt: '2026-11-30T04:30:00.000Z',
      },
    ]);
  });

  test('paid by four receipts at the same moment make the member active once', async () => {
    const { memberId } = await admitMember(kafal.platform, { clerk, manager });
    const codes = ['admission_fee', 'welfare_fund', 'building_fund', 'share'];
    const done = await Promise.all(
      codes.map((code) =>
        payDues(kafal.platform, clerk, memberId, ({ feeCode, outstanding }) =>
          feeCode === code ? outstanding : money(0),
        ),
      ),
    );
    expect(done.filter((isActive) => isActive)).toHaveLength(1);
    const events = await kafal.platform.database.selectFrom('outbox').select('name').execute();
    expect(events.filter(({ name }) => name === 'member.activated')).toHaveLength(1);
  });

  test('are owed again when a payment is taken back, and no more than was paid', async () => {
    const { platform } = kafal;
    const { memberId } = await admitMember(platform, { clerk, manager });
    const [due] = await memberDues(platform.database, memberId);
    const payment = { memberId, dueId: due?.id ?? 0, amount: money(6_000) };
    await platform.transact((trx) => payDue(trx, platform, payment));
    const twice = platform.transact((trx) => unpayDue(trx, platform, { ...payment, amount: money(6_001) }));
    await expect(twice).rejects.toMatchObject({ code: 'DUE_NOT_PAID', params: { paid: '60.00' } });
    await platform.transact((trx) => unpayDue(trx, platform, payment));
    expect((await memberDues(platform.database, memberId))[0]).toMatchObject({ paid: 0, outstanding: 10_000 });

    const other = await admitMember(platform, { clerk, manager });
    const foreign = platform.transact((trx) => payDue(trx, platform, { ...payment, memberId: other.memberId }));
    await expect(foreign).rejects.toMatchObject({ code: 'DUE_NOT_FOUND', kind: 'missing' });
  });

  test('can never be paid twice over', async () => {
    const { platform } = kafal;
    const { memberId } = await admitMember(platform, { clerk, manager });
    // Both have seen the dues before either pays: whoever came to look later would find nothing left to pay.
    const dues = await memberDues(platform.database, memberId);
    const payAll = () =>
      platform.transact(async (trx) => {
        for (const due of dues) await payDue(trx, platform, { memberId, dueId: due.id, amount: due.outstanding });
      });
    const both = await Promise.allSettled([payAll(), payAll()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [refused] = both.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(refused).toMatchObject({ code: 'DUE_OVERPAID', params: { outstanding: '0.00' } });
    for (const due of await rows('member_due')) expect('paid' in due && due.paid).toBe('amount' in due && due.amount);
  });
});

test('a society without fees still asks for the money of the first shares', async () => {
  await kafal.platform.transact(async (trx) => {
    await trx
      .updateTable('fee')
      .set({ amount: money(0) })
      .execute();
  });
  const { memberId } = await admitMember(kafal.platform, { clerk, manager });
  expect((await rows('member_due')).map((due) => 'feeCode' in due && due.feeCode)).toEqual(['share']);
  expect(await payDues(kafal.platform, clerk, memberId)).toBe(true);
});
