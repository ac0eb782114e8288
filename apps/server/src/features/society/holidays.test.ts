import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type SignedIn, type TestApp } from '../../platform/http/test-app.ts';
import { societyFeatures } from '../setup/test-features.ts';
import { setUpTestSociety } from '../setup/test-society.ts';

// The business date is Monday, 30 November 2026.
let kafal: TestApp;
let administrator: SignedIn;
beforeEach(async () => {
  kafal = await createTestApp(societyFeatures);
  await setUpTestSociety(kafal.platform);
  administrator = await kafal.staff('administrator', 'Asha Negi');
});
afterEach(() => kafal.close());

const send = (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object, headers: object = {}) =>
  administrator.inject({ method, url, headers: { ...headers }, ...(payload === undefined ? {} : { payload }) });
const add = (day: string, nameEn = 'Christmas', nameHi = 'क्रिसमस') =>
  send('POST', '/api/holidays', { day, nameEn, nameHi });
const bring = (csv: string, query = '') => send('POST', `/api/holidays/import${query}`, { csv });
const daysOf = async (year: number) =>
  (await send('GET', `/api/holidays?year=${year}`))
    .json()
    .items.map(({ day, name }: { day: string; name: string }) => [day, name]);
const audited = async () =>
  (
    await kafal.platform.database
      .selectFrom('audit')
      .select(['action', 'userName', 'subjectId', 'oldValues', 'newValues'])
      .where('action', 'like', 'holiday.%')
      .orderBy('id')
      .execute()
  ).map(({ oldValues, newValues, ...row }) => ({ ...row, values: JSON.parse(newValues ?? oldValues ?? 'null') }));

describe('the holidays of a year', () => {
  test('are listed by day, in the language of the reader, beside the days every week leaves free', async () => {
    await add('2026-12-25');
    await add('2026-12-01', 'Founding day', 'स्थापना दिवस');
    await add('2027-01-26', 'Republic Day', 'गणतंत्र दिवस');
    expect((await send('GET', '/api/holidays')).json()).toEqual({
      year: 2026,
      businessDate: '2026-11-30',
      weeklyOffs: ['sunday'],
      items: [
        { day: '2026-12-01', name: 'Founding day', nameEn: 'Founding day', nameHi: 'स्थापना दिवस' },
        { day: '2026-12-25', name: 'Christmas', nameEn: 'Christmas', nameHi: 'क्रिसमस' },
      ],
    });
    const hindi = await send('GET', '/api/holidays?year=2027', undefined, { 'accept-language': 'hi' });
    expect(hindi.json().items).toHaveLength(1);
    expect((await send('GET', '/api/holidays?year=20270')).statusCode).toBe(400);
  });

  test('are added once, and only from the business date on', async () => {
    expect((await add('2026-11-30')).statusCode).toBe(201);
    expect((await add('2026-11-30', 'Another')).json()).toMatchObject({
      status: 409,
      code: 'HOLIDAY_TAKEN',
      detail: '2026-11-30 is a holiday already.',
    });
    expect((await add('2026-11-29')).json()).toMatchObject({
      status: 422,
      code: 'HOLIDAY_PAST',
      detail: '2026-11-29 is over; holidays change from the business date 2026-11-30 on.',
    });
    expect((await add('2026-02-30')).json()).toMatchObject({ status: 400, fields: [{ path: 'day' }] });
    expect(await daysOf(2026)).toEqual([['2026-11-30', 'Christmas']]);
  });

  test('are taken away while they are ahead, and the audit log keeps what they were', async () => {
    await add('2026-12-25');
    expect((await send('DELETE', '/api/holidays/2026-12-25')).json()).toEqual({ done: true });
    expect((await send('DELETE', '/api/holidays/2026-12-25')).json()).toMatchObject({
      status: 404,
      code: 'HOLIDAY_UNKNOWN',
    });
    await add('2026-12-01');
    kafal.clock.advance(3 * 24 * 3_600_000);
    expect((await send('DELETE', '/api/holidays/2026-12-01')).json()).toMatchObject({
      status: 422,
      code: 'HOLIDAY_PAST',
    });
    expect((await audited()).slice(0, 2)).toEqual([
      {
        action: 'holiday.added',
        userName: 'Asha Negi',
        subjectId: '2026-12-25',
        values: { nameEn: 'Christmas', nameHi: 'क्रिसमस' },
      },
      {
        action: 'holiday.removed',
        userName: 'Asha Negi',
        subjectId: '2026-12-25',
        values: { nameEn: 'Christmas', nameHi: 'क्रिसमस' },
      },
    ]);
  });
});

describe('a file of holidays', () => {
  const FILE = [
    'Day,English,Hindi',
    '26-01-2026,Republic Day,गणतंत्र दिवस',
    '25/12/2026,"Christmas, all day",क्रिसमस',
    '2026-12-01,Founding day,',
    '',
  ].join('\r\n');

  test('is shown before it is taken in, and showing it adds nothing', async () => {
    await add('2026-12-25');
    expect((await bring(FILE, '?preview=true')).json()).toEqual({
      preview: true,
      added: [{ day: '2026-12-01', name: 'Founding day', nameEn: 'Founding day', nameHi: 'Founding day' }],
      standing: 1,
      past: 1,
    });
    expect(await daysOf(2026)).toEqual([['2026-12-25', 'Christmas']]);
  });

  test('adds what is ahead and new, once, with one line in the audit log', async () => {
    const first = await bring(FILE);
    expect([first.statusCode, first.json()]).toMatchObject([201, { preview: false, standing: 0, past: 1 }]);
    expect(await daysOf(2026)).toEqual([
      ['2026-12-01', 'Founding day'],
      ['2026-12-25', 'Christmas, all day'],
    ]);
    expect((await bring(FILE)).json()).toEqual({ preview: false, added: [], standing: 2, past: 1 });
    expect(await audited()).toEqual([
      {
        action: 'holiday.imported',
        userName: 'Asha Negi',
        subjectId: null,
        values: { '2026-12-01': 'Founding day', '2026-12-25': 'Christmas, all day' },
      },
    ]);
  });

  test.each([
    ['Day,Name\n', 400, 'HOLIDAY_FILE_EMPTY', 'There is no holiday in this file.'],
    ['2026-12-25,"Christmas', 400, 'HOLIDAY_FILE_QUOTE', 'A quotation mark in this file is opened and never closed.'],
    [
      '2026-12-25,Christmas\n31-11-2026,No such day',
      422,
      'HOLIDAY_LINE_DAY',
      'Line 2: “31-11-2026” is no day. Write it like 2027-01-26 or 26-01-2027.',
    ],
    ['Day,Name\n\n2026-12-25,', 422, 'HOLIDAY_LINE_NAME', 'Line 3 has no name that can be shown.'],
    [
      '2026-12-25,Christmas\n25-12-2026,Christmas',
      422,
      'HOLIDAY_LINE_TWICE',
      'Line 2: 2026-12-25 stands in line 1 already.',
    ],
    ['2026-12-25,a,b,c', 422, 'HOLIDAY_LINE_COLUMNS', 'Line 1 has more than a day and two names.'],
    [`2026-12-25,${'x'.repeat(81)}`, 422, 'HOLIDAY_NAME_LONG', 'The name in line 1 is longer than 80 letters.'],
  ])('%j is refused whole, with the line and the reason', async (csv, status, code, detail) => {
    expect((await bring(csv)).json()).toMatchObject({ status, code, detail, fields: [{ path: 'csv' }] });
    expect(await daysOf(2026)).toEqual([]);
  });
});
