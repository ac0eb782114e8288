// 29 November 2026 is a Sunday, on which this society is shut: what falls due on it falls on Monday the 30th. The clock
// stands on that Monday, and the Tuesday after it is a holiday.

import { addDays, calendarDate } from '@kafal/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestTerms, type TestTerms } from './test-terms.ts';

const DAY_MS = 86_400_000;
const MONDAY = '2026-11-30';

let terms: TestTerms;
beforeEach(async () => {
  terms = await openTestTerms();
  await setRule('"next"');
  const holiday = {
    day: calendarDate('2026-12-01'),
    nameEn: 'Fair',
    nameHi: 'मेला',
    recordedByUserId: 1,
    recordedAt: 0,
  };
  await terms.counter.platform.transact((trx) => trx.insertInto('holiday').values(holiday).execute());
});
afterEach(() => terms.counter.close());

/** As if set-up had said so. */
const setRule = (value: string, name = 'deposits.holidayRule') =>
  terms.counter.platform.transact((trx) =>
    trx.updateTable('setting').set({ value }).where('name', '=', name).execute(),
  );
/** Ends every day up to this one; the books go with the clock. */
async function endDaysTo(until: string) {
  let day = calendarDate(MONDAY);
  for (; day < until; day = addDays(day, 1)) {
    await terms.endDays(day);
    terms.counter.clock.advance(DAY_MS);
  }
  await terms.endDays(day);
}
const read = async (url: string) => (await terms.counter.get(url)).json();
const openRecurring = (openedOn: string) =>
  terms.open(openedOn, '2027-12-30', { productCode: 'RD', amount: '1000.00', months: 12 });
const nextInstalment = async () => (await read(`/api/counter/members/${terms.sunita.id}`)).instalments[0];

