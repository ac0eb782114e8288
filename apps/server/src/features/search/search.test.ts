import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type SignedIn, type TestApp } from '../../platform/http/test-app.ts';
import { admitMember } from '../members/test-members.ts';
import { societyFeatures } from '../setup/test-features.ts';
import { setUpTestSociety } from '../setup/test-society.ts';
import { findMembers, rebuildMemberTerms, searchRoutes } from './index.ts';

let kafal: TestApp;
let clerk: SignedIn;
let manager: SignedIn;
let committee: SignedIn;

const PEOPLE = [
  ['Sunita Thapa', 'सुनीता थापा', '9811000011'],
  ['Suneeta Rana', null, '9811000012'],
  ['Tara Sunar', null, '9822000013'],
  ['Sunil Tamang', 'सुनील तामाङ', '9822000014'],
  ['Asha Joshi', null, '9833000015'],
  ['Ashok Bisht', 'अशोक बिष्ट', '9833000016'],
] as const;

beforeEach(async () => {
  kafal = await createTestApp([...societyFeatures, { name: 'search', routes: searchRoutes }]);
  await setUpTestSociety(kafal.platform);
  clerk = await kafal.staff('cashier');
  manager = await kafal.staff('manager');
  committee = await kafal.staff('committee');
  for (const [name, nameLocal, phone] of PEOPLE) {
    await admitMember(
      kafal.platform,
      { clerk, manager },
      { name, ...(nameLocal === null ? {} : { nameLocal }), phone },
    );
  }
});
afterEach(() => kafal.close());

const found = async (typed: string, limit = 20) =>
  (await findMembers(kafal.platform, typed, limit)).map(({ name }) => name);
const search = async (who: SignedIn, q: string) =>
  (await who.inject({ url: `/api/search?q=${encodeURIComponent(q)}` })).json();

describe('a member is found', () => {
  test.each([
    ['as written before as heard', 'sunita', ['Sunita Thapa', 'Suneeta Rana']],
    ['in the other script', 'सुनीता', ['Sunita Thapa', 'Suneeta Rana']],
    ['while the name is typed', 'sun', ['Tara Sunar', 'Suneeta Rana', 'Sunil Tamang', 'Sunita Thapa']],
    ['by the beginnings of two words, in any order', 'tha sun', ['Sunita Thapa']],
    ['by one word as written and one as heard', 'suneeta tap', ['Sunita Thapa']],
    ['by two words in two scripts', 'थापा suni', ['Sunita Thapa']],
    ['by an a at the end, which ends the word', 'asha', ['Asha Joshi']],
    ['not by words of two people', 'sunita bisht', []],
    ['not when one of the words is nobody’s', 'sunita xyz', []],
    ['by the whole number', 'm-2026-0003', ['Tara Sunar']],
    ['by the number with other signs between', 'M/2026/0003', ['Tara Sunar']],
    ['by what is said for short', '3', ['Tara Sunar']],
    ['by the beginning of the number', 'M-2026-000', PEOPLE.map(([name]) => name)],
    ['by the phone, however it is written', '+91 98220 00014', ['Sunil Tamang']],
    ['by the beginning of the phone', '98220', ['Tara Sunar', 'Sunil Tamang']],
    ['by Devanagari digits', '९८३३०', ['Asha Joshi', 'Ashok Bisht']],
    ['not by three digits of a phone', '982', []],
    ['not by nothing', '  ', []],
    ['not by signs', "%' OR 1=1 --", []],
  ])('%s', async (_how, typed, expected) => {
    expect(await found(typed)).toEqual(expected);
  });

  test('no more than asked for', async () => {
    expect(await found('sun', 2)).toEqual(['Tara Sunar', 'Suneeta Rana']);
  });
});

