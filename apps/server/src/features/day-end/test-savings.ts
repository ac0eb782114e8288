// A society whose savings earn 4 % a year, credited with every month, and 3.75 % from a day in December on. Only tests
// import this file.

import { calendarDate, type Money, money } from '@kafal/core';
import type { Feature } from '../../platform/http/build-app.ts';
import { FIRST_DAY, openTestBooks, type TestBooks } from '../accounting/test-books.ts';

export const RATE_CHANGES = calendarDate('2026-12-20');

export async function openSavings(accounts: number, features: readonly Feature[] = []): Promise<TestBooks> {
  const books = await openTestBooks({}, features);
  const product = {
    code: 'SB',
    kind: 'savings',
    nameEn: 'Savings',
    nameHi: 'बचत',
    accountCode: '2101',
    minimumBalance: money(0),
    legalBasis: null,
    recordedAt: null,
    interestMonths: '1,2,3,4,5,6,7,8,9,10,11,12',
  };
  await books.platform.transact(async (trx) => {
    await trx
      .insertInto('deposit_product')
      .values({ ...product, annualRate: '4', effectiveFrom: FIRST_DAY })
      .execute();
    await trx
      .insertInto('deposit_product')
      .values({ ...product, annualRate: '3.75', effectiveFrom: RATE_CHANGES })
      .execute();
  });
  for (let account = 1; account <= accounts; account += 1) await books.addMember(`M${account}`);
  return books;
}

export async function payIn(books: TestBooks, depositId: number, amount: Money): Promise<void> {
  await books.post({
    postings: [
      { accountCode: '1201', side: 'debit', amount },
      { accountCode: '2101', side: 'credit', amount, subLedger: 'deposit', subLedgerId: depositId },
    ],
  });
}

/** Of a kind that the society does not have, the account cannot be done; of its own kind again, it can. */
export async function moveToProduct(books: TestBooks, depositId: number, productCode: string): Promise<void> {
  await books.platform.transact((trx) =>
    trx.updateTable('deposit').set({ productCode }).where('id', '=', depositId).execute(),
  );
}
