// 36,500 at 4 per cent earns 4.00 a day. It is paid in on 30 November and the account is closed on 10 December, a day that
// itself earns nothing: ten days, 40.00.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AdmittedMember, openTestCounter, type TestCounter } from './test-counter.ts';

const DAY_MS = 86_400_000;

let counter: TestCounter;
let sunita: AdmittedMember;
let currentId: string;
beforeEach(async () => {
  counter = await openTestCounter();
  await counter.openTill();
  sunita = await counter.admitActive('Sunita Devi Rawat', 36_500);
  const opened = await counter.post('/api/deposits', { memberId: sunita.id, productCode: 'CA' });
  if (opened.statusCode !== 201) throw new Error(opened.body);
  currentId = opened.json().id;
  await nextDays(10);
});
afterEach(() => counter.close());

/** The tills are closed, days pass, and the cashier's till is open again. */
async function nextDays(days: number): Promise<void> {
  await counter.platform.transact((trx) =>
    trx
      .updateTable('till_session')
      .set({ status: 'closed', openTillId: null, openUserId: null, closedAt: counter.clock.now() })
      .where('status', '=', 'open')
      .execute(),
  );
  counter.clock.advance(days * DAY_MS);
  const { platform } = counter;
  const cash = await counter.balance('till', counter.tillId);
  const count = { '50.00': Number(cash) / 50 };
  const opened = await counter.post(`/api/tills/${counter.tillId}/sessions`, { count, fromVault: '0.00' });
  if (opened.statusCode !== 201) throw new Error(`${opened.body} ${platform.clock.now()} ${cash}`);
}

const inCash = { mode: 'cash' };
const toCurrent = () => ({ mode: 'transfer', depositId: currentId });
const close = (id: string, payment: object = inCash, query = '') =>
  counter.post(`/api/deposits/${id}/closure${query}`, { payment });
const account = async (id: string) => (await counter.get(`/api/deposits/${id}`)).json();
const codeOf = async (id: string, payment: object = inCash) => {
  const [shown, done] = [await close(id, payment, '?preview=true'), await close(id, payment)];
  expect([shown.statusCode, shown.json().code]).toEqual([done.statusCode, done.json().code]);
  return done.json().code;
};

test('savings are closed in cash with the interest up to the day before, as shown, posted and explained alike', async () => {
  await counter.changeSetting('limit.withdrawalApproval', '200000.00');
  await counter.changeSetting('limit.reversalApproval', '200000.00');
  const closure = { isPremature: false, paidIn: '36500.00', interest: '40.00', paid: '36540.00', annualRate: '4' };
  const preview = (await close(sunita.depositId, inCash, '?preview=true')).json();
  expect(preview).toMatchObject({ closure, needsApproval: false, total: '36540.00' });
  expect(preview.closure.lines).toMatchObject([
    { label: '10 days at 4 % a year', on: '2026-12-09', balance: '36500', interest: '40' },
  ]);

  const answer = await close(sunita.depositId);
  expect([answer.statusCode, answer.json()]).toMatchObject([201, { status: 'closed', paid: '36540.00' }]);
  expect(await counter.lastPostings()).toEqual([
    `debit 2101 ${sunita.depositNumber} 36500.00`,
    'debit 5101 - 40.00',
    'credit 1102 T1 36540.00',
  ]);
  expect(await account(sunita.depositId)).toMatchObject({ status: 'closed', balance: '0.00' });
  const { entryId, receiptId } = answer.json();
  expect((await counter.get(`/api/journal-entries/${entryId}/figures`)).json().items).toMatchObject([
    { value: '40.00', lines: [{ balance: '36500.00', value: '40' }, { value: '40' }] },
  ]);
  expect((await counter.get(`/api/receipts/${receiptId}`)).json()).toMatchObject({
    direction: 'out',
    total: '36540.00',
  });
  expect((await close(sunita.depositId)).json()).toMatchObject({ status: 409, code: 'DEPOSIT_CLOSED' });
  const receipt = await counter.deposit(sunita, '100.00');
  expect([receipt.statusCode, receipt.json().code]).toEqual([409, 'DEPOSIT_CLOSED']);

  // By mistake: it stands again, and what it earned is counted with the next credit.
  const back = await counter.post(`/api/journal-entries/${entryId}/reversal`, { reason: 'The wrong member was asked' });
  expect(back.statusCode, back.body).toBe(201);
  expect(await account(sunita.depositId)).toMatchObject({ status: 'active', balance: '36500.00' });
  const { earned, credits } = (await counter.get(`/api/deposits/${sunita.depositId}/interest`)).json();
  expect([earned, credits]).toMatchObject([{ from: '2026-11-30', to: '2026-12-10', interest: '44.00' }, []]);
});

