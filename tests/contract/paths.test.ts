import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applicant, SOCIETY } from '../society/open-society.ts';
import { SMALL_LOAN } from './loans-of-tests.ts';
import { MEMBER_PASSWORD, must, openForBusiness, type Person, type SocietyInBusiness } from './society-in-business.ts';

let society: SocietyInBusiness;
let asha: Person;
let bina: Person;
beforeAll(async () => {
  society = await openForBusiness();
  asha = await society.admitActive('5000.00');
  bina = await society.admitActive('5000.00');
});
afterAll(() => society.close());

const refresh = (refreshToken: string) =>
  society.inject({ method: 'POST', url: '/api/auth/refresh', payload: { refreshToken } });

describe('authentication', () => {
  test('S49 POST /api/auth/member/login takes number, e-mail or phone; unknown and wrong are one answer', async () => {
    const own = await society.admitActive();
    const profile = must(await own.signedIn.inject({ url: '/api/members/profile' }), 200).json();
    const change = { version: profile.version, email: 'Sunita@Village.example' };
    must(await society.send(own.signedIn, 'PUT', '/api/members/profile', change), 200);
    const password = MEMBER_PASSWORD;
    for (const body of [
      { email: 'sunita@village.example', password },
      { identifier: own.memberNumber, password },
      { identifier: own.memberNumber.toLowerCase(), password },
      { identifier: profile.phone, password },
      { identifier: profile.phone.replace('+91', '0'), password },
      { identifier: 'SUNITA@VILLAGE.EXAMPLE', password },
    ]) {
      const tokens = must(await society.logIn('member', body), 200).json();
      expect(tokens.user).toMatchObject({ kind: 'member', memberNumber: own.memberNumber });
    }

    const wrong = await society.logIn('member', { email: 'sunita@village.example', password: `${password}!` });
    const unknown = await society.logIn('member', { email: 'nobody@village.example', password });
    const atTheWrongDoor = await society.logIn('admin', { email: 'sunita@village.example', password });
    for (const answer of [wrong, unknown, atTheWrongDoor]) {
      expect(answer.statusCode).toBe(401);
      expect({ ...answer.json(), requestId: '' }).toEqual({ ...wrong.json(), requestId: '' });
    }
    for (const body of [{ password }, { email: 'a@b.example', username: 'a', password }, { identifier: 'a' }]) {
      expect((await society.logIn('member', body)).statusCode).toBe(400);
    }
  });

  test('S50 POST /api/auth/admin/login takes username, adminId, email or identifier', async () => {
    const { username, password } = SOCIETY.administrator;
    const users = must(await society.administrator.inject({ url: `/api/admin/users?q=${username}` }), 200).json();
    const { id, version } = users.items[0];
    const payload = { email: 'asha@society.example', version };
    must(await society.administrator.inject({ method: 'PUT', url: `/api/admin/users/${id}`, payload }), 200);
    for (const name of [
      { username },
      { adminId: username },
      { identifier: username.toUpperCase() },
      { email: 'asha@society.example' },
    ]) {
      const tokens = must(await society.logIn('admin', { ...name, password }), 200).json();
      expect(tokens.user).toMatchObject({ kind: 'staff', role: 'administrator' });
    }
    const atTheWrongDoor = await society.logIn('member', { username, password });
    expect(atTheWrongDoor.json()).toMatchObject({ status: 401, code: 'LOGIN_WRONG' });
  });

  test('S51 POST /api/auth/refresh rotates; two tabs are forgiven, a copy used later ends the session', async () => {
    const first = await society.tokens('member', { identifier: asha.memberNumber, password: MEMBER_PASSWORD });
    const second = must(await refresh(first.refreshToken), 200).json();
    expect(second.refreshToken).not.toBe(first.refreshToken);
    // The other tab sent the same one a moment later: the same next one, so neither is logged out.
    expect(must(await refresh(first.refreshToken), 200).json().refreshToken).toBe(second.refreshToken);

    society.clock.advance(11_000);
    expect((await refresh(first.refreshToken)).json()).toMatchObject({ status: 401, code: 'REFRESH_TOKEN_INVALID' });
    // Somebody has a copy: what was good is no longer good either.
    expect((await refresh(second.refreshToken)).statusCode).toBe(401);
    expect((await society.bearer(second.accessToken).inject({ url: '/api/me' })).statusCode).toBe(401);
    const trail = await society.administrator.inject({ url: '/api/admin/audit?action=session.theft-suspected' });
    expect(must(trail, 200).json().items).toHaveLength(1);
    for (const nonsense of ['', 'x', `${'A'.repeat(22)}.${'A'.repeat(65)}`, asha.tokens.accessToken]) {
      expect([400, 401]).toContain((await refresh(nonsense)).statusCode);
    }
  });

  test('the page of the society gets its refresh token as a cookie alone, and only its own page may use it', async () => {
    const web = { 'x-kafal-client': 'web', origin: 'http://localhost:8000', host: 'localhost:8000' };
    const answer = must(
      await society.logIn('member', { identifier: asha.memberNumber, password: MEMBER_PASSWORD }, { headers: web }),
      200,
    );
    expect(answer.json().refreshToken).toBeNull();
    const [cookie] = [answer.headers['set-cookie']].flat().filter((text) => text?.startsWith('kafal-member='));
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict/);
    expect(cookie).not.toMatch(/Secure|Domain/);
    const sent = { cookie: (cookie ?? '').split(';')[0] ?? '' };
    const post = (headers: Record<string, string>) =>
      society.inject({ method: 'POST', url: '/api/auth/refresh', headers, payload: {} });
    expect((await post({ ...sent, host: 'localhost:8000' })).statusCode).toBe(403);
    expect((await post({ ...sent, ...web, origin: 'http://evil.example' })).statusCode).toBe(403);
    must(await post({ ...sent, ...web }), 200);
    // Whoever is not the page gets it in the body and no cookie.
    const plain = must(
      await society.logIn('member', { identifier: asha.memberNumber, password: MEMBER_PASSWORD }),
      200,
    );
    expect(plain.json().refreshToken).toMatch(/^\S+\.\S+$/);
    expect(plain.headers['set-cookie']).toBeUndefined();
  });

  test('S52 POST /api/auth/logout ends the session for good', async () => {
    const own = await society.tokens('member', { identifier: bina.memberNumber, password: MEMBER_PASSWORD });
    const person = society.bearer(own.accessToken);
    must(await person.inject({ url: '/api/me' }), 200);
    must(await person.inject({ method: 'POST', url: '/api/auth/logout' }), 200);
    expect((await person.inject({ url: '/api/me' })).statusCode).toBe(401);
    expect((await refresh(own.refreshToken)).statusCode).toBe(401);
    must(await person.inject({ method: 'POST', url: '/api/auth/logout' }), 200);
    // Other sessions of the same person go on.
    must(await bina.signedIn.inject({ url: '/api/me' }), 200);
  });
});

