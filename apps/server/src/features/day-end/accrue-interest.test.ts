// 36,500 at 4 per cent earn 4 a day. Savings here are credited with March, June, September and December.

import { addDays, calendarDate, formatMoney, parseMoney, subtract } from '@kafal/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyTestBooks } from '../../../../../tests/society/verify-test-books.ts';
import type { Row } from '../../platform/database/schema.ts';
import { systemActor } from '../../platform/http/actor.ts';
import { FIRST_DAY, type TestBooks } from '../accounting/test-books.ts';
import { runDayEnd } from './index.ts';
import { openSavings, payIn } from './test-savings.ts';
import { openTestTerms, type TestTerms } from './test-terms.ts';

const DAY_MS = 86_400_000;
const system = systemActor('Kafal');

/** `2026-12-31 debit 5101 124.00`, of the entries of some kinds. */
async function entriesOf({ platform }: Pick<TestBooks, 'platform'>, ...kinds: string[]) {
  const rows = await platform.database
    .selectFrom('journal_entry as e')
    .innerJoin('posting as p', 'p.entryId', 'e.id')
    .select(['e.valueOn', 'p.side', 'p.accountCode', 'p.amount'])
    .where('e.kind', 'in', kinds)
    .orderBy('e.id')
    .orderBy('p.line')
    .execute();
  return rows.map(({ valueOn, side, accountCode, amount }) =>
    [valueOn, side, accountCode, formatMoney(amount)].join(' '),
  );
}

/** What is accrued by account, and what 2201 holds. */
async function accrued({ platform }: Pick<TestBooks, 'platform'>) {
  const rows = await platform.database
    .selectFrom('interest_accrual')
    .select(({ fn }) => ['depositId', fn.sum<number>('amount').as('amount')])
    .groupBy('depositId')
    .orderBy('depositId')
    .execute();
  const postings = await platform.database
    .selectFrom('posting')
    .select(['side', 'amount'])
    .where('accountCode', '=', '2201')
    .execute();
  const onAccount = postings.reduce((sum, { side, amount }) => sum + (side === 'credit' ? amount : -amount), 0);
  const ofAccounts = rows.map(({ amount }) => Number(amount));
  expect(ofAccounts.reduce((sum, amount) => sum + amount, 0)).toBe(onAccount);
  return ofAccounts;
}

describe('savings', () => {
  let books: TestBooks;
  beforeEach(async () => {
    books = await openSavings(3);
    await books.setSetting('deposits.accrueInterest', true);
    await books.platform.transact((trx) =>
      trx.updateTable('deposit_product').set({ interestMonths: '3,6,9,12', annualRate: '4' }).execute(),
    );
    for (const account of [1, 2]) await payIn(books, account, parseMoney('36500.00'));
  });
  afterEach(async () => {
    await verifyTestBooks(books.platform);
    await books.close();
  });

  const endTo = async (day: string, from = '2026-11-30') => {
    for (let on = calendarDate(from); on <= day; on = addDays(on, 1)) {
      await runDayEnd(books.platform, system, { until: on });
      books.clock.advance(DAY_MS);
    }
  };

  test('the end of a month books what two accounts have earned in one entry, the credit takes it and adds the rest', async () => {
    await endTo('2026-12-31');
    expect(await entriesOf(books, 'accrual', 'interest')).toEqual([
      '2026-11-30 debit 5101 8.00',
      '2026-11-30 credit 2201 8.00',
      ...[1, 2].flatMap(() => [
        '2026-12-31 debit 2201 4.00',
        '2026-12-31 debit 5101 124.00',
        '2026-12-31 credit 2101 128.00',
      ]),
    ]);
    expect(await accrued(books)).toEqual([0, 0]);
  });

  test('a month later only what was earned since is added, and a payment that is dated back puts the sum right', async () => {
    await endTo('2026-12-31');
    await endTo('2027-01-31', '2027-01-01');
    // 36,628 at 4 per cent for 31 days: 124.43.
    expect(await accrued(books)).toEqual([12_443, 12_443]);
    await books.setSetting('limit.valueDateDays', 60);
    await books.post({
      postings: [
        { accountCode: '2101', side: 'debit', amount: parseMoney('36628.00'), subLedger: 'deposit', subLedgerId: 1 },
        { accountCode: '1201', side: 'credit', amount: parseMoney('36628.00') },
      ],
      valueOn: calendarDate('2027-01-01'),
    });
    await endTo('2027-02-28', '2027-02-01');
    // The first earned nothing since; 36,628 for 59 days: 236.83.
    expect(await accrued(books)).toEqual([0, 23_683]);
    // 112.40 more on the one and 124.43 less on the other: 12.03 less owed than before, and less of an expense.
    expect((await entriesOf(books, 'accrual')).slice(-2)).toEqual([
      '2027-02-28 debit 2201 12.03',
      '2027-02-28 credit 5101 12.03',
    ]);
  });

  test('where the society does not accrue, the end of a month writes nothing', async () => {
    await books.setSetting('deposits.accrueInterest', false);
    await runDayEnd(books.platform, system, { until: FIRST_DAY });
    expect(await entriesOf(books, 'accrual')).toEqual([]);
  });
});

