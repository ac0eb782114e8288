// A recurring deposit of 1,000 a month that is paid from savings by a standing instruction.

import { calendarDate } from '@kafal/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemActor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { exportJournal } from '../accounting/index.ts';
import { runDayEnd } from './index.ts';
import { type OpenedTerm, openTestTerms, type TestTerms } from './test-terms.ts';

const DAY_MS = 86_400_000;
const TODAY = '2026-11-30';

let terms: TestTerms;
beforeEach(async () => {
  terms = await openTestTerms();
});
afterEach(() => terms.counter.close());

const openRecurring = (openedOn: string, maturesOn: string, by = terms) =>
  by.open(openedOn, maturesOn, { productCode: 'RD', amount: '1000.00', months: 12 });
const setInstruction = (to: OpenedTerm, more: object = {}, by = terms) =>
  by.counter.post('/api/standing-instructions', { fromDepositId: by.sunita.depositId, toDepositId: to.id, ...more });
const instructed = async (to: OpenedTerm) =>
  (await terms.counter.get(`/api/standing-instructions?depositId=${to.id}`)).json().items[0];
const endNextDay = async (day: string) => {
  terms.counter.clock.advance(DAY_MS);
  await terms.endDays(day);
};
const told = async (name: string) => {
  const rows = await terms.counter.platform.database
    .selectFrom('outbox')
    .select('payload')
    .where('name', '=', name)
    .execute();
  return rows.map(({ payload }) => JSON.parse(payload));
};

describe('a standing instruction', () => {
  test('takes an instalment from savings at the end of its day, by an entry of its own, and once', async () => {
    const deposit = await openRecurring('2026-10-30', '2027-10-30');
    expect((await setInstruction(deposit)).statusCode).toBe(201);
    await terms.endDays(TODAY);
    expect(await terms.postingsOf('transfer')).toEqual([
      [`debit 2101 ${terms.sunita.depositNumber} 1000.00`, `credit 2121 ${deposit.accountNumber} 1000.00`],
    ]);
    await endNextDay('2026-12-01');
    expect(await terms.postingsOf('transfer')).toHaveLength(1);
    expect(await instructed(deposit)).toMatchObject({
      isFailing: false,
      dues: [
        { dueOn: TODAY, status: 'taken', amount: '1000.00', fine: '0.00', triedOn: TODAY, tries: 1, reason: null },
      ],
    });
    // It was paid before anybody looked for what is missed.
    const { term } = (await terms.counter.get(`/api/deposits/${deposit.id}`)).json();
    expect(term.instalments).toMatchObject({ paid: 2, missed: 0 });
  });

  test('takes what is late with its fine, the oldest first', async () => {
    const deposit = await openRecurring('2026-09-30', '2027-09-30');
    await setInstruction(deposit);
    await terms.endDays(TODAY);
    // Due on 30 October and begun a second month on 30 November: 1,000 and one month of 1.50 for each hundred.
    expect(await terms.postingsOf('transfer')).toEqual([
      [
        `debit 2101 ${terms.sunita.depositNumber} 1015.00`,
        `credit 2121 ${deposit.accountNumber} 1000.00`,
        'credit 4203 - 15.00',
      ],
      [`debit 2101 ${terms.sunita.depositNumber} 1000.00`, `credit 2121 ${deposit.accountNumber} 1000.00`],
    ]);
  });

  test('never takes what the savings must keep; it is told once and tried again every day', async () => {
    await terms.counter.close();
    terms = await openTestTerms(1_050);
    const deposit = await openRecurring('2026-10-30', '2027-10-30');
    await setInstruction(deposit);
    // 100 of the 1,050 must stay.
    await terms.endDays(TODAY);
    await endNextDay('2026-12-01');
    expect(await terms.postingsOf('transfer')).toEqual([]);
    expect(await terms.failures()).toEqual([]);
    expect(await instructed(deposit)).toMatchObject({
      isFailing: true,
      dues: [
        {
          status: 'failed',
          triedOn: '2026-12-01',
          tries: 2,
          fine: '15.00',
          reason: `There was too little in ${terms.sunita.depositNumber}: ₹1,015.00 was due, and ₹950.00 could be taken.`,
        },
      ],
    });
    expect(await told('instruction.failed')).toEqual([
      { depositId: Number(deposit.id), memberId: Number(terms.sunita.id), dueOn: TODAY },
    ]);
    const failing = async () =>
      (await terms.counter.get('/api/standing-instructions?failing=true')).json().items.length;
    expect(await failing()).toBe(1);

    terms.counter.clock.advance(DAY_MS);
    await terms.counter.platform.transact((trx) =>
      trx
        .updateTable('balance')
        .set({ floor: 0 as never })
        .where('subLedgerId', '=', Number(terms.sunita.depositId))
        .where('subLedger', '=', 'deposit')
        .execute(),
    );
    await terms.endDays('2026-12-02');
    expect(await terms.postingsOf('transfer')).toHaveLength(1);
    expect(await failing()).toBe(0);
    expect((await instructed(deposit)).dues).toMatchObject([{ status: 'taken', tries: 3, reason: null }]);
  });

  test('takes nothing before its first day, and nothing any more when it is stopped', async () => {
    const [later, stopped] = [
      await openRecurring('2026-10-30', '2027-10-30'),
      await openRecurring('2026-10-30', '2027-10-30'),
    ];
    await setInstruction(later, { startsOn: '2026-12-01' });
    const { id } = (await setInstruction(stopped)).json();
    expect((await terms.counter.post(`/api/standing-instructions/${id}/stop`, {})).statusCode).toBe(200);
    await terms.endDays(TODAY);
    expect(await terms.postingsOf('transfer')).toEqual([]);
    await endNextDay('2026-12-01');
    expect(await terms.postingsOf('transfer')).toHaveLength(1);
    expect(await instructed(stopped)).toMatchObject({ stoppedOn: TODAY, dues: [] });
  });

  test('whose entry is reversed leaves the instalment to the member', async () => {
    await terms.counter.changeSetting('limit.reversalDays', 7);
    const deposit = await openRecurring('2026-10-30', '2027-10-30');
    await setInstruction(deposit);
    await terms.endDays(TODAY);
    const [due] = (await instructed(deposit)).dues;
    terms.counter.clock.advance(DAY_MS);
    const answer = await terms.counter.post(
      `/api/journal-entries/${due.entryId}/reversal`,
      { reason: 'The member had paid elsewhere' },
      terms.counter.manager,
    );
    expect(answer.statusCode, answer.body).toBe(201);
    await terms.endDays('2026-12-01');
    expect(await terms.postingsOf('transfer')).toHaveLength(1);
    expect((await instructed(deposit)).dues).toMatchObject([{ status: 'reversed' }]);
    const { term } = (await terms.counter.get(`/api/deposits/${deposit.id}`)).json();
    expect(term.instalments).toMatchObject({ paid: 1, nextDueOn: TODAY });
  });

  test('is the member’s own to set, to see and to stop', async () => {
    const deposit = await openRecurring('2026-10-30', '2027-10-30');
    const { signedIn, depositId } = terms.sunita;
    const set = await terms.counter.post(
      '/api/standing-instructions',
      { fromDepositId: depositId, toDepositId: deposit.id },
      signedIn,
    );
    expect(set.statusCode, set.body).toBe(201);
    const other = await terms.counter.admitActive('Asha Bisht', 5_000);
    const list = async (by: typeof signedIn) =>
      (await terms.counter.get('/api/standing-instructions', by)).json().items;
    expect([(await list(signedIn)).length, (await list(other.signedIn)).length]).toEqual([1, 0]);
    const stop = await terms.counter.post(`/api/standing-instructions/${set.json().id}/stop`, {}, other.signedIn);
    expect([stop.statusCode, stop.json().code]).toEqual([404, 'INSTRUCTION_UNKNOWN']);
    const foreign = await terms.counter.post(
      '/api/standing-instructions',
      { fromDepositId: other.depositId, toDepositId: deposit.id },
      other.signedIn,
    );
    expect([foreign.statusCode, foreign.json().code]).toEqual([404, 'DEPOSIT_UNKNOWN']);
  });

  test('is refused where it makes no sense', async () => {
    const recurring = await openRecurring('2026-10-30', '2027-10-30');
    const fixed = await terms.open('2026-10-30', '2029-10-30');
    const other = await terms.counter.admitActive('Asha Bisht', 5_000);
    const refusal = async (to: OpenedTerm, more: object = {}) => {
      const answer = await setInstruction(to, more);
      return [answer.statusCode, answer.json().code];
    };
    expect(await refusal(fixed)).toEqual([422, 'INSTRUCTION_WITHOUT_DUES']);
    expect(await refusal(recurring, { fromDepositId: other.depositId })).toEqual([422, 'INSTRUCTION_FROM_SAVINGS']);
    expect(await refusal(recurring, { startsOn: '2026-11-29' })).toEqual([422, 'INSTRUCTION_PAST']);
    await setInstruction(recurring);
    expect(await refusal(recurring)).toEqual([409, 'INSTRUCTION_THERE']);
  });
});

