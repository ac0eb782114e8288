import { createHmac } from 'node:crypto';
import type { DashboardUpdate, SystemHeartbeat } from '@kafal/contract';
import { calendarDate } from '@kafal/core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { anyFile, formWith, pdfBytes, pdfFile } from '../../apps/server/src/features/files/test-files.ts';
import { readConfig } from '../../apps/server/src/platform/config/config.ts';
import { applicant, openSociety } from '../society/open-society.ts';
import { DAY_MS, endDays, openTill } from './days-end.ts';
import { type Lines, openLines } from './live-lines.ts';
import { paidOutLoan, SMALL_LOAN } from './loans-of-tests.ts';
import {
  badInBooks,
  MEMBER_PASSWORD,
  must,
  openForBusiness,
  type Person,
  type SocietyInBusiness,
} from './society-in-business.ts';

let society: SocietyInBusiness;
let asha: Person;
let bina: Person;
let lines: Lines;
beforeAll(async () => {
  society = await openForBusiness();
  lines = await openLines(society);
  asha = await society.admitActive('5000.00');
  bina = await society.admitActive('5000.00');
});
afterAll(async () => {
  expect(await badInBooks(society)).toEqual([]);
  await lines.close();
  await society.close();
});

const apply = async (
  index: number,
  change: object = {},
): Promise<{ trackingNumber: string; phone: string; id: string }> => {
  const payload = { ...applicant(index), consent: true, ...change };
  const answer = must(await society.inject({ method: 'POST', url: '/api/members/register', payload }), 201).json();
  const url = `/api/admin/member-requests?q=${answer.trackingNumber}`;
  const list = must(await society.send(society.manager, 'GET', url), 200).json();
  return { trackingNumber: answer.trackingNumber, phone: payload.phone, id: list.items[0].id };
};
const lookUp = (trackingNumber: string, phone: string) =>
  society.inject({ method: 'POST', url: '/api/members/register/status', payload: { trackingNumber, phone } });
const decide = (id: string, act: 'approve' | 'reject' | 'return', body: object = {}) =>
  society.send(society.manager, 'PUT', `/api/admin/member-requests/${id}/${act}`, body);
const stats = async () => must(await society.send(society.manager, 'GET', '/api/admin/dashboard/stats'), 200).json();

