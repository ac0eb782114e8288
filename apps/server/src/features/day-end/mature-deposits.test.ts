// 1,00,000 for three years at 8 per cent, added quarterly: 1,00,000 × 1.02¹² = 1,26,824.18, of which 26,824.18 is interest.

import { calendarDate, parseMoney, ZERO } from '@kafal/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testDatabaseKind } from '../../platform/database/test-database.ts';
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

const matured = (atMaturity: string, more: object = {}, by = terms) =>
  by.open('2023-11-30', TODAY, { atMaturity, ...more });
const statusOf = async (id: string) => (await terms.counter.get(`/api/deposits/${id}`)).json().status;
/**
 * The fixed deposit from today on: one rate for every term of a year and more, opened in hundreds; what a deposit became is
 * renewed whole.
 */
const changeProduct = (annualRate: string, isOffered: 0 | 1 = 1) =>
  terms.counter.platform.transact(async (trx) => {
    const { id: _before, ...version } = await trx
      .selectFrom('term_product')
      .selectAll()
      .where('code', '=', 'FD')
      .executeTakeFirstOrThrow();
    const { insertId } = await trx
      .insertInto('term_product')
      .values({ ...version, isOffered, multipleOf: parseMoney('100.00'), effectiveFrom: calendarDate(TODAY) })
      .executeTakeFirstOrThrow();
    const termProductId = Number(insertId);
    const line = { category: 'general', amountFrom: ZERO, termFrom: 12, termUnit: 'months' } as const;
    await trx
      .insertInto('term_rate')
      .values({ termProductId, ...line, annualRate })
      .execute();
  });
/** The deposit that came out of it, by what the row of the maturity says. */
const newDeposit = async ({ id }: OpenedTerm, column: 'renewedDepositId' | 'unclaimedDepositId') => {
  const row = await terms.counter.platform.database
    .selectFrom('term_maturity')
    .selectAll()
    .where('depositId', '=', Number(id))
    .executeTakeFirstOrThrow();
  return (await terms.counter.get(`/api/deposits/${row[column]}`)).json();
};

