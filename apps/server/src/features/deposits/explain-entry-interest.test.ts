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
});
