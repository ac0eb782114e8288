// Each of these gets a clear sentence in English and in Hindi, is refused whole, and changes nothing.

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applicant } from '../society/open-society.ts';
import { type Expected, everything, refusedInBoth, refusedWhole } from './refused-whole.ts';
import {
  badInBooks,
  type LoggedIn,
  MEMBER_PASSWORD,
  must,
  openForBusiness,
  type Person,
  type SocietyInBusiness,
} from './society-in-business.ts';

let society: SocietyInBusiness;
let asha: Person;
let bina: Person;
beforeAll(async () => {
  society = await openForBusiness();
  asha = await society.admitActive('5000.00');
  bina = await society.admitActive('5000.00');
});
afterAll(async () => {
  expect(await badInBooks(society)).toEqual([]);
  await society.close();
});

let keys = 0;
const key = () => {
  keys += 1;
  return `bad-input-key-${String(keys).padStart(6, '0')}`;
};
const sending =
  (
    who: Pick<LoggedIn, 'inject'>,
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    body?: unknown,
    idempotencyKey = key(),
  ) =>
  (language: 'en' | 'hi') =>
    who.inject({
      method,
      url,
      headers: { 'accept-language': language, 'idempotency-key': idempotencyKey },
      // A text is sent as it is, so that it can be no JSON at all.
      ...(body === undefined ? {} : typeof body === 'string' ? { payload: body } : { payload: body as object }),
      ...(typeof body === 'string'
        ? {
            headers: {
              'accept-language': language,
              'idempotency-key': idempotencyKey,
              'content-type': 'application/json',
            },
          }
        : {}),
    });
const refused = (
  who: Pick<LoggedIn, 'inject'>,
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  body: unknown,
  expected: Expected,
) => refusedWhole(society, sending(who, method, url, body), expected);

const FORM = { status: 400, code: 'VALIDATION_FAILED' } as const;

describe('an amount', () => {
  const amounts: [string, unknown, string][] = [
    ['three decimals', '10.000', 'MONEY_MALFORMED'],
    ['one decimal', '10.5', 'MONEY_MALFORMED'],
    ['no decimals', '10', 'MONEY_MALFORMED'],
    ['a minus sign', '-10.00', 'MONEY_MALFORMED'],
    ['a plus sign', '+10.00', 'MONEY_MALFORMED'],
    ['an exponent', '1e3', 'MONEY_MALFORMED'],
    ['an exponent with decimals', '1.00e3', 'MONEY_MALFORMED'],
    ['a float', 10.5, 'WRONG_TYPE'],
    ['a whole number', 10, 'WRONG_TYPE'],
    ['Devanagari digits', '१०.००', 'MONEY_MALFORMED'],
    ['commas', '1,000.00', 'MONEY_MALFORMED'],
    ['a blank', ' 10.00', 'MONEY_MALFORMED'],
    ['a leading zero', '010.00', 'MONEY_MALFORMED'],
    ['nothing', '', 'MONEY_MALFORMED'],
    ['zero', '0.00', 'MONEY_ZERO'],
    ['65 digits', `${'9'.repeat(65)}.00`, 'TOO_LONG'],
    ['more than the books can hold', `${'9'.repeat(30)}.00`, 'MONEY_TOO_LARGE'],
    ['null', null, 'WRONG_TYPE'],
  ];
  test.each(amounts)('with %s is refused wherever money is written', async (_what, amount, fieldCode) => {
    const before = await everything(society);
    const acts: [Pick<LoggedIn, 'inject'>, string, (amount: unknown) => unknown, string][] = [
      [
        society.cashier,
        '/api/receipts',
        (asked) => ({
          memberId: asha.memberId,
          lines: [{ kind: 'savings', depositId: asha.depositId, amount: asked }],
          mode: 'cash',
        }),
        'lines.0.amount',
      ],
      [
        society.cashier,
        `/api/deposits/${asha.depositId}/withdrawals`,
        (asked) => ({ amount: asked, mode: 'cash' }),
        'amount',
      ],
      [
        asha.signedIn,
        `/api/deposits/${asha.depositId}/transfers`,
        (asked) => ({ amount: asked, to: { kind: 'shares' } }),
        'amount',
      ],
      [
        society.accountant,
        '/api/vouchers',
        (asked) => ({
          kind: 'expense',
          narration: 'Stamps',
          lines: [
            { accountCode: '5203', side: 'debit', amount: asked },
            { accountCode: '1201', side: 'credit', amount: asked },
          ],
        }),
        'lines.0.amount',
      ],
    ];
    for (const [who, url, body, field] of acts) {
      await refusedInBoth(sending(who, 'POST', url, body(amount)), { ...FORM, field, fieldCode });
      await refusedInBoth(sending(who, 'POST', `${url}?preview=true`, body(amount)), { ...FORM, field, fieldCode });
    }
    expect(await everything(society)).toEqual(before);
  });

  test('in a count of cash or a setting is as strict', async () => {
    const till = `/api/till-sessions/${society.tillSessionId}/closing`;
    await refused(
      society.cashier,
      'POST',
      till,
      { count: { '500.00': 1.5 }, toVault: '0.00' },
      { ...FORM, field: 'count.500.00' },
    );
    await refused(
      society.cashier,
      'POST',
      till,
      { count: { '500.00': -1 }, toVault: '0.00' },
      { ...FORM, field: 'count.500.00' },
    );
    await refused(
      society.cashier,
      'POST',
      till,
      { count: { '३००.००': 1 }, toVault: '0.00' },
      { status: 400, code: 'MONEY_MALFORMED' },
    );
    await refused(
      society.administrator,
      'PUT',
      '/api/settings/limit.withdrawalApproval',
      { value: '100.0', effectiveFrom: '2026-11-30' },
      { status: 400, code: 'MONEY_MALFORMED' },
    );
  });
});

