import { type CalendarDate, calendarDate, moneyOutAllowed } from '@kafal/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type SignedIn, type TestApp } from '../../platform/http/test-app.ts';
import { societyFeatures } from '../setup/test-features.ts';
import { setUpTestSociety } from '../setup/test-society.ts';
import { changeSetting } from '../society/test-settings.ts';
import { getMember } from './index.ts';
import { admitMember, payDues } from './test-members.ts';

let kafal: TestApp;
let clerk: SignedIn;
let manager: SignedIn;
let committee: SignedIn;
let memberId: number;
const today = calendarDate('2026-11-30');

beforeEach(async () => {
  kafal = await createTestApp(societyFeatures);
  await setUpTestSociety(kafal.platform);
  clerk = await kafal.staff('cashier');
  manager = await kafal.staff('manager');
  committee = await kafal.staff('committee');
  ({ memberId } = await admitMember(kafal.platform, { clerk, manager }, { name: 'Sunita Rawat' }));
  await payDues(kafal.platform, clerk, memberId);
});
afterEach(() => kafal.close());

const ask = (toStatus: string, change: object = {}, who = manager, id: number | string = memberId) =>
  who.inject({
    method: 'POST',
    url: `/api/members/${id}/status-changes`,
    payload: { toStatus, reason: 'Order of the managing committee', effectiveOn: today, ...change },
  });
const confirm = (approvalId: string, who = committee) =>
  who.inject({
    method: 'POST',
    url: `/api/approvals/${approvalId}/approval`,
    headers: { 'idempotency-key': `approval-of-request-${approvalId}` },
    payload: {},
  });
async function change(toStatus: string, effectiveOn: CalendarDate = today) {
  const asked = (await ask(toStatus, { effectiveOn })).json();
  if (asked.approvalId !== null) expect((await confirm(asked.approvalId)).statusCode).toBe(200);
}
const status = async () => (await getMember(kafal.platform.database, memberId)).status;

async function memberLogsIn(): Promise<{ authorization: string } | number> {
  const { userId } = await kafal.platform.database
    .selectFrom('user')
    .select('id as userId')
    .where('memberId', '=', memberId)
    .executeTakeFirstOrThrow();
  const code = await manager.inject({ method: 'POST', url: `/api/members/${memberId}/one-time-code`, payload: {} });
  const identifier = (await getMember(kafal.platform.database, memberId)).number;
  if (code.statusCode === 200 || code.statusCode === 201) {
    await kafal.inject({
      method: 'POST',
      url: '/api/auth/password/reset',
      payload: { identifier, code: code.json().oneTimeCode, newPassword: 'kafal berries in April' },
    });
  }
  expect(userId).toBeGreaterThan(0);
  const payload = { identifier, password: 'kafal berries in April' };
  const answer = await kafal.inject({ method: 'POST', url: '/api/auth/member/login', payload });
  return answer.statusCode === 200 ? { authorization: `Bearer ${answer.json().accessToken}` } : answer.statusCode;
}

