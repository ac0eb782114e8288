// Thrift of 500 a month, due on the 28th and to be paid on its day; at 6 per cent a year, credited with March.

import { addDays, calendarDate, formatMoney } from '@kafal/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AdmittedMember } from '../counter/test-counter.ts';
import { openTestTerms, type TestTerms } from './test-terms.ts';

const DAY_MS = 86_400_000;
const TODAY = '2026-11-30';

let terms: TestTerms;
beforeEach(async () => {
  terms = await openTestTerms();
  await terms.counter.changeSetting('thrift.dueDay', 28);
  await terms.counter.changeSetting('thrift.graceDay', 28);
  await terms.counter.changeSetting('thrift.monthlyDue', '500.00');
});
afterEach(() => terms.counter.close());

/** Ends every day up to this one; the books go with the clock. */
async function endDaysTo(until: string) {
  let day = calendarDate(TODAY);
  for (; day < until; day = addDays(day, 1)) {
    await terms.endDays(day);
    terms.counter.clock.advance(DAY_MS);
  }
  await terms.endDays(day);
}
const thriftOf = async (member: AdmittedMember = terms.sunita) => {
  const { items } = (await terms.counter.get(`/api/deposits?memberId=${member.id}&kind=thrift`)).json();
  return items[0];
};
const standing = async (id: string) => (await terms.counter.get(`/api/deposits/${id}`)).json().thrift;
const raised = async () => {
  const rows = await terms.counter.platform.database
    .selectFrom('thrift_due as t')
    .innerJoin('deposit as d', 'd.id', 't.depositId')
    .select(['d.memberId', 't.dueOn', 't.amount', 't.raised'])
    .orderBy('d.memberId')
    .orderBy('t.dueOn')
    .execute();
  return rows.map((row) => `${row.dueOn} ${formatMoney(row.amount)} of ${formatMoney(row.raised)}`);
};
/** As money that came in from the bank on that day. */
const payIn = (id: string, amount: string) =>
  terms.counter.post(`/api/deposits/${terms.sunita.depositId}/transfers`, {
    amount,
    to: { kind: 'deposit', accountNumber: id },
  });
/** December rests; January and February are paid ahead, March is not paid. */
async function payThreeMonthsADayLate() {
  await endDaysTo('2026-12-28');
  const { id, accountNumber } = await thriftOf();
  terms.counter.clock.advance(DAY_MS);
  const paid = await payIn(accountNumber, '1500.00');
  for (let day = calendarDate('2026-12-29'); day < '2027-03-31'; day = addDays(day, 1)) {
    await terms.endDays(day);
    terms.counter.clock.advance(DAY_MS);
  }
  await terms.endDays('2027-03-31');
  return { id, accountNumber, entryId: paid.json().entryId };
}

