import { addDays, type CalendarDate, money, parseMoney } from '@kafal/core';
import type { Insertable } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyTestBooks } from '../../../../../tests/society/verify-test-books.ts';
import type { DepositProductTable } from '../../platform/database/schema.ts';
import { systemActor } from '../../platform/http/actor.ts';
import { FIRST_DAY, openTestBooks, type TestBooks } from '../accounting/test-books.ts';
import { creditInterest } from './credit-interest.ts';
import { getDepositFor } from './deposit-queries.ts';
import { explainInterest } from './explain-interest.ts';

let books: TestBooks;
beforeEach(async () => {
  books = await openTestBooks();
});
afterEach(async () => {
  await verifyTestBooks(books.platform);
  await books.close();
});

const system = systemActor('Kafal');

/** Credited at the end of November; answers the number of the version. */
const offer = (change: Partial<Insertable<DepositProductTable>>) =>
  books.platform.transact(async (trx) => {
    const { insertId } = await trx
      .insertInto('deposit_product')
      .values({
        code: 'SB',
        kind: 'savings',
        nameEn: 'Savings',
        nameHi: 'बचत',
        accountCode: '2101',
        minimumBalance: money(0),
        annualRate: '4',
        effectiveFrom: FIRST_DAY,
        legalBasis: null,
        recordedAt: null,
        interestMonths: '11',
        ...change,
      })
      .executeTakeFirstOrThrow();
    return Number(insertId);
  });
const addRate = (depositProductId: number, category: 'general' | 'woman', amountFrom: string, annualRate: string) =>
  books.platform.transact((trx) =>
    trx
      .insertInto('deposit_rate')
      .values({ depositProductId, category, amountFrom: parseMoney(amountFrom), annualRate })
      .execute(),
  );
async function saver(number: string, amount: string, openedOn: CalendarDate = FIRST_DAY, gender = 'male') {
  const { depositId, memberId } = await books.addMember(number);
  await books.platform.transact(async (trx) => {
    await trx.updateTable('deposit').set({ openedOn }).where('id', '=', depositId).execute();
    await trx.updateTable('member').set({ gender }).where('id', '=', memberId).execute();
  });
  await books.post({
    postings: [
      { accountCode: '1201', side: 'debit', amount: parseMoney(amount) },
      { accountCode: '2101', side: 'credit', amount: parseMoney(amount), subLedger: 'deposit', subLedgerId: depositId },
    ],
  });
  return depositId;
}
async function creditedOf(depositId: number) {
  const { credits } = await explainInterest(books.platform, await getDepositFor(books.platform, system, depositId));
  return credits[0]?.interest;
}
const credit = () =>
  books.platform.transact((trx) =>
    creditInterest(trx, books.platform, system, { on: FIRST_DAY, afterId: 0, limit: 10 }),
  );

test('each part of a balance bears the rate of its slab, and a category has its own', async () => {
  const version = await offer({ annualRate: '3.65', slabMethod: 'marginal' });
  await addRate(version, 'general', '100000.00', '7.3');
  await addRate(version, 'woman', '0.00', '5.475');
  const [man, woman] = [await saver('M1', '150000.00'), await saver('M2', '150000.00', FIRST_DAY, 'female')];
  expect(await credit()).toMatchObject({ credited: 2, failures: [] });
  // One day: 1,00,000 × 3.65 % / 365 = 10 and 50,000 × 7.3 % / 365 = 10; a woman has 5.475 % of the first lakh, 15.
  expect(await creditedOf(man)).toBe('20.00');
  expect(await creditedOf(woman)).toBe('25.00');
});

test('a rate for new accounts alone leaves those that stand with theirs', async () => {
  await offer({ annualRate: '3.65', effectiveFrom: addDays(FIRST_DAY, -30) });
  await offer({ annualRate: '7.3', appliesTo: 'new' });
  const [old, fresh] = [await saver('M1', '100000.00', addDays(FIRST_DAY, -10)), await saver('M2', '100000.00')];
  await credit();
  expect(await creditedOf(old)).toBe('10.00');
  expect(await creditedOf(fresh)).toBe('20.00');
});
