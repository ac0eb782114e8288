// A recurring deposit of 1,000 a month whose first instalment was paid when it was opened; three missed in a row make it
// irregular.

import { calendarDate, parseMoney, type RuleReach } from '@kafal/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findTermProduct, insertTermProduct, payInstalment } from '../deposits/index.ts';
import { dayEndDetails } from './day-end-queries.ts';
import { type OpenedTerm, openTestTerms, type TestTerms } from './test-terms.ts';

const DAY_MS = 86_400_000;
const TODAY = '2026-11-30';

let terms: TestTerms;
beforeEach(async () => {
  terms = await openTestTerms();
});
afterEach(() => terms.counter.close());

const openRecurring = (openedOn: string, maturesOn: string) =>
  terms.open(openedOn, maturesOn, { productCode: 'RD', amount: '1000.00', months: 12 });
const endNextDay = async (day: string) => {
  terms.counter.clock.advance(DAY_MS);
  await terms.endDays(day);
};
const missed = async ({ id }: OpenedTerm) => {
  const { plan } = (await terms.counter.get(`/api/deposits/${id}`)).json();
  return plan.instalments.flatMap(({ number, missedOn }: { number: number; missedOn: string | null }) =>
    missedOn === null ? [] : [`${number} on ${missedOn}`],
  );
};
const factsOf = async ({ id }: OpenedTerm) => (await terms.counter.get(`/api/deposits/${id}`)).json().term.instalments;
const told = async (name: string) => {
  const rows = await terms.counter.platform.database
    .selectFrom('outbox')
    .select(['memberId', 'payload'])
    .where('name', '=', name)
    .orderBy('id')
    .execute();
  return rows.map(({ memberId, payload }) => [memberId, JSON.parse(payload)]);
};