describe('core functionality', () => {
  test('S1 a person applies online, sees it waiting, and hears the outcome by tracking number and phone', async () => {
    const returned = await apply(1001);
    expect(must(await lookUp(returned.trackingNumber, returned.phone), 200).json()).toMatchObject({
      status: 'submitted',
      reason: null,
      memberNumber: null,
      application: null,
    });
    expect((await lookUp(returned.trackingNumber, '9811111111')).statusCode).toBe(404);
    expect((await lookUp('AAAAAAAAAA', returned.phone)).statusCode).toBe(404);

    must(await decide(returned.id, 'return', { reason: 'The birth date is not the one on the card.' }), 200);
    const asked = must(await lookUp(returned.trackingNumber, returned.phone), 200).json();
    expect(asked).toMatchObject({ status: 'returned', reason: 'The birth date is not the one on the card.' });
    expect(asked.application).toMatchObject({ name: 'Member 1001 Rawat' });
    const corrected = {
      ...applicant(1001),
      dateOfBirth: '1986-06-15',
      trackingNumber: returned.trackingNumber,
      currentPhone: returned.phone,
    };
    must(await society.inject({ method: 'POST', url: '/api/members/register/resubmission', payload: corrected }), 200);
    const approved = must(await decide(returned.id, 'approve', { acceptFlags: true }), 200).json();
    expect(must(await lookUp(returned.trackingNumber, returned.phone), 200).json()).toMatchObject({
      status: 'approved',
      memberNumber: approved.memberNumber,
    });

    const rejected = await apply(1002);
    must(await decide(rejected.id, 'reject', { reason: 'Lives outside the area of the society.' }), 200);
    expect(must(await lookUp(rejected.trackingNumber, rejected.phone), 200).json()).toMatchObject({
      status: 'rejected',
      reason: 'Lives outside the area of the society.',
    });
  });

  test('S2 a member corrects phone and address at once; name, birth date, PAN and bank wait for a second person', async () => {
    const own = await society.admitActive();
    const profile = must(await own.signedIn.inject({ url: '/api/members/profile' }), 200).json();
    const changed = must(
      await society.send(own.signedIn, 'PUT', '/api/members/profile', {
        version: profile.version,
        phone: '9822200001',
        addressLine: 'House 2, Upper Lane',
        name: 'Kamla Rawat',
        dateOfBirth: '1985-06-16',
        pan: 'ABCPK1234F',
        bankDetails: { accountNumber: '123456789012', ifsc: 'SBIN0001234', accountName: 'Kamla Rawat' },
      }),
      200,
    ).json();
    expect(changed.waiting).toEqual(['name', 'dateOfBirth', 'pan', 'bankDetails']);
    expect(changed.member).toMatchObject({
      phone: '+919822200001',
      addressLine: 'House 2, Upper Lane',
      name: profile.name,
      dateOfBirth: profile.dateOfBirth,
      panMasked: null,
      bankDetailsMasked: null,
    });
    must(await society.send(society.committee, 'POST', `/api/approvals/${changed.approvalId}/approval`, {}), 200);
    const after = must(await own.signedIn.inject({ url: '/api/members/profile' }), 200).json();
    expect(after).toMatchObject({ name: 'Kamla Rawat', dateOfBirth: '1985-06-16', panMasked: 'ABCxxxxx4F' });
    expect(after.bankDetailsMasked).not.toContain('12345678');
  });

  test('S3 a status has its day and reason, acts at once on the session, and stops money going out', async () => {
    const own = await society.admitActive('1000.00');
    await society.changeStatus(own.memberId, 'suspended');
    expect((await own.signedIn.inject({ url: '/api/me' })).statusCode).toBe(401);
    expect(
      (await society.logIn('member', { identifier: own.memberNumber, password: MEMBER_PASSWORD })).statusCode,
    ).toBe(423);
    const paid = await society.send(society.cashier, 'POST', `/api/deposits/${own.depositId}/withdrawals`, {
      amount: '10.00',
      mode: 'cash',
    });
    expect(paid.json()).toMatchObject({ status: 422, code: 'MEMBER_MONEY_OUT' });
    const { items } = must(
      await society.send(society.manager, 'GET', `/api/members/${own.memberId}/status-changes`),
      200,
    ).json();
    expect(items[0]).toMatchObject({
      fromStatus: 'active',
      toStatus: 'suspended',
      reason: 'Order of the committee',
      effectiveOn: '2026-11-30',
      requestedBy: 'Meena Manager',
      decidedBy: 'Chandra Committee',
    });
    await society.changeStatus(own.memberId, 'active');
    must(await society.logIn('member', { identifier: own.memberNumber, password: MEMBER_PASSWORD }), 200);
    // Nobody confirms the change they asked for.
    const body = { toStatus: 'resigned', reason: 'At their own wish', effectiveOn: '2026-11-30' };
    const url = `/api/members/${own.memberId}/status-changes`;
    const asked = must(await society.send(society.manager, 'POST', url, body), 202).json();
    const alone = await society.send(society.manager, 'POST', `/api/approvals/${asked.approvalId}/approval`, {});
    expect(alone.json()).toMatchObject({ status: 403, code: 'APPROVAL_OWN_REQUEST' });
  });

  test('S4 the manager’s figures move as soon as a colleague posts', async () => {
    const before = await stats();
    await society.deposit(asha, '250.00');
    const after = await stats();
    expect(Number(after.totalDeposits) - Number(before.totalDeposits)).toBe(250);
    expect(after.today.receiptCount - before.today.receiptCount).toBe(1);
    expect(after.activity[0].event).toBe('receipt.issued');
    await apply(1003);
    expect((await stats()).pendingRequests - after.pendingRequests).toBe(1);
  });

  test('S5 one press makes member, log-in, number, dues and account in one step; two presses make one member', async () => {
    const { id } = await apply(1004);
    const members = await society.count('member');
    const both = await Promise.all([
      decide(id, 'approve', { acceptFlags: true }),
      decide(id, 'approve', { acceptFlags: true }),
    ]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(both.find(({ statusCode }) => statusCode === 409)?.json().code).toBe('APPLICATION_DECIDED');
    expect(await society.count('member')).toBe(members + 1);

    const approved = both.find(({ statusCode }) => statusCode === 200)?.json();
    expect(approved.memberNumber).toMatch(/^M-2026-\d{4}$/);
    expect(approved).toMatchObject({ duesTotal: '375.00', oneTimeCode: expect.stringMatching(/^\S{4}-\S{4}-\S{4}$/) });
    const member = must(await society.send(society.manager, 'GET', `/api/members/${approved.memberId}`), 200).json();
    expect(member).toMatchObject({ status: 'pending_payment', duesOutstanding: '375.00' });
    expect(member.deposits).toHaveLength(1);
    expect(member.loginNames).toContain(approved.memberNumber);
  });

  test('S6 settings, users and roles are changed on a screen’s requests, from a day on, and audited', async () => {
    const { administrator } = society;
    const before = must(await administrator.inject({ url: '/api/settings' }), 200).json();
    const limit = before.items.find(({ name }: { name: string }) => name === 'limit.transferApproval');
    expect(limit).toMatchObject({ kind: 'money', label: expect.any(String), effectiveFrom: expect.any(String) });
    await society.agree(
      await society.send(administrator, 'PUT', '/api/settings/limit.transferApproval', {
        value: '750.00',
        effectiveFrom: '2026-12-15',
        legalBasis: 'Resolution MC/2026/50',
      }),
    );
    const today = must(await administrator.inject({ url: '/api/settings' }), 200).json();
    expect(today.items.find(({ name }: { name: string }) => name === 'limit.transferApproval').value).toBe(limit.value);
    const history = must(
      await administrator.inject({ url: '/api/settings/limit.transferApproval/history' }),
      200,
    ).json();
    expect(history.items[0]).toMatchObject({ value: '750.00', effectiveFrom: '2026-12-15', setBy: 'Asha Negi' });

    const person = await society.addStaff('new-clerk', 'cashier');
    must(await person.inject({ url: '/api/counter/members?q=rawat' }), 200);
    const users = must(await administrator.inject({ url: '/api/admin/users?q=new-clerk' }), 200).json();
    expect(users.items).toHaveLength(1);
    const trail = must(await administrator.inject({ url: '/api/admin/audit?action=setting.changed' }), 200).json();
    expect(trail.items[0]).toMatchObject({ userName: 'Meena Manager', subjectId: 'limit.transferApproval' });
  });

  test('S7 a member applies for a loan and reads what became of it', async () => {
    const own = await society.admitActive('9000.00');
    const { id } = await paidOutLoan(society, own);
    const loan = must(await own.signedIn.inject({ url: `/api/loans/${id}` }), 200).json();
    expect(loan.steps.map(({ act }: { act: string }) => act)).toEqual([
      'submitted',
      'recommended',
      'sanctioned',
      'disbursed',
    ]);
    expect(loan.instalmentsPlan).toHaveLength(6);
  });
  test('S8 a loan passes its levels of approval', async () => {
    const { send, manager, committee, administrator } = society;
    // By these by-laws the manager decides on small loans and the committee on all.
    await society.platform.transact(async (trx) => {
      await trx.insertInto('role_permission').values({ roleCode: 'manager', permission: 'loan.decide' }).execute();
    });
    const deciding = society.signIn({
      ...manager.actor,
      permissions: new Set([...manager.actor.permissions, 'loan.decide' as const]),
    });
    const levels = [
      { roleCode: 'manager', upTo: '10000.00' },
      { roleCode: 'committee', upTo: null },
    ];
    const ladder = { levels, effectiveFrom: '2026-11-30', legalBasis: 'Resolution MC/2026/6' };
    const url = '/api/sanction-levels';
    const asked = must(await administrator.inject({ method: 'PUT', url, payload: ladder }), 202).json();
    must(await send(committee, 'POST', `/api/approvals/${asked.approvalId}/approval`, {}), 200);

    const borrower = await society.admitActive('9000.00');
    const officer = await society.addStaff('first-officer', 'loan_officer');
    const { id } = must(await send(borrower.signedIn, 'POST', '/api/loans', SMALL_LOAN), 201).json();
    const path = `/api/loans/${id}`;
    must(await send(officer, 'POST', `${path}/recommendation`, { note: 'Income was seen', version: 1 }), 200);
    const { amount, instalments } = SMALL_LOAN;
    const sanction = { amount, instalments, resolutionNumber: 'LC/2026/15', version: 2 };
    expect(must(await send(deciding, 'POST', `${path}/sanction`, sanction), 403).json().code).toBe('LOAN_ABOVE_LEVEL');
    expect(must(await send(officer, 'GET', path), 200).json().status).toBe('recommended');
    must(await send(committee, 'POST', `${path}/sanction`, sanction), 200);
    const { steps } = must(await borrower.signedIn.inject({ url: path }), 200).json();
    expect(steps.map(({ act }: { act: string }) => act)).toEqual(['submitted', 'recommended', 'sanctioned']);
  });
  test('S9 every payment of a loan shows what it paid, what is next and what is overdue', async () => {
    const own = await society.admitActive('9000.00');
    const { id } = await paidOutLoan(society, own);
    const read = async () => must(await own.signedIn.inject({ url: `/api/loans/${id}` }), 200).json();
    const [first, second] = (await read()).instalmentsPlan;
    const pays = { fromDepositId: own.depositId, amount: first.total };
    const paid = must(await society.send(own.signedIn, 'POST', `/api/loans/${id}/repayments`, pays), 201).json();
    expect(paid.split).toMatchObject({ principal: first.principal, interest: first.interest, penalty: '0.00' });
    const after = await read();
    expect(after.payments).toMatchObject([{ amount: first.total, entryId: paid.entryId, isTakenBack: false }]);
    expect(after).toMatchObject({ nextDueOn: second.dueOn, overdue: '0.00', daysPastDue: 0 });
    expect(after.instalmentsPlan[0]).toMatchObject({ outstanding: '0.00', paid: first.total });
  });
  test('S10 fixed, recurring, savings, current, emergency and optional deposits', async () => {
    const { send, cashier } = society;
    const saver = await society.admitActive('9000.00');
    const open = async (body: object) => must(await send(cashier, 'POST', '/api/deposits', body), 201).json();
    for (const [productCode, kind] of [
      ['CA', 'current'],
      ['ES', 'emergency'],
      ['OS', 'optional'],
    ]) {
      const { id, accountNumber } = await open({ memberId: saver.memberId, productCode });
      const to = { kind: 'deposit', accountNumber };
      const moved = { amount: '500.00', to };
      must(await send(saver.signedIn, 'POST', `/api/deposits/${saver.depositId}/transfers`, moved), 201);
      expect(must(await send(saver.signedIn, 'GET', `/api/deposits/${id}`), 200).json()).toMatchObject({
        kind,
        balance: '500.00',
        withdrawal: 'free',
      });
      const passbook = must(await send(saver.signedIn, 'GET', `/api/deposits/${id}/passbook`), 200).json();
      expect(passbook.items).toMatchObject([{ deposit: '500.00', balance: '500.00' }]);
    }
    for (const [productCode, amount] of [
      ['FD', '5000.00'],
      ['RD', '500.00'],
    ]) {
      const opened = await open({
        memberId: saver.memberId,
        productCode,
        amount,
        months: 12,
        payment: { mode: 'cash' },
      });
      expect(Number(opened.maturityValue)).toBeGreaterThan(Number(amount));
    }
    const mine = must(await send(saver.signedIn, 'GET', '/api/deposits'), 200).json().items;
    expect(mine.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      'current',
      'emergency',
      'fixed',
      'optional',
      'recurring',
      'savings',
    ]);
  });

  test('S11 interest is reproducible to the paisa and explained', async () => {
    const own = await openForBusiness();
    const { send, cashier, manager } = own;
    const saver = await own.admitActive('12345.00');
    const savings = `/api/deposits/${saver.depositId}`;
    await endDays(own, calendarDate('2026-12-15'));
    own.clock.advance(DAY_MS);
    await openTill(own);
    must(await send(cashier, 'POST', `${savings}/withdrawals`, { amount: '2345.00', mode: 'cash' }), 201);
    await endDays(own, calendarDate('2026-12-31'));

    // 16 days with 12,345.00 and 16 with 10,000.00 at 4 per cent: (197,520 + 160,000) × 4 / 36,500 = 39.1803.
    const { credits } = must(await send(manager, 'GET', `${savings}/interest`), 200).json();
    expect(credits).toMatchObject([
      {
        from: '2026-11-30',
        to: '2026-12-31',
        interest: '39.18',
        lines: [
          { from: '2026-11-30', to: '2026-12-15', days: 16, balance: '12345.00', annualRate: '4' },
          { from: '2026-12-16', to: '2026-12-31', days: 16, balance: '10000.00', annualRate: '4' },
        ],
      },
    ]);
    // The lines make the figure, the figure is the entry, and asked for again it is the same.
    const lines = credits[0].lines.map(({ interest }: { interest: string }) => Math.round(Number(interest) * 1e6));
    expect(lines.reduce((sum: number, each: number) => sum + each, 0)).toBeCloseTo(
      Number(credits[0].unrounded) * 1e6,
      -1,
    );
    const entry = must(await send(manager, 'GET', `/api/journal-entries/${credits[0].entryId}`), 200).json();
    expect(entry).toMatchObject({ kind: 'interest', total: '39.18', valueOn: '2026-12-31' });
    const again = must(await send(manager, 'GET', `${savings}/interest?entryId=${entry.id}`), 200).json();
    expect(again.credits).toEqual(credits);
    const { accessToken } = await own.tokens('member', { identifier: saver.memberNumber, password: MEMBER_PASSWORD });
    const mine = must(await own.bearer(accessToken).inject({ url: `${savings}/interest` }), 200).json();
    expect(mine.credits).toEqual(credits);
    expect(await badInBooks(own)).toEqual([]);
    await own.close();
  });
  test('S12 maturities are listed, told and carried out', async () => {
    const house = await openForBusiness();
    const today = '2026-11-30';
    const saver = await house.admitActive('5000.00');
    const houseLines = await openLines(house);
    const own = await houseLines.open(saver.tokens.accessToken);
    await own.join('join-member');
    const { id, accountNumber } = must(
      await house.send(house.cashier, 'POST', '/api/deposits', {
        memberId: saver.memberId,
        productCode: 'FD',
        amount: '10000.00',
        months: 12,
        atMaturity: 'to-savings',
        payment: { mode: 'cash' },
      }),
      201,
    ).json();
    // As if it had been opened a year ago: 10,000 at 7.25 per cent, added each quarter.
    await house.platform.transact(async (trx) => {
      const [openedOn, maturesOn] = [calendarDate('2025-11-30'), calendarDate(today)];
      await trx.updateTable('deposit').set({ openedOn }).where('id', '=', Number(id)).execute();
      await trx.updateTable('term_deposit').set({ maturesOn }).where('depositId', '=', Number(id)).execute();
    });
    const read = async (path: string) => must(await house.send(house.manager, 'GET', path), 200).json();

    const listed = await read(`/api/deposits?kind=fixed&status=active&maturesTo=${today}&sort=maturesOn`);
    expect(listed.items).toMatchObject([{ accountNumber, term: { maturesOn: today, maturityValue: '10745.00' } }]);
    const { maturing } = await read('/api/admin/dashboard/maturities');
    expect(maturing.filter(({ kind }: { kind: string }) => kind === 'fixed')).toMatchObject([
      { days: 7, until: '2026-12-07', count: 1, value: '10745.00' },
      { days: 30, until: '2026-12-30', count: 1, value: '10745.00' },
    ]);

    await endDays(house, calendarDate(today));
    expect(await read(`/api/deposits/${id}`)).toMatchObject({ status: 'closed', balance: '0.00' });
    const savings = await read(`/api/deposits/${saver.depositId}`);
    expect(Number(savings.balance)).toBeGreaterThanOrEqual(15_745);
    expect((await own.hearType('DEPOSIT_MATURED')).data).toMatchObject({ depositId: id });
    const after = await read('/api/admin/dashboard/maturities');
    expect(after.maturing.map(({ count }: { count: number }) => count)).toEqual([0, 0, 0, 0]);
    expect(after.interest).toMatchObject({ on: today });
    expect(await badInBooks(house)).toEqual([]);
    await houseLines.close();
    await house.close();
  });
  /** Written and published by the manager. */
  const announce = async (notice: object, file?: File): Promise<string> => {
    const { send, manager } = society;
    const body = { kind: 'general', priority: 'medium', audience: 'members', ...notice };
    const { id } = must(await send(manager, 'POST', '/api/notices', body), 201).json();
    const { authorization } = manager.headers;
    const upload = { method: 'POST' as const, url: `/api/notices/${id}/file`, headers: { authorization } };
    if (file !== undefined) must(await society.inject({ ...upload, payload: formWith(file) }), 201);
    must(await send(manager, 'POST', `/api/notices/${id}/publication`), 200);
    return id;
  };
  const texts = (title: string) => [
    { language: 'en', title, text: 'The counter is closed on Saturday.\n\nIt opens again on Monday.' },
    { language: 'hi', title: `${title} (हिन्दी)`, text: 'शनिवार को खिड़की बंद रहेगी।' },
  ];
  test('S13 announcements are read by whom they are for, in their language, and nothing of them is lost', async () => {
    const { send, manager, cashier } = society;
    const mine = must(await society.inject({ url: '/api/public/notices' }), 200).json().items.length;
    const [open, toMembers, toStaff] = [
      await announce({ audience: 'everyone', texts: texts('Closed on Saturday') }),
      await announce({ texts: texts('To members') }),
      await announce({ audience: 'staff', texts: texts('To the staff') }),
    ];
    const titles = async (who: Parameters<typeof send>[0], url = '/api/notices') =>
      must(await send(who, 'GET', url), 200)
        .json()
        .items.map(({ title }: { title: string }) => title);
    expect(await titles(asha.signedIn)).toEqual(['To members', 'Closed on Saturday']);
    expect(await titles(cashier)).toEqual(['To the staff', 'To members', 'Closed on Saturday']);
    const headers = { 'accept-language': 'hi' };
    const door = must(await society.inject({ url: '/api/public/notices', headers }), 200).json();
    expect(door.items.map(({ title }: { title: string }) => title)).toContain('Closed on Saturday (हिन्दी)');
    expect(door.items).toHaveLength(mine + 1);
    expect((await send(asha.signedIn, 'GET', `/api/notices/${toStaff}`)).statusCode).toBe(404);
    expect((await society.inject({ url: `/api/public/notices/${toMembers}` })).statusCode).toBe(404);
    expect((await stats()).activeNotices).toBe(3);

    must(await send(asha.signedIn, 'POST', `/api/notices/${open}/reading`), 200);
    must(await send(manager, 'DELETE', `/api/notices/${open}`), 200);
    expect(await titles(asha.signedIn)).toEqual(['To members']);
    const kept = must(await send(manager, 'GET', `/api/notices/${open}`), 200).json();
    expect(kept).toMatchObject({ state: 'archived', texts: texts('Closed on Saturday'), reads: { read: 1 } });
    for (const id of [toMembers, toStaff]) must(await send(manager, 'DELETE', `/api/notices/${id}`), 200);
  });

  test('S14 a notice has its PDF, byte for byte, for whoever may read it; what is none is refused', async () => {
    const { send, manager } = society;
    const id = await announce({ audience: 'everyone', texts: texts('With a paper') }, pdfFile('the by-laws'));
    for (const answer of [
      await send(asha.signedIn, 'GET', `/api/notices/${id}/download`),
      await society.inject({ url: `/api/public/notices/${id}/download` }),
    ]) {
      expect(must(answer, 200).rawPayload.equals(pdfBytes('the by-laws'))).toBe(true);
      expect(answer.headers['content-disposition']).toContain('attachment');
    }
    const html = anyFile(Buffer.from('<!doctype html><script>alert(1)</script>'), 'paper.pdf');
    const { authorization } = manager.headers;
    const url = `/api/notices/${id}/file`;
    const refused = await society.inject({ method: 'POST', url, headers: { authorization }, payload: formWith(html) });
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'FILE_TYPE']);
    must(await send(manager, 'DELETE', `/api/notices/${id}`), 200);
    expect((await society.inject({ url: `/api/public/notices/${id}/download` })).statusCode).toBe(404);
    must(await send(manager, 'GET', `/api/notices/${id}/download`), 200);
  });

  test('S15 a low notice stands in the list, a medium one is a notification, a high one stays above all until it is read', async () => {
    const { send, manager } = society;
    const line = await lines.open(bina.tokens.accessToken);
    const notified = async () =>
      must(await send(bina.signedIn, 'GET', '/api/notifications'), 200)
        .json()
        .items.map(({ link }: { link: string }) => link);
    const low = await announce({ priority: 'low', texts: texts('Quiet') });
    const hears = (type: string, id: string) => line.hearType(type, ({ data }) => data.noticeId === id);
    // What is told is told in its order: behind this, nothing of what others did before is on its way.
    await hears('NEW_NOTICE', low);
    const before = await notified();
    expect(before).not.toContain(`/notices/${low}`);
    const medium = await announce({ texts: texts('Not so quiet') });
    const high = await announce({ priority: 'high', texts: texts('Loud') });
    for (const id of [medium, high]) await hears('NEW_NOTICE', id);
    expect(await notified()).toEqual([`/notices/${high}`, `/notices/${medium}`, ...before]);
    const urgent = async () =>
      must(await send(bina.signedIn, 'GET', '/api/notices?priority=high&unread=true'), 200).json().items.length;
    expect(await urgent()).toBe(1);
    must(await send(bina.signedIn, 'POST', `/api/notices/${high}/reading`), 200);
    expect(await urgent()).toBe(0);
    const changes = () => line.heard.filter(({ message }) => message.type === 'NOTICE_CHANGED').length;
    const changedBefore = changes();
    for (const id of [low, medium, high]) must(await send(manager, 'DELETE', `/api/notices/${id}`), 200);
    // So that nothing of it is on its way to the next test.
    await expect.poll(changes).toBe(changedBefore + 3);
    line.hangUp();
  });

  test('S16 no money moves without a journal entry, somebody who did it, and a line in the trail', async () => {
    const { send, cashier, manager, accountant } = society;
    const member = await society.admitActive('2000.00');
    must(
      await send(cashier, 'POST', `/api/deposits/${member.depositId}/withdrawals`, { amount: '50.00', mode: 'cash' }),
      201,
    );
    const transfer = { amount: '75.00', to: { kind: 'deposit', accountNumber: bina.depositNumber } };
    must(await send(member.signedIn, 'POST', `/api/deposits/${member.depositId}/transfers`, transfer), 201);
    must(await send(manager, 'POST', `/api/members/${member.memberId}/share-allotments`, {}), 201);
    const receipt = await society.deposit(member, '20.00');
    const { entryId } = must(await send(cashier, 'GET', `/api/receipts/${receipt}`), 200).json();
    must(await send(manager, 'POST', `/api/journal-entries/${entryId}/reversal`, { reason: 'Typed twice' }), 201);

    const entries = must(await send(accountant, 'GET', '/api/transactions?limit=200&total=true'), 200).json();
    for (const entry of entries.items) expect(entry.maker, entry.number).not.toBe('');
    const kinds = new Set(entries.items.map(({ kind }: { kind: string }) => kind));
    for (const kind of ['receipt', 'withdrawal', 'transfer', 'allotment', 'till', 'opening', 'reversal']) {
      expect(kinds).toContain(kind);
    }
    const trail = must(await send(manager, 'GET', '/api/admin/audit?limit=200'), 200).json();
    const audited = new Set(
      trail.items.map(({ newValues }: { newValues: { entryId?: number } | null }) => newValues?.entryId),
    );
    for (const { id } of entries.items) expect(audited).toContain(Number(id));

    // Neither the entry nor its line in the trail can be changed or taken away, even by hand.
    for (const table of ['journal_entry', 'posting', 'audit']) {
      for (const sql of [`DELETE FROM ${table}`, `UPDATE ${table} SET id = id + 1`]) {
        await expect(society.platform.transact((trx) => society.platform.dialect.run(trx, sql))).rejects.toThrow();
      }
    }
  });
});

