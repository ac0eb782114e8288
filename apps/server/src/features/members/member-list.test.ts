import { money } from '@kafal/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type SignedIn, type TestApp } from '../../platform/http/test-app.ts';
import { societyFeatures } from '../setup/test-features.ts';
import { setUpTestSociety } from '../setup/test-society.ts';
import { admitMember, payDues } from './test-members.ts';

let kafal: TestApp;
let clerk: SignedIn;
let manager: SignedIn;

const PEOPLE = [
  ['Asha Devi Bisht', 'आशा देवी बिष्ट', '9811000011', 'Nehru Colony'],
  ['Bina Rana', 'बीना राणा', '9811000012', 'Rajpur'],
  ['Charu Bisht', 'चारु बिष्ट', '9811000013', 'Rajpur'],
  ['Devi Prasad Nautiyal', 'देवी प्रसाद नौटियाल', '9811000014', 'Nehru Colony'],
  ['=cmd|calc', 'ईला', '9811000015', 'Rajpur'],
] as const;

beforeEach(async () => {
  kafal = await createTestApp(societyFeatures);
  await setUpTestSociety(kafal.platform);
  clerk = await kafal.staff('cashier');
  manager = await kafal.staff('manager');
  for (const [name, nameLocal, phone, locality] of PEOPLE) {
    await admitMember(kafal.platform, { clerk, manager }, { name, nameLocal, phone, locality });
  }
});
afterEach(() => kafal.close());

const list = async (query: string) => (await manager.inject({ url: `/api/members?${query}` })).json();
const names = async (query: string): Promise<string[]> =>
  (await list(query)).items.map(({ name }: { name: string }) => name);
const q = (text: string) => `q=${encodeURIComponent(text)}`;

describe('members are found', () => {
  test.each([
    ['by the beginning of any word of the name', 'bis', ['Asha Devi Bisht', 'Charu Bisht']],
    ['by several beginnings in any order', 'bi asha', ['Asha Devi Bisht']],
    ['in Devanagari', 'बिष्ट', ['Asha Devi Bisht', 'Charu Bisht']],
    ['by a beginning in Devanagari', 'देव', ['Asha Devi Bisht', 'Devi Prasad Nautiyal']],
    ['in both scripts at once', 'asha देवी', ['Asha Devi Bisht']],
    ['whatever the capitals', 'DEVI', ['Asha Devi Bisht', 'Devi Prasad Nautiyal']],
    ['not by the middle of a word', 'ish', []],
    ['by the whole number', 'M-2026-0002', ['Bina Rana']],
    ['by the whole number in small letters', 'm-2026-0002', ['Bina Rana']],
    ['by what is said for short: member 3', '3', ['Charu Bisht']],
    ['by the sound of a name', 'Vist', ['Asha Devi Bisht', 'Charu Bisht']],
    ['by the phone, however it is written', '+91 98110 00013', ['Charu Bisht']],
    ['by the phone in Devanagari digits', '९८११००००१३', ['Charu Bisht']],
    ['not by the end of a phone', '00013', []],
    ['not by signs that mean something elsewhere', "%' OR 1=1 --", []],
    ['not by nothing but signs', '%%%', []],
  ])('%s', async (_how, typed, expected) => {
    expect(await names(q(typed))).toEqual(expected);
  });
});