describe('what is known of a member stays what they are found by', () => {
  test('after a new phone', async () => {
    const { version } = (await manager.inject({ url: '/api/members/5' })).json();
    const changed = await manager.inject({
      method: 'PUT',
      url: '/api/members/5',
      payload: { version, phone: '9844000099' },
    });
    expect(changed.statusCode).toBe(200);
    expect([await found('9844000099'), await found('9833000015')]).toEqual([['Asha Joshi'], []]);
  });

  test('after a new name, which a second person has looked at', async () => {
    const { version } = (await manager.inject({ url: '/api/members/5' })).json();
    const asked = await manager.inject({
      method: 'PUT',
      url: '/api/members/5',
      payload: { version, name: 'Usha Joshi' },
    });
    expect(await found('usha')).toEqual([]);
    const yes = await committee.inject({
      method: 'POST',
      url: `/api/approvals/${asked.json().approvalId}/approval`,
      headers: { 'idempotency-key': 'search-renames-somebody' },
      payload: {},
    });
    expect(yes.statusCode).toBe(200);
    expect([await found('usha'), await found('asha')]).toEqual([['Usha Joshi'], []]);
  });
});

describe('after an upgrade', () => {
  test('everybody is filled in again, a second run finds nothing to do, and it goes on where it stopped', async () => {
    const { platform } = kafal;
    const terms = () =>
      platform.database.selectFrom('member_search').selectAll().orderBy('kind').orderBy('term').orderBy('memberId');
    const before = await terms().execute();
    await platform.transact((trx) => trx.deleteFrom('member_search').execute());
    expect([await rebuildMemberTerms(platform), await rebuildMemberTerms(platform)]).toEqual([6, 0]);
    expect(await terms().execute()).toEqual(before);

    await platform.transact(async (trx) => {
      await trx.deleteFrom('member_search').where('memberId', '>', 4).execute();
      await trx.updateTable('search_progress').set({ doneTo: 4 }).execute();
    });
    expect(await rebuildMemberTerms(platform)).toBe(2);
    expect(await terms().execute()).toEqual(before);
  });

  test('other rules of sound make every term again', async () => {
    await rebuildMemberTerms(kafal.platform);
    await kafal.platform.transact((trx) => trx.updateTable('search_progress').set({ rules: '0.0' }).execute());
    expect(await rebuildMemberTerms(kafal.platform)).toBe(6);
  });
});

describe('the search of the house', () => {
  test('finds the member, the account by its number and the application by its tracking number', async () => {
    const { accountNumber } = (await manager.inject({ url: '/api/members/1' })).json().deposits[0];
    expect((await search(manager, 'sunita')).members[0]).toMatchObject({
      memberNumber: 'M-2026-0001',
      nameLocal: 'सुनीता थापा',
      status: 'pending_payment',
    });
    expect((await search(manager, accountNumber)).accounts).toEqual([
      { id: '1', accountNumber, memberName: 'Sunita Thapa', status: 'active' },
    ]);
    const { trackingNumber } = await kafal.platform.database
      .selectFrom('membership_application')
      .select('trackingNumber')
      .where('id', '=', 1)
      .executeTakeFirstOrThrow();
    expect((await search(manager, trackingNumber.toLowerCase())).applications).toEqual([
      { id: '1', trackingNumber, name: 'Sunita Thapa', status: 'approved' },
    ]);
  });

  test('shows each kind only to those who may see it', async () => {
    const permissions = new Set(['application.read'] as const);
    const narrow = kafal.signIn({ kind: 'staff', userId: 77, name: 'Narrow', permissions });
    expect(await search(narrow, 'sunita')).toEqual({ members: [], accounts: [], receipts: [], applications: [] });
    expect((await kafal.inject({ url: '/api/search?q=sunita' })).statusCode).toBe(401);
    expect((await (await kafal.member(null)).inject({ url: '/api/search?q=sunita' })).statusCode).toBe(403);
  });

  test.each([
    ['nothing', ''],
    ['too much', 'x'.repeat(81)],
  ])('refuses %s', async (_what, q) => {
    const answer = await manager.inject({ url: `/api/search?q=${q}` });
    expect([answer.statusCode, answer.json().fields[0].path]).toEqual([400, 'q']);
  });
});
