import { calendarDate, parseMoney } from '@kafal/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { getMemberForUpdate } from '../members/index.ts';
import { type AdmittedMember, openTestCounter, type TestCounter } from './test-counter.ts';

let counter: TestCounter;
let sunita: AdmittedMember;
beforeEach(async () => {
  counter = await openTestCounter();
  await counter.openTill();
  sunita = await counter.admitActive('Sunita Devi Rawat', 20_000);
  await counter.platform.transact(async (trx) => {
    await trx
      .updateTable('member')
      .set({ dateOfBirth: calendarDate('1990-04-12') })
      .execute();
    await trx.updateTable('term_product').set({ rounding: 'paisa' }).execute();
  });
  await counter.changeSetting('limit.withdrawalApproval', '200000.00');
});
afterEach(() => counter.close());

interface Opened {
  readonly id: string;
  readonly accountNumber: string;
}

/** As if it had been opened then; the books stand on today. */
async function openedOn(openedOn: string, maturesOn: string, more: object = {}): Promise<Opened> {
  const answer = await counter.post('/api/deposits', {
    memberId: sunita.id,
    productCode: 'FD',
    amount: '100000.00',
    months: 36,
    payment: { mode: 'cash' },
    ...more,
  });
  const { id, accountNumber } = answer.json();
  await counter.platform.transact(async (trx) => {
    await trx
      .updateTable('deposit')
      .set({ openedOn: calendarDate(openedOn) })
      .where('id', '=', Number(id))
      .execute();
    await trx
      .updateTable('term_deposit')
      .set({ maturesOn: calendarDate(maturesOn) })
      .where('depositId', '=', Number(id))
      .execute();
    await trx
      .updateTable('term_instalment')
      .set({ paidOn: calendarDate(openedOn) })
      .where('depositId', '=', Number(id))
      .where('number', '=', 1)
      .execute();
  });
  return { id, accountNumber };
}
/** After 12 months and 61 days of 36 months. */
const early = () => openedOn('2025-09-30', '2028-09-30');
const matured = () => openedOn('2023-11-30', '2026-11-30');
const interestPaid = (id: string, amount: string) =>
  counter.platform.transact(async (trx) => {
    await trx
      .updateTable('term_deposit')
      .set({ interestPaid: parseMoney(amount) })
      .where('depositId', '=', Number(id))
      .execute();
  });

const WEDDING = 'Money for the wedding of a daughter';
const inCash = { mode: 'cash' };
const toSavings = () => ({ mode: 'transfer', depositId: sunita.depositId });
const close = (id: string, payment: object = inCash, query = '', by = counter.cashier) =>
  counter.post(`/api/deposits/${id}/closure${query}`, { payment, reason: WEDDING }, by);
const approve = (id: string, by = counter.manager) => counter.post(`/api/approvals/${id}/approval`, {}, by);
const statusOf = async (id: string) => (await counter.get(`/api/deposits/${id}`)).json().status;

describe('a deposit at its end', () => {
  test('is paid in cash with all that was promised: 1,26,824.18, and a voucher of the till', async () => {
    const { id, accountNumber } = await matured();
    const answer = await close(id);
    expect([answer.statusCode, answer.json()]).toMatchObject([201, { status: 'closed', paid: '126824.18' }]);
    expect(await counter.lastPostings()).toEqual([
      `debit 2111 ${accountNumber} 100000.00`,
      'debit 5102 - 26824.18',
      'credit 1102 T1 126824.18',
    ]);
    expect((await counter.get(`/api/receipts/${answer.json().receiptId}`)).json()).toMatchObject({
      direction: 'out',
      total: '126824.18',
      lines: [{ label: `Fixed deposit ${accountNumber}` }],
    });
    expect([await counter.balance('deposit', id), await statusOf(id)]).toEqual(['0.00', 'closed']);
  });

  test('goes to savings in one transfer', async () => {
    const { id, accountNumber } = await matured();
    expect((await close(id, toSavings())).json()).toMatchObject({ status: 'waiting' });
    await counter.changeSetting('limit.transferApproval', '200000.00');
    expect((await close(id, toSavings())).json()).toMatchObject({ status: 'closed', receiptId: null });
    expect(await counter.lastPostings()).toEqual([
      `debit 2111 ${accountNumber} 100000.00`,
      'debit 5102 - 26824.18',
      `credit 2101 ${sunita.depositNumber} 126824.18`,
    ]);
    expect(await counter.balance('deposit', sunita.depositId)).toBe('146824.18');
  });

  test('of instalments that were not all paid, each earns from its day on', async () => {
    const { id, accountNumber } = await openedOn('2025-11-30', '2026-11-30', {
      productCode: 'RD',
      amount: '1000.00',
      months: 12,
    });
    // One instalment of a year at 7.25 per cent: 1,000 × 1.018125⁴.
    expect((await close(id)).json()).toMatchObject({ status: 'closed', paid: '1074.50' });
    expect(await counter.lastPostings()).toContain(`debit 2121 ${accountNumber} 1000.00`);
    expect(await counter.lastPostings()).toContain('debit 5103 - 74.50');
  });

  test('is paid out once, also when it is asked for three times at the same moment', async () => {
    const { id } = await matured();
    const answers = await Promise.all([close(id), close(id), close(id)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409]);
    expect(answers.map((answer) => answer.json().code).filter(Boolean)).toEqual(['DEPOSIT_CLOSED', 'DEPOSIT_CLOSED']);
  });
});

