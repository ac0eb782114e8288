// 1,00,000 at 8 per cent pays 2,000 a quarter; a month, discounted, 1,00,000 × (1.02^⅓ − 1) = 662.27.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestTerms, type TestTerms } from './test-terms.ts';

const DAY_MS = 86_400_000;
const TODAY = '2026-11-30';

let terms: TestTerms;
beforeEach(async () => {
  terms = await openTestTerms();
});
afterEach(() => terms.counter.close());

const toSavings = (amount: string) => [`debit 5102 - ${amount}`, `credit 2101 ${terms.sunita.depositNumber} ${amount}`];
const interestPaid = async (id: string) => {
  const row = await terms.counter.platform.database
    .selectFrom('term_deposit')
    .select(['interestPaid', 'nextPayoutOn'])
    .where('depositId', '=', Number(id))
    .executeTakeFirstOrThrow();
  return [row.interestPaid, row.nextPayoutOn];
};

describe('a deposit that pays its interest on the way', () => {
  test('pays a month’s, or a quarter’s, to savings on its day and on no other', async () => {
    const monthly = await terms.open('2026-10-30', '2029-10-30', { productCode: 'MIS' });
    const quarterly = await terms.open('2026-08-30', '2029-08-30', { productCode: 'QIS' });
    // Its quarter ends tomorrow.
    await terms.open('2026-09-01', '2029-09-01', { productCode: 'QIS' });
    await terms.endDays(TODAY);
    expect(await terms.postingsOf('interest')).toEqual([toSavings('662.27'), toSavings('2000.00')]);
    expect(await interestPaid(monthly.id)).toEqual([66_227, '2026-12-30']);
    expect(await interestPaid(quarterly.id)).toEqual([200_000, '2027-02-28']);

    terms.counter.clock.advance(DAY_MS);
    await terms.endDays('2026-12-01');
    expect(await terms.postingsOf('interest')).toEqual([
      toSavings('662.27'),
      toSavings('2000.00'),
      toSavings('2000.00'),
    ]);
    const passbook = (await terms.counter.get(`/api/deposits/${terms.sunita.depositId}/passbook`)).json();
    expect(passbook.items[2]).toMatchObject({ narration: `Interest – ${monthly.accountNumber}`, deposit: '662.27' });
  });

  test('pays what was missed at once, and its closure before the end recovers what was too much', async () => {
    const { id } = await terms.open('2025-11-30', '2028-11-30', { productCode: 'MIS' });
    await terms.endDays(TODAY);
    // Twelve months × 662.27.
    expect(await terms.postingsOf('interest')).toEqual([toSavings('7947.24')]);

    const closure = await terms.counter.post(`/api/deposits/${id}/closure?preview=true`, {
      payment: { mode: 'transfer', depositId: terms.sunita.depositId },
    });
    // 366 days at 7.25 − 1 per cent: 1,00,000 × 6.25 × 366 / 36,500 = 6,267.12; the day after the end of the day.
    expect(closure.json(), closure.body).toMatchObject({
      closure: { interest: '6267.12', recovered: '1680.12', paid: '98319.88' },
    });
  });

  test('pays its last part on the day on which it matures, and then its principal alone', async () => {
    const { accountNumber } = await terms.open('2023-11-30', TODAY, {
      productCode: 'QIS',
      atMaturity: 'to-savings',
    });
    await terms.endDays(TODAY);
    // Twelve quarters × 2,000.
    expect(await terms.postingsOf('interest')).toEqual([toSavings('24000.00')]);
    expect(await terms.postingsOf('maturity')).toEqual([
      [`debit 2112 ${accountNumber} 100000.00`, `credit 2101 ${terms.sunita.depositNumber} 100000.00`],
    ]);
  });

  test('is named where the member has no savings, and paid once there are some', async () => {
    const { id } = await terms.open('2026-10-30', '2029-10-30', { productCode: 'MIS' });
    const setStatus = (status: string) =>
      terms.counter.platform.transact((trx) =>
        trx.updateTable('deposit').set({ status }).where('id', '=', Number(terms.sunita.depositId)).execute(),
      );
    await setStatus('closed');
    await terms.endDays(TODAY);
    expect(await terms.failures()).toEqual([`pay-interest ${id} TERM_PAYOUT_NOWHERE`]);
    expect(await terms.postingsOf('interest')).toEqual([]);

    await setStatus('active');
    terms.counter.clock.advance(DAY_MS);
    await terms.endDays('2026-12-01');
    expect(await terms.failures()).toEqual([]);
    expect(await terms.postingsOf('interest')).toEqual([toSavings('662.27')]);
  });

  test('and was paid by mistake is due again', async () => {
    await terms.counter.changeSetting('limit.reversalDays', 7);
    const { id } = await terms.open('2026-10-30', '2029-10-30', { productCode: 'MIS' });
    await terms.endDays(TODAY);
    const entry = await terms.counter.platform.database
      .selectFrom('journal_entry')
      .select('id')
      .where('kind', '=', 'interest')
      .executeTakeFirstOrThrow();
    const answer = await terms.counter.post(
      `/api/journal-entries/${entry.id}/reversal`,
      { reason: 'Another account was meant' },
      terms.counter.manager,
    );
    expect(answer.statusCode, answer.body).toBe(201);
    expect(await interestPaid(id)).toEqual([0, '2026-11-30']);
  });
});
