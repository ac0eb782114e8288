import { calendarDate } from '@kafal/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type SignedIn, type TestApp } from '../../platform/http/test-app.ts';
import { societyFeatures } from '../setup/test-features.ts';
import { setUpTestSociety } from '../setup/test-society.ts';
import { changeSetting } from '../society/test-settings.ts';
import { admitMember, applicantBody } from './test-members.ts';

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

const post = (url: string, payload: object, language = 'en') =>
  kafal.inject({ method: 'POST', url, payload, headers: { 'accept-language': language } });
const apply = (change: object = {}) => post('/api/members/register', { ...applicantBody(), consent: true, ...change });
const walkIn = (change: object = {}) =>
  clerk.inject({ method: 'POST', url: '/api/admin/member-requests', payload: { ...applicantBody(), ...change } });
const look = (trackingNumber: string, phone: string) => post('/api/members/register/status', { trackingNumber, phone });
const applications = () =>
  kafal.platform.database.selectFrom('membership_application').selectAll().orderBy('id').execute();
const waiting = async () =>
  (await manager.inject({ url: '/api/admin/member-requests?status=all&sort=submittedAt' })).json().items;

// The check digit of the second is wrong.
const AADHAAR = '2345 6789 0124';
const WRONG_AADHAAR = '2345 6789 0123';
const PAN = 'ABCPE1234F';

