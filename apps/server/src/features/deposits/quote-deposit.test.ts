import { calendarDate, parseMoney, ZERO } from '@kafal/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../platform/http/test-app.ts';
import { societyFeatures } from '../setup/test-features.ts';
import { setUpTestSociety } from '../setup/test-society.ts';
import { findTermProduct, insertTermProduct, type NewTermProduct } from './term-products.ts';

const TODAY = calendarDate('2026-11-30');

let kafal: TestApp;
beforeEach(async () => {
  kafal = await createTestApp(societyFeatures);
  await setUpTestSociety(kafal.platform);
});
afterEach(() => kafal.close());

const quote = async (payload: object) => {
  const asked = { productCode: 'FD', amount: '100000.00', ...payload };
  const answer = await kafal.inject({ method: 'POST', url: '/api/deposits/quote', payload: asked });
  return { statusCode: answer.statusCode, ...answer.json() };
};

/** The fixed deposit with a rule changed, as it holds from today on. */
async function change(code: string, more: Partial<NewTermProduct>, effectiveFrom = TODAY): Promise<void> {
  const product = await findTermProduct(kafal.platform.database, code, TODAY);
  if (product === undefined) throw new Error(`${code} is not offered`);
  await kafal.platform.transact((trx) =>
    insertTermProduct(trx, { ...product, ...more }, { effectiveFrom, legalBasis: null, recordedAt: 0 }),
  );
}

const EIGHT = [
  { category: 'general', amountFrom: ZERO, termFrom: 1, termUnit: 'months', annualRate: '8' },
] as const satisfies NewTermProduct['rates'];

describe('a quote, asked for by anybody,', () => {
  test('of 1,00,000 for 36 months at 8 per cent is 1,26,824 in twelve lines, and says why', async () => {
    const answer = await quote({ months: 36 });
    expect(answer).toMatchObject({
      statusCode: 200,
      maturesOn: '2029-11-30',
      annualRate: '8',
      category: 'general',
      paidIn: '100000.00',
      interest: '26824.00',
      maturityValue: '126824.00',
      unrounded: '126824.1795',
      rounding: 'rupee',
    });
    expect(answer.lines).toHaveLength(12);
    expect(answer.lines[0]).toEqual({
      label: '3 months at 8 % a year',
      on: '2027-02-28',
      balance: '100000',
      interest: '2000',
      paid: null,
    });
    expect(answer.version).toMatchObject({ effectiveFrom: expect.any(String), legalBasis: expect.any(String) });
    expect(answer.rule).toContain('quarterly');
  });

  test('of 400 days has four quarters and the days over at simple interest: 1,09,073.57 to the paisa', async () => {
    await change('FD', { rates: EIGHT, rounding: 'paisa' });
    // From 1 December the four quarters are the 365 days to the next, and 35 days are over.
    const answer = await quote({ days: 400, openedOn: '2026-12-01' });
    expect(answer).toMatchObject({ maturesOn: '2028-01-05', maturityValue: '109073.57' });
    expect(answer.lines).toHaveLength(5);
    expect(answer.lines[4]).toMatchObject({ label: '35 days at 8 % a year', on: '2028-01-05' });
  });

  test('gives a senior the better rate', async () => {
    expect(await quote({ months: 36, categories: ['senior'] })).toMatchObject({
      annualRate: '8.5',
      category: 'senior',
    });
  });

  test('of a monthly income is discounted: 662.27 every month, and the sum itself at the end', async () => {
    const answer = await quote({ productCode: 'MIS', months: 36 });
    expect(answer.lines).toHaveLength(36);
    expect(answer.lines[35]).toMatchObject({ paid: '662.27', on: '2029-11-30' });
    // 36 × 662.27
    expect(answer).toMatchObject({ interest: '23841.72', maturityValue: '100000.00', unrounded: null });
  });

  test('of a quarterly income is 2,000 every quarter', async () => {
    const answer = await quote({ productCode: 'QIS', months: 36 });
    expect(answer.lines.map(({ paid }: { paid: string }) => paid)).toEqual(Array(12).fill('2000.00'));
  });

  test('of a recurring deposit of 1,000 for 36 months at 8 per cent is 40,771.57, rounded to the rupee', async () => {
    const answer = await quote({ productCode: 'RD', amount: '1000.00', months: 36 });
    expect(answer).toMatchObject({ paidIn: '36000.00', interest: '4772.00', maturityValue: '40772.00' });
    expect(Number(answer.unrounded).toFixed(2)).toBe('40771.57');
    expect(answer.lines).toHaveLength(36);
    expect(answer.lines[35]).toMatchObject({ label: 'Month 36 at 8 % a year', on: '2029-11-30' });
  });

  test('by simple interest of a recurring deposit of 1,000 for 12 months at 8 per cent has an interest of 520', async () => {
    await change('RD', { rates: EIGHT, compounding: 'simple' });
    expect(await quote({ productCode: 'RD', amount: '1000.00', months: 12 })).toMatchObject({ interest: '520.00' });
  });

  test('rests on the rules of its own day, and names them', async () => {
    await change('FD', { rates: EIGHT.map((rate) => ({ ...rate, annualRate: '9' })) }, calendarDate('2027-04-01'));
    const [before, after] = [
      await quote({ months: 36, openedOn: '2027-03-31' }),
      await quote({ months: 36, openedOn: '2027-04-01' }),
    ];
    expect([before.annualRate, after.annualRate]).toEqual(['8', '9']);
    expect(after.version).toMatchObject({ effectiveFrom: '2027-04-01' });
    expect(after.version.id).not.toBe(before.version.id);
  });

  test('is refused where it cannot be, with the field and a sentence', async () => {
    for (const [what, asked, code, field] of [
      ['less than the smallest amount', { amount: '999.99', months: 12 }, 'TERM_AMOUNT_BELOW', 'amount'],
      ['a term that no line of the card reaches', { days: 45 }, 'TERM_TOO_SHORT', 'days'],
      ['a term beyond the longest', { months: 121 }, 'TERM_TOO_LONG', 'months'],
      ['a term said twice', { months: 12, days: 365 }, 'TERM_SAID_ONCE', 'months'],
      ['no term at all', {}, 'TERM_SAID_ONCE', 'months'],
      ['instalments for some days', { productCode: 'RD', days: 365 }, 'TERM_IN_MONTHS', 'days'],
      ['a kind that is not there', { productCode: 'XX', months: 12 }, 'DEPOSIT_PRODUCT_UNKNOWN', 'productCode'],
      ['a day before any rate', { months: 12, openedOn: '2001-01-01' }, 'TERM_NO_VERSION', 'openedOn'],
    ] as const) {
      const answer = await quote(asked);
      expect(answer, what).toMatchObject({ statusCode: 422, code, fields: [{ path: field, code }] });
      expect(answer.detail).not.toBe(code);
    }
  });

  test('is refused above the largest amount, between two multiples, for what is not offered any more, and where none are taken', async () => {
    await change('FD', { maximumAmount: parseMoney('99999.00') });
    expect(await quote({ months: 12 })).toMatchObject({ code: 'TERM_AMOUNT_ABOVE', fields: [{ path: 'amount' }] });
    await change('FD', { maximumAmount: null, multipleOf: parseMoney('500.00') });
    expect(await quote({ amount: '1250.00', months: 12 })).toMatchObject({
      code: 'TERM_AMOUNT_MULTIPLE',
      detail: 'The amount must be a multiple of ₹500.00.',
      fields: [{ path: 'amount' }],
    });
    expect(await quote({ amount: '1500.00', months: 12 })).toMatchObject({ statusCode: 200 });
    await change('RD', { isOffered: false });
    expect(await quote({ productCode: 'RD', months: 12 })).toMatchObject({ code: 'TERM_NOT_OFFERED' });
    await kafal.platform.transact(async (trx) => {
      await trx.updateTable('setting').set({ value: 'false' }).where('name', '=', 'deposits.fixedAllowed').execute();
    });
    kafal.platform.cache.dropTag('settings');
    expect(await quote({ productCode: 'QIS', months: 12 })).toMatchObject({ code: 'FIXED_DEPOSITS_OFF' });
  });
});