describe('a deposit whose term is over', () => {
  test('is renewed with its interest for the same time, by the rules and the rate of the day', async () => {
    const old = await matured('renew-with-interest');
    await changeProduct('7');
    await terms.endDays(TODAY);

    const renewed = await newDeposit(old, 'renewedDepositId');
    expect(await terms.postingsOf('maturity')).toEqual([
      [
        `debit 2111 ${old.accountNumber} 100000.00`,
        'debit 5102 - 26824.18',
        `credit 2111 ${renewed.accountNumber} 126824.18`,
      ],
    ]);
    expect(renewed.succession).toMatchObject({
      cameFrom: { id: old.id, accountNumber: old.accountNumber },
      became: [],
    });
    expect((await terms.counter.get(`/api/deposits/${old.id}`)).json().succession).toEqual({
      cameFrom: null,
      closing: { entryId: expect.any(String), postedOn: TODAY },
      became: [{ id: renewed.id, accountNumber: renewed.accountNumber, kind: 'renewed', amount: '126824.18' }],
    });
    expect(renewed).toMatchObject({
      status: 'active',
      balance: '126824.18',
      openedOn: TODAY,
      // 1,26,824.18 × 1.0175¹².
      term: { amount: '126824.18', months: 36, annualRate: '7', maturesOn: '2029-11-30', maturityValue: '156176.28' },
    });
    expect(await statusOf(old.id)).toBe('closed');
    expect(await terms.counter.balance('deposit', old.id)).toBe('0.00');
  });

  test('is renewed without its interest, which goes to savings', async () => {
    const old = await matured('renew-principal');
    await terms.endDays(TODAY);
    const { accountNumber } = await newDeposit(old, 'renewedDepositId');
    expect(await terms.postingsOf('maturity')).toEqual([
      [
        `debit 2111 ${old.accountNumber} 100000.00`,
        'debit 5102 - 26824.18',
        `credit 2111 ${accountNumber} 100000.00`,
        `credit 2101 ${terms.sunita.depositNumber} 26824.18`,
      ],
    ]);
  });

  test('goes to savings, where the member reads what it was', async () => {
    const old = await matured('to-savings');
    await terms.endDays(TODAY);
    expect(await terms.counter.balance('deposit', terms.sunita.depositId)).toBe('146824.18');
    const passbook = (await terms.counter.get(`/api/deposits/${terms.sunita.depositId}/passbook`)).json();
    expect(passbook.items[0]).toMatchObject({
      kind: 'maturity',
      narration: `Matured deposit ${old.accountNumber}`,
      deposit: '126824.18',
      valueOn: TODAY,
    });
    const told = await terms.counter.platform.database
      .selectFrom('outbox')
      .select(['memberId', 'name'])
      .where('name', '=', 'deposit.matured')
      .execute();
    expect(told).toEqual([{ memberId: Number(terms.sunita.id), name: 'deposit.matured' }]);
  });

  test('waits for the member among the unclaimed, and earns what savings earn from then on', async () => {
    const old = await matured('wait');
    await terms.endDays(TODAY);
    const waiting = await newDeposit(old, 'unclaimedDepositId');
    expect(await terms.postingsOf('maturity')).toEqual([
      [
        `debit 2111 ${old.accountNumber} 100000.00`,
        'debit 5102 - 26824.18',
        `credit 2141 ${waiting.accountNumber} 126824.18`,
      ],
    ]);
    expect(waiting).toMatchObject({ product: 'Matured deposit, unclaimed', kind: 'unclaimed', available: '126824.18' });

    terms.counter.clock.advance(31 * DAY_MS);
    await terms.endDays('2026-12-31');
    // 32 days, from 30 November to 31 December, at 4 per cent: 1,26,824.18 × 4 × 32 / 36,500.
    expect(await terms.postingsOf('interest')).toContainEqual([
      'debit 5101 - 444.75',
      `credit 2141 ${waiting.accountNumber} 444.75`,
    ]);
  });

  test('of instalments goes to savings with what each has earned', async () => {
    const old = await terms.open('2025-11-30', TODAY, {
      productCode: 'RD',
      amount: '1000.00',
      months: 12,
      atMaturity: 'renew-with-interest',
    });
    await terms.endDays(TODAY);
    // One instalment of a year at 7.25 per cent was paid: 1,000 × 1.018125⁴ = 1,074.50.
    expect(await terms.postingsOf('maturity')).toEqual([
      [
        `debit 2121 ${old.accountNumber} 1000.00`,
        'debit 5103 - 74.50',
        `credit 2101 ${terms.sunita.depositNumber} 1074.50`,
      ],
    ]);
    // What was promised was promised for twelve; the list of maturities says what the one that was paid came to.
    const [listed] = (await terms.counter.get('/api/deposits?kind=recurring')).json().items;
    expect(listed.term).toMatchObject({ instalments: { paid: 1, count: 12 }, end: { on: TODAY, value: '1074.50' } });
    expect(Number(listed.term.maturityValue)).toBeGreaterThan(12_000);
  });

  test('goes to savings where its product is no longer offered, or fixed deposits are forbidden', async () => {
    const first = await matured('renew-with-interest');
    await changeProduct('7', 0);
    await terms.endDays(TODAY);
    expect(await terms.counter.balance('deposit', terms.sunita.depositId)).toBe('146824.18');
    const row = await terms.counter.platform.database
      .selectFrom('term_maturity')
      .select(['depositId', 'renewed', 'toSavings', 'refusalCode'])
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ depositId: Number(first.id), renewed: 0, refusalCode: 'TERM_NOT_OFFERED' });
  });

  test('waits where it cannot be renewed and the member has no savings open', async () => {
    const old = await matured('renew-with-interest');
    await terms.counter.changeSetting('deposits.fixedAllowed', false);
    await terms.counter.platform.transact((trx) =>
      trx
        .updateTable('deposit')
        .set({ status: 'frozen', takesMoney: 0 })
        .where('id', '=', Number(terms.sunita.depositId))
        .execute(),
    );
    await terms.endDays(TODAY);
    expect(await terms.failures()).toEqual([]);
    expect(await newDeposit(old, 'unclaimedDepositId')).toMatchObject({ balance: '126824.18' });
  });

  test('that was over on a day nobody ended is carried out once, on the first that is', async () => {
    const old = await terms.open('2023-11-20', '2026-11-20', { atMaturity: 'to-savings' });
    await terms.endDays(TODAY);
    terms.counter.clock.advance(DAY_MS);
    await terms.endDays('2026-12-01');
    expect(await terms.postingsOf('maturity')).toHaveLength(1);
    expect(await statusOf(old.id)).toBe('closed');
  });

  test('and is security for a loan is not paid out: the lien goes along, or its money waits', async () => {
    const lien = (amount: string) => ({ kind: 'lien', amount, reference: 'LN000007', reason: 'Security for a loan' });
    const renewed = await matured('renew-principal');
    const saved = await matured('to-savings');
    await terms.counter.restrict(renewed.id, lien('80000.00'));
    await terms.counter.restrict(saved.id, lien('50000.00'));
    await terms.endDays(TODAY);
    expect(await terms.failures()).toEqual([]);
    const again = await newDeposit(renewed, 'renewedDepositId');
    const waiting = await newDeposit(saved, 'unclaimedDepositId');
    expect([again, waiting]).toMatchObject([{ balance: '100000.00' }, { balance: '50000.00' }]);
    const read = async (id: string | number) => (await terms.counter.get(`/api/deposits/${id}`)).json();
    expect(await read(again.id)).toMatchObject({ hold: '80000.00', available: '0.00' });
    expect(await read(waiting.id)).toMatchObject({ hold: '50000.00', available: '0.00' });
    expect(await read(renewed.id)).toMatchObject({ hold: '0.00', status: 'closed' });
    const url = `/api/deposits/${saved.id}/restrictions`;
    expect((await terms.counter.get(url)).json().items).toMatchObject([{ status: 'moved', reference: 'LN000007' }]);
  });

  test('and whose hold ends with this very day is still held; a freeze keeps it as it is', async () => {
    const held = await matured('pay-out');
    const frozen = await matured('to-savings');
    const until = { kind: 'hold', amount: '1000.00', untilOn: TODAY, reason: 'Order of the court' };
    await terms.counter.restrict(held.id, until);
    await terms.counter.restrict(frozen.id, { kind: 'freeze', allowsDeposits: false, reason: 'Order of the court' });
    await terms.endDays(TODAY);
    const waiting = await newDeposit(held, 'unclaimedDepositId');
    expect((await terms.counter.get(`/api/deposits/${waiting.id}`)).json()).toMatchObject({ hold: '0.00' });
    expect(await statusOf(frozen.id)).toBe('frozen');

    terms.counter.clock.advance(DAY_MS);
    await terms.counter.lift(frozen.id);
    await terms.endDays('2026-12-01');
    expect([await terms.failures(), await statusOf(frozen.id)]).toEqual([[], 'closed']);
  });

  test('and was carried out by mistake stands again, and what it was renewed as is closed', async () => {
    await terms.counter.changeSetting('limit.reversalApproval', '200000.00');
    await terms.counter.changeSetting('limit.reversalDays', 7);
    const old = await matured('renew-principal');
    const waits = await matured('wait');
    await terms.endDays(TODAY);
    const [renewed, waiting] = [
      await newDeposit(old, 'renewedDepositId'),
      await newDeposit(waits, 'unclaimedDepositId'),
    ];
    const entries = await terms.counter.platform.database
      .selectFrom('journal_entry')
      .select('id')
      .where('kind', '=', 'maturity')
      .execute();
    terms.counter.clock.advance(DAY_MS);
    for (const { id } of entries) {
      const answer = await terms.counter.post(
        `/api/journal-entries/${id}/reversal`,
        { reason: 'The member is at the counter' },
        terms.counter.manager,
      );
      expect(answer.statusCode, answer.body).toBe(201);
    }
    const states = [];
    for (const { id } of [old, renewed, waits, waiting]) states.push(await statusOf(id));
    expect(states).toEqual(['active', 'closed', 'active', 'closed']);
  });
});

