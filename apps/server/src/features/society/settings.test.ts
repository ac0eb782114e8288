import { calendarDate, parseMoney } from '@kafal/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import reversalLimits from '../../../migrations/2026-11-28-reversal-limits.ts';
import { stepsOf } from '../../platform/database/migration.ts';
import { sqliteSchema } from '../../platform/database/schema-dialect.ts';
import { createTestApp, type SignedIn, type TestApp } from '../../platform/http/test-app.ts';
import { societyFeatures } from '../setup/test-features.ts';
import { setUpTestSociety } from '../setup/test-society.ts';
import { nextNumber, readSettings, setting, takeNumbers } from './index.ts';

let kafal: TestApp;
let administrator: SignedIn;
let manager: SignedIn;

beforeEach(async () => {
  kafal = await createTestApp(societyFeatures);
  await setUpTestSociety(kafal.platform);
  administrator = await kafal.staff('administrator');
  manager = await kafal.staff('manager');
});
afterEach(() => kafal.close());

const change = (name: string, payload: object) =>
  administrator.inject({ method: 'PUT', url: `/api/settings/${name}`, payload });
const agree = async (name: string, payload: object) => {
  const { approvalId } = (await change(name, payload)).json();
  const headers = { 'idempotency-key': `settings-agreed-${approvalId}` };
  const yes = await manager.inject({
    method: 'POST',
    url: `/api/approvals/${approvalId}/approval`,
    payload: {},
    headers,
  });
  expect(yes.statusCode).toBe(200);
};
const viewOf = async (name: string) =>
  (await administrator.inject({ url: '/api/settings' }))
    .json()
    .items.find((item: { name: string }) => item.name === name);