describe('a quote of an account without a term', () => {
  const product = async (code: string, values: object) => {
    await kafal.platform.transact((trx) =>
      trx.updateTable('deposit_product').set(values).where('code', '=', code).execute(),
    );
  };

  test('of savings is what the end of the days would credit, quarter by quarter, and says why', async () => {
    await product('SB', { annualRate: '4' });
    const answer = await quote({ productCode: 'SB', amount: '36500.00', months: 12, openedOn: '2027-01-01' });
    expect(answer).toMatchObject({
      statusCode: 200,
      kind: 'savings',
      until: '2028-01-01',
      monthly: '0.00',
      paidIn: '36500.00',
      version: { legalBasis: expect.any(String) },
    });
    // 90 days × 4 a day.
    expect(answer.lines[0]).toMatchObject({
      label: '90 days at 4 % a year',
      on: '2027-03-31',
      balance: '36500',
      interest: '360',
      credited: '360.00',
    });
    expect(answer.rule).toContain('3, 6, 9, 12');
  });

  test('of a goal is the sum of each month that reaches it', async () => {
    await product('GS', { annualRate: '8' });
    const answer = await quote({ productCode: 'GS', amount: '100000.00', months: 24 });
    expect(answer).toMatchObject({ kind: 'goal', monthly: '3833.00', lines: expect.any(Array) });
    expect(answer.lines).toHaveLength(24);
  });

  test('of every other kind has an answer, in the words of the reader', async () => {
    for (const [productCode, kind] of [
      ['CD', 'thrift'],
      ['DD', 'daily'],
      ['CA', 'current'],
      ['OS', 'optional'],
      ['ES', 'emergency'],
    ] as const) {
      const answer = await quote({ productCode, amount: '100.00', months: 12 });
      expect(answer).toMatchObject({ statusCode: 200, kind });
      expect(answer.rule).not.toMatch(/[{}]|undefined/);
      expect(answer.interest === '0.00').toBe(kind === 'current');
    }
  });

  test('is refused where it cannot be, with the field and a sentence', async () => {
    for (const [what, asked, code, field] of [
      ['for days', { productCode: 'SB', days: 90 }, 'QUOTE_NOT_ASKED', 'days'],
      ['for no time', { productCode: 'SB' }, 'QUOTE_MONTHS_MISSING', 'months'],
      ['with savings beside no goal', { productCode: 'SB', saved: '5.00', months: 12 }, 'QUOTE_NOT_ASKED', 'saved'],
      ['below the smallest', { productCode: 'DD', amount: '9.00', months: 12 }, 'TERM_AMOUNT_BELOW', 'amount'],
      ['of a fixed deposit with more each month', { monthly: '5.00', months: 12 }, 'QUOTE_NOT_ASKED', 'monthly'],
      ['before any rule', { productCode: 'SB', months: 12, openedOn: '2001-01-01' }, 'TERM_NO_VERSION', 'openedOn'],
    ] as const) {
      const answer = await quote(asked);
      expect(answer, what).toMatchObject({ statusCode: 422, code, fields: [{ path: field, code }] });
      expect(answer.detail).not.toBe(code);
    }
  });
});
