import { calendarDate } from '@kafal/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type SignedIn, type TestApp } from '../../platform/http/test-app.ts';
import { societyFeatures } from '../setup/test-features.ts';
import { setUpTestSociety } from '../setup/test-society.ts';
import { setting } from './index.ts';

const TODAY = '2026-11-30';

let keys = 0;
const key = () => {
  keys += 1;
  return { 'idempotency-key': `rules-of-two-${String(keys).padStart(8, '0')}` };
};

let kafal: TestApp;
let administrator: SignedIn;
let manager: SignedIn;
beforeEach(async () => {
  kafal = await createTestApp(societyFeatures);
  await setUpTestSociety(kafal.platform);
  // Set-up made an administrator of its own, who has left.
  await kafal.platform.transact(async (trx) => {
    await trx.updateTable('user').set({ status: 'closed' }).execute();
  });
  administrator = await kafal.staff('administrator', 'Asha Negi');
});
afterEach(() => kafal.close());

const put = (url: string, payload: object, who = administrator) => who.inject({ method: 'PUT', url, payload });
const minimum = (value: number, more: object = {}, query = '') =>
  put(`/api/settings/share.minimumShares${query}`, { value, effectiveFrom: TODAY, ...more });
const decide = (id: string, act: string, who: SignedIn, payload: object = {}) =>
  who.inject({ method: 'POST', url: `/api/approvals/${id}/${act}`, payload, headers: key() });
const audited = async (action: string) => {
  const rows = await kafal.platform.database
    .selectFrom('audit')
    .select(['userName', 'newValues'])
    .where('action', '=', action)
    .orderBy('id')
    .execute();
  return rows.map(({ userName, newValues }) => ({ userName, ...JSON.parse(newValues ?? '{}') }));
};

describe('a society with one administrator', () => {
  test('can still work: the change holds at once, the answer says so, and the audit log notes it', async () => {
    expect((await minimum(10, {}, '?preview=true')).json()).toMatchObject({ isAlone: true, deciders: [] });
    const answer = await minimum(10);
    expect([answer.statusCode, answer.json()]).toMatchObject([
      200,
      { applied: true, approvalId: null, needsSecondPerson: true, isAlone: true, deciders: [] },
    ]);
    expect(await setting(kafal.platform, 'share.minimumShares')).toBe(10);
    expect(await audited('setting.changed')).toMatchObject([{ userName: 'Asha Negi', withoutSecondPerson: true }]);
  });

  test('does not become one by a second log-in of the same person', async () => {
    const self = await kafal.staff('manager', 'Asha Negi');
    await kafal.platform.transact(async (trx) => {
      await trx
        .updateTable('user')
        .set({ phone: '+919876543210' })
        .where('id', 'in', [administrator.actor.userId, self.actor.userId])
        .execute();
    });
    expect((await minimum(10)).json()).toMatchObject({ applied: true, isAlone: true });
  });

  test('is not one while somebody who decides is only suspended, and is again when they are gone for good', async () => {
    manager = await kafal.staff('manager', 'Meena Joshi');
    const become = (status: string) =>
      kafal.platform.transact(async (trx) => {
        await trx.updateTable('user').set({ status }).where('id', '=', manager.actor.userId).execute();
      });
    await become('suspended');
    expect((await minimum(10, {}, '?preview=true')).json()).toMatchObject({
      isAlone: false,
      deciders: ['Meena Joshi'],
    });
    await become('closed');
    expect((await minimum(10, {}, '?preview=true')).json()).toMatchObject({ isAlone: true });
  });
});