describe('a change of status', () => {
  test('waits for a second person where the table says so, and then acts at once', async () => {
    const asked = await ask('suspended');
    expect([asked.statusCode, asked.json()]).toEqual([
      202,
      { applied: false, approvalId: expect.any(String), status: 'active' },
    ]);
    expect(await status()).toBe('active');

    const approval = (await committee.inject({ url: `/api/approvals/${asked.json().approvalId}` })).json();
    expect(approval).toMatchObject({
      kind: 'member-status',
      summary: 'Status of Sunita Rawat (M-2026-0001) from active to suspended',
      lines: [
        { label: 'Reason', before: null, after: 'Order of the managing committee' },
        { label: 'In effect from', before: null, after: '2026-11-30' },
      ],
      mayDecide: true,
    });
    const own = await confirm(asked.json().approvalId, manager);
    expect([own.statusCode, own.json().code]).toEqual([403, 'APPROVAL_OWN_REQUEST']);

    expect((await confirm(asked.json().approvalId)).statusCode).toBe(200);
    expect(await status()).toBe('suspended');
    const history = (await manager.inject({ url: `/api/members/${memberId}/status-changes` })).json().items;
    expect(history[0]).toMatchObject({
      fromStatus: 'active',
      toStatus: 'suspended',
      reason: 'Order of the managing committee',
      effectiveOn: '2026-11-30',
      requestedBy: 'manager',
      decidedBy: 'committee',
    });
    const events = await kafal.platform.database.selectFrom('outbox').select(['name', 'memberId', 'payload']).execute();
    expect(events).toContainEqual({
      name: 'member.status-changed',
      memberId,
      payload: JSON.stringify({ memberId, status: 'suspended' }),
    });
  });

  test('ends the sessions of a suspended member at once, and lets them in again when it is lifted', async () => {
    const headers = await memberLogsIn();
    if (typeof headers === 'number') throw new Error(`the log-in answered ${headers}`);
    const look = async () => (await kafal.inject({ url: '/api/members/profile', headers })).statusCode;
    expect(await look()).toBe(200);

    await change('suspended');
    expect(await look()).toBe(401);
    expect(await memberLogsIn()).toBe(423);

    await change('active');
    expect(await memberLogsIn()).toHaveProperty('authorization');
  });

  test('stops money out as long as it lasts', async () => {
    expect(moneyOutAllowed(await status())).toBe(true);
    await change('suspended');
    expect(moneyOutAllowed(await status())).toBe(false);
    await change('active');
    expect(moneyOutAllowed(await status())).toBe(true);
  });

  test('to dormant needs nobody else; back needs a second person', async () => {
    const dormant = await ask('dormant');
    expect([dormant.statusCode, dormant.json().applied]).toEqual([200, true]);
    expect((await ask('active')).statusCode).toBe(202);
  });

  test('needs no second person where the society has decided so', async () => {
    const administrator = await kafal.staff('administrator');
    await changeSetting(kafal.platform, administrator.actor, {
      name: 'policy.statusSecondPerson',
      value: false,
      effectiveFrom: today,
    });
    expect((await ask('suspended')).json()).toEqual({ applied: true, approvalId: null, status: 'suspended' });
  });

  test.each(['resigned', 'expelled', 'deceased'])('can be taken to %s and back', async (toStatus) => {
    await change(toStatus);
    expect(await status()).toBe(toStatus);
    await change('active');
    expect(await status()).toBe('active');
  });

  test('back to active leaves dues that are unpaid unpaid: the member waits for payment again', async () => {
    ({ memberId } = await admitMember(kafal.platform, { clerk, manager }));
    await change('expelled');
    await change('active');
    expect(await status()).toBe('pending_payment');
    expect(moneyOutAllowed(await status())).toBe(false);
    await payDues(kafal.platform, clerk, memberId);
    expect(await status()).toBe('active');
  });

  test('keeps the day it is true from', async () => {
    kafal.clock.advance(3 * 86_400_000);
    await change('deceased', calendarDate('2026-12-01'));
    expect((await getMember(kafal.platform.database, memberId)).statusSince).toBe('2026-12-01');
  });

  test('is asked once at a time', async () => {
    await ask('suspended');
    const again = await ask('deceased');
    expect([again.statusCode, again.json().code]).toEqual([409, 'CHANGE_WAITING']);
  });

  test('that something has overtaken is not confirmed any more', async () => {
    const { approvalId } = (await ask('suspended')).json();
    await kafal.platform.transact(async (trx) => {
      await trx.updateTable('member').set({ status: 'dormant' }).where('id', '=', memberId).execute();
    });
    const answer = await confirm(approvalId);
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'STATUS_CHANGED_MEANWHILE']);
  });

  test.each([
    ['the status the member has', 'active', {}, 409, 'STATUS_IS_ALREADY', undefined],
    ['a change the table does not know', 'closed', {}, 409, 'STATUS_CHANGE_UNKNOWN', 'toStatus'],
    ['a day still to come', 'suspended', { effectiveOn: '2026-12-01' }, 422, 'STATUS_DATE_LATER', 'effectiveOn'],
    [
      'a day before joining',
      'suspended',
      { effectiveOn: '2026-11-29' },
      422,
      'STATUS_DATE_BEFORE_JOINING',
      'effectiveOn',
    ],
    ['no reason', 'suspended', { reason: '' }, 400, 'VALIDATION_FAILED', 'reason'],
    ['a status that is none', 'asleep', {}, 400, 'VALIDATION_FAILED', 'toStatus'],
  ])('is refused: %s', async (_what, toStatus, body, code, problem, field) => {
    const answer = await ask(toStatus, body);
    expect([answer.statusCode, answer.json().code]).toEqual([code, problem]);
    if (field !== undefined) expect(answer.json().fields[0].path).toBe(field);
    expect(await status()).toBe('active');
  });

  test('to active is for the dues to make, not for staff', async () => {
    const { memberId: unpaid } = await admitMember(kafal.platform, { clerk, manager });
    const answer = await ask('active', {}, manager, unpaid);
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'STATUS_BY_PAYMENT']);
  });

  test('is asked by those who may, of members who are there', async () => {
    expect((await ask('suspended', {}, clerk)).statusCode).toBe(403);
    expect((await ask('suspended', {}, manager, 999)).json().code).toBe('MEMBER_NOT_FOUND');
    expect((await ask('suspended', {}, manager, 'abc')).json().code).toBe('MEMBER_NOT_FOUND');
    expect((await manager.inject({ url: '/api/members/999/status-changes' })).statusCode).toBe(404);
  });
});
