// Two loans of 100,000 at 12 %, 8,885 due on 30 December 2026 and not paid. One is of a kind that says nothing of a penal charge,
// so that the rule of the society holds: 2 % from the day after the due day on. The other kind has its own: 3 % after five days.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyTestBooks } from '../../../../../tests/society/verify-test-books.ts';
import { openTestLoans, type TestLoans } from './test-loans.ts';

let loans: TestLoans;
beforeEach(async () => {
  loans = await openTestLoans();
});
afterEach(async () => {
  await verifyTestBooks(loans.counter.platform);
  await loans.counter.close();
});

test('each loan is charged by the rule of its kind, or by that of the society, in the same end of a day', async () => {
  const { counter } = loans;
  await counter.platform.transact(async (trx) => {
    const { id: _id, ...standing } = await trx
      .selectFrom('loan_product')
      .selectAll()
      .where('code', '=', 'PL')
      .executeTakeFirstOrThrow();
    const own = { code: 'OWN', penalRate: '3', penalGraceDays: 5, membershipMonths: 0 };
    await trx
      .insertInto('loan_product')
      .values({ ...standing, ...own })
      .execute();
  });
  const other = await counter.admitActive('Kamla Bisht', 20_000);
  const ofSociety = await loans.lend();
  const ofKind = await loans.lend(other, { productCode: 'OWN' });
  const explained = async ({ id }: { readonly id: string }) => {
    const { penal, penalDays, penalties } = (await counter.get(`/api/loans/${id}/explanation`, loans.officer)).json();
    return { penal, penalDays, penalties };
  };

  // Four days of 8,885 × 2 % / 365: 1.947397. The other is within its grace.
  await loans.endDays('2027-01-03');
  expect([(await explained(ofSociety)).penalties, (await explained(ofKind)).penalties]).toEqual(['1.95', '0.00']);
  // 2.434246 for five days; 8,885 × 3 % / 365 = 0.730274 for the fifth alone, as the days of grace count.
  await loans.endDays('2027-01-04');
  expect([(await explained(ofSociety)).penalties, (await explained(ofKind)).penalties]).toEqual(['2.43', '0.73']);

  // Another rule of the society, which holds for the due day too, changes nothing for the kind that has its own. The days that
  // are over stand: 2.434247 of five days, and 8,885 × 4 % × 2 / 365 = 1.947397.
  await counter.changeSetting('loans.penalRate', '4');
  await loans.endDays('2027-01-06');
  expect(await explained(ofSociety)).toEqual({
    penal: { annualRate: '4', graceDays: 0 },
    penalDays: [
      { from: '2026-12-31', to: '2027-01-04', days: 5, overdue: '8885.00', annualRate: '2', charge: '2.434247' },
      { from: '2027-01-05', to: '2027-01-06', days: 2, overdue: '8885.00', annualRate: '4', charge: '1.947397' },
    ],
    penalties: '4.38',
  });
  expect(await explained(ofKind)).toEqual({
    penal: { annualRate: '3', graceDays: 5 },
    penalDays: [
      { from: '2027-01-04', to: '2027-01-06', days: 3, overdue: '8885.00', annualRate: '3', charge: '2.190822' },
    ],
    penalties: '2.19',
  });

  // Sanctioned by one version, a loan keeps it when the kind changes.
  await counter.platform.transact(async (trx) => {
    const { id: _id, ...standing } = await trx
      .selectFrom('loan_product')
      .selectAll()
      .where('code', '=', 'OWN')
      .executeTakeFirstOrThrow();
    await trx
      .insertInto('loan_product')
      .values({ ...standing, penalRate: '9', penalGraceDays: 0 })
      .execute();
  });
  // 8,885 × 3 % × 4 / 365 = 2.921096.
  await loans.endDays('2027-01-07');
  expect((await explained(ofKind)).penalties).toBe('2.92');
});