describe('the public form', () => {
  test('answers a tracking number of ten letters and digits that cannot be mistaken for each other', async () => {
    const answer = await apply();
    expect([answer.statusCode, answer.json()]).toEqual([
      201,
      { trackingNumber: expect.stringMatching(/^[2-9A-HJKMNP-Z]{10}$/), status: 'submitted' },
    ]);
    const [application] = await applications();
    expect(application).toMatchObject({
      source: 'online',
      status: 'submitted',
      phone: expect.stringMatching(/^\+9198/),
    });
    expect(await kafal.platform.database.selectFrom('outbox').select(['name', 'audience']).execute()).toEqual([
      { name: 'application.submitted', audience: 'staff' },
    ]);
  });

  test('sent again under its key, because the answer was lost, it is the same application', async () => {
    const payload = { ...applicantBody(), aadhaar: AADHAAR, consent: true };
    const send = (body: object, key: string) =>
      kafal.inject({
        method: 'POST',
        url: '/api/members/register',
        payload: body,
        headers: { 'idempotency-key': key },
      });
    const first = await send(payload, 'key-of-one-application');
    const again = await send(payload, 'key-of-one-application');
    expect([again.statusCode, again.headers['idempotency-replayed'], again.json()]).toEqual([
      201,
      'true',
      first.json(),
    ]);
    expect(await applications()).toHaveLength(1);

    const changed = await send({ ...payload, name: 'Somebody Else' }, 'key-of-one-application');
    expect([changed.statusCode, changed.json().code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    expect((await send(payload, 'short')).json().code).toBe('IDEMPOTENCY_KEY_MALFORMED');
    expect(await applications()).toHaveLength(1);
  });

  test('keeps four digits of an Aadhaar number and seals a PAN', async () => {
    await apply({ pan: 'abcpe1234f', aadhaar: AADHAAR });
    const [application] = await applications();
    expect(application).toMatchObject({ aadhaarLastFour: '0124', panMasked: 'ABCxxxxx4F' });
    const everything =
      JSON.stringify(await applications()) +
      JSON.stringify(await kafal.platform.database.selectFrom('audit').selectAll().execute());
    expect(everything).not.toContain(PAN);
    expect(everything).not.toContain(AADHAAR.replaceAll(' ', ''));
    expect(kafal.logged.join('')).not.toContain(PAN);
  });

  test('takes what may be a duplicate, tells the stranger nothing, and flags it to staff', async () => {
    const known = await admitMember(
      kafal.platform,
      { clerk, manager },
      {
        name: 'Kamla Negi',
        dateOfBirth: '1970-05-05',
        phone: '9811555555',
        email: 'kamla@example.org',
        pan: PAN,
      },
    );
    const answer = await apply({
      name: 'Kamla Negi',
      dateOfBirth: '1970-05-05',
      phone: '98115 55555',
      email: 'Kamla@Example.org',
      pan: PAN,
    });
    const other = await apply();
    expect([answer.statusCode, Object.keys(answer.json())]).toEqual([other.statusCode, Object.keys(other.json())]);

    const [, flagged] = (await waiting()).filter(
      ({ source }: { source: string }) => source === 'counter' || source === 'online',
    );
    expect(flagged).toMatchObject({ name: 'Kamla Negi', flags: 4 });
    const view = (await manager.inject({ url: `/api/admin/member-requests/${flagged.id}` })).json();
    expect(view.flagged.map(({ code, memberNumber }: Record<string, string>) => [code, memberNumber])).toEqual([
      ['EMAIL_TAKEN', known.memberNumber],
      ['PAN_TAKEN', known.memberNumber],
      ['PHONE_SHARED', known.memberNumber],
      ['SAME_NAME_AND_BIRTH_DATE', known.memberNumber],
    ]);
    expect(view.flagged[0].detail).toBe('Member M-2026-0001 has this e-mail address already.');
  });

  test('flags a second application of the same person', async () => {
    await apply({ email: 'twice@example.org' });
    await apply({ email: 'Twice@example.org' });
    expect((await waiting()).map(({ flags }: { flags: number }) => flags)).toEqual([0, 1]);
  });

  const nominee = { name: 'Ravi', relation: 'son', dateOfBirth: '2000-01-01', sharePercent: '50.00' };
  test.each([
    [
      'nominees that share 99 %',
      { nominees: [nominee, { ...nominee, sharePercent: '49.00' }] },
      400,
      'NOMINEE_SHARES_NOT_WHOLE',
      'nominees',
    ],
    [
      'nominees that share 150 %',
      { nominees: [nominee, nominee, nominee] },
      400,
      'NOMINEE_SHARES_NOT_WHOLE',
      'nominees',
    ],
    [
      'a nominee with no share',
      {
        nominees: [
          { ...nominee, sharePercent: '00.00' },
          { ...nominee, sharePercent: '100.00' },
        ],
      },
      400,
      'NOMINEE_SHARE_MALFORMED',
      'nominees.0.sharePercent',
    ],
    [
      'a share that is not written as one',
      { nominees: [{ ...nominee, sharePercent: '100' }] },
      400,
      'PERCENT_FORM',
      'nominees.0.sharePercent',
    ],
    ['no nominee', { nominees: [] }, 400, 'TOO_FEW_ITEMS', 'nominees'],
    [
      'a nominee under age without a guardian',
      { nominees: [{ ...nominee, dateOfBirth: '2015-01-01', sharePercent: '100.00' }] },
      400,
      'NOMINEE_GUARDIAN_REQUIRED',
      'nominees.0.guardianName',
    ],
    [
      'a nominee not yet born',
      { nominees: [{ ...nominee, dateOfBirth: '2026-12-01', sharePercent: '100.00' }] },
      400,
      'NOMINEE_BORN_LATER',
      'nominees.0.dateOfBirth',
    ],
    [
      'a nominee’s phone that is none',
      { nominees: [{ ...nominee, sharePercent: '100.00', phone: '12345' }] },
      400,
      'PHONE_FORM',
      'nominees.0.phone',
    ],
    ['30 February', { dateOfBirth: '1988-02-30' }, 400, 'DAY_MALFORMED', 'dateOfBirth'],
    ['a birth still to come', { dateOfBirth: '2026-12-01' }, 400, 'BIRTH_DATE_LATER', 'dateOfBirth'],
    ['a regular member under age', { dateOfBirth: '2010-01-01' }, 422, 'APPLICANT_UNDER_AGE', 'dateOfBirth'],
    ['an Aadhaar number with a wrong check digit', { aadhaar: WRONG_AADHAAR }, 400, 'AADHAAR_FORM', 'aadhaar'],
    ['a PAN that is none', { pan: 'ABCDE12345' }, 400, 'PAN_FORM', 'pan'],
    ['a phone that is none', { phone: '12345' }, 400, 'PHONE_FORM', 'phone'],
    ['an e-mail that is none', { email: 'sunita@' }, 400, 'EMAIL_FORM', 'email'],
    ['a postal code that is none', { postalCode: '048001' }, 400, 'POSTAL_CODE_FORM', 'postalCode'],
    ['a key nobody knows', { role: 'administrator' }, 400, 'UNKNOWN_KEY', 'role'],
    [
      'a nominee with a key nobody knows',
      { nominees: [{ ...nominee, sharePercent: '100.00', share: 1 }] },
      400,
      'UNKNOWN_KEY',
      'nominees.0.share',
    ],
    ['no consent', { consent: false }, 400, 'NOT_ONE_OF', 'consent'],
    ['a name of control characters', { name: 'Sunita\u0007Devi' }, 400, 'TEXT_CONTROL_CHARACTERS', 'name'],
    ['a name that reads backwards', { name: 'Sunita \u202eiveD' }, 400, 'TEXT_CONTROL_CHARACTERS', 'name'],
    ['a name of unseen letters', { name: '\u200b\u200e\ufeff' }, 400, 'TEXT_TOO_SHORT', 'name'],
    ['a name as a number', { name: 42 }, 400, 'WRONG_TYPE', 'name'],
    ['an account nobody offers', { accountType: 'offshore' }, 400, 'NOT_ONE_OF', 'accountType'],
  ])('refuses %s whole and changes nothing', async (_what, change, status, code, field) => {
    const answer = await apply(change);
    expect([answer.statusCode, answer.json().fields?.[0]?.path, answer.json().fields?.[0]?.code]).toEqual([
      status,
      field,
      code,
    ]);
    expect(answer.json().fields[0].detail).not.toBe(code);
    expect(await applications()).toEqual([]);
    expect(await kafal.platform.database.selectFrom('nominee').select('id').execute()).toEqual([]);
  });

  test('takes as many nominees as the society allows, and that is a setting', async () => {
    const tenth = { ...nominee, sharePercent: '10.00' };
    expect((await apply({ nominees: Array.from({ length: 10 }, () => tenth) })).statusCode).toBe(201);
  });

  test('refuses more nominees than the society allows', async () => {
    const administrator = await kafal.staff('administrator');
    await changeSetting(kafal.platform, administrator.actor, {
      name: 'member.maximumNominees',
      value: 1,
      effectiveFrom: calendarDate('2026-11-30'),
    });
    const answer = await apply({ nominees: [nominee, nominee] });
    expect([answer.statusCode, answer.json().code, answer.json().detail]).toEqual([
      400,
      'NOMINEES_TOO_MANY',
      'At most 1 nominees can be named.',
    ]);
  });

  test('says what is wrong in the language of its reader', async () => {
    const payload = { ...applicantBody(), consent: true, nominees: [nominee] };
    const answer = await post('/api/members/register', payload, 'hi');
    expect(answer.json().detail).toBe('नामित व्यक्तियों के भाग 50.00 % होते हैं; योग 100.00 % होना चाहिए।');
  });

  test('takes a minor who joins as one, with a guardian for the minor nominee', async () => {
    const answer = await apply({
      dateOfBirth: '2012-06-01',
      memberClass: 'minor',
      nominees: [{ ...nominee, dateOfBirth: '2015-01-01', sharePercent: '100.00', guardianName: 'Kamla Negi' }],
    });
    expect(answer.statusCode).toBe(201);
  });
});

describe('the look at one’s own application', () => {
  test('needs the tracking number and the phone, in whatever way they are written', async () => {
    const { trackingNumber } = (await apply({ phone: '9811777777' })).json();
    const typed = `${trackingNumber.slice(0, 5).toLowerCase()}-${trackingNumber.slice(5)}`;
    const answer = await look(typed, '+91 98117 77777');
    expect([answer.statusCode, answer.json()]).toEqual([
      200,
      {
        trackingNumber,
        status: 'submitted',
        submittedAt: '2026-11-30T04:30:00.000Z',
        reason: null,
        memberNumber: null,
        application: null,
        files: [],
        missing: ['photo', 'signature', 'identity_proof', 'address_proof'],
      },
    ]);
  });

  test('answers a wrong phone exactly like a number that does not exist', async () => {
    const { trackingNumber } = (await apply({ phone: '9811777777' })).json();
    const without = (answer: { statusCode: number; json(): { requestId?: string } }) => {
      const { requestId: _id, ...rest } = answer.json();
      return [answer.statusCode, rest];
    };
    const wrongPhone = without(await look(trackingNumber, '9811777778'));
    expect(wrongPhone[0]).toBe(404);
    expect(wrongPhone).toEqual(without(await look('ZZZZZZZZZZ', '9811777777')));
    expect(wrongPhone).toEqual(without(await look(trackingNumber, 'not a phone')));
  });
});

describe('an application that comes back', () => {
  const returnIt = (id: string, reason = 'The address proof is older than three months.') =>
    manager.inject({ method: 'PUT', url: `/api/admin/member-requests/${id}/return`, payload: { reason } });

  test('can be seen, corrected and sent again by its applicant alone', async () => {
    const phone = '9811888888';
    const first = applicantBody({ phone, pan: PAN, aadhaar: AADHAAR });
    const { trackingNumber } = (await post('/api/members/register', { ...first, consent: true })).json();
    const [{ id }] = await waiting();
    expect((await returnIt(id)).json()).toEqual({ done: true });
    expect((await returnIt(id)).json().code).toBe('APPLICATION_RETURNED');

    const seen = (await look(trackingNumber, phone)).json();
    expect(seen).toMatchObject({ status: 'returned', reason: 'The address proof is older than three months.' });
    expect(seen.missing).toEqual(['photo', 'signature', 'identity_proof', 'address_proof']);
    expect(seen.application).toMatchObject({ name: first.name, nominees: [{ sharePercent: '100.00' }] });
    expect(JSON.stringify(seen)).not.toMatch(/pan|aadhaar|0124|ABC/i);

    const corrected = { ...applicantBody({ phone: '9811999999', addressLine: 'House 15' }), trackingNumber };
    const stranger = await post('/api/members/register/resubmission', { ...corrected, currentPhone: '9811000001' });
    expect([stranger.statusCode, stranger.json().code]).toEqual([404, 'APPLICATION_NOT_FOUND']);
    const sent = await post('/api/members/register/resubmission', { ...corrected, currentPhone: phone });
    expect([sent.statusCode, sent.json()]).toEqual([200, { trackingNumber, status: 'submitted' }]);
    const again = await post('/api/members/register/resubmission', { ...corrected, currentPhone: '9811999999' });
    expect([again.statusCode, again.json().code]).toEqual([409, 'APPLICATION_NOT_RETURNED']);

    const [application] = await applications();
    // What was not shown and not sent again is kept.
    expect(application).toMatchObject({
      addressLine: 'House 15',
      phone: '+919811999999',
      panMasked: 'ABCxxxxx4F',
      aadhaarLastFour: '0124',
      reason: null,
    });
    const view = (await manager.inject({ url: `/api/admin/member-requests/${id}` })).json();
    expect(view.history.map(({ act }: { act: string }) => act)).toEqual(['submitted', 'returned', 'resubmitted']);
    expect(view.nominees).toHaveLength(1);
  });
});

describe('a walk-in at the counter', () => {
  test('is registered by the clerk in the same way', async () => {
    expect((await walkIn()).statusCode).toBe(201);
    const [application] = await applications();
    expect(application).toMatchObject({ source: 'counter', createdByUserId: clerk.actor.userId });
  });

  test('is refused with the member’s number when the e-mail or PAN is known', async () => {
    const { memberNumber } = await admitMember(
      kafal.platform,
      { clerk, manager },
      { email: 'known@example.org', pan: PAN },
    );
    const sameEmail = await walkIn({ email: 'KNOWN@example.org' });
    expect([sameEmail.statusCode, sameEmail.json().code, sameEmail.json().detail]).toEqual([
      409,
      'EMAIL_TAKEN',
      `Member ${memberNumber} has this e-mail address already.`,
    ]);
    const samePan = await walkIn({ pan: PAN });
    expect([samePan.statusCode, samePan.json().code, samePan.json().fields[0].path]).toEqual([409, 'PAN_TAKEN', 'pan']);
    expect(await applications()).toHaveLength(1);
  });

  test('may share a phone with a member when there is a reason', async () => {
    await admitMember(kafal.platform, { clerk, manager }, { phone: '9811666666' });
    const without = await walkIn({ phone: '9811666666' });
    expect([without.statusCode, without.json().code, without.json().fields[0].path]).toEqual([
      409,
      'PHONE_SHARED',
      'phoneSharedReason',
    ]);
    const answer = await walkIn({ phone: '9811666666', phoneSharedReason: 'Mother and daughter in one house' });
    expect(answer.statusCode).toBe(201);
  });

  test('is registered by those who may', async () => {
    const accountant = await kafal.staff('accountant');
    const request = { method: 'POST', url: '/api/admin/member-requests', payload: applicantBody() } as const;
    expect((await accountant.inject(request)).statusCode).toBe(403);
    expect((await kafal.inject(request)).statusCode).toBe(401);
    const member = await kafal.member(null);
    expect((await member.inject(request)).statusCode).toBe(403);
  });
});

describe('the list of applications', () => {
  test('shows what waits, page by page, and finds by tracking number, phone and name', async () => {
    const tracking: string[] = [];
    for (const name of ['Asha Bisht', 'Bina Rana', 'Charu Asthana']) {
      tracking.push(
        (await apply({ name, nameLocal: name === 'Bina Rana' ? 'बीना राणा' : 'चारु' })).json().trackingNumber,
      );
    }
    const list = async (query: string) => (await manager.inject({ url: `/api/admin/member-requests?${query}` })).json();
    const names = async (query: string) => (await list(query)).items.map(({ name }: { name: string }) => name);

    expect(await names('')).toEqual(['Charu Asthana', 'Bina Rana', 'Asha Bisht']);
    const page = await list('limit=2&sort=submittedAt');
    expect(page.items).toHaveLength(2);
    expect(await names(`limit=2&sort=submittedAt&cursor=${page.nextCursor}`)).toEqual(['Charu Asthana']);
    expect((await list(`sort=-submittedAt&cursor=${page.nextCursor}`)).code).toBe('CURSOR_MALFORMED');
    expect((await list('limit=1000000')).fields[0].code).toBe('NUMBER_OUT_OF_RANGE');
    expect(await names(`q=${tracking[0]}`)).toEqual(['Asha Bisht']);
    expect(await names('q=as')).toEqual(['Charu Asthana', 'Asha Bisht']);
    expect(await names(`q=${encodeURIComponent('राणा')}`)).toEqual(['Bina Rana']);
    expect(await names('q=%25')).toEqual([]);
    expect(await names('status=approved')).toEqual([]);
  });

  test('and one application is there for those who may see it', async () => {
    expect((await manager.inject({ url: '/api/admin/member-requests/999' })).json().code).toBe('APPLICATION_NOT_FOUND');
    expect((await manager.inject({ url: '/api/admin/member-requests/1e3' })).statusCode).toBe(404);
    expect((await kafal.inject({ url: '/api/admin/member-requests' })).statusCode).toBe(401);
  });
});