describe('a day that is none', () => {
  test.each([
    '2026-02-30',
    '2026-13-01',
    '2027-02-29',
    '30-11-2026',
    '2026-11-3',
    '२०२६-११-३०',
    '2026-11-30T00:00:00Z',
  ])('%s is refused as a birth date, a value date, a status date and a question', async (day) => {
    const code = day.length > 10 ? 'TOO_LONG' : 'DAY_MALFORMED';
    const form = (field: string) => ({ ...FORM, field, fieldCode: code });
    await refused(
      society.cashier,
      'POST',
      '/api/admin/member-requests',
      { ...applicant(900), dateOfBirth: day },
      form('dateOfBirth'),
    );
    const [nominee] = applicant(900).nominees;
    await refused(
      society.cashier,
      'POST',
      '/api/admin/member-requests',
      { ...applicant(900), nominees: [{ ...nominee, dateOfBirth: day }] },
      form('nominees.0.dateOfBirth'),
    );
    await refused(
      society.accountant,
      'POST',
      '/api/vouchers',
      {
        kind: 'expense',
        narration: 'Stamps',
        valueOn: day,
        lines: [
          { accountCode: '5203', side: 'debit', amount: '10.00' },
          { accountCode: '1201', side: 'credit', amount: '10.00' },
        ],
      },
      form('valueOn'),
    );
    await refused(
      society.manager,
      'POST',
      `/api/members/${asha.memberId}/status-changes`,
      { toStatus: 'suspended', reason: 'A day that is none', effectiveOn: day },
      form('effectiveOn'),
    );
    await refused(society.accountant, 'GET', `/api/day-book?on=${encodeURIComponent(day)}`, undefined, form('on'));
  });
});

