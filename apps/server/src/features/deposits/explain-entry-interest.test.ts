import { parseMoney } from '@kafal/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestTerms, type TestTerms } from '../day-end/test-terms.ts';

const TODAY = '2026-11-30';

let terms: TestTerms;
beforeEach(async () => {
  terms = await openTestTerms(200_000);
});
afterEach(() => terms.counter.close());

const newest = async (kind: string) => {
  const entry = await terms.counter.platform.database
    .selectFrom('journal_entry')
    .select('id')
    .where('kind', '=', kind)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return entry.id;
};
const figuresOf = async (kind: string, who?: Parameters<TestTerms['counter']['get']>[1]) =>
  (await terms.counter.get(`/api/journal-entries/${await newest(kind)}/figures`, who)).json();

describe('the interest of an entry', () => {
  test('that ends a deposit opens to the twelve quarters that it is made of, and to the rules it rests on', async () => {
    const { accountNumber } = await terms.open('2023-11-30', TODAY, { atMaturity: 'to-savings' });
    await terms.endDays(TODAY);

    const { items } = await figuresOf('maturity');
    expect(items).toMatchObject([
      {
        figure: `Interest of ${accountNumber} over its whole term`,
        value: '26824.18',
        rule: expect.stringContaining('quarterly'),
        versions: [{ effectiveFrom: expect.any(String), legalBasis: expect.any(String) }],
      },
    ]);
    expect(items[0].lines).toHaveLength(12);
    expect(items[0].lines[0]).toMatchObject({ label: '3 months at 8 % a year', balance: '100000', value: '2000' });
    // Who it belongs to sees the same; an entry without interest has no figures.
    expect(await figuresOf('maturity', terms.sunita.signedIn)).toEqual({ items });
    expect(await figuresOf('receipt')).toEqual({ items: [] });
  });

  test('that is paid out on its day is the line of that day', async () => {
    await terms.open('2026-08-31', '2029-08-31', { productCode: 'QIS' });
    await terms.endDays(TODAY);
    const { items } = await figuresOf('interest');
    expect(items).toMatchObject([
      { value: '2000.00', lines: [{ label: '3 months at 8 % a year', on: TODAY, value: '2000' }] },
    ]);
  });

  test('that ends a deposit early is that of the time it ran, less the penalty, and says what is recovered', async () => {
    // 12 months and 61 days at 7.25 less 1 per cent: 7,509.37, of 8,000 that were paid before.
    const { counter, sunita } = terms;
    const { id, accountNumber } = await terms.open('2025-09-30', '2028-09-30');
    await counter.platform.transact((trx) =>
      trx
        .updateTable('term_deposit')
        .set({ interestPaid: parseMoney('8000.00') })
        .where('depositId', '=', Number(id))
        .execute(),
    );
    const asked = await counter.post(`/api/deposits/${id}/closure`, {
      payment: { mode: 'transfer', depositId: sunita.depositId },
      reason: 'Money for the wedding of a daughter',
    });
    const approved = await counter.post(`/api/approvals/${asked.json().approvalId}/approval`, {}, counter.manager);
    expect(approved.statusCode, approved.body).toBe(200);
    const { items } = await figuresOf('transfer');
    expect(items).toMatchObject([
      {
        figure: `Interest of ${accountNumber}, closed before its end`,
        value: '7509.37',
        rule: expect.stringContaining('less 1 % a year'),
      },
    ]);
    expect(items[0].lines.map(({ label, value }: { label: string; value: string }) => [label, value])).toEqual([
      ...['1562.5', '1586.9141', '1611.7096', '1636.8926'].map((value) => [
        '3 months at 6.25 % a year',
        expect.stringMatching(new RegExp(`^${value.slice(0, 6)}`)),
      ]),
      ['61 days at 6.25 % a year', expect.any(String)],
      ['Less what was given before', '8000.00'],
      ['Given before and not earned, taken from what was paid in', '490.63'],
    ]);
    expect(await figuresOf('transfer', sunita.signedIn)).toEqual({ items });
  });
});

describe('of an entry', () => {
  test('the fine of an instalment opens to the instalment, the months and the fine for each hundred', async () => {
    const { counter, sunita } = terms;
    const recurring = { productCode: 'RD', amount: '1000.00', months: 12 };
    const { id, accountNumber } = await terms.open('2026-10-29', '2027-10-29', recurring);
    const lines = [{ kind: 'instalment', depositId: id, amount: '1000.00' }];
    const paid = await counter.post('/api/receipts', { memberId: sunita.id, mode: 'cash', lines });
    expect(paid.statusCode, paid.body).toBe(201);
    // A day late, and a month that has begun counts whole: 1,000 ÷ 100 × 1.50 × 1.
    expect((await figuresOf('receipt')).items).toMatchObject([
      {
        figure: `Fine of instalment 2 of ${accountNumber}`,
        value: '15.00',
        lines: [
          { value: '1000.00', on: '2026-11-29' },
          { value: '1', on: TODAY },
          { value: '1.50', on: null },
        ],
        versions: [{ effectiveFrom: expect.any(String) }],
      },
    ]);
  });

  test('what is accrued opens to its accounts, for staff alone', async () => {
    const { counter, sunita } = terms;
    await counter.changeSetting('deposits.accrueInterest', true);
    await terms.endDays(TODAY);
    // 2,00,000 × 4 % for one day: 21.9178.
    const items = [
      {
        figure: 'Interest that is earned and not given yet',
        value: '21.92',
        lines: [{ label: sunita.depositNumber, value: '21.92', on: TODAY, balance: null }],
        versions: [],
        rule: expect.stringContaining('2201'),
      },
    ];
    expect(await figuresOf('accrual')).toEqual({ items });
    const own = await counter.get(`/api/journal-entries/${await newest('accrual')}/figures`, sunita.signedIn);
    expect(own.statusCode).toBe(404);
  });
});