describe('compulsory thrift', () => {
  test('is due from every active member on its day of the month, once, in an account of their own', async () => {
    await terms.counter.admitActive('Asha Bisht', 5_000);
    await endDaysTo('2026-12-27');
    expect(await raised()).toEqual([]);
    terms.counter.clock.advance(DAY_MS);
    await terms.endDays('2026-12-28');
    expect(await raised()).toEqual(['2026-12-28 500.00 of 500.00', '2026-12-28 500.00 of 500.00']);
    expect(await thriftOf()).toMatchObject({ kind: 'thrift', productCode: 'CD', status: 'active' });
  });

  test('is paid by whatever comes in, the oldest first; what is more waits for the months that come', async () => {
    await endDaysTo('2027-01-28');
    const { id, accountNumber } = await thriftOf();
    expect(await standing(id)).toMatchObject({
      arrears: '1000.00',
      since: '2026-12-28',
      monthsInArrear: 2,
      ahead: '0.00',
      dues: [
        { dueOn: '2027-01-28', amount: '500.00', paid: '0.00' },
        { dueOn: '2026-12-28', amount: '500.00', paid: '0.00' },
      ],
    });
    terms.counter.clock.advance(DAY_MS);
    expect((await payIn(accountNumber, '700.00')).statusCode).toBe(201);
    expect(await standing(id)).toMatchObject({ arrears: '300.00', since: '2027-01-28', monthsInArrear: 1 });
    expect((await payIn(accountNumber, '900.00')).statusCode).toBe(201);
    expect(await standing(id)).toMatchObject({ arrears: '0.00', since: null, ahead: '600.00' });
  });

  test('in arrears stands in the list of those who owe, and nobody else', async () => {
    const asha = await terms.counter.admitActive('Asha Bisht', 5_000);
    await endDaysTo('2026-12-28');
    terms.counter.clock.advance(DAY_MS);
    await payIn((await thriftOf()).accountNumber, '500.00');
    const list = async (query = '') => (await terms.counter.get(`/api/thrift-dues${query}`)).json();
    expect((await list('?total=true')).items).toHaveLength(2);
    const inArrears = await list('?arrears=true&total=true');
    expect(inArrears.items).toMatchObject([
      { memberId: asha.id, arrears: '500.00', since: '2026-12-28', monthsInArrear: 1, paidIn: '0.00' },
    ]);
    expect(inArrears.totals).toEqual({ raised: '500.00', paidIn: '0.00', arrears: '500.00' });
  });

  test('bears a twelfth of the rate on each month-end, nothing for a month whose due came late, and is counted anew', async () => {
    await terms.counter.changeSetting('limit.reversalDays', 365);
    await terms.counter.changeSetting('limit.valueDateDays', 100);
    const { id, accountNumber, entryId } = await payThreeMonthsADayLate();
    // 1,500 × 6 / 1,200 = 7.50 for January and February each.
    const { credits } = (await terms.counter.get(`/api/deposits/${id}/interest`)).json();
    expect(credits).toMatchObject([{ to: '2027-03-31', interest: '15.00' }]);
    expect(credits[0].lines).toMatchObject([
      { to: '2026-12-31', balance: '1500.00', annualRate: '0', interest: '0' },
      { to: '2027-01-31', balance: '1500.00', annualRate: '6', interest: '7.5' },
      { to: '2027-02-28', balance: '1500.00', annualRate: '6', interest: '7.5' },
      { to: '2027-03-31', balance: '1500.00', annualRate: '0', interest: '0' },
    ]);
    expect(await terms.counter.balance('deposit', id)).toBe('1515.00');
    // Interest is not paid in.
    expect(await standing(id)).toMatchObject({ paidIn: '1500.00', arrears: '500.00', since: '2027-03-28' });

    // What paid the dues is taken back: the interest is counted anew, as it was shown before.
    const { manager } = terms.counter;
    const reversal = `/api/journal-entries/${entryId}/reversal`;
    const reason = { reason: 'It was meant for somebody else' };
    const preview = await terms.counter.post(`${reversal}?preview=true`, reason, manager);
    expect(preview.statusCode, preview.body).toBe(200);
    expect(preview.json().interest).toContainEqual(
      expect.objectContaining({ accountNumber, to: '2027-03-31', before: '15.00', after: '0.00' }),
    );
    const taken = await terms.counter.post(reversal, reason, manager);
    expect(taken.statusCode, taken.body).toBe(201);
    const { credits: anew } = (await terms.counter.get(`/api/deposits/${id}/interest`)).json();
    expect(anew).toMatchObject([{ to: '2027-03-31', interest: '0.00', replaced: [{ interest: '15.00' }] }]);
    // What was replaced is explained as it was.
    expect(anew[0].replaced[0].lines.map(({ interest }: { interest: string }) => interest)).toEqual([
      '0',
      '7.5',
      '7.5',
      '0',
    ]);
    expect(await standing(id)).toMatchObject({ paidIn: '0.00', arrears: '2000.00', since: '2026-12-28' });
  });

  test('is taken by a standing instruction, a part of a due with what is there for it', async () => {
    await endDaysTo('2026-12-28');
    const { id, accountNumber } = await thriftOf();
    terms.counter.clock.advance(DAY_MS);
    await payIn(accountNumber, '200.00');
    const set = await terms.counter.post('/api/standing-instructions', {
      fromDepositId: terms.sunita.depositId,
      toDepositId: id,
    });
    expect(set.statusCode, set.body).toBe(201);
    await terms.endDays('2026-12-29');
    const { items } = (await terms.counter.get(`/api/standing-instructions?depositId=${id}`)).json();
    expect(items[0].dues).toMatchObject([{ dueOn: '2026-12-28', status: 'taken', amount: '300.00', fine: '0.00' }]);
    expect(await standing(id)).toMatchObject({ arrears: '0.00' });
  });
});

describe('before its day', () => {
  test('a member is reminded of thrift, an instalment and a maturity, once', async () => {
    const recurring = await terms.open('2026-11-02', '2027-11-02', {
      productCode: 'RD',
      amount: '1000.00',
      months: 12,
    });
    const fixed = await terms.open('2023-12-03', '2026-12-03');
    await terms.endDays(TODAY);
    terms.counter.clock.advance(DAY_MS);
    await terms.endDays('2026-12-01');
    const told = async () => {
      const rows = await terms.counter.platform.database
        .selectFrom('outbox')
        .select(['name', 'payload', 'memberId'])
        .where('name', 'in', ['instalment.due', 'deposit.maturing', 'thrift.due'])
        .orderBy('id')
        .execute();
      return rows.map(({ name, payload }) => [name, JSON.parse(payload)]);
    };
    expect(await told()).toEqual([
      ['instalment.due', { depositId: Number(recurring.id), dueOn: '2026-12-02' }],
      ['deposit.maturing', { depositId: Number(fixed.id), dueOn: '2026-12-03' }],
    ]);
  });
});