describe('somebody who applies', () => {
  const walkIn = (change: object, expected: Expected) =>
    refused(society.cashier, 'POST', '/api/admin/member-requests', { ...applicant(901), ...change }, expected);
  const nominee = (share: string, name = 'One') => ({
    name,
    relation: 'sister',
    dateOfBirth: '1990-01-01',
    sharePercent: share,
  });

  test.each([
    ['99 %', [nominee('60.00'), nominee('39.00', 'Two')]],
    ['101 %', [nominee('60.00'), nominee('41.00', 'Two')]],
    ['99.99 %', [nominee('33.33'), nominee('33.33', 'Two'), nominee('33.33', 'Three')]],
  ])('with nominees of %s together', async (_what, nominees) => {
    await walkIn({ nominees }, { status: 400, code: 'NOMINEE_SHARES_NOT_WHOLE', field: 'nominees' });
  });

  test('with a minor nominee and no guardian', async () => {
    const child = { ...nominee('100.00'), dateOfBirth: '2020-01-01' };
    await walkIn(
      { nominees: [child] },
      {
        status: 400,
        code: 'NOMINEE_GUARDIAN_REQUIRED',
        field: 'nominees.0.guardianName',
      },
    );
  });

  test('with an Aadhaar that fails its check digit; of a right one only the last four digits are kept', async () => {
    await walkIn({ aadhaar: '234567890123' }, { status: 400, code: 'AADHAAR_FORM', field: 'aadhaar' });
    // One digit wrong, and two neighbours exchanged: what people really do.
    const right = '234123412346';
    await walkIn({ aadhaar: '234123412345' }, { status: 400, code: 'AADHAAR_FORM', field: 'aadhaar' });
    await walkIn({ aadhaar: '324123412346' }, { status: 400, code: 'AADHAAR_FORM', field: 'aadhaar' });

    const body = { ...applicant(902), aadhaar: right };
    const taken = must(await society.send(society.cashier, 'POST', '/api/admin/member-requests', body), 201);
    const { platform } = society;
    const row = await platform.database
      .selectFrom('membership_application')
      .selectAll()
      .where('trackingNumber', '=', taken.json().trackingNumber)
      .executeTakeFirstOrThrow();
    expect(row.aadhaarLastFour).toBe('2346');
    const [main] = await platform.dialect.all<{ file: string }>(platform.database, 'PRAGMA database_list');
    for (const file of [main?.file ?? '', `${main?.file}-wal`]) {
      expect(readFileSync(file).includes(right)).toBe(false);
    }
    expect(society.logged.join('\n')).not.toContain(right);
  });

  test('with an e-mail or PAN that a member has: staff are told who; a stranger is told nothing and staff see a flag', async () => {
    const known = { email: 'kamla@society.example', pan: 'ABCPE1234F' };
    const first = { ...applicant(903), ...known };
    const taken = await society.send(society.cashier, 'POST', '/api/admin/member-requests', first);
    const { trackingNumber } = must(taken, 201).json();
    const found = await society.send(society.manager, 'GET', `/api/admin/member-requests?q=${trackingNumber}`);
    const { id } = must(found, 200).json().items[0];
    const member = must(
      await society.send(society.manager, 'PUT', `/api/admin/member-requests/${id}/approve`, { acceptFlags: true }),
      200,
    ).json();

    const email = await walkIn(
      { email: 'Kamla@Society.example' },
      { status: 409, code: 'EMAIL_TAKEN', field: 'email' },
    );
    expect(email.detail).toContain(member.memberNumber);
    const pan = await walkIn({ pan: 'abcpe1234f' }, { status: 409, code: 'PAN_TAKEN', field: 'pan' });
    expect(pan.detail).toContain(member.memberNumber);

    // The public form takes both and says to each what it says to everybody.
    const online = async (change: object) => {
      const payload = { ...applicant(904), consent: true, ...change };
      return must(await society.inject({ method: 'POST', url: '/api/members/register', payload }), 201);
    };
    const fresh = await online({ phone: '9611111111', name: 'Quite Unknown' });
    const copied = await online({ phone: '9611111112', name: 'Somebody Else', ...known });
    expect(Object.keys(copied.json())).toEqual(Object.keys(fresh.json()));
    expect({ ...copied.json(), trackingNumber: '' }).toEqual({ ...fresh.json(), trackingNumber: '' });

    const flagged = must(
      await society.send(society.manager, 'GET', `/api/admin/member-requests?q=${copied.json().trackingNumber}`),
      200,
    ).json().items[0];
    const seen = must(
      await society.send(society.manager, 'GET', `/api/admin/member-requests/${flagged.id}`),
      200,
    ).json();
    expect(seen.flagged.map(({ code }: { code: string }) => code)).toEqual(
      expect.arrayContaining(['EMAIL_TAKEN', 'PAN_TAKEN']),
    );
    expect(seen.flagged[0].memberNumber).toBe(member.memberNumber);
    await refused(
      society.manager,
      'PUT',
      `/api/admin/member-requests/${flagged.id}/approve`,
      { acceptFlags: true },
      { status: 409, code: 'EMAIL_TAKEN' },
    );
  });

  test('with the phone of another member: warned, allowed with a reason, and no log-in name', async () => {
    const shared = must(await society.send(society.manager, 'GET', `/api/members/${asha.memberId}`), 200).json().phone;
    const warned = await walkIn({ phone: shared }, { status: 409, code: 'PHONE_SHARED', field: 'phoneSharedReason' });
    expect(warned.detail).toContain(asha.memberNumber);

    const body = { ...applicant(905), phone: shared, phoneSharedReason: 'The family has one phone' };
    const taken = must(await society.send(society.cashier, 'POST', '/api/admin/member-requests', body), 201).json();
    const waiting = must(
      await society.send(society.manager, 'GET', `/api/admin/member-requests?q=${taken.trackingNumber}`),
      200,
    ).json().items[0];
    const member = must(
      await society.send(society.manager, 'PUT', `/api/admin/member-requests/${waiting.id}/approve`, {
        acceptFlags: true,
      }),
      200,
    ).json();
    expect(member.loginNames).toEqual([member.memberNumber]);
    const payload = {
      identifier: member.memberNumber,
      code: member.oneTimeCode,
      newPassword: 'the family shares one phone',
    };
    must(await society.inject({ method: 'POST', url: '/api/auth/password/reset', payload }), 200);
    const byPhone = await society.logIn('member', { identifier: shared, password: 'the family shares one phone' });
    expect(byPhone.statusCode).toBe(401);
  });

  test('with less than the age of majority, born tomorrow, or with a phone or post code that is none', async () => {
    await walkIn({ dateOfBirth: '2015-01-01' }, { status: 422, code: 'APPLICANT_UNDER_AGE', field: 'dateOfBirth' });
    await walkIn({ dateOfBirth: '2026-12-01' }, { status: 400, code: 'BIRTH_DATE_LATER', field: 'dateOfBirth' });
    await walkIn({ phone: '12345' }, { status: 400, code: 'PHONE_FORM', field: 'phone' });
    await walkIn({ postalCode: '12' }, { status: 400, code: 'POSTAL_CODE_FORM', field: 'postalCode' });
    await walkIn({ pan: 'ABCDE12345' }, { status: 400, code: 'PAN_FORM', field: 'pan' });
    await walkIn({ email: 'nobody' }, { status: 400, code: 'EMAIL_FORM', field: 'email' });
  });
});