test('the books are the same when the end of the day is killed anywhere, begun twice or run by two at once', async () => {
  const until = calendarDate(TODAY);
  const live = async (end: (platform: Platform) => Promise<void>) => {
    const society = await openTestTerms();
    try {
      for (let count = 0; count < 6; count += 1) {
        const deposit = await openRecurring('2026-10-30', '2027-10-30', society);
        await setInstruction(deposit, {}, society);
      }
      await end(society.counter.platform);
      await society.endDays(TODAY);
      let journal = '';
      for await (const line of exportJournal(society.counter.platform.database)) journal += line;
      return journal;
    } finally {
      // The next life has the same schema.
      await society.counter.close();
    }
  };
  const closeTills = (platform: Platform) =>
    platform.transact((trx) =>
      trx.updateTable('till_session').set({ status: 'closed', openTillId: null, openUserId: null }).execute(),
    );
  const journal = await live(async () => {});
  expect(journal.match(/Standing instruction/g)).toHaveLength(6);
  for (const transaction of [2, 4, 5, 6, 7]) {
    const killed = await live(async (platform) => {
      await closeTills(platform);
      let count = 0;
      const dying: Platform = {
        ...platform,
        transact: (body) =>
          platform.transact(async (trx) => {
            const answer = await body(trx);
            count += 1;
            if (count >= transaction) throw new Error('killed');
            return answer;
          }),
      };
      await expect(runDayEnd(dying, systemActor('Kafal'), { until })).rejects.toThrow('killed');
    });
    expect(killed).toBe(journal);
  }
  const raced = await live(async (platform) => {
    await closeTills(platform);
    const run = () => runDayEnd(platform, systemActor('Kafal'), { until });
    await Promise.all([run(), run()]);
  });
  expect(raced).toBe(journal);
});
