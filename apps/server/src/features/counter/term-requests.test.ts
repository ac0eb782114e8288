import { calendarDate } from '@kafal/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describeEvents } from '../notifications/index.ts';
import { type AdmittedMember, openTestCounter, type TestCounter } from './test-counter.ts';

let counter: TestCounter;
let sunita: AdmittedMember;
beforeEach(async () => {
  counter = await openTestCounter();
  await counter.openTill();
  sunita = await counter.admitActive('Sunita Devi Rawat', 20_000);
  // The register decides whose rate a member has.
  await counter.platform.transact(async (trx) => {
    await trx
      .updateTable('member')
      .set({ dateOfBirth: calendarDate('1990-04-12') })
      .where('id', '=', Number(sunita.id))
      .execute();
  });
});
afterEach(() => counter.close());

const fixed = () => ({
  productCode: 'FD',
  amount: '15000.00',
  months: 36,
  payment: { mode: 'transfer', depositId: sunita.depositId },
});
const ask = (more: object = {}, by = sunita.signedIn) => counter.post('/api/deposits', { ...fixed(), ...more }, by);
const decide = (id: string, act: 'approval' | 'rejection', by = counter.manager) =>
  counter.post(`/api/approvals/${id}/${act}`, act === 'approval' ? {} : { reason: 'Shares are to be paid first' }, by);
const takeBack = (id: string, by = sunita.signedIn) => counter.post(`/api/deposit-requests/${id}/withdrawal`, {}, by);
const savings = () => counter.balance('deposit', sunita.depositId);
const requests = async (by = sunita.signedIn) => (await counter.get('/api/deposit-requests', by)).json().items;
const ownTerms = async () =>
  (await counter.get('/api/deposits', sunita.signedIn))
    .json()
    .items.filter(({ term }: { term: unknown }) => term !== null);
const told = () =>
  counter.platform.database
    .selectFrom('outbox')
    .select(['name', 'memberId', 'payload'])
    .where('name', 'in', ['deposit.accepted', 'deposit.refused'])
    .execute();

