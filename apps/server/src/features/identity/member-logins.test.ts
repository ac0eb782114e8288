import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  changeLoginNames,
  changeMemberContact,
  endSessionsOf,
  loginNamesOf,
  setMemberLogin,
  sweepLoginAttempts,
  sweepOneTimeCodes,
  sweepSessions,
} from './index.ts';
import { codeOf, createIdentityTest, type IdentityTest } from './test-identity.ts';

let kafal: IdentityTest;
beforeEach(async () => {
  kafal = await createIdentityTest();
});
afterEach(() => kafal.close());

describe('a member’s log-in', () => {
  test('is suspended and reinstated with the membership, at once', async () => {
    const { memberId } = await kafal.addMember('KCS2026001');
    const { accessToken } = await kafal.tokens('KCS2026001', { member: true });
    expect((await kafal.me(accessToken)).statusCode).toBe(200);
    await kafal.platform.transact((trx) => setMemberLogin(trx, kafal.platform, memberId, false));
    expect((await kafal.me(accessToken)).statusCode).toBe(401);
    expect(codeOf(await kafal.logIn('KCS2026001', { member: true }))).toBe('USER_SUSPENDED');
    await kafal.platform.transact((trx) => setMemberLogin(trx, kafal.platform, memberId, true));
    expect((await kafal.me(accessToken)).statusCode).toBe(401);
    expect((await kafal.logIn('KCS2026001', { member: true })).statusCode).toBe(200);
    // A member without a log-in is nobody's trouble.
    await kafal.platform.transact((trx) => setMemberLogin(trx, kafal.platform, 999, false));
  });

  test('a roll-back ends nothing', async () => {
    const { userId } = await kafal.addMember('KCS2026001');
    const { accessToken } = await kafal.tokens('KCS2026001', { member: true });
    const undone = kafal.platform.transact(async (trx) => {
      await endSessionsOf(trx, kafal.platform, userId, 'member-status');
      throw new Error('something else went wrong');
    });
    await expect(undone).rejects.toThrow('something else');
    expect((await kafal.me(accessToken)).statusCode).toBe(200);
  });

  test('follows the member’s new name, language, e-mail and phone', async () => {
    const { memberId, userId } = await kafal.addMember('KCS2026001', {
      email: 'old@example.org',
      phone: '+919812345678',
    });
    const { accessToken } = await kafal.tokens('KCS2026001', { member: true });
    await kafal.me(accessToken);
    await kafal.platform.transact((trx) =>
      changeMemberContact(trx, kafal.platform, memberId, {
        name: 'Asha  Bisht',
        language: 'en',
        email: 'new@example.org',
        phone: null,
        loginNames: [{ kind: 'email', text: 'new@example.org' }],
      }),
    );
    expect(await loginNamesOf(kafal.platform.database, userId)).toEqual([
      { kind: 'email', nameKey: 'new@example.org' },
      { kind: 'number', nameKey: 'kcs2026001' },
    ]);
    expect((await kafal.me(accessToken)).json().user).toMatchObject({ name: 'Asha Bisht', language: 'en' });
    for (const [name, status] of [
      ['new@example.org', 200],
      ['KCS2026001', 200],
      ['old@example.org', 401],
      ['9812345678', 401],
    ] as const) {
      expect((await kafal.logIn(name, { member: true })).statusCode).toBe(status);
    }
  });

  test('gives up a name for somebody else to take', async () => {
    const first = await kafal.addMember('KCS2026001', { phone: '+919812345678' });
    const second = await kafal.addMember('KCS2026002');
    const phone = [{ kind: 'phone', text: '+919812345678' }] as const;
    const give = (userId: number, names: typeof phone | []) =>
      kafal.platform.transact((trx) => changeLoginNames(trx, kafal.platform, userId, names, ['phone']));
    expect(await give(second.userId, phone)).toEqual([]);
    expect(await give(first.userId, phone)).toEqual(phone);
    await give(first.userId, []);
    expect(await give(second.userId, phone)).toEqual(phone);
    const answer = await kafal.logIn('9812345678', { member: true });
    expect(answer.json().user.memberNumber).toBe('KCS2026002');
  });
});

describe('what nobody needs any more is swept', () => {
  const count = async (table: 'session' | 'one_time_code' | 'login_attempt') =>
    (await kafal.platform.database.selectFrom(table).select('id').execute()).length;

  test('sessions past their time and of no use for knowing an address', async () => {
    await kafal.addStaff('manager', 'manager');
    await kafal.tokens('manager');
    kafal.clock.advance(29 * 86_400_000);
    expect(await sweepSessions(kafal.platform)).toBe(0);
    await kafal.tokens('manager');
    kafal.clock.advance(2 * 86_400_000);
    expect(await sweepSessions(kafal.platform)).toBe(1);
    expect(await count('session')).toBe(1);
  });

  test('one-time codes a day past theirs', async () => {
    const adminId = await kafal.addStaff('admin');
    const { makeOneTimeCode } = await import('./one-time-code.ts');
    await kafal.platform.transact((trx) =>
      makeOneTimeCode(trx, kafal.platform, { userId: adminId, purpose: 'issued-by-staff', issuedByUserId: null }),
    );
    kafal.clock.advance(2 * 86_400_000);
    expect(await sweepOneTimeCodes(kafal.platform)).toBe(0);
    kafal.clock.advance(1);
    expect(await sweepOneTimeCodes(kafal.platform)).toBe(1);
    expect(await count('one_time_code')).toBe(0);
  });

  test('log-ins of more than four hundred days ago, in pieces', async () => {
    const row = {
      userId: null,
      identifierHash: 'x',
      audience: 'staff',
      outcome: 'unknown',
      address: '10.0.0.1',
      agent: '',
      attemptedAt: kafal.clock.now(),
    };
    await kafal.platform.transact(async (trx) => {
      for (let piece = 0; piece < 11; piece += 1) {
        await trx
          .insertInto('login_attempt')
          .values(Array.from({ length: 100 }, () => row))
          .execute();
      }
    });
    kafal.clock.advance(400 * 86_400_000);
    await kafal.logIn('nobody');
    expect(await sweepLoginAttempts(kafal.platform)).toBe(0);
    kafal.clock.advance(1);
    expect(await sweepLoginAttempts(kafal.platform)).toBe(1_100);
    expect(await count('login_attempt')).toBe(1);
  });
});