describe('what falls due on a day without business', () => {
  test('an instalment of the Sunday is in time on the Monday: no fine, and it is missed with the end of that day', async () => {
    const deposit = await openRecurring('2026-10-29');
    expect(await nextInstalment()).toMatchObject({ dueOn: '2026-11-29', movesTo: MONDAY, monthsLate: 0, fine: '0.00' });
    const { plan } = await read(`/api/deposits/${deposit.id}`);
    expect(plan.instalments[1]).toMatchObject({ dueOn: '2026-11-29', movesTo: MONDAY });
    await terms.endDays(MONDAY);
    expect((await read(`/api/deposits/${deposit.id}`)).plan.instalments[1].missedOn).toBe(MONDAY);
    terms.counter.clock.advance(DAY_MS);
    await terms.endDays('2026-12-01');
    // A month that has begun, from the Monday on: 1.50 for each hundred.
    expect(await nextInstalment()).toMatchObject({ monthsLate: 1, fine: '15.00' });
  });

  test('the member is reminded of the day it moves to, as many days before that as the rule says', async () => {
    const { counter, sunita } = terms;
    await counter.changeSetting('reminders.depositInstalment', '2');
    await counter.changeSetting('reminders.thrift', '2');
    // 6 December is a Sunday: the instalment and the thrift of it are due on Monday the 7th.
    await openRecurring('2026-11-06');
    await counter.changeSetting('thrift.dueDay', 1);
    await counter.changeSetting('thrift.monthlyDue', '500.00');
    const reminded = () =>
      counter.platform.database
        .selectFrom('reminder')
        .select(['kind', 'dueOn', 'daysBefore', 'remindedOn'])
        .orderBy('kind')
        .execute();
    await endDaysTo('2026-12-04');
    expect(await reminded()).toEqual([]);
    // A month whose thrift was asked for is not reminded of again when its day moves: as if that had not been.
    await counter.platform.transact((trx) => trx.deleteFrom('thrift_due').execute());
    await counter.changeSetting('thrift.dueDay', 6);
    counter.clock.advance(DAY_MS);
    await terms.endDays('2026-12-05');
    expect(await reminded()).toEqual([
      { kind: 'deposit-instalment', dueOn: '2026-12-06', daysBefore: 2, remindedOn: '2026-12-05' },
      { kind: 'thrift', dueOn: '2026-12-06', daysBefore: 2, remindedOn: '2026-12-05' },
    ]);
    const told = await counter.platform.database
      .selectFrom('outbox')
      .select(['name', 'payload'])
      .where('name', 'in', ['instalment.due', 'thrift.due'])
      .where('memberId', '=', Number(sunita.id))
      .orderBy('name')
      .execute();
    expect(told.map(({ name, payload }) => [name, JSON.parse(payload).dueOn])).toEqual([
      ['instalment.due', '2026-12-07'],
      ['thrift.due', '2026-12-07'],
    ]);
  });

  test('where nothing moves, the same instalment is late on the Monday', async () => {
    await setRule('"same"');
    await openRecurring('2026-10-29');
    expect(await nextInstalment()).toMatchObject({ movesTo: null, monthsLate: 1, fine: '15.00' });
  });

  test('a maturity of the Sunday is carried out on the Monday, with a day of interest more: 27.80', async () => {
    // 1,26,824.18 × 8 % × 1 ÷ 365.
    const old = await terms.open('2023-11-29', '2026-11-29', { atMaturity: 'to-savings' });
    const end = { on: MONDAY, value: '126851.98' };
    const listed = async () => (await read('/api/deposits?kind=fixed')).items[0].term;
    expect((await read(`/api/deposits/${old.id}`)).plan.maturityMovesTo).toBe(MONDAY);
    expect(await listed()).toMatchObject({ maturesOn: '2026-11-29', maturityValue: '126824.18', end });
    await terms.endDays(MONDAY);
    // What the list said before is what the entry then brought, and what the list says of it afterwards.
    expect((await listed()).end).toEqual(end);
    expect(await terms.postingsOf('maturity')).toEqual([
      [
        `debit 2111 ${old.accountNumber} 100000.00`,
        'debit 5102 - 26851.98',
        `credit 2101 ${terms.sunita.depositNumber} 126851.98`,
      ],
    ]);
  });

  test('and with nothing more where the society gives nothing for the holiday', async () => {
    await setRule('false', 'deposits.holidayInterest');
    await terms.open('2023-11-29', '2026-11-29', { atMaturity: 'to-savings' });
    await terms.endDays(MONDAY);
    expect((await terms.postingsOf('maturity'))[0]?.[1]).toBe('debit 5102 - 26824.18');
  });

  test('where it moves to the day before, a term that ends on the holiday is over on the Monday, with all that was promised', async () => {
    await setRule('"previous"');
    await terms.open('2023-12-01', '2026-12-01', { atMaturity: 'to-savings' });
    await terms.endDays(MONDAY);
    expect((await terms.postingsOf('maturity'))[0]?.[1]).toBe('debit 5102 - 26824.18');
  });

  test('a standing instruction, interest that is paid on the way and thrift come with the end of the day after it', async () => {
    const { counter, sunita } = terms;
    const deposit = await openRecurring('2026-11-01');
    await counter.post('/api/standing-instructions', { fromDepositId: sunita.depositId, toDepositId: deposit.id });
    await terms.open('2026-11-01', '2029-11-01', { productCode: 'MIS' });
    await counter.changeSetting('thrift.dueDay', 1);
    await counter.changeSetting('thrift.graceDay', 1);
    await counter.changeSetting('thrift.monthlyDue', '500.00');
    const came = async () => ({
      transfers: await terms.postingsOf('transfer'),
      interest: (await terms.postingsOf('interest')).length,
      dues: await counter.platform.database.selectFrom('thrift_due').select(['dueOn', 'graceTo']).execute(),
    });
    await endDaysTo('2026-12-01');
    expect(await came()).toEqual({ transfers: [], interest: 0, dues: [] });
    counter.clock.advance(DAY_MS);
    await terms.endDays('2026-12-02');
    expect(await came()).toEqual({
      transfers: [[`debit 2101 ${sunita.depositNumber} 1000.00`, `credit 2121 ${deposit.accountNumber} 1000.00`]],
      interest: 1,
      // Under its own day, and in time with the day after it.
      dues: [{ dueOn: '2026-12-01', graceTo: '2026-12-02' }],
    });
  });
});