describe('the list', () => {
  test('is sorted by number, name or day of joining, both ways', async () => {
    const rising = ['=cmd|calc', 'Asha Devi Bisht', 'Bina Rana', 'Charu Bisht', 'Devi Prasad Nautiyal'];
    expect(await names('sort=name')).toEqual(rising);
    expect(await names('sort=-name')).toEqual(rising.toReversed());
    const byNumber = PEOPLE.map(([name]) => name);
    expect(await names('')).toEqual(byNumber);
    expect(await names('sort=-memberNumber')).toEqual(byNumber.toReversed());
    expect(await names('sort=joinedOn')).toEqual(byNumber);
    expect(await names('sort=-joinedOn')).toEqual(byNumber.toReversed());
    expect((await list('sort=password')).fields[0].code).toBe('NOT_ONE_OF');
  });

  test.each(['name', '-name', 'memberNumber', '-memberNumber', 'joinedOn', '-joinedOn'])(
    'goes on page by page in the order of %s, each member once',
    async (sort) => {
      const whole = await names(`sort=${sort}`);
      const seen: string[] = [];
      let cursor = '';
      do {
        const page = await list(`sort=${sort}&limit=2${cursor}`);
        seen.push(...page.items.map(({ name }: { name: string }) => name));
        cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
      } while (cursor !== '');
      expect(seen).toEqual(whole);
    },
  );

  test('sorts 10000 after 9999', async () => {
    await kafal.platform.transact(async (trx) => {
      await trx.updateTable('sequence').set({ nextNumber: 9_999 }).where('name', '=', 'member').execute();
    });
    for (const name of ['Nine', 'Ten']) await admitMember(kafal.platform, { clerk, manager }, { name });
    expect((await names('sort=-memberNumber')).slice(0, 2)).toEqual(['Ten', 'Nine']);
  });

  test('is filtered by status and locality, and counts when asked', async () => {
    await payDues(kafal.platform, clerk, 2);
    expect(await names('status=active')).toEqual(['Bina Rana']);
    expect(await names('locality=Rajpur&sort=name')).toEqual(['=cmd|calc', 'Bina Rana', 'Charu Bisht']);
    const counted = await list('locality=Rajpur&limit=1&total=true');
    expect([counted.items.length, counted.total]).toEqual([1, 3]);
    expect((await list('')).total).toBeUndefined();
    expect((await list('q=bisht&total=true')).total).toBe(2);
  });

  test('is filtered by the days of joining, the first and the last counted', async () => {
    kafal.clock.advance(3 * 86_400_000);
    await admitMember(kafal.platform, { clerk, manager }, { name: 'Fakir Chand' });
    expect(await names('joinedFrom=2026-12-01')).toEqual(['Fakir Chand']);
    expect(await names('joinedFrom=2026-11-30&joinedTo=2026-11-30&sort=-name&limit=1')).toEqual([
      'Devi Prasad Nautiyal',
    ]);
    expect(await names('joinedTo=2026-11-29')).toEqual([]);
  });

  test('shows what each member has in savings and shares', async () => {
    await kafal.platform.transact(async (trx) => {
      const deposit = await trx.selectFrom('deposit').select('id').where('memberId', '=', 1).executeTakeFirstOrThrow();
      const set = trx.updateTable('balance').set({ amount: money(125_050) });
      await set.where('subLedger', '=', 'deposit').where('subLedgerId', '=', deposit.id).execute();
    });
    const { items } = await list('limit=2');
    expect(items.map(({ savings, shares }: Record<string, string>) => [savings, shares])).toEqual([
      ['1250.50', '0.00'],
      ['0.00', '0.00'],
    ]);
  });

  test.each([
    ['a page of a million', 'limit=1000000', 'limit'],
    ['a page of nothing', 'limit=0', 'limit'],
    ['a page of 1e2', 'limit=1e2', 'limit'],
    ['a cursor nobody gave out', 'cursor=abc', 'cursor'],
    ['a filter nobody knows', 'role=admin', 'role'],
  ])('refuses %s', async (_what, query, field) => {
    const answer = await manager.inject({ url: `/api/members?${query}` });
    expect([answer.statusCode, answer.json().fields[0].path]).toEqual([400, field]);
  });

  test('refuses a cursor of another order', async () => {
    const { nextCursor } = await list('sort=name&limit=1');
    expect((await list(`sort=-name&cursor=${nextCursor}`)).code).toBe('CURSOR_MALFORMED');
  });

  test.each([
    ['joinedOn', 'never'],
    ['joinedOn', 5],
    ['memberNumber', 'M-2026-0001'],
    ['name', 0],
  ])('refuses a cursor of %s that somebody made up', async (sort, value) => {
    const cursor = Buffer.from(JSON.stringify([sort, value, 1])).toString('base64url');
    expect((await list(`sort=${sort}&cursor=${cursor}`)).code).toBe('CURSOR_MALFORMED');
  });

  test('is for staff who may', async () => {
    expect((await kafal.inject({ url: '/api/members' })).statusCode).toBe(401);
    expect((await (await kafal.member(null)).inject({ url: '/api/members' })).statusCode).toBe(403);
    expect((await clerk.inject({ url: '/api/members.csv' })).statusCode).toBe(403);
  });
});

describe('the list as a file', () => {
  test('holds the whole filter, opens in a spreadsheet, and calculates nothing', async () => {
    const answer = await manager.inject({
      url: '/api/members.csv?locality=Rajpur&sort=name',
      headers: { 'accept-language': 'hi' },
    });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    const [head = '', first = '', ...rest] = answer.body.split('\r\n');
    expect(head).toBe('\uFEFFसदस्य संख्या,नाम,स्थानीय लिपि में नाम,फ़ोन,बस्ती,स्थिति,कब से,सदस्यता तिथि,बचत,अंश');
    expect(first).toBe(
      "M-2026-0005,'=cmd|calc,ईला,'+919811000015,Rajpur,भुगतान की प्रतीक्षा,2026-11-30,2026-11-30,0.00,0.00",
    );
    expect(rest).toHaveLength(3);
  });

  test('is in the trail before it leaves', async () => {
    await manager.inject({ url: '/api/members.csv?status=active' });
    const audited = await kafal.platform.database
      .selectFrom('audit')
      .select(['userId', 'newValues'])
      .where('action', '=', 'members.exported')
      .execute();
    expect(audited).toEqual([
      {
        userId: manager.actor.userId,
        newValues: '{"q":null,"status":"active","locality":null,"joinedFrom":null,"joinedTo":null}',
      },
    ]);
  });
});