describe('members', () => {
  test('S53 GET /api/members/profile is the member’s own, with numbers of identity masked', async () => {
    const profile = must(await asha.signedIn.inject({ url: '/api/members/profile' }), 200).json();
    expect(profile).toMatchObject({ id: asha.memberId, memberNumber: asha.memberNumber, status: 'active' });
    expect(Object.keys(profile)).not.toEqual(expect.arrayContaining(['pan', 'aadhaar', 'bankDetails']));
  });

  test('S54 PUT /api/members/profile changes what may change, and refuses what somebody else changed meanwhile', async () => {
    const own = await society.admitActive();
    const { version } = must(await own.signedIn.inject({ url: '/api/members/profile' }), 200).json();
    const put = (body: object) => society.send(own.signedIn, 'PUT', '/api/members/profile', body);
    expect(must(await put({ version, occupation: 'Weaver' }), 200).json().member.occupation).toBe('Weaver');
    expect((await put({ version, occupation: 'Potter' })).json()).toMatchObject({
      status: 409,
      code: 'MEMBER_CHANGED',
    });
    expect((await put({ version: version + 1, memberNumber: 'M-1' })).statusCode).toBe(400);
  });

  test('S55 POST /api/members/register is open to anybody, and tells nobody who is a member', async () => {
    const post = (body: object) =>
      society.inject({ method: 'POST', url: '/api/members/register', payload: { ...body, consent: true } });
    const known = must(await society.send(society.manager, 'GET', `/api/members/${asha.memberId}`), 200).json();
    const fresh = must(await post({ ...applicant(5500), phone: '9633300055' }), 201);
    const copied = must(await post({ ...applicant(5501), phone: known.phone, name: known.name }), 201);
    expect({ ...copied.json(), trackingNumber: '' }).toEqual({ ...fresh.json(), trackingNumber: '' });
    expect(fresh.json().trackingNumber).not.toBe(copied.json().trackingNumber);
    expect(
      (await society.inject({ method: 'POST', url: '/api/members/register', payload: applicant(5503) })).statusCode,
    ).toBe(400);
  });

  test('S56 GET /api/members is for staff, searched, filtered, sorted and paged by the server', async () => {
    const list = async (query: string) =>
      must(await society.send(society.manager, 'GET', `/api/members?${query}`), 200).json();
    expect((await list(`q=${asha.memberNumber}`)).items.map(({ id }: { id: string }) => id)).toEqual([asha.memberId]);
    expect((await list('q=rawat&status=active')).items.length).toBeGreaterThan(1);
    const names = (await list('sort=name')).items.map(({ memberNumber }: { memberNumber: string }) => memberNumber);
    expect((await list('sort=-name')).items.map(({ memberNumber }: { memberNumber: string }) => memberNumber)).toEqual(
      names.toReversed(),
    );
    expect((await list('status=deceased')).items).toEqual([]);
    expect((await list('total=true')).total).toBe(names.length);
    for (const refused of ['sort=passwordHash', 'status=gone', 'sort=name;drop table member']) {
      expect((await society.send(society.manager, 'GET', `/api/members?${refused}`)).statusCode).toBe(400);
    }
    expect((await asha.signedIn.inject({ url: '/api/members' })).statusCode).toBe(403);
    // "profile" is no member's id, for nobody.
    expect((await society.send(society.manager, 'GET', '/api/members/profile')).statusCode).toBe(403);
  });
});

