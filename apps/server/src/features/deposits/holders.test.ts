// Deposits that several hold: who sees them, who takes money out, and how holders change.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AdmittedMember, openTestCounter, type TestCounter } from '../counter/test-counter.ts';
import { outboxRelay } from '../live/index.ts';

let counter: TestCounter;
let sunita: AdmittedMember;
let mohan: AdmittedMember;
let asha: AdmittedMember;

beforeEach(async () => {
  counter = await openTestCounter();
  await counter.openTill();
  sunita = await counter.admitActive('Sunita Devi Rawat', 5_000);
  mohan = await counter.admitActive('Mohan Rawat', 500);
  asha = await counter.admitActive('Asha Bisht', 500);
});
afterEach(() => counter.close());

const reason = 'Asked for by both in writing';
const ask = (payload: object, by = counter.cashier) =>
  counter.post(`/api/deposits/${sunita.depositId}/holders`, { reason, ...payload }, by);

async function share(mode: string, others: readonly AdmittedMember[]): Promise<void> {
  const asked = await ask({ mode, memberIds: others.map(({ id }) => id) });
  expect(asked.statusCode, asked.body).toBe(202);
  const yes = await counter.post(`/api/approvals/${asked.json().approvalId}/approval`, {}, counter.manager);
  expect(yes.statusCode, yes.body).toBe(200);
}
const sends = (by: AdmittedMember, to: object = { kind: 'deposit', accountNumber: mohan.depositNumber }) =>
  counter.post(`/api/deposits/${sunita.depositId}/transfers`, { amount: '10.00', to }, by.signedIn);
const numbersOf = async (by: AdmittedMember) =>
  (await counter.get('/api/deposits', by.signedIn))
    .json()
    .items.map((one: { accountNumber: string }) => one.accountNumber);

test('a joint holder sees the account as theirs, and nobody else does', async () => {
  const pages = [
    '',
    '/passbook',
    '/explanation',
    '/interest',
    '/restrictions',
    '/statement.csv?from=2026-11-30&to=2026-11-30',
  ];
  const looks = async (by: AdmittedMember) =>
    Promise.all(
      pages.map(
        async (page) => (await counter.get(`/api/deposits/${sunita.depositId}${page}`, by.signedIn)).statusCode,
      ),
    );
  expect(await looks(mohan)).toEqual(pages.map(() => 404));
  await share('either-or-survivor', [mohan]);
  expect(await looks(mohan)).toEqual(pages.map(() => 200));
  expect(await looks(asha)).toEqual(pages.map(() => 404));
  expect(await numbersOf(mohan)).toEqual([sunita.depositNumber, mohan.depositNumber]);
  expect(await numbersOf(asha)).toEqual([asha.depositNumber]);
  expect((await counter.get(`/api/deposits/${sunita.depositId}`, mohan.signedIn)).json()).toMatchObject({
    memberName: 'Sunita Devi Rawat',
    jointHolders: ['Mohan Rawat'],
    holding: { mode: 'either-or-survivor', holders: [{ name: 'Sunita Devi Rawat' }, { name: 'Mohan Rawat' }] },
  });
  // A receipt on which the first holder pays something beside stays theirs.
  const lines = [
    { kind: 'savings', depositId: sunita.depositId, amount: '50.00' },
    { kind: 'shares', amount: '100.00' },
  ];
  const mixed = await counter.post('/api/receipts', { memberId: sunita.id, lines, mode: 'cash' });
  expect((await counter.get(`/api/receipts/${mixed.json().receipt.id}`, mohan.signedIn)).statusCode).toBe(404);
  const [line] = (await counter.get(`/api/deposits/${sunita.depositId}/passbook`, mohan.signedIn)).json().items;
  expect(line).toMatchObject({ deposit: '50.00', receiptId: null });

  await share('single', []);
  expect(await looks(mohan)).toEqual(pages.map(() => 404));
});

test('each holder finds the receipts of the joint account alone, and is told what happens to it', async () => {
  await share('either-or-survivor', [mohan]);
  const seen = async (by: AdmittedMember) => {
    const answer = await counter.get('/api/receipts', by.signedIn);
    expect(answer.statusCode, answer.body).toBe(200);
    const { items } = answer.json();
    return items.map(({ total }: { total: string }) => total);
  };
  const before = { mohan: await seen(mohan), asha: await seen(asha) };
  const taken = (await counter.deposit(sunita, '120.00')).json();
  await counter.post(`/api/deposits/${sunita.depositId}/withdrawals`, { amount: '30.00', mode: 'cash' });
  expect(await seen(mohan)).toEqual(expect.arrayContaining(['120.00', '30.00', ...before.mohan]));
  expect(await seen(asha)).toEqual(before.asha);
  const receipt = `/api/receipts/${taken.receipt.id}`;
  expect((await counter.get(receipt, mohan.signedIn)).statusCode).toBe(200);
  expect((await counter.get(receipt, asha.signedIn)).statusCode).toBe(404);
  const [, line] = (await counter.get(`/api/deposits/${sunita.depositId}/passbook`, mohan.signedIn)).json().items;
  expect(line).toMatchObject({ deposit: '120.00', receiptId: taken.receipt.id });

  await outboxRelay(counter.platform, () => {}).relayOnce();
  const told = async (by: AdmittedMember) => {
    const rows = await counter.platform.database
      .selectFrom('notification as n')
      .innerJoin('user as u', 'u.id', 'n.userId')
      .select('n.name')
      .where('u.memberId', '=', Number(by.id))
      .orderBy('n.id', 'desc')
      .limit(2)
      .execute();
    return rows.map(({ name }) => name);
  };
  expect(await told(mohan)).toEqual(['savings.withdrawn', 'receipt.issued']);
  expect(await told(sunita)).toEqual(['savings.withdrawn', 'receipt.issued']);
  expect(await told(asha)).not.toContain('savings.withdrawn');
});