describe('a request', () => {
  test('with a key nobody knows, in body or question, is refused and says which', async () => {
    const form = (field: string) => ({ ...FORM, field, fieldCode: 'UNKNOWN_KEY' });
    const line = { kind: 'savings', depositId: asha.depositId, amount: '10.00' };
    const receipt = { memberId: asha.memberId, lines: [line], mode: 'cash' };
    await refused(society.cashier, 'POST', '/api/receipts', { ...receipt, isAdmin: true }, form('isAdmin'));
    const deeper = { ...receipt, lines: [{ ...line, discount: '1.00' }] };
    await refused(society.cashier, 'POST', '/api/receipts', deeper, form('lines.0.discount'));
    await refused(society.manager, 'GET', '/api/members?colour=green', undefined, form('colour'));
    await refused(asha.signedIn, 'PUT', '/api/members/profile', { status: 'active', version: 1 }, form('status'));
  });

  test('with a key twice, in the body, too deep, or no JSON at all is refused', async () => {
    const post = (body: string, code: string) =>
      refused(asha.signedIn, 'POST', '/api/notifications/read', body, { status: 400, code });
    await post('{"all":true,"all":true}', 'JSON_KEY_REPEATED');
    await post('{"all":', 'JSON_MALFORMED');
    await post('{"__proto__":{"all":true}}', 'JSON_MALFORMED');
    await post(`${'['.repeat(200)}${']'.repeat(200)}`, 'JSON_TOO_DEEP');
    await post('{"ids":["\\ud800"]}', 'TEXT_NOT_WELL_FORMED');
  });

  test('for a page of a million is refused by every list', async () => {
    const document = (await society.inject({ url: '/api/openapi.json' })).json();
    const lists = Object.entries<{ get?: { parameters: { name: string; in: string; required?: boolean }[] } }>(
      document.paths,
    ).flatMap(([path, { get }]) => (get?.parameters.some(({ name }) => name === 'limit') ? [{ path, get }] : []));
    expect(lists.length).toBeGreaterThan(15);
    const agent = await society.staff('agent');
    const before = await everything(society);
    for (const { path, get } of lists) {
      // Nobody but an agent has a round of their own.
      const who = path.startsWith('/api/collections/own') ? agent : society.administrator;
      const url = path.replace('{id}', asha.depositId).replace('{code}', '1201');
      const needed = get.parameters.some(({ name, required }) => name === 'on' && required) ? '&on=2026-11-30' : '';
      for (const limit of ['1000000', '201', '0', '-1', '5.5', '1e3', '५']) {
        const asking = sending(who, 'GET', `${url}?limit=${encodeURIComponent(limit)}${needed}`);
        await refusedInBoth(asking, { ...FORM, field: 'limit' });
      }
    }
    expect(await everything(society)).toEqual(before);
  });

  test('with a body of 4 MiB is refused before it is read, whoever sends it', async () => {
    const body = JSON.stringify({ identifier: 'x'.repeat(4 * 1_024 * 1_024) });
    for (const [who, url] of [
      [society, '/api/auth/member/login'],
      [society.cashier, '/api/receipts'],
    ] as const) {
      await refused(who, 'POST', url, body, { status: 413, code: 'BODY_TOO_LARGE' });
    }
  });

  test('that is no JSON is refused', async () => {
    const before = await everything(society);
    const answer = await society.inject({
      method: 'POST',
      url: '/api/auth/member/login',
      headers: { 'content-type': 'application/xml' },
      payload: '<identifier/>',
    });
    expect({ status: answer.statusCode, code: answer.json().code }).toEqual({
      status: 415,
      code: 'MEDIA_TYPE_UNSUPPORTED',
    });
    expect(await everything(society)).toEqual(before);
  });
});