describe('real time', () => {
  test('S17 a deposit taken at the counter reaches the member’s open page', async () => {
    const line = await lines.open(asha.tokens.accessToken);
    await line.join('join-member', asha.memberId);
    const receiptId = await society.deposit(asha, '5.00');
    const { data } = await line.hearType('TRANSACTION_UPDATE');
    expect(data.receiptId).toBe(receiptId);
    must(await asha.signedIn.inject({ url: `/api/receipts/${receiptId}` }), 200);
    line.hangUp();
  });

  test('S18 the dashboard comes again within five minutes, though nothing has happened', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const own = await openForBusiness();
    const ownLines = await openLines(own);
    const line = await ownLines.open((await own.addStaff('watcher', 'manager')).tokens.accessToken);
    const joined = line.next<DashboardUpdate>('dashboard-update');
    await line.join('join-admin');
    const first = await joined;
    const again = line.next<DashboardUpdate>('dashboard-update');
    own.clock.advance(5 * 60_000);
    vi.advanceTimersByTime(25_000);
    expect(Date.parse((await again).timestamp) - Date.parse(first.timestamp)).toBe(5 * 60_000);
    await ownLines.close();
    await own.close();
    vi.useRealTimers();
  });

  test('S20 the state of the line is known: a heart that beats within 25 s, and a line that ends is told', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const own = await openForBusiness();
    const ownLines = await openLines(own);
    const line = await ownLines.open((await own.addStaff('watcher', 'manager')).tokens.accessToken);
    const beat = line.next<SystemHeartbeat>('system-heartbeat');
    vi.advanceTimersByTime(25_000);
    expect((await beat).status).toBe('ok');
    const ended = Promise.withResolvers<string>();
    line.socket.once('disconnect', ended.resolve);
    await ownLines.close();
    expect(await ended.promise).toMatch(/disconnect|transport/);
    await own.close();
    vi.useRealTimers();
  });

  test('S19 a member’s log-in, a new application and a transaction are told to staff at once', async () => {
    const clerk = await society.addStaff('front-desk', 'cashier');
    const line = await lines.open(clerk.tokens.accessToken);
    await line.join('join-admin');
    await society.tokens('member', { identifier: asha.memberNumber, password: MEMBER_PASSWORD });
    await apply(1019);
    await society.deposit(asha, '6.00');
    for (const type of ['MEMBER_LOGIN', 'NEW_MEMBER_REQUEST', 'TRANSACTION_UPDATE']) await line.hearType(type);
    // Whatever else is heard beats by the clock of the house, or says that this clerk has just chosen a password.
    const told = line.heard.filter(
      ({ event, message }) =>
        event !== 'system-heartbeat' && event !== 'dashboard-update' && message.type !== 'PASSWORD_CHANGED',
    );
    expect(told.map(({ event }) => event)).toEqual(told.map(() => 'admin-notification'));
    line.hangUp();
  });
});

