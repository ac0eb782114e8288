import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHART_OF_ACCOUNTS } from '@kafal/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../platform/http/test-app.ts';
import { SETTING_NAMES } from '../society/index.ts';
import { societyFeatures } from './test-features.ts';
import { TEST_ADMINISTRATOR, testSetupBody } from './test-society.ts';

// The smallest PNG there is: one grey pixel.
const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';

let dataFolder: string;
let kafal: TestApp;

beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'kafal-setup-'));
  kafal = await createTestApp(societyFeatures, { environment: { DATA_DIR: dataFolder } });
});
afterEach(async () => {
  await kafal.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

const setUp = (payload: object = testSetupBody()) => kafal.inject({ method: 'POST', url: '/api/setup', payload });
const society = async () => (await kafal.inject({ url: '/api/society' })).json();
const count = async (table: 'setting' | 'account' | 'user' | 'business_day' | 'role' | 'stored_file') =>
  Number(
    (
      await kafal.platform.database
        .selectFrom(table)
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  );

describe('an empty machine', () => {
  test('says that it is not set up, and shows how amounts are written until it is', async () => {
    expect((await kafal.inject({ url: '/api/setup' })).json()).toEqual({
      isSetUp: false,
      presets: ['IN-STATE', 'IN-MSCS', 'NP-SACCOS', 'INTL-SACCO'],
    });
    expect(await society()).toMatchObject({ isSetUp: false, name: null, currency: 'INR', businessDate: null });
    expect((await kafal.inject({ url: '/api/society/logo' })).json().code).toBe('LOGO_NOT_FOUND');
  });

  test('takes no application before there is a society to join', async () => {
    const answer = await kafal.inject({
      method: 'POST',
      url: '/api/members/register/status',
      payload: { trackingNumber: 'ABCDEFGHJK', phone: '9811002200' },
    });
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'SOCIETY_NOT_SET_UP']);
  });
});

describe('set-up', () => {
  test('makes the society, its books, its first products and its administrator', async () => {
    const answer = await setUp();
    expect([answer.statusCode, answer.json()]).toEqual([
      201,
      { done: true, username: 'admin', businessDate: '2026-11-30' },
    ]);
    expect((await kafal.inject({ url: '/api/setup' })).json().isSetUp).toBe(true);
    expect(await society()).toEqual({
      isSetUp: true,
      name: 'Nehru Colony Thrift and Credit Society',
      nameLocal: 'नेहरू कॉलोनी थ्रिफ्ट एंड क्रेडिट सोसायटी',
      registrationNumber: 'UK/DDN/1987/221',
      address: 'Nehru Colony, Dehradun 248001',
      phone: '+91 135 2700000',
      email: 'office@society.example',
      website: null,
      logo: null,
      languages: ['en', 'hi'],
      preset: 'IN-STATE',
      currency: 'INR',
      decimals: 2,
      grouping: 'indian',
      calendar: 'AD',
      phoneCountry: 'IN',
      paperKinds: [
        ...['photo', 'signature', 'pan_card', 'aadhaar', 'voter_id', 'passport', 'driving_licence', 'job_card'],
        ...['birth_certificate', 'identity_proof', 'address_proof', 'age_proof', 'affidavit', 'nominee_paper'],
        'other_paper',
      ],
      phonePayments: null,
      timeZone: 'Asia/Kolkata',
      businessDate: '2026-11-30',
      denominations: ['500.00', '200.00', '100.00', '50.00', '20.00', '10.00', '5.00', '2.00', '1.00'],
      support: { phone: '+91 135 2700000', email: 'office@society.example' },
    });

    expect(await count('account')).toBe(CHART_OF_ACCOUNTS.length);
    expect(await count('setting')).toBe(SETTING_NAMES.length);
    expect(await count('role')).toBe(8);
    const { database } = kafal.platform;
    expect(
      await database.selectFrom('deposit_product').select(['code', 'minimumBalance']).orderBy('id').execute(),
    ).toEqual([
      { code: 'SB', minimumBalance: 10_000 },
      { code: 'CA', minimumBalance: 10_000 },
      { code: 'SA', minimumBalance: 0 },
      { code: 'CD', minimumBalance: 0 },
      { code: 'DD', minimumBalance: 0 },
      { code: 'GS', minimumBalance: 0 },
      { code: 'OS', minimumBalance: 0 },
      { code: 'ES', minimumBalance: 0 },
    ]);
    expect(await database.selectFrom('till').select(['code', 'name', 'seriesCode']).execute()).toEqual([
      { code: 'T1', name: 'Counter 1', seriesCode: 'T1' },
    ]);
    expect(
      await database
        .selectFrom('balance')
        .select(['subLedger', 'accountCode', 'amount'])
        .orderBy('subLedger')
        .execute(),
    ).toEqual([
      { subLedger: 'till', accountCode: '1102', amount: 0 },
      { subLedger: 'vault', accountCode: '1101', amount: 0 },
    ]);
    const audited = await database.selectFrom('audit').select(['action', 'userKind']).execute();
    expect(audited).toContainEqual({ action: 'society.set_up', userKind: 'system' });
  });

  test('lets the first administrator log in with the password they chose', async () => {
    await setUp();
    const { username: identifier, password } = TEST_ADMINISTRATOR;
    const answer = await kafal.inject({
      method: 'POST',
      url: '/api/auth/admin/login',
      payload: { identifier, password },
    });
    expect(answer.statusCode).toBe(200);
    const headers = { authorization: `Bearer ${answer.json().accessToken}` };
    const settings = await kafal.inject({ url: '/api/settings', headers });
    expect(settings.statusCode).toBe(200);
  });

  test('happens once', async () => {
    expect((await setUp()).statusCode).toBe(201);
    const again = await setUp({ ...testSetupBody(), setupCode: 'whatever' });
    expect([again.statusCode, again.json().code]).toEqual([409, 'SETUP_DONE']);
  });

  test('happens once when two people press at the same moment', async () => {
    const answers = await Promise.all([setUp(), setUp()]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
    expect(await count('business_day')).toBe(1);
    expect(await count('user')).toBe(1);
  });

  test('keeps the reason of a value of the law, and none for a value the society chose itself', async () => {
    await setUp();
    const rows = await kafal.platform.database.selectFrom('setting').select(['name', 'legalBasis', 'value']).execute();
    const of = (name: string) => rows.find((row) => row.name === name);
    expect(of('calendar.timeZone')?.legalBasis).toBe('Indian Standard Time.');
    expect(of('share.minimumShares')).toEqual({ name: 'share.minimumShares', legalBasis: null, value: '5' });
    expect(of('share.faceValue')).toMatchObject({ value: '"100.00"', legalBasis: expect.any(String) });
    expect(of('limit.withdrawalApproval')?.value).toBe('"20000.00"');
  });

  test('opens a society of Nepal on the Bikram Sambat calendar', async () => {
    await setUp({
      ...testSetupBody(),
      preset: 'NP-SACCOS',
      currency: 'NPR',
      timeZone: 'Asia/Kathmandu',
      financialYearStart: '1 Shrawan',
    });
    expect(await society()).toMatchObject({ calendar: 'BS', currency: 'NPR', phoneCountry: 'NP', grouping: 'indian' });
  });

  test('keeps the logo in a file of its own and shows it to everybody', async () => {
    const body = testSetupBody();
    const answer = await setUp({ ...body, society: { ...body.society, logo: PIXEL } });
    expect(answer.statusCode).toBe(201);
    expect((await society()).logo).toMatch(/^\/api\/society\/logo\?v=.{8}$/);

    const logo = await kafal.inject({ url: '/api/society/logo' });
    expect([logo.statusCode, logo.headers['content-type']]).toEqual([200, 'image/png']);
    expect(logo.rawPayload.toString('base64')).toBe(PIXEL.split(',')[1]);
    const files = readdirSync(join(dataFolder, 'files'), { recursive: true, encoding: 'utf8' });
    expect(files).toEqual([expect.any(String), expect.stringMatching(/^..[/\\][A-Za-z0-9_-]{22}$/)]);
    expect(statSync(join(dataFolder, 'files', files[1] ?? '')).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(dataFolder, 'incoming'))).toEqual([]);
  });

  test.each([
    ['a wrong code', { setupCode: 'AAAA-BBBB-CCCC' }, 403, 'SETUP_CODE_WRONG', 'setupCode'],
    ['books that begin tomorrow', { booksBeginOn: '2026-12-01' }, 422, 'SETUP_DATE_LATER', 'booksBeginOn'],
    ['a time zone that is none', { timeZone: 'Asia/Dehradun' }, 400, 'SETTING_VALUE', 'timeZone'],
    ['a time zone that is a distance', { timeZone: '+05:30' }, 400, 'SETTING_VALUE', 'timeZone'],
    ['a year that begins on 30 February', { financialYearStart: '02-30' }, 400, 'SETTING_VALUE', 'financialYearStart'],
    [
      'shares that cost nothing',
      { shares: { faceValue: '0.00', minimumShares: 5 } },
      400,
      'SETTING_VALUE',
      'shares.faceValue',
    ],
    [
      'a logo that is not the picture it says',
      { society: { ...testSetupBody().society, logo: 'data:image/png;base64,R0lGODlhAQABAAAAACw=' } },
      400,
      'LOGO_FORM',
      'society.logo',
    ],
    [
      'an office e-mail that is none',
      { society: { ...testSetupBody().society, email: 'office' } },
      400,
      'SETTING_VALUE',
      'society.email',
    ],
    [
      'a password of the society’s name',
      { administrator: { ...testSetupBody().administrator, password: 'nehru colony thrift 2026' } },
      422,
      'PASSWORD_OWN_WORDS',
      'administrator.password',
    ],
    [
      'a short password',
      { administrator: { ...testSetupBody().administrator, password: 'deodar' } },
      422,
      'PASSWORD_TOO_SHORT',
      'administrator.password',
    ],
  ])('refuses %s, and nothing comes to exist', async (_what, change, status, code, field) => {
    const answer = await setUp({ ...testSetupBody(), ...change });
    expect([answer.statusCode, answer.json().code, answer.json().fields?.[0]?.path]).toEqual([status, code, field]);
    expect(await count('setting')).toBe(0);
    expect(await count('user')).toBe(0);
    expect(existsSync(join(dataFolder, 'files')) ? readdirSync(join(dataFolder, 'files')) : []).toEqual([]);
    expect((await kafal.inject({ url: '/api/setup' })).json().isSetUp).toBe(false);
  });

  test('refuses a key it does not know', async () => {
    const answer = await setUp({ ...testSetupBody(), role: 'administrator' });
    expect(answer.json().fields).toEqual([{ path: 'role', code: 'UNKNOWN_KEY', detail: expect.any(String) }]);
  });
});