describe('a member who asks for a deposit from their savings', () => {
  test('sees first what it will bring and what is left, and nothing is written', async () => {
    const answer = await counter.post('/api/deposits?preview=true', fixed(), sunita.signedIn);
    expect([answer.statusCode, answer.json()]).toMatchObject([
      200,
      {
        preview: true,
        needsApproval: true,
        balances: [{ before: '20000.00', after: '5000.00' }],
        quote: { annualRate: '8', maturesOn: '2029-11-30', maturityValue: '19024.00' },
      },
    ]);
    expect(await requests()).toEqual([]);
  });

  test('waits for the society, whose yes moves the money and opens it', async () => {
    const asked = await ask();
    expect([asked.statusCode, asked.json()]).toMatchObject([202, { status: 'waiting' }]);
    const { approvalId } = asked.json();
    expect([await savings(), await ownTerms()]).toEqual(['20000.00', []]);
    expect(await requests()).toMatchObject([
      {
        id: approvalId,
        status: 'pending',
        product: 'Fixed deposit',
        amount: '15000.00',
        months: 36,
        days: null,
        fromAccount: sunita.depositNumber,
        annualRate: '8',
        reason: null,
      },
    ]);
    expect((await counter.get(`/api/approvals/${approvalId}`, counter.manager)).json()).toMatchObject({
      kind: 'term-opening',
      requestedBy: 'Sunita Devi Rawat',
      mayDecide: true,
      lines: [
        { label: `Balance of ${sunita.depositNumber}`, before: '20000.00', after: '5000.00' },
        { label: 'Term', after: '36 months' },
        { label: 'Rate a year', after: '8 %' },
        { label: 'Matures on', after: '2029-11-30' },
        { label: 'Value at maturity', after: '19024.00' },
      ],
    });

    const decided = await decide(approvalId, 'approval');
    expect(decided.statusCode, decided.body).toBe(200);
    const [opened] = await ownTerms();
    expect(opened).toMatchObject({ balance: '15000.00', term: { maturityValue: '19024.00', maturesOn: '2029-11-30' } });
    expect(await counter.lastPostings()).toEqual([
      `debit 2101 ${sunita.depositNumber} 15000.00`,
      `credit 2111 ${opened.accountNumber} 15000.00`,
    ]);
    expect(await savings()).toBe('5000.00');
    expect(await requests()).toMatchObject([{ id: approvalId, status: 'approved' }]);
    expect(await told()).toMatchObject([{ name: 'deposit.accepted', memberId: Number(sunita.id) }]);
    const entry = await counter.platform.database
      .selectFrom('journal_entry')
      .innerJoin('user as maker', 'maker.id', 'journal_entry.makerUserId')
      .innerJoin('user as checker', 'checker.id', 'journal_entry.checkerUserId')
      .select(['maker.kind as maker', 'checker.kind as checker'])
      .orderBy('journal_entry.id', 'desc')
      .executeTakeFirst();
    expect(entry).toEqual({ maker: 'member', checker: 'staff' });
  });

  test('asks for a recurring one alike: its first instalment comes with the yes', async () => {
    const { approvalId } = (await ask({ productCode: 'RD', amount: '1000.00', months: 12 })).json();
    await decide(approvalId, 'approval');
    expect(await ownTerms()).toMatchObject([{ balance: '1000.00', term: { instalments: { paid: 1, count: 12 } } }]);
    expect(await savings()).toBe('19000.00');
  });

  test('reads why not where the society says no, and may ask again', async () => {
    const { approvalId } = (await ask()).json();
    expect((await decide(approvalId, 'rejection')).statusCode).toBe(200);
    expect([await savings(), await ownTerms()]).toEqual(['20000.00', []]);
    expect(await requests()).toMatchObject([{ status: 'rejected', reason: 'Shares are to be paid first' }]);
    expect(await told()).toMatchObject([{ name: 'deposit.refused' }]);
    expect((await ask()).statusCode).toBe(202);
  });

  test('is told of the answer in their language', async () => {
    const { approvalId } = (await ask()).json();
    await decide(approvalId, 'rejection');
    const [refused] = await told();
    const read = (language: 'en' | 'hi') =>
      describeEvents(
        counter.platform,
        { language, audience: 'member', currency: 'INR', mayReadApprovals: false },
        refused === undefined ? [] : [refused],
      );
    expect(await read('en')).toMatchObject([
      {
        title: 'Your deposit was not opened',
        text: 'The society did not accept what you had asked for. Your savings are as they were.',
        link: '/deposits/requests',
      },
    ]);
    expect(await read('hi')).toMatchObject([{ title: 'आपकी जमा नहीं खुली' }]);
  });

  test('takes the question back before anybody answers: nobody can say yes to it, and another may be asked', async () => {
    const { approvalId } = (await ask()).json();
    const takenBack = await takeBack(approvalId);
    expect([takenBack.statusCode, takenBack.json()]).toMatchObject([200, { id: approvalId, status: 'withdrawn' }]);
    expect((await decide(approvalId, 'approval')).json()).toMatchObject({ status: 409, code: 'APPROVAL_DECIDED' });
    expect((await takeBack(approvalId)).json()).toMatchObject({ status: 409, code: 'APPROVAL_DECIDED' });
    expect([await savings(), await ownTerms(), await told()]).toEqual(['20000.00', [], []]);
    expect((await ask()).statusCode).toBe(202);
    expect((await requests()).map(({ status }: { status: string }) => status)).toEqual(['pending', 'withdrawn']);
  });

  test('takes it back while somebody says yes: one of the two is heard', async () => {
    const { approvalId } = (await ask()).json();
    const answers = await Promise.all([decide(approvalId, 'approval'), takeBack(approvalId)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(await ownTerms()).toHaveLength(answers[0]?.statusCode === 200 ? 1 : 0);
  });

  test('takes back nothing of another, and nothing but a deposit of a term', async () => {
    const asha = await counter.admitActive('Asha Bisht', 9_000);
    const { approvalId } = (await ask()).json();
    expect((await takeBack(approvalId, asha.signedIn)).statusCode).toBe(404);
    expect((await takeBack(approvalId, counter.manager)).statusCode).toBe(403);
    expect(await requests()).toMatchObject([{ status: 'pending' }]);
  });

  test('one question at a time: the second is refused, also when both come at once', async () => {
    const answers = await Promise.all([ask(), ask({ amount: '2000.00' })]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([202, 409]);
    expect((await ask()).json()).toMatchObject({
      status: 409,
      code: 'TERM_REQUEST_WAITING',
      detail: 'You have asked for a deposit already. Ask for another when the society has answered.',
    });
    expect(await requests()).toHaveLength(1);
  });
});

describe('the yes is refused whole', () => {
  test('when the savings do not suffice any more', async () => {
    const { approvalId } = (await ask()).json();
    await counter.post(`/api/deposits/${sunita.depositId}/withdrawals`, { amount: '6000.00', mode: 'cash' });
    const decided = await decide(approvalId, 'approval');
    expect(decided.json()).toMatchObject({ status: 422, code: 'BALANCE_TOO_LOW' });
    expect([await savings(), await ownTerms()]).toEqual(['14000.00', []]);
    expect(await requests()).toMatchObject([{ status: 'pending' }]);
  });

  test('when the rate is not the one that the member was shown', async () => {
    const { approvalId } = (await ask()).json();
    await counter.platform.transact(async (trx) => {
      await trx.updateTable('term_rate').set({ annualRate: '5' }).execute();
    });
    expect((await decide(approvalId, 'approval')).json()).toMatchObject({
      status: 409,
      code: 'TERM_RATE_CHANGED',
      detail: 'The rate was 8 % when this was asked for and is 5 % now. Refuse it, so that it can be asked for anew.',
    });
    expect([await savings(), await ownTerms()]).toEqual(['20000.00', []]);
  });

  test('to staff who are that member, and to whoever may not decide', async () => {
    const { approvalId } = (await ask()).json();
    expect((await decide(approvalId, 'approval', counter.cashier)).statusCode).toBe(403);
    expect((await decide(approvalId, 'approval', sunita.signedIn)).statusCode).toBe(403);
    expect(await savings()).toBe('20000.00');
  });
});

describe('a question is refused, with its field and a sentence,', () => {
  test.each([
    ['with cash', { payment: { mode: 'cash' } }, 403, 'TERM_AT_COUNTER', 'payment.mode'],
    ['for a day of their own choice', { openedOn: '2026-11-30' }, 403, 'TERM_DAY_AT_COUNTER', 'openedOn'],
    ['of more than the savings hold', { amount: '20000.01' }, 422, 'BALANCE_TOO_LOW', 'amount'],
    ['below the smallest amount', { amount: '999.99' }, 422, 'TERM_AMOUNT_BELOW', 'amount'],
    ['for too long', { months: 121 }, 422, 'TERM_TOO_LONG', 'months'],
    ['without an amount', { amount: undefined }, 422, 'TERM_AMOUNT_NAMED', 'amount'],
    ['without an account', { payment: undefined }, 422, 'TERM_PAYMENT_NAMED', 'payment'],
    ['for somebody else', { memberId: '999999' }, 404, 'DEPOSIT_MEMBER_UNKNOWN', 'memberId'],
  ])('%s', async (_what, more, status, code, field) => {
    const answer = await ask(more);
    expect([answer.statusCode, answer.json()]).toMatchObject([status, { code, fields: [{ path: field }] }]);
    expect(await requests()).toEqual([]);
  });

  test('with the savings of another, and another reads nothing of it', async () => {
    const asha = await counter.admitActive('Asha Bisht', 9_000);
    const payment = { mode: 'transfer', depositId: asha.depositId };
    expect((await ask({ amount: '5000.00', payment })).json()).toMatchObject({ status: 404, code: 'DEPOSIT_UNKNOWN' });
    await ask();
    expect(await requests(asha.signedIn)).toEqual([]);
    expect((await counter.get('/api/deposit-requests', counter.manager)).statusCode).toBe(403);
  });

  test('by a member whose status takes no money, and sent without a key', async () => {
    const without = await sunita.signedIn.inject({ method: 'POST', url: '/api/deposits', payload: fixed() });
    expect(without.json()).toMatchObject({ status: 400, code: 'IDEMPOTENCY_KEY_REQUIRED' });
    await counter.setStatus(sunita.id, 'suspended');
    expect((await ask()).statusCode).toBeGreaterThanOrEqual(400);
    expect(await requests()).toEqual([]);
  });
});