describe('money goes out', () => {
  test('by either alone, to an account; dues and shares are the first holder’s to pay', async () => {
    await share('either-or-survivor', [mohan]);
    expect((await sends(mohan)).statusCode).toBe(201);
    expect((await sends(sunita)).statusCode).toBe(201);
    expect((await sends(mohan, { kind: 'shares' })).json()).toMatchObject({ status: 403, code: 'HOLDERS_OTHERS_DUES' });
    expect((await sends(asha)).json()).toMatchObject({ status: 404, code: 'DEPOSIT_UNKNOWN' });
  });

  test('jointly at the counter only, where all sign', async () => {
    await share('jointly', [mohan, asha]);
    for (const by of [sunita, mohan, asha]) {
      expect((await sends(by)).json()).toMatchObject({ status: 403, code: 'HOLDERS_TOGETHER' });
    }
    const url = `/api/deposits/${sunita.depositId}/withdrawals`;
    expect((await counter.post(url, { amount: '10.00', mode: 'cash' })).statusCode).toBe(201);
    const { warnings } = (await counter.get(`/api/counter/members/${asha.id}`)).json();
    expect(warnings).toMatchObject([
      {
        code: 'WARN_HELD_TOGETHER',
        detail: `Account ${sunita.depositNumber} is held by Sunita Devi Rawat, Mohan Rawat, Asha Bisht. Look how it is operated before money goes out.`,
      },
    ]);
  });

  test('of former or survivor by the first alone', async () => {
    await share('former-or-survivor', [mohan]);
    expect((await sends(sunita)).statusCode).toBe(201);
    expect((await sends(mohan)).json()).toMatchObject({ status: 403, code: 'HOLDERS_FIRST_ALONE' });
  });
});

test('a fixed deposit is opened jointly, and a joint holder’s savings open none for the first', async () => {
  const fixed = { productCode: 'FD', amount: '1000.00', months: 12 };
  const opened = await counter.post('/api/deposits', {
    ...fixed,
    memberId: sunita.id,
    payment: { mode: 'cash' },
    holding: { mode: 'jointly', memberIds: [mohan.id] },
  });
  expect(opened.statusCode, opened.body).toBe(201);
  const { id } = opened.json();
  expect((await counter.get(`/api/deposits/${id}`, mohan.signedIn)).json()).toMatchObject({
    holding: { mode: 'jointly', holders: [{ memberId: sunita.id }, { memberId: mohan.id }] },
  });
  expect((await counter.get(`/api/deposits/${id}/certificate.pdf`, mohan.signedIn)).statusCode).toBe(200);

  await share('either-or-survivor', [mohan]);
  const asked = await counter.post(
    '/api/deposits',
    { ...fixed, payment: { mode: 'transfer', depositId: sunita.depositId } },
    mohan.signedIn,
  );
  expect(asked.json()).toMatchObject({ status: 404, code: 'DEPOSIT_UNKNOWN' });
});

test.each([
  ['HOLDERS_MISSING', { mode: 'jointly', memberIds: [] }],
  ['HOLDERS_ALONE', { mode: 'single', memberIds: ['2'] }],
  ['HOLDERS_TWICE', { mode: 'jointly', memberIds: ['2', '2'] }],
  ['HOLDERS_TWICE', { mode: 'jointly', memberIds: ['1'] }],
  ['GUARDIAN_MISSING', { mode: 'guardian', memberIds: [] }],
  ['GUARDIAN_NOT_WANTED', { mode: 'single', memberIds: [], guardianName: 'Hari Rawat' }],
  ['GUARDIAN_OF_ADULT', { mode: 'guardian', memberIds: [], guardianName: 'Hari Rawat' }],
])('%s', async (code, payload) => {
  expect((await ask(payload)).json()).toMatchObject({ status: 422, code });
});

test('a holder who has left, one who is not there, and whoever may not ask', async () => {
  await counter.setStatus(asha.id, 'closed');
  expect((await ask({ mode: 'jointly', memberIds: [asha.id] })).json()).toMatchObject({
    status: 422,
    code: 'HOLDERS_STATUS',
  });
  expect((await ask({ mode: 'jointly', memberIds: ['999'] })).statusCode).toBe(404);
  expect((await ask({ mode: 'single', memberIds: [] }, mohan.signedIn)).statusCode).toBe(403);
});