describe('administration', () => {
  test('S57 GET /api/admin/dashboard/stats has the six figures of the brief', async () => {
    const stats = must(await society.send(society.manager, 'GET', '/api/admin/dashboard/stats'), 200).json();
    expect(stats).toMatchObject({
      activeMembers: expect.any(Number),
      pendingRequests: expect.any(Number),
      pendingLoans: 0,
      activeLoanAmount: '0.00',
      totalDeposits: expect.stringMatching(/^\d+\.\d\d$/),
      lastUpdated: expect.stringMatching(/Z$/),
    });
    expect(stats.activeMembers).toBe(await society.count('member', "status = 'active'"));
    expect((await asha.signedIn.inject({ url: '/api/admin/dashboard/stats' })).statusCode).toBe(403);
  });

  const walkIn = async (index: number) => {
    const answer = await society.send(society.cashier, 'POST', '/api/admin/member-requests', applicant(index));
    return must(answer, 201).json().trackingNumber as string;
  };
  const waiting = async (query = '') =>
    must(await society.send(society.manager, 'GET', `/api/admin/member-requests?${query}`), 200).json();

  test('S58 GET /api/admin/member-requests lists what waits for a decision, newest first', async () => {
    const numbers = [await walkIn(5801), await walkIn(5802)];
    const { items } = await waiting();
    expect(items.slice(0, 2).map(({ trackingNumber }: { trackingNumber: string }) => trackingNumber)).toEqual(
      numbers.toReversed(),
    );
    expect(items.every(({ status }: { status: string }) => status === 'submitted')).toBe(true);
    const page = await waiting('limit=1');
    expect(page.items).toHaveLength(1);
    const next = await waiting(`limit=1&cursor=${encodeURIComponent(page.nextCursor)}`);
    expect(next.items[0].trackingNumber).toBe(numbers[0]);
    expect((await waiting(`q=${numbers[0]}`)).items).toHaveLength(1);
    expect(
      (await waiting('status=approved')).items.every(({ status }: { status: string }) => status === 'approved'),
    ).toBe(true);
  });

  test('S59 PUT /api/admin/member-requests/:id/approve admits once; the second time is 409 and changes nothing', async () => {
    const [{ id }] = (await waiting(`q=${await walkIn(5901)}`)).items;
    const put = (who: { inject: typeof society.inject }, act: string, body: object) =>
      society.send(who, 'PUT', `/api/admin/member-requests/${id}/${act}`, body);
    expect((await put(society.cashier, 'approve', {})).statusCode).toBe(403);
    const approved = must(await put(society.manager, 'approve', { acceptFlags: true }), 200).json();
    const members = await society.count('member');
    for (const [act, body] of [
      ['approve', { acceptFlags: true }],
      ['reject', { reason: 'A change of mind' }],
      ['return', { reason: 'A change of mind' }],
    ] as const) {
      expect((await put(society.manager, act, body)).json()).toMatchObject({
        status: 409,
        code: 'APPLICATION_DECIDED',
      });
    }
    expect(await society.count('member')).toBe(members);
    const view = must(await society.send(society.manager, 'GET', `/api/admin/member-requests/${id}`), 200).json();
    expect(view).toMatchObject({ status: 'approved', memberNumber: approved.memberNumber, mayDecide: false });
  });
});