describe('an instalment that is due and not paid', () => {
  test('is marked missed by the end of its day, once, and its member is told', async () => {
    const deposit = await openRecurring('2026-10-30', '2027-10-30');
    await terms.endDays(TODAY);
    expect(await missed(deposit)).toEqual(['2 on 2026-11-30']);
    expect(await factsOf(deposit)).toEqual({
      paid: 1,
      count: 12,
      nextDueOn: '2026-11-30',
      missed: 1,
      isIrregular: false,
    });
    await endNextDay('2026-12-01');
    expect(await missed(deposit)).toEqual(['2 on 2026-11-30']);
    expect(await told('instalment.missed')).toEqual([
      [Number(terms.sunita.id), { depositId: Number(deposit.id), dueOn: '2026-11-30' }],
    ]);
  });

  test('and is paid on its day, is not missed', async () => {
    const deposit = await openRecurring('2026-10-30', '2027-10-30');
    const paid = await terms.counter.post('/api/receipts', {
      memberId: terms.sunita.id,
      mode: 'cash',
      lines: [{ kind: 'instalment', depositId: deposit.id, amount: '1000.00' }],
    });
    expect(paid.statusCode, paid.body).toBe(201);
    await terms.endDays(TODAY);
    expect(await missed(deposit)).toEqual([]);
  });

  test('waits for the days of grace that its product grants, and bears no fine within them', async () => {
    await terms.counter.platform.transact((trx) => trx.updateTable('term_product').set({ graceDays: 2 }).execute());
    const deposit = await openRecurring('2026-10-29', '2027-10-29');
    await terms.endDays(TODAY);
    expect(await missed(deposit)).toEqual([]);
    const { instalments } = (await terms.counter.get(`/api/counter/members/${terms.sunita.id}`)).json();
    expect(instalments).toMatchObject([{ number: 2, dueOn: '2026-11-29', monthsLate: 0, fine: '0.00' }]);
    await endNextDay('2026-12-01');
    expect(await missed(deposit)).toEqual(['2 on 2026-12-01']);
  });

  test('has the grace and the fine of a later version where that is for open deposits too, from its day on', async () => {
    const deposit = await openRecurring('2026-10-29', '2027-10-29');
    const { platform } = terms.counter;
    const fromOctober = { effectiveFrom: calendarDate('2026-10-01') };
    await platform.transact((trx) => trx.updateTable('term_product').set(fromOctober).execute());
    const later = async (appliesTo: RuleReach, effectiveFrom: string) => {
      const version = await findTermProduct(platform.database, 'RD', calendarDate('2027-12-31'));
      if (version === undefined) throw new Error('RD is offered');
      await platform.transact((trx) =>
        insertTermProduct(
          trx,
          { ...version, appliesTo, graceDays: 2, lateFinePerHundred: parseMoney('5.00') },
          { effectiveFrom: calendarDate(effectiveFrom), legalBasis: null, recordedAt: 0 },
        ),
      );
    };
    const fine = async () =>
      (await terms.counter.get(`/api/counter/members/${terms.sunita.id}`)).json().instalments[0].fine;
    // Due on the 29th, a day ago: 1.50 for each hundred, as it was opened.
    expect(await fine()).toBe('15.00');
    await later('new', '2026-11-01');
    await later('all', '2026-11-30');
    expect(await fine()).toBe('15.00');
    await later('all', '2026-11-29');
    expect(await fine()).toBe('0.00');
    await terms.endDays(TODAY);
    expect(await missed(deposit)).toEqual([]);
    await endNextDay('2026-12-01');
    expect(await missed(deposit)).toEqual(['2 on 2026-12-01']);
    expect(await fine()).toBe('50.00');
  });

  test('with as many missed in a row as the product says, the deposit is irregular until one is paid', async () => {
    const deposit = await openRecurring('2026-08-30', '2027-08-30');
    await terms.endDays(TODAY);
    expect(await missed(deposit)).toEqual(['2 on 2026-11-30', '3 on 2026-11-30', '4 on 2026-11-30']);
    const irregular = async () =>
      (await terms.counter.get('/api/deposits?kind=recurring&irregular=true')).json().items.length;
    expect([await irregular(), (await factsOf(deposit)).isIrregular]).toEqual([1, true]);
    expect(await told('deposit.irregular')).toEqual([
      [Number(terms.sunita.id), { depositId: Number(deposit.id), memberId: Number(terms.sunita.id) }],
    ]);

    const { platform } = terms.counter;
    await platform.transact(async (trx) => {
      const { entryId } = await trx
        .selectFrom('term_instalment')
        .select('entryId')
        .where('depositId', '=', Number(deposit.id))
        .where('number', '=', 1)
        .executeTakeFirstOrThrow();
      const on = calendarDate('2026-12-01');
      await payInstalment(trx, platform, { depositId: Number(deposit.id), number: 2, entryId: entryId ?? 0, on });
    });
    expect([await irregular(), (await factsOf(deposit)).missed]).toEqual([0, 2]);
    // What was missed stays missed.
    expect(await missed(deposit)).toHaveLength(3);
  });

  test('is no credit of the day: the steps say each what they did', async () => {
    await openRecurring('2026-10-30', '2027-10-30');
    await terms.endDays(TODAY);
    const day = await dayEndDetails(terms.counter.platform, 'en', calendarDate(TODAY));
    expect([day.credited, day.amount]).toEqual([0, '0.00']);
    expect(day.steps).toContainEqual(
      expect.objectContaining({ step: 'mark-missed', state: 'done', done: 1, amount: '0.00' }),
    );
  });

  test('and was found so by a day that is ended late, is marked as it would have been in time', async () => {
    const deposit = await openRecurring('2026-10-30', '2027-10-30');
    await terms.counter.platform.transact((trx) =>
      trx
        .updateTable('term_instalment')
        .set({ paidOn: calendarDate('2026-12-01') })
        .where('depositId', '=', Number(deposit.id))
        .where('number', '=', 2)
        .execute(),
    );
    await terms.endDays(TODAY);
    expect(await missed(deposit)).toEqual(['2 on 2026-11-30']);
    expect(await factsOf(deposit)).toMatchObject({ missed: 0, isIrregular: false });
  });
});