describe('a change of a rule, with a second person there,', () => {
  beforeEach(async () => {
    manager = await kafal.staff('manager', 'Meena Joshi');
  });
  const rows = async () =>
    (
      await kafal.platform.database
        .selectFrom('setting')
        .selectAll()
        .where('name', '=', 'share.minimumShares')
        .execute()
    ).length;

  test('is shown before it is asked, and asking to see it leaves nothing', async () => {
    const preview = await minimum(10, { legalBasis: 'By-law 7', reason: 'More capital' }, '?preview=true');
    expect(preview.statusCode).toBe(200);
    expect(preview.json()).toEqual({
      preview: true,
      applied: false,
      approvalId: null,
      needsSecondPerson: true,
      isAlone: false,
      deciders: ['Meena Joshi'],
      lines: [
        { label: 'Value', before: '5', after: '10' },
        { label: 'In force from, or from the yes when that comes later', before: null, after: TODAY },
        { label: 'Legal basis', before: null, after: 'By-law 7' },
        { label: 'Why', before: null, after: 'More capital' },
      ],
    });
    expect((await manager.inject({ url: '/api/approvals' })).json().items).toEqual([]);
  });

  test('counts whom it touches', async () => {
    await kafal.platform.transact(async (trx) => {
      await trx
        .insertInto('membership_application')
        .values({
          trackingNumber: 'AAAAAAAAAA',
          status: 'submitted',
          source: 'counter',
          name: 'Sunita Rawat',
          dateOfBirth: calendarDate('1990-01-01'),
          gender: 'female',
          phone: '+919876543211',
          addressLine: 'House 4',
          locality: 'Lohaghat',
          district: 'Champawat',
          state: 'Uttarakhand',
          postalCode: '262524',
          occupation: 'Farmer',
          memberClass: 'regular',
          accountType: 'none',
          language: 'hi',
          flags: '[]',
          submittedAt: kafal.clock.now(),
        })
        .execute();
    });
    const body = { value: false, effectiveFrom: TODAY };
    const preview = await put('/api/settings/policy.applicationSecondPerson?preview=true', body);
    expect(preview.json().lines.slice(0, 2)).toEqual([
      { label: 'Value', before: 'yes', after: 'no' },
      { label: 'Applications that are under way', before: null, after: '1' },
    ]);
  });

  test('waits, is not decided by whoever asked, and is a dated row after another person’s yes', async () => {
    const asked = await minimum(10);
    expect([asked.statusCode, asked.json().applied]).toEqual([202, false]);
    const { approvalId } = asked.json();
    expect(await rows()).toBe(1);
    expect(await setting(kafal.platform, 'share.minimumShares')).toBe(5);
    const list = (await administrator.inject({ url: '/api/settings' })).json().items;
    expect(list.find(({ name }: { name: string }) => name === 'share.minimumShares').waitingApprovalId).toBe(
      approvalId,
    );

    const own = await decide(approvalId, 'approval', administrator);
    expect([own.statusCode, own.json().code]).toEqual([403, 'APPROVAL_OWN_REQUEST']);
    const cashier = await kafal.staff('cashier');
    expect((await decide(approvalId, 'approval', cashier)).statusCode).toBe(403);

    const shown = (await manager.inject({ url: `/api/approvals/${approvalId}` })).json();
    expect(shown).toMatchObject({ kind: 'setting', summary: 'Change “Fewest shares of a member”', mayDecide: true });
    expect((await decide(approvalId, 'approval', manager)).statusCode).toBe(200);
    expect(await setting(kafal.platform, 'share.minimumShares')).toBe(10);
    expect(await rows()).toBe(2);
    expect((await audited('setting.changed')).at(-1)).toMatchObject({
      userName: 'Meena Joshi',
      requestedByUserId: administrator.actor.userId,
    });
  });

  test('that is refused or taken back leaves nothing', async () => {
    const first = (await minimum(10)).json().approvalId;
    expect((await decide(first, 'rejection', manager, { reason: 'Not agreed yet' })).statusCode).toBe(200);
    const second = (await minimum(12)).json().approvalId;
    expect((await decide(second, 'withdrawal', administrator)).statusCode).toBe(200);
    expect((await decide(second, 'approval', manager)).statusCode).toBe(409);
    expect(await rows()).toBe(1);
    expect(await audited('setting.changed')).toEqual([]);
  });

  test('is asked once at a time; another rule may be asked meanwhile', async () => {
    await minimum(10);
    const again = await minimum(11);
    expect([again.statusCode, again.json().code]).toEqual([409, 'RULE_CHANGE_WAITING']);
    expect((await put('/api/settings/share.capPercent', { value: '15', effectiveFrom: TODAY })).statusCode).toBe(202);
  });

  test('that two ask at the same moment waits once', async () => {
    const answers = await Promise.all([minimum(10), minimum(11)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([202, 409]);
  });

  test('that waited past its day holds from the day of the yes', async () => {
    const { approvalId } = (await minimum(10)).json();
    kafal.clock.advance(3 * 86_400_000);
    expect((await decide(approvalId, 'approval', manager)).statusCode).toBe(200);
    expect(await setting(kafal.platform, 'share.minimumShares', calendarDate('2026-12-02'))).toBe(5);
    expect(await setting(kafal.platform, 'share.minimumShares', calendarDate('2026-12-03'))).toBe(10);
  });

  test('of a name or an address needs nobody else, and everybody hears of it', async () => {
    const answer = await put('/api/settings/society.phone', { value: '+91 135 2700001', effectiveFrom: TODAY });
    expect([answer.statusCode, answer.json()]).toMatchObject([200, { applied: true, needsSecondPerson: false }]);
    expect((await kafal.inject({ url: '/api/society' })).json().support.phone).toBe('+91 135 2700001');
    const told = await kafal.platform.database.selectFrom('outbox').select(['name', 'audience']).execute();
    expect(told).toContainEqual({ name: 'society.changed', audience: 'all' });
  });
});

describe('a fee', () => {
  beforeEach(async () => {
    manager = await kafal.staff('manager', 'Meena Joshi');
  });
  const fee = (more: object = {}, query = '') =>
    put(`/api/fees/admission_fee${query}`, {
      nameEn: 'Admission fee',
      nameHi: 'प्रवेश शुल्क',
      amount: '150.00',
      dueOnAdmission: true,
      effectiveFrom: TODAY,
      legalBasis: 'Resolution MC/2026/9',
      ...more,
    });
  const feeNow = async () => (await administrator.inject({ url: '/api/fees' })).json().items[0];

  test('gets its version when a second person agrees, even on the day it began', async () => {
    expect((await fee({}, '?preview=true')).json().lines).toEqual([
      { label: 'Amount', before: '100.00', after: '150.00' },
      { label: 'In force from, or from the yes when that comes later', before: null, after: TODAY },
      { label: 'Legal basis', before: null, after: 'Resolution MC/2026/9' },
    ]);
    const { approvalId } = (await fee()).json();
    expect(await feeNow()).toMatchObject({ amount: '100.00', waitingApprovalId: approvalId });
    await decide(approvalId, 'approval', manager);
    expect(await feeNow()).toMatchObject({ amount: '150.00', accountCode: '4201', waitingApprovalId: null });
    const history = (await administrator.inject({ url: '/api/fees/admission_fee/history' })).json().items;
    expect(history).toMatchObject([
      { amount: '150.00', setBy: 'Asha Negi', approvedBy: 'Meena Joshi', legalBasis: 'Resolution MC/2026/9' },
      { amount: '100.00', setBy: null },
    ]);
    expect(await audited('fee.changed')).toMatchObject([{ amount: '150.00', userName: 'Meena Joshi' }]);
  });

  test('of a later day is shown beside the one that holds', async () => {
    const { approvalId } = (await fee({ effectiveFrom: '2027-04-01' })).json();
    await decide(approvalId, 'approval', manager);
    expect(await feeNow()).toMatchObject({
      amount: '100.00',
      next: { amount: '150.00', effectiveFrom: '2027-04-01' },
    });
  });

  test.each([
    ['before the business date', { effectiveFrom: '2026-11-29' }, 422, 'RULE_DATE_PAST', 'effectiveFrom'],
    ['with a number as amount', { amount: 150 }, 400, 'VALIDATION_FAILED', 'amount'],
    ['with three decimals', { amount: '150.000' }, 400, 'VALIDATION_FAILED', 'amount'],
    ['without a name', { nameHi: ' ' }, 400, 'VALIDATION_FAILED', 'nameHi'],
  ])('%s is refused at its field and leaves nothing', async (_what, change, status, code, field) => {
    const answer = await fee(change);
    expect([answer.statusCode, answer.json().code, answer.json().fields[0].path]).toEqual([status, code, field]);
    expect((await administrator.inject({ url: '/api/approvals' })).json().items).toEqual([]);
  });

  test('that nobody knows is not there, and who may only look changes none', async () => {
    const body = { nameEn: 'A', nameHi: 'अ', amount: '1.00', dueOnAdmission: true, effectiveFrom: TODAY };
    expect((await put('/api/fees/colour', body)).json().code).toBe('FEE_UNKNOWN');
    expect((await administrator.inject({ url: '/api/fees/colour/history' })).statusCode).toBe(404);
    const auditor = await kafal.staff('auditor');
    expect((await put('/api/fees/admission_fee', body, auditor)).statusCode).toBe(403);
  });
});

describe('a kind of account', () => {
  beforeEach(async () => {
    manager = await kafal.staff('manager', 'Meena Joshi');
  });
  const product = (more: object = {}, query = '') =>
    put(`/api/deposit-products/SB${query}`, {
      nameEn: 'Savings account',
      nameHi: 'बचत खाता',
      minimumBalance: '200.00',
      annualRate: '4.5',
      effectiveFrom: '2027-04-01',
      legalBasis: 'Resolution MC/2026/10',
      ...more,
    });
  const ruleNow = async () =>
    (await administrator.inject({ url: '/api/deposit-products/rules' }))
      .json()
      .items.find(({ code }: { code: string }) => code === 'SB');

  test('gets another rate and smallest balance from a day on, when a second person agrees', async () => {
    expect((await product({}, '?preview=true')).json().lines.slice(0, 2)).toEqual([
      { label: 'Rate a year', before: '4 %', after: '4.5 %' },
      { label: 'Smallest balance of new accounts', before: '100.00', after: '200.00' },
    ]);
    const { approvalId } = (await product()).json();
    await decide(approvalId, 'approval', manager);
    expect(await ruleNow()).toMatchObject({
      annualRate: '4',
      minimumBalance: '100.00',
      next: { annualRate: '4.5', minimumBalance: '200.00', effectiveFrom: '2027-04-01' },
    });
    const history = (await administrator.inject({ url: '/api/deposit-products/SB/history' })).json().items;
    expect(history).toMatchObject([
      { annualRate: '4.5', setBy: 'Asha Negi', approvedBy: 'Meena Joshi', effectiveFrom: '2027-04-01' },
      { annualRate: '4', setBy: null },
    ]);
  });

  test.each([
    ['a rate above the whole', { annualRate: '100.5' }, 422, 'PRODUCT_RATE', 'annualRate'],
    ['a past day', { effectiveFrom: '2026-11-29' }, 422, 'RULE_DATE_PAST', 'effectiveFrom'],
    ['money as a number', { minimumBalance: 5 }, 400, 'VALIDATION_FAILED', 'minimumBalance'],
  ])('%s is refused at its field', async (_what, change, status, code, field) => {
    const answer = await product(change);
    expect([answer.statusCode, answer.json().code, answer.json().fields[0].path]).toEqual([status, code, field]);
  });

  test('gets slabs and rates of categories, and says beforehand which accounts they reach', async () => {
    const change = {
      rates: [
        { category: 'general', amountFrom: '100000.00', annualRate: '4.75' },
        { category: 'senior', amountFrom: '0.00', annualRate: '5' },
      ],
      slabMethod: 'marginal',
      interestMonths: [3, 9],
      rounding: 'rupee',
      appliesTo: 'new',
    };
    const { lines } = (await product(change, '?preview=true')).json();
    expect(lines.map(({ label, before, after }: Record<string, string>) => [label, before, after])).toEqual(
      expect.arrayContaining([
        ['Credited at the end of month', '3, 6, 9, 12', '3, 9'],
        ['Rounded', 'to the hundredth', 'to the whole unit'],
        ['A rate from an amount on is for', 'the whole balance', 'the part of the balance above it'],
        [expect.stringMatching(/^Rate for everybody from .*000\.00$/), null, '4.75 %'],
        [expect.stringMatching(/^Rate for senior citizens from .*0\.00$/), null, '5 %'],
        ['The interest rules hold for', null, 'accounts opened from then on'],
      ]),
    );
    const { approvalId } = (await product({ ...change, effectiveFrom: '2026-11-30' })).json();
    await decide(approvalId, 'approval', manager);
    expect(await ruleNow()).toMatchObject({ ...change, isOffered: true, interestBasis: 'dailyProduct' });
  });

  test('has another count of days, pay-out rule and, of thrift, other months, when a second person agrees', async () => {
    const goal = await product({ withdrawal: 'goal' });
    expect([goal.statusCode, goal.json().code, goal.json().fields[0].path]).toEqual([
      422,
      'PRODUCT_NO_GOAL',
      'withdrawal',
    ]);
    const change = { dayCount: 'actual/actual', withdrawal: 'closing' };
    const { lines } = (await product(change, '?preview=true')).json();
    expect(lines).toContainEqual({ label: 'Days of a year', before: 'actual/365', after: 'actual/actual' });
    expect(lines).toContainEqual({
      label: 'Paid out, of new accounts',
      before: 'at any time',
      after: 'when the account is closed',
    });
    const asked = await product({ ...change, effectiveFrom: '2026-11-30' });
    await decide(asked.json().approvalId, 'approval', manager);
    expect(await ruleNow()).toMatchObject(change);

    const thrift = await put('/api/deposit-products/CD', {
      nameEn: 'Thrift',
      nameHi: 'बचत',
      minimumBalance: '0.00',
      annualRate: '6',
      interestMonths: [3, 9],
      effectiveFrom: '2026-11-30',
      legalBasis: 'Resolution MC/2026/10',
    });
    await decide(thrift.json().approvalId, 'approval', manager);
    const rules = (await administrator.inject({ url: '/api/deposit-products/rules' })).json().items;
    expect(rules.find(({ code }: { code: string }) => code === 'CD')).toMatchObject({ interestMonths: [3, 9] });
  });

  test('names no line of its card twice, and one rate alone where it does not earn as savings do', async () => {
    const line = { category: 'general', amountFrom: '0.00', annualRate: '5' };
    expect((await product({ rates: [line] })).json()).toMatchObject({
      code: 'TERM_RATE_TWICE',
      fields: [{ path: 'rates.0' }],
    });
    const body = {
      nameEn: 'Thrift',
      nameHi: 'बचत',
      minimumBalance: '0.00',
      annualRate: '6',
      effectiveFrom: '2027-04-01',
    };
    const thrift = await put('/api/deposit-products/CD', {
      ...body,
      legalBasis: 'Resolution MC/2026/10',
      rates: [{ ...line, category: 'senior' }],
    });
    expect(thrift.json()).toMatchObject({ status: 422, code: 'PRODUCT_ONE_RATE' });
  });

  test('with a rate that is no number is refused', async () => {
    const answer = await product({ annualRate: 'four' });
    expect(answer.statusCode).toBe(400);
  });
});