describe('security and performance', () => {
  test('S21 a log-in gives an access token that is a signed JWT and a refresh token that renews it', async () => {
    const tokens = await society.tokens('member', { identifier: asha.memberNumber, password: MEMBER_PASSWORD });
    expect(tokens).toMatchObject({ tokenType: 'Bearer', expiresIn: 86_400 });
    const [head = '', claims = '', signature = ''] = tokens.accessToken.split('.');
    expect(JSON.parse(Buffer.from(head, 'base64url').toString())).toMatchObject({ alg: 'HS256' });
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).not.toHaveProperty('password');
    expect(signature.length).toBeGreaterThan(40);
    const payload = { refreshToken: tokens.refreshToken };
    const renewed = must(await society.inject({ method: 'POST', url: '/api/auth/refresh', payload }), 200).json();
    must(await society.bearer(renewed.accessToken).inject({ url: '/api/me' }), 200);
  });

  test('S22 passwords are bcrypt over a keyed hash: nothing is cut at 72 bytes, and a cost below 12 does not start', async () => {
    const long = `${'every lantern by the lake is lit tonight '.repeat(3)}`;
    const own = await society.admitNew();
    const change = (currentPassword: string, newPassword: string) =>
      society.send(own.signedIn, 'POST', '/api/auth/password/change', { currentPassword, newPassword });
    must(await change(MEMBER_PASSWORD, `${long}A`), 200);
    expect(Buffer.byteLength(long)).toBeGreaterThan(72);
    const logIn = (password: string) => society.logIn('member', { identifier: own.memberNumber, password });
    expect((await logIn(`${long}B`)).statusCode).toBe(401);
    must(await logIn(`${long}A`), 200);

    const { passwordHash } = await society.platform.database
      .selectFrom('user')
      .select('passwordHash')
      .where('id', '=', own.userId)
      .executeTakeFirstOrThrow();
    expect(passwordHash).toMatch(/^[A-Za-z0-9_-]+\$2b\$04\$.{53}$/);
    expect(() => readConfig({ PASSWORD_COST: '11' })).toThrow();
    expect(readConfig({}).passwordCost).toBe(12);
  });

  test('S23 whoever asks too much is slowed down, and told for how long', async () => {
    const own = await openSociety();
    const payload = { trackingNumber: 'AAAAAAAAAA', phone: '9811111111' };
    const ask = () => own.inject({ method: 'POST', url: '/api/members/register/status', payload });
    // The set-up was this address's first request.
    for (let count = 1; count < 100; count += 1) must(await ask(), 404);
    const refused = await ask();
    expect(refused.json()).toMatchObject({ status: 429, code: 'TOO_MANY_REQUESTS' });
    expect(Number(refused.headers['retry-after'])).toBe(15 * 60);
    own.clock.advance(15 * 60_000 + 1_000);
    must(await ask(), 404);
    await own.close();
  });

  test('S24 what is asked again is answered from the cache, until something changes', async () => {
    const { cache } = society.platform;
    const made = vi.spyOn(cache, 'set');
    await society.deposit(asha, '7.00');
    const [first, second] = [await stats(), await stats()];
    expect(second).toEqual(first);
    expect(made.mock.calls.filter(([key]) => key.startsWith('dashboard:'))).toHaveLength(1);
    await society.deposit(asha, '8.00');
    expect((await stats()).totalDeposits).not.toBe(first.totalDeposits);
    made.mockRestore();
  });

  test('S25 the connections of the database are pooled, and the pool can be watched', async () => {
    const health = must(await society.inject({ url: '/health' }), 200).json();
    expect(Object.keys(health.pool).length).toBeGreaterThan(0);
    // More readers at once than there are connections: everybody is served.
    const many = Array.from({ length: 40 }, () => society.send(society.manager, 'GET', '/api/members'));
    expect((await Promise.all(many)).every(({ statusCode }) => statusCode === 200)).toBe(true);
  });
});

test('a token signed with another key is nobody’s', async () => {
  const [head = '', claims = ''] = asha.tokens.accessToken.split('.');
  const forged = createHmac('sha256', 'your_super_secret_jwt_key').update(`${head}.${claims}`).digest('base64url');
  expect((await society.bearer(`${head}.${claims}.${forged}`).inject({ url: '/api/me' })).statusCode).toBe(401);
});