test('an instalment that comes while the deposit is being closed waits, and finds it closed', async () => {
  const { id } = await openedOn('2025-11-30', '2026-11-30', { productCode: 'RD', amount: '1000.00', months: 12 });
  const { platform } = counter;
  const locked = Promise.withResolvers<void>();
  // As a closure begins: the member is locked, and the deposit is closed before the transaction ends.
  const closing = platform.transact(async (trx) => {
    await getMemberForUpdate(trx, platform, Number(sunita.id));
    locked.resolve();
    // Long enough for a payment that waits for nobody to be done.
    for (let question = 0; question < 300; question += 1) await platform.dialect.one(trx, 'SELECT 1 AS one', []);
    await trx.updateTable('deposit').set({ status: 'closed' }).where('id', '=', Number(id)).execute();
  });
  await locked.promise;
  const answer = await counter.post('/api/receipts', {
    memberId: sunita.id,
    mode: 'cash',
    lines: [{ kind: 'instalment', depositId: id, amount: '1000.00' }],
  });
  await closing;
  expect([answer.statusCode, answer.json().code]).toEqual([409, 'DEPOSIT_CLOSED']);
});

describe('a deposit before its end', () => {
  test('shows first what is paid: 7.25 less 1 per cent for 12 months and 61 days, 1,07,509.37', async () => {
    const { id, accountNumber } = await early();
    const preview = (await close(id, inCash, '?preview=true')).json();
    expect(preview).toMatchObject({
      preview: true,
      needsApproval: true,
      total: '107509.37',
      closure: {
        isPremature: true,
        annualRate: '6.25',
        paidIn: '100000.00',
        interest: '7509.37',
        recovered: '0.00',
        paid: '107509.37',
      },
      postings: [
        { accountCode: '2111', side: 'debit', amount: '100000.00', subLedgerNumber: accountNumber },
        { accountCode: '5102', side: 'debit', amount: '7509.37' },
        { accountCode: '1102', side: 'credit', amount: '107509.37' },
      ],
    });
    expect(preview.closure.lines.map(({ label }: { label: string }) => label)).toEqual([
      ...Array(4).fill('3 months at 6.25 % a year'),
      '61 days at 6.25 % a year',
    ]);
    expect([await counter.balance('deposit', id), await statusOf(id)]).toEqual(['100000.00', 'active']);
  });

  test('is closed when a second person has seen the figures, and not by whoever asked', async () => {
    const { id, accountNumber } = await early();
    const asked = await close(id);
    expect([asked.statusCode, asked.json().status]).toEqual([202, 'waiting']);
    const { approvalId } = asked.json();
    expect((await counter.get(`/api/approvals/${approvalId}`, counter.manager)).json()).toMatchObject({
      kind: 'term-closure',
      summary: `Close deposit ${accountNumber} of Sunita Devi Rawat (${sunita.number}) before its end and pay ₹1,07,509.37`,
      lines: [
        { label: 'Paid in', after: '100000.00' },
        { label: 'Rate a year', after: '6.25 %' },
        { label: 'Interest earned', after: '7509.37' },
        { label: 'Paid out', after: '107509.37' },
        { label: 'Why', after: WEDDING },
      ],
    });
    expect((await approve(approvalId, counter.cashier)).statusCode).toBe(403);
    expect(await statusOf(id)).toBe('active');
    const approved = await approve(approvalId);
    expect(approved.statusCode, approved.body).toBe(200);
    expect(await counter.lastPostings()).toContain('credit 1102 T1 107509.37');
    expect(await statusOf(id)).toBe('closed');
  });

  test('is not closed without a reason; at its end nobody asks for one', async () => {
    const unsaid = (id: string) => counter.post(`/api/deposits/${id}/closure`, { payment: inCash });
    const { id } = await early();
    expect((await unsaid(id)).json()).toMatchObject({
      status: 422,
      code: 'TERM_CLOSURE_REASON',
      fields: [{ path: 'reason' }],
    });
    expect(await statusOf(id)).toBe('active');
    expect((await unsaid((await matured()).id)).json()).toMatchObject({ status: 'closed', paid: '126824.18' });
  });

  test('gives back interest that was paid out and not earned: 490.63 of 8,000', async () => {
    const { id, accountNumber } = await early();
    await interestPaid(id, '8000.00');
    expect((await close(id)).json()).toMatchObject({
      status: 422,
      code: 'TERM_RECOVERY_TO_SAVINGS',
      fields: [{ path: 'payment.mode' }],
    });
    const preview = (await close(id, toSavings(), '?preview=true')).json();
    expect(preview.closure).toMatchObject({ interest: '7509.37', recovered: '490.63', paid: '99509.37' });
    const { approvalId } = (await close(id, toSavings())).json();
    expect((await approve(approvalId)).statusCode).toBe(200);
    expect(await counter.lastPostings()).toEqual([
      `debit 2111 ${accountNumber} 100000.00`,
      'credit 5102 - 490.63',
      `credit 2101 ${sunita.depositNumber} 99509.37`,
    ]);
  });

  test('is not closed by a yes to another amount', async () => {
    const { id } = await early();
    const { approvalId } = (await close(id)).json();
    await interestPaid(id, '100.00');
    expect((await approve(approvalId)).json()).toMatchObject({ status: 409, code: 'TERM_CLOSURE_CHANGED' });
    expect(await statusOf(id)).toBe('active');
  });

  test('within the lock-in earns nothing', async () => {
    const { id } = await openedOn('2026-11-15', '2029-11-15');
    expect((await close(id, inCash, '?preview=true')).json().closure).toMatchObject({
      annualRate: '0',
      interest: '0.00',
      paid: '100000.00',
      lines: expect.any(Array),
    });
  });
});