describe('a setting', () => {
  test('holds from the day it is said to, and what held before stays readable', async () => {
    await agree('share.minimumShares', {
      value: 10,
      effectiveFrom: '2026-12-15',
      legalBasis: 'By-law 7 as amended on 1 November 2026',
      reason: 'The general body wants stronger capital',
    });
    expect(await viewOf('share.minimumShares')).toMatchObject({
      value: 5,
      effectiveFrom: '2026-11-30',
      next: { value: 10, effectiveFrom: '2026-12-15' },
      waitingApprovalId: null,
    });

    const { platform } = kafal;
    expect(await setting(platform, 'share.minimumShares')).toBe(5);
    expect(await setting(platform, 'share.minimumShares', calendarDate('2026-12-14'))).toBe(5);
    expect(await setting(platform, 'share.minimumShares', calendarDate('2026-12-15'))).toBe(10);
    expect(await setting(platform, 'share.minimumShares', calendarDate('2020-01-01'))).toBe(5);

    const history = await administrator.inject({ url: '/api/settings/share.minimumShares/history' });
    expect(history.json().items).toEqual([
      {
        value: 10,
        effectiveFrom: '2026-12-15',
        legalBasis: 'By-law 7 as amended on 1 November 2026',
        reason: 'The general body wants stronger capital',
        setBy: 'administrator',
        approvedBy: 'manager',
        recordedAt: '2026-11-30T04:30:00.000Z',
      },
      expect.objectContaining({ value: 5, effectiveFrom: '2026-11-30', setBy: 'Hema Joshi' }),
    ]);
  });

  test('that a new version brings starts, in a society at work, from what stood for it before', async () => {
    const { dialect, database, transact } = kafal.platform;
    await agree('limit.withdrawalApproval', { value: '7500.00', effectiveFrom: '2026-12-15' });
    const steps = stepsOf(reversalLimits, sqliteSchema);
    await transact(async (trx) => {
      await dialect.run(trx, "DELETE FROM setting WHERE name IN ('limit.reversalApproval', 'limit.reversalDays')", []);
      // A step may be repeated after a start that was cut off.
      for (const step of [...steps, ...steps]) await dialect.run(trx, step, []);
    });
    const rows = await database
      .selectFrom('setting')
      .select(['name', 'value', 'effectiveFrom'])
      .where('name', 'like', 'limit.reversal%')
      .orderBy('id')
      .execute();
    expect(rows).toEqual([
      { name: 'limit.reversalApproval', value: '"20000.00"', effectiveFrom: '2026-11-30' },
      { name: 'limit.reversalApproval', value: '"7500.00"', effectiveFrom: '2026-12-15' },
      { name: 'limit.reversalDays', value: '0', effectiveFrom: '2026-11-30' },
    ]);
  });

  test('is used at once when it changes today', async () => {
    expect(await setting(kafal.platform, 'limit.withdrawalApproval')).toBe(parseMoney('20000.00'));
    await agree('limit.withdrawalApproval', { value: '7500.00', effectiveFrom: '2026-11-30' });
    expect(await setting(kafal.platform, 'limit.withdrawalApproval')).toBe(parseMoney('7500.00'));
    await agree('limit.withdrawalApproval', { value: null, effectiveFrom: '2026-11-30' });
    expect(await setting(kafal.platform, 'limit.withdrawalApproval')).toBeNull();
  });

  test('is written down with who changed it and what it was', async () => {
    await agree('policy.statusSecondPerson', { value: false, effectiveFrom: '2026-11-30' });
    const audited = await kafal.platform.database
      .selectFrom('audit')
      .select(['userId', 'action', 'subjectId', 'oldValues', 'newValues'])
      .where('action', '=', 'setting.changed')
      .execute();
    expect(audited).toEqual([
      {
        userId: manager.actor.userId,
        action: 'setting.changed',
        subjectId: 'policy.statusSecondPerson',
        oldValues: '{"value":true}',
        newValues: JSON.stringify({
          value: false,
          effectiveFrom: '2026-11-30',
          legalBasis: null,
          requestedByUserId: administrator.actor.userId,
        }),
      },
    ]);
    const events = await kafal.platform.database.selectFrom('outbox').select(['name', 'payload']).execute();
    expect(events).toContainEqual({ name: 'settings.changed', payload: '{"name":"policy.statusSecondPerson"}' });
  });

  test.each([
    ['a rule that nobody knows', 'share.colour', { value: 'green' }, 404, 'SETTING_UNKNOWN', undefined],
    ['the logo, which has an act of its own', 'society.logo', { value: 'x' }, 404, 'SETTING_UNKNOWN', undefined],
    ['the currency, on which the books rest', 'money.currency', { value: 'NPR' }, 409, 'SETTING_FIXED', undefined],
    [
      'a day before the business date',
      'share.minimumShares',
      { value: 3, effectiveFrom: '2026-11-29' },
      422,
      'RULE_DATE_PAST',
      'effectiveFrom',
    ],
    [
      'a day that is none',
      'share.minimumShares',
      { value: 3, effectiveFrom: '2026-02-30' },
      400,
      'VALIDATION_FAILED',
      'effectiveFrom',
    ],
    ['a number as text', 'share.minimumShares', { value: '3' }, 400, 'SETTING_VALUE', 'value'],
    ['nothing, where something is needed', 'share.minimumShares', { value: null }, 400, 'SETTING_VALUE', 'value'],
    ['money as a number', 'share.faceValue', { value: 100 }, 400, 'SETTING_VALUE', 'value'],
    ['money with three decimals', 'share.faceValue', { value: '100.000' }, 400, 'MONEY_MALFORMED', 'value'],
    ['a cap above the whole', 'share.capPercent', { value: '100.5' }, 400, 'SETTING_VALUE', 'value'],
    [
      'a pattern that does not count',
      'numbers.member',
      { value: 'M-{YYYY}' },
      400,
      'NUMBER_PATTERN_NEEDS_ONE_NUMBER',
      undefined,
    ],
    [
      'a pattern with a part nobody knows',
      'numbers.member',
      { value: '{M}{N}' },
      400,
      'NUMBER_PATTERN_UNKNOWN_PART',
      undefined,
    ],
    ['a pattern with blanks', 'numbers.member', { value: 'M {N}' }, 400, 'NUMBER_PATTERN_CHARACTER', undefined],
    [
      'a pattern that is too long',
      'numbers.member',
      { value: `${'M'.repeat(40)}{N}` },
      400,
      'NUMBER_PATTERN_TOO_LONG',
      undefined,
    ],
    ['notes in a wrong order', 'money.denominations', { value: '10.00, 500.00' }, 400, 'SETTING_VALUE', 'value'],
    ['a control account', 'accounts.bank', { value: '2101' }, 422, 'SETTING_ACCOUNT', 'value'],
    ['an expense that money arrives in', 'accounts.bank', { value: '5901' }, 422, 'SETTING_ACCOUNT_NO_ASSET', 'value'],
    ['an account that is not there', 'accounts.bank', { value: '9999' }, 422, 'SETTING_ACCOUNT', 'value'],
    ['a word where yes or no is meant', 'policy.statusSecondPerson', { value: 'yes' }, 400, 'SETTING_VALUE', 'value'],
  ])('refuses %s', async (_what, name, body, status, code, field) => {
    const before = await kafal.platform.database.selectFrom('setting').select('id').orderBy('id').execute();
    const answer = await change(name, { effectiveFrom: '2026-11-30', ...body });
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    if (field !== undefined) expect(answer.json().fields[0].path).toBe(field);
    expect(await kafal.platform.database.selectFrom('setting').select('id').orderBy('id').execute()).toEqual(before);
  });

  test('is read by those who may and changed by those who may', async () => {
    const cashier = await kafal.staff('cashier');
    expect((await cashier.inject({ url: '/api/settings' })).statusCode).toBe(403);
    const auditor = await kafal.staff('auditor');
    expect((await auditor.inject({ url: '/api/settings' })).statusCode).toBe(200);
    const payload = { value: 3, effectiveFrom: '2026-11-30' };
    const answer = await auditor.inject({ method: 'PUT', url: '/api/settings/share.minimumShares', payload });
    expect(answer.statusCode).toBe(403);
  });
});