describe('deposits of a term', () => {
  let terms: TestTerms;
  beforeEach(async () => {
    terms = await openTestTerms();
    await terms.counter.changeSetting('deposits.accrueInterest', true);
  });
  afterEach(() => terms.counter.close());
  const only2201 = async (kind: string) =>
    (await terms.postingsOf(kind)).map((entry) => entry.filter((posting) => / (2201|510\d) /.test(posting)));

  test('one that is closed before its end gives back what was accrued beyond what it earned', async () => {
    const { id } = await terms.open('2025-09-30', '2028-09-30');
    await terms.endDays('2026-11-30');
    // 1,00,000 × 1.02⁴ × (1 + 8 % × 61 / 365) at the agreed rate; Sunita’s savings have 2.19.
    expect(await accrued(terms.counter)).toEqual([219, 969_041]);
    const closure = { payment: { mode: 'transfer', depositId: terms.sunita.depositId } };
    terms.counter.clock.advance(DAY_MS);
    const preview = await terms.counter.post(`/api/deposits/${id}/closure?preview=true`, closure);
    const { closure: figures, postings } = preview.json();
    const lessened = formatMoney(subtract(parseMoney('9690.41'), parseMoney(figures.interest)));
    expect(postings.map(({ accountCode, side, amount }: Row<'posting'>) => [accountCode, side, amount])).toEqual([
      ['2111', 'debit', '100000.00'],
      ['2201', 'debit', '9690.41'],
      ['5102', 'credit', lessened],
      ['2101', 'credit', figures.paid],
    ]);
  });

  test('one that matures takes what was accrued, and the rest is an expense of its day', async () => {
    await terms.open('2023-12-15', '2026-12-15', { atMaturity: 'to-savings' });
    await terms.endDays('2026-11-30');
    // 1,00,000 × 1.02¹¹ × (1 + 8 % × 76 / 365)
    expect(await accrued(terms.counter)).toEqual([219, 2_640_859]);
    for (let day = 1; day <= 15; day += 1) {
      terms.counter.clock.advance(DAY_MS);
      await terms.endDays(`2026-12-${String(day).padStart(2, '0')}`);
    }
    expect(await only2201('maturity')).toEqual([['debit 2201 - 26408.59', 'debit 5102 - 415.59']]);
    expect(await accrued(terms.counter)).toEqual([219, 0]);
  });

  test('what pays on the way takes what was accrued of its part', async () => {
    await terms.open('2026-09-30', '2029-09-30', { productCode: 'QIS' });
    await terms.endDays('2026-11-30');
    // 61 of 91 days of 2,000.
    expect(await accrued(terms.counter)).toEqual([219, 134_066]);
    expect(await only2201('accrual')).toEqual([
      ['debit 5102 - 1340.66', 'credit 2201 - 1340.66'],
      ['debit 5101 - 2.19', 'credit 2201 - 2.19'],
    ]);
  });

  test('an accrual is no entry of one account and is not reversed', async () => {
    await terms.open('2026-09-30', '2029-09-30', { productCode: 'QIS' });
    await terms.endDays('2026-11-30');
    const { id } = await terms.counter.platform.database
      .selectFrom('journal_entry')
      .select('id')
      .where('kind', '=', 'accrual')
      .executeTakeFirstOrThrow();
    const answer = await terms.counter.post(
      `/api/journal-entries/${id}/reversal`,
      { reason: 'By mistake' },
      terms.counter.manager,
    );
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'ACCRUAL_STANDS']);
  });
});