test('the tax on that interest is withheld as on any, and all goes to another account of the member', async () => {
  const { platform } = counter;
  await platform.transact(async (trx) => {
    for (const [name, value] of [
      ['tax.onInterest', '"every-credit"'],
      ['tax.interestRate', '"5"'],
      ['tax.interestRateWithoutPan', '"5"'],
    ] as const) {
      await trx.updateTable('setting').set({ value }).where('name', '=', name).execute();
    }
  });
  const answer = await close(sunita.depositId, toCurrent());
  expect(answer.json()).toMatchObject({ status: 'waiting' });
  const approved = await counter.post(`/api/approvals/${answer.json().approvalId}/approval`, {}, counter.manager);
  expect(approved.statusCode, approved.body).toBe(200);
  const { accountNumber, balance } = await account(currentId);
  expect(await counter.lastPostings()).toEqual([
    `debit 2101 ${sunita.depositNumber} 36500.00`,
    'debit 5101 - 40.00',
    'credit 2211 - 2.00',
    `credit 2101 ${accountNumber} 36538.00`,
  ]);
  expect(balance).toBe('36538.00');
  // What came to the one account because the other was closed is not taken back while that one is closed too.
  const [{ id: entryId } = { id: 0 }] = await platform.database
    .selectFrom('journal_entry')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .execute();
  await counter.changeSetting('limit.withdrawalApproval', '200000.00');
  expect((await close(currentId)).json()).toMatchObject({ status: 'closed', paid: '36538.00' });
  const back = await counter.post(
    `/api/journal-entries/${entryId}/reversal`,
    { reason: 'The wrong member was asked' },
    counter.manager,
  );
  expect([back.statusCode, back.json().code]).toEqual([409, 'DEPOSIT_CLOSED']);
});

test('what holds it, feeds on it or pays into it is settled first; an empty account ends without an entry', async () => {
  const { platform } = counter;
  await counter.changeSetting('limit.withdrawalApproval', '200000.00');
  expect(await codeOf(sunita.depositId, { mode: 'transfer', depositId: sunita.depositId })).toBe('CLOSURE_INTO_ITSELF');
  await counter.restrict(sunita.depositId, '100.00');
  expect(await codeOf(sunita.depositId)).toBe('TERM_HELD');
  await counter.lift(sunita.depositId);
  const lien = { kind: 'lien', amount: '50.00', reference: 'LN000001', reason: 'Security of a loan' };
  await counter.restrict(sunita.depositId, lien);
  expect(await codeOf(sunita.depositId)).toBe('TERM_HELD');
  await counter.lift(sunita.depositId);
  await counter.restrict(sunita.depositId, { kind: 'freeze', allowsDeposits: false, reason: 'Order of the court' });
  expect(await codeOf(sunita.depositId)).toBe('DEPOSIT_FROZEN');
  await counter.lift(sunita.depositId);

  const opened = await counter.post('/api/deposits', {
    memberId: sunita.id,
    productCode: 'RD',
    amount: '500.00',
    months: 12,
    payment: inCash,
  });
  const instruction = await counter.post('/api/standing-instructions', {
    fromDepositId: sunita.depositId,
    toDepositId: opened.json().id,
  });
  expect(await codeOf(sunita.depositId)).toBe('CLOSURE_INSTRUCTION');
  const stopped = await counter.post(`/api/standing-instructions/${instruction.json().id}/stop`, {});
  expect(stopped.statusCode, stopped.body).toBeLessThan(300);
  expect(await codeOf(sunita.depositId)).toBe('CLOSURE_PAID_INTO');
  const thrift = await platform.database.selectFrom('deposit').select('id').where('kind', '=', 'thrift').execute();
  for (const { id } of thrift) expect(await codeOf(String(id))).toBe('DEPOSIT_UNTIL_MEMBERSHIP_ENDS');

  const shown = (await close(currentId, inCash, '?preview=true')).json();
  expect(shown).toMatchObject({ total: '0.00', postings: [], closure: { paid: '0.00', lines: [] } });
  const empty = await close(currentId);
  expect([empty.statusCode, empty.json()]).toEqual([
    201,
    { preview: false, status: 'closed', paid: '0.00', entryId: null, receiptId: null },
  ]);
  expect(await account(currentId)).toMatchObject({ status: 'closed' });
  const again = await counter.post('/api/deposits', { memberId: sunita.id, productCode: 'CA' });
  expect(again.statusCode).toBe(201);
});

test('asked for three times at one moment it is closed once, and what comes in meanwhile goes out or is refused', async () => {
  await counter.changeSetting('limit.withdrawalApproval', '200000.00');
  const hari = await counter.admitActive('Hari Prasad', 5_000);
  const answers = await Promise.all([
    close(sunita.depositId),
    counter.post(`/api/deposits/${hari.depositId}/transfers`, {
      amount: '100.00',
      to: { kind: 'deposit', accountNumber: sunita.depositNumber },
    }),
    close(sunita.depositId),
    close(sunita.depositId),
  ]);
  const [closed, moved, ...others] = answers;
  const all = [closed, ...others];
  expect(all.map((answer) => answer?.statusCode).sort()).toEqual([201, 409, 409]);
  const paid = all.find((answer) => answer?.statusCode === 201)?.json().paid;
  expect(paid).toBe(moved?.statusCode === 201 ? '36640.00' : '36540.00');
  expect(await account(sunita.depositId)).toMatchObject({ status: 'closed', balance: '0.00' });
});