test('the books are the same when the end of the day is killed anywhere, begun twice or run by two at once', async () => {
  const acts = ['renew-with-interest', 'renew-principal', 'to-savings', 'wait', 'pay-out'];
  const live = async (end: (platform: Platform) => Promise<void>) => {
    const society = await openTestTerms();
    try {
      for (let deposit = 0; deposit < 15; deposit += 1) {
        // Every fourth gets its monthly interest before it matures.
        const amount = `${10_000 + 1_000 * deposit}.00`;
        await matured(
          acts[deposit % acts.length] ?? 'wait',
          { amount, productCode: deposit % 4 === 0 ? 'MIS' : 'FD' },
          society,
        );
      }
      await end(society.counter.platform);
      // A day that is ended is ended for good.
      await society.endDays(TODAY);
      let journal = '';
      for await (const line of exportJournal(society.counter.platform.database)) journal += line;
      return journal;
    } finally {
      // The next life has the same schema.
      await society.counter.close();
    }
  };
  const until = calendarDate(TODAY);
  const journal = await live(async () => {});
  expect(journal.match(/"maturity"/g)).toHaveLength(15);

  const closeTills = (platform: Platform) =>
    platform.transact((trx) =>
      trx.updateTable('till_session').set({ status: 'closed', openTillId: null, openUserId: null }).execute(),
    );
  // Each life takes a server six seconds; it is killed there after every third transaction.
  const step = testDatabaseKind() === 'sqlite' ? 1 : 3;
  for (let transaction = 1; transaction <= 11; transaction += step) {
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
