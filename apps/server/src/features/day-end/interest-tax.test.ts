// 1,00,000 for three years at 8 per cent brings 26,824.18 at its end; 10 per cent of it are 2,682.42, 20 are 5,364.84. Every
// society here withholds above 25,000 a year, so that one deposit is enough.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestTerms, type TestTerms } from './test-terms.ts';

const TODAY = '2026-11-30';
const DAY_MS = 86_400_000;

let terms: TestTerms;
beforeEach(async () => {
  terms = await openTestTerms();
  await terms.counter.changeSetting('tax.interestThreshold', '25000.00');
});
afterEach(() => terms.counter.close());

const rule = (method: string) => terms.counter.changeSetting('tax.onInterest', method);
const matured = (atMaturity: string) => terms.open('2023-11-30', TODAY, { atMaturity });
const taxesOf = async (id: string) => (await terms.counter.get(`/api/deposits/${id}/interest`)).json().taxes;
const setPan = (panKey: string | null) =>
  terms.counter.platform.transact((trx) =>
    trx.updateTable('member').set({ panKey }).where('id', '=', Number(terms.sunita.id)).execute(),
  );
/** What the savings account was credited, and the tax, in the order of the entries. */
const postingsOn = async (kind: string, ...accounts: string[]) =>
  (await terms.postingsOf(kind)).map((ofEntry) =>
    ofEntry.filter((posting) => accounts.some((account) => posting.includes(` ${account} `))),
  );

describe('a deposit whose interest is above the threshold', () => {
  test('is taxed at its maturity: the expense whole, the tax to the treasury, the rest to savings', async () => {
    await rule('above-threshold');
    await setPan('a PAN');
    const { id, accountNumber } = await matured('to-savings');
    await terms.endDays(TODAY);
    expect(await terms.postingsOf('maturity')).toEqual([
      [
        `debit 2111 ${accountNumber} 100000.00`,
        'debit 5102 - 26824.18',
        'credit 2211 - 2682.42',
        `credit 2101 ${terms.sunita.depositNumber} 124141.76`,
      ],
    ]);
    expect(await taxesOf(id)).toMatchObject([
      {
        reason: 'above-threshold',
        interest: '26824.18',
        interestBefore: '0.00',
        interestSoFar: '26824.18',
        threshold: '25000.00',
        rate: '10',
        due: '2682.42',
        tax: '2682.42',
        left: '0.00',
        postedOn: TODAY,
      },
    ]);
  });

  test('says beforehand what would be withheld at maturity, by the rule of today', async () => {
    const { id } = await terms.open('2024-11-30', '2027-11-30', { atMaturity: 'pay-out' });
    const told = async () => (await terms.counter.get(`/api/deposits/${id}`)).json().taxAtMaturity;
    expect(await told()).toBeNull();
    await rule('above-threshold');
    await setPan('a PAN');
    expect(await told()).toMatchObject({ reason: 'above-threshold', tax: '2682.42', paid: '124141.76' });
  });

  test('is taxed twice as much without a PAN, and is renewed with what is left', async () => {
    await rule('above-threshold');
    await setPan(null);
    await matured('renew-with-interest');
    await terms.endDays(TODAY);
    expect(await postingsOn('maturity', '2211')).toEqual([['credit 2211 - 5364.84']]);
    const row = await terms.counter.platform.database
      .selectFrom('term_maturity')
      .select('renewed')
      .executeTakeFirstOrThrow();
    expect(row.renewed).toBe(12_145_934);
  });

  test('is paid out at the counter less the tax, as the preview says', async () => {
    await rule('above-threshold');
    await setPan('a PAN');
    await terms.counter.changeSetting('limit.withdrawalApproval', '200000.00');
    const { id } = await matured('pay-out');
    const closure = { payment: { mode: 'cash' } };
    const preview = await terms.counter.post(`/api/deposits/${id}/closure?preview=true`, closure);
    expect(preview.json().closure).toMatchObject({
      interest: '26824.18',
      paid: '124141.76',
      tax: { tax: '2682.42', rate: '10' },
    });
    const done = await terms.counter.post(`/api/deposits/${id}/closure`, closure);
    expect(done.json()).toMatchObject({ status: 'closed', paid: '124141.76' });
    expect(await terms.counter.lastPostings()).toContain('credit 2211 - 2682.42');
    expect(await taxesOf(id)).toMatchObject([{ tax: '2682.42' }]);
  });

  test('gives the tax back when it is reversed, and the year counts anew', async () => {
    await rule('above-threshold');
    await setPan('a PAN');
    await terms.counter.changeSetting('limit.transferApproval', '200000.00');
    await terms.counter.changeSetting('limit.reversalApproval', '200000.00');
    const { id } = await matured('pay-out');
    const toSavings = { payment: { mode: 'transfer', depositId: terms.sunita.depositId } };
    const { entryId } = (await terms.counter.post(`/api/deposits/${id}/closure`, toSavings)).json();
    const reversal = await terms.counter.post(
      `/api/journal-entries/${entryId}/reversal`,
      { reason: 'By mistake' },
      terms.counter.manager,
    );
    expect(reversal.statusCode, reversal.body).toBe(201);
    expect(await terms.counter.lastPostings()).toContain('debit 2211 - 2682.42');
    await terms.counter.post(`/api/deposits/${id}/closure`, toSavings);
    expect(await terms.counter.lastPostings()).toContain('credit 2211 - 2682.42');
  });

  test('below the threshold, or where the society withholds nothing, it is paid whole', async () => {
    await matured('to-savings');
    await terms.endDays(TODAY);
    expect(await postingsOn('maturity', '2211')).toEqual([[]]);
  });
});

test('what is due beyond a credit is withheld from the next one: nothing is taken from what the account held', async () => {
  // 26,824.18 were credited while the rule was off. A quarter’s 2,000 makes 28,824.18, of which 2,882.42 are due.
  await matured('to-savings');
  await terms.open('2026-08-30', '2029-08-30', { productCode: 'QIS' });
  await terms.open('2026-09-01', '2029-09-01', { productCode: 'QIS' });
  await setPan('a PAN');
  await terms.endDays('2026-11-30');
  expect(await postingsOn('interest', '2211')).toEqual([[]]);

  await rule('above-threshold');
  terms.counter.clock.advance(DAY_MS);
  await terms.endDays('2026-12-01');
  const [, second] = await terms.postingsOf('interest');
  // 30,824.18 by now: 3,082.42 are due, the credit has 2,000 and brings nothing to savings.
  expect(second).toEqual(['debit 5102 - 2000.00', 'credit 2211 - 2000.00']);
});

test('where every credit is taxed, a quarter’s 2,000 brings 1,880', async () => {
  await rule('every-credit');
  await terms.counter.changeSetting('tax.interestRate', '6');
  await terms.counter.changeSetting('tax.interestRateWithoutPan', '6');
  const { id } = await terms.open('2026-08-30', '2029-08-30', { productCode: 'QIS' });
  await terms.endDays(TODAY);
  expect(await terms.postingsOf('interest')).toEqual([
    ['debit 5102 - 2000.00', `credit 2101 ${terms.sunita.depositNumber} 1880.00`, 'credit 2211 - 120.00'],
  ]);
  expect(await taxesOf(id)).toMatchObject([{ reason: 'every-credit', threshold: null, tax: '120.00', left: '0.00' }]);
});
