import { type CalendarDate, calendarDate, money, parseMoney } from '@kafal/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyTestBooks } from '../../../../../tests/society/verify-test-books.ts';
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

const DAY_MS = 86_400_000;
const system = systemActor('Kafal');

/** At 4 per cent, credited at the end of November. */
const offerSavings = () =>
  books.platform.transact((trx) =>
    trx
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
      })
      .execute(),
  );
const receive = (depositId: number, amount: string, valueOn = FIRST_DAY) =>
  books.post({
    valueOn,
    postings: [
      { accountCode: '1201', side: 'debit', amount: parseMoney(amount) },
      { accountCode: '2101', side: 'credit', amount: parseMoney(amount), subLedger: 'deposit', subLedgerId: depositId },
    ],
  });

test('a credit is explained by what was known when it was counted', async () => {
  const { platform } = books;
  await offerSavings();
  await books.setSetting('limit.valueDateDays', 7);
  const { depositId } = await books.addMember('M1');
  await receive(depositId, '36500.00');
  const accounts = { on: FIRST_DAY, afterId: 0, limit: 10 };
  const credit = () => platform.transact((trx) => creditInterest(trx, platform, system, accounts));
  expect(await credit()).toMatchObject({ credited: 1, failures: [] });
  // Asked for again, the period is done.
  expect(await credit()).toMatchObject({ credited: 0, failures: [] });
  books.clock.advance(DAY_MS);
  await receive(depositId, '73000.00', calendarDate('2026-12-01'));

  const { credits, earned } = await explainInterest(platform, await getDepositFor(platform, system, depositId));
  // 36,500 × 4 % / 365 for the one day; then 36,500 + 4 + 73,000 for the next.
  expect(credits).toEqual([
    {
      from: '2026-11-30',
      to: '2026-11-30',
      interest: '4.00',
      unrounded: '4',
      roundedTo: '0.01',
      entryId: expect.stringMatching(/^\d+$/),
      creditedOn: '2026-11-30',
      lines: [
        {
          from: '2026-11-30',
          to: '2026-11-30',
          days: 1,
          balance: '36500.00',
          annualRate: '4',
          rateFrom: '2026-11-30',
          interest: '4',
        },
      ],
      replaced: [],
    },
  ]);
  const deposit = await getDepositFor(platform, system, depositId);
  const entryId = Number(credits[0]?.entryId);
  expect(await explainInterest(platform, deposit, entryId)).toMatchObject({ earned: null, credits });
  // An entry of another account, or of another kind, has none.
  expect((await explainInterest(platform, deposit, entryId + 1)).credits).toEqual([]);
  expect(earned).toMatchObject({ from: '2026-12-01', to: '2026-12-01', interest: '12.00', entryId: null });
  expect(earned?.lines).toMatchObject([{ balance: '109504.00', days: 1, interest: '12.000438' }]);
});

test('days that were paid for by vouchers are not credited again by the end of a day', async () => {
  const { platform } = books;
  await offerSavings();
  const { depositId } = await books.addMember('M1');
  await receive(depositId, '36500.00');
  // Vouchers paid up to 30 November; the end of a day counts from the next day on.
  await books.setSetting('deposits.interestFrom', '2026-12-01');
  const credit = (on: CalendarDate) =>
    platform.transact((trx) => creditInterest(trx, platform, system, { on, afterId: 0, limit: 10 }));

  expect(await credit(FIRST_DAY)).toMatchObject({ credited: 0, amount: 0, failures: [] });
  expect((await explainInterest(platform, await getDepositFor(platform, system, depositId))).earned).toBeNull();

  // A year on, 36,500 × 4 % / 365 is 4 a day: 365 days from 1 December 2026 to 30 November 2027, not 366.
  const aYearOn = calendarDate('2027-11-30');
  books.clock.advance(365 * DAY_MS);
  await receive(depositId, '0.01', aYearOn);
  expect(await credit(aYearOn)).toMatchObject({ credited: 1, amount: parseMoney('1460.00'), failures: [] });
  const { credits } = await explainInterest(platform, await getDepositFor(platform, system, depositId));
  expect(credits).toMatchObject([{ from: '2026-12-01', to: '2027-11-30', interest: '1460.00' }]);
});