describe('a closure is refused, and nothing is written,', () => {
  test('while the deposit is security, of savings that it is paid into, to the savings of another, without a till or the right', async () => {
    const { id } = await matured();
    const asha = await counter.admitActive('Asha Bisht', 1_000);
    expect((await close(sunita.depositId)).json()).toMatchObject({ status: 422, code: 'CLOSURE_PAID_INTO' });
    expect((await close(id, { mode: 'transfer', depositId: asha.depositId })).json()).toMatchObject({
      status: 404,
      code: 'DEPOSIT_UNKNOWN',
      fields: [{ path: 'payment.depositId' }],
    });
    expect((await close(id, { mode: 'transfer', depositId: id })).json()).toMatchObject({
      code: 'CLOSURE_INTO_ITSELF',
    });
    expect((await close(id, inCash, '', counter.secondCashier)).json()).toMatchObject({ code: 'TILL_NOT_OPEN' });
    expect((await close(id, inCash, '', sunita.signedIn)).statusCode).toBe(403);
    expect((await close('999')).json()).toMatchObject({ status: 404, code: 'DEPOSIT_UNKNOWN' });
    await counter.restrict(id, '50000.00');
    for (const query of ['', '?preview=true']) {
      expect((await close(id, inCash, query)).json()).toMatchObject({
        status: 422,
        code: 'TERM_HELD',
        detail: expect.stringContaining('₹50,000.00 is held back by a lien or a hold. Have it lifted first.'),
      });
    }
    await counter.setStatus(sunita.id, 'suspended');
    expect((await close(id)).json()).toMatchObject({ status: 422, code: 'MEMBER_MONEY_OUT' });
    expect([await counter.balance('deposit', id), await statusOf(id)]).toEqual(['100000.00', 'active']);
  });
});

test('a closure by mistake is taken back: the deposit stands again with the rate and the day it had', async () => {
  await counter.changeSetting('limit.reversalApproval', '200000.00');
  const { id } = await matured();
  const before = (await counter.get(`/api/deposits/${id}`)).json();
  const { entryId } = (await close(id)).json();
  const reversal = await counter.post(
    `/api/journal-entries/${entryId}/reversal`,
    { reason: 'Another deposit was meant' },
    counter.manager,
  );
  expect(reversal.statusCode, reversal.body).toBe(201);
  const after = (await counter.get(`/api/deposits/${id}`)).json();
  expect(after).toEqual({ ...before, version: after.version });
  expect((await close(id)).statusCode).toBe(201);
});