describe('loans and deposits', () => {
  test('S60 GET /api/loans: a member sees their own whatever they ask for, staff see all', async () => {
    const ask = (who: Person) => society.send(who.signedIn, 'POST', '/api/loans', SMALL_LOAN);
    const [ofAsha, ofBina] = [must(await ask(asha), 201).json(), must(await ask(bina), 201).json()];
    const numbers = async (who: { inject: typeof society.inject }, query = '') =>
      must(await who.inject({ url: `/api/loans${query}` }), 200)
        .json()
        .items.map(({ number }: { number: string }) => number);
    expect(await numbers(asha.signedIn)).toEqual([ofAsha.number]);
    expect(await numbers(asha.signedIn, `?memberId=${bina.memberId}`)).toEqual([]);
    expect(await numbers(society.manager)).toEqual(expect.arrayContaining([ofAsha.number, ofBina.number]));
    expect(await numbers(society.manager, `?q=${bina.memberNumber}`)).toEqual([ofBina.number]);
  });

  test('S61 POST /api/loans applies for a loan; one of a kind at a time, and a member for nobody else', async () => {
    const own = await society.admitActive();
    const ask = (body: object) => society.send(own.signedIn, 'POST', '/api/loans', { ...SMALL_LOAN, ...body });
    expect((await ask({ memberId: asha.memberId })).statusCode).toBe(404);
    expect((await ask({ amount: '0.00' })).statusCode).toBe(400);
    const { id } = must(await ask({}), 201).json();
    expect((await ask({})).json()).toMatchObject({ status: 409, code: 'LOAN_ASKED_ALREADY' });
    const loan = must(await society.send(society.manager, 'GET', `/api/loans/${id}`), 200).json();
    expect(loan).toMatchObject({ status: 'submitted', amount: '12000.00', memberNumber: own.memberNumber });
  });

  test('S62 GET /api/deposits: a member sees their own whatever they ask for, staff see all', async () => {
    const numbers = async (who: { inject: typeof society.inject }, query = '') =>
      must(await who.inject({ url: `/api/deposits?limit=200&${query}` }), 200)
        .json()
        .items.map(({ accountNumber }: { accountNumber: string }) => accountNumber);
    expect(await numbers(asha.signedIn)).toEqual([asha.depositNumber]);
    for (const query of [`memberId=${bina.memberId}`, `q=${bina.depositNumber}`, 'q=rawat']) {
      expect(await numbers(asha.signedIn, query)).not.toContain(bina.depositNumber);
    }
    expect(await numbers(society.manager)).toEqual(expect.arrayContaining([asha.depositNumber, bina.depositNumber]));
    expect(await numbers(society.manager, `memberId=${bina.memberId}`)).toEqual([bina.depositNumber]);
  });

  test('S63 POST /api/deposits opens a savings account: staff for a member, a member for themselves', async () => {
    const byStaff = must(
      await society.send(society.cashier, 'POST', '/api/deposits', { memberId: bina.memberId, productCode: 'SA' }),
      201,
    ).json();
    expect(byStaff).toMatchObject({ memberId: bina.memberId, productCode: 'SA', status: 'active', balance: '0.00' });
    const own = must(await society.send(asha.signedIn, 'POST', '/api/deposits', { productCode: 'CA' }), 201).json();
    expect(own).toMatchObject({ memberId: asha.memberId, productCode: 'CA' });
    expect(own.accountNumber).not.toBe(byStaff.accountNumber);
    const post = (who: { inject: typeof society.inject }, body: object) =>
      society.send(who, 'POST', '/api/deposits', body);
    expect((await post(asha.signedIn, { memberId: bina.memberId, productCode: 'SA' })).statusCode).toBe(404);
    expect((await post(asha.signedIn, { productCode: 'CA' })).json()).toMatchObject({
      status: 409,
      code: 'DEPOSIT_ALREADY_OPEN',
    });
    expect((await post(society.cashier, { memberId: bina.memberId, productCode: 'FD' })).statusCode).toBe(422);
    expect((await post(society.cashier, { productCode: 'SB' })).statusCode).toBe(400);
  });
});