test('the list of settings speaks the language of its reader', async () => {
  const list = async (language: string) =>
    (await administrator.inject({ url: '/api/settings', headers: { 'accept-language': language } })).json().items;
  const labelOf = (items: { name: string; label: string }[]) =>
    items.find(({ name }) => name === 'share.faceValue')?.label;
  expect(labelOf(await list('en'))).toBe('Face value of a share');
  expect(labelOf(await list('hi'))).toBe('अंश का अंकित मूल्य');
  expect((await list('en')).some(({ name }: { name: string }) => name === 'society.logo')).toBe(false);
});

test('the fees that set-up made are listed with their accounts and reasons', async () => {
  const fees = (await administrator.inject({ url: '/api/fees' })).json().items;
  expect(fees.map(({ code, amount, accountCode }: Record<string, string>) => [code, amount, accountCode])).toEqual([
    ['admission_fee', '100.00', '4201'],
    ['welfare_fund', '50.00', '3204'],
    ['building_fund', '200.00', '3203'],
  ]);
});

describe('numbers', () => {
  const take = async (on = '2026-11-30') => {
    const settings = await readSettings(kafal.platform);
    return kafal.platform.transact((trx) =>
      nextNumber(trx, kafal.platform, settings, { sequence: 'member', on: calendarDate(on) }),
    );
  };

  test('go on past the 999th and past what the pattern has room for', async () => {
    await kafal.platform.transact(async (trx) => {
      await trx.updateTable('sequence').set({ nextNumber: 999 }).where('name', '=', 'member').execute();
    });
    expect([await take(), await take()]).toEqual(['M-2026-0999', 'M-2026-1000']);
    await kafal.platform.transact(async (trx) => {
      await trx.updateTable('sequence').set({ nextNumber: 9_999 }).where('name', '=', 'member').execute();
    });
    expect([await take(), await take()]).toEqual(['M-2026-9999', 'M-2026-10000']);
  });

  test('are given once, whoever asks at the same moment', async () => {
    const numbers = await Promise.all(Array.from({ length: 200 }, () => take()));
    expect(new Set(numbers).size).toBe(200);
  });

  test('that are rolled back are given again, so there is no gap', async () => {
    const settings = await readSettings(kafal.platform);
    const broken = kafal.platform.transact(async (trx) => {
      await nextNumber(trx, kafal.platform, settings, { sequence: 'member', on: calendarDate('2026-11-30') });
      throw new Error('changed my mind');
    });
    await expect(broken).rejects.toThrow('changed my mind');
    expect(await take()).toBe('M-2026-0001');
  });

  test('follow the pattern of the day, with the year that the society counts', async () => {
    await change('numbers.member', { value: 'KCS/{FY}/{N:3}', effectiveFrom: '2026-11-30' });
    expect([await take('2026-11-30'), await take('2027-03-31')]).toEqual(['KCS/2026-27/001', 'KCS/2026-27/002']);
    expect(await take('2027-04-01')).toBe('KCS/2027-28/003');
  });

  test('can be taken as a row of several', async () => {
    const first = (count: number) =>
      kafal.platform.transact((trx) => takeNumbers(trx, kafal.platform, 'distinctive', count));
    expect([await first(20), await first(5), await first(1)]).toEqual([1, 21, 26]);
  });

  test('name the year of the Bikram Sambat where the society counts in it', async () => {
    const nepal = await createTestApp(societyFeatures);
    await setUpTestSociety(nepal.platform, (body) => {
      body.preset = 'NP-SACCOS';
      body.currency = 'NPR';
      body.timeZone = 'Asia/Kathmandu';
      body.financialYearStart = '1 Shrawan';
    });
    const settings = await readSettings(nepal.platform);
    const number = await nepal.platform.transact((trx) =>
      nextNumber(trx, nepal.platform, settings, { sequence: 'member', on: calendarDate('2026-11-30') }),
    );
    expect(number).toBe('M-2083-0001');
    await nepal.close();
  });
});