describe('money', () => {
  const withdrawal = (person: Person, amount: string, expected: Expected) =>
    refused(
      society.cashier,
      'POST',
      `/api/deposits/${person.depositId}/withdrawals`,
      { amount, mode: 'cash' },
      expected,
    );

  test('below the floor of an account is not paid out, and says how much there is', async () => {
    // 5,000.00 with a floor of 100.00.
    const low = await withdrawal(asha, '4900.01', { status: 422, code: 'BALANCE_TOO_LOW' });
    expect(low.detail).toMatch(/4,?900\.00/);
    await refused(
      asha.signedIn,
      'POST',
      `/api/deposits/${asha.depositId}/transfers`,
      { amount: '4900.01', to: { kind: 'deposit', accountNumber: bina.depositNumber } },
      { status: 422, code: 'BALANCE_TOO_LOW' },
    );
  });

  test('that the till does not hold is not paid out', async () => {
    const rich = await society.admitActive();
    const line = { kind: 'savings', depositId: rich.depositId, amount: '900000.00' };
    must(
      await society.send(society.cashier, 'POST', '/api/receipts', {
        memberId: rich.memberId,
        lines: [line],
        mode: 'bank',
        reference: 'NEFT-900',
      }),
      201,
    );
    await society.changeSetting('limit.withdrawalApproval', '10000000.00');
    await withdrawal(rich, '800000.00', { status: 422, code: 'TILL_CASH_TOO_LOW' });
  });

  test('under a hold, of a suspended member, or with a reference that was used does not move', async () => {
    const held = await society.admitActive('1000.00');
    const hold = { kind: 'hold', amount: '800.00', reason: 'Order of the court' };
    const asked = await society.send(society.manager, 'POST', `/api/deposits/${held.depositId}/restrictions`, hold);
    const { approvalId } = must(asked, 202).json();
    must(await society.send(society.committee, 'POST', `/api/approvals/${approvalId}/approval`, {}), 200);
    await withdrawal(held, '200.00', { status: 422, code: 'BALANCE_TOO_LOW' });
    await society.changeStatus(held.memberId, 'suspended');
    await withdrawal(held, '10.00', { status: 422, code: 'MEMBER_MONEY_OUT' });
    const upi = {
      memberId: asha.memberId,
      lines: [{ kind: 'savings', depositId: asha.depositId, amount: '10.00' }],
      mode: 'upi',
      reference: 'UTR 4711',
    };
    must(await society.send(society.cashier, 'POST', '/api/receipts', upi), 201);
    await refused(
      society.cashier,
      'POST',
      '/api/receipts',
      { ...upi, reference: 'utr-4711' },
      { status: 409, code: 'REFERENCE_USED', field: 'reference' },
    );
  });

  test('a reversal cannot be reversed, and nothing is reversed twice', async () => {
    const receiptId = await society.deposit(bina, '300.00');
    const { entryId } = must(await society.send(society.cashier, 'GET', `/api/receipts/${receiptId}`), 200).json();
    const reverse = (id: string, reason = 'Typed for the wrong person') =>
      society.send(society.manager, 'POST', `/api/journal-entries/${id}/reversal`, { reason });
    const reversal = must(await reverse(entryId), 201).json();
    const body = { reason: 'A second thought' };
    await refused(society.manager, 'POST', `/api/journal-entries/${reversal.entryId}/reversal`, body, {
      status: 409,
      code: 'REVERSAL_OF_REVERSAL',
    });
    await refused(society.manager, 'POST', `/api/journal-entries/${entryId}/reversal`, body, {
      status: 409,
      code: 'ENTRY_REVERSED_ALREADY',
    });
  });

  test('the same key with another body is refused; with the same body it gives the first answer again', async () => {
    const url = '/api/receipts';
    const body = (amount: string) => ({
      memberId: bina.memberId,
      lines: [{ kind: 'savings', depositId: bina.depositId, amount }],
      mode: 'cash',
    });
    const own = key();
    const first = must(await sending(society.cashier, 'POST', url, body('20.00'), own)('en'), 201);
    await refusedWhole(society, sending(society.cashier, 'POST', url, body('21.00'), own), {
      status: 422,
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    const before = await everything(society);
    const again = await sending(society.cashier, 'POST', url, body('20.00'), own)('en');
    expect([again.statusCode, again.body, again.headers['idempotency-replayed']]).toEqual([201, first.body, 'true']);
    expect(await everything(society)).toEqual(before);
    for (const [given, code] of [
      [undefined, 'IDEMPOTENCY_KEY_REQUIRED'],
      ['short', 'IDEMPOTENCY_KEY_MALFORMED'],
      ['x'.repeat(65), 'IDEMPOTENCY_KEY_MALFORMED'],
    ] as const) {
      await refusedWhole(
        society,
        (language) =>
          society.cashier.inject({
            method: 'POST',
            url,
            headers: { 'accept-language': language, ...(given === undefined ? {} : { 'idempotency-key': given }) },
            payload: body('20.00'),
          }),
        { status: 400, code },
      );
    }
  });

  test('an object of somebody else answers as if it did not exist', async () => {
    const asking = (id: string) => sending(bina.signedIn, 'GET', `/api/deposits/${id}`)('en');
    const [foreign, missing] = [await asking(asha.depositId), await asking('999999')];
    expect(foreign.statusCode).toBe(404);
    expect({ ...foreign.json(), requestId: '' }).toEqual({ ...missing.json(), requestId: '' });
    await refused(
      bina.signedIn,
      'POST',
      `/api/deposits/${asha.depositId}/transfers`,
      { amount: '10.00', to: { kind: 'shares' } },
      { status: 404, code: 'DEPOSIT_UNKNOWN' },
    );
  });
});

describe('a closed day', () => {
  test('takes no posting', async () => {
    const own = await openForBusiness();
    const person = await own.admitActive('500.00');
    const closing = { count: { '500.00': 200, '100.00': 8, '50.00': 1, '20.00': 1, '5.00': 1 }, toVault: '0.00' };
    const expected = must(await own.send(own.cashier, 'GET', '/api/till-sessions/current'), 200).json().session
      .expectedCash;
    expect(expected).toBe('100875.00');
    must(await own.send(own.cashier, 'POST', `/api/till-sessions/${own.tillSessionId}/closing`, closing), 201);
    must(await own.send(own.accountant, 'POST', '/api/business-days/2026-11-30/closing'), 200);
    await refusedWhole(own, sending(own.accountant, 'POST', '/api/business-days/2026-11-30/closing'), {
      status: 409,
      code: 'BUSINESS_DAY_CLOSED',
    });
    // The next day is open; it is closed under the hands of whoever is posting.
    const must201 = await own.send(own.cashier, 'POST', `/api/tills/${own.tillId}/sessions`, {
      count: closing.count,
      fromVault: '0.00',
    });
    must(must201, 201);
    await own.platform.transact((trx) => trx.updateTable('business_day').set({ status: 'closed' }).execute());
    const body = { memberId: person.memberId, lines: [{ kind: 'shares', amount: '10.00' }], mode: 'cash' };
    await refusedWhole(own, sending(own.cashier, 'POST', '/api/receipts', body), {
      status: 409,
      code: 'BUSINESS_DAY_CLOSED',
    });
    await own.close();
  });
});

test('a log-in whose words are wrong says the same for everybody', async () => {
  const wrong = (identifier: string) => (language: 'en' | 'hi') =>
    society.inject({
      method: 'POST',
      url: '/api/auth/member/login',
      headers: { 'accept-language': language },
      payload: { identifier, password: `${MEMBER_PASSWORD}!` },
    });
  const expected = { status: 401, code: 'LOGIN_WRONG' };
  const [known, unknown] = [
    await refusedInBoth(wrong(asha.memberNumber), expected),
    await refusedInBoth(wrong('nobody'), expected),
  ];
  expect({ ...known, requestId: '' }).toEqual({ ...unknown, requestId: '' });
});
